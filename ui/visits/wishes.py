"""What can be wished in the visits room, by menu, key or search box; each wish goes to the desk as one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from resources.languages import translator
from ui.visits.desk import MODELS
from ui.visits.words import N_

if TYPE_CHECKING:
    from models.snapshots.shapes import VisitRoute, VisitStop
    from ui.visits.desk import VisitsDesk
    from ui.visits.room import VisitsRoom

# Words, keys, method; the first ones change something.
COMMANDS = (
    (N_("Add a route"), "", "add_route"),
    (N_("Duplicate the route"), "", "duplicate_route"),
    (N_("Delete the route"), "", "delete_route"),
    (N_("Add a stop"), "Ctrl+Shift+N", "begin_stop"),
    (N_("Add a vehicle"), "", "add_vehicle"),
    (N_("Let people go on the route…"), "Ctrl+Shift+J", "join"),
    (N_("Seat those without a seat in rank order"), "", "fill_seats"),
    (N_("Seat everybody anew in rank order"), "", "fill_seats_anew"),
    (N_("Show the stops as a timeline"), "Alt+1", "show_way"),
    (N_("Show the stops as a table"), "Alt+2", "show_table"),
    (N_("Show people and vehicles"), "Alt+3", "show_people"),
)
CHANGING = 8


class Wishes(QObject):
    """The commands and menus of one visits room."""

    def __init__(self, room: VisitsRoom) -> None:
        super().__init__(room)
        self._room = room
        self.actions = tuple(QAction(self) for _command in COMMANDS)
        for action, (_words, keys, name) in zip(self.actions, COMMANDS, strict=True):
            wish: Callable[[], None] = getattr(self, name)
            action.triggered.connect(lambda _checked=False, wish=wish: wish())
            if keys:
                action.setShortcut(QKeySequence(keys))
                action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        room.addActions(self.actions)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        for action, (words, _keys, _name) in zip(self.actions, COMMANDS, strict=True):
            action.setText(_(words))

    def allow(self, allowed: bool) -> None:
        """Whether anything may be changed."""
        for action in self.actions[:CHANGING]:
            action.setEnabled(allowed)

    @property
    def _desk(self) -> VisitsDesk | None:
        office = self._room.office
        return None if office is None or office.read_only else self._room.desk

    @property
    def _route(self) -> VisitRoute | None:
        return self._room.route

    # routes
    def add_route(self) -> None:
        """One more route; its stops are typed next."""
        snapshot = self._room.snapshot
        if self._desk is not None and snapshot is not None:
            meeting = snapshot.meeting
            self._desk.add_route(meeting.id, snapshot.routes, meeting.starts_on, self._route_made)

    def _route_made(self, route_id: int) -> None:
        self._room.await_row("route", route_id)
        if self._room.view == "way" and self._room.isVisible():
            self._room.way.begin_stop()

    def duplicate_route(self) -> None:
        """The same stops once more."""
        if self._desk is not None and self._route is not None:
            self._desk.duplicate_route(self._route, self._room.snapshot.routes, self._awaiting("route"))

    def delete_route(self) -> None:
        """Away with the route."""
        if self._desk is not None and self._route is not None:
            self._desk.delete_route(self._route)

    def rename_route(self, route_id: int, name: str) -> None:
        """Another name in the language of the window."""
        route = self._route
        if self._desk is None or route is None or route.id != route_id:
            return
        before = route.label.en if self._room.language == "en" else route.label.zh
        if name != before:
            self._desk.edit_route(route, f"label_{self._room.language}", before, name, self._show_stored)

    def move_route(self, route_id: int, place: int) -> None:
        """Another place among the routes."""
        route = next((route for route in self._room.snapshot.routes if route.id == route_id), None)
        if self._desk is not None and route is not None:
            self._desk.move_route(route, place, self._show_stored)

    # stops
    def begin_stop(self) -> None:
        """Go where a stop is added by typing."""
        if self._route is None or self._desk is None:
            return
        if self._room.view == "table":
            self._room.table.begin_row()
        else:
            self._room.show_view("way")
            self._room.way.begin_stop()

    def add_stop(self, *, before_id: int | None = None, unit_id: int | None = None, place: str = "") -> None:
        """One more stop."""
        if self._desk is not None and self._route is not None:
            self._desk.add_stop(
                self._route, before_id=before_id, unit_id=unit_id, place=place, done=self._awaiting("stop")
            )

    def add_stop_named(self, text: str) -> None:
        """One more stop at the unit of this name, else at a place called so."""
        unit = self._room.unit_named(text)
        self.add_stop(unit_id=unit, place="" if unit is not None else text)

    def duplicate_stops(self, stop_ids: Sequence[int]) -> None:
        """Stops once more."""
        if self._desk is not None and self._route is not None and stop_ids:
            self._desk.duplicate_stops(self._route, stop_ids, lambda ids: self._room.await_row("stop", ids[0]))

    def delete_stops(self, stop_ids: Sequence[int]) -> None:
        """Away with stops."""
        if self._desk is not None and self._route is not None:
            self._desk.delete_stops(self._route, stop_ids)

    def move_stops(self, stop_ids: Sequence[int], before_id: int | None) -> None:
        """Another order of stops."""
        if self._desk is not None and self._route is not None:
            self._desk.move_stops(self._route, stop_ids, before_id, self._show_stored)

    def type_value(self, stop_id: int | None, column: str, before: Any, after: Any) -> None:
        """A value typed or drawn in the timeline."""
        route, desk = self._route, self._desk
        if route is None or desk is None:
            return
        stop = next((stop for stop in route.stops if stop.id == stop_id), None)
        if stop is not None:
            desk.edit_stop(stop, column, before, after, self._show_stored)
        elif stop_id is None:
            desk.edit_route(route, column, before, after, self._show_stored)

    # people and vehicles
    def add_vehicle(self, model: int = 0) -> None:
        """One more vehicle, of the kind that the last one is."""
        if self._desk is not None and self._route is not None:
            number = sum(len(route.vehicles) for route in self._room.snapshot.routes) + 1
            self._room.show_view("people")
            self._desk.add_vehicle(self._route, number, model, self._awaiting("vehicle"))

    def move_people(self, people: Sequence[int], route_id: int) -> None:
        """People were dragged to the tab of another route."""
        other = next((route for route in self._room.snapshot.routes if route.id == route_id), None)
        if other is not None and self._route is not None and other.id != self._route.id:
            self._room.board.move_to(people, other)

    def join(self) -> None:
        """Choose who goes."""
        if self._route is not None and self._desk is not None:
            self._room.show_view("people")
            self._room.board.open_join()

    def fill_seats(self) -> None:
        """Seats for those without one."""
        if self._desk is not None and self._route is not None:
            self._desk.fill_seats(self._route, anew=False)

    def fill_seats_anew(self) -> None:
        """Seats for everybody, by rank."""
        if self._desk is not None and self._route is not None:
            self._desk.fill_seats(self._route, anew=True)

    # views
    def show_way(self) -> None:
        """The timeline."""
        self._room.show_view("way")

    def show_table(self) -> None:
        """The table."""
        self._room.show_view("table")

    def show_people(self) -> None:
        """People and vehicles."""
        self._room.show_view("people")

    # menus
    def route_menu(self, at: QPoint, _route_id: int) -> None:
        """What can be done with a route."""
        _ = translator(self._room.language).gettext
        menu = self._menu()
        self._offer(menu, _("Rename"), self._room.head.tabs.rename, "F2")
        menu.addActions(self.actions[1:3])
        menu.addSeparator()
        menu.addAction(self.actions[0])
        menu.popup(at)

    def stop_menu(self, at: QPoint, stop_ids: Sequence[int]) -> None:
        """What can be done with stops."""
        _ = translator(self._room.language).gettext
        menu, ids = self._menu(), tuple(stop_ids)
        stops = [stop for stop in self._route.stops if stop.id in ids] if self._route else []
        if stops:
            first, table = ids[0], self._room.view == "table"
            self._offer(menu, _("Details"), lambda: self._room.open_stop(first), "Ctrl+Return" if table else "Return")
            self._offer(menu, _("Add a stop before it"), lambda: self.add_stop(before_id=first))
            self._offer(menu, _("Duplicate the stop"), lambda: self.duplicate_stops(ids), "" if table else "Ctrl+D")
            self._move_entries(menu, stops)
            if stops[0].fixed_arrival is not None:
                self._offer(menu, _("Compute the arrival"), lambda: self._unfix(stops[0]))
            elif stops[0].arrive is not None:
                self._offer(menu, _("Fix the arrival"), lambda: self._fix(stops[0]))
            menu.addSeparator()
            self._offer(menu, _("Delete"), lambda: self.delete_stops(ids), "Ctrl+-" if table else "Del")
            menu.addSeparator()
        menu.addAction(self.actions[3])
        menu.popup(at)

    def open_seat_menu(self, below: QWidget) -> None:
        """The two ways to seat people by rank."""
        menu = self._menu()
        menu.addActions(self.actions[6:8])
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def open_vehicle_menu(self, below: QWidget) -> None:
        """The kinds of vehicles that can be added."""
        _ = translator(self._room.language).gettext
        menu = self._menu()
        for place, (words, _zh, _en, seats) in enumerate(MODELS):
            said = _("{kind} ({seats} seats)").format(kind=_(words), seats=seats)
            self._offer(menu, said, partial(self.add_vehicle, place))
        menu.popup(below.mapToGlobal(below.rect().bottomLeft()))

    def _move_entries(self, menu: QMenu, stops: Sequence[VisitStop]) -> None:
        """To another route, where there is one; up and down."""
        _ = translator(self._room.language).gettext
        route = self._route
        if route is None or len(stops) != 1:
            return
        ids = [stop.id for stop in route.stops]
        at, stop_id = ids.index(stops[0].id), stops[0].id
        if at > 0:
            self._offer(menu, _("Move up"), lambda: self.move_stops((stop_id,), ids[at - 1]), "Alt+Up")
        if at + 1 < len(ids):
            behind = ids[at + 2] if at + 2 < len(ids) else None
            self._offer(menu, _("Move down"), lambda: self.move_stops((stop_id,), behind), "Alt+Down")

    def _fix(self, stop: VisitStop) -> None:
        self.type_value(stop.id, "arrive", None, stop.arrive)

    def _unfix(self, stop: VisitStop) -> None:
        self.type_value(stop.id, "arrive", stop.fixed_arrival, None)

    def _menu(self) -> QMenu:
        menu = QMenu(self._room)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def _offer(self, menu: QMenu, words: str, wish: Callable[[], None], keys: str = "") -> None:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False: wish())
        action.setEnabled(self._desk is not None)
        if keys:  # only told: the parts of the room hear their keys themselves
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)

    def _awaiting(self, kind: str) -> Callable[[Any], None]:
        return lambda row_id: self._room.await_row(kind, row_id)

    def _show_stored(self, _error: Exception) -> None:
        """After a refusal: what is stored stands there again."""
        self._room.show_snapshot(self._room.snapshot)
