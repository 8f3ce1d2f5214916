"""The geometry of the timeline: minutes and days on one side, pixels on the other."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from ui.agenda.layout import EMPTY_BOARD, Block, Board

RULER = 52
HEADER = 34
TRAY = 212
NARROW_TRAY = 170  # where the whole is narrow
LEAST_WIDTH = 620
TRAY_HEADER = 34
TRAY_ROW = 44
LEAST_COLUMN = 150
COLUMN_PADDING = 6
LEAST_HEIGHT = 5
SNAP = 5  # minutes


@dataclass(frozen=True, slots=True)
class Shape:
    """The board at one zoom, one size and one scroll position. All rectangles are in the viewport."""

    board: Board = EMPTY_BOARD
    width: int = 800
    height: int = 600
    scale: float = 2.0  # pixels a minute
    across: int = 0
    down: int = 0
    tray: bool = False
    tray_floats: bool = False  # over the days, while something is dragged

    @property
    def tray_left(self) -> int:
        """Where the tray begins; the right edge where there is none."""
        return self.width - self.tray_width

    @property
    def tray_width(self) -> int:
        """Wide while nothing has a clock time, narrow where there is little room."""
        if not self.tray:
            return 0
        if not self.board.blocks:
            return self.width // 2
        return TRAY if self.width >= LEAST_WIDTH else NARROW_TRAY

    @property
    def column_width(self) -> float:
        """The width of a day."""
        right = self.width if self.tray_floats else self.tray_left
        return max((right - RULER) / len(self.board.days), LEAST_COLUMN)

    @property
    def content_width(self) -> int:
        """The width of all days."""
        return round(self.column_width * len(self.board.days))

    @property
    def content_height(self) -> int:
        """The height of the whole day, and of the whole tray if that is more."""
        return round((self.board.last - self.board.first) * self.scale) + 16

    def y_of(self, minute: float) -> float:
        """The height of a minute since midnight."""
        return HEADER + 8 + (minute - self.board.first) * self.scale - self.down

    def minute_at(self, y: float) -> float:
        """The minute at a height."""
        return self.board.first + (y + self.down - HEADER - 8) / self.scale

    def column_left(self, column: int) -> float:
        """The left edge of a day."""
        return RULER + column * self.column_width - self.across

    def column_at(self, x: float) -> int:
        """The day at a place, the nearest one outside."""
        column = int((x - RULER + self.across) // self.column_width)
        return min(max(column, 0), len(self.board.days) - 1)

    def rect_of(self, block: Block) -> QRectF:
        """The rectangle of a block."""
        left = self.column_left(block.column) + COLUMN_PADDING
        width = self.column_width - 2 * COLUMN_PADDING
        top, bottom = self.y_of(block.begin), self.y_of(block.end)
        x, right = left + width * block.left, left + width * block.right
        return QRectF(x + 1, top + 0.5, right - x - 2, max(bottom - top - 1, LEAST_HEIGHT))

    def span_rect(self, column: int, begin: float, end: float) -> QRectF:
        """The rectangle of some minutes over the whole width of a day."""
        left = self.column_left(column) + COLUMN_PADDING + 1
        top = self.y_of(begin)
        return QRectF(left, top, self.column_width - 2 * COLUMN_PADDING - 2, max(self.y_of(end) - top, 1))

    def canvas(self) -> QRectF:
        """Where the days lie."""
        return QRectF(RULER, HEADER, self.tray_left - RULER, self.height - HEADER)

    def tray_rect(self) -> QRectF:
        """The tray of items without clock times."""
        return QRectF(self.tray_left, 0, self.width - self.tray_left, self.height)

    def tray_row(self, place: int, scrolled: int = 0) -> QRectF:
        """A line of the tray."""
        return QRectF(
            self.tray_left + 8, TRAY_HEADER + 4 + place * (TRAY_ROW + 4) - scrolled, self.tray_width - 16, TRAY_ROW
        )

    def tray_place(self, y: float, scrolled: int = 0) -> int:
        """In front of which line of the tray a height lies."""
        place = round((y - TRAY_HEADER - 4 + scrolled) / (TRAY_ROW + 4))
        return min(max(place, 0), len(self.board.tray))

    def block_at(self, point: QPointF) -> Block | None:
        """The topmost block at a point."""
        if not self.canvas().contains(point):
            return None
        return next((block for block in reversed(self.board.blocks) if self.rect_of(block).contains(point)), None)

    def block_of_item(self, item_id: int) -> Block | None:
        """The block of an item, if it has a clock time."""
        return self.board.block_of(item_id)

    def tray_item_at(self, point: QPointF, scrolled: int = 0) -> int | None:
        """The item of the tray at a point."""
        if not self.tray or not self.tray_rect().contains(point):
            return None
        rows = enumerate(self.board.tray)
        return next((item_id for place, item_id in rows if self.tray_row(place, scrolled).contains(point)), None)
