"""The pages that take the place of the people table for a while.

The plan of a paste, the look-alikes to merge; the door and the proof sheet, made when they are first opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from models.rules.search_text import folded
from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.dialogs.troubles import Action
from ui.people.merge_page import MergePage
from ui.people.paste_columns import is_slip
from ui.people.paste_page import PastePage, PlanLine, plan_lines
from ui.people.paste_plan import PastePlan, PastePlanner, PasteTarget
from ui.people.rows import PersonRow
from ui.rooms import DOOR
from ui.theme import Theme, load_theme

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ui.people.door.page import DoorPage
    from ui.people.proof.page import ProofPage
    from ui.people.room import PeopleRoom

Planned = tuple[PastePlan, list[PlanLine]]
AT_ONCE = 200  # lines; more are planned beside the window's thread


class SidePages(QObject):
    """Holds the pages; the table is the first of the stack."""

    def __init__(self, room: PeopleRoom) -> None:
        super().__init__(room)
        self._room = room
        self.stack = QStackedWidget()
        self.paste, self.merge = PastePage(), MergePage()
        self.plan: PastePlan | None = None
        self.door: DoorPage | None = None
        self.proof: ProofPage | None = None
        self._theme = load_theme("light")
        self._asked = 0  # plans so far
        self.stack.addWidget(self.paste)
        self.stack.addWidget(self.merge)
        self.paste.accepted.connect(self._apply)
        self.paste.declined.connect(self.close)
        self.merge.closed.connect(self.close)
        self.merge.merge_requested.connect(self._merge)
        self.merge.separate_requested.connect(self.close_if_done)

    @property
    def is_open(self) -> bool:
        """Whether one of them stands in the place of the table."""
        return self.stack.currentWidget() in (self.paste, self.merge, *self._later())

    def plan_paste(self, cells: Sequence[Sequence[str]], at: QModelIndex) -> None:
        """Show what a paste would do."""
        room = self._room
        if room.model.read_only or not cells:
            return
        if is_slip(cells, room.model.columns) and room.imports.add_cells(cells):
            return
        shown = room.table.shown_columns()
        target = PasteTarget(
            rows=room.model.rows(),
            columns=[room.model.columns[number] for number in shown]
            + [column for number, column in enumerate(room.model.columns) if number not in shown],
            everybody=room.bar.filter.rows,
            language=room.language,
            row=at.row() if at.isValid() else -1,
            column=shown.index(at.column()) if at.isValid() and at.column() in shown else 0,
        )
        planner, columns, rows = PastePlanner(target, self._unit_names()), room.model.columns, self._rows()

        def work() -> Planned:
            plan = planner.make(cells)
            return plan, plan_lines(plan, columns, rows.get, target.language)

        self._asked += 1
        if len(cells) <= AT_ONCE or room.office is None:
            self._planned(self._asked, work())
        else:
            failed = partial(room.office.tell_error, Action.OTHER)
            room.office.link.run_beside(work, partial(self._planned, self._asked), failed)

    def _planned(self, asked: int, made: Planned) -> None:
        """Show a plan, unless another one was asked for since, or another meeting."""
        if asked == self._asked:
            self.plan, lines = made
            self.paste.show_plan(self.plan, lines, self._room.language)
            self._open(self.paste)
            self.paste.apply_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_merge(self) -> None:
        """Show the people who look alike, side by side."""
        if self._room.snapshot is not None:
            self.merge.show_pairs(())
            self._open(self.merge)
            self.merge.take_focus()
            self._find_pairs()

    def open_place(self, place: str) -> None:
        """The door, or the proof sheet, in the place of the table."""
        self._room.imports.leave()
        self._room.keep_typed()
        if place == DOOR:
            self.open_door()
        else:
            self.open_proof()

    def open_door(self) -> None:
        """Sign people in."""
        from ui.people.door.page import DoorPage

        room = self._room
        if room.office is None or room.snapshot is None:
            return
        if self.door is None:
            page = self.door = DoorPage(room.known)
            page.attach(room.office)
            page.closed.connect(self._close_door)
            self._add(page)
        self.door.show_snapshot(room.snapshot)
        self._open(self.door)
        self.door.take_focus()

    def open_proof(self) -> None:
        """Tick facts."""
        from ui.people.proof.page import ProofPage

        room = self._room
        if room.office is None or room.snapshot is None:
            return
        if self.proof is None:
            page = self.proof = ProofPage()
            page.attach(room.office)
            page.closed.connect(self.close_to_table)
            page.place_requested.connect(room.office.show_place)
            self._add(page)
        self.proof.show_snapshot(room.snapshot)
        self._open(self.proof)
        self.proof.take_focus()

    def take_focus(self) -> bool:
        """Put the keyboard into the page that is open; whether one is that takes it."""
        shown = [page for page in self._later() if page is self.stack.currentWidget()]
        for page in shown:
            page.take_focus()
        return bool(shown)

    def offer_anew(self) -> None:
        """The people or units of the workspace were read."""
        if self.door is not None:
            self.door.form.offer_anew()

    def close_to_table(self) -> None:
        """Back to the table, with the keyboard."""
        self.close()
        self._room.take_focus()

    def _close_door(self) -> None:
        """Back to the table. The name typed next narrows it: in a cell it would rename whoever stands there."""
        self.close()
        self._room.bar.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Back to the table."""
        self.plan = None
        self._asked += 1
        self.stack.setCurrentIndex(0)
        self._room.panel.setVisible(True)
        self._room.bar.setEnabled(True)
        self._room.bar.line.setEnabled(True)
        self._room.show_page()

    def close_if_done(self) -> None:
        """Back to the table when nobody is left to compare."""
        if not self.merge.pairs:
            self.close()

    def follow(self, snapshot: MeetingSnapshot) -> None:
        """The meeting changed under the page that is open."""
        page = self.stack.currentWidget()
        if page is self.merge:
            self._find_pairs()
        for later in self._later():
            if page is later:
                later.show_snapshot(snapshot)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.paste.retranslate(language)
        self.merge.retranslate(language)
        for page in self._later():
            page.retranslate(language)
        if self.plan is not None:
            lines = plan_lines(self.plan, self._room.model.columns, self._rows().get, language)
            self.paste.show_plan(self.plan, lines, language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.paste.retheme(theme)
        self.merge.retheme(theme)
        self._theme = theme
        for page in self._later():
            page.retheme(theme)

    def _later(self) -> tuple[DoorPage | ProofPage, ...]:
        """The pages that were made when they were wanted."""
        return tuple(page for page in (self.door, self.proof) if page is not None)

    def _add(self, page: DoorPage | ProofPage) -> None:
        page.retheme(self._theme)
        page.retranslate(self._room.language)
        self.stack.addWidget(page)

    def _open(self, page: QWidget) -> None:
        self.stack.setCurrentWidget(page)
        self._room.panel.setVisible(False)
        self._room.bar.setEnabled(False)
        self._room.bar.line.setEnabled(False)
        self._room.show_page()

    def _apply(self) -> None:
        plan, desk, office = self.plan, self._room.desk, self._room.office
        if plan is None or desk is None or office is None:
            return
        cells = [edit for edit in plan.changed if edit.column_key == "unit" and isinstance(edit.after, str)]
        units = [str(edit.after) for edit in cells]
        count = len(plan.added) + len({edit.row_id for edit in plan.changed})
        ngettext = translator(self._room.language).ngettext
        words = ngettext(
            "{count} person pasted. Undo takes it back.", "{count} people pasted. Undo takes it back.", count
        )

        def done(made: Sequence[int]) -> None:
            office.notice(words.format(count=count))
            if made:
                self._room.added(made[0])

        desk.paste(plan.added, plan.changed, units, done)
        self.close()
        self._room.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _find_pairs(self) -> None:
        """Compare everybody, in the reader's thread."""
        office, meeting_id = self._room.office, self._room.snapshot.meeting.id

        def work(session: Session) -> object:
            from models.store.look_alikes import list_look_alikes

            return list_look_alikes(session, meeting_id)

        if office is not None:
            office.read(work, self._pairs_found)

    def _pairs_found(self, pairs: Any) -> None:
        self.merge.show_pairs(pairs)

    def _merge(self, kept_id: int, other_id: int, values: Any) -> None:
        if self._room.desk is not None:
            self._room.desk.merge(kept_id, other_id, values)

    def _rows(self) -> dict[int, PersonRow]:
        return {row.id: row for row in self._room.bar.filter.rows}

    def _unit_names(self) -> dict[str, int]:
        """Every name of every unit, the full ones last: they win."""
        named: dict[str, int] = {}
        units = self._room.known.units
        for unit in units:
            for words in (*unit.aliases, unit.short_name.zh, unit.short_name.en):
                named.setdefault(folded(words), unit.id)
        for unit in units:
            for words in (unit.name.zh, unit.name.en):
                named[folded(words)] = unit.id
        named.pop("", None)
        return named
