"""Reads two texts in one widget: words can be chosen and copied, and one goes from change to change."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from exporters.comparison.compare import Comparison
from ui.agreements.compare_sheet import Look, Sheet

LONGEST_LINES = 900  # pixels of the words of one text: longer lines are hard to follow
ABOVE = 40  # pixels that stay in view above a change gone to


class ComparedText(QTextEdit):
    """Shows a comparison. `moved` tells that another change is looked at, or none."""

    moved = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        flags = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.setTextInteractionFlags(flags)
        self.sheet: Sheet | None = None
        self._look: Look | None = None
        self._comparison: Comparison | None = None
        self._chosen: int | None = None  # the row shown as the one looked at
        self._busy = False
        self.cursorPositionChanged.connect(self._cursor_moved)

    @property
    def count(self) -> int:
        """How many changes can be gone to."""
        return len(self.sheet.stops) if self.sheet is not None else 0

    @property
    def current(self) -> int | None:
        """Which of them the cursor is in."""
        return self.sheet.stop_at(self.textCursor().position()) if self.sheet is not None else None

    def show_comparison(self, comparison: Comparison, look: Look) -> None:
        """Lay it out; another look at the same texts stays at the same change."""
        stay = self.current if comparison is self._comparison else None
        same_look = self._look is not None and replace(look, theme=self._look.theme) == self._look
        before = self.verticalScrollBar().value()
        self._comparison, self._look, self._chosen = comparison, look, None
        self._busy = True
        self.sheet = Sheet(self.document(), comparison.changes, look)
        self._busy = False
        self._fit()
        self._put_cursor(0)
        if stay is not None:
            self.go_to(stay)
        if same_look:
            self.verticalScrollBar().setValue(before)
        self._cursor_moved()

    def can_step(self, *, forward: bool) -> bool:
        """Whether there is a change behind the cursor, or before it."""
        return self._beyond(forward=forward) is not None

    def step(self, *, forward: bool) -> None:
        """Go to the next change, or to the one before."""
        found = self._beyond(forward=forward)
        if found is not None:
            self.go_to(found)

    def go_to(self, stop: int) -> None:
        """Go to a change, so that it is seen with a little of what stands above it."""
        if self.sheet is None:
            return
        self._put_cursor(self.sheet.stops[stop])
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().top() - ABOVE)

    def _put_cursor(self, row: int) -> None:
        """To where the words of a row begin."""
        cursor = QTextCursor(self.document())
        if self.sheet is not None and self.sheet.lines:
            cursor.setPosition(self.sheet.begins(row))
        self.setTextCursor(cursor)

    def _beyond(self, *, forward: bool) -> int | None:
        if self.sheet is None:
            return None
        row = self.sheet.row_at(self.textCursor().position())
        stops = range(self.count)
        if forward:
            return next((one for one in stops if self.sheet.stops[one] > row), None)
        return next((one for one in reversed(stops) if self.sheet.stops[one] < row), None)

    def _cursor_moved(self) -> None:
        if self._busy or self.sheet is None:
            return
        current = self.current
        row = self.sheet.stops[current] if current is not None else None
        if row != self._chosen:
            self._busy = True
            for one, chosen in ((self._chosen, False), (row, True)):
                if one is not None:
                    self.sheet.paint(one, chosen=chosen)
            self._busy = False
            self._chosen = row
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: one text stays as wide as is easily read."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: the size may be another one than when the texts came."""
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        spare = 0 if self._look is None or self._look.beside else max(0, self.width() - LONGEST_LINES) // 2
        margins = self.viewportMargins()
        if margins.left() != spare:
            self.setViewportMargins(spare, 0, spare, 0)
        if self.document().textWidth() != self.viewport().width():  # Qt does not hear of margins set while hidden
            self.document().setTextWidth(self.viewport().width())
