"""One table of all that the texts of several agreements lack, each fact once, to be filled in place."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from models.codes import AgreementStatus
from resources.languages import translator
from ui.agreements.batch_changes import BatchChanges
from ui.agreements.missing_rows import FactRow, answer_of, columns, fact_rows
from ui.agreements.pick_lists import read_entries
from ui.agreements.side_page import SidePage
from ui.widgets.choice_editors import ChoiceBox
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.message_page import MessagePage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.shared_facts import SharedFact
    from models.snapshots.shapes import Agreement, MeetingSnapshot
    from ui.office import Office
    from ui.theme import Theme
    from ui.widgets.picker_entries import Entry

OPEN = (AgreementStatus.DRAFT, AgreementStatus.UNDER_REVIEW)  # whose text can still be changed


class MissingPage(SidePage):
    """Shows the facts of the agreements just drafted, or of all that are still open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.people: tuple[Entry, ...] = ()
        self.units: tuple[Entry, ...] = ()
        self.only: tuple[int, ...] = ()  # agreements to which the page is narrowed
        self.model = EditModel(columns(lambda: self.people, lambda: self.units), self)
        self.table, self.pages = EditTable(self.model), QStackedWidget()
        self.done_page = MessagePage("circle-check")
        self.table_button = self.done_page.add_button(self._open_batch)
        self.scope, self.together, self.remark = ChoiceBox(), QCheckBox(), QLabel()
        self.open_button = QPushButton()
        self._ids: dict[object, int] = {}  # a fact keeps its number as long as it is missing
        self._asked = self._numbered = 0
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.remark.setProperty("role", "soft")
        self.scope.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        for widget in (self.scope, self.together, self.open_button):
            self.head.addWidget(widget)
        self.together.setChecked(True)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.remark)
        column.addWidget(self.table, 1)
        self.pages.addWidget(full)
        self.pages.addWidget(self.done_page)
        self.body.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.scope.activated.connect(lambda _place: self._count())
        self.together.toggled.connect(lambda _on: self._count())
        self.table.cells_edited.connect(self._fill)
        self.table.row_chosen.connect(lambda _row: self._allow())
        self.table.notice_requested.connect(lambda words: self.office.notice(words) if self.office else None)
        self.open_button.clicked.connect(self._open_place)

    # as the room is told

    def attach(self, office: Office) -> None:
        """Remember the columns in the user's settings."""
        super().attach(office)
        self.table.remember(office.settings, "missing")

    def begin(self) -> None:
        """All open agreements, until `reveal` narrows them."""
        self.only = ()
        self._say_scope()
        self._read()
        self._count()

    def reveal(self, place: str) -> None:
        """Only these agreements: their ids, with commas between them."""
        self.only = tuple(int(part) for part in place.split("/")[0].split(",") if part.isdecimal())
        self._say_scope()
        self._count()

    def show_snapshot(self, snapshot: MeetingSnapshot, agreement: Agreement | None) -> None:
        """The meeting changed: what was filled in is missing no longer."""
        super().show_snapshot(snapshot, agreement)
        self._say_scope()
        self._count()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be filled in."""
        super().set_read_only(read_only)
        self.model.set_read_only(read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.title.setText(_("Missing facts"))
        self.setAccessibleName(_("Missing facts"))
        self.table.setAccessibleName(_("Missing facts"))
        self.scope.setAccessibleName(_("Of which agreements"))
        self.together.setText(_("Ask once for all"))
        self.open_button.setText(ICON_GAP + _("Go to its place"))
        self.open_button.setAccessibleName(_("Go to its place"))
        self.table_button.setText(_("Back to the table"))
        self.model.retranslate(language)
        self._say_scope()
        self._say_remark()
        self._say_done()
        if self.isVisible():
            self._read()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.model, self.table, self.done_page, self.scope):
            part.retheme(theme)
        self.open_button.setIcon(icon("map-pin", theme))

    def take_focus(self) -> None:
        """Begin with the first fact."""
        if self.model.rows():
            chosen = self.table.chosen()
            self.table.choose_cell((chosen or self.model.rows()[0]).id, "value")
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.back_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.table.keep_typed()

    # what is asked for

    def agreements(self) -> tuple[Agreement, ...]:
        """Those whose facts are shown."""
        found = self.snapshot.agreements if self.snapshot is not None else ()
        still = tuple(one for one in found if one.status in OPEN)
        narrowed = self.only and self.scope.currentIndex() == 0
        return tuple(one for one in still if one.id in self.only) if narrowed else still

    def _read(self) -> None:
        if self.office is not None and self.snapshot is not None:
            here = frozenset(attendee.person.id for attendee in self.snapshot.attendees)
            self.office.read(read_entries(self.language, here), self._offer)

    def _offer(self, lists: tuple[tuple[Entry, ...], tuple[Entry, ...]]) -> None:
        self.people, self.units = lists

    def _count(self) -> None:
        """Ask in the reader's thread: a hundred texts take a while."""
        snapshot, office = self.snapshot, self.office
        if snapshot is None or office is None:
            return
        self._asked += 1
        asked, together = self._asked, self.together.isChecked()
        wanted = [one.id for one in self.agreements()]

        def work(_session: Session) -> tuple[SharedFact, ...]:
            from models.shared_facts import shared_facts

            return shared_facts(snapshot, wanted, together=together)

        office.read(work, lambda facts: self._show(facts) if asked == self._asked else None)

    def _show(self, facts: Sequence[SharedFact]) -> None:
        if self.snapshot is None:
            return
        self._number(facts)
        had_focus = self.table.hasFocus() or self.back_button.hasFocus()
        self.model.show_rows(fact_rows(facts, self._ids, self.agreements()))
        self.pages.setCurrentIndex(0 if facts else 1)
        self._say_remark()
        self._say_done()
        self._allow()
        if had_focus:
            self.take_focus()

    def _number(self, facts: Sequence[SharedFact]) -> None:
        """One that is missing again, its answer undone, is a line of its own: nothing is typed in it."""
        keys = dict.fromkeys(fact.key for fact in facts)
        self._ids = {key: number for key, number in self._ids.items() if key in keys}
        for key in keys:
            if key not in self._ids:
                self._numbered += 1
                self._ids[key] = self._numbered

    def _say_remark(self) -> None:
        said = translator(self.language)
        _ = said.gettext
        count, agreements = len(self.model.rows()), len(self.agreements())
        facts = said.ngettext("{count} fact is missing", "{count} facts are missing", count).format(count=count)
        texts = said.ngettext("in {count} agreement", "in {count} agreements", agreements).format(count=agreements)
        order = f"{texts}{facts}" if self.language == "zh" else f"{facts} {texts}"
        hint = _("Cells can be filled by typing, pasted from Excel or WPS, or filled down with Ctrl+D.")
        self.remark.setText(f"{order} · {hint}")

    def _say_done(self) -> None:
        """Nothing is missing – or there is nothing any more in which it could be."""
        _ = translator(self.language).gettext
        there = {one.id for one in self.snapshot.agreements} if self.snapshot is not None else set()
        gone = bool(self.only) and there.isdisjoint(self.only)
        self.table_button.setVisible(gone)
        if gone:
            told = _("Their drafting was undone. What was entered for them stands in the table of the batch again.")
            self.done_page.say(_("These agreements are there no more"), told)
        else:
            self.done_page.say(_("Nothing is missing"), _("Every text has all the facts that it asks for."))

    def _open_batch(self) -> None:
        if self.office is not None:
            self.office.show_place("agreements/@batch")

    def _say_scope(self) -> None:
        said, count = translator(self.language), len(self.only)
        _ = said.gettext
        just = said.ngettext("The {count} agreement just drafted", "The {count} agreements just drafted", count)
        chosen = max(self.scope.currentIndex(), 0)
        self.scope.clear()
        self.scope.addItems([just.format(count=count), _("All drafts")])
        self.scope.setCurrentIndex(chosen)
        self.scope.setVisible(bool(self.only))

    # filling

    def _fill(self, edits: tuple[CellEdit, ...]) -> None:
        """One step for all cells that were typed or pasted."""
        answers, kept, refused = [], [], []
        rows: dict[int, FactRow] = {row.id: row for row in self.model.rows()}
        for edit in edits:
            try:
                values = answer_of(rows[edit.row_id].fact, edit.column_key, str(edit.after or ""), self._known)
            except ValueError:
                refused.append(edit)
                continue
            answers.append((rows[edit.row_id].fact, values))
            kept.append(edit)
        self.model.forget(refused)
        if self.office is None:
            return
        if refused:
            _ = translator(self.language).gettext
            words = _("“{text}” does not fit here; the cell keeps its value.")
            self.office.notice(words.format(text=refused[0].after))
        if answers:
            changes = BatchChanges(self.office)
            changes.fill(answers, lambda _none: self.model.settle(kept), lambda _error: self.model.forget(kept))

    def _known(self, name: str, *, person: bool) -> int | str:
        """The one that is called so, else the name, to be added."""
        found = [
            entry for entry in (self.people if person else self.units) if name in (entry.words, *entry.keys.split("\n"))
        ]
        return found[0].value if len(found) == 1 else name

    def _allow(self) -> None:
        row: FactRow | None = self.table.chosen()
        self.open_button.setEnabled(row is not None)

    def _open_place(self) -> None:
        row: FactRow | None = self.table.chosen()
        if row is None or self.office is None:
            return
        place = row.fact.fact.place
        agreement = next((one for one in self.agreements() if one.id == row.fact.needed_by[0]), None)
        if place is not None:
            self.office.show_place(place.place)
        elif agreement is not None:
            self.office.show_place(f"agreements/{agreement.key}/parties")
