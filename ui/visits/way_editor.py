"""The small line in which minutes and times of the way are typed where they stand."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from models.rules.dates import format_time
from models.rules.typed_values import read_number, read_time
from resources.languages import translator
from ui.visits.words import N_

TIMES = frozenset({"arrive", "departs_at"})
NAMES = {
    "arrive": N_("Fixed arrival"),
    "departs_at": N_("Departure"),
    "minutes": N_("Stay"),
    "travel_minutes": N_("On the way"),
    "buffer_minutes": N_("Buffer"),
}


class WayEditor(QLineEdit):
    """Enter or leaving takes what is typed, Tab goes on to the next value, Escape gives the old one back."""

    taken = Signal(object, str, object, object)  # stop id or None, column, before, after
    next_requested = Signal(object, str, int)  # stop id or None, column, 1 or -1
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "inline")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.stop_id: int | None = None
        self.column = ""
        self._before: Any = None
        self.hide()

    def begin(self, stop_id: int | None, column: str, value: Any, rect: QRectF, language: str) -> None:
        """Type another value for a column."""
        self.stop_id, self.column, self._before = stop_id, column, value
        self.setAccessibleName(translator(language).gettext(NAMES[column]))
        self.setText(_shown(column, value))
        self.place(rect)
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.selectAll()

    def retranslate(self, language: str) -> None:
        """Say in another language what is typed here."""
        self.setAccessibleName(translator(language).gettext(NAMES[self.column or "minutes"]))

    def place(self, rect: QRectF) -> None:
        """Stand where the value is drawn."""
        self.setGeometry(rect.adjusted(-1, -2, 1, 2).toRect())

    def finish(self) -> bool:
        """Take what is typed; what cannot be read stays typed. Whether the line is closed."""
        if self.isHidden():  # not where the room around it is hidden: what is typed waits for it
            return True
        try:
            after = read_time(self.text()) if self.column in TIMES else read_number(self.text())
        except ValueError:
            self.setProperty("state", "bad")
            self.style().polish(self)
            self.selectAll()
            return False
        self._close()
        if after != self._before:
            self.taken.emit(self.stop_id, self.column, self._before, after)
        return True

    def event(self, event: QEvent) -> bool:
        """Qt: Tab goes on instead of leaving."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()))
            if step is not None:
                stop_id, column = self.stop_id, self.column
                if self.finish():
                    self.next_requested.emit(stop_id, column, step)
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter takes, Escape does not."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.finish():
                self.closed.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._close()
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: leaving takes what is typed; what cannot be read is given up."""
        super().focusOutEvent(event)
        elsewhere = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in elsewhere and not self.finish():
            self._close()

    def _close(self) -> None:
        self.setProperty("state", "")
        self.style().polish(self)
        self.hide()


def _shown(column: str, value: Any) -> str:
    if value is None:
        return ""
    return format_time(value) if column in TIMES else str(value)
