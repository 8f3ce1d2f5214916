"""Cut, copy and paste from the menu: done by whatever has the keyboard, as if its own keys were pressed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

READS = ("Ctrl+C", "Ctrl+A")  # what text that cannot be changed takes as well


def press(keys: str) -> None:
    """Do in the widget with the keyboard what these keys do there."""
    widget = QApplication.focusWidget()
    if widget is None:
        return
    action = _own_action(widget, QKeySequence(keys))
    if action is not None:
        action.trigger()
        return
    sequence: Any = QKeySequence(keys)  # Any: the stubs do not know that it is a sequence
    combination = sequence[0]
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, combination.key(), combination.keyboardModifiers())
        QCoreApplication.sendEvent(widget, event)


def takes(keys: str) -> bool:
    """Whether the widget with the keyboard knows these keys."""
    widget = QApplication.focusWidget()
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return keys in READS or not widget.isReadOnly()
    if isinstance(widget, QLabel):
        return keys in READS and widget.hasSelectedText()
    return isinstance(widget, QAbstractItemView)


def _own_action(widget: QWidget, keys: QKeySequence) -> QAction | None:
    """The action of the widget, or of one around it, that has these keys; the window's own do not count."""
    around: QWidget | None = widget
    while around is not None and not around.isWindow():
        for action in around.actions():
            if keys in action.shortcuts() and action.isEnabled():
                return action
        around = around.parentWidget()
    return None
