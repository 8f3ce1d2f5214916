"""A layout that sets boxes in lines, as many in each as fit, like words of a text."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 12


class FlowLayout(QLayout):
    """Boxes keep their size; a line is as tall as its tallest box."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Qt: one more box."""
        self._items.append(item)

    def count(self) -> int:
        """Qt: how many boxes."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Qt: the box at a place."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem:
        """Qt: the box at a place, taken out; None at the end, which the stubs leave out."""
        taken = self._items.pop(index) if 0 <= index < len(self._items) else None
        return cast(QLayoutItem, taken)

    def expandingDirections(self) -> Qt.Orientation:
        """Qt: it takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Qt: the narrower, the taller."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Qt: how tall for a width."""
        return self._set(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Qt: set the boxes."""
        super().setGeometry(rect)
        self._set(rect, move=True)

    def sizeHint(self) -> QSize:
        """Qt: as wide as the widest box."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Qt: as wide as the widest box."""
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.sizeHint())
        return size

    def _set(self, rect: QRect, *, move: bool) -> int:
        """Set the boxes in lines; returns the height that takes."""
        left, top, tallest = rect.left(), rect.top(), 0
        for item in self._items:
            size = item.sizeHint()
            if left > rect.left() and left + size.width() > rect.right() + 1:
                left, top, tallest = rect.left(), top + tallest + GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + GAP
            tallest = max(tallest, size.height())
        return top + tallest - rect.top()
