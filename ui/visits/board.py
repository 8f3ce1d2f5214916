"""People and vehicles of a route: who has no seat on the left, the vehicles with their seats on the right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.snapshots.shapes import Attendee, MeetingSnapshot, Vehicle, VisitRoute
from resources.languages import translator
from ui.theme import Theme, load_theme
from ui.visits.board_menus import BoardMenus
from ui.visits.flow import FlowLayout
from ui.visits.found import RouteFindings, sentences
from ui.visits.join_panel import JoinPanel
from ui.visits.people_list import PeopleList
from ui.visits.vehicle_box import VehicleBox
from ui.visits.words import vehicle_name

if TYPE_CHECKING:
    from ui.visits.desk import VisitsDesk

LIST_WIDTH = 196


class PeopleBoard(QWidget):
    """One route's people. What is wished goes to the desk."""

    vehicle_chosen = Signal(object)  # id or None
    vehicle_opened = Signal(int)
    person_requested = Signal(int)  # show somebody in the people room

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: VisitsDesk | None = None
        self.language, self._theme = "zh", load_theme("light")
        self.route: VisitRoute | None = None
        self.snapshot: MeetingSnapshot | None = None
        self.read_only = False
        self._marks: Mapping[int, str] = {}
        self._chosen: int | None = None
        self.waiting, self.join_panel = PeopleList(), JoinPanel(self)
        self.join_button, self.empty = QPushButton(), QLabel()
        self.empty.setProperty("role", "soft")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.boxes: dict[int, VehicleBox] = {}
        self._area, self._flow = QScrollArea(), FlowLayout()
        self.menus = BoardMenus(self)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QFrame()
        left.setProperty("role", "panel")
        left.setFixedWidth(LIST_WIDTH)
        column = QVBoxLayout(left)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(6)
        column.addWidget(self.waiting, 1)
        column.addWidget(self.join_button)
        body = QWidget()
        body.setLayout(self._flow)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(body)
        right = QVBoxLayout()
        right.addWidget(self._area, 1)
        right.addWidget(self.empty, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(left)
        layout.addLayout(right, 1)

    def _connect(self) -> None:
        self.join_button.clicked.connect(self.open_join)
        self.join_panel.people_joined.connect(self.add_members)
        self.waiting.unseat_requested.connect(self.unseat)
        self.waiting.remove_requested.connect(self.remove)
        self.waiting.menu_requested.connect(self.menus.people_menu)
        self.waiting.seat_requested.connect(self.menus.seat_menu)

    # what is shown
    def show_route(self, route: VisitRoute, snapshot: MeetingSnapshot, found: RouteFindings) -> None:
        """Show a route, or the same one after a change."""
        if self.route is None or route.id != self.route.id:
            self._chosen = None
        self.route, self.snapshot = route, snapshot
        self._marks = {
            person: "\n".join(sentences(findings, self.language)) for person, findings in found.people.items()
        }
        self.waiting.show_route(route, self._marks)
        self._show_boxes(route)

    def _show_boxes(self, route: VisitRoute) -> None:
        shown = [car.id for car in route.vehicles]
        if shown != list(self.boxes):
            self._arrange(shown)
        for car in route.vehicles:
            self.boxes[car.id].show_vehicle(car, self._marks)
            self.boxes[car.id].mark_chosen(car.id == self._chosen)
        self._area.setVisible(bool(shown))
        self.empty.setVisible(not shown)

    def _arrange(self, shown: Sequence[int]) -> None:
        """Boxes in another order, new ones, without those that are gone."""
        kept = {car: self.boxes.get(car) or self._new_box(car) for car in shown}
        for car, box in self.boxes.items():
            self._flow.removeWidget(box)
            if car not in kept:
                box.hide()
                box.deleteLater()
        for box in kept.values():
            self._flow.addWidget(box)
            box.show()
        self.boxes = kept

    def _new_box(self, vehicle_id: int) -> VehicleBox:
        box = VehicleBox(vehicle_id, self._area.widget())
        box.retranslate(self.language)
        box.retheme(self._theme)
        box.seats.read_only = self.read_only
        box.chosen.connect(self.choose_vehicle)
        box.opened.connect(self.vehicle_opened)
        box.seat_requested.connect(self.seat)
        box.menu_requested.connect(self.menus.vehicle_menu)
        box.seats.unseat_requested.connect(self.unseat)
        box.seats.menu_requested.connect(self.menus.people_menu)
        return box

    def choose_vehicle(self, vehicle_id: int | None) -> None:
        """Show a vehicle in the panel."""
        self._chosen = vehicle_id
        for car, box in self.boxes.items():
            box.mark_chosen(car == vehicle_id)
        if vehicle_id in self.boxes:
            self._area.ensureWidgetVisible(self.boxes[vehicle_id], 0, 20)
        self.vehicle_chosen.emit(vehicle_id)

    def show_person(self, attendance_id: int | None) -> None:
        """Show somebody where they sit, or in the list."""
        for box in self.boxes.values():
            if box.seats.choose_person(attendance_id):
                self._area.ensureWidgetVisible(box, 0, 20)
                box.seats.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        self.waiting.choose(attendance_id)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self.read_only = read_only
        self.waiting.set_read_only(read_only)
        self.join_button.setEnabled(not read_only)
        for box in self.boxes.values():
            box.seats.read_only = read_only

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.join_button.setText(_("Choose people…"))
        self.join_button.setAccessibleName(_("Choose people…"))
        self.empty.setText(
            _("No vehicle yet. Add one above; then drag people into its seats, or seat everybody by rank.")
        )
        self._area.setAccessibleName(_("Vehicles"))
        self.waiting.retranslate(language)
        self.join_panel.retranslate(language)
        for box in self.boxes.values():
            box.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self.waiting.retheme(theme)
        self.join_panel.retheme(theme)
        for box in self.boxes.values():
            box.retheme(theme)

    # wishes
    def open_join(self) -> None:
        """Choose who goes."""
        if self.route is not None and self.snapshot is not None and not self.read_only:
            place = self.join_button.mapToGlobal(QPoint(0, -self.join_panel.height() - 4))
            self.join_panel.ask(self.snapshot, self.route, place)

    def add_members(self, people: Sequence[int]) -> None:
        """Let people go."""
        self._wish(lambda desk, route: desk.add_members(route, people))

    def remove(self, people: Sequence[int]) -> None:
        """Let people stay."""
        self._wish(lambda desk, route: desk.remove_members(route, people))

    def unseat(self, people: Sequence[int]) -> None:
        """Take people out of their seats."""
        seated = {rider.id for car in self.route.vehicles for rider in car.passengers} if self.route else set()
        gone = tuple(person for person in people if person in seated)
        if gone:
            self._wish(lambda desk, route: desk.unseat(route, gone))

    def seat(self, vehicle_id: int, people: Sequence[int], seat: int | None) -> None:
        """Give people seats."""
        vehicle = self._vehicle(vehicle_id)
        if vehicle is not None:
            self._wish(lambda desk, _route: desk.seat(vehicle, people, seat))

    def move_to(self, people: Sequence[int], other: VisitRoute) -> None:
        """Let people go on another route instead."""
        self._wish(lambda desk, route: desk.move_members(route, people, other))

    def lead(self, vehicle_id: int, person: Attendee) -> None:
        """Put somebody in charge of a vehicle."""
        vehicle = self._vehicle(vehicle_id)
        if vehicle is not None:
            before = vehicle.leader.id if vehicle.leader else None
            self._wish(
                lambda desk, _route: desk.edit_vehicle(vehicle, "leader_id", before, person.id, lambda _error: None)
            )

    def move_vehicle(self, vehicle_id: int, place: int) -> None:
        """Another place in the convoy."""
        vehicle = self._vehicle(vehicle_id)
        if vehicle is not None:
            self._wish(lambda desk, _route: desk.move_vehicle(vehicle, place))

    def delete_vehicle(self, vehicle_id: int) -> None:
        """Away with a vehicle."""
        vehicle = self._vehicle(vehicle_id)
        if vehicle is not None:
            self._wish(lambda desk, _route: desk.delete_vehicle(vehicle))

    def _vehicle(self, vehicle_id: int) -> Vehicle | None:
        """A vehicle as it is shown; None: somebody has deleted it."""
        box = self.boxes.get(vehicle_id)
        return box.vehicle if box is not None else None

    def _wish(self, wish: Callable[[VisitsDesk, VisitRoute], None]) -> None:
        if self.desk is not None and self.route is not None and not self.read_only:
            wish(self.desk, self.route)

    def menu(self) -> QMenu:
        """A menu that goes away by itself."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return menu

    def vehicle_words(self, vehicle_id: int) -> str:
        """A vehicle with the seats that are free, for menus."""
        vehicle = self._vehicle(vehicle_id)
        if vehicle is None:
            return ""
        name = vehicle_name(vehicle, self.language).replace("&", "&&")
        if vehicle.seats is None:
            return name
        free = max(vehicle.seats - len(vehicle.passengers), 0)
        ngettext = translator(self.language).ngettext
        return f"{name} · " + ngettext("{count} free seat", "{count} free seats", free).format(count=free)
