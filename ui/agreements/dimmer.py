"""Words whose condition does not hold: they are not printed, and look so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextDocument

from models.rules.clause_text import TokenKind

if TYPE_CHECKING:
    from models.clause_reading import ShownToken


class Dimmer(QSyntaxHighlighter):
    """Makes words faint whose condition does not hold: they are not printed."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self._ranges: tuple[tuple[int, int], ...] = ()
        self._faint = QTextCharFormat()

    def use_color(self, color: QColor) -> None:
        """The faint color."""
        self._faint.setForeground(color)
        self.rehighlight()

    def show_ranges(self, ranges: tuple[tuple[int, int], ...]) -> None:
        """The places in the document of the words that are left out."""
        if ranges != self._ranges:
            self._ranges = ranges
            self.rehighlight()

    def highlightBlock(self, _text: str) -> None:
        """Qt: one paragraph."""
        start = self.currentBlock().position()
        for first, last in self._ranges:
            low, high = max(first - start, 0), min(last - start, self.currentBlock().length() - 1)
            if low < high:
                self.setFormat(low, high - low, self._faint)


def ranges_left_out(shown: tuple[ShownToken, ...]) -> tuple[tuple[int, int], ...]:
    """Where the words stand in the stored text whose condition does not hold."""
    at, found = 0, []
    for token in shown:
        end = at + len(token.source)
        if not token.stands and token.kind is TokenKind.WORDS:
            found.append((at, end))
        at = end
    return tuple(found)
