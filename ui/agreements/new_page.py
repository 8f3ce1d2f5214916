"""A new agreement: from which template, between whom, in which languages; the key is proposed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from exporters.documents.words import word
from models.actions.create_agreement import propose_key
from models.codes import AgreementLanguage
from models.snapshots.agreement_values import party_label
from models.snapshots.shapes import MeetingSnapshot, OwnTemplate
from models.templates import KEYS, builtin_template
from resources.languages import translator
from ui.agreements.new_parties import proposed_parties
from ui.theme import Theme
from ui.widgets.choice_editors import ChoiceBox
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.picker import Picker
from ui.widgets.picker_entries import Entry
from ui.widgets.tab_order import put_behind

LEAST, MOST = 2, 10
WIDTH = 720


@dataclass(frozen=True)
class PartyWish:
    """A party as it was chosen: records by id, or names to be added."""

    unit: int | str | None
    signatory: int | str | None


@dataclass(frozen=True)
class NewWish:
    """What is to be created."""

    key: str
    template: str
    language: AgreementLanguage
    title_zh: str
    title_en: str
    parties: tuple[PartyWish, ...]
    template_title: str = ""


class _PartyLine:
    """The widgets of one party."""

    def __init__(self) -> None:
        self.label, self.unit, self.signatory = QLabel(), Picker(), Picker()
        self.label.setProperty("role", "soft")


class NewPage(QFrame):
    """Asks for a new agreement. `wished(NewWish)`; what is not on a list may be typed: it is added with it."""

    wished = Signal(object)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.language = "zh"
        self.heading = QLabel()
        self.heading.setProperty("role", "name")
        self.templates, self.choices = QButtonGroup(self), dict[str, QRadioButton]()
        self.language_box = ChoiceBox()
        self.key_line, self.title_zh, self.title_en = QLineEdit(), QLineEdit(), QLineEdit()
        self.lines: list[_PartyLine] = []
        self.more_button, self.create_button, self.back_button = QPushButton(), QPushButton(), QPushButton()
        self.create_button.setProperty("role", "main")
        self._labels: dict[str, QLabel] = {}
        self._hints: dict[str, QLabel] = {}
        self._parties, self._own, self.area = QGridLayout(), QVBoxLayout(), QScrollArea()
        self._own_templates: tuple[OwnTemplate, ...] = ()
        self._taken: tuple[str, ...] = ()
        self._names: dict[int, str] = {}
        self._people: tuple[Entry, ...] = ()
        self._units: tuple[Entry, ...] = ()
        self._added: tuple[Entry, ...] = ()  # names typed here that are on no list yet
        self._typed_key = False
        self._lay_out()
        self._connect()

    # building

    def _lay_out(self) -> None:
        body = QWidget()
        body.setMaximumWidth(WIDTH)
        column = QVBoxLayout(body)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self._label("template"))
        for key in KEYS:
            column.addLayout(self._choice(key))
        self._own.setSpacing(8)
        column.addLayout(self._own)
        column.addLayout(self._choice(""))
        column.addWidget(self._label("parties"))
        self._parties.setHorizontalSpacing(8)
        self._parties.setColumnStretch(1, 3)
        self._parties.setColumnStretch(2, 2)
        column.addLayout(self._parties)
        column.addWidget(self.more_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(self._names_of_it())
        column.addLayout(self._foot())
        column.addStretch(1)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.area.setWidget(body)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.area)

    def _foot(self) -> QHBoxLayout:
        buttons = QHBoxLayout()
        buttons.addWidget(self.create_button)
        buttons.addWidget(self.back_button)
        buttons.addStretch(1)
        return buttons

    def _label(self, name: str) -> QLabel:
        self._labels[name] = QLabel()
        self._labels[name].setProperty("role", "section")
        return self._labels[name]

    def _choice(self, key: str) -> QHBoxLayout:
        row = QHBoxLayout()
        self.choices[key] = QRadioButton()
        self.templates.addButton(self.choices[key])
        self._hints[key] = QLabel()
        self._hints[key].setProperty("role", "small")
        row.addWidget(self.choices[key])
        row.addWidget(self._hints[key], 1)
        return row

    def _names_of_it(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        parts = (
            ("language", self.language_box),
            ("key", self.key_line),
            ("title_zh", self.title_zh),
            ("title_en", self.title_en),
        )
        for place, (name, widget) in enumerate(parts):
            row, column = divmod(place, 2)
            grid.addWidget(self._label(name), 2 * row, column)
            grid.addWidget(widget, 2 * row + 1, column)
            self._labels[name].setBuddy(widget)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        return grid

    def _connect(self) -> None:
        self.templates.buttonClicked.connect(lambda _button: self._propose())
        self.more_button.clicked.connect(self._add_line)
        self.create_button.clicked.connect(self._create)
        self.back_button.clicked.connect(self.left)
        self.key_line.textEdited.connect(self._key_typed)

    # what is shown

    def begin(self, snapshot: MeetingSnapshot) -> None:
        """Start with an empty form; the units of the two sides are proposed as parties."""
        self._taken = tuple(agreement.key for agreement in snapshot.agreements)
        self._names = {unit.id: unit.short_name.en or unit.name.en for unit in snapshot.all_organizations}
        self._typed_key = False
        self._show_own(snapshot.own_templates)
        self.choices[KEYS[0]].setChecked(True)
        self.title_zh.clear()
        self.title_en.clear()
        while len(self.lines) < LEAST:
            self._add_line()
        while len(self.lines) > LEAST:
            self._drop_line()
        for line, unit in zip(self.lines, [*proposed_parties(snapshot), None, None], strict=False):
            line.unit.set_value(unit)
            line.signatory.set_value(None)
        self._propose()
        self.choices[KEYS[0]].setFocus(Qt.FocusReason.OtherFocusReason)
        self.area.verticalScrollBar().setValue(0)

    def _show_own(self, templates: tuple[OwnTemplate, ...]) -> None:
        """A choice for each of the office's own templates, before “Without a template”."""
        for template in self._own_templates:
            button, hint = self.choices.pop(template.key), self._hints.pop(template.key)
            self.templates.removeButton(button)
            for widget in (button, hint):
                widget.deleteLater()
        while self._own.count():
            self._own.takeAt(0).layout().deleteLater()
        self._own_templates = templates
        for template in templates:
            self._own.addLayout(self._choice(template.key))
        put_behind(self.choices[KEYS[-1]], (self.choices[one.key] for one in templates))
        self._say_choices()

    def offer(self, people: Sequence[Entry], units: Sequence[Entry]) -> None:
        """Whom and what there is to pick."""
        self._people, self._units = tuple(people), tuple(units)
        for line in self.lines:
            line.unit.offer((*self._units, *self._added))
            line.signatory.offer((*self._people, *self._added))

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.heading.setText(_("New agreement"))
        self.setAccessibleName(_("New agreement"))
        words = {
            "template": _("Template"),
            "parties": _("Parties and who signs"),
            "language": _("Language"),
            "key": _("Short key, for file names"),
            "title_zh": _("Title in Chinese; empty: made from the template"),
            "title_en": _("Title in English; empty: made from the template"),
        }
        for name, said in words.items():
            self._labels[name].setText(said)
        for name, widget in (("key", self.key_line), ("title_zh", self.title_zh), ("title_en", self.title_en)):
            widget.setAccessibleName(words[name])
        self.language_box.setAccessibleName(words["language"])
        self.create_button.setText(_("Create the agreement"))
        self.back_button.setText(_("Cancel"))
        self.more_button.setText(ICON_GAP + _("Another party"))
        self._say_choices()
        self._name_lines()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.more_button.setIcon(icon("plus", theme))
        self.language_box.retheme(theme)

    def _say_choices(self) -> None:
        said = translator(self.language)
        _ = said.gettext
        for key in KEYS:
            template = builtin_template(key)
            self.choices[key].setText(template.plain_title.pick(self.language))
            hint = said.ngettext("{count} clause", "{count} clauses", len(template.clauses))
            self._hints[key].setText(hint.format(count=len(template.clauses)))
        for own in self._own_templates:
            self.choices[own.key].setText(own.title.pick(self.language) or own.key)
            self._hints[own.key].setText(_("our own, edition {edition}").format(edition=own.edition))
        self.choices[""].setText(_("Without a template"))
        self._hints[""].setText(_("an empty text"))
        chosen = self.language_box.currentIndex()
        self.language_box.clear()
        self.language_box.addItems([word(one, self.language) for one in AgreementLanguage])
        self.language_box.setCurrentIndex(max(chosen, 0))

    # parties

    def _add_line(self) -> None:
        if len(self.lines) >= MOST:
            return
        line, row = _PartyLine(), len(self.lines)
        self.lines.append(line)
        for column, widget in enumerate((line.label, line.unit, line.signatory)):
            self._parties.addWidget(widget, row, column)
        line.unit.picked.connect(lambda _value: self._propose())
        for picker in (line.unit, line.signatory):
            picker.create_requested.connect(partial(self._keep_name, picker))
        put_behind(self.choices[""], (widget for one in self.lines for widget in (one.unit, one.signatory)))
        self.offer(self._people, self._units)
        self._name_lines()
        self.more_button.setEnabled(len(self.lines) < MOST)

    def _drop_line(self) -> None:
        line = self.lines.pop()
        for widget in (line.label, line.unit, line.signatory):
            self._parties.removeWidget(widget)
            widget.deleteLater()
        self.more_button.setEnabled(True)

    def _name_lines(self) -> None:
        _ = translator(self.language).gettext
        for place, line in enumerate(self.lines):
            label = party_label(place).pick(self.language)
            line.label.setText(label)
            for picker, words in ((line.unit, _("Unit")), (line.signatory, _("Signatory"))):
                picker.setAccessibleName(f"{label} {words}")
                picker.line.setPlaceholderText(words)
                picker.create_words = _("Create “{text}”")

    def _keep_name(self, picker: Picker, text: str) -> None:
        """A name that is on no list stays in the line: it is added with the agreement."""
        self._added = (*self._added, Entry(text, text))
        self.offer(self._people, self._units)
        picker.set_value(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape leaves; Enter in a line that needs it for nothing else creates, Ctrl+Enter does so anywhere."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        everywhere = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif enter and (everywhere or isinstance(self.focusWidget(), QLineEdit)):
            self.create_button.click()
        else:
            super().keyPressEvent(event)

    # the wish

    def _template(self) -> str:
        return next((key for key, button in self.choices.items() if button.isChecked()), "")

    def _propose(self) -> None:
        if self._typed_key:
            return
        second = self.lines[1].unit.value() if len(self.lines) > 1 else None
        name = self._names.get(second, "") if isinstance(second, int) else ""
        self.key_line.setText(propose_key(self._taken, self._template(), [name] if name else []))

    def _key_typed(self, text: str) -> None:
        self._typed_key = bool(text)

    def _create(self) -> None:
        parties = tuple(PartyWish(_picked(line.unit), _picked(line.signatory)) for line in self.lines)
        language = list(AgreementLanguage)[max(self.language_box.currentIndex(), 0)]
        key = self.key_line.text().strip()
        template = self._template()
        chosen = self.choices[template].text() if template else ""
        wish = NewWish(key, template, language, self.title_zh.text(), self.title_en.text(), parties, chosen)
        self.wished.emit(wish)


def _picked(picker: Picker) -> int | str | None:
    value = picker.value()
    return value if isinstance(value, int | str) and value != "" else None
