"""What stands on each page of a Word paper."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docx.oxml.ns import qn

from exporters.blocks import Cover, Field, Paragraph, Section, SignatureArea, Span, SpanKind, Title, text_spans
from tests.exporters.docx.reading import OPTIONS, lines, word

COVER = Cover(
    Field("协议编号", (Span("agreement.no", SpanKind.BLANK, 6),)),
    ("上党区人民政府", "战略合作框架协议"),
    (Field("甲方", text_spans("上党区人民政府")), Field("乙方", text_spans("武汉大学"))),
    (Field("签订地点", text_spans("武汉")), Field("签订时间", (Span("2024年5月20日", SpanKind.ON_FINAL),))),
)
TEXT = Paragraph(text_spans("正文"))


def shown(footer: Any) -> list[str]:
    """The lines of a footer; tabs as |."""
    return ["".join("|" if part.tag == qn("w:tab") else part.text for part in _parts(one)) for one in footer.paragraphs]


def _parts(paragraph: Any) -> list[Any]:
    return list(paragraph._p.xpath(".//w:r/w:t | .//w:r/w:tab"))


def fields(footer: Any) -> list[str]:
    return list(footer._element.xpath(".//w:fldSimple/@w:instr"))


def test_official_number_stands_in_the_outer_corner() -> None:
    paper = word(TEXT, footer="虚构示例", corner="v2 · 共{pages}页")
    section = paper.sections[0]
    assert paper.settings.odd_and_even_pages_header_footer
    assert shown(section.footer) == ["v2 · 共1页　虚构示例|— 1 —"]
    assert shown(section.even_page_footer) == ["— 1 —|v2 · 共1页　虚构示例"]
    assert fields(section.footer) == ["NUMPAGES", "PAGE"]


def test_number_alone_needs_no_second_tab() -> None:
    section = word(TEXT).sections[0]
    assert (shown(section.footer), shown(section.even_page_footer)) == (["|— 1 —"], ["— 1 —"])


def test_english_pages_are_counted_in_the_middle() -> None:
    paper = word(TEXT, language="en", footer="Invented sample", corner="v2")
    assert not paper.settings.odd_and_even_pages_header_footer
    assert shown(paper.sections[0].footer) == ["v2|1 / 1", "Invented sample"]
    assert fields(paper.sections[0].footer) == ["PAGE", "NUMPAGES"]


def test_draft_of_an_agreement_says_so_on_each_page() -> None:
    draft, final = (word(TEXT, style="agreement", options=replace(OPTIONS, final=final)) for final in (False, True))
    assert shown(draft.sections[0].header) == shown(draft.sections[0].even_page_header) == ["预览稿　不得用于签署"]
    assert final.sections[0].header.is_linked_to_previous
    assert word(TEXT, style="sheet").sections[0].header.is_linked_to_previous


def test_cover_has_no_number_and_is_not_counted() -> None:
    paper = word(COVER, TEXT, Section("附件", (TEXT,)), style="agreement", corner="共{pages}页")
    front, text, annex = paper.sections
    assert front.footer.is_linked_to_previous
    assert annex.footer.is_linked_to_previous
    assert shown(text.footer) == ["共1页|— 1 —"]
    assert fields(text.footer) == ["PAGEREF last_page", "PAGE"]
    assert text._sectPr.xpath("w:pgNumType/@w:start") == ["1"]
    assert paper.element.xpath("//w:bookmarkStart/@w:name") == ["last_page"]


def test_last_page_is_marked_apart_from_what_refers_to_it() -> None:
    *_others, count, last = word(COVER, SignatureArea((), count="共{pages}页")).element.body.iter(qn("w:p"))
    assert (count.xpath("w:fldSimple/@w:instr"), count.xpath("w:bookmarkStart")) == (["PAGEREF last_page"], [])
    assert (last.xpath("w:bookmarkStart/@w:name"), last.xpath("w:pPr/w:spacing/@w:line")) == (["last_page"], ["20"])


def test_text_begins_on_the_front_of_a_sheet() -> None:
    papers = (word(COVER, TEXT, options=replace(OPTIONS, duplex=duplex)) for duplex in (False, True))
    begins = [paper.sections[1]._sectPr.xpath("w:type/@w:val") for paper in papers]
    assert begins == [["nextPage"], ["oddPage"]]


def test_cover_names_number_title_parties_place_and_date() -> None:
    assert lines(word(COVER, Title(("战略合作框架协议",)))) == [
        ("Normal", "协议编号：____________"), ("Title", "上党区人民政府"), ("Title", "战略合作框架协议"),
        ("Normal", "甲方：上党区人民政府"), ("Normal", "乙方：武汉大学"), ("Normal", "签订地点：武汉"),
        ("Normal", "签订时间：　　　年　　月　　日"), ("Title", "战略合作框架协议"),
    ]  # fmt: skip


ENGLISH_COVER = Cover(
    Field("Agreement No.", ()),
    ("Framework Agreement", "between Shangdang District and Wuhan University"),
    (Field("Party A", text_spans("Shangdang District")), Field("Party B", text_spans("Wuhan University"))),
    (Field("Place of signing", ()), Field("Date of signing", text_spans("20 May 2024"))),
)


def test_a_cover_in_two_languages_says_each_thing_in_both_and_asks_once() -> None:
    both = replace(COVER, mark="副本 DUPLICATE", english=ENGLISH_COVER)
    said = [text for _style, text in lines(word(both, TEXT, style="agreement", language="zh-en"))]
    assert said == [
        "副本 DUPLICATE",
        "协议编号 Agreement No.：____________",
        "上党区人民政府",
        "战略合作框架协议",
        "Framework Agreement\nbetween Shangdang District and Wuhan University",
        "甲方：上党区人民政府",
        "Party A: Shangdang District",
        "乙方：武汉大学",
        "Party B: Wuhan University",
        "签订地点 Place of signing：武汉",
        "签订时间：　　　年　　月　　日",
        "Date of signing: 20 May 2024",
        "正文",
    ]


def header(**changes: Any) -> str:
    options = replace(OPTIONS, final=False)
    text: str = word(TEXT, options=options, **changes).sections[0].header.paragraphs[0].text
    return text


def test_a_draft_says_in_every_language_of_the_paper_what_it_is() -> None:
    assert header(style="agreement") == "预览稿　不得用于签署"
    assert header(style="agreement", language="zh-en") == "预览稿　不得用于签署　DRAFT – not for signature"
    assert header(kind="agenda", style="sheet", language="en") == "DRAFT – for checking only"
    assert header(kind="fact-sheet", style="sheet") == ""
