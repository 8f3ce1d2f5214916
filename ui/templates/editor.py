"""The editor of a template: its clauses · the text with field chips · a trial with an agreement of the meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.snapshots.shapes import Agreement, MeetingSnapshot
from models.template_check import TemplateFault, template_faults
from models.template_draft import STEP, as_agreement
from models.templates import AgreementTemplate
from resources.languages import translator
from ui.agreements.clause_sheet import ClauseSheet
from ui.agreements.clause_shelf import ClauseShelf
from ui.agreements.clause_tree import FACTS, ClauseTree, TreeLine
from ui.agreements.contents import top_clause
from ui.agreements.page_beside import PageBeside
from ui.agreements.reading import AgreementReading, read_agreement
from ui.templates.fault_words import fault_line
from ui.templates.title_form import TitleForm
from ui.theme import Theme
from ui.widgets.choice_editors import ChoiceBox
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.link_button import LinkButton

if TYPE_CHECKING:
    from models.snapshots.shapes import Clause
    from ui.office import Office

LANGUAGES_OF = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
PAPER_OF = {"zh": "zh", "en": "en", "both": "zh"}
TREE_WIDTH, PAGE_WIDTH = 250, 400
MOST_FAULTS = 3


class TemplateEditor(QWidget):
    """Shows a template being edited; what is done with it, `EditorHand` does. `left`: back to the list."""

    left = Signal()
    tried = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self.mode = "zh", "zh"
        self.draft: AgreementTemplate | None = None
        self.edition = 0
        self.snapshot: MeetingSnapshot | None = None
        self.reading: AgreementReading | None = None
        self.faults: tuple[TemplateFault, ...] = ()
        self.current: str | int = FACTS
        self.back_button, self.title, self.status = LinkButton(), ElidedLabel(), ElidedLabel()
        self.tree, self.add_button, self.shelf_button = ClauseTree(), QPushButton(), QPushButton()
        self.item_button = QPushButton()
        self.modes = {mode: QPushButton() for mode in LANGUAGES_OF}
        self.field_button, self.undo_button, self.keep_button = QPushButton(), QPushButton(), QPushButton()
        self.page_button = QPushButton()
        self.sheet, self.form, self.shelf = ClauseSheet(), TitleForm(), ClauseShelf()
        self.wrong, self.trial_label, self.trial = QLabel(), QLabel(), ChoiceBox()
        self.page, self.pages = PageBeside(), QStackedWidget()
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._trials: tuple[Agreement, ...] = ()
        self._lay_out()
        self.tree.line_chosen.connect(self._line_chosen)
        self.back_button.clicked.connect(self.left)
        self.shelf.left.connect(self.show_current)
        self.trial.activated.connect(lambda _place: self.show_draft())
        self.page_button.toggled.connect(self._page_toggled)
        for mode, button in self.modes.items():
            button.clicked.connect(lambda _on, mode=mode: self.show_mode(mode))

    # building

    def _lay_out(self) -> None:
        for part in (self._contents(), self._middle(), self.page):
            self.splitter.addWidget(part)
        self.splitter.setSizes([TREE_WIDTH, 600, PAGE_WIDTH])
        for place, stretch in enumerate((0, 3, 2)):
            self.splitter.setStretchFactor(place, stretch)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(10)
        self.page.setMinimumWidth(260)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.splitter)

    def _contents(self) -> QWidget:
        self.title.setProperty("role", "title")
        self.status.setProperty("role", "small")
        panel = QFrame()
        panel.setProperty("role", "panel")
        panel.setMinimumWidth(220)
        column = QVBoxLayout(panel)
        column.setContentsMargins(8, 10, 6, 8)
        column.setSpacing(4)
        for widget in (self.back_button, self.title, self.status):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        for button in (self.add_button, self.item_button):
            row.addWidget(button, 1)
        column.addLayout(row)
        column.addWidget(self.shelf_button)
        return panel

    def _middle(self) -> QWidget:
        middle = QWidget()
        middle.setMinimumWidth(380)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._bar())
        column.addLayout(self._trial_line())
        paper = QFrame()
        paper.setProperty("role", "panel")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.sheet)
        for widget in (paper, self.form, self.shelf):
            self.pages.addWidget(widget)
        column.addWidget(self.pages, 1)
        self.wrong.setWordWrap(True)
        self.wrong.setTextFormat(Qt.TextFormat.PlainText)
        column.addWidget(self.wrong)
        return middle

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        for button in self.modes.values():
            button.setProperty("role", "chip")
            button.setCheckable(True)
            bar.addWidget(button)
        bar.addStretch(1)
        self.page_button.setCheckable(True)
        self.page_button.setChecked(True)
        self.page_button.setProperty("role", "chip")
        for button in (self.field_button, self.page_button):
            bar.addWidget(button)
        return bar

    def _trial_line(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.trial_label.setProperty("role", "soft")
        self.trial_label.setBuddy(self.trial)
        row.addWidget(self.trial_label)
        row.addWidget(self.trial, 1)
        self.keep_button.setProperty("role", "main")
        for button in (self.undo_button, self.keep_button):
            row.addWidget(button)
        return row

    # what is shown

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        self.page.attach(office)

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """The meeting whose agreements the template is tried with."""
        chosen = self.tried_with()
        self.snapshot, self._trials = snapshot, snapshot.agreements
        self.trial.clear()
        self.trial.addItem("")
        self.trial.addItems([one.title.pick(self.language) or one.key for one in self._trials])
        self._say_no_trial()
        place = next((n for n, one in enumerate(self._trials, 1) if chosen is not None and one.id == chosen.id), 0)
        self.trial.setCurrentIndex(place)

    def tried_with(self) -> Agreement | None:
        """The agreement whose facts fill the fields."""
        place = self.trial.currentIndex() - 1
        return self._trials[place] if 0 <= place < len(self._trials) else None

    def open(self, template: AgreementTemplate, edition: int, based_on: str = "") -> None:
        """Show another template, at its title; it is tried with an agreement drafted from the like of it."""
        self.edition = edition
        self.current = FACTS
        self.sheet.clear()
        drafted = [n for n, one in enumerate(self._trials, 1) if one.template in (template.key, based_on)]
        alike = [n for n, one in enumerate(self._trials, 1) if one.tier is template.tier]
        self.trial.setCurrentIndex(next(iter((*drafted, *alike)), min(1, len(self._trials))))
        self.show_draft(template)
        self.tree.choose(FACTS)
        self.show_current()

    def show_draft(self, draft: AgreementTemplate | None = None) -> None:
        """What the template says now; what is typed or chosen stays."""
        self.draft = draft or self.draft
        if self.draft is None or self.snapshot is None:
            return
        agreement = as_agreement(self.draft, self.tried_with())
        self.reading = read_agreement(self.snapshot, agreement)
        self.faults = template_faults(self.draft)
        self.title.setText(self.draft.plain_title.pick(self.language))
        self.tree.show_lines(self._lines(self.reading))
        if self.current not in self.tree.line_keys():
            self.current = self.tree.chosen() or FACTS
        for mode, button in self.modes.items():
            button.setChecked(mode == self.mode)
        self._say_faults()
        if self.pages.currentIndex() != 2:
            self.show_current()
        self.show_page()

    def show_current(self) -> None:
        """Show the chosen line in the middle."""
        if self.reading is None or self.draft is None:
            return
        clause = top_clause(self.reading.agreement, self.current) if isinstance(self.current, int) else None
        if clause is None:
            self.form.show_template(self.draft, self.reading)
            self.pages.setCurrentIndex(1)
            return
        self.sheet.show_clause(self.reading, clause, LANGUAGES_OF[self.mode])
        self.sheet.show_notes(self._notes())
        self.pages.setCurrentIndex(0)
        if self.page_button.isChecked():
            number = self.reading.number(clause, PAPER_OF[self.mode])
            self.page.follow(f"{number}{self.reading.heading(clause, PAPER_OF[self.mode])}")

    def show_mode(self, mode: str) -> None:
        """Chinese, English, or both side by side."""
        self.sheet.keep_typed()
        self.mode = mode
        self.show_draft()

    def show_page(self) -> None:
        """The page of the agreement that the template would make of the facts it is tried with."""
        if self.reading is None or self.snapshot is None or not self.page_button.isChecked():
            return
        tried = replace(self.snapshot, agreements=(self.reading.agreement,))
        self.page.show_agreement(tried, self.reading.agreement.key, PAPER_OF[self.mode], soon=True)

    def choose(self, key: str | int) -> None:
        """Choose a line."""
        self.current = key
        self.tree.choose(key)
        self.show_current()

    def keep_typed(self) -> None:
        """Take over what is typed and not told yet."""
        self.sheet.keep_typed()
        self.form.keep_typed()

    def say_status(self, words: str) -> None:
        """What stands below the title."""
        self.status.setText(words)

    # looks

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.back_button.say("‹ " + _("All templates"))
        self.trial_label.setText(_("Try with"))
        self.trial.setAccessibleName(_("Try with the facts of an agreement"))
        self._say_no_trial()
        modes = {"zh": _("Chinese"), "en": _("English"), "both": _("Side by side")}
        for mode, button in self.modes.items():
            button.setText(modes[mode])
        words = (
            (self.add_button, _("Clause")),
            (self.item_button, _("Item of a clause")),
            (self.shelf_button, _("Take clauses over…")),
            (self.field_button, _("Insert field")),
            (self.undo_button, _("Undo")),
            (self.keep_button, _("Keep edition…")),
        )
        for button, said in words:
            button.setText(ICON_GAP + said)
            button.setAccessibleName(said)
        self.page_button.setText(_("Page"))
        for part in (self.sheet, self.form, self.shelf, self.page):
            part.retranslate(language)
        self.show_draft()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.tree, self.sheet, self.form, self.page, self.trial, self.shelf.source):
            part.retheme(theme)
        icons = (
            (self.add_button, "plus", "ink_soft"),
            (self.item_button, "plus", "ink_soft"),
            (self.shelf_button, "copy", "ink_soft"),
            (self.field_button, "plus", "ink_soft"),
            (self.undo_button, "undo-2", "ink_soft"),
            (self.keep_button, "check", "on_accent"),
        )
        for button, name, color in icons:
            button.setIcon(icon(name, theme, color))

    # within

    def _say_no_trial(self) -> None:
        if self.trial.count():
            self.trial.setItemText(0, translator(self.language).gettext("no agreement: all fields stay blank"))

    def _page_toggled(self, on: bool) -> None:
        self.page.setVisible(on)
        self.show_page()

    def _line_chosen(self, key: str | int) -> None:
        self.keep_typed()
        self.current = key
        self.show_current()
        if isinstance(key, int):
            self.sheet.show_part(key)

    def _lines(self, reading: AgreementReading) -> tuple[TreeLine, ...]:
        _ = translator(self.language).gettext
        counts: dict[str | int, int] = {}
        for fault in self.faults:
            key = place_of(fault)
            counts[key] = counts.get(key, 0) + 1
        grave = {place_of(fault) for fault in self.faults if fault.grave}
        first = TreeLine(FACTS, "", _("Name and title"), counts.get(FACTS, 0), FACTS in grave)
        return (first, *(self._line(clause, reading, counts, grave) for clause in reading.agreement.clauses))

    def _line(
        self, clause: Clause, reading: AgreementReading, counts: dict[str | int, int], grave: set[str | int]
    ) -> TreeLine:
        _ = translator(self.language).gettext
        recitals = clause.kind == "recitals" and not clause.heading
        return TreeLine(
            clause.id,
            _("Recitals") if recitals else reading.number(clause, self.language),
            reading.heading(clause, self.language),
            counts.get(clause.id, 0),
            clause.id in grave,
            reading.stands(clause),
            tuple(self._line(child, reading, counts, grave) for child in clause.children),
        )

    def _notes(self) -> dict[int, tuple[str, str]]:
        told: dict[int, list[str]] = {}
        for fault in self.faults:
            key = place_of(fault)
            if isinstance(key, int):
                told.setdefault(key, []).append(fault_line(fault, self.language, with_clause=False))
        grave = {place_of(fault) for fault in self.faults if fault.grave}
        return {key: ("bad" if key in grave else "warn", "\n".join(words)) for key, words in told.items()}

    def _say_faults(self) -> None:
        _ = translator(self.language).gettext
        lines = [fault_line(fault, self.language) for fault in self.faults[:MOST_FAULTS]]
        more = len(self.faults) - len(lines)
        if more > 0:
            said = translator(self.language).ngettext("and {count} more", "and {count} more", more)
            lines.append(said.format(count=more))
        grave = any(fault.grave for fault in self.faults)
        self.wrong.setText("\n".join(lines))
        self.wrong.setProperty("role", "bad" if grave else "warn")
        self.wrong.style().unpolish(self.wrong)
        self.wrong.style().polish(self.wrong)
        self.wrong.setVisible(bool(lines))


def place_of(fault: TemplateFault) -> str | int:
    """The line of the contents a fault belongs to."""
    if fault.clause is None:
        return FACTS
    return (fault.clause + 1) * STEP + (0 if fault.item is None else fault.item + 1)
