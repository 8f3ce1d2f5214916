"""OpenDocument workbooks, as LibreOffice and WPS save them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from models.errors import KnownError
from models.imports.book import CellMark, Merge, Sheet
from models.imports.read_table import read_bytes
from tests.models.imports.corpus_files import ROWS, bytes_of
from tests.models.imports.old_files import cell_xml, ods, parts_of, sheet_xml, table_xml, zipped

STRUCK = '<style:style style:name="ce1"><style:text-properties style:text-line-through-style="solid"/></style:style>'
UNSEEN = '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>'
EMPTY = "<table:table-cell/>"


def row(*cells: str, about: str = "") -> str:
    """A row of cells."""
    return f"<table:table-row {about}>{''.join(cells)}</table:table-row>"


def sheets(tmp_path: Path, *tables: str, styles: str = "") -> tuple[Sheet, ...]:
    """Reads a workbook of these tables."""
    return read_bytes("a.ods", bytes_of(ods(*tables, styles=styles), tmp_path)).sheets


def first(tmp_path: Path, *rows: str, styles: str = "") -> Sheet:
    """Reads one sheet of these rows."""
    return sheets(tmp_path, sheet_xml("".join(rows)), styles=styles)[0]


def test_values_are_read_by_their_kind(tmp_path: Path):
    read = first(
        tmp_path,
        row(
            cell_xml("13800138000", 'office:value="13800138000"', "float"),
            cell_xml("007", 'office:value="7"', "float"),
            cell_xml("50%", 'office:value="0.5"', "percentage"),
            cell_xml("是", 'office:boolean-value="true"', "boolean"),
            cell_xml("5月20日", 'office:date-value="2024-05-20"', "date"),
            cell_xml("5月20日", 'office:date-value="2024-05-20T09:30:00"', "date"),
            cell_xml("9:30", 'office:time-value="PT09H30M00S"', "time"),
            cell_xml("30:00", 'office:time-value="PT30H00M00S"', "time"),
            cell_xml("五月", 'office:date-value="x"', "date"),
        ),
    )
    days = (date(2024, 5, 20), datetime(2024, 5, 20, 9, 30), time(9, 30), timedelta(hours=30), "五月")
    assert read.rows == ((13800138000.0, "007", 0.5, True, *days),)


def test_lines_spaces_and_spans_of_a_cell_are_one_text(tmp_path: Path):
    words = (
        "<text:p>张<text:s text:c='2'/>三<text:span>、</text:span></text:p><text:p>李四<text:line-break/>王五</text:p>"
    )
    read = first(tmp_path, row(f"<table:table-cell office:value-type='string'>{words}</table:table-cell>"))
    assert read.rows == (("张  三、\n李四\n王五",),)


def test_repeated_cells_and_rows_stand_as_often_as_they_say(tmp_path: Path):
    read = first(
        tmp_path,
        row(
            "<table:table-cell table:number-columns-repeated='3'/>", cell_xml("甲", "table:number-columns-repeated='2'")
        ),
        row("<table:table-cell table:number-columns-repeated='16384'/>", about="table:number-rows-repeated='2'"),
        row(cell_xml("乙"), about="table:number-rows-repeated='2'"),
        row("<table:table-cell table:number-columns-repeated='16384'/>", about="table:number-rows-repeated='1048571'"),
    )
    assert (read.rows, read.cut_at) == (((None, None, None, "甲", "甲"), (), (), ("乙",), ("乙",)), None)


def test_spans_are_merged_ranges(tmp_path: Path):
    spanned = cell_xml("财政局", 'table:number-rows-spanned="2" table:number-columns-spanned="1"')
    read = first(tmp_path, row(spanned, cell_xml("张三")), row("<table:covered-table-cell/>", cell_xml("李四")))
    assert (read.rows, read.merges) == ((("财政局", "张三"), (None, "李四")), (Merge(0, 0, 1, 0),))


def test_marks_are_told(tmp_path: Path):
    note = "<office:annotation><text:p>改人</text:p></office:annotation>"
    error = cell_xml("#REF!", 'table:formula="of:=1"')
    read = first(
        tmp_path,
        row(cell_xml("张三", 'table:style-name="ce1"'), cell_xml("李四").replace("<text:p>", note + "<text:p>")),
        row(error, '<table:table-cell table:formula="of:=A1"/>', cell_xml("x"), about='table:visibility="filter"'),
        styles=STRUCK,
    )
    assert (read.rows, read.hidden_rows, read.marks) == (
        (("张三", "李四"), (None, None, "x")),
        frozenset({1}),
        {
            (0, 0): CellMark(struck=True),
            (0, 1): CellMark(comment="改人"),
            (1, 0): CellMark(error="#REF!"),
            (1, 1): CellMark(formula=True),
        },
    )


def test_words_struck_by_their_own_style_strike_the_cell(tmp_path: Path):
    whole = "<text:p><text:span text:style-name='ce1'>张三</text:span></text:p>"
    part = "<text:p>李四<text:span text:style-name='ce1'>王五</text:span></text:p>"
    cells = [f"<table:table-cell office:value-type='string'>{words}</table:table-cell>" for words in (whole, part)]
    assert first(tmp_path, row(*cells), styles=STRUCK).marks == {(0, 0): CellMark(struck=True)}


def test_hidden_sheets_and_floating_pictures_are_told(tmp_path: Path):
    shapes = "<table:shapes><draw:frame><draw:image/></draw:frame></table:shapes>"
    seen = sheet_xml(shapes + row(cell_xml("a")), "甲")
    unseen = sheet_xml(row(cell_xml("b")), "乙", 'table:style-name="ta2"')
    read = sheets(tmp_path, seen, unseen, styles=UNSEEN)
    assert [(one.name, one.hidden, one.pictures) for one in read] == [("甲", False, 1), ("乙", True, 0)]


def test_a_locked_file_is_refused_in_words(tmp_path: Path):
    parts = parts_of(bytes_of(ods(table_xml(ROWS)), tmp_path))
    parts["META-INF/manifest.xml"] = b"<manifest><encryption-data/></manifest>"
    with pytest.raises(KnownError) as caught:
        read_bytes("a.ods", zipped(parts))
    assert caught.value.code == "slip_locked_otherwise"
