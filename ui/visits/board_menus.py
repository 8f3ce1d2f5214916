"""The menus of people and vehicles: what dragging does, by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu

from resources.languages import translator
from ui.visits.words import route_name

if TYPE_CHECKING:
    from ui.visits.board import PeopleBoard


class BoardMenus(QObject):
    """Makes the menus of one board."""

    def __init__(self, board: PeopleBoard) -> None:
        super().__init__(board)
        self._board = board

    def people_menu(self, at: QPoint, people: Sequence[int]) -> None:
        """What can be done with people: a seat, another route, the charge of a vehicle, away."""
        board, route = self._board, self._board.route
        if route is None or not people:
            return
        _ = translator(board.language).gettext
        menu = board.menu()
        seated = {rider.id: car.id for car in route.vehicles for rider in car.passengers}
        self._seats(menu.addMenu(_("Seat in vehicle…")), people)
        self._offer(menu, _("Out of the seat"), lambda: board.unseat(people), any(p in seated for p in people))
        if len(people) == 1 and people[0] in seated:
            rider = next(r for car in route.vehicles for r in car.passengers if r.id == people[0])
            self._offer(menu, _("Make the leader of the vehicle"), lambda: board.lead(seated[people[0]], rider))
        others = [other for other in board.snapshot.routes if other.id != route.id] if board.snapshot else []
        if others:
            moves = menu.addMenu(_("Move to another route"))
            moves.setEnabled(not board.read_only)
            for other in others:
                name = route_name(other, board.language).replace("&", "&&")
                self._offer(moves, name, partial(board.move_to, people, other))
        menu.addSeparator()
        if len(people) == 1:
            self._offer(menu, _("Show among the people"), lambda: board.person_requested.emit(people[0]), always=True)
        self._offer(menu, _("Take off the route"), lambda: board.remove(people))
        menu.popup(at)

    def seat_menu(self, at: QPoint, people: Sequence[int]) -> None:
        """The vehicles in which people may get a seat."""
        if people and self._board.boxes and not self._board.read_only:
            menu = self._board.menu()
            self._seats(menu, people)
            menu.popup(at)

    def vehicle_menu(self, at: QPoint, vehicle_id: int) -> None:
        """What can be done with a vehicle."""
        board = self._board
        _ = translator(board.language).gettext
        menu, ids = board.menu(), list(board.boxes)
        place, box = ids.index(vehicle_id), board.boxes[vehicle_id]
        riders = tuple(person.id for person in box.vehicle.passengers) if box.vehicle else ()
        self._offer(menu, _("Details"), lambda: board.vehicle_opened.emit(vehicle_id), always=True)
        self._offer(menu, _("Earlier in the convoy"), lambda: board.move_vehicle(vehicle_id, place - 1), place > 0)
        self._offer(
            menu, _("Later in the convoy"), lambda: board.move_vehicle(vehicle_id, place + 1), place + 1 < len(ids)
        )
        self._offer(menu, _("Empty the vehicle"), lambda: board.unseat(riders), bool(riders))
        menu.addSeparator()
        self._offer(menu, _("Delete the vehicle"), lambda: board.delete_vehicle(vehicle_id))
        menu.popup(at)

    def _seats(self, menu: QMenu, people: Sequence[int]) -> None:
        for vehicle_id in self._board.boxes:
            words = self._board.vehicle_words(vehicle_id)
            self._offer(menu, words, partial(self._board.seat, vehicle_id, people, None))
        menu.setEnabled(bool(self._board.boxes) and not self._board.read_only)

    def _offer(
        self, menu: QMenu, words: str, wish: Callable[[], None], possible: bool = True, *, always: bool = False
    ) -> None:
        action = menu.addAction(words)
        action.triggered.connect(lambda _checked=False: wish())
        action.setEnabled(always or (possible and not self._board.read_only))
