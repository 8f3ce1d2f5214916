"""The rows of a sheet as XML: openpyxl, which writes the rest of the file, takes several times as long for them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import cache
from xml.sax.saxutils import escape

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

NO_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData></sheetData>")
EXTENT = re.compile(rb'<dimension ref="[^"]*"')
FIRST_DAY, DAY = datetime(1899, 12, 30), timedelta(days=1)  # right from March 1900 on; no earlier day comes here
_ESCAPE = re.compile("_x[0-9A-Fa-f]{4}_")  # Excel would read “_x0041_” as “A”

Plain = str | int | Decimal | date | time | datetime | None


class SheetRows:
    """Takes rows from the top; `heights` are theirs, in points."""

    def __init__(self, sheet: Worksheet) -> None:
        self.heights: list[float] = []
        self._sheet = sheet
        self._cells: list[list[str]] = []
        self._columns = 1

    def add(self, *heights: float) -> int:
        """Begin rows of these heights; the number of the first, counted from 1."""
        first = len(self.heights) + 1
        self.heights += heights
        self._cells += [[] for _ in heights]
        return first

    def put(self, row: int, column: int, value: Plain, style: int) -> None:
        """Fill a cell (both counted from 1), in order from left to right."""
        self._columns = max(self._columns, column)
        place = f'<c r="{_letter(column)}{row}" s="{style}"'
        self._cells[row - 1].append(place + _content(value))

    def merge(self, row: int, column: int, last_row: int, last_column: int, style: int) -> None:
        """Make one cell of several, of which the first is filled already; the others carry its borders."""
        for below in range(row, last_row + 1):
            for beside in range(column, last_column + 1):
                if (below, beside) != (row, column):
                    self.put(below, beside, None, style)
        area = CellRange(min_row=row, max_row=last_row, min_col=column, max_col=last_column)
        self._sheet.merged_cells.ranges.add(area)

    def fill(self, written: bytes) -> bytes:
        """The sheet as openpyxl wrote it without rows, with these."""
        extent = f'<dimension ref="A1:{_letter(self._columns)}{max(len(self.heights), 1)}"'.encode()
        rows = b"<sheetData>" + self._xml().encode() + b"</sheetData>"
        return EXTENT.sub(extent, NO_ROWS.sub(lambda _: rows, written, count=1), count=1)

    def _xml(self) -> str:
        return "".join(
            f'<row r="{number}" ht="{height}" customHeight="1">{"".join(cells)}</row>'
            for number, (height, cells) in enumerate(zip(self.heights, self._cells, strict=True), start=1)
        )


@cache
def _letter(column: int) -> str:
    return get_column_letter(column)


def _content(value: Plain) -> str:
    if isinstance(value, str):
        return _text(value) if value else "/>"
    if value is None:
        return "/>"
    return f"><v>{_serial(value) if isinstance(value, date | time) else value}</v></c>"


def _serial(value: date | time) -> float:
    """Excel counts days, and a time as a part of one."""
    if isinstance(value, time):
        return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second) / DAY
    moment = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    days = (moment - FIRST_DAY) / DAY
    return int(days) if days.is_integer() else days


def _text(text: str) -> str:
    """Text that stays text, also when it looks like a formula."""
    kept = ' xml:space="preserve"' if text != text.strip() else ""
    words = escape(_ESCAPE.sub(r"_x005F\g<0>", text) if "_x" in text else text)
    return f' t="inlineStr"><is><t{kept}>{words}</t></is></c>'
