"""The ceremony room: signing rounds, plaques, the host's lines and seat plans as tables, the fields beside them.

Places: "rounds/3", "plaques/7", "cue_lines/4", "seat_plans/2", each also with a field ("plaques/7/text_en") and with
"ceremony/" in front.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.ceremony.desk import CeremonyDesk
from ui.ceremony.fields import panel_id, record_of, sections, values
from ui.ceremony.offers import CeremonyOffers
from ui.ceremony.record_table import RecordTable
from ui.ceremony.rounds_page import RoundsPage
from ui.ceremony.rows import N_, cue_columns, cue_rows, plan_columns, plan_rows, plaque_columns, plaque_rows
from ui.room import Room
from ui.theme import Theme
from ui.widgets.field_panel import FieldPanel, gone_words
from ui.widgets.message_page import MessagePage

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from ui.office import Office

# Kind of record, first part of its places, words of its chip, of the button that adds one, and its first field.
KINDS = (
    ("signing_round", "rounds", N_("Signing rounds"), N_("Add a round"), "title"),
    ("plaque_award", "plaques", N_("Plaques"), N_("Add a plaque"), "text"),
    ("cue_line", "cue_lines", N_("The host's lines"), N_("Add a line"), "text"),
    ("seat_plan", "seat_plans", N_("Seat plans"), N_("Add a seat plan"), "title"),
)
LONGEST_TITLE = 40  # characters: a line of the host may be a whole speech
_ROWS = {"plaque_award": plaque_rows, "cue_line": cue_rows, "seat_plan": plan_rows}


class CeremonyRoom(Room):
    """What happens on stage."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: CeremonyDesk | None = None
        self._offers = CeremonyOffers()
        offers = self._offers.all()
        self.rounds_page, self.panel = RoundsPage(offers), FieldPanel()
        self.tables = {
            "signing_round": self.rounds_page.rounds,
            "plaque_award": RecordTable(
                "plaque_award", N_("Plaques"), plaque_columns(offers), add_words=N_("＋ Type the words of a plaque")
            ),
            "cue_line": RecordTable(
                "cue_line", N_("The host's lines"), cue_columns(offers), add_words=N_("＋ Type what the host says")
            ),
            "seat_plan": RecordTable(
                "seat_plan", N_("Seat plans"), plan_columns(offers), add_words=N_("＋ Type a title to add a seat plan")
            ),
        }
        self.chips = tuple(QPushButton() for _kind in KINDS)
        self.add_button, self.pages, self.empty_page = QPushButton(), QStackedWidget(), MessagePage("award")
        self.first_button = self.empty_page.add_button(lambda: self.add("signing_round"), main=True)
        self._whole, self._chosen = QStackedWidget(), ("signing_round", 0)
        self._awaited: tuple[str, int] | None = None
        self._found: dict[str, tuple[Finding, ...]] = {}
        self._actions = tuple(QAction(self) for _kind in KINDS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head, group = QHBoxLayout(), QButtonGroup(self)
        head.setSpacing(8)
        for number, chip in enumerate(self.chips):
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            group.addButton(chip, number)
            head.addWidget(chip)
        self.chips[0].setChecked(True)
        group.idClicked.connect(self.show_kind)
        self.add_button.setProperty("role", "main")
        head.addStretch(1)
        head.addWidget(self.add_button)
        for page in (self.rounds_page, *(self.tables[kind] for kind, *_rest in KINDS[1:])):
            self.pages.addWidget(page)
        full, body = QWidget(), QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.pages, 1)
        body.addWidget(self.panel)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addLayout(body, 1)
        for page in (full, self.empty_page):
            self._whole.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.addWidget(self._whole)

    def _connect(self) -> None:
        self.add_button.clicked.connect(lambda: self.add(self.kind))
        keys = self._add_action = QAction(self)
        keys.setShortcut(QKeySequence("Ctrl+Shift+N"))
        keys.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        keys.triggered.connect(lambda: self.add(self.kind))
        self.addAction(keys)
        self.panel.field_edited.connect(self._store)
        self.rounds_page.agreement_opened.connect(self._open_agreement)
        for kind, table in self.tables.items():
            table.new_row_requested.connect(partial(self._add_named, kind))
            table.rows_deleted.connect(partial(self._delete, kind))
            table.rows_moved.connect(partial(self._move, kind))
            table.row_insert_requested.connect(partial(self._insert, kind))
        for table in (*self.tables.values(), self.rounds_page.stage):
            table.row_taken.connect(self._take)
            table.leave_requested.connect(self._enter_panel)
        for action, (kind, *_rest) in zip(self._actions, KINDS, strict=True):
            action.triggered.connect(lambda _checked=False, kind=kind: self.add(kind))

    # the window
    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        self.desk = self.rounds_page.desk = CeremonyDesk(office)
        for table in self._all_tables():
            table.desk = self.desk
            table.remember(office.settings, f"ceremony_{table.kind}")
            table.notice_requested.connect(office.notice)

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show another meeting, or the same one after a change."""
        another = self.is_another(snapshot)
        if another:
            self.panel.clear()  # while what is typed still has its row
        super().show_snapshot(snapshot)
        if another:
            self._chosen, self._found, self._awaited = ("signing_round", 0), {}, None
        self._offers.take(snapshot)
        self._read_units()
        self._set_read_only()
        self.rounds_page.show_snapshot(snapshot)
        self._show_rows(snapshot)
        self._say_counts()
        empty = not (snapshot.rounds or snapshot.plaques or snapshot.cue_lines or snapshot.seat_plans)
        self._whole.setCurrentIndex(int(empty))
        self._take_awaited()
        self._show_panel()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Mark the rows in which something wants a look."""
        found: dict[str, tuple[Finding, ...]] = {}
        for finding in findings:
            place = "/".join(finding.place.split("/")[:2])
            found[place] = (*found.get(place, ()), finding)
        self._found = found
        if self.snapshot is not None:
            self._show_rows(self.snapshot)

    def _show_rows(self, snapshot: MeetingSnapshot) -> None:
        families = {kind: family for kind, family, *_rest in KINDS}
        for kind, made in _ROWS.items():
            rows = (replace(row, marks=self._found.get(f"{families[kind]}/{row.id}", ())) for row in made(snapshot))
            self.tables[kind].model_of_rows.show_rows(tuple(rows))

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        if self.desk is not None:
            self.desk.language = language
        self.setAccessibleName(_("Ceremony"))
        self.panel.name(_("About the chosen row"))
        self.panel.retranslate(language)
        self.rounds_page.retranslate(language)
        for kind, *_rest in KINDS[1:]:
            self.tables[kind].retranslate(language)
        self.empty_page.say(
            _("Nothing is planned for the stage yet"),
            _(
                "Here stand the signing rounds with their agreements and people, the plaques, the lines of the host "
                "and the seat plans."
            ),
        )
        self.first_button.setText(_("Add the first signing round"))
        self.first_button.setAccessibleName(_("Add the first signing round"))
        for action, (_kind, _place, _words, add, _field) in zip(self._actions, KINDS, strict=True):
            action.setText(_(add))
        self._say_counts()
        self._show_panel()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.rounds_page.retheme(theme)
        self.panel.retheme(theme)
        self.empty_page.retheme(theme)
        for table in self.tables.values():
            table.retheme(theme)

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        empty = self._whole.currentIndex() == 1
        target: QWidget = self.first_button if empty else self.tables[self.kind]
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commands(self) -> tuple[QAction, ...]:
        """What can be done here."""
        return self._actions

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        for table in self._all_tables():
            table.keep_typed()
        self.panel.keep_typed()

    def reveal(self, place: str) -> None:
        """Go to a record and one of its fields."""
        family, *rest = place.removeprefix("ceremony/").split("/")
        number = next((number for number, each in enumerate(KINDS) if each[1] == family), None)
        if number is None or self._whole.currentIndex() == 1:
            return
        self.show_kind(number)
        if rest and rest[0].isdecimal() and self.tables[self.kind].choose_cell(int(rest[0])):
            self._take(self.kind, int(rest[0]))
            if len(rest) > 1:
                self.panel.focus_field(rest[1])

    # what is shown
    @property
    def kind(self) -> str:
        """The kind of record whose table is shown."""
        return KINDS[self.pages.currentIndex()][0]

    def show_kind(self, number: int) -> None:
        """Show the table of another kind."""
        self.keep_typed()
        self.pages.setCurrentIndex(number)
        self.chips[number].setChecked(True)
        self._say_counts()
        self._take(self.kind, self.tables[self.kind].current_id())
        self.tables[self.kind].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _all_tables(self) -> tuple[RecordTable, ...]:
        return (*self.tables.values(), self.rounds_page.signed, self.rounds_page.stage)

    def _take(self, kind: str, row_id: int | None) -> None:
        self._chosen = (kind, row_id or 0)
        self._show_panel()

    def _show_panel(self) -> None:
        """The fields of the chosen row; without one, of the row of the cursor."""
        kind, row_id = self._chosen
        table = self.rounds_page.stage if kind == "round_person" else self.tables[kind]
        row = table.row(row_id)
        if row is None:
            kind = self.kind
            table = self.tables[kind]
            row = table.row(table.current_id())
        if row is None:
            self.panel.clear()
            return
        words = [column.text(row, self.language) for column in table.model_of_rows.columns]
        subtitle = translator(self.language).gettext(_NAMES[kind])
        fields = sections(kind, self._offers.all())
        title = words[1] if len(words[1]) <= LONGEST_TITLE else words[1][:LONGEST_TITLE] + "…"
        number = panel_id(kind, row.id)
        self.panel.show_record(number, title or f"{row.number}", subtitle, fields, values(row.record))

    def _say_counts(self) -> None:
        _ = translator(self.language).gettext
        for chip, (kind, _place, words, _add, _field) in zip(self.chips, KINDS, strict=True):
            count = len(self.tables[kind].model_of_rows.rows())
            said = f"{_(words)} {count}" if count else _(words)
            chip.setText(said)
            chip.setAccessibleName(said)
        add = _(KINDS[self.pages.currentIndex()][3])
        self.add_button.setText(f"＋ {add}")
        self.add_button.setAccessibleName(add)
        self._add_action.setText(add)

    def _set_read_only(self) -> None:
        read_only = self.office is None or self.office.read_only
        self.rounds_page.set_read_only(read_only)
        for table in self.tables.values():
            table.model_of_rows.set_read_only(read_only)
        self.panel.set_read_only(read_only)
        for button in (self.add_button, self.first_button):
            button.setEnabled(not read_only)
        for action in self._actions:
            action.setEnabled(not read_only)

    def _read_units(self) -> None:
        """The units of the workspace, for the pickers; they come a moment later."""
        if self.office is not None:
            from models.store.directory import list_organizations

            self.office.look(list_organizations, self._take_units)

    def _take_units(self, rows: tuple[Any, ...]) -> None:
        self._offers.take_units(rows)
        self._show_panel()

    # wishes
    def add(self, kind: str, text: str = "", before_id: int | None = None) -> None:
        """One more record of a kind; it is chosen, and its first field waits for words."""
        if self.desk is None or self.snapshot is None or self.office is None or self.office.read_only:
            return
        done = partial(self._await, kind, bool(text))
        self.desk.add(kind, self.snapshot.meeting.id, text, done, before_id=before_id)

    def _add_named(self, kind: str, text: str) -> None:
        self.add(kind, text)

    def _insert(self, kind: str, before_id: int | None) -> None:
        self.add(kind, before_id=before_id)

    def _delete(self, kind: str, ids: tuple[int, ...]) -> None:
        if self.desk is not None:
            self.desk.delete(kind, ids)

    def _move(self, kind: str, ids: tuple[int, ...], before_id: int | None) -> None:
        if self.desk is not None:
            self.desk.move(kind, ids, before_id, lambda _error: self.show_snapshot(self.snapshot))

    def _store(self, number: int, column: str, before: Any, after: Any) -> None:
        kind, row_id = record_of(number)
        table = self.rounds_page.stage if kind == "round_person" else self.tables[kind]
        if table.row(row_id) is None and self.office is not None:
            self.office.notice(gone_words(after, self.language))
        elif self.desk is not None:
            self.desk.edit(kind, row_id, column, before, after, partial(self._refused, number, column, after))

    def _refused(self, number: int, column: str, typed: Any, _error: Exception) -> None:
        if number == self.panel.row_id:
            self.panel.give_back(column, typed)

    def _await(self, kind: str, named: bool, row_id: int) -> None:
        """Choose what was just made, as soon as it is shown; without words, ask for them."""
        self._awaited = (kind, row_id if named else -row_id)
        self._take_awaited()

    def _take_awaited(self) -> None:
        kind, number = self._awaited or ("", 0)
        if not kind or self.tables[kind].row(abs(number)) is None:
            return
        self._awaited = None
        self._whole.setCurrentIndex(0)
        if number > 0 and self.tables[self.kind].is_editing:  # the next row is being typed already
            if kind == self.kind and self.tables[kind].is_adding:
                self._take(kind, abs(number))
            return
        self.show_kind([each[0] for each in KINDS].index(kind))
        self.tables[kind].choose(abs(number))
        self._take(kind, abs(number))
        if number < 0:
            self._enter_panel()

    def _enter_panel(self) -> None:
        kind = record_of(self.panel.row_id)[0] if self.panel.row_id is not None else ""
        self.panel.focus_field(next((each[4] for each in KINDS if each[0] == kind), "part"))

    def _open_agreement(self, agreement_id: int) -> None:
        agreement = next((each for each in self.snapshot.agreements if each.id == agreement_id), None)
        if agreement is not None and self.office is not None:
            self.office.show_place(f"agreements/{agreement.key}")


_NAMES = {
    "signing_round": N_("Signing round"),
    "plaque_award": N_("Plaque"),
    "cue_line": N_("Line of the host"),
    "seat_plan": N_("Seat plan"),
    "round_person": N_("Person on stage"),
}
