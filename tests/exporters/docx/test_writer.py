"""Word papers, read back: every block in order, Han fonts, real headings, a head on every page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import Any

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn

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
    Span,
    SpanKind,
    Table,
    Title,
    text_spans,
)
from exporters.docx.writer import write
from exporters.options import ExportOptions

OPTIONS = ExportOptions("zh", datetime(2024, 5, 18, 12, 0), organization_name="区委组织部")
COLUMNS = (Column("no", "序号", 3, "center"), Column("name", "姓名", 5), Column("unit", "单位", 20, "justify"))
PARTY = SignatureParty("甲方（盖章）：", "区政府", ("签字：", "日期：　　年　　月　　日"))


def document(*blocks: Block, **changes: Any) -> Document:
    changes.setdefault("language", "zh")
    return Document("fact-sheet", "资料卡", blocks=blocks, **changes)


def word(*blocks: Block, options: ExportOptions = OPTIONS, **changes: Any) -> WordDocument:
    return docx.Document(BytesIO(write(document(*blocks, **changes), options).content))


def lines(paper: WordDocument) -> list[tuple[str, str]]:
    return [(paragraph.style.name, paragraph.text) for paragraph in paper.paragraphs]


def cells(paper: WordDocument, table: int = 0) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in paper.tables[table].rows]


def blocks_of_every_kind() -> Iterator[Block]:
    yield DraftNote("示范文本")
    yield Title(("校地合作座谈会", "资料卡"), "2024年5月20日")
    yield Heading("背景", 1, "一、")
    yield Heading("细节", 9, "1.")
    yield Paragraph(text_spans("正文"))
    yield Paragraph(text_spans("小字"), small=True, indent=0)
    yield Clause("第一条", "宗旨", (Paragraph(text_spans("双方")),), (Clause("（一）", ""),))
    yield FieldList((Field("时间", text_spans("上午")), Field("", text_spans("下午"))), title="安排")
    yield Spacer()
    yield SignatureArea((PARTY,), note="（以下无正文）")


def test_every_kind_of_block_is_there_in_order() -> None:
    paper = word(*blocks_of_every_kind())
    assert lines(paper) == [
        ("Desk Note", "示范文本"), ("Title", "校地合作座谈会"), ("Title", "资料卡"), ("Subtitle", "2024年5月20日"),
        ("Heading 1", "一、背景"), ("Heading 4", "1. 细节"), ("Normal", "正文"), ("Desk Small", "小字"),
        ("Heading 3", "第一条　宗旨"), ("Normal", "双方"), ("Heading 3", "（一）"), ("Caption", "安排"),
        ("Normal", "时间：上午"), ("Normal", "下午"), ("Normal", ""), ("Normal", "（以下无正文）"),
    ]  # fmt: skip
    assert cells(paper) == [["甲方（盖章）：\n区政府\n签字：____________\n日期：　　年　　月　　日"]]


def test_final_paper_carries_no_draft_note() -> None:
    final = ExportOptions("zh", OPTIONS.made_at, final=True)
    assert lines(word(DraftNote("示范文本"), Heading("背景"), options=final)) == [("Heading 1", "背景")]


def test_spans_look_as_they_mean() -> None:
    spans = (Span("甲", SpanKind.STRONG), Span("乙", SpanKind.EMPHASIS), Span("x", SpanKind.BLANK, 4))
    runs = word(Paragraph(spans), language="en").paragraphs[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("甲", True, None), ("乙", None, True), ("________", None, None),
    ]  # fmt: skip


def test_only_chinese_paragraphs_are_indented() -> None:
    block = Paragraph(text_spans("Text"))
    (chinese,), (english,) = word(block).paragraphs, word(block, language="en").paragraphs
    assert chinese.paragraph_format.first_line_indent.pt == 24
    assert english.paragraph_format.first_line_indent is None


def test_han_characters_have_their_own_font() -> None:
    styles = word(Heading("背景")).styles
    fonts = {name: styles[name].element.rPr.rFonts for name in ("Normal", "Heading 1", "Title", "Desk Cell")}
    assert {name: font.get(qn("w:eastAsia")) for name, font in fonts.items()} == {
        "Normal": "仿宋", "Heading 1": "黑体", "Title": "宋体", "Desk Cell": "宋体",
    }  # fmt: skip
    assert {font.get(qn("w:ascii")) for font in fonts.values()} == {"Times New Roman"}
    assert {font.get(qn("w:eastAsiaTheme")) for font in fonts.values()} == {None}


def test_table_repeats_its_head_and_keeps_rows_whole() -> None:
    long = Row((Cell("1"), Cell("梁涛"), Cell("长" * 500)))
    rows = (Row((Cell("武汉大学"),), "group"), long, Row((Cell("合计"),), "total"))
    paper = word(Table(COLUMNS, rows, caption="名单", row_height=10, small=True))
    assert lines(paper)[0] == ("Caption", "名单")
    assert cells(paper) == [["序号", "姓名", "单位"], ["武汉大学"] * 3, ["1", "梁涛", "长" * 500], ["合计", "", ""]]
    table = paper.tables[0]
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [True, False, False, False]
    assert [bool(row._tr.xpath("w:trPr/w:cantSplit")) for row in table.rows] == [True, True, False, True]
    assert [row.cells[0].paragraphs[0].runs[0].bold for row in table.rows] == [True, True, None, True]
    assert [round(row.height.mm) if row.height else None for row in table.rows] == [None, 10, 10, 10]


def test_table_without_headings_has_no_head() -> None:
    assert cells(word(Table((Column("a", "", 5),), (Row((Cell("梁涛"),)), Row((), "blank"))))) == [["梁涛"], [""]]


def test_two_parties_sign_side_by_side_three_below_one_another() -> None:
    two, three = word(SignatureArea((PARTY, PARTY), (PARTY,))), word(SignatureArea((PARTY,) * 3))
    assert [len(row.cells) for row in two.tables[0].rows] == [2, 2]
    assert [len(row.cells) for row in three.tables[0].rows] == [1, 1, 1]
    assert {round(row.height.mm) for row in three.tables[0].rows} == {45}


def test_page_is_a4_as_the_paper_lies() -> None:
    upright, across = word().sections[0], word(landscape=True).sections[0]
    assert (round(upright.page_width.mm), round(upright.page_height.mm)) == (210, 297)
    assert (round(across.page_width.mm), round(across.page_height.mm)) == (297, 210)


def test_section_is_a_page_of_its_own() -> None:
    paper = word(Section("甲", (Heading("甲"),)), Section("乙", (Heading("乙"), PageBreak()), landscape=True))
    assert [round(section.page_width.mm) for section in paper.sections] == [210, 297]
    assert [text for style, text in lines(paper) if style.startswith("Heading")] == ["甲", "乙"]


def test_footer_counts_pages() -> None:
    footer = word(footer="区委组织部制").sections[0].footer
    fields = [field.get(qn("w:instr")) for field in footer._element.xpath(".//w:fldSimple")]
    shown = ["".join(text.text for text in line._p.xpath(".//w:t")) for line in footer.paragraphs]
    assert (fields, shown) == (["PAGE", "NUMPAGES"], ["区委组织部制", "第 1 页 共 1 页"])


def test_properties_say_what_and_whose() -> None:
    properties = word(subject="座谈会" * 100, keywords=("武汉大学",)).core_properties
    assert (properties.title, properties.author, properties.language) == ("资料卡", "区委组织部", "zh-CN")
    assert (properties.keywords, len(properties.subject)) == ("武汉大学", 255)
    assert properties.created.replace(tzinfo=None) == OPTIONS.made_at


def test_bad_characters_do_not_break_the_file() -> None:
    dirty = "甲\x00\x08乙\ud800丙\x1f<b>&amp;"
    table = Table((Column("x", dirty, 5),), (Row((Cell(dirty),)),))
    paper = word(Title((dirty,)), Paragraph(text_spans(dirty)), table)
    clean = "甲乙\ufffd丙<b>&amp;"
    assert (lines(paper), cells(paper)) == ([("Title", clean), ("Normal", clean)], [[clean], [clean]])


def test_same_paper_gives_the_same_bytes() -> None:
    paper = document(*blocks_of_every_kind())
    assert write(paper, OPTIONS) == write(paper, OPTIONS)
    assert write(paper, OPTIONS).pages is None
