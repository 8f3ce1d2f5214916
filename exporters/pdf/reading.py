"""Who says to which structure element a line belongs, block by block.

Boxes know only how to draw. A reader stands beside each and follows the lines: a paragraph ends with its last line, a
cell with its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from exporters.blocks import Block, Clause, Contents, Heading, Parallel, Row, SignatureArea, Table, Title
from exporters.pdf.boxes import Box
from exporters.pdf.ink import Ink
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


AnyReader = Reader | RowReader


def told(block: Block, boxes: Sequence[Box], parent: Element) -> list[Box]:
    """The boxes of a block, each of which says while it is drawn what its lines are."""
    seen = [box for box in boxes if not box.space]
    found = iter(_readers(block, seen, Element("", parent)))  # a group, so that blocks keep their order
    return [box if box.space else _told(box, next(found)) for box in boxes]


def _told(box: Box, reader: AnyReader) -> Box:
    """A table head that is drawn again (`repeat`) is told nothing: repeated, it is no text."""

    def draw(ink: Ink, left: float, top: float) -> None:
        ink.reader = reader
        box.draw(ink, left, top)
        ink.reader = None

    def split(height: float) -> tuple[Box, Box]:
        assert box.split is not None
        above, below = box.split(height)
        return _told(above, reader), _told(below, reader)

    at_top = None if box.at_top is None else _told(box.at_top, reader)
    return replace(box, draw=draw, split=split if box.split is not None else None, at_top=at_top)


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
    if isinstance(block, SignatureArea):
        parent = Element("Sect", parent)
    return [Reader(parent, two_languages=isinstance(block, Parallel))] * len(boxes)


def _heading(level: int) -> str:
    """The title of the paper is the first level."""
    return f"H{min(max(level, 1) + 1, _DEEPEST)}"


def _clause_readers(block: Clause, boxes: Sequence[Box], parent: Element) -> list[AnyReader]:
    levels = dict(_headings(block, 1))
    text = last = Reader(parent)
    found: list[AnyReader] = []
    for box in boxes:
        level = next((levels[key] for one in box.bookmarks if (key := _bare(one.title)) in levels), 0)
        if level:
            last = Reader(parent, _heading(level))
            text = Reader(parent, after=last)
        found.append(last if level else text)
    return found


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
