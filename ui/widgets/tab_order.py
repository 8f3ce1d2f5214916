"""Tab goes through parts that are made later where they stand; Qt would put them last in the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def put_behind(before: QWidget, parts: Iterable[QWidget]) -> None:
    """Let Tab go from `before`, which must take the keyboard in some way, through what can be reached in the parts."""
    for widget in (inner for part in parts for inner in (part, *part.findChildren(QWidget))):
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.window() is before.window():
            QWidget.setTabOrder(before, widget)
            before = widget


def put_before(after: QWidget, parts: Iterable[QWidget]) -> None:
    """The same, in front of a part that stands where it is to."""
    before = after.previousInFocusChain()
    while before is not after and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    put_behind(before, parts)
