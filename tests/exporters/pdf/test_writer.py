"""The whole paper: its text, fonts, properties, outline and furniture, read back from the finished file."""

from __future__ import annotations

from io import BytesIO

import pdfplumber
import pypdfium2
import pytest

from exporters.blocks import (
    DraftNote,
    Field,
    FieldList,
    Heading,
    PageBreak,
    Section,
    Spacer,
    Span,
    SpanKind,
    Title,
    text_spans,
)
from exporters.options import ExportOptions
from exporters.paper import Notice
from exporters.pdf.writer import write, write_together
from models.errors import KnownError
from tests.exporters.pdf.reading import (
    LONG,
    MADE_AT,
    area,
    characters,
    clauses,
    copied,
    document,
    drawn_text,
    fonts,
    lines,
    made,
    opened,
    outline,
    pages,
    paragraph,
    shapes,
)

MM = 72 / 25.4
NAMES = "张𬭎、王㛃、龚䶮、𫰠、赵镕、周喆"


def test_the_text_of_the_paper_is_the_source_text():
    written = made(Title(("上党区", "协议")), paragraph(LONG), *clauses(3), style="agreement")
    clause = "合作内容" + LONG + "（一）" + LONG
    wanted = "上党区协议" + LONG + "".join(f"第{n}条{clause}" for n in (1, 2, 3))
    assert drawn_text(written) == wanted.replace(" ", "")


def test_copied_text_is_the_source_text():
    page = copied(made(paragraph(LONG, indent=0)))[0]
    assert page.replace("\r\n", "").removeprefix("— 1 —") == LONG


def test_rare_names_are_copied_exactly():
    written = made(paragraph(NAMES))
    assert NAMES in copied(written)[0]
    assert drawn_text(written) == NAMES


def test_a_character_from_another_font_is_reported():
    assert made(paragraph(NAMES)).notices == (Notice("fallback_font", (("characters", "𬭎㛃䶮镕喆𫰠"),)),)
    assert made(paragraph("上党区")).notices == ()


def test_every_font_is_embedded_as_one_subset():
    found = fonts(made(Title(("协议",), "副题"), *clauses(2), paragraph(NAMES), style="agreement", final=False))
    families = sorted(name.split("+")[1] for name in found)
    assert set(found.values()) == {True}
    assert families == sorted({*families})
    assert {"FandolFang-Regular", "LiberationSerif", "NotoSerifSC-Bold", "BabelStoneHan"} <= set(families)


def test_every_character_leaves_ink_on_the_page():
    with pypdfium2.PdfDocument(made(paragraph(NAMES, indent=0)).content) as pdf:
        image = pdf[0].render(scale=2).to_pil().convert("L")
    with pdfplumber.open(BytesIO(made(paragraph(NAMES, indent=0)).content)) as pdf:
        boxes = [
            (one["text"], [2 * one[edge] for edge in ("x0", "top", "x1", "bottom")]) for one in characters(pdf.pages[0])
        ]
    assert [text for text, box in boxes if image.crop(box).getextrema()[0] > 128] == []


def test_the_same_paper_has_the_same_bytes():
    blocks = (Title(("协议",)), *clauses(2), area(2))
    assert made(*blocks).content == made(*blocks).content


def test_properties_language_and_author():
    with pypdfium2.PdfDocument(made(paragraph("上"), subject="校地合作", keywords=("签约", "协议")).content) as pdf:
        found = pdf.get_metadata_dict()
    assert {key: found[key] for key in ("Title", "Author", "Subject", "Keywords", "Creator", "CreationDate")} == {
        "Title": "战略合作框架协议",
        "Author": "上党区委人才工作领导小组办公室",
        "Subject": "校地合作",
        "Keywords": "签约, 协议",
        "Creator": "签约台 Signing Desk",
        "CreationDate": "D:20240520090000",
    }


def test_endless_properties_and_outline_entries_are_cut():
    written = made(Heading("县" * 50_000, 1), title="名" * 50_000, keywords=("词" * 30_000,) * 2)
    with opened(written) as pdf:
        assert [len(str(pdf.trailer.Info[key])) for key in ("/Title", "/Keywords")] == [2000, 2000]
    assert [title for _level, title, _page in outline(written)] == ["县" * 299 + "…"]


@pytest.mark.parametrize(("duplex", "wanted"), [(True, "/DuplexFlipLongEdge"), (False, "/Simplex")])
def test_an_agreement_asks_the_printer_for_its_sides(duplex: bool, wanted: str):
    with opened(made(paragraph("a"), style="agreement", duplex=duplex)) as pdf:
        assert pdf.Root.ViewerPreferences.Duplex == wanted
    with opened(made(paragraph("a"), duplex=duplex)) as pdf:
        assert "/Duplex" not in pdf.Root.ViewerPreferences


def test_a_pile_asks_for_both_sides_though_its_first_sheet_is_no_agreement():
    sheet, copy = document(paragraph("a"), style="sheet"), document(paragraph("b"), style="agreement")
    options = ExportOptions("zh", MADE_AT, final=True)
    for pile, wanted in (((sheet, copy), "/DuplexFlipLongEdge"), ((sheet, sheet), None)):
        with opened(write_together(pile, options)) as pdf:
            assert pdf.Root.ViewerPreferences.get("/Duplex") == wanted


@pytest.mark.parametrize(("language", "tag"), [("zh", b"zh-CN"), ("en", b"en")])
def test_the_language_of_the_paper_is_in_the_catalog(language: str, tag: bytes):
    with pdfplumber.open(BytesIO(made(paragraph("a"), language=language).content)) as pdf:
        assert pdf.doc.catalog["Lang"] == tag


def test_headings_clauses_and_sections_are_in_the_outline():
    written = made(
        Heading("总则", 2, "（一）"),
        *clauses(1),
        PageBreak(),
        Heading("附件", 1, "一、"),
        Section("附表", (Heading("一", 1),)),
    )
    assert outline(written) == [
        (0, "（一）总则", 0),
        (0, "第1条　合作内容", 0),
        (0, "一、附件", 1),
        (0, "附表", 2),
        (0, "一", 2),
    ]


def test_official_page_numbers_stand_outside_right_and_left():
    first, second = pages(made(paragraph("一"), PageBreak(), paragraph("二")))[:2]
    numbers = [[one for one in page.chars if round(one["size"]) == 14] for page in (first, second)]
    assert ["".join(one["text"] for one in found) for found in numbers] == ["— 1 —", "— 2 —"]
    assert numbers[0][-1]["x1"] == pytest.approx((28 + 156) * MM - 14, abs=1)  # its ink ends there
    assert numbers[1][0]["x0"] == pytest.approx(28 * MM + 14, abs=1)


def test_an_official_table_across_is_numbered_as_the_other_pages():
    found = pages(made(paragraph("一"), Section("", (paragraph("二"),), landscape=True)))
    assert ["".join(one["text"] for one in page.chars if round(one["size"]) == 14) for page in found] == [
        "— 1 —",
        "— 2 —",
    ]


@pytest.mark.parametrize(("language", "style"), [("en", "official"), ("en", "sheet"), ("zh", "sheet")])
def test_other_pages_are_numbered_as_a_fraction(language: str, style: str):
    written = made(paragraph("a"), PageBreak(), paragraph("b"), language=language, style=style)
    assert [text.split("\r\n")[0] for text in copied(written)] == ["1 / 2", "2 / 2"]


def test_the_foot_line_stands_on_every_page():
    foot = "v2 · 7F3A91C0 · 第1份／共4份"
    for style in ("official", "sheet"):
        found = pages(made(paragraph("a"), PageBreak(), paragraph("b"), style=style, footer=foot))
        assert ["".join(one["text"] for one in page.chars if round(one["size"]) == 8) for page in found] == [foot, foot]


def test_a_full_page_has_22_lines_of_28_characters_on_the_grid():
    page = pages(made(paragraph("县" * 1000, indent=0)))[0]
    found = characters(page)
    assert [len(line) for line in lines(page)] == [28] * 22
    assert {round(one["x0"] - found[0]["x0"], 1) for one in found} == {round(n * 156 * MM / 28, 1) for n in range(28)}
    bases = sorted({round(page.height - one["matrix"][5], 2) for one in found})
    assert bases[-1] - bases[0] == pytest.approx(21 * 225 * MM / 22, abs=0.05)
    assert found[0]["x0"] == pytest.approx(28 * MM, abs=0.01)


def test_full_lines_end_at_the_right_edge():
    right = (28 + 156) * MM
    (page,) = pages(made(paragraph("县" * 300 + "《协议》，" * 20 + "县" * 20)))[:1]
    last = {round(one["matrix"][5]): one for one in characters(page)}
    edges = [(one["text"], one["x1"] - right) for _height, one in sorted(last.items(), reverse=True)][:-1]
    assert [edge for edge in edges if abs(edge[1]) > (8.1 if edge[0] in "》，" else 0.85)] == []


def test_mixed_lines_end_at_the_right_edge():
    (page, *_rest) = pages(made(*[paragraph(LONG)] * 4))
    last = {round(one["matrix"][5]): one for one in characters(page) if one["text"] != " "}
    right = (28 + 156) * MM
    inside = [one["text"] for one in last.values() if one["x1"] > right + 0.85 and one["text"] not in "，。、；：）》”"]
    assert inside == []


def test_only_a_draft_agreement_bears_the_mark_and_it_is_no_text():
    marked, final = (made(paragraph("上党区"), style="agreement", final=value) for value in (False, True))
    plain = made(paragraph("上党区"), style="official", final=False)
    assert [len(shapes(written)) for written in (marked, final, plain)] == [2, 0, 0]
    assert copied(marked) == copied(final)


def test_a_draft_note_stands_on_drafts_only():
    note = DraftNote("示范文本，签署前须经合法性审查")
    assert drawn_text(made(note, final=False)) == note.text
    assert drawn_text(made(note, final=True)) == ""


def test_a_draft_leaves_numbers_and_dates_open():
    fields = FieldList(
        (Field("日期", (Span("2024年5月20日", SpanKind.ON_FINAL),)), Field("编号", (Span("7", SpanKind.ON_FINAL),)))
    )
    assert drawn_text(made(fields, final=False)) == "日期：年月日编号："
    assert drawn_text(made(fields, final=True)) == "日期：2024年5月20日编号：7"


def test_blanks_are_ruled():
    page = pages(made(FieldList((Field("联系人", (Span("联系人", SpanKind.BLANK, 10),)),))))[0]
    (rule,) = page.lines
    assert rule["width"] == pytest.approx(10 * 156 * MM / 28, abs=0.1)


def test_blanks_beside_one_another_are_each_ruled():
    blanks = (
        Span("年", SpanKind.BLANK, 4),
        Span("\u200b"),
        Span("月", SpanKind.BLANK, 6),
        Span("日", SpanKind.BLANK, 5),
    )
    (page,) = pages(made(FieldList((Field("联系人", blanks),))))
    assert [round(one["width"] * 28 / (156 * MM)) for one in page.lines] == [4, 6, 5]


def test_a_section_may_lie_across():
    written = made(paragraph("a"), Section("横", (paragraph("b"),), landscape=True), Section("竖", (paragraph("c"),)))
    assert [(round(page.width / MM), round(page.height / MM)) for page in pages(written)] == [
        (210, 297),
        (297, 210),
        (210, 297),
    ]
    assert written.pages == 3


def test_fields_continue_under_the_text_above():
    fields = FieldList((Field("时间", text_spans("5月20日")), Field("", text_spans("请提前入场"))), title="须知")
    page = pages(made(fields))[0]
    starts = {one["text"]: one["x0"] for one in characters(page)}
    assert lines(page) == ["须知", "时间：5月20日", "请提前入场"]
    assert starts["请"] == pytest.approx(28 * MM + 3 * 156 * MM / 28, abs=0.1)


def test_an_empty_paper_has_one_page():
    assert [made().pages, made(Spacer(3)).pages, made(Section("空", ())).pages] == [1, 1, 1]


def test_an_undrawable_character_stops_the_paper():
    with pytest.raises(KnownError) as caught:
        write(document(paragraph("名单：😀")), ExportOptions("zh", MADE_AT))
    assert caught.value.code == "undrawable_character"


def test_an_english_title_below_the_chinese_is_not_broken_inside_a_name():
    english = "Strategic Cooperation Framework Agreement between Canglan University and Yunling County"
    (page,) = pages(made(Title(("沧澜大学与云岭县战略合作框架协议",), english), style="agreement"))
    first, second = lines(page)[1:3]
    assert (first.strip(), second.strip()) == (english[:41], english[42:])
