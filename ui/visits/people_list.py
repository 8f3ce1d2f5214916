"""The people of a route: those without a seat, or all of them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QHBoxLayout, QListView, QPushButton, QVBoxLayout, QWidget

from models.checks.visits import without_seat
from models.snapshots.shapes import VisitRoute
from resources.languages import translator
from ui.theme import Theme
from ui.visits.people_model import PeopleModel
from ui.visits.words import vehicle_name

WAITING, EVERYBODY = 0, 1


class PeopleList(QWidget):
    """Two chips and a list. People are dragged out of it into seats, and out of seats into it."""

    seat_requested = Signal(QPoint, object)  # where a menu of vehicles may open, tuple of ids
    unseat_requested = Signal(object)
    remove_requested = Signal(object)
    menu_requested = Signal(QPoint, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self._route: VisitRoute | None = None
        self._marks: Mapping[int, str] = {}
        self.model, self.list = PeopleModel(self), _List()
        self.list.setModel(self.model)
        self.chips = (QPushButton(), QPushButton())
        self._group = QButtonGroup(self)
        line = QHBoxLayout()
        line.setSpacing(6)
        for number, chip in enumerate(self.chips):
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            self._group.addButton(chip, number)
            line.addWidget(chip)
        line.addStretch(1)
        self.chips[0].setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        self._group.idClicked.connect(lambda _number: self._show())
        self.model.dropped.connect(self.unseat_requested)
        self.list.entered_people.connect(self._entered)
        self.list.deleted_people.connect(lambda: self.remove_requested.emit(self.chosen()))
        self.list.asked_menu.connect(self._menu)

    def show_route(self, route: VisitRoute, marks: Mapping[int, str]) -> None:
        """Show the people of a route."""
        another = self._route is None or route.id != self._route.id
        self._route, self._marks = route, marks
        if another:
            self.chips[WAITING if route.vehicles else EVERYBODY].setChecked(True)
        self._show()

    def chosen(self) -> tuple[int, ...]:
        """Who is chosen, in the order of the list."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        found = (self.model.person_at(self.model.index(row, 0)) for row in rows)
        return tuple(person.id for person in found if person is not None)

    def choose(self, attendance_id: int | None) -> None:
        """Choose somebody, or nobody in particular; the keyboard goes to the list."""
        if attendance_id is not None and not self.model.index_of(attendance_id).isValid():
            self.chips[EVERYBODY].setChecked(True)
            self._show()
        if attendance_id is not None:
            self.list.setCurrentIndex(self.model.index_of(attendance_id))
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self.model.read_only = self.list.read_only = read_only
        self.list.setDragEnabled(not read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self.model.retranslate(language)
        _ = translator(language).gettext
        self.list.setAccessibleName(_("People of the route"))
        self._show()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)

    def _show(self) -> None:
        route, _ = self._route, translator(self.language).gettext
        waiting = without_seat(route) if route is not None else ()
        members = route.members if route is not None else ()
        said = (_("No seat {count}").format(count=len(waiting)), _("All {count}").format(count=len(members)))
        for chip, words in zip(self.chips, said, strict=True):
            chip.setText(words)
            chip.setAccessibleName(words)
        everybody = self._group.checkedId() == EVERYBODY
        self.model.show_people(members if everybody else waiting, self._notes() if everybody else {}, self._marks)
        self.list.say_empty(_("Everybody has a seat.") if members else _("Nobody goes yet. Choose people below."))

    def _notes(self) -> Mapping[int, str]:
        """In which vehicle each one sits."""
        cars = self._route.vehicles if self._route is not None else ()
        return {rider.id: vehicle_name(car, self.language) for car in cars for rider in car.passengers}

    def _entered(self) -> None:
        at = self.list.visualRect(self.list.currentIndex()).bottomLeft()
        self.seat_requested.emit(self.list.viewport().mapToGlobal(at), self.chosen())

    def _menu(self, at: QPoint) -> None:
        if self.chosen():
            self.menu_requested.emit(at, self.chosen())


class _List(QListView):
    """The list itself: Enter asks for a seat, Delete takes off the route."""

    entered_people = Signal()
    deleted_people = Signal()
    asked_menu = Signal(QPoint)

    def __init__(self) -> None:
        super().__init__()
        self.read_only = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._empty = ""
        self.doubleClicked.connect(lambda _index: self.entered_people.emit())

    def say_empty(self, words: str) -> None:
        """What stands there while nobody does."""
        self._empty = words
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the people, or why there are none."""
        super().paintEvent(event)
        if self.model() is not None and not self.model().rowCount():
            painter = QPainter(self.viewport())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            flags = int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap)
            painter.drawText(self.viewport().rect().adjusted(8, 0, -8, 0), flags, self._empty)
            painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the list by keyboard."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_people.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self.read_only:
            self.deleted_people.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: what can be done with who is chosen."""
        self.asked_menu.emit(event.globalPos())
