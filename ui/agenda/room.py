"""The agenda room: the day as a timeline and as a table, beside them every field of the chosen item.

Places: "agenda/5" (the item), "agenda/5/title_zh" and every other column of an item (day, start, minutes, kind,
parent_id, moderator_id, talk_minutes, title, place, materials, detail with or without _zh and _en), and
"agenda/5/presenters".
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from models.checks.agenda_marks import agenda_marks
from models.checks.finding import Finding
from models.codes import AgendaKind, DatePrecision
from models.snapshots.shapes import AgendaItem, MeetingSnapshot
from resources.languages import translator
from ui.agenda.add_line import AddLine
from ui.agenda.adding import Adding
from ui.agenda.cards import cards_of, remark_words, slots_of
from ui.agenda.commands import Commands
from ui.agenda.desk import AgendaDesk
from ui.agenda.empty_page import EmptyAgendaPage
from ui.agenda.head import AgendaHead
from ui.agenda.item_panel import ItemPanel
from ui.agenda.layout import days_between
from ui.agenda.table import AgendaTable, item_rows
from ui.agenda.timeline import Timeline
from ui.agenda.timeline_drag import Make, Wish
from ui.room import Room
from ui.settings import AGENDA_PUSH, AGENDA_VIEW, AGENDA_ZOOM
from ui.theme import Theme
from ui.widgets.field_panel import gone_words

if TYPE_CHECKING:
    from ui.office import Office
    from ui.widgets.edit_model import CellEdit


WIDE = 1360  # px from which timeline and table are offered side by side


class AgendaRoom(Room):
    """The agenda of the meeting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: AgendaDesk | None = None
        self.current: int | None = None
        self._marks: Mapping[int, tuple[Finding, ...]] = {}
        self._awaited: tuple[int, str] | None = None  # an item just made, and the field to go to
        self.head, self.add_line, self.empty_page = AgendaHead(), AddLine(), EmptyAgendaPage()
        self.panel = ItemPanel()
        self.timeline, self.table = Timeline(), AgendaTable(self.panel.people_entries)
        self.adding, self.commands_made = Adding(self), Commands(self)
        self.paper = QFrame()
        self.split, self._pages = QSplitter(), QStackedWidget()
        self._view = self._wanted_view = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.paper.setProperty("role", "panel")
        inner = QVBoxLayout(self.paper)
        inner.setContentsMargins(1, 6, 1, 6)
        inner.addWidget(self.timeline)
        for part in (self.paper, self.table):
            self.split.addWidget(part)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(12)
        self._pages.addWidget(self.split)
        self._pages.addWidget(self.empty_page)
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._pages, 1)
        left.addWidget(self.add_line)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addLayout(left, 1)
        body.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addWidget(self.head)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        timeline, table, head = self.timeline, self.table, self.head
        head.view_chosen.connect(self.show_view)
        head.push_chosen.connect(self.set_push)
        head.zoom_stepped.connect(lambda step: timeline.set_zoom(timeline.zoom + step))
        head.kind_chosen.connect(self.add_line.begin)
        self.add_line.add_requested.connect(self.adding.add)
        self.empty_page.template_chosen.connect(self._fill)
        timeline.wished.connect(self._store_wish)
        timeline.item_chosen.connect(self._point)
        timeline.item_pointed.connect(self.adding.point)
        timeline.open_requested.connect(lambda _id: self.panel.focus_field("title"))
        timeline.order_requested.connect(lambda item_id, before: self._desk().reorder((item_id,), before))
        timeline.menu_requested.connect(self.commands_made.open_menu)
        timeline.zoomed.connect(self._keep_zoom)
        timeline.times_requested.connect(lambda: self._desk().time_in_turn())
        table.row_chosen.connect(lambda row: self._point(row.id if row is not None else None))
        table.clicked.connect(lambda _index: self.adding.point(self.current))
        table.cells_edited.connect(self._store_cells)
        table.rows_moved.connect(lambda ids, before: self._desk().reorder(ids, before))
        table.rows_deleted.connect(lambda ids: self._desk().delete(ids))
        table.menu_requested.connect(lambda place, _ids: self.commands_made.open_menu(place))
        table.leave_requested.connect(lambda: self.panel.focus_field("title"))
        table.row_insert_requested.connect(lambda _above: self.add_line.begin())
        self.panel.field_edited.connect(self._store_field)
        self.panel.presenters_changed.connect(self._store_presenters)
        self.panel.close_gap_requested.connect(lambda: self._desk().close_gap(self.current or 0))

    # the window
    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        self.desk = AgendaDesk(office)
        settings = office.settings
        self.table.remember(settings, "agenda")
        self.table.notice_requested.connect(office.notice)
        self.timeline.set_zoom(settings.get(AGENDA_ZOOM))
        self.head.push.setChecked(settings.get(AGENDA_PUSH))
        self.set_push(settings.get(AGENDA_PUSH))
        self.show_view(settings.get(AGENDA_VIEW))

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show another meeting, or the same one after a change: what is typed and chosen stays."""
        another = self.is_another(snapshot)
        if another:
            self.panel.clear()
            self.current, self._awaited = None, None
            self.adding.forget()
        super().show_snapshot(snapshot)
        if self.desk is not None:
            self.desk.snapshot = snapshot
        self.panel.take(snapshot)
        self.table.layout_of_columns.show_english(snapshot.meeting.needs_english)
        self._marks = agenda_marks(snapshot)
        self._set_read_only()
        self._show(another=another)
        self._take_awaited()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        if self.desk is not None:
            self.desk.language = language
        self.setAccessibleName(_("Agenda"))
        self.panel.name(_("About the chosen agenda item"))
        self.table.setAccessibleName(_("Agenda as a table"))
        self.table.items.retranslate(language)
        for part in (self.head, self.add_line, self.empty_page, self.timeline, self.panel):
            part.retranslate(language)
        self.commands_made.retranslate(language)
        if self.snapshot is not None:
            self._show()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.table.items.retheme(theme)
        for part in (self.head, self.add_line, self.empty_page, self.timeline, self.table, self.panel):
            part.retheme(theme)

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        items = self.snapshot is not None and self.snapshot.agenda
        target: QWidget = self.add_line.title
        if items:
            target = self.table if self._view == "table" else self.timeline
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, place: str) -> None:
        """Go to an item and into one of its fields."""
        _room, _slash, rest = place.partition("/")
        number, _slash, column = rest.partition("/")
        if not number.isdecimal() or self._item(int(number)) is None:
            return
        self.choose(int(number))
        self.adding.point(self.current)
        self._show_chosen()
        self._go_to_field(column)

    def commands(self) -> tuple[QAction, ...]:
        """What can be done here."""
        return self.commands_made.actions

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.timeline.keys.settle()
        self.table.keep_typed()
        self.panel.keep_typed()

    # what is chosen and how it is shown
    def _point(self, item_id: int | None) -> None:
        """Somebody chose another item; what the room itself chooses is chosen already."""
        if item_id != self.current:
            self.choose(item_id)
            self.adding.point(self.current)

    def choose(self, item_id: int | None) -> None:
        """Choose an item, in both views and in the panel."""
        if item_id is None and self._view == "table":
            return
        self.current = item_id
        if item_id is not None and self.timeline.scene.current != item_id:
            self.timeline.choose(item_id)
        row = self.table.chosen()
        if item_id is not None and (row is None or row.id != item_id):
            self.table.choose(item_id)
        self._show_item()

    def chosen_ids(self) -> tuple[int, ...]:
        """The items that a command is for."""
        if self.table.hasFocus() or self._view == "table":
            return self.table.chosen_ids()
        return self.timeline.chosen_ids()

    def show_view(self, view: str) -> None:
        """Show the timeline, the table or both, and keep that choice."""
        if self.office is not None and self.office.settings.get(AGENDA_VIEW) != view:
            self.office.settings.set(AGENDA_VIEW, view)
        self._wanted_view = view
        self._fit_view()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: both views only where both find room."""
        super().resizeEvent(event)
        self._fit_view()

    def _fit_view(self) -> None:
        wide = self.width() >= WIDE
        view = self._wanted_view if wide or self._wanted_view != "both" else "timeline"
        self.head.offer_both(wide)
        if view == self._view:
            return
        self._view, had_focus = view, self.split.isAncestorOf(QApplication.focusWidget() or self)
        self.paper.setVisible(view != "table")
        self.table.setVisible(view != "timeline")
        self.head.show_view(view)
        self._show_chosen()
        if had_focus:
            self.take_focus()

    def set_push(self, push: bool) -> None:
        """Whether what follows moves along."""
        self.timeline.push = push
        if self.desk is not None:
            self.desk.push = push
        if self.office is not None and self.office.settings.get(AGENDA_PUSH) != push:
            self.office.settings.set(AGENDA_PUSH, push)

    def _show(self, *, another: bool = False) -> None:
        snapshot, slots = self.snapshot, slots_of(self.snapshot)
        cards = cards_of(snapshot, self._marks, self.language)
        meeting = snapshot.meeting
        exact = meeting.date_precision in (DatePrecision.DAY, DatePrecision.YEAR_INFERRED)
        days = days_between(meeting.starts_on, meeting.ends_on) if exact else ()
        place, began = self._place_of_current(), not another and not self.timeline.slots
        self.timeline.show_agenda(slots, cards, days, another=another)
        rows = item_rows(snapshot, slots, lambda item_id: cards[item_id].marks)
        self.table.blockSignals(True)  # a row that goes would have Qt choose its neighbor
        self.table.items.show_rows(rows)
        self.table.blockSignals(False)
        from_page = self.empty_page.isAncestorOf(QApplication.focusWidget() or self)
        self._pages.setCurrentIndex(0 if rows else 1)
        self.head.remark.setText(remark_words(snapshot, len(self._marks), self.language) if rows else "")
        if self.current is not None and self._item(self.current) is None:
            order = self.timeline.order()
            self.choose(order[min(place, len(order) - 1)] if order else None)
        elif self.current is None and rows:
            begin = another or began or self._view == "table"
            self.choose(self.timeline.first_choice() if begin else None)
        if from_page and rows:
            self.take_focus()
        self._show_item()
        self.adding.show()

    def _place_of_current(self) -> int:
        """Where the chosen item stands: if it is deleted, the next one there is chosen."""
        order = self.timeline.order()
        return order.index(self.current) if self.current in order else 0

    def _show_item(self) -> None:
        item = self._item(self.current) if self.current is not None else None
        self.panel.setVisible(bool(self.snapshot is not None and self.snapshot.agenda))
        if item is None:
            self.panel.clear()
            return
        card = self.timeline.scene.cards[item.id]
        self.panel.show_item(item, self.timeline.slots[item.id], card, self.gap_behind())

    def gap_behind(self) -> int:
        """The free minutes behind the chosen item."""
        gaps = self.timeline.board().gaps
        return next((gap.end - gap.begin for gap in gaps if gap.after_id == self.current), 0)

    def _show_chosen(self) -> None:
        if self.current is not None:
            self.timeline.show_item(self.current)
            self.table.choose(self.current)

    def _go_to_field(self, column: str) -> None:
        if column:
            self.panel.focus_field(column)
        else:
            self.take_focus()

    def _set_read_only(self) -> None:
        read_only = self.office is None or self.office.read_only
        self.panel.set_read_only(read_only)
        self.head.set_read_only(read_only)
        self.empty_page.set_read_only(read_only)
        self.timeline.read_only = read_only
        self.table.items.set_read_only(read_only)
        self.add_line.setVisible(not read_only)
        self.commands_made.set_read_only(read_only)

    # what is stored
    def _fill(self, key: str, title: str) -> None:
        meeting = self.snapshot.meeting
        exact = meeting.date_precision in (DatePrecision.DAY, DatePrecision.YEAR_INFERRED)
        self._desk().fill(key, title, meeting.starts_on if exact else None)

    def _store_wish(self, wish: Wish) -> None:
        if isinstance(wish, Make):
            day = self.timeline.board().days[wish.column]
            self._desk().draw(wish, day, AgendaKind.EXCHANGE, done=lambda item_id: self.await_item(item_id, "title"))
        else:
            self._desk().store_wish(wish, failed=lambda _error: self.timeline.forget_wish())

    def _store_field(self, item_id: int, column: str, before: Any, after: Any) -> None:
        if self._item(item_id) is None and self.office is not None:
            self.office.notice(gone_words(after, self.language))
            return
        self._desk().set_field(
            item_id, column, before, after, failed=lambda _error: self.panel.give_back(column, after, row_id=item_id)
        )

    def _store_cells(self, edits: Sequence[CellEdit]) -> None:
        items = self.table.items

        def refused(_error: Exception) -> None:
            items.forget(edits)
            if len(edits) == 1 and isinstance(edits[0].after, str):
                self.table.edit_again(edits[0], edits[0].after)

        self._desk().set_cells(
            [(edit.row_id, edit.column_key, edit.before, edit.after) for edit in edits],
            done=lambda _result: items.settle(edits),
            failed=refused,
        )

    def _store_presenters(self, item_id: int, before: Any, after: Any) -> None:
        self._desk().set_presenters(item_id, before, after, failed=lambda _error: self._show_item())

    def await_item(self, item_id: int, field: str = "") -> None:
        """Choose an item just made as soon as it is there, and go to one of its fields."""
        self._awaited = (item_id, field)
        self._take_awaited()

    def _take_awaited(self) -> None:
        """Choose the item just made, once it is there."""
        if self._awaited is None or self._item(self._awaited[0]) is None:
            return
        (item_id, field), self._awaited = self._awaited, None
        self.choose(item_id)
        self.adding.arrive(item_id)
        self._show_chosen()
        if field:
            self.panel.focus_field(field)

    # small answers
    def _desk(self) -> AgendaDesk:
        assert self.desk is not None
        return self.desk

    def _item(self, item_id: int) -> AgendaItem | None:
        agenda: Sequence[AgendaItem] = self.snapshot.agenda if self.snapshot is not None else ()
        return next((item for item in agenda if item.id == item_id), None)

    def _keep_zoom(self, zoom: int) -> None:
        if self.office is not None:
            self.office.settings.set(AGENDA_ZOOM, zoom)
