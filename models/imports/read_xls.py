"""Reads xls: plain ones by calamine; those that carry notes, struck text or hidden rows, and very old ones, by xlrd."""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any, cast

import xlrd
from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

from models.errors import KnownError
from models.imports.book import CellValue, Merge, Sheet
from models.imports.cell_marks import CellMarks
from models.imports.limits import MOST_CELLS, MOST_COLUMNS
from models.imports.parser_faults import parser_faults
from models.imports.trim_rows import trim_rows
from models.imports.xls_records import XlsFacts, xls_facts

_SINCE_97 = 0x600
_ZEROS = re.compile(r"0{2,18}")


def read_xls(name: str, content: bytes, stream: bytes) -> tuple[Sheet, ...]:
    """The worksheets; `stream` holds the records of the workbook inside the file."""
    facts = xls_facts(stream)
    if facts.cells > MOST_CELLS:
        raise KnownError("slip_too_wide", name=name, most=MOST_COLUMNS)
    with parser_faults(name):
        if facts.marked or facts.version != _SINCE_97:
            return _with_marks(content, facts)
        return _plain(content, facts)


def _plain(content: bytes, facts: XlsFacts) -> tuple[Sheet, ...]:
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    found = []
    for number, about in enumerate(book.sheets_metadata):
        if about.typ == SheetTypeEnum.WorkSheet:
            sheet = book.get_sheet_by_index(number)
            rows, cut_at = trim_rows(cast(list[list[CellValue]], sheet.to_python(skip_empty_area=False)))
            found.append(
                Sheet(
                    about.name,
                    rows,
                    _merges([(*first, *last) for first, last in sheet.merged_cell_ranges or ()], len(rows)),
                    hidden=about.visible != SheetVisibleEnum.Visible,
                    pictures=_pictures(facts, number),
                    cut_at=cut_at,
                )
            )
    return tuple(found)


def _with_marks(content: bytes, facts: XlsFacts) -> tuple[Sheet, ...]:
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:  # xlrd prints what it wonders about
        detailed = facts.version == _SINCE_97
        book = xlrd.open_workbook(file_contents=content, formatting_info=detailed, ragged_rows=True, logfile=nowhere)
        return tuple(_marked_sheet(book, sheet, facts) for sheet in book.sheets())


def _marked_sheet(book: Any, sheet: Any, facts: XlsFacts) -> Sheet:
    marks = CellMarks()
    values = [
        [_value(book, sheet, row, column, marks) for column in range(sheet.row_len(row))] for row in range(sheet.nrows)
    ]
    for (row, column), note in sheet.cell_note_map.items():
        marks.comment((row, column), note.text.strip())
    rows, cut_at = trim_rows(values)
    ranges = [(top, left, bottom - 1, right - 1) for top, bottom, left, right in sheet.merged_cells]
    hidden = frozenset(row for row, info in sheet.rowinfo_map.items() if info.hidden and row < len(rows))
    return Sheet(
        sheet.name,
        rows,
        _merges(ranges, len(rows)),
        marks.within(len(rows)),
        sheet.visibility != 0,
        hidden,
        _pictures(facts, sheet.number),
        cut_at,
    )


def _value(book: Any, sheet: Any, row: int, column: int, marks: CellMarks) -> CellValue:
    """A cell as calamine would give it; its mark is put down beside."""
    cell = sheet.cell(row, column)
    style = book.xf_list[cell.xf_index] if cell.xf_index is not None and book.formatting_info else None
    if cell.ctype == xlrd.XL_CELL_ERROR:
        marks.error((row, column), xlrd.error_text_from_code.get(cell.value, "#"))
        return None
    if cell.ctype in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or cell.value == "":
        return None
    if style is not None and book.font_list[style.font_index].struck_out:
        marks.strike((row, column))
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _moment(cell.value, book.datemode)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return bool(cell.value)
    if cell.ctype == xlrd.XL_CELL_NUMBER and style is not None:
        return _with_zeros(cell.value, book.format_map[style.format_key].format_str)
    return cast(CellValue, cell.value)


def _with_zeros(value: float, shown: str) -> CellValue:
    if _ZEROS.fullmatch(shown) and value.is_integer() and 0 <= value < 10 ** len(shown):
        return f"{int(value):0{len(shown)}d}"
    return value


def _moment(value: float, mode: int) -> CellValue:
    if 0 <= value < 1:
        minutes = round(value * 24 * 60 * 60)
        return time(minutes // 3600 % 24, minutes // 60 % 60, minutes % 60)
    try:
        found: datetime = xlrd.xldate.xldate_as_datetime(value, mode)
    except (ValueError, OverflowError):
        return value
    return date(found.year, found.month, found.day) if found.time() == time.min else found


def _merges(ranges: Sequence[tuple[int, int, int, int]], rows: int) -> tuple[Merge, ...]:
    return tuple(Merge(*found) for found in sorted(ranges) if found[0] < rows)


def _pictures(facts: XlsFacts, number: int) -> int:
    return facts.pictures[number] if number < len(facts.pictures) else 0
