"""Tab goes through parts that are made later where they stand; Qt would put them last in the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_behind(before: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go from `before`, or what stands in front of it, through what can be reached in the parts."""
    before = _reached(before)  # Qt orders nothing behind what never takes the keyboard
    for widget in (inner for part in parts for inner in (part, *part.findChildren(QWidget))):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is before.window():
            QWidget.setTabOrder(before, widget)
            before = widget


def put_before(after: QWidget, parts: Iterable[QWidget]) -> None:
    """The same, in front of a part that stands where it is to."""
    put_behind(after.previousInFocusChain() or after, parts)


def _reached(widget: QWidget) -> QWidget:
    found = widget
    while found.focusPolicy() == Qt.FocusPolicy.NoFocus:
        found = found.previousInFocusChain() or widget
        if found is widget:  # once around
            break
    return found
