"""The colors of the columns, each with its word."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from resources.languages import translator
from ui.slips.meanings import FAMILIES
from ui.theme import Theme, load_theme

SWATCH, GAP, BETWEEN, HEIGHT = 12, 6, 16, 22


class Legend(QWidget):
    """A swatch and a word for each family of meanings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._language = load_theme("light"), "zh"
        self.setFixedHeight(HEIGHT)

    def words(self) -> list[str]:
        """The words, in order."""
        _ = translator(self._language).gettext
        return [_(family.words) for family in FAMILIES]

    def sizeHint(self) -> QSize:
        """Qt: room for all of them."""
        widths = (SWATCH + GAP + self.fontMetrics().horizontalAdvance(words) + BETWEEN for words in self.words())
        return QSize(sum(widths), HEIGHT)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        self.setAccessibleName(", ".join(self.words()))
        self.updateGeometry()
        self.update()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: swatches and words."""
        painter, left, middle = QPainter(self), 0, self.height() // 2
        for family, words in zip(FAMILIES, self.words(), strict=True):
            box = QRect(left, middle - SWATCH // 2, SWATCH, SWATCH)
            painter.fillRect(box, self._theme.color(f"tint_{family.key}"))
            painter.fillRect(QRect(box.left(), box.top(), box.width(), 3), self._theme.color(f"mark_{family.key}"))
            painter.setPen(self._theme.color("ink_soft"))
            base = middle + (self.fontMetrics().ascent() - self.fontMetrics().descent()) // 2
            painter.drawText(left + SWATCH + GAP, base, words)
            left += SWATCH + GAP + self.fontMetrics().horizontalAdvance(words) + BETWEEN
        painter.end()
