"""The form of one clause of the library: the name of its variant, heading and text in both languages, with chips."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from models.codes import AgreementTier, ClauseKind
from models.errors import KnownError
from models.snapshots.shapes import EMPTY, MeetingSnapshot
from models.template_check import clause_faults
from models.template_draft import STEP, as_agreement, with_all_parties, with_condition, with_text
from models.templates import AgreementTemplate, TemplateClause
from resources.languages import translator
from ui.agreements.clause_sheet import ClauseSheet
from ui.agreements.field_menu import FieldMenu
from ui.agreements.field_text import FieldText
from ui.agreements.offered_fields import offered_fields
from ui.agreements.reading import AgreementReading, read_agreement
from ui.own_undo import ValueSteps
from ui.templates.fault_words import fault_line
from ui.theme import Theme
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.link_button import LinkButton
from ui.wording import error_sentence
from ui.wording.messages import N_

LANGUAGES = ("zh", "en")
MOST_FAULTS = 3
LONGEST_VARIANT = 100
ICONS = {"field": "plus", "condition": "plus", "undo": "undo-2", "keep": "check"}


class ClauseForm(QWidget):
    """Edits a clause as a value. `left`: back to the list; `keep_wanted`: the office's clause is to say this."""

    left = Signal()
    keep_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.snapshot: MeetingSnapshot | None = None
        self.reading: AgreementReading | None = None
        self.draft = _draft_of(TemplateClause("", ClauseKind.ARTICLE, "", EMPTY, EMPTY))
        self.steps: ValueSteps[AgreementTemplate] = ValueSteps(self, N_("edit of the clause"), self, alone=True)
        self._opened: tuple[AgreementTemplate, str] = (self.draft, "")
        self.back_button, self.sheet, self.menu = LinkButton(), ClauseSheet(), FieldMenu(self)
        self.variant_label, self.variant, self.note, self.wrong = QLabel(), QLineEdit(), QLabel(), QLabel()
        self.variant.setMaxLength(LONGEST_VARIANT)
        self.buttons = {name: QPushButton() for name in ICONS}
        self._actions: dict[str, QAction] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        self.variant_label.setProperty("role", "soft")
        self.variant_label.setBuddy(self.variant)
        self.back_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        bar.addWidget(self.back_button)
        bar.addSpacing(12)
        bar.addWidget(self.variant_label)
        bar.addWidget(self.variant, 1)
        for button in self.buttons.values():
            bar.addWidget(button)
        self.buttons["keep"].setProperty("role", "main")
        paper = QFrame()
        paper.setProperty("role", "panel")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(bar)
        column.addWidget(paper, 1)
        self.note.setProperty("role", "soft")
        for label in (self.note, self.wrong):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            column.addWidget(label)

    def _connect(self) -> None:
        self.sheet.text_edited.connect(self._text_edited)
        self.sheet.condition_edited.connect(self._condition_edited)
        self.menu.chosen.connect(self._insert)
        self.back_button.clicked.connect(self.left)
        self.variant.textEdited.connect(lambda _typed: self._allow())
        self.steps.changed.connect(self._allow)
        self.sheet.typed.connect(lambda: self.buttons["keep"].setEnabled(True))
        acts = {"field": self.open_fields, "condition": self.ask_condition, "undo": self.steps.undo, "keep": self.keep}
        for name, called in acts.items():
            self.buttons[name].clicked.connect(lambda _on=False, called=called: called())
        for keys, called in (("Ctrl+I", self.open_fields), ("Ctrl+S", self.keep)):
            action = self._actions[keys] = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(lambda _on=False, called=called: called())
            self.addAction(action)

    # --- what is edited

    def open(self, clause: TemplateClause, variant: str, snapshot: MeetingSnapshot) -> None:
        """Begin with a clause; its fields stay blank, for it belongs to no agreement yet."""
        self.snapshot = snapshot
        self.variant.setText(variant)
        self.variant.setCursorPosition(0)  # a narrow line shows where it begins
        self.sheet.clear()
        self._show(_draft_of(clause))
        self._opened = (self.draft, variant)
        self.steps.begin()
        self.sheet.focus_text(STEP, "heading" if not clause.heading else "body")

    def clause(self) -> TemplateClause:
        """The clause as it stands here."""
        self.sheet.keep_typed()
        return self.draft.clauses[0]

    def changed(self) -> bool:
        """Whether anything was edited that is not kept."""
        self.sheet.keep_typed()
        return (self.draft, self.variant.text().strip()) != self._opened

    def forget(self) -> None:
        """What was edited is thrown away."""
        self._opened = (self.draft, self.variant.text().strip())
        self.steps.begin()

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """The meeting as it is now; it only tells which fields may be inserted."""
        self.snapshot = snapshot

    def value(self) -> AgreementTemplate:
        """The clause with what surrounds it, for undo."""
        return self.draft

    def show_value(self, value: AgreementTemplate) -> None:
        """Show the clause of another step."""
        self._show(value)

    def keep_typed(self) -> None:
        """Take over what is typed and not told yet."""
        self.sheet.keep_typed()

    def keep(self) -> None:
        """Say that it is to be kept, where something was changed."""
        if self.changed():
            self.keep_wanted.emit()

    def _change(self, change: Callable[[AgreementTemplate], AgreementTemplate]) -> None:
        try:
            new = change(self.draft)
        except KnownError as problem:
            self.wrong.setText(error_sentence(problem, self.language))
            return
        if new != self.draft:
            before = self.draft
            self._show(new)
            self.steps.note(before)
        self._allow()

    def _text_edited(self, clause_id: int, column: str, _before: str, after: str) -> None:
        self.sheet.sent.refuse((clause_id, column))  # it is in the draft at once
        self._change(lambda draft: with_text(draft, clause_id, column, after))

    def _condition_edited(self, clause_id: int, condition: str) -> None:
        self._change(lambda draft: with_condition(draft, clause_id, condition))

    def _show(self, draft: AgreementTemplate) -> None:
        self.draft = draft
        if self.snapshot is None:
            return
        self.reading = read_agreement(self.snapshot, as_agreement(draft))
        self.sheet.show_clause(self.reading, self.reading.agreement.clauses[0], LANGUAGES)
        for line in self.sheet.keys.values():
            line.setReadOnly(True)  # its variants are found by it
        self._say_faults()

    def _say_faults(self) -> None:
        clause = self.draft.clauses[0]
        faults = clause_faults(clause) if clause.heading or clause.body else ()  # of what is begun
        told = [fault_line(fault, self.language, with_clause=False) for fault in faults[:MOST_FAULTS]]
        self.wrong.setText("\n".join(told))
        self.wrong.setProperty("role", "bad" if any(fault.grave for fault in faults) else "warn")
        self.wrong.style().unpolish(self.wrong)
        self.wrong.style().polish(self.wrong)
        self.wrong.setVisible(bool(told))

    def _allow(self) -> None:
        self.buttons["undo"].setEnabled(self.steps.can_undo())
        self.buttons["keep"].setEnabled((self.draft, self.variant.text().strip()) != self._opened)
        self.buttons["condition"].setEnabled(not self.draft.clauses[0].condition)

    # --- fields

    def open_fields(self) -> None:
        """Choose a field to insert where the cursor was."""
        text = self.sheet.last or next(self._bodies(), None)
        if self.reading is None or text is None:
            return
        self.sheet.last = text
        column = next(key[1] for key, one in self.sheet.texts.items() if one is text)
        like = with_all_parties(self.reading.agreement)
        self.menu.offer(offered_fields(self.reading, column[-2:], self.language, like=like))
        self.menu.open_below(self.buttons["field"])

    def ask_condition(self) -> None:
        """Offer a line for the condition under which the clause stands."""
        self.sheet.keep_typed()
        self.sheet.ask_condition(STEP)
        self._show(self.draft)
        self.sheet.focus_text(STEP, "condition")

    def _bodies(self) -> Iterator[FieldText]:
        return (text for (_id, column), text in self.sheet.texts.items() if column.startswith("body"))

    def _insert(self, expression: str) -> None:
        if self.sheet.last is not None:
            self.sheet.last.insert_expression(expression)

    # --- looks

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.back_button.say("‹ " + _("All templates"))
        self.variant_label.setText(_("Name of the variant"))
        self.variant.setAccessibleName(_("Name of the variant"))
        self.variant.setPlaceholderText(_("may stay empty"))
        self.note.setText(_("Agreements and templates that have taken this clause over keep their own words."))
        words = {
            "field": _("Insert field"),
            "condition": _("Condition"),
            "undo": _("Undo"),
            "keep": _("Keep in the library"),
        }
        for name, said in words.items():
            self.buttons[name].setText(ICON_GAP + said)
            self.buttons[name].setAccessibleName(said)
        self._actions["Ctrl+I"].setText(_("Insert a field"))
        self._actions["Ctrl+S"].setText(words["keep"])
        for part in (self.sheet, self.menu):
            part.retranslate(language)
        self._say_faults()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.sheet, self.menu):
            part.retheme(theme)
        for name, drawn in ICONS.items():
            self.buttons[name].setIcon(icon(drawn, theme, "on_accent" if name == "keep" else "ink_soft"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the list; no key reaches the list behind."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        event.accept()


def _draft_of(clause: TemplateClause) -> AgreementTemplate:
    return AgreementTemplate("library", AgreementTier.PROJECT, 1, EMPTY, EMPTY, (clause,))
