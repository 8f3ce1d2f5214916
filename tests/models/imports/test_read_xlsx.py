"""What is read from Excel workbooks: values, and everything around them that may mean something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904
from openpyxl.worksheet.worksheet import Worksheet

from models.imports.book import CellMark, Merge, Sheet
from models.imports.read_table import read_bytes
from tests.models.imports.corpus import excel
from tests.models.imports.corpus_files import bytes_of
from tests.models.imports.old_files import parts_of, zipped

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def sheet(tmp_path: Path) -> Callable[..., Sheet]:
    """Reads a sheet with these rows, changed before it is saved."""

    def read(*rows: tuple[object, ...], change: Callable[[Worksheet], object] | None = None) -> Sheet:
        def change_first(book: Workbook) -> None:
            if change:
                change(book.worksheets[0])

        return read_bytes("a.xlsx", bytes_of(excel(rows, change=change_first), tmp_path)).sheets[0]

    return read


def read_xml(tmp_path: Path, cells: str, prefix: str = "") -> Sheet:
    """Reads a sheet whose rows are written by hand, with a prefix for its elements."""
    colon = f":{prefix[:-1]}" if prefix else ""
    xml = f'<{prefix}worksheet xmlns{colon}="{MAIN}"><{prefix}sheetData>{cells}</{prefix}sheetData></{prefix}worksheet>'
    parts = parts_of(bytes_of(excel([("x",)]), tmp_path))
    return read_bytes("a.xlsx", zipped({**parts, SHEET: xml.encode()})).sheets[0]


def test_values_keep_their_kinds_and_places(sheet: Callable[..., Sheet]):
    days = (date(2024, 5, 20), datetime(2024, 5, 20, 9, 30), time(9, 30), timedelta(hours=30))
    read = sheet((), (None, "姓名", 13800138000, 0.5, True), (None, *days), (None, " 张 三\n", "007"))
    assert read.rows == (
        (),
        (None, "姓名", 13800138000.0, 0.5, True),
        (None, *days),
        (None, " 张 三\n", "007"),
    )


def test_days_count_from_1904_where_the_workbook_says_so(tmp_path: Path):
    def change(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    content = bytes_of(excel([(date(2024, 5, 20),)], change=change), tmp_path)
    assert read_bytes("a.xlsx", content).sheets[0].rows == ((date(2024, 5, 20),),)


def test_numbers_shown_with_leading_zeros_are_texts(sheet: Callable[..., Sheet]):
    def change(page: Worksheet) -> None:
        for place, shown in (("A1", "000"), ("B1", "000000"), ("C1", "0.00"), ("D1", "000")):
            page[place].number_format = shown

    read = sheet((7, 46000, 7, 1234), change=change)
    assert read.rows == (("007", "046000", 7.0, 1234.0),)


def test_merged_ranges_are_told_in_their_order(sheet: Callable[..., Sheet]):
    def change(page: Worksheet) -> None:
        page.merge_cells("B2:C2")
        page.merge_cells("A1:A3")

    read = sheet(("单位", "a"), (None, "b"), (None, "c"), change=change)
    assert read.merges == (Merge(0, 0, 2, 0), Merge(1, 1, 1, 2))


def test_errors_formulas_without_results_and_pictures_leave_marks(sheet: Callable[..., Sheet]):
    def change(page: Worksheet) -> None:
        page["B1"], page["C1"], page["D1"] = "#N/A", "=A1", '=_xlfn.DISPIMG("ID_1",1)'

    read = sheet(("张三",), ("李四",), change=change)
    assert (read.rows, read.marks) == (
        (("张三",), ("李四",)),
        {
            (0, 1): CellMark(error="#N/A"),
            (0, 2): CellMark(formula=True),
            (0, 3): CellMark(picture=True),
        },
    )


def test_stored_results_of_formulas_are_values(tmp_path: Path):
    cells = '<row r="1"><c r="A1"><f>ROW()</f><v>1</v></c><c r="B1" t="str"><f>C1&amp;""</f><v>张三</v></c></row>'
    read = read_xml(tmp_path, cells)
    assert (read.rows, read.marks) == (((1.0, "张三"),), {})


def test_the_text_that_wps_keeps_for_a_picture_is_no_value(tmp_path: Path):
    formula = '_xlfn.DISPIMG("ID_9",1)'
    cells = f'<row r="1"><c r="A1" t="str"><f>{formula}</f><v>={formula}</v></c><c r="B1"><v>1</v></c></row>'
    read = read_xml(tmp_path, cells)
    assert (read.rows, read.marks) == (((None, 1.0),), {(0, 0): CellMark(picture=True)})


def test_struck_cells_and_struck_words_leave_marks(sheet: Callable[..., Sheet]):
    def change(page: Worksheet) -> None:
        page["A1"].font, page["C1"].font = Font(strike=True), Font(strike=True)

    assert sheet(("张三", "李四"), change=change).marks == {(0, 0): CellMark(struck=True)}


def test_struck_words_within_a_shared_text_are_told(tmp_path: Path):
    texts = (
        "<si><t>王五</t></si>"
        "<si><r><t>赵六、</t></r><r><rPr><strike/></rPr><t>钱七</t></r></si>"
        '<si><r><rPr><strike/></rPr><t>孙八</t></r><r><rPr><strike val="0"/></rPr><t> </t></r></si>'
    )
    cells = "".join(f'<c r="{letter}1" t="s"><v>{number}</v></c>' for number, letter in enumerate("ABC"))
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    parts = parts_of(bytes_of(excel([("x",)]), tmp_path))
    listed = parts["xl/_rels/workbook.xml.rels"].decode()
    link = f'<Relationship Id="t" Type="{links}" Target="/xl/sharedStrings.xml"/></Relationships>'
    parts |= {
        SHEET: f'<worksheet xmlns="{MAIN}"><sheetData><row r="1">{cells}</row></sheetData></worksheet>'.encode(),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{texts}</sst>'.encode(),
        "xl/_rels/workbook.xml.rels": listed.replace("</Relationships>", link).encode(),
    }
    read = read_bytes("a.xlsx", zipped(parts)).sheets[0]
    assert (read.rows, read.marks) == (
        (("王五", "赵六、钱七", "孙八"),),
        {(0, 1): CellMark(struck_text="钱七"), (0, 2): CellMark(struck=True)},
    )


def test_comments_are_kept_with_their_cells(sheet: Callable[..., Sheet]):
    def change(page: Worksheet) -> None:
        page["B2"].comment = Comment("改由副局长参加", "许明")

    assert sheet(("姓名", "备注"), ("张三",), change=change).marks == {(1, 1): CellMark(comment="改由副局长参加")}


def test_hidden_rows_and_sheets_are_told(tmp_path: Path):
    def change(book: Workbook) -> None:
        book.worksheets[0].row_dimensions[2].hidden = True
        book.worksheets[1].sheet_state = "veryHidden"

    content = bytes_of(excel([("a",), ("b",)], [("c",)], change=change), tmp_path)
    sheets = read_bytes("a.xlsx", content).sheets
    assert [(one.name, one.hidden, one.hidden_rows) for one in sheets] == [
        ("Sheet1", False, frozenset({1})),
        ("Sheet2", True, frozenset()),
    ]


def test_reading_stops_after_fifty_empty_rows_and_says_so(sheet: Callable[..., Sheet]):
    near, far = (
        sheet(("a",), change=lambda page: page.cell(51, 1, "b")),
        sheet(("a",), change=lambda page: page.cell(52, 1, "b")),
    )
    assert [(len(one.rows), one.cut_at) for one in (near, far)] == [(51, None), (1, 1)]


def test_no_more_than_twenty_thousand_rows_are_read(tmp_path: Path):
    cells = "".join(f'<row r="{n}"><c r="A{n}"><v>{n}</v></c></row>' for n in range(1, 20_003))
    read = read_xml(tmp_path, cells)
    assert (len(read.rows), read.rows[-1], read.cut_at) == (20_000, (20_000.0,), 20_000)


def test_elements_with_a_prefix_are_read_all_the_same(tmp_path: Path):
    cells = '<x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>张三</x:t></x:is></x:c></x:row>'
    assert read_xml(tmp_path, cells, "x:").rows == (("张三",),)
