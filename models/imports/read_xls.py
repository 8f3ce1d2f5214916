"""Reads xls by xlrd alone: it keeps cells as rows of their own length, and a broken file cannot make it claim memory.

(Compiled readers set aside what the file says it needs; on a hostile file that ends the process.)
"""

from __future__ import annotations

import os
import re
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, cast

import xlrd

from models.imports.book import CellValue, Merge, Place, Sheet
from models.imports.cell_marks import CellMarks
from models.imports.parser_faults import parser_faults
from models.imports.trim_rows import trim_rows
from models.imports.xls_records import pictures_by_sheet

_PLAIN = frozenset({xlrd.XL_CELL_TEXT, xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK})
_PLAIN_NUMBERS = _PLAIN | {xlrd.XL_CELL_NUMBER}
_ZEROS = re.compile(r"0{2,18}")


def read_xls(name: str, content: bytes, stream: bytes) -> tuple[Sheet, ...]:
    """The worksheets; `stream` holds the records of the workbook inside the file."""
    with parser_faults(name), Path(os.devnull).open("w", encoding="utf-8") as nowhere:  # xlrd prints what it wonders at
        book = xlrd.open_workbook(file_contents=content, formatting_info=True, ragged_rows=True, logfile=nowhere)
        pictures = pictures_by_sheet(stream)
        return tuple(_Reading(book, sheet).sheet(pictures[number]) for number, sheet in enumerate(book.sheets()))


class _Reading:
    """A sheet while it is read."""

    def __init__(self, book: Any, sheet: Any) -> None:
        self.book = book
        self.source = sheet
        self.marks = CellMarks()
        struck = any(font.struck_out for font in book.font_list)
        zeros = any(_ZEROS.fullmatch(shown.format_str or "") for shown in book.format_map.values())
        self.plain = frozenset() if struck else _PLAIN if zeros else _PLAIN_NUMBERS

    def sheet(self, pictures: int) -> Sheet:
        """The whole sheet."""
        rows, cut_at = trim_rows(self._row(row) for row in range(self.source.nrows))
        count = len(rows)
        for place, note in self.source.cell_note_map.items():
            self.marks.comment(place, note.text.strip())
        hidden = frozenset(row for row, info in self.source.rowinfo_map.items() if info.hidden and row < count)
        merges = sorted((top, left, end - 1, right - 1) for top, end, left, right in self.source.merged_cells)
        return Sheet(
            self.source.name,
            rows,
            tuple(Merge(*merge) for merge in merges if merge[0] < count),
            self.marks.within(count),
            self.source.visibility != 0,
            hidden,
            pictures,
            cut_at,
        )

    def _row(self, row: int) -> list[CellValue]:
        values = cast(list[CellValue], self.source.row_values(row))
        kinds = self.source.row_types(row)
        if self.plain.issuperset(kinds):
            return values
        cells = zip(kinds, values, strict=True)
        return [self._value((row, column), kind, value) for column, (kind, value) in enumerate(cells)]

    def _value(self, place: Place, kind: int, value: Any) -> CellValue:
        """A cell as the other readers would give it; its mark is put down beside."""
        if kind == xlrd.XL_CELL_ERROR:
            self.marks.error(place, xlrd.error_text_from_code.get(value, "#"))
            return None
        if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or value == "":
            return None
        style = self.book.xf_list[self.source.cell_xf_index(*place)]
        if self.book.font_list[style.font_index].struck_out:
            self.marks.strike(place)
        if kind == xlrd.XL_CELL_DATE:
            return _moment(value, self.book.datemode)
        if kind == xlrd.XL_CELL_NUMBER:
            return _with_zeros(value, self.book.format_map[style.format_key].format_str or "")
        return bool(value) if kind == xlrd.XL_CELL_BOOLEAN else str(value)


def _with_zeros(value: float, shown: str) -> CellValue:
    """A number that the sheet shows with leading zeros ("007") is a text to whoever reads it."""
    if _ZEROS.fullmatch(shown) and value.is_integer() and 0 <= value < 10 ** len(shown):
        return f"{int(value):0{len(shown)}d}"
    return value


def _moment(value: float, mode: int) -> CellValue:
    if 0 <= value < 1:
        seconds = round(value * 24 * 60 * 60)
        return time(seconds // 3600 % 24, seconds // 60 % 60, seconds % 60)
    try:
        found: datetime = xlrd.xldate.xldate_as_datetime(value, mode)
    except (ValueError, OverflowError):
        return value
    return date(found.year, found.month, found.day) if found.time() == time.min else found
