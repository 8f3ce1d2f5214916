"""Cards on sheets: each face in its place, the far one turned, marks where to cut and to fold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from exporters.blocks import Card, Cards
from exporters.card_formats import CardGrid, grid_of, sheet_order
from exporters.pdf.boxes import Bookmark, Box
from exporters.pdf.card_faces import make_face, small_lines
from exporters.pdf.ink import BLACK, GREY, Ink
from exporters.typeset.safe_text import clean_line
from exporters.typeset.styles import MM, PageStyle

_TICK, _APART = 5.0, 2.0  # mm: how long a mark is, and how far outside the cards
_FOLD_DASH, _FOLD_DASHES = 1.2, 3  # mm
_WEIGHT = 0.4
_EDGE = 0.01


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The cards of one sheet, in the order of its places."""

    block: Cards
    grid: CardGrid
    cards: tuple[Card, ...]
    shape: PageStyle

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw the sheet; `left` and `top` are those of the text block, cards count from the edge of the paper."""
        left, top = left - self.shape.left, top - self.shape.top
        for number, card in enumerate(self.cards):
            row, column = divmod(number, self.grid.columns)
            x = left + (self.grid.left + column * self.grid.width) * MM
            _draw_card(ink, card, self.block, x, top + (self.grid.top + row * self.grid.height) * MM)
        for x1, y1, x2, y2 in _cut_marks(self.grid, self.shape):
            ink.rule(left + x1 * MM, top + y1 * MM, left + x2 * MM, top + y2 * MM, weight=_WEIGHT, gray=BLACK)
        for x1, y1, x2, y2 in _fold_marks(self.block, self.grid):
            ink.rule(left + x1 * MM, top + y1 * MM, left + x2 * MM, top + y2 * MM, weight=_WEIGHT, gray=GREY)


def card_boxes(block: Cards, shape: PageStyle) -> list[Box]:
    """A box for each sheet, as high as the page; the outline names the cards on it."""
    grid = grid_of(block, landscape=shape.width > shape.height)
    boxes = []
    for numbers in sheet_order(len(block.cards), grid.count):
        cards = tuple(block.cards[number] for number in numbers)
        marks = tuple(Bookmark(clean_line(card.name), 0) for card in cards)
        sheet = _Sheet(block, grid, cards, shape)
        boxes.append(Box(shape.text_height, sheet.draw, bookmarks=marks, numbered=False))
    return boxes


def _draw_card(ink: Ink, card: Card, block: Cards, left: float, top: float) -> None:
    width, height = block.width * MM, block.height * MM
    face = make_face(card, width, height)
    if block.faces > 1:
        if not block.far_blank:
            with ink.turned(left + width / 2, top + height / 2):
                face.draw(ink, left, top)
        top += height
    face.draw(ink, left, top)
    if block.note and block.flap:
        _draw_note(ink, block, left, top + height + block.base * MM)


def _draw_note(ink: Ink, block: Cards, left: float, top: float) -> None:
    """What to do with the flap: for whoever folds, so no text of the card."""
    lines, style = small_lines(clean_line(block.note), block.width * MM, 8.0)
    reader, ink.reader = ink.reader, None
    ink.line(lines[0], left, top + block.flap * MM / 2 + style.size * 0.36, gray=GREY)
    ink.reader = reader


_Mark = tuple[float, float, float, float]


def _cut_marks(grid: CardGrid, shape: PageStyle) -> Iterator[_Mark]:
    """At both ends of every cut; none along an edge of the paper."""
    across, down = shape.width / MM, shape.height / MM
    right, foot = grid.left + grid.columns * grid.width, grid.top + grid.rows * grid.height
    for x in _edges(grid.left, grid.width, grid.columns, across):
        for near, far in _ends(grid.top, foot, down):
            yield x, near, x, far
    for y in _edges(grid.top, grid.height, grid.rows, down):
        for near, far in _ends(grid.left, right, across):
            yield near, y, far, y


def _edges(first: float, step: float, count: int, end: float) -> Sequence[float]:
    edges = [first + number * step for number in range(count + 1)]
    return [edge for edge in edges if _EDGE < edge < end - _EDGE]


def _ends(first: float, last: float, end: float) -> tuple[tuple[float, float], tuple[float, float]]:
    """Where the marks of a line from first to last stand: outside the cards, or on the line where there is no room."""
    before = (first - _APART - _TICK, first - _APART) if first >= _APART + 1 else (first, first + _TICK)
    after = (last + _APART, last + _APART + _TICK) if end - last >= _APART + 1 else (last - _TICK, last)
    return (max(0.0, before[0]), before[1]), (after[0], min(end, after[1]))


def _fold_marks(block: Cards, grid: CardGrid) -> Iterator[_Mark]:
    """Short dashes at both ends of every fold, inside the card: they are on its edge once it is folded."""
    folds = list(_folds(block))
    for row in range(grid.rows):
        for column in range(grid.columns):
            left, top = grid.left + column * grid.width, grid.top + row * grid.height
            for fold in folds:
                for start in (left, left + grid.width - _FOLD_DASHES * 2 * _FOLD_DASH):
                    for dash in range(_FOLD_DASHES):
                        x = start + dash * 2 * _FOLD_DASH + _FOLD_DASH / 2
                        yield x, top + fold, x + _FOLD_DASH, top + fold


def _folds(block: Cards) -> Iterator[float]:
    """How far below the card's upper edge it is folded."""
    if block.faces > 1:
        yield block.height
    if block.base:
        yield block.height * block.faces
    if block.flap:
        yield block.height * block.faces + block.base
