"""The first paint: the surfaces of the window in their colors, without a word, while the rest is still being made."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

MENU_BAR_HEIGHT = 29
RAIL_WIDTH = 196
TOP_BAR_HEIGHT = 48
STATUS_BAR_HEIGHT = 28


class LightFrame(QWidget):
    """Rail, bars and canvas as plain rectangles, where the real ones will be."""

    def __init__(self, tokens: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens = tokens

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: fill the surfaces."""
        painter, width, height = QPainter(self), self.width(), self.height()
        top, foot = MENU_BAR_HEIGHT, height - STATUS_BAR_HEIGHT
        for token, place in (
            ("canvas", QRect(0, 0, width, height)),
            ("raised", QRect(0, 0, width, top)),
            ("raised", QRect(RAIL_WIDTH, top, width - RAIL_WIDTH, TOP_BAR_HEIGHT)),
            ("rail", QRect(0, top, RAIL_WIDTH, foot - top)),
            ("rail", QRect(0, foot, width, STATUS_BAR_HEIGHT)),
        ):
            painter.fillRect(place, QColor(self._tokens[token]))
        painter.end()
