"""Reads ods, row by row, from its content.xml: values, spans, notes, struck text, hidden rows."""

from __future__ import annotations

from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

from models.errors import KnownError
from models.imports.book import CellValue, Merge, Sheet
from models.imports.cell_marks import CellMarks
from models.imports.limits import EMPTY_ROWS, MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, MOST_UNPACKED_PART
from models.imports.ods_cells import cell_value, comment_of, failed, is_struck, repeated
from models.imports.parser_faults import parser_faults
from models.imports.safe_xml import attribute, below, local
from models.imports.trim_rows import trim_rows
from models.imports.zip_parts import ZipParts

_CELLS = ("table-cell", "covered-table-cell")


def read_ods(parts: ZipParts) -> tuple[Sheet, ...]:
    """The sheets of an OpenDocument workbook."""
    name = parts.name
    if b"encryption-data" in parts.read("META-INF/manifest.xml"):
        raise KnownError("slip_locked_otherwise", name=name)
    if parts.size("content.xml") > MOST_UNPACKED_PART:
        raise KnownError("slip_unpacks_too_large", name=name)
    with parser_faults(name), parts.open("content.xml") as stream:
        return _Reading(name).sheets(stream)


class _Reading:
    """What has been met so far: styles come before the tables that use them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.struck: set[str] = set()
        self.unseen: set[str] = set()

    def sheets(self, stream: IO[bytes]) -> tuple[Sheet, ...]:
        """All tables of the file, each element forgotten as soon as it is understood."""
        found: list[_Table] = []
        for event, element in iterparse(stream, ("start", "end"), forbid_dtd=True):
            kind = local(element)
            if event == "start" and kind == "table":
                found.append(_Table(self, element))
            elif event == "end" and kind == "style":
                self._style(element)
            elif event == "end" and kind == "table-row" and found:
                found[-1].row(element)
                element.clear()
            elif event == "end" and kind == "shapes" and found:
                found[-1].pictures += len(list(below(element, "image")))
            elif event == "end" and kind == "table":
                element.clear()
            if len(found) > MOST_SHEETS:
                raise KnownError("slip_unpacks_too_large", name=self.name)
        return tuple(table.sheet() for table in found)

    def _style(self, style: Element) -> None:
        for part in style:
            if attribute(part, "text-line-through-style") not in ("", "none"):
                self.struck.add(attribute(style, "name"))
            if attribute(part, "display") == "false":
                self.unseen.add(attribute(style, "name"))


class _Table:
    """A sheet while its rows come in."""

    def __init__(self, reading: _Reading, element: Element) -> None:
        self.reading = reading
        self.name = attribute(element, "name")
        self.hidden = attribute(element, "style-name") in reading.unseen
        self.rows: list[list[CellValue]] = []
        self.hidden_rows: set[int] = set()
        self.merges: list[Merge] = []
        self.marks = CellMarks()
        self.pictures = 0
        self.cells = 0

    def row(self, element: Element) -> None:
        """Take a row in, as often as it stands there; rows that nobody will read are not written out."""
        values: list[CellValue] = []
        column = 0
        for cell in element:
            if local(cell) in _CELLS:
                times = repeated(cell, "columns")
                self._cell(cell, values, column, times)
                column += times
        times = repeated(element, "rows")
        times = min(times, MOST_ROWS + 1 - len(self.rows) if values else EMPTY_ROWS + 1)
        if attribute(element, "visibility") in ("collapse", "filter"):
            self.hidden_rows.update(range(len(self.rows), len(self.rows) + times))
        self.cells += times * len(values)
        if self.cells > MOST_CELLS:
            raise KnownError("slip_too_wide", name=self.reading.name, most=MOST_COLUMNS)
        self.rows.extend([values] * times)

    def _cell(self, cell: Element, values: list[CellValue], column: int, times: int) -> None:
        self.pictures += len(list(below(cell, "image")))
        place = (len(self.rows), column)
        high, wide = repeated(cell, "rows", "spanned"), repeated(cell, "columns", "spanned")
        if high > 1 or wide > 1:
            self.merges.append(Merge(*place, place[0] + high - 1, column + wide - 1))
        self.marks.comment(place, comment_of(cell))
        if error := failed(cell):
            self.marks.error(place, error)
            return
        value = cell_value(cell)
        if value is None:
            if attribute(cell, "formula"):
                self.marks.formula(place)
            return
        if column + times > MOST_COLUMNS:
            raise KnownError("slip_too_wide", name=self.reading.name, most=MOST_COLUMNS)
        if is_struck(cell, self.reading.struck):
            self.marks.strike(place)
        values.extend([None] * (column - len(values)))
        values.extend([value] * times)

    def sheet(self) -> Sheet:
        """The sheet, once all rows are in."""
        rows, cut_at = trim_rows(self.rows)
        count = len(rows)
        return Sheet(
            self.name,
            rows,
            tuple(merge for merge in self.merges if merge.first_row < count),
            self.marks.within(count),
            self.hidden,
            frozenset(row for row in self.hidden_rows if row < count),
            self.pictures,
            cut_at,
        )
