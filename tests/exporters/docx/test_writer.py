"""Word papers, read back: every block in order, real headings, pages and properties as in the PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

from docx.oxml.ns import qn

from exporters.blocks import (
    Block,
    Clause,
    DraftNote,
    Field,
    FieldList,
    Heading,
    PageBreak,
    Paragraph,
    Parallel,
    ParallelRow,
    Section,
    SignatureArea,
    Spacer,
    Span,
    SpanKind,
    Table,
    Title,
    text_spans,
)
from exporters.docx.writer import write
from tests.exporters.docx.reading import COLUMNS, OPTIONS, PARTY, cells, document, lines, printed, row, word

FINAL = replace(OPTIONS, final=True)
SHEET = {"style": "sheet"}


def blocks_of_every_kind() -> Iterator[Block]:
    yield DraftNote("示范文本")
    yield Title(("校地合作座谈会", "资料卡"), "2024年5月20日")
    yield Heading("背景", 1, "一、")
    yield Heading("细节", 9, "1.")
    yield Paragraph(text_spans("正文"), keep_with_next=True)
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
        ("Heading 1", "宗旨"), ("Normal", "双方"), ("Heading 2", "（一）"), ("Caption", "安排"),
        ("Normal", "时间：上午"), ("Normal", "下午"), ("Normal", "（以下无正文）"),
    ]  # fmt: skip
    assert "第一条　宗旨" in printed(paper)


def test_final_paper_carries_no_draft_note() -> None:
    assert lines(word(DraftNote("示范文本"), Heading("背景"), options=FINAL)) == [("Heading 1", "背景")]


def test_spans_look_as_they_mean() -> None:
    spans = (Span("甲", SpanKind.STRONG), Span("乙", SpanKind.EMPHASIS), Span("x", SpanKind.BLANK, 4))
    runs = word(Paragraph(spans), language="en").paragraphs[0].runs
    assert [(run.text, run.bold, run.italic) for run in runs] == [
        ("甲", True, None), ("乙", None, True), ("________", None, None),
    ]  # fmt: skip


def test_strong_words_in_chinese_are_set_in_another_font() -> None:
    spans = (Span("甲", SpanKind.STRONG), Span("乙", SpanKind.EMPHASIS), Span("丙"))
    runs = word(Paragraph(spans)).paragraphs[0].runs
    assert [run._r.xpath("w:rPr/w:rFonts/@w:eastAsia") for run in runs] == [["黑体"], ["楷体_GB2312"], []]


def test_date_that_a_draft_leaves_open_keeps_its_characters() -> None:
    date = Paragraph((Span("2024年5月20日", SpanKind.ON_FINAL),))
    assert lines(word(date)) == [("Normal", "　　　年　　月　　日")]
    assert lines(word(date, options=FINAL)) == [("Normal", "2024年5月20日")]
    assert lines(word(Paragraph((Span("SD-1", SpanKind.ON_FINAL, 4),)))) == [("Normal", "________")]


def test_only_chinese_paragraphs_are_indented() -> None:
    block = Paragraph(text_spans("Text"))
    (chinese,), (english,) = word(block).paragraphs, word(block, language="en").paragraphs
    assert chinese._p.xpath("w:pPr/w:ind/@w:firstLineChars") == ["200"]
    assert round(chinese.paragraph_format.first_line_indent.mm * 14) == 156
    assert english.paragraph_format.first_line_indent is None


def test_labels_hang_as_wide_as_they_are() -> None:
    fields = FieldList((Field("时间", text_spans("上午")), Field("", text_spans("下午")), Field("很" * 20, ())))
    first, second, third = word(fields, **SHEET).paragraphs[:3]
    assert [paragraph.paragraph_format.left_indent.pt for paragraph in (first, second, third)] == [36, 36, 24]
    assert first.paragraph_format.first_line_indent.pt == -36
    assert second.paragraph_format.first_line_indent is None


def test_page_has_the_margins_of_the_official_paper() -> None:
    section = word().sections[0]
    margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)
    assert [round(margin.mm) for margin in margins] == [37, 26, 35, 28]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)


def test_grid_holds_22_lines_of_28_characters() -> None:
    paper = word()
    (grid,) = paper.sections[0]._sectPr.findall(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), int(grid.get(qn("w:linePitch"))) * 22) == ("linesAndChars", 12738)
    (pitch,) = paper.styles["Normal"].element.xpath("w:rPr/w:spacing/@w:val")
    assert 28 * (16 * 20 + int(pitch)) <= 156 / 25.4 * 1440 < 28 * 16 * 20


def test_sheet_lies_on_no_grid() -> None:
    across = word(landscape=True, **SHEET).sections[0]
    assert (round(across.page_width.mm), round(across.page_height.mm)) == (297, 210)
    assert across._sectPr.findall(qn("w:docGrid")) == []


def test_preset_changes_the_page() -> None:
    common = word(options=replace(OPTIONS, preset="common28"))
    assert common.sections[0]._sectPr.xpath("w:docGrid/@w:linePitch") == ["560"]


def test_section_is_a_page_of_its_own() -> None:
    second = Section("乙", (Table(COLUMNS, (row("1"),)), PageBreak(), Heading("乙")), landscape=True)
    paper = word(Section("甲", (Heading("甲"),)), second, Section("丙", (Heading("丙"),)))
    assert [round(section.page_width.mm) for section in paper.sections] == [210, 297, 210]
    assert [text for style, text in lines(paper) if style.startswith("Heading")] == ["甲", "乙", "丙"]


def test_han_characters_have_their_own_font() -> None:
    styles = word(Heading("背景")).styles
    fonts = {name: styles[name].element.rPr.rFonts for name in ("Normal", "Heading 1", "Heading 2", "Title")}
    assert {name: font.get(qn("w:eastAsia")) for name, font in fonts.items()} == {
        "Normal": "仿宋_GB2312", "Heading 1": "黑体", "Heading 2": "楷体_GB2312", "Title": "方正小标宋简体",
    }  # fmt: skip
    assert {font.get(qn("w:ascii")) for font in fonts.values()} == {"Times New Roman"}
    assert {font.get(qn("w:eastAsiaTheme")) for font in fonts.values()} == {None}


def test_office_without_a_font_is_told_what_comes_nearest() -> None:
    with ZipFile(BytesIO(write(document(), OPTIONS).content)) as package:
        table = package.read("word/fontTable.xml").decode()
    assert '<w:font w:name="仿宋_GB2312"><w:altName w:val="FangSong_GB2312,仿宋,FangSong,华文仿宋"/>' in table
    assert table.count("<w:altName") == 6


def test_properties_say_what_and_whose() -> None:
    properties = word(subject="座谈会" * 100, keywords=("武汉大学",)).core_properties
    assert (properties.title, properties.author, properties.language) == ("资料卡", "区委组织部", "zh-CN")
    assert (properties.keywords, len(properties.subject)) == ("武汉大学", 255)
    assert properties.created.replace(tzinfo=None) == OPTIONS.made_at


def test_bad_characters_do_not_break_the_file() -> None:
    dirty = "甲\x00\x08乙\ud800丙\x1f<b>&amp;"
    paper = word(Title((dirty,)), Paragraph(text_spans(dirty)), Table(COLUMNS[:1], (row(dirty),)))
    clean = "甲乙\ufffd丙<b>&amp;"
    assert (lines(paper), cells(paper)) == ([("Title", clean), ("Normal", clean)], [["序号"], [clean]])


def test_same_paper_gives_the_same_bytes() -> None:
    paper = document(*blocks_of_every_kind())
    assert write(paper, OPTIONS) == write(paper, OPTIONS)
    assert write(paper, OPTIONS).pages is None


def test_two_languages_stand_in_the_rows_of_a_table() -> None:
    rows = (
        ParallelRow((Clause("第一条", "宗旨", (Paragraph(text_spans("双方")),)),), (Clause("Article 1", "Aims"),)),
        ParallelRow((FieldList((Field("甲方", text_spans("区政府")),)),), ()),
    )
    paper = word(Parallel(rows), language="zh-en", style="agreement")
    assert cells(paper) == [["宗旨\n双方", "Aims"], ["甲方：区政府", ""]]
    assert [line for line in printed(paper) if "1" in line or "一" in line] == ["第一条　宗旨", "Article 1 Aims"]
    first, second = (cell.paragraphs[0] for cell in paper.tables[0].rows[0].cells)
    assert (first.runs[0].bold, second.runs[0].bold) == (None, True)
    assert not paper.tables[0].rows[0]._tr.xpath("w:trPr/w:cantSplit")
