"""Reads the tables of a Word document; the lines around them come along, for the unit and its contact stand there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from xml.etree.ElementTree import Element

from models.errors import KnownError
from models.imports.book import CellValue, Merge, Sheet
from models.imports.cell_marks import CellMarks
from models.imports.docx_text import words_in
from models.imports.limits import MEGABYTE, MOST_CELLS, MOST_COLUMNS, MOST_SHEETS
from models.imports.safe_xml import attribute, below, local, parse_xml
from models.imports.trim_rows import trim_rows
from models.imports.zip_parts import ZipParts

_MOST_UNPACKED = 24 * MEGABYTE  # the whole document is laid out in memory


def read_docx(parts: ZipParts) -> tuple[Sheet, ...]:
    """One sheet for each table, with the lines above it, and below the last with those that follow."""
    name = parts.name
    if parts.size("word/document.xml") > _MOST_UNPACKED:
        raise KnownError("slip_unpacks_too_large", name=name)
    comments = _comments(parts)
    tables: list[_Table] = []
    lines: list[list[CellValue]] = []
    for part in _parts(parse_xml(name, parts.read("word/document.xml"))):
        if local(part) == "tbl":
            tables.append(_Table(name, lines, comments))
            tables[-1].fill(part)
            lines = []
        elif text := words_in(part).text.strip():
            lines.append([*(piece.strip() for piece in text.split("\t"))])
        if len(tables) > MOST_SHEETS:
            raise KnownError("slip_unpacks_too_large", name=name)
    if not tables:
        raise KnownError("slip_no_table", name=name)
    tables[-1].rows.extend(lines)
    return tuple(table.sheet(str(number)) for number, table in enumerate(tables, 1))


def _comments(parts: ZipParts) -> Mapping[str, str]:
    content = parts.read("word/comments.xml")
    found = below(parse_xml(parts.name, content), "comment") if content else ()
    return {attribute(one, "id"): words_in(one).text.strip() for one in found}


def _parts(root: Element) -> Iterator[Element]:
    """Paragraphs and tables in their order, also within content controls; nothing inside tables."""
    for part in root:
        if local(part) in ("p", "tbl"):
            yield part
        elif local(part) not in ("del", "sectPr"):
            yield from _parts(part)


class _Table:
    """A table while its rows are read."""

    def __init__(self, name: str, lines: list[list[CellValue]], comments: Mapping[str, str]) -> None:
        self.name = name
        self.rows = list(lines)
        self.comments = comments
        self.marks = CellMarks()
        self.merges: list[Merge] = []
        self.pictures = 0
        self._open: dict[int, Merge] = {}  # by column: cells that may go on below, as far as they reach

    def fill(self, table: Element) -> None:
        """Read all rows; those that a tracked change has deleted are not there."""
        for row in _within(table, "tr"):
            about = next((part for part in row if local(part) == "trPr"), None)
            if about is None or not any(local(part) == "del" for part in about):
                self._row(row, _number(about, "gridBefore"))
        self._close(range(MOST_COLUMNS))

    def _row(self, row: Element, column: int) -> None:
        values: list[CellValue] = [None] * column
        for cell in _within(row, "tc"):
            about = next((part for part in cell if local(part) == "tcPr"), None)
            wide = max(_number(about, "gridSpan"), 1)
            if len(values) + wide > MOST_COLUMNS or len(self.rows) * len(values) > MOST_CELLS:
                raise KnownError("slip_too_wide", name=self.name, most=MOST_COLUMNS)
            if self._goes_on(about, len(values), wide):
                values.extend([None] * wide)
            else:
                text = self._cell(cell, (len(self.rows), len(values)))
                values.extend([text or None, *[None] * (wide - 1)])
        self.rows.append(values)

    def _goes_on(self, about: Element | None, column: int, wide: int) -> bool:
        """Whether the cell is part of the one above; where it is not, the one above ends."""
        row = len(self.rows)
        merge = next((part for part in about if local(part) == "vMerge"), None) if about is not None else None
        above = self._open.get(column)
        goes_on = merge is not None and attribute(merge, "val") != "restart"
        if goes_on and above and above.last_row == row - 1:
            self._open[column] = replace(above, last_row=row)
            return True
        self._close(range(column, column + wide))
        self._open[column] = Merge(row, column, row, column + wide - 1)
        return False

    def _close(self, columns: range) -> None:
        for column in [column for column in self._open if column in columns]:
            merge = self._open.pop(column)
            if (merge.last_row, merge.last_column) != (merge.first_row, merge.first_column):
                self.merges.append(merge)

    def _cell(self, cell: Element, place: tuple[int, int]) -> str:
        words = words_in(cell)
        self.pictures += words.pictures
        self.marks.comment(place, "\n".join(self.comments.get(one, "") for one in words.comments).strip())
        if words.struck.strip():
            self.marks.strike(place, "" if words.struck.split() == words.text.split() else words.struck.strip())
        return words.text.strip("\n")

    def sheet(self, name: str) -> Sheet:
        """The sheet, once the table is read."""
        rows, cut_at = trim_rows(self.rows)
        merges = tuple(merge for merge in sorted(self.merges, key=_place) if merge.first_row < len(rows))
        return Sheet(name, rows, merges, self.marks.within(len(rows)), pictures=self.pictures, cut_at=cut_at)


def _place(merge: Merge) -> tuple[int, int]:
    return merge.first_row, merge.first_column


def _within(element: Element, kind: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, also within content controls; not those of tables inside."""
    for part in element:
        if local(part) == kind:
            yield part
        elif local(part) in ("sdt", "sdtContent", "customXml", "ins", "smartTag"):
            yield from _within(part, kind)


def _number(about: Element | None, kind: str) -> int:
    for part in about if about is not None else ():
        if local(part) == kind and attribute(part, "val").isdecimal():
            return min(int(attribute(part, "val")[:6]), MOST_COLUMNS + 1)
    return 0
