"""Workbooks, read back: every word there as text, nothing cut, ready to print."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from exporters.blocks import (
    Block,
    Cell,
    Clause,
    Column,
    Document,
    DraftNote,
    Field,
    FieldList,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    Section,
    SignatureArea,
    SignatureParty,
    Spacer,
    Table,
    Title,
    text_spans,
)
from exporters.options import ExportOptions
from exporters.xlsx.writer import write

OPTIONS = ExportOptions("zh", datetime(2024, 5, 18, 12, 0), organization_name="区委组织部")
COLUMNS = (Column("no", "序号", 3, "center"), Column("name", "姓名", 5), Column("unit", "单位", 20, "justify"))
PEOPLE = Table(COLUMNS, (Row((Cell("1", 1), Cell("梁涛", strong=True), Cell("武汉大学"))),))


def document(*blocks: Block, **changes: Any) -> Document:
    changes.setdefault("language", "zh")
    return Document("attendees", "参会名单", blocks=blocks, style="sheet", **changes)


def book(*blocks: Block, options: ExportOptions = OPTIONS, **changes: Any) -> Workbook:
    return load_workbook(BytesIO(write(document(*blocks, **changes), options).content))


def sheet(*blocks: Block, **changes: Any) -> Worksheet:
    worksheet = book(*blocks, **changes).worksheets[0]
    assert isinstance(worksheet, Worksheet)
    return worksheet


def texts(worksheet: Worksheet) -> list[object]:
    return [cell.value for row in worksheet.iter_rows() for cell in row if cell.value is not None]


def merged(worksheet: Worksheet) -> list[str]:
    return sorted(area.coord for area in worksheet.merged_cells.ranges)


def blocks_of_every_kind() -> Iterator[Block]:
    yield DraftNote("示范文本")
    yield Title(("校地合作座谈会", "参会名单"), "2024年5月20日")
    yield Heading("背景", 1, "一、")
    yield Heading("细节", 3, "1.")
    yield Paragraph(text_spans("正文"))
    yield Paragraph(text_spans("小字"), small=True, indent=0)
    yield Clause(
        "第一条", "宗旨", (Paragraph(text_spans("双方")),), (Clause("（一）", "", (Paragraph(text_spans("项")),)),)
    )
    yield FieldList((Field("时间", text_spans("上午")), Field("", text_spans("下午"))), title="安排")
    yield Spacer(2)
    yield SignatureArea(
        (SignatureParty("甲方（盖章）：", "区政府", ("签字：", "日期：　　年　　月　　日")),), note="（以下无正文）"
    )


def test_every_kind_of_block_is_there_in_order() -> None:
    assert texts(sheet(*blocks_of_every_kind())) == [
        "示范文本", "校地合作座谈会", "参会名单", "2024年5月20日", "一、背景", "1. 细节", "　　正文", "小字",
        "第一条　宗旨", "　　双方", "（一）", "　　项", "安排", "时间：上午", "下午",
        "（以下无正文）", "甲方（盖章）：区政府", "签字：____________",
        "日期：　　年　　月　　日",
    ]  # fmt: skip


def test_final_paper_carries_no_draft_note() -> None:
    final = ExportOptions("zh", OPTIONS.made_at, final=True)
    assert texts(sheet(DraftNote("示范文本"), Heading("背景"), options=final)) == ["背景"]


def test_english_paragraphs_are_not_indented() -> None:
    assert texts(sheet(Paragraph(text_spans("Text")), language="en")) == ["Text"]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1+1", "13812345678", "1e5"])
def test_text_is_never_computed(text: str) -> None:
    worksheet = sheet(
        Table((Column("x", text, 10),), (Row((Cell(text),)), Row((Cell(text),), "group"))), Title((text,))
    )
    cells = [cell for row in worksheet.iter_rows() for cell in row]
    assert [(cell.value, cell.data_type) for cell in cells] == [(text.replace("\t", " "), "s")] * 4
    assert all(cell.quotePrefix == text.startswith(("=", "+", "-", "@")) for cell in cells)


def test_long_number_keeps_its_digits() -> None:
    cell = sheet(Table((Column("id", "", 10),), (Row((Cell("110105194912310021"),)),)))["A1"]
    assert (cell.value, cell.number_format) == ("110105194912310021", "@")


def test_bad_characters_do_not_break_the_file() -> None:
    dirty = "甲\x00\x08乙\ud800丙\x1f<b>&amp;丁_x0041_"
    worksheet = sheet(Table((Column("x", "", 10),), (Row((Cell(dirty),)),)), Section(dirty, ()))
    assert worksheet["A1"].value == "甲乙\ufffd丙<b>&amp;丁_x005F_x0041_"  # which Excel reads as _x0041_


def test_typed_values_stay_typed() -> None:
    row = Row((Cell("约200个", 200), Cell("2024年5月20日", date(2024, 5, 20)), Cell("", None)))
    cells = sheet(Table(COLUMNS, (row,)))[2]
    assert [(cell.value, cell.number_format) for cell in cells] == [
        (200, '"约"0"个"'), (datetime(2024, 5, 20), 'yyyy"年"m"月"d"日"'), (None, "General"),
    ]  # fmt: skip


def test_table_looks_like_one() -> None:
    rows = (Row((Cell("武汉大学"),), "group"), *PEOPLE.rows, Row((Cell("合计"),), "total"), Row((), "blank"))
    worksheet = sheet(Table(COLUMNS, rows, caption="名单", row_height=10))
    looks = [(cell.font.b, cell.fill.fgColor.rgb, cell.border.left.style) for cell in worksheet["B"]]
    assert looks == [
        (False, "00000000", None), (True, "FFEDEDED", "thin"), (False, "00000000", None), (True, "00000000", "thin"),
        (True, "00000000", "thin"), (False, "00000000", "thin"),
    ]  # fmt: skip
    assert [cell.alignment.horizontal for cell in worksheet[4]] == ["center", "left", "left"]
    assert all(cell.alignment.wrap_text for cell in worksheet[4])
    assert merged(worksheet) == ["A1:C1", "A3:C3"]
    assert worksheet.row_dimensions[4].height == 28.35


def test_total_row_is_strong_all_along() -> None:
    worksheet = sheet(Table(COLUMNS, (Row((Cell("合计"), Cell("2人"), Cell("")), "total"),)))
    assert [cell.font.b for cell in worksheet[2]] == [True, True, True]


def test_shorter_table_ends_at_the_same_edge() -> None:
    worksheet = sheet(PEOPLE, Table(COLUMNS[:2], (Row((Cell("2"), Cell("王某"))),)))
    assert merged(worksheet) == ["B3:C3", "B4:C4"]
    assert worksheet["B4"].value == "王某"


def test_row_is_as_high_as_its_text() -> None:
    worksheet = sheet(Table(COLUMNS, (Row((Cell("1"), Cell("梁涛"), Cell("武汉大学" * 40))),)))
    room = worksheet.column_dimensions["C"].width
    assert worksheet.row_dimensions[2].height >= 320 / room * 11 * 1.36
    assert worksheet.row_dimensions[1].height < 30


def test_text_too_high_for_a_row_is_spread_over_merged_rows() -> None:
    worksheet = sheet(Table(COLUMNS, (Row((Cell("1"), Cell("梁涛"), Cell("长" * 10_000))), *PEOPLE.rows)))
    last = worksheet.max_row
    assert last > 10
    assert merged(worksheet) == [f"A2:A{last - 1}", f"B2:B{last - 1}", f"C2:C{last - 1}"]
    assert worksheet["C2"].value == "长" * 10_000
    assert max(worksheet.row_dimensions[row].height for row in range(1, last)) <= 409
    assert worksheet.cell(last, 2).value == "梁涛"


def test_text_too_long_for_a_cell_goes_on_below() -> None:
    worksheet = sheet(
        Table(COLUMNS[:2], (Row((Cell("1"), Cell("长" * 40_000))),)), Paragraph(text_spans("文" * 40_000))
    )
    lengths = [len(str(text)) for text in texts(worksheet)]
    assert lengths == [2, 2, 1, 32_000, 8_000, 32_000, 8_002]


def test_paper_prints_on_a4_as_wide_as_the_page() -> None:
    worksheet = sheet(Title(("名单",)), PEOPLE, landscape=True)
    setup = worksheet.page_setup
    assert (setup.paperSize, setup.orientation, setup.fitToWidth, setup.fitToHeight) == (9, "landscape", 1, 0)
    assert worksheet.sheet_properties.pageSetUpPr.fitToPage
    assert worksheet.print_options.horizontalCentered
    assert (worksheet.print_title_rows, worksheet.print_area) == ("$2:$2", "'参会名单'!$A$1:$C$3")
    assert worksheet.freeze_panes == "A3"


@pytest.mark.parametrize(("columns", "paper"), [(8, 9), (24, 8)])
def test_a_sheet_of_many_columns_is_for_a3(columns: int, paper: int) -> None:
    heads = tuple(Column(f"c{number}", "合作内容", 8) for number in range(columns))
    setup = sheet(Table(heads, ()), landscape=True).page_setup
    assert (setup.paperSize, setup.fitToWidth) == (paper, 1)


@pytest.mark.parametrize(("language", "numbers"), [("zh", "第 &P 页 共 &N 页"), ("en", "Page &P of &N")])
def test_footer_counts_pages(language: str, numbers: str) -> None:
    footer = sheet(PEOPLE, language=language, footer="A&B\n制表").oddFooter
    assert (footer.left.text, footer.center.text) == ("A&&B 制表", numbers)


def test_long_footer_does_not_break_the_file() -> None:
    assert len(sheet(PEOPLE, footer="&" * 500).oddFooter.left.text) == 180


def test_quotation_mark_in_a_sheet_name_does_not_break_the_print_area() -> None:
    worksheet = sheet(Section("A'线", (PEOPLE,)))
    assert (worksheet.title, worksheet.print_area) == ("A'线", "'A''线'!$A$1:$C$2")


def test_unlike_tables_repeat_no_header() -> None:
    worksheet = sheet(PEOPLE, Table(COLUMNS[:2], ()))
    assert (worksheet.print_title_rows, worksheet.freeze_panes) == (None, None)


def test_tall_head_is_not_frozen() -> None:
    worksheet = sheet(Spacer(20), PEOPLE)
    assert (worksheet.print_title_rows, worksheet.freeze_panes) == ("$2:$2", None)


def test_table_without_headings_has_no_header_row() -> None:
    worksheet = sheet(Table((Column("a", "", 5),), (Row((Cell("梁涛"),)),)))
    assert (texts(worksheet), worksheet.print_title_rows) == (["梁涛"], None)


def test_page_break_starts_a_page() -> None:
    worksheet = sheet(PageBreak(), Heading("一"), PageBreak(), Heading("二"))
    assert [brk.id for brk in worksheet.row_breaks.brk] == [1]


def test_sections_are_sheets() -> None:
    first, second = Section("A线", (Heading("甲"),), landscape=True), Section("a线", (Heading("乙"),))
    workbook = book(Title(("头",)), first, second, Heading("尾"))
    assert [(each.title, each.page_setup.orientation, *texts(each)) for each in workbook.worksheets] == [
        ("参会名单", "portrait", "头"),
        ("A线", "landscape", "甲"),
        ("a线 2", "portrait", "乙"),
        ("参会名单 2", "portrait", "尾"),
    ]


def test_empty_document_is_an_empty_sheet() -> None:
    assert [(worksheet.title, texts(worksheet)) for worksheet in book().worksheets] == [("参会名单", [])]


def test_properties_say_what_and_whose() -> None:
    properties = book(PEOPLE, subject="座谈会", keywords=("武汉大学", "上党区")).properties
    assert (properties.title, properties.subject, properties.creator) == ("参会名单", "座谈会", "区委组织部")
    assert (properties.keywords, properties.language) == ("武汉大学、上党区", "zh-CN")
    assert properties.created == properties.modified == OPTIONS.made_at


def test_fonts_are_those_of_an_office_computer() -> None:
    chinese, english = sheet(PEOPLE), sheet(PEOPLE, language="en")
    assert (chinese["A1"].font.name, chinese["B2"].font.name, english["B2"].font.name) == ("黑体", "宋体", "Arial")


def test_same_paper_gives_the_same_bytes() -> None:
    paper = document(*blocks_of_every_kind(), PEOPLE)
    assert write(paper, OPTIONS) == write(paper, OPTIONS)
    assert write(paper, OPTIONS).pages is None


def test_a_heading_is_not_torn_from_its_table() -> None:
    rows = tuple(Row((Cell(str(number), number), Cell("梁涛"), Cell("武汉大学"))) for number in range(35))
    torn = sheet(Title(("参会名单",)), Table(COLUMNS, rows), Heading("车辆", 2), PEOPLE)
    assert [mark.id for mark in torn.row_breaks.brk] == [37]
    assert torn.cell(38, 1).value == "车辆"
    assert sheet(Title(("参会名单",)), Table(COLUMNS, rows[:9]), Heading("车辆", 2), PEOPLE).row_breaks.brk == []


def test_breaks_of_the_paper_itself_stay_alone() -> None:
    rows = tuple(Row((Cell(str(number), number), Cell("梁涛"), Cell("武汉大学"))) for number in range(35))
    broken = sheet(Table(COLUMNS, rows), Heading("车辆", 2), PEOPLE, PageBreak(), Paragraph(text_spans("附注")))
    assert [mark.id for mark in broken.row_breaks.brk] == [39]
