"""A label of one or more lines that ends in … where it must, and then tells the whole text as its tooltip."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QTextLayout
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.widgets.tips import as_tip

NARROWEST = 40


class ElidedLabel(QLabel):
    """Shortens its text to its width and its number of lines; `text()` stays whole."""

    def __init__(self, parent: QWidget | None = None, *, lines: int = 1) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Qt: room for all its lines."""
        usual, margins = super().sizeHint(), self.contentsMargins()
        height = self.fontMetrics().lineSpacing() * self._lines + 2
        return QSize(usual.width(), height + margins.top() + margins.bottom())

    def minimumSizeHint(self) -> QSize:
        """Qt: may shrink to a few characters."""
        return QSize(NARROWEST, self.sizeHint().height())

    def shown_lines(self) -> tuple[str, ...]:
        """The lines as they are drawn."""
        width, metrics, text = self.contentsRect().width(), self.fontMetrics(), self.text()
        lines, start = [], 0
        for length in self._breaks(text, width)[: self._lines - 1]:
            lines.append(text[start : start + length].rstrip())
            start += length
        rest = metrics.elidedText(text[start:], Qt.TextElideMode.ElideRight, width)
        return (*lines, rest) if rest else tuple(lines)

    def is_cut(self) -> bool:
        """Whether the text does not fit."""
        return bool(self.text()) and self.shown_lines()[-1].endswith("…") and not self.text().endswith("…")

    def setText(self, text: str) -> None:
        """Qt: another text."""
        super().setText(text)
        self._tell_whole()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: another width."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw what fits."""
        painter, room, height = QPainter(self), self.contentsRect(), self.fontMetrics().lineSpacing()
        painter.setPen(self.palette().color(self.foregroundRole()))
        lines = self.shown_lines()
        top = room.top() + (0 if self._lines > 1 else (room.height() - height) / 2)
        for number, line in enumerate(lines):
            painter.drawText(QPointF(room.left(), top + number * height + self.fontMetrics().ascent()), line)
        painter.end()

    def _breaks(self, text: str, width: int) -> list[int]:
        """How many characters each full line takes, broken where the language allows."""
        layout = QTextLayout(text, self.font())
        layout.beginLayout()
        lengths: list[int] = []
        while len(lengths) < self._lines and (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lengths.append(line.textLength())
        layout.endLayout()
        return lengths

    def _tell_whole(self) -> None:
        self.setToolTip(as_tip(self.text()) if self.is_cut() else "")
