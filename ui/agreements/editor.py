"""The editor of one agreement: contents · text with field chips · the live page; below the text, what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from exporters.documents.words import word
from models.agreement_facts import FactKind
from models.errors import KnownError
from models.final_texts import final_revision
from models.rules.template_text import render
from models.snapshots.shapes import Agreement, MeetingSnapshot
from resources.languages import translator
from ui.agreements.clause_sheet import ClauseSheet
from ui.agreements.clause_shelf import ClauseShelf
from ui.agreements.clause_tree import FACTS, PARTIES, ClauseTree
from ui.agreements.contents import clause_key_of, notes_of, top_clause, tree_lines
from ui.agreements.facts_page import FactsPage
from ui.agreements.lifecycle_line import LifecycleLine
from ui.agreements.missing_panel import MissingPanel
from ui.agreements.page_beside import PageBeside
from ui.agreements.parties_page import PartiesPage, copies_words
from ui.agreements.reading import AgreementReading, read_agreement, with_typed
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.link_button import LinkButton
from ui.wording import error_sentence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from models.checks.finding import Finding
    from ui.office import Office
    from ui.widgets.picker_entries import Entry

TREE_WIDTH, PAGE_WIDTH = 240, 400
LANGUAGES_OF = {"zh": ("zh",), "en": ("en",), "both": ("zh", "en")}
PAPER_OF = {"zh": "zh", "en": "en", "both": "zh-en"}


class AgreementEditor(QWidget):
    """Shows one agreement and what is typed in it. What is to be changed, `EditorWork` asks for."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self.mode = "zh", "zh"
        self.reading: AgreementReading | None = None
        self.current: str | int = FACTS
        self.findings: tuple[Finding, ...] = ()
        self.back_button, self.title, self.status = LinkButton(), ElidedLabel(), ElidedLabel()
        self.tree, self.add_button, self.shelf_button = ClauseTree(), QPushButton(), QPushButton()
        self.modes = {mode: QPushButton() for mode in LANGUAGES_OF}
        self.field_button, self.page_button = QPushButton(), QPushButton()
        self.sheet, self.facts, self.parties, self.shelf = ClauseSheet(), FactsPage(), PartiesPage(), ClauseShelf()
        self.missing, self.page, self.life = MissingPanel(), PageBeside(), LifecycleLine()
        self.pages, self.splitter = QStackedWidget(), QSplitter(Qt.Orientation.Horizontal)
        self._read_only = self._closed = False  # the second: as the parts were told
        self._expected: int | None = None
        self._lay_out()
        self.tree.line_chosen.connect(self._line_chosen)
        self.back_button.clicked.connect(self.left)
        self.sheet.typed.connect(self._typed)
        self.shelf.left.connect(self.show_current)
        self.page_button.toggled.connect(self.page.setVisible)
        for mode, button in self.modes.items():
            button.clicked.connect(lambda _on, mode=mode: self.show_mode(mode))

    # building

    def _lay_out(self) -> None:
        self.title.setProperty("role", "title")
        self.status.setProperty("role", "small")
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
        panel = QFrame()
        panel.setProperty("role", "panel")
        panel.setMinimumWidth(200)
        column = QVBoxLayout(panel)
        column.setContentsMargins(8, 10, 6, 8)
        column.setSpacing(4)
        for widget in (self.back_button, self.title, self.status):
            column.addWidget(widget)
        column.addWidget(self.tree, 1)
        row = QHBoxLayout()
        for button in (self.add_button, self.shelf_button):
            row.addWidget(button, 1)
        column.addLayout(row)
        return panel

    def _middle(self) -> QWidget:
        bar = QHBoxLayout()
        for button in self.modes.values():
            button.setProperty("role", "chip")
            button.setCheckable(True)
            bar.addWidget(button)
        bar.addStretch(1)
        self.page_button.setCheckable(True)
        self.page_button.setChecked(True)
        self.page_button.setProperty("role", "chip")
        bar.addWidget(self.field_button)
        bar.addWidget(self.page_button)
        paper = QFrame()
        paper.setProperty("role", "panel")
        inside = QVBoxLayout(paper)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.sheet)
        for widget in (paper, self.facts, self.parties, self.shelf):
            self.pages.addWidget(widget)
        middle = QWidget()
        middle.setMinimumWidth(360)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.life)
        column.addLayout(bar)
        column.addWidget(self.pages, 1)
        column.addWidget(self.missing)
        return middle

    # what is shown

    @property
    def agreement(self) -> Agreement | None:
        """The agreement shown."""
        return self.reading.agreement if self.reading else None

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        self.page.attach(office)

    def open(self, snapshot: MeetingSnapshot, agreement: Agreement) -> None:
        """Show another agreement, at its first clause."""
        self.keep_typed()
        self.reading = read_agreement(snapshot, agreement)
        own = {"en": "en", "zh-en": "zh", "zh-then-en": "zh"}
        self.mode = own.get(agreement.language.value, "zh")
        self.current = agreement.clauses[0].id if agreement.clauses else FACTS
        self.pages.setCurrentIndex(0)  # not what was taken over from into another agreement
        self.show_reading()
        self.tree.choose(self.current)
        self.page.view.show_making()

    def show_snapshot(self, snapshot: MeetingSnapshot) -> bool:
        """Show the agreement as it is now; whether it is still there."""
        agreement = self.agreement
        found = next((one for one in snapshot.agreements if agreement and one.id == agreement.id), None)
        if found is None:
            return False
        self.reading = read_agreement(snapshot, found)
        self.show_reading()
        return True

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What the checks found, at the lines and texts it concerns."""
        self.findings = tuple(findings)
        if self.reading is not None:
            self.tree.show_lines(tree_lines(self.reading, self.findings, self.language))
            self.show_notes()

    def show_reading(self) -> None:
        """Show everything of the present reading; what is typed or chosen stays."""
        reading = self.reading
        if reading is None:
            return
        agreement, language = reading.agreement, self.language
        self.sheet.settle(reading)
        self.title.setText(agreement.title.pick(language) or agreement.key)
        self.status.setText(" · ".join(filter(None, (word(agreement.status, language), agreement.number))))
        self.life.show_agreement(reading.snapshot, agreement, language, read_only=self._read_only)
        self._allow()
        self.tree.show_lines(tree_lines(reading, self.findings, language))
        if self.current not in self.tree.line_keys():
            self.current = self.tree.chosen() or FACTS
        self.facts.show_agreement(agreement, language, copies_words(agreement, language))
        self.parties.show_agreement(agreement, language)
        self.missing.show_facts(reading.missing, self._number)
        for mode, button in self.modes.items():
            button.setChecked(mode == self.mode)
        if self.pages.currentIndex() != 3:
            self.show_current()
        self.show_page(soon=False)
        self._go_to_expected()

    def show_current(self) -> None:
        """Show the chosen line in the middle."""
        reading = self.reading
        if reading is None:
            return
        clause = top_clause(reading.agreement, self.current) if isinstance(self.current, int) else None
        if clause is not None:
            self.sheet.show_clause(reading, clause, LANGUAGES_OF[self.mode])
            self.pages.setCurrentIndex(0)
        else:
            self.pages.setCurrentIndex(2 if self.current == PARTIES else 1)
        self.field_button.setEnabled(clause is not None and not self.closed())
        self.missing.fold(clause is None)
        if clause is not None:
            paper = "en" if self.mode == "en" else "zh"
            self.page.follow(f"{reading.number(clause, paper)} {reading.heading(clause, paper)}")
        self.show_notes()

    def show_mode(self, mode: str) -> None:
        """Chinese, English, or both side by side."""
        self.sheet.keep_typed()
        self.mode = mode
        self.show_reading()

    def show_notes(self) -> None:
        """What the checks say, and what is wrong with the text just typed."""
        reading = self.reading
        if reading is None:
            return
        notes = notes_of(self.findings, reading.agreement, self.language)
        told = {key: note for key, note in notes.items() if isinstance(key, int)}
        for (clause_id, _column), text in self.sheet.texts.items():
            problem = _problem(text.source())
            if problem is not None:
                told[clause_id] = ("bad", error_sentence(problem, self.language))
        self.sheet.show_notes(told)
        self.parties.show_note(notes.get(PARTIES, ("", ""))[1])
        self.facts.show_note(notes.get(FACTS, ("", ""))[1])

    def show_page(self, *, soon: bool) -> None:
        """Make the page of what is typed."""
        reading = self.reading
        if reading is not None and reading.agreement.clauses:
            snapshot = with_typed(reading.snapshot, reading.agreement.id, self.sheet.typed_texts())
            self.page.show_agreement(snapshot, reading.agreement.key, PAPER_OF[self.mode], soon=soon)
        elif reading is not None:
            self.page.view.say(translator(self.language).gettext("The agreement has no text yet."))

    def choose(self, key: str | int) -> None:
        """Go to a line of the contents."""
        self.tree.choose(key)
        if self.current != key:
            self._line_chosen(key)

    def expect_clause(self, clause_id: int) -> None:
        """A clause was just added: go into it as soon as it is here."""
        self._expected = clause_id
        self._go_to_expected()

    def _go_to_expected(self) -> None:
        if self._expected is not None and self._expected in self.tree.line_keys():
            clause_id, self._expected = self._expected, None
            self.choose(clause_id)
            self.sheet.focus_text(clause_id, "heading")

    def step(self, lines: int) -> None:
        """The line before or after."""
        keys = self.tree.line_keys()
        place = keys.index(self.current) + lines if self.current in keys else 0
        if 0 <= place < len(keys):
            self.choose(keys[place])

    def reveal(self, place: str) -> None:
        """Go to a place of this agreement: "", "clauses/<key or id>/<column>", "parties/<n>/<field>", "<field>"."""
        agreement = self.agreement
        part, _, rest = place.partition("/")
        if agreement is None or not part:
            return
        if part == "clauses":
            words = [word for word in rest.split("/") if word != "clauses"]
            ids = [found for found in (clause_key_of(agreement, one) for one in words) if found is not None]
            if ids:
                self.choose(ids[-1])
                column = words[-1] if clause_key_of(agreement, words[-1]) is None else ""
                self.sheet.focus_text(ids[-1], column)
        elif part == "parties":
            self.choose(PARTIES)
            number, _, column = rest.partition("/")
            self.parties.reveal(int(number) if number.isdecimal() else 1, column)
        elif not (part == "variables" and self.missing.focus_fact(rest)):
            self.choose(FACTS)
            self.facts.reveal(place)

    def offer(self, people: Sequence[Entry], units: Sequence[Entry]) -> None:
        """Whom and what there is to pick."""
        self.parties.offer(people, units)
        self.missing.offer(FactKind.PERSON, people)
        self.missing.offer(FactKind.UNIT, units)

    # common to all parts

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        for part in (self.sheet, self.facts, self.parties, self.missing):
            part.keep_typed()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited, whatever the agreement."""
        self._read_only = read_only
        self._allow()

    def closed(self) -> bool:
        """Whether the text cannot be edited: nothing can, or it is final."""
        return self._read_only or (self.agreement is not None and final_revision(self.agreement) is not None)

    def _allow(self) -> None:
        closed = self.closed()
        if closed != self._closed:
            self._closed = closed
            for part in (self.sheet, self.facts, self.parties, self.missing, self.tree):
                part.set_read_only(closed)
            for button in (self.add_button, self.shelf_button, self.field_button):
                button.setEnabled(not closed)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("Editor of the agreement"))
        self.back_button.say("‹ " + _("All agreements"))
        self.tree.setAccessibleName(_("Contents of the agreement"))
        words = {"zh": _("Chinese"), "en": _("English"), "both": _("Side by side")}
        for mode, button in self.modes.items():
            button.setText(words[mode])
            button.setAccessibleName(words[mode])
        self._say_buttons()
        for part in (self.life, self.sheet, self.facts, self.parties, self.missing, self.page, self.shelf):
            part.retranslate(language)
        self.show_reading()

    def _say_buttons(self) -> None:
        _ = translator(self.language).gettext
        said = (
            (self.add_button, _("Clause"), _("Add a clause behind the chosen one (Insert)")),
            (self.shelf_button, _("Take over…"), _("Take clauses over from templates and other agreements")),
            (self.field_button, _("Insert field"), _("Insert a field where the cursor is (Ctrl+I)")),
            (self.page_button, _("Page"), _("Show or hide the page (F8)")),
        )
        for button, text, tip in said:
            button.setText(ICON_GAP + text)
            button.setAccessibleName(text)
            button.setToolTip(tip)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.sheet, self.facts, self.parties, self.tree, self.page):
            part.retheme(theme)
        for button, name in (
            (self.add_button, "plus"),
            (self.shelf_button, "copy"),
            (self.field_button, "chevron-down"),
            (self.page_button, "eye"),
        ):
            button.setIcon(icon(name, theme))
        self.shelf.source.retheme(theme)

    # within

    def _number(self, clause_id: int) -> str:
        reading = self.reading
        return reading.numbers[self.language].get(clause_id, "") if reading else ""

    def _line_chosen(self, key: str | int) -> None:
        if key != self.current:
            self.sheet.keep_typed()
        self.current = key
        self.show_current()
        if isinstance(key, int):
            self.sheet.show_part(key)

    def _typed(self) -> None:
        self.show_notes()
        self.show_page(soon=True)


def _problem(source: str) -> KnownError | None:
    """Why a text cannot be read."""
    try:
        render(source, {})
    except KnownError as error:
        return error
    return None
