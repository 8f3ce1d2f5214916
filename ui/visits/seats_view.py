"""The seats of one vehicle, drawn from above: people are dragged onto them, off them and between them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from models.rules.seat_numbers import seats_taken
from models.snapshots.shapes import Attendee, Vehicle
from resources.languages import translator
from ui.theme import Theme, load_theme
from ui.visits.people_model import MIME, carried_people, people_mime
from ui.visits.seats import ACROSS, SeatGrid, seat_grid
from ui.visits.words import person_detail, person_name
from ui.widgets.tips import as_tip

HEIGHT, GAP, AISLE = 28, 4, 12
WIDTHS = {"zh": 60, "en": 88}
_STEPS = {Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Up: (-1, 0), Qt.Key.Key_Down: (1, 0)}
_CONTROL = Qt.KeyboardModifier.ControlModifier


class SeatsView(QWidget):
    """Seats as small boxes with the names of who sits there; those beyond the last seat are marked as too many."""

    seat_requested = Signal(object, object)  # tuple of ids, seat or None
    unseat_requested = Signal(object)  # tuple of ids
    menu_requested = Signal(QPoint, object)  # where, tuple of ids
    people_chosen = Signal(object)  # tuple of ids
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAcceptDrops(True)
        self.setMouseTracking(True)
        self.language, self._theme, self.read_only = "zh", load_theme("light"), False
        self._grid: SeatGrid = seat_grid(0)
        self._seats = 0
        self._people: dict[int, Attendee] = {}
        self._marks: Mapping[int, str] = {}
        self._leader: int | None = None
        self._at = 0  # the seat of the keyboard
        self._over: int | None = None  # the seat under what is carried
        self._pressed: tuple[QPoint, int] | None = None
        self.chosen: tuple[int, ...] = ()

    # what is shown
    def show_vehicle(self, vehicle: Vehicle, marks: Mapping[int, str]) -> None:
        """Show who sits where."""
        numbers = seats_taken(vehicle.seat_numbers or range(len(vehicle.passengers)))
        self._people = dict(zip(numbers, vehicle.passengers, strict=True))
        self._seats = vehicle.seats if vehicle.seats is not None else 0
        self._grid, self._marks = seat_grid(self._seats), marks
        self._leader = vehicle.leader.id if vehicle.leader else None
        known = {person.id for person in vehicle.passengers}
        self.chosen = tuple(each for each in self.chosen if each in known)
        self._at = min(self._places(), key=lambda seat: abs(seat - self._at), default=0)
        self.setFixedSize(self.sizeHint())
        self.update()

    def person_on(self, seat: int) -> Attendee | None:
        """Who sits on a seat."""
        return self._people.get(seat)

    def seat_rect(self, seat: int) -> QRect:
        """Where a seat is drawn; those beyond the last one stand in rows below."""
        places = self._places()
        return self._rect(*places[seat]) if seat in places else QRect()

    def choose_person(self, attendance_id: int | None) -> bool:
        """Choose somebody; whether they sit here."""
        seat = next((seat for seat, person in self._people.items() if person.id == attendance_id), None)
        self.chosen = () if seat is None else (self._people[seat].id,)
        self._at = self._at if seat is None else seat
        self._describe()
        return seat is not None

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self.setFixedSize(self.sizeHint())
        self.update()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self.update()

    def widest(self) -> int:
        """How wide the seats of a bus are: boxes of all vehicles are as wide, so that they stand in columns."""
        return ACROSS * (WIDTHS[self.language] + GAP) - GAP + AISLE

    def sizeHint(self) -> QSize:
        """Qt: room for all seats."""
        places = self._places()
        rows = max((row for row, _column in places.values()), default=0) + 1
        width = WIDTHS[self.language]
        across = self._grid.columns * (width + GAP) - GAP + (AISLE if self._grid.aisle else 0)
        return QSize(across, max(rows, self._grid.rows) * (HEIGHT + GAP) - GAP)

    # geometry
    def _places(self) -> dict[int, tuple[int, int]]:
        """Row and column of every seat, those of too many people below the others."""
        places = dict(enumerate(self._grid.cells))
        beyond = sorted(seat for seat in self._people if seat >= len(self._grid.cells))
        for place, seat in enumerate(beyond):
            row, column = divmod(place, self._grid.columns)
            places[seat] = (self._grid.rows + row, column)
        return places

    def _rect(self, row: int, column: int) -> QRect:
        width = WIDTHS[self.language]
        if column < 0:  # on the bench at the back, in the aisle
            return QRect(2 * (width + GAP) - GAP + 1, row * (HEIGHT + GAP), AISLE + GAP - 2, HEIGHT)
        left = column * (width + GAP) + (AISLE if self._grid.aisle and column > 1 else 0)
        return QRect(left, row * (HEIGHT + GAP), width, HEIGHT)

    def _seat_at(self, at: QPoint) -> int | None:
        return next((seat for seat in self._places() if self.seat_rect(seat).adjusted(-2, -2, 2, 2).contains(at)), None)

    # choosing
    def _choose(self, seat: int, *, more: bool) -> None:
        person, self._at = self._people.get(seat), seat
        if person is None:
            self.chosen = self.chosen if more else ()
        elif more:
            others = tuple(each for each in self.chosen if each != person.id)
            self.chosen = others if person.id in self.chosen else (*self.chosen, person.id)
        elif person.id not in self.chosen:
            self.chosen = (person.id,)
        self._describe()
        self.people_chosen.emit(self.chosen)

    def _describe(self) -> None:
        _ = translator(self.language).gettext
        person = self._people.get(self._at)
        name = person_name(person, self.language) if person else _("free")
        self.setAccessibleDescription(_("Seat {number}: {name}").format(number=self._at + 1, name=name))
        self.update()

    def _step(self, step: tuple[int, int]) -> None:
        """The nearest seat in a direction."""
        places = self._places()
        if self._at not in places:
            return
        here = self.seat_rect(self._at).center()
        ahead = []
        for seat in places:
            there = self.seat_rect(seat).center()
            across, down = there.x() - here.x(), there.y() - here.y()
            forward = down * step[0] + across * step[1]
            aside = abs(across * step[0]) + abs(down * step[1])
            if forward > 0:
                ahead.append((forward + 3 * aside, seat))
        if ahead:
            self._choose(min(ahead)[1], more=False)

    def _under_hand(self) -> tuple[int, ...]:
        person = self._people.get(self._at)
        return self.chosen or ((person.id,) if person else ())

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the seats by keyboard."""
        key, people = Qt.Key(event.key()), self._under_hand()
        if key in _STEPS:
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Space:
            self._choose(self._at, more=True)
        elif key == Qt.Key.Key_A and event.modifiers() == _CONTROL:
            self.chosen = tuple(person.id for person in self._people.values())
            self.update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and people and not self.read_only:
            self.unseat_requested.emit(people)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and people:
            self.menu_requested.emit(self.mapToGlobal(self.seat_rect(self._at).bottomLeft()), people)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: choose, and perhaps begin to drag."""
        self.entered.emit()
        seat = self._seat_at(event.position().toPoint())
        if seat is None:
            super().mousePressEvent(event)
            return
        self._choose(seat, more=bool(event.modifiers() & _CONTROL))
        if event.button() == Qt.MouseButton.LeftButton and seat in self._people:
            self._pressed = (event.position().toPoint(), seat)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: carry who is chosen."""
        if self._pressed is None or self.read_only or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        start, seat = self._pressed
        if (event.position().toPoint() - start).manhattanLength() < QApplication.startDragDistance():
            return
        self._pressed = None
        drag = QDrag(self)
        drag.setMimeData(people_mime(self.chosen))
        drag.setPixmap(self._picture(seat))
        drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on one of several chooses that one alone."""
        pressed, self._pressed = self._pressed, None
        if pressed is not None and not event.modifiers() & _CONTROL:
            self.chosen = (self._people[pressed[1]].id,) if pressed[1] in self._people else ()
            self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: what can be done with who is chosen."""
        if self._under_hand():
            self.menu_requested.emit(event.globalPos(), self._under_hand())
        else:
            super().contextMenuEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Qt: people may be let go here."""
        if event.mimeData().hasFormat(MIME) and not self.read_only:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Qt: show the seat under what is carried."""
        if self.read_only:
            return
        over = self._seat_at(event.position().toPoint())
        if over != self._over:
            self._over = over
            self.update()
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Qt: what was carried is elsewhere."""
        self._over = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: people get seats."""
        people, self._over = carried_people(event.mimeData()), None
        self.update()
        if people and not self.read_only:
            event.acceptProposedAction()
            self.seat_requested.emit(people, self._seat_at(event.position().toPoint()))

    def event(self, event: QEvent) -> bool:
        """Qt: a tooltip tells name, unit, title, and what wants a look."""
        if event.type() == QEvent.Type.ToolTip:
            asked = cast(QHelpEvent, event)
            seat = self._seat_at(asked.pos())
            QToolTip.showText(asked.globalPos(), as_tip(self._tip(seat) if seat is not None else ""), self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: show where the keyboard is."""
        super().focusInEvent(event)
        self.entered.emit()
        self._describe()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the seats."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._grid.driver is not None and self._grid.cells:
            self._paint_driver(painter, self._rect(*self._grid.driver))
        for seat in self._places():
            self._paint_seat(painter, seat, self.seat_rect(seat))
        painter.end()

    def _paint_driver(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(self._theme.color("ink_faint"))
        _ = translator(self.language).gettext
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, _("Driver"))

    def _paint_seat(self, painter: QPainter, seat: int, rect: QRect) -> None:
        person = self._people.get(seat)
        here = self.hasFocus() and seat == self._at
        chosen = person is not None and person.id in self.chosen
        beyond = person is not None and seat >= len(self._grid.cells)
        marked = person is not None and person.id in self._marks
        edge = "accent" if here or seat == self._over else "bad" if beyond else "warn_line" if marked else "border"
        painter.setPen(QPen(self._theme.color(edge), 1.5 if here or seat == self._over else 1))
        fill = "accent_soft" if chosen else "warn_soft" if marked else "raised" if person else "canvas"
        painter.setBrush(self._theme.color(fill))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        if person is None:
            painter.setPen(self._theme.color("ink_disabled"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, str(seat + 1) if rect.width() > AISLE * 2 else "")
            return
        self._paint_name(painter, rect.adjusted(3, 0, -3, 0), person, "bad" if beyond else "ink")

    def _paint_name(self, painter: QPainter, room: QRect, person: Attendee, token: str) -> None:
        painter.setPen(self._theme.color(token))
        leads = person.id == self._leader
        font = self.font()
        font.setBold(leads)
        painter.setFont(font)
        metrics = painter.fontMetrics()
        name = person_name(person, self.language)
        painter.drawText(
            room, Qt.AlignmentFlag.AlignCenter, metrics.elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        )
        if leads:
            center = QPointF(room.right() - 1, room.top() + 6)
            painter.setBrush(self._theme.color("accent"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(center, 2.5, 2.5)
        painter.setFont(self.font())

    def _tip(self, seat: int) -> str:
        _ = translator(self.language).gettext
        person = self._people.get(seat)
        if person is None:
            return _("Seat {number}: {name}").format(number=seat + 1, name=_("free"))
        said: Sequence[str] = (
            person_name(person, self.language),
            person_detail(person, self.language),
            _("Leader of the vehicle") if person.id == self._leader else "",
            self._marks.get(person.id, ""),
        )
        return "\n".join(filter(None, said))

    def _picture(self, seat: int) -> QPixmap:
        """What is carried: the seat with its name, and how many more."""
        picture = self.grab(self.seat_rect(seat))
        if len(self.chosen) > 1:
            painter = QPainter(picture)
            painter.setPen(self._theme.color("accent"))
            corner = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
            room = QRect(0, 0, self.seat_rect(seat).width() - 3, HEIGHT)
            painter.drawText(room, corner, f"×{len(self.chosen)}")
            painter.end()
        return picture
