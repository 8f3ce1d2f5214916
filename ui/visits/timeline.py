"""The stops of a route from top to bottom: drag to reorder, stretch to stay longer, type minutes where they stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from models.snapshots.shapes import VisitRoute, VisitStop
from ui.theme import Theme, load_theme
from ui.visits.way import Block, Part, blocks, slot_at, stepped, stretched, with_stay, with_times
from ui.visits.way_editor import WayEditor
from ui.visits.way_painter import LEFT, PEOPLE, RIGHT, Hit, Look, WayPainter, cut_words, edit_rect, hit
from ui.widgets.tips import as_tip

LEAST_WIDTH = 420
COLUMNS = ("travel_minutes", "buffer_minutes", "arrive", "minutes")  # of a stop, as Tab goes through them
Lines = Mapping[int, tuple[tuple[str, str], ...]]
_KEYS_UP = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_STRETCH = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Minus: -1, Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1}


class Timeline(QWidget):
    """One route. `None` as a stop means the route itself, drawn as its departure."""

    stop_chosen = Signal(object)  # id or None
    stop_opened = Signal(object)
    value_typed = Signal(object, str, object, object)  # id or None, column, before, after
    stop_moved = Signal(int, object)  # id, the stop it goes before or None
    delete_requested = Signal(int)
    duplicate_requested = Signal(int)
    menu_requested = Signal(QPoint, object)
    people_requested = Signal()
    carried = Signal(int)  # a card is held at this height

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumWidth(LEAST_WIDTH)
        self.language, self._theme, self.read_only = "zh", load_theme("light"), False
        self.route: VisitRoute | None = None
        self.chosen: int | None = None
        self._stops: tuple[VisitStop, ...] = ()  # as shown: while something is drawn, not as stored
        self._lines: Lines = {}
        self._remark = ""
        self._way: tuple[Block, ...] = ()
        self._pressed: tuple[Hit, QPointF] | None = None
        self._dragged: float | None = None  # height at which a card is held
        self.editor = WayEditor(self)
        self.editor.taken.connect(self.value_typed)
        self.editor.next_requested.connect(self._edit_next)
        self.editor.closed.connect(self.setFocus)

    # what is shown
    def show_route(self, route: VisitRoute, lines: Lines, remark: str = "") -> None:
        """Show a route, or the same one after a change; what is being typed stays. `remark` stands at the departure."""
        another = self.route is None or route.id != self.route.id
        self.route, self._stops, self._lines, self._remark = route, route.stops, lines, remark
        if another or self.chosen not in {stop.id for stop in route.stops}:
            self.chosen = None
        if another:
            self.editor.hide()
        if self._pressed is not None and self._pressed[0].stop_id not in {None, *(stop.id for stop in route.stops)}:
            self._give_up()  # somebody has deleted what is held
        self._lay_out()

    def shown_stops(self) -> tuple[VisitStop, ...]:
        """The stops as they are drawn."""
        return self._stops

    def block_of(self, stop_id: int | None, part: Part = Part.STOP) -> Block | None:
        """Where a stop stands; None: the departure."""
        if stop_id is None:
            return self._way[0] if self._way else None
        return next((b for b in self._way if b.part is part and b.stop is not None and b.stop.id == stop_id), None)

    def choose(self, stop_id: int | None) -> None:
        """Choose a stop, or the route."""
        known = {stop.id for stop in self._stops}
        self.chosen = stop_id if stop_id in known else None
        self._tell_chosen()

    def edit(self, stop_id: int | None, column: str) -> None:
        """Type a value where it stands."""
        block = self.block_of(stop_id, Part.STOP if column in ("arrive", "minutes") else Part.LEG)
        if self.read_only or self.route is None or block is None or not self.editor.finish():
            return
        self.chosen = stop_id
        self._tell_chosen()
        rect = edit_rect(block, column, self._look())
        self.editor.begin(stop_id, column, self._value(block.stop, column), rect, self.language)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self.editor.retranslate(language)
        self.update()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self.update()

    # geometry
    def _look(self) -> Look:
        timed = self.route is not None and self.route.departs_at is not None
        timed |= any(stop.fixed_arrival is not None for stop in self._stops)
        return Look(self._theme, self.language, self.font(), self.width(), self.hasFocus(), timed)

    def _lay_out(self) -> None:
        self._way = blocks(self._stops, self._lines, remark=self._remark)
        self.setMinimumHeight(self._way[-1].bottom + 8)
        self.updateGeometry()
        self._place_editor()
        self.update()

    def _place_editor(self) -> None:
        if not self.editor.isHidden():
            column = self.editor.column
            block = self.block_of(self.editor.stop_id, Part.STOP if column in ("arrive", "minutes") else Part.LEG)
            if block is None:
                self.editor.hide()
            else:
                self.editor.place(edit_rect(block, column, self._look()))

    def _value(self, stop: VisitStop | None, column: str) -> Any:
        if stop is None:
            return self.route.departs_at if self.route else None
        return stop.fixed_arrival if column == "arrive" else getattr(stop, column)

    def sizeHint(self) -> QSize:
        """Qt: as tall as the way."""
        return QSize(LEAST_WIDTH, self._way[-1].bottom + 8 if self._way else 100)

    # choosing and editing
    def _tell_chosen(self) -> None:
        block = self.block_of(self.chosen)
        if block is not None:
            self.setAccessibleDescription(" · ".join(words for _token, words in block.lines))
        self.update()
        self.stop_chosen.emit(self.chosen)

    def _enter(self, found: Hit) -> None:
        """A value was clicked: type it; the remark at the departure leads to the people."""
        if found.column == PEOPLE:
            self.people_requested.emit()
        else:
            self.edit(found.stop_id, found.column)

    def _edit_next(self, stop_id: int | None, column: str, step: int) -> None:
        """The value before or after one, through all stops."""
        places: list[tuple[int | None, str]] = [(None, "departs_at")]
        places += [(stop.id, name) for stop in self._stops for name in COLUMNS]
        at = places.index((stop_id, column)) + step if (stop_id, column) in places else -1
        if 0 <= at < len(places):
            self.edit(*places[at])
        else:
            self.setFocus(Qt.FocusReason.TabFocusReason)

    def _move_choice(self, step: int) -> None:
        ids: list[int | None] = [None, *(stop.id for stop in self._stops)]
        at = ids.index(self.chosen) + step if self.chosen in ids else 0
        self.choose(ids[min(max(at, 0), len(ids) - 1)])

    def _move_stop(self, step: int) -> None:
        """One place up or down."""
        ids = [stop.id for stop in self._stops]
        if self.chosen not in ids:
            return
        at = ids.index(self.chosen)
        if 0 <= at + step < len(ids):
            before = at - 1 if step < 0 else at + 2
            self._drop(self.chosen, ids[before] if before < len(ids) else None)

    def _drop(self, stop_id: int, before_id: int | None) -> None:
        if self.route is None or before_id == stop_id:
            return
        moved = next(stop for stop in self._stops if stop.id == stop_id)
        rest = [stop for stop in self._stops if stop.id != stop_id]
        at = next((place for place, stop in enumerate(rest) if stop.id == before_id), len(rest))
        ordered = [*rest[:at], moved, *rest[at:]]
        if [stop.id for stop in ordered] != [stop.id for stop in self._stops]:
            self._stops = with_times(self.route, ordered)
            self._lay_out()
            self.stop_moved.emit(stop_id, before_id)

    def _stay(self, stop_id: int, minutes: int, *, done: bool) -> None:
        """Draw a stay of other length; store it when the stretching is done."""
        if self.route is None:
            return
        before = next((stop.minutes for stop in self.route.stops if stop.id == stop_id), None)
        self._stops = with_stay(replace(self.route, stops=self._stops), stop_id, minutes)
        self._lay_out()
        if done and minutes != before:
            self.value_typed.emit(stop_id, "minutes", before, minutes)

    # Qt
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: the whole timeline by keyboard."""
        if not self._navigate(event) and (self.read_only or not self._change_by_key(event)):
            super().keyPressEvent(event)

    def _navigate(self, event: QKeyEvent) -> bool:
        key, plain = Qt.Key(event.key()), event.modifiers() in (_NONE, Qt.KeyboardModifier.KeypadModifier)
        if key in _KEYS_UP and plain:
            self._move_choice(_KEYS_UP[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move_choice(-len(self._stops) - 1 if key == Qt.Key.Key_Home else len(self._stops) + 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stop_opened.emit(self.chosen)
        elif key == Qt.Key.Key_Escape and self._pressed is not None:
            self._give_up()
        else:
            return False
        return True

    def _change_by_key(self, event: QKeyEvent) -> bool:
        key, stop = Qt.Key(event.key()), next((s for s in self._stops if s.id == self.chosen), None)
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key == Qt.Key.Key_F2:
            self.edit(self.chosen, "travel_minutes" if stop else "departs_at")
        elif stop is None:
            return False
        elif key in _KEYS_UP and alt:
            self._move_stop(_KEYS_UP[key])
        elif key in _STRETCH and not control:
            self._stay(stop.id, stepped(stop.minutes, _STRETCH[key]), done=True)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.delete_requested.emit(stop.id)
        elif key == Qt.Key.Key_D and control:
            self.duplicate_requested.emit(stop.id)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: choose, and perhaps begin to drag."""
        self.editor.finish()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        found = hit(self._way, event.position(), self._look())
        if event.button() != Qt.MouseButton.LeftButton or found is None:
            return
        self.choose(found.stop_id)
        self._pressed = (found, event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: stretch or carry what is held; else show what can be done."""
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            self._show_cursor(hit(self._way, event.position(), self._look()))
            return
        found, start = self._pressed
        moved = event.position().y() - start.y()
        if self.read_only or found.part is not Part.STOP or found.stop_id is None:
            return
        if found.edge and self.route is not None:
            stored = next((stop.minutes for stop in self.route.stops if stop.id == found.stop_id), None)
            self._stay(found.stop_id, stretched(stored, moved), done=False)
        elif self._dragged is not None or abs(moved) >= QApplication.startDragDistance():
            self._dragged = event.position().y()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
            self.carried.emit(round(self._dragged))
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: store what was stretched or carried; a click on a value types it."""
        pressed, self._pressed, dragged, self._dragged = self._pressed, None, self._dragged, None
        if pressed is None or event.button() != Qt.MouseButton.LeftButton:
            return
        found, start = pressed
        if dragged is not None and found.stop_id is not None:
            self.unsetCursor()
            self.update()
            self._drop(found.stop_id, slot_at(self._way, event.position().y()))
        elif found.edge and found.stop_id is not None and abs(event.position().y() - start.y()) > 1:
            stop = next(stop for stop in self._stops if stop.id == found.stop_id)
            self._stay(found.stop_id, stop.minutes or 0, done=True)
        elif found.column and hit(self._way, event.position(), self._look()) == found:
            self._enter(found)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: open the fields of a stop or the route."""
        found = hit(self._way, event.position(), self._look())
        if found is not None and not found.column and found.part in (Part.STOP, Part.DEPARTURE):
            self.stop_opened.emit(found.stop_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: what can be done with a stop."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            found = hit(self._way, QPointF(event.pos()), self._look())
            self.choose(found.stop_id if found else None)
            self.menu_requested.emit(event.globalPos(), self.chosen)
            return
        block = self.block_of(self.chosen)
        self.menu_requested.emit(self.mapToGlobal(QPoint(LEFT + 12, block.top + 20 if block else 0)), self.chosen)

    def event(self, event: QEvent) -> bool:
        """Qt: what does not fit is told by a tooltip."""
        if event.type() == QEvent.Type.ToolTip:
            asked = cast(QHelpEvent, event)
            block = next((block for block in self._way if block.top <= asked.pos().y() < block.bottom), None)
            words = cut_words(block, QPointF(asked.pos()), self._look()) if block else ""
            QToolTip.showText(asked.globalPos(), as_tip(words), self)
            return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: the line one types in stays at its value."""
        super().resizeEvent(event)
        self._place_editor()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: show where the keyboard is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard is elsewhere."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the way; what is carried lies over it, a line shows where it would go."""
        if self.route is None or not self._way:
            return
        look, painter = self._look(), QPainter(self)
        drawing = WayPainter(painter, look, replace(self.route, stops=self._stops))
        drawing.way(self._way, self.chosen)
        if self._dragged is not None and self._pressed is not None:
            self._paint_carried(painter, drawing, self._pressed)
        painter.end()

    def _paint_carried(self, painter: QPainter, drawing: WayPainter, pressed: tuple[Hit, QPointF]) -> None:
        block, held = self.block_of(pressed[0].stop_id), self._dragged or 0
        if block is None:
            return
        before = slot_at(self._way, held)
        target = self.block_of(before, Part.LEG) if before is not None else self._way[-1]
        line = (target or self._way[-1]).top + 2
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawLine(QPointF(LEFT, line), QPointF(self.width() - RIGHT, line))
        painter.setOpacity(0.95)
        drawing.stop(replace(block, top=round(block.top + held - pressed[1].y())), chosen=True, lifted=True)
        painter.setOpacity(1)

    def _show_cursor(self, found: Hit | None) -> None:
        if found is None or self.read_only:
            self.unsetCursor()
        elif found.column == PEOPLE:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        elif found.column:
            self.setCursor(Qt.CursorShape.IBeamCursor)
        elif found.edge:
            self.setCursor(Qt.CursorShape.SizeVerCursor)
        else:
            self.unsetCursor()

    def _give_up(self) -> None:
        """Put what is held back."""
        self._pressed = self._dragged = None
        self.unsetCursor()
        if self.route is not None:
            self._stops = self.route.stops
            self._lay_out()


_NONE = Qt.KeyboardModifier.NoModifier


def lines_of(stops: Sequence[VisitStop], said: Mapping[int, Sequence[tuple[str, str]]]) -> Lines:
    """The lines of every stop, frozen."""
    return {stop.id: tuple(said.get(stop.id, ())) for stop in stops}
