"""Forms: what is open and what is protected, which answers are offered; and rows as they are written."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.blocks import Block, Cell, Column, Document, Field, FieldList, Row, Table, text_spans
from exporters.options import ExportOptions
from exporters.xlsx.forms import field_places
from exporters.xlsx.writer import write

COLUMNS = (
    Column("no", "序号", 4, "center"),
    Column("gender", "性别", 8, choices=("男", "女")),
    Column("phone", "手机", 9),
)
BLANK = Row((Cell("1", 1), Cell(""), Cell("")), "blank")
FORM = Table(COLUMNS, (BLANK, BLANK), form=True)
HEAD = FieldList((Field("填报单位", text_spans("财政局")), Field("联系人", ())), form=True)


def sheet(*blocks: Block, landscape: bool = False) -> Worksheet:
    """The sheet as Excel would read it."""
    document = Document("reply-slip", "回执", "zh", blocks, landscape=landscape)
    content = write(document, ExportOptions("zh", datetime(2024, 5, 18, 12))).content
    return load_workbook(BytesIO(content)).worksheets[0]


def opened(worksheet: Worksheet) -> list[str]:
    """The places that can be written in."""
    return [cell.coordinate for row in worksheet.iter_rows() for cell in row if not cell.protection.locked]


def test_only_empty_lines_are_open_and_what_is_typed_stays_text() -> None:
    worksheet = sheet(FORM)
    assert worksheet.protection.sheet
    assert (worksheet.protection.insertRows, worksheet.protection.formatColumns) == (False, False)  # False: allowed
    assert opened(worksheet) == ["A2", "B2", "C2", "A3", "B3", "C3"]
    assert [cell.number_format for cell in worksheet[2]] == ["0", "@", "@"]


def test_answers_are_offered_and_others_asked_about() -> None:
    [offered] = sheet(FORM).data_validations.dataValidation
    assert (offered.type, offered.formula1, str(offered.sqref)) == ("list", '"男,女"', "B2:B3")
    assert (offered.errorStyle, offered.error) == ("warning", "填写的内容不在下拉列表中，是否仍然保留？")


def test_a_list_that_excel_could_not_hold_is_not_offered() -> None:
    long = (Column("x", "性别", 8, choices=tuple(str(number) * 10 for number in range(40))),)
    assert not sheet(Table(long, (Row((Cell(""),), "blank"),), form=True)).data_validations.dataValidation


def test_fields_stand_beside_one_another_and_the_empty_ones_are_open() -> None:
    wide = tuple(Column(str(number), "", 8) for number in range(6))
    worksheet = sheet(HEAD, Table(wide, ()))
    assert [cell.value for cell in worksheet[1] if cell.value] == ["填报单位：", "财政局", "联系人："]
    assert opened(worksheet) == ["F1"]


def test_fields_without_room_beside_one_another_stand_below() -> None:
    worksheet = sheet(HEAD, Table(COLUMNS[:2], ()))
    assert [worksheet["A1"].value, worksheet["A2"].value] == ["填报单位：财政局", "联系人："]
    assert field_places([10.0, 10.0], [8.0, 8.0]) == []
    assert field_places([10.0] * 6, [8.0, 12.0]) == [(0, 1, 2), (3, 5, 5)]


def test_a_paper_that_is_no_form_is_not_protected() -> None:
    worksheet = sheet(Table(COLUMNS, (BLANK,)))
    assert (worksheet.protection.sheet, worksheet.data_validations.dataValidation) == (False, [])


def test_a_form_of_many_columns_is_printed_on_a4() -> None:
    many = Table(tuple(Column(str(number), "到达时间", 8) for number in range(20)), (Row((), "blank"),))
    papers = [sheet(replace(many, form=form), landscape=True).page_setup.paperSize for form in (True, False)]
    assert papers == [9, 8]  # A4, A3


def test_days_and_times_are_written_as_excel_counts_them() -> None:
    cells = (Cell("", date(2024, 5, 20)), Cell("", datetime(2024, 5, 20, 14, 30)), Cell("", time(6, 0)))
    worksheet = sheet(Table(COLUMNS, (Row(cells),)))
    assert [cell.value for cell in worksheet[2]] == [datetime(2024, 5, 20), datetime(2024, 5, 20, 14, 30), time(6, 0)]
    assert worksheet.dimensions == "A1:C2"


def test_spaces_at_the_edges_and_marks_of_xml_stay() -> None:
    texts = (" a ", "<b>&", "甲\n乙")
    worksheet = sheet(Table(COLUMNS, (Row(tuple(Cell(text) for text in texts)),)))
    assert [cell.value for cell in worksheet[2]] == list(texts)


def test_names_stay_on_one_line_where_there_is_room() -> None:
    unit = "沧澜大学食品科学与工程学院"
    columns = (Column("unit", "单位", 8), Column("remarks", "备注", 20))
    plain = sheet(Table(columns, (Row((Cell(unit), Cell(""))),))).column_dimensions["A"].width
    named = sheet(Table(columns, (Row((Cell(unit, name=True), Cell(""))),))).column_dimensions["A"].width
    assert plain < 26 < named
