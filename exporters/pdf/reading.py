"""Who says to which structure element a line belongs, block by block.

Boxes know only how to draw. A reader stands beside each and follows the lines: a paragraph ends with its last line, a
cell with its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from exporters.blocks import (
    Block,
    Clause,
    Contents,
    Cover,
    Heading,
    Parallel,
    ParallelRow,
    Row,
    SignatureArea,
    Table,
    Title,
)
from exporters.pdf.boxes import Box, Split
from exporters.pdf.properties import LANGUAGE_TAGS
from exporters.pdf.tags import Element
from exporters.typeset.breaking import Line
from exporters.typeset.safe_text import clean_line

_DEEPEST = 6  # heading levels


class Reader:
    """Reads paragraphs: each ends with its last line; columns side by side are read one by one."""

    def __init__(
        self,
        parent: Element,
        kind: str = "P",
        *,
        whole: bool = False,
        after: Reader | None = None,
        two_languages: bool = False,
    ) -> None:
        """`whole`: every line belongs to one element. `after`: the reader of the box before, which may go on here.

        `two_languages`: each paragraph says which one it is in.
        """
        self._parent, self._kind, self._whole, self._after = parent, kind, whole, after
        self._two_languages = two_languages
        self._open: dict[int, Element] = {}

    def element(self, line: Line, left: float) -> Element:
        """The element of a line that starts at this edge."""
        if self._after is not None and self._after._open:
            return self._after.element(line, left)
        column = 0 if self._whole else round(left)
        element = self._open.get(column)
        if element is None:
            said = _language(line) if self._two_languages else ""
            element = self._open[column] = Element(self._kind, self._parent, said)
        if line.last and not self._whole:
            del self._open[column]
        return element


def _language(line: Line) -> str:
    return f"/Lang({LANGUAGE_TAGS['zh' if any(one.wide for one in line.placed) else 'en']})"


class RowReader:
    """Reads a table row, cell by cell; the rest of a row that was cut goes on in the same cells."""

    def __init__(self, table: Element, cells: Sequence[str], kind: str, attributes: str = "") -> None:
        self._table, self._texts, self._kind, self._attributes = table, cells, kind, attributes
        self._row: Element | None = None
        self._waiting: list[Element] = []
        self._cells: dict[int, Element] = {}

    def element(self, _line: Line, left: float) -> Element:
        """The cell that starts at this edge: cells are drawn from left to right, empty ones not at all."""
        if self._row is None:
            self._row = Element("TR", self._table)
            cells = [Element(self._kind, self._row, self._attributes) for _text in self._texts]
            self._waiting = [cell for cell, text in zip(cells, self._texts, strict=True) if text]
        column = round(left)
        if column not in self._cells:
            self._cells[column] = self._waiting.pop(0) if self._waiting else self._row.parts[-1]
        return self._cells[column]


class HalvesReader:
    """Reads two languages side by side: all that a row says in one, then all that it says in the other.

    `enter` tells which half is drawn, and the box whose lines follow. The headings of its clauses are headings.
    """

    def __init__(self, row: ParallelRow, parent: Element) -> None:
        self._headings = [dict(_headings_of(blocks)) for blocks in (row.left, row.right)]
        self._groups = [Element("", parent), Element("", parent)]
        self._texts = [Reader(group, two_languages=True) for group in self._groups]
        self._now = self._texts[0]  # who reads the box entered last

    def enter(self, side: int, box: Box) -> None:
        """A box of the left (0) or right (1) half is about to be drawn."""
        level = _level(box, self._headings[side])
        if not level:
            self._now = self._texts[side]
            return
        self._now = Reader(self._groups[side], _heading(level), two_languages=True)
        self._texts[side] = Reader(self._groups[side], two_languages=True, after=self._now)

    def element(self, line: Line, left: float) -> Element:
        """The element of a line of the box entered last."""
        return self._now.element(line, left)


AnyReader = Reader | RowReader | HalvesReader


def told(block: Block, boxes: Sequence[Box], parent: Element) -> list[Box]:
    """The boxes of a block, each of which says while it is drawn what its lines are."""
    seen = [box for box in boxes if not box.space]
    found = iter(_readers(block, seen, Element("", parent)))  # a group, so that blocks keep their order
    return [box if box.space else _told(box, next(found)) for box in boxes]


def _told(box: Box, reader: AnyReader) -> Box:
    """A table head that is drawn again (`repeat`) is told nothing: repeated, it is no text.

    The box itself is changed: flows make theirs anew for each paper.
    """
    box.reader = reader
    if box.split is not None:
        box.split = partial(_split, box.split, reader)
    if box.at_top is not None:
        box.at_top = _told(box.at_top, reader)
    return box


def _split(whole: Split, reader: AnyReader, height: float) -> tuple[Box, Box]:
    above, below = whole(height)
    return _told(above, reader), _told(below, reader)


def _readers(block: Block, boxes: Sequence[Box], parent: Element) -> list[AnyReader]:
    if isinstance(block, Table):
        return _table_readers(block, len(boxes), Element("Table", parent))
    if isinstance(block, Clause):
        return _clause_readers(block, boxes, parent)
    if isinstance(block, Contents):
        title, contents = Reader(Element("", parent), _heading(1), whole=True), Element("TOC", parent)
        entries: list[AnyReader] = [Reader(contents, "TOCI", whole=True) for _entry in block.entries]
        return [*[title] * (len(boxes) - len(entries)), *entries]
    if isinstance(block, Title):
        return [Reader(parent, "H1", whole=True)] * len(boxes)
    if isinstance(block, Heading):
        return [Reader(parent, _heading(block.level))] * len(boxes)
    if isinstance(block, Parallel):
        return [HalvesReader(row, Element("", parent)) for row in block.rows]
    if isinstance(block, SignatureArea):
        return [Reader(Element("Sect", parent), two_languages=block.english is not None)] * len(boxes)
    return [Reader(parent, two_languages=isinstance(block, Cover) and block.english is not None)] * len(boxes)


def _heading(level: int) -> str:
    """The title of the paper is the first level."""
    return f"H{min(max(level, 1) + 1, _DEEPEST)}"


def _clause_readers(block: Clause, boxes: Sequence[Box], parent: Element) -> list[AnyReader]:
    levels = dict(_headings(block, 1))
    text = last = Reader(parent)
    found: list[AnyReader] = []
    for box in boxes:
        level = _level(box, levels)
        if level:
            last = Reader(parent, _heading(level))
            text = Reader(parent, after=last)
        found.append(last if level else text)
    return found


def _level(box: Box, levels: Mapping[str, int]) -> int:
    """The level of the heading that begins with this box; 0 where none does."""
    return next((levels[key] for one in box.bookmarks if (key := _bare(one.title)) in levels), 0)


def _headings_of(blocks: Sequence[Block]) -> Iterator[tuple[str, int]]:
    for block in blocks:
        if isinstance(block, Clause):
            yield from _headings(block, 1)
        elif isinstance(block, Heading):
            yield _bare(clean_line(block.number + block.text)), block.level


def _headings(block: Clause, depth: int) -> Iterator[tuple[str, int]]:
    """The headings in a clause as their outline entries say them, with their levels."""
    if block.heading or not block.paragraphs:
        yield _bare(clean_line(block.number + block.heading)), depth
    for child in block.children:
        yield from _headings(child, depth + 1)


def _bare(text: str) -> str:
    return "".join(text.split())


def _table_readers(table: Table, boxes: int, element: Element) -> list[AnyReader]:
    """The caption's lines, the head, the rows."""
    rows: list[AnyReader] = [_row_reader(row, len(table.columns), element) for row in table.rows]
    heads = [column.heading for column in table.columns]
    head = RowReader(element, heads, "TH", "/A<</O/Table/Scope/Column>>")
    lines = boxes - len(rows) - 1
    return [*[Reader(element, "Caption", whole=True)] * lines, head, *rows]


def _row_reader(row: Row, columns: int, element: Element) -> RowReader:
    if row.kind == "group":
        joined = " ".join(cell.text for cell in row.cells if cell.text)
        return RowReader(element, [joined], "TH", f"/A<</O/Table/ColSpan {columns}/Scope/Row>>")
    texts = [cell.text for cell in row.cells[:columns]]
    return RowReader(element, texts + [""] * (columns - len(texts)), "TD")
