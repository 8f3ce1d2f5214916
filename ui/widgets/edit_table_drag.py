"""Rows dragged by their number, or moved by Alt+Up and Alt+Down. It moves nothing itself: it says where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QApplication

from ui.widgets.edit_model import EditModel

if TYPE_CHECKING:
    from ui.widgets.edit_table import EditTable


class RowDrag(QObject):
    """The rows under way, and the line before which they would go."""

    rows_moved = Signal(object, object)  # tuple of ids, id before which they go (None: to the end)

    def __init__(self, table: EditTable, model: EditModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._pressed: QPoint | None = None
        self._target: int | None = None  # the place before which they go

    def press(self, place: QPoint) -> None:
        """The mouse is pressed on the number of a row."""
        self._pressed = None if self._model.read_only else place

    def move_to(self, place: QPoint) -> bool:
        """The mouse moves. Whether rows are being dragged."""
        if self._pressed is None:
            return False
        if self._target is None and (place - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return True
        self._target = self._place_at(place)
        self._table.scrollTo(self._model.index(min(self._target, len(self._model.rows()) - 1), 0))
        self._table.viewport().update()
        return True

    def release(self) -> bool:
        """The mouse lets go. Whether rows were dragged."""
        target, self._pressed, self._target = self._target, None, None
        if target is None:
            return False
        self._table.viewport().update()
        self._tell(self._table.chosen_ids(), target)
        return True

    def line(self) -> int | None:
        """Where the line is drawn, in the viewport; None when nothing is dragged."""
        if self._target is None:
            return None
        place = min(self._target, len(self._model.rows()) - 1)
        room = self._table.visualRect(self._model.index(place, self._table.shown_columns()[0]))
        return room.top() if self._target <= place else room.bottom()

    def move(self, ids: tuple[int, ...], lines: int) -> None:
        """Wish rows up or down by so many lines."""
        places = [place for place in map(self._model.place_of, ids) if place is not None]
        if not places or self._model.read_only:
            return
        target = min(places) + lines if lines < 0 else max(places) + 1 + lines
        if 0 <= target <= len(self._model.rows()):
            self._tell(ids, target)

    def _tell(self, ids: tuple[int, ...], target: int) -> None:
        """Unless they stand there already."""
        rows, moved = self._model.rows(), set(ids)
        places = [place for place in map(self._model.place_of, ids) if place is not None]
        whole = bool(places) and places == list(range(places[0], places[0] + len(places)))
        if whole and places[0] <= target <= places[-1] + 1:
            return
        before = next((row.id for row in rows[target:] if row.id not in moved), None)
        self.rows_moved.emit(ids, before)

    def _place_at(self, place: QPoint) -> int:
        """Before the row whose upper half is under the mouse; behind the last one below them all."""
        count, row = len(self._model.rows()), self._table.rowAt(place.y())
        if row < 0:
            return 0 if place.y() < 0 else count
        room = self._table.visualRect(self._model.index(row, self._table.shown_columns()[0]))
        return min(count, row + (place.y() > room.center().y()))
