"""Words that lead somewhere: a button without a box; cut words have their whole text as the tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from ui.widgets.tips import as_tip

PADDING = 8  # both sides, with the frame of the focus


class LinkButton(QPushButton):
    """Shows as much of its words as fits."""

    def __init__(self, words: str = "", parent: QWidget | None = None, *, strong: bool = False) -> None:
        super().__init__(parent)
        self.words = ""
        self.setProperty("role", "link_strong" if strong else "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.say(words)

    def say(self, words: str) -> None:
        """Change the words."""
        self.words = words
        self.setAccessibleName(words)
        self._fit()

    def sizeHint(self) -> QSize:
        """Qt: room for all the words."""
        return QSize(self.fontMetrics().horizontalAdvance(self.words) + PADDING, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Qt: room for a few."""
        return QSize(min(self.sizeHint().width(), 48), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: cut anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self.words, Qt.TextElideMode.ElideRight, max(self.width() - PADDING, 0))
        self.setText((shown if self.width() > PADDING else self.words).replace("&", "&&"))
        self.setToolTip(as_tip(self.words) if shown != self.words else "")
