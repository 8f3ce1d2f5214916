"""Tells when somebody begins to work in a window: what only work needs is loaded then, and not while it rests."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QWidget

PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.TouchBegin)


class FirstPress(QObject):
    """Watches what the system tells a window on the screen, until the first press of a key or button."""

    pressed = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: an event on its way to the window."""
        if event.type() in PRESSES:
            watched.removeEventFilter(self)
            self.pressed.emit()
        return False
