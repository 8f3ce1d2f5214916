"""Old Excel workbooks: the same values and marks as the new ones give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlwt

from models.imports.book import CellMark, Merge, Sheet
from models.imports.read_table import read_bytes
from models.imports.xls_records import is_locked, pictures_by_sheet
from tests.models.imports.corpus_files import bytes_of
from tests.models.imports.old_files import xls


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Sheet]:
    """Reads a sheet with these rows, changed before it is saved."""

    def read(*rows: tuple[object, ...], change: Callable[[xlwt.Worksheet], object] | None = None) -> Sheet:
        return read_bytes("a.xls", bytes_of(xls(rows, change=change), tmp_path)).sheets[0]

    return read


def test_values_keep_their_kinds(sheet: Callable[..., Sheet]):
    read = sheet((), (None, "姓名", 13800138000, 0.5, True), (date(2024, 5, 20), datetime(2024, 5, 20, 9, 30), "007"))
    assert (read.name, read.rows, read.marks) == (
        "回执",
        (
            (),
            (None, "姓名", 13800138000.0, 0.5, True),
            (date(2024, 5, 20), datetime(2024, 5, 20, 9, 30), "007"),
        ),
        {},
    )


def test_times_and_numbers_with_leading_zeros_are_read_as_shown(sheet: Callable[..., Sheet]):
    def change(page: xlwt.Worksheet) -> None:
        page.write(0, 0, 0.375, xlwt.easyxf(num_format_str="HH:MM"))
        page.write(0, 1, 7, xlwt.easyxf(num_format_str="000"))

    assert sheet(change=change).rows == ((time(9), "007"),)


def test_days_out_of_the_calendar_stay_numbers(sheet: Callable[..., Sheet]):
    def change(page: xlwt.Worksheet) -> None:
        page.write(0, 0, 13800138000, xlwt.easyxf(num_format_str="YYYY-MM-DD"))

    assert sheet(change=change).rows == ((13800138000.0,),)


def test_struck_cells_hidden_rows_and_merges_are_told(sheet: Callable[..., Sheet]):
    def change(page: xlwt.Worksheet) -> None:
        page.write(1, 1, "李四", xlwt.easyxf("font: struck_out true"))
        page.row(1).hidden = True
        page.write_merge(2, 4, 0, 1, "财政局")
        page.set_visible = True

    read = sheet(("姓名",), change=change)
    assert (read.rows, read.marks, read.hidden_rows, read.merges) == (
        (("姓名",), (None, "李四"), ("财政局",)),
        {(1, 1): CellMark(struck=True)},
        frozenset({1}),
        (Merge(2, 0, 4, 1),),
    )


def test_failed_formulas_leave_a_mark(sheet: Callable[..., Sheet]):
    def change(page: xlwt.Worksheet) -> None:
        page.row(0).set_cell_error(0, 0x2A)

    read = sheet((None, "张三"), change=change)
    assert (read.rows, read.marks) == (((None, "张三"),), {(0, 0): CellMark(error="#N/A")})


def test_hidden_sheets_are_told(tmp_path: Path):
    book = xlwt.Workbook()
    for name, visibility in (("今年", 0), ("去年", 1), ("前年", 2)):
        page = book.add_sheet(name)
        page.write(0, 0, name)
        page.visibility = visibility
    book.save(str(tmp_path / "a.xls"))
    sheets = read_bytes("a.xls", (tmp_path / "a.xls").read_bytes()).sheets
    assert [(one.name, one.hidden) for one in sheets] == [("今年", False), ("去年", True), ("前年", True)]


def test_pictures_are_counted_by_sheet():
    begins, picture = b"\x09\x08\x10\x00\x00\x06\x10\x00", b"\x5d\x00\x1a\x00\x15\x00\x12\x00\x08\x00"
    stream = b"book" + begins + picture + b".." + picture + begins + begins + picture
    assert pictures_by_sheet(stream) == {0: 2, 2: 1}


def test_encrypted_records_are_known_by_their_mark():
    begins = b"\x09\x08\x02\x00\x00\x06"
    assert [is_locked(stream) for stream in (begins, begins + b"\x2f\x00\x02\x00xx", b"", b"\x09")] == [
        False,
        True,
        False,
        False,
    ]
