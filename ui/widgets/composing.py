"""What an input method has under way in a table: the keys that end it are not those of the table."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent

_GIVES_UP = Qt.Key.Key_Escape
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, _GIVES_UP)


class Composing:
    """Most input methods keep these keys to themselves while they compose; some let them through as well."""

    def __init__(self) -> None:
        self.under_way = False

    def hear(self, event: QInputMethodEvent) -> None:
        """An input method says what it composes, or that it is done."""
        self.under_way = bool(event.preeditString())

    def forget(self) -> None:
        """Another editor: nothing is under way in it."""
        self.under_way = False

    def takes(self, event: QKeyEvent) -> bool:
        """Whether a key only ends what is composed: Escape gives it up, the others keep it."""
        if not self.under_way or event.key() not in _ENDS:
            return False
        self.under_way = False
        method = QGuiApplication.inputMethod()
        if event.key() == _GIVES_UP:
            method.reset()
        else:
            method.commit()
        return True
