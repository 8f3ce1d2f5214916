"""A line that tells whenever the keyboard leaves it for good."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QLineEdit

_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class LeftLine(QLineEdit):
    """`left` comes every time; `editingFinished` comes once a text, and never again if it came at a bad moment."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard goes; to another window or a menu it only passes."""
        super().focusOutEvent(event)
        if event.reason() not in _PASSING:
            self.left.emit()
