"""The visits room: one tab a route; its stops as a timeline or a table, its people and vehicles; the panel beside it.

Places: "routes/5" (also "visits/5"), "routes/5/label_zh", "routes/5/stops/7/minutes", "routes/5/vehicles/2/plate",
"routes/5/people" and "routes/5/people/12" (an attendee). Every field of route, stop and vehicle can be named.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from models.snapshots.shapes import MeetingSnapshot, VisitRoute
from resources.languages import translator
from ui.room import Room
from ui.theme import Theme
from ui.visits.board import PeopleBoard
from ui.visits.desk import VisitsDesk
from ui.visits.found import RouteFindings, sort_findings
from ui.visits.head import VIEWS, VisitsHead
from ui.visits.panel import VisitsPanel
from ui.visits.places import Place, read_place
from ui.visits.stop_table import StopTable
from ui.visits.way_view import WayView
from ui.visits.wishes import Wishes
from ui.visits.words import unit_entry
from ui.widgets.message_page import MessagePage
from ui.widgets.picker_entries import Entry

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from ui.office import Office

NOTHING_FOUND = RouteFindings()


class VisitsRoom(Room):
    """The visit routes of the meeting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: VisitsDesk | None = None
        self.route_id: int | None = None
        self._stop_id: int | None = None
        self._vehicle_id: int | None = None
        self._found: dict[int, RouteFindings] = {}
        self._units: tuple[Any, ...] = ()
        self._awaited: tuple[str, int] | None = None  # what was just made, to be chosen when it comes
        self.head, self.panel = VisitsHead(), VisitsPanel()
        self.way, self.board = WayView(), PeopleBoard()
        self.table = StopTable(self.panel.units, self.panel.people)
        self.empty_page = MessagePage("map-pin")
        self.wishes = Wishes(self)
        self.first_button = self.empty_page.add_button(self.wishes.add_route, main=True)
        self.views, self._pages = QStackedWidget(), QStackedWidget()
        self.seat_button, self.vehicle_button, self.stop_button = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self._connect()
        self._show_buttons()

    def _lay_out(self) -> None:
        for view in (self.way, self.table, self.board):
            self.views.addWidget(view)
        for button in (self.seat_button, self.vehicle_button, self.stop_button):
            self.head.actions_line.addWidget(button)
        self.stop_button.setProperty("role", "main")
        full = QWidget()
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.views, 1)
        body.addWidget(self.panel)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addLayout(body, 1)
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 14)
        layout.addWidget(self._pages)

    def _connect(self) -> None:
        tabs, timeline, wishes = self.head.tabs, self.way.timeline, self.wishes
        tabs.route_chosen.connect(self.choose_route)
        tabs.route_moved.connect(wishes.move_route)
        tabs.renamed.connect(wishes.rename_route)
        tabs.delete_requested.connect(lambda _id: wishes.delete_route())
        tabs.menu_requested.connect(wishes.route_menu)
        self.head.add_requested.connect(wishes.add_route)
        self.head.view_chosen.connect(self.show_view)
        self.head.finding_chosen.connect(self.reveal)
        timeline.stop_chosen.connect(self._choose_stop)
        timeline.stop_opened.connect(self.open_stop)
        timeline.value_typed.connect(wishes.type_value)
        timeline.stop_moved.connect(lambda stop, before: wishes.move_stops((stop,), before))
        timeline.delete_requested.connect(lambda stop: wishes.delete_stops((stop,)))
        timeline.duplicate_requested.connect(lambda stop: wishes.duplicate_stops((stop,)))
        timeline.menu_requested.connect(lambda at, stop: wishes.stop_menu(at, () if stop is None else (stop,)))
        timeline.people_requested.connect(wishes.show_people)
        tabs.people_dropped.connect(wishes.move_people)
        self._connect_views()

    def _connect_views(self) -> None:
        table, wishes = self.table, self.wishes
        self.way.unit_picked.connect(lambda unit: wishes.add_stop(unit_id=unit))
        self.way.place_typed.connect(lambda place: wishes.add_stop(place=place))
        table.row_chosen.connect(self._row_chosen)
        table.rows_moved.connect(wishes.move_stops)
        table.rows_deleted.connect(wishes.delete_stops)
        table.new_row_requested.connect(wishes.add_stop_named)
        table.menu_requested.connect(wishes.stop_menu)
        table.row_insert_requested.connect(lambda before: wishes.add_stop(before_id=before))
        table.leave_requested.connect(lambda: self.open_stop(self._stop_id))
        self.stop_button.clicked.connect(wishes.begin_stop)
        self.seat_button.clicked.connect(lambda: wishes.open_seat_menu(self.seat_button))
        self.vehicle_button.clicked.connect(lambda: wishes.open_vehicle_menu(self.vehicle_button))
        self.board.person_requested.connect(self._show_among_people)
        self.board.vehicle_chosen.connect(lambda vehicle: self._choose_vehicle(vehicle))
        self.board.vehicle_opened.connect(lambda vehicle: self._choose_vehicle(vehicle, "plate"))

    # the window
    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        self.desk = VisitsDesk(office)
        self.panel.desk = self.table.desk = self.board.desk = self.desk
        self.table.remember(office.settings, "stops")
        self.table.notice_requested.connect(office.notice)

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show another meeting, or the same one after a change."""
        another = self.is_another(snapshot)
        super().show_snapshot(snapshot)
        if another:
            self._found = sort_findings(self.office.link.findings if self.office is not None else ())
        self._read_units()
        self._set_read_only()
        self.panel.take(snapshot, self._unit_entries())
        self._take_awaited()
        self._show()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the checks found, where it is found."""
        self._found = sort_findings(findings)
        self._show()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        if self.desk is not None:
            self.desk.language = language
        self.setAccessibleName(_("Visits"))
        self.panel.name(_("About the route, stop or vehicle that is chosen"))
        self.empty_page.say(
            _("No visit is planned yet"),
            _(
                "Here stand the routes with their stops, the minutes on the way, guides, vehicles and who sits where. "
                "Begin with a route: the times follow from its departure."
            ),
        )
        self.first_button.setText(_("Add the first route"))
        self.first_button.setAccessibleName(_("Add the first route"))
        self.wishes.retranslate(language)
        menus = {self.seat_button: (_("Seat by rank"), "{} ▾"), self.vehicle_button: (_("Add a vehicle"), "＋ {} ▾")}
        for button, (words, look) in {**menus, self.stop_button: (_("Add a stop"), "＋ {}")}.items():
            button.setText(look.format(words))
            button.setAccessibleName(words)
        self.table.setAccessibleName(_("Stops of the route"))
        self.table.model_of_stops.retranslate(language)
        for part in (self.head, self.panel, self.way, self.board):
            part.retranslate(language)
        if self.snapshot is not None:
            self.panel.take(self.snapshot, self._unit_entries())
            self._show()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.table.model_of_stops.retheme(theme)
        for part in (self.head, self.panel, self.way, self.board, self.table, self.empty_page):
            part.retheme(theme)

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        if self.route is None:
            self.first_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        view = self.views.currentWidget()
        target: QWidget = self.way.timeline if view is self.way else self.board.waiting if view is self.board else view
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commands(self) -> tuple[QAction, ...]:
        """What can be done here."""
        return self.wishes.actions

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.way.timeline.editor.finish()
        self.table.keep_typed()
        self.panel.keep_typed()

    def reveal(self, place: str) -> None:
        """Go to a place: choose the route, the stop, the vehicle or the person, and enter the field."""
        wanted = read_place(place)
        if wanted.route is not None and wanted.route in self._routes():
            self.choose_route(wanted.route)
        if self.route is not None:
            self._reveal_part(wanted)

    def _reveal_part(self, wanted: Place) -> None:
        if wanted.part == "stops" and wanted.row is not None:
            if self.views.currentWidget() is self.board:
                self.show_view("way")
            self.choose_stop(wanted.row)
        elif wanted.part in ("vehicles", "people"):
            self.show_view("people")
            if wanted.part == "vehicles" and wanted.row is not None:
                self.board.choose_vehicle(wanted.row)
            else:
                self.board.show_person(wanted.row)
        else:
            self.choose_stop(None)
        if wanted.field:
            self.panel.focus_field(wanted.field)

    # what is shown
    @property
    def route(self) -> VisitRoute | None:
        """The route shown."""
        return self._routes().get(self.route_id) if self.route_id is not None else None

    def _routes(self) -> dict[int, VisitRoute]:
        return {route.id: route for route in self.snapshot.routes} if self.snapshot is not None else {}

    @property
    def view(self) -> str:
        """Which view is shown: "way", "table" or "people"."""
        return VIEWS[self.views.currentIndex()]

    def unit_named(self, text: str) -> int | None:
        """The unit called exactly so, if there is one."""
        return next((row.id for row in self._units if text in (row.name.zh, row.name.en)), None)

    def _show(self) -> None:
        if self.snapshot is None:
            return
        routes = self._routes()
        if self.route_id not in routes:
            self.route_id = next(iter(routes), None)
            self._stop_id = self._vehicle_id = None
        self._pages.setCurrentIndex(0 if routes else 1)
        self.head.show_routes(self.snapshot.routes, self.route_id, self._found)
        route = self.route
        if route is None:
            self.panel.clear()
            return
        found = self._found.get(route.id, NOTHING_FOUND)
        self.way.show_route(route, found)
        self.table.show_route(route)
        self.board.show_route(route, self.snapshot, found)
        self.seat_button.setEnabled(bool(route.vehicles and route.members) and not self.board.read_only)
        self._show_panel()

    def _show_panel(self) -> None:
        route = self.route
        if route is None:
            return
        stop = next((stop for stop in route.stops if stop.id == self._stop_id), None)
        vehicle = next((car for car in route.vehicles if car.id == self._vehicle_id), None)
        if self.views.currentWidget() is self.board:
            if vehicle is not None:
                self.panel.show_vehicle(route, vehicle)
            else:
                self.panel.show_route(route)
        elif stop is not None:
            self.panel.show_stop(route, stop)
        else:
            self.panel.show_route(route)

    def _set_read_only(self) -> None:
        read_only = self.office is None or self.office.read_only
        self.panel.set_read_only(read_only)
        self.way.set_read_only(read_only)
        self.table.model_of_stops.set_read_only(read_only)
        self.board.set_read_only(read_only)
        self.head.set_read_only(read_only)
        self.first_button.setEnabled(not read_only)
        self.wishes.allow(not read_only)
        self.vehicle_button.setEnabled(not read_only)

    def _read_units(self) -> None:
        """The units of the workspace, for the pickers; they come a moment later."""
        if self.office is not None:
            from models.store.directory import list_organizations

            self.office.look(list_organizations, self._take_units)

    def _take_units(self, rows: tuple[Any, ...]) -> None:
        if rows != self._units and self.snapshot is not None:
            self._units = rows
            self.panel.take(self.snapshot, self._unit_entries())
            self.way.offer(self._unit_entries())
            self._show_panel()

    def _unit_entries(self) -> tuple[Entry, ...]:
        rows = self._units or (self.snapshot.all_organizations if self.snapshot is not None else ())
        entries = tuple(unit_entry(row, self.language) for row in rows)
        self.way.offer(entries)
        return entries

    # choosing
    def choose_route(self, route_id: int) -> None:
        """Show a route."""
        if route_id != self.route_id:
            self.keep_typed()
            self.route_id, self._stop_id, self._vehicle_id = route_id, None, None
            self._show()

    def show_view(self, key: str) -> None:
        """Show the timeline, the table, or people and vehicles."""
        self.keep_typed()
        self.views.setCurrentIndex(VIEWS.index(key))
        self.head.show_view(key)
        self._show_buttons()
        if key == "table" and self._stop_id is None:
            self._row_chosen(self.table.chosen())
        self._show_panel()
        self.take_focus()

    def _show_buttons(self) -> None:
        people = self.view == "people"
        for button, shown in (
            (self.seat_button, people),
            (self.vehicle_button, people),
            (self.stop_button, not people),
        ):
            button.setVisible(shown)

    def _show_among_people(self, attendance_id: int) -> None:
        if self.office is not None:
            self.office.show_place(f"people/{attendance_id}")

    def choose_stop(self, stop_id: int | None) -> None:
        """Choose a stop, or the route itself, in the view that is shown."""
        self._stop_id = stop_id
        self.way.timeline.choose(stop_id)
        if stop_id is not None and not self.table.is_editing:
            self.table.choose(stop_id)
        self._show_panel()

    def _choose_stop(self, stop_id: int | None) -> None:
        if stop_id != self._stop_id:
            self._stop_id = stop_id
            if self.views.currentWidget() is self.way and stop_id is not None:
                self.table.choose(stop_id)
            elif self.views.currentWidget() is self.table:
                self.way.timeline.choose(stop_id)
        self._show_panel()

    def _row_chosen(self, row: Any) -> None:
        """A row of the table: it counts while the table is what one sees."""
        if self.view == "table":
            self._choose_stop(row.id if row is not None else None)

    def open_stop(self, stop_id: int | None) -> None:
        """Go into the fields of a stop, or of the route."""
        self.choose_stop(stop_id)
        stop = next((stop for stop in self.route.stops if stop.id == stop_id), None) if self.route else None
        self.panel.focus_field("label" if stop is None else "place" if stop.organization is None else "activity")

    def _choose_vehicle(self, vehicle_id: int | None, field: str = "") -> None:
        self._vehicle_id = vehicle_id
        self._show_panel()
        self.panel.focus_field(field)

    def await_row(self, kind: str, row_id: int) -> None:
        """Choose what was just made, as soon as it is shown."""
        self._awaited = (kind, row_id)
        self._take_awaited()
        self._show()

    def _take_awaited(self) -> None:
        if self._awaited is None:
            return
        kind, row_id = self._awaited
        if kind == "route" and row_id in self._routes():
            self.route_id, self._stop_id, self._vehicle_id, self._awaited = row_id, None, None, None
        elif kind == "stop" and self.route is not None and row_id in {stop.id for stop in self.route.stops}:
            self._awaited = None
            self._show()
            self.choose_stop(row_id)
        elif kind == "vehicle" and self.route is not None and row_id in {car.id for car in self.route.vehicles}:
            self._awaited = None
            self._show()
            self.board.choose_vehicle(row_id)
