"""A vehicle as a box: its name and plate, how full it is, who drives and leads, and its seats."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from models.rules.masking import mask_phone
from models.snapshots.shapes import Vehicle
from resources.languages import translator
from ui.theme import Theme, load_theme
from ui.visits.people_model import MIME, carried_people
from ui.visits.seats_view import SeatsView
from ui.visits.words import person_name, vehicle_name
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import icon
from ui.widgets.tips import as_tip

MARGIN = 12


class VehicleBox(QFrame):
    """One vehicle. What is let go beside the seats gets the next free one."""

    chosen = Signal(int)
    opened = Signal(int)
    seat_requested = Signal(int, object, object)  # vehicle, tuple of ids, seat or None
    menu_requested = Signal(QPoint, int)

    def __init__(self, vehicle_id: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.vehicle_id = vehicle_id
        self.vehicle: Vehicle | None = None
        self.setProperty("role", "panel")
        self.setAcceptDrops(True)
        self.language, self._theme = "zh", load_theme("light")
        self.title, self.count, self.crew = ElidedLabel(), QLabel(), ElidedLabel()
        self.menu_button, self.seats = QToolButton(), SeatsView()
        self.title.setProperty("role", "heading")
        self.crew.setProperty("role", "small")
        self.menu_button.setProperty("role", "quiet")
        self.menu_button.setIconSize(QSize(14, 14))
        self._lay_out()
        self.menu_button.clicked.connect(self._open_menu)
        self.seats.seat_requested.connect(lambda ids, seat: self.seat_requested.emit(self.vehicle_id, ids, seat))
        self.seats.entered.connect(lambda: self.chosen.emit(self.vehicle_id))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        head.addWidget(self.count)
        head.addWidget(self.menu_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 6, MARGIN, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(self.crew)
        layout.addSpacing(4)
        layout.addWidget(self.seats, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def show_vehicle(self, vehicle: Vehicle, marks: Mapping[int, str]) -> None:
        """Show a vehicle as it is now."""
        self.vehicle = vehicle
        self.seats.show_vehicle(vehicle, marks)
        self.setFixedWidth(self.seats.widest() + 2 * MARGIN + 2)
        self._say()

    def mark_chosen(self, chosen: bool) -> None:
        """Show whether the panel tells about this vehicle."""
        if bool(self.property("chosen")) != chosen:
            self.setProperty("chosen", chosen)
            self.style().polish(self)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self.seats.retranslate(language)
        self.setFixedWidth(self.seats.widest() + 2 * MARGIN + 2)
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self.seats.retheme(theme)
        self.menu_button.setIcon(icon("chevron-down", theme))

    def _say(self) -> None:
        vehicle, _ = self.vehicle, translator(self.language).gettext
        if vehicle is None:
            return
        name = vehicle_name(vehicle, self.language)
        plate = vehicle.plate if vehicle.label else ""
        self.title.setText(" · ".join(filter(None, (name, vehicle.model.pick(self.language), plate))))
        driver = " ".join(filter(None, (vehicle.driver.pick(self.language), mask_phone(vehicle.driver_phone))))
        leader = person_name(vehicle.leader, self.language) if vehicle.leader else ""
        said = (
            _("Leader {name}").format(name=leader) if leader else "",
            _("Driver {name}").format(name=driver) if driver else "",
        )
        self.crew.setText(" · ".join(filter(None, said)) or _("No driver and no leader yet"))
        self._say_count(vehicle)
        menu, seats = _("What can be done with {vehicle}"), _("Seats of {vehicle}")
        self.menu_button.setAccessibleName(menu.format(vehicle=name))
        self.menu_button.setToolTip(as_tip(menu.format(vehicle=name)))
        self.seats.setAccessibleName(seats.format(vehicle=name))
        self.setAccessibleName(name)

    def _say_count(self, vehicle: Vehicle) -> None:
        riders = {person.id for person in (vehicle.leader, *vehicle.passengers) if person is not None}
        full = vehicle.seats is not None and len(riders) > vehicle.seats
        seats = "?" if vehicle.seats is None else vehicle.seats
        self.count.setText(("▲ " if full else "") + f"{len(riders)} / {seats}")
        role = "bad" if full else "faint"
        if self.count.property("role") != role:
            self.count.setProperty("role", role)
            self.count.style().polish(self.count)

    def _open_menu(self) -> None:
        self.chosen.emit(self.vehicle_id)
        self.menu_requested.emit(self.menu_button.mapToGlobal(self.menu_button.rect().bottomLeft()), self.vehicle_id)

    # Qt
    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: choose the vehicle."""
        self.chosen.emit(self.vehicle_id)
        if event.button() == Qt.MouseButton.RightButton:
            self.menu_requested.emit(event.globalPosition().toPoint(), self.vehicle_id)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Qt: go to its fields."""
        self.opened.emit(self.vehicle_id)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: people may be let go here."""
        if event.mimeData().hasFormat(MIME) and not self.seats.read_only:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: people get the next free seats."""
        people = carried_people(event.mimeData())
        if people:
            event.acceptProposedAction()
            self.seat_requested.emit(self.vehicle_id, people, None)
