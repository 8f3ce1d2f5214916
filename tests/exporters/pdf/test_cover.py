"""The front of an agreement."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exporters.blocks import Cover, Field, Span, SpanKind
from tests.exporters.pdf.reading import characters, drawn_text, lines, made, pages, paragraph

MM = 72 / 25.4


def cover(*lines: str, parties: tuple[str, ...] = ("上党区人民政府", "武汉大学"), language: str = "zh") -> Cover:
    labels = ("甲方", "乙方", "丙方") if language == "zh" else ("Party A", "Party B", "Party C")
    return Cover(
        number=Field("协议编号", (Span("SD-2024-001", SpanKind.ON_FINAL, 11),)),
        lines=lines or ("上党区人民政府与武汉大学", "战略合作框架协议"),
        parties=tuple(Field(label, (Span(name, SpanKind.NAME),)) for label, name in zip(labels, parties, strict=False)),
        signing=(Field("签订地点", (Span("", SpanKind.BLANK, 8),)), Field("签订时间", (Span("2024年5月20日"),))),
    )


def top_of(page: Any, text: str) -> float:
    found = characters(page)
    joined = "".join(one["text"] for one in found)
    return (page.height - found[joined.index(text)]["matrix"][5]) / MM


def test_everything_has_its_place():
    front, *_back, body = pages(made(cover(), paragraph("正文"), style="agreement"))
    assert lines(front) == [
        "协议编号：SD-2024-001",
        "上党区人民政府与武汉大学",
        "战略合作框架协议",
        "甲方：上党区人民政府",
        "乙方：武汉大学",
        "签订地点：",
        "签订时间：2024年5月20日",
    ]
    tops = [top_of(front, text) for text in ("协议编号", "战略合作", "甲方", "签订时间")]
    assert (37 < tops[0] < 48, 82 < tops[1] < 112, 149 < tops[2] < 160, 252 < tops[3] < 262) == (True,) * 4
    assert lines(body) == ["正文"]


def test_the_number_stands_on_the_right():
    front, *_rest = pages(made(cover(), paragraph("正文"), style="agreement"))
    right = max(one["x1"] for one in characters(front) if one["text"] == "1")
    assert right / MM == pytest.approx(184, abs=0.3)


def test_a_cover_has_no_number_and_the_next_page_is_1():
    found = pages(made(cover(), paragraph("正文"), style="agreement"))
    numbers = ["".join(one["text"] for one in page.chars if one["tag"] == "Artifact") for page in found]
    assert [number for number in numbers if "—" in number] == ["— 1 —"]


def test_a_draft_leaves_the_number_blank():
    front, *_rest = pages(made(cover(), paragraph("正文"), final=False, style="agreement"))
    assert lines(front)[0] == "协议编号："


def test_names_longer_than_a_page_go_on_over_pages():
    written = made(cover("某" * 600, parties=("甲" * 600, "乙" * 600)), paragraph("正文"), style="agreement")
    text = drawn_text(written)
    assert (text.count("某"), text.count("甲"), text.count("乙")) == (600, 601, 601)


@pytest.mark.parametrize(("title", "sheet"), [("协议", ["协", "", "正"]), ("某" * 600, ["协", "某", "正"])])
def test_page_1_is_a_front_and_no_more_is_empty_than_the_back_of_the_cover(title: str, sheet: list[str]):
    for blank_back, duplex in ((True, True), (False, True), (True, False)):
        written = made(
            replace(cover(title), blank_back=blank_back), paragraph("正文"), style="agreement", duplex=duplex
        )
        assert ["".join(lines(page))[:1] for page in pages(written)] == sheet


def test_an_english_cover():
    front, *_rest = pages(made(cover("Framework Agreement", language="en"), paragraph("Text"), language="en"))
    assert lines(front)[2:4] == ["Party A: 上党区人民政府", "Party B: 武汉大学"]


def both_languages(mark: str = "") -> Cover:
    english = Cover(
        number=Field("Agreement No.", ()),
        lines=("Framework Agreement", "between the People’s Government of Shangdang District and Wuhan University"),
        parties=(
            Field("Party A", (Span("People’s Government of Shangdang District", SpanKind.NAME),)),
            Field("Party B", (Span("Wuhan University", SpanKind.NAME),)),
        ),
        signing=(Field("Place of signing", ()), Field("Date of signing", (Span("20 May 2024"),))),
    )
    return replace(cover(), mark=mark, english=english)


def test_a_cover_in_two_languages_says_each_thing_in_both_and_asks_once():
    front, *_rest = pages(made(both_languages(), paragraph("正文"), language="zh-en", style="agreement"))
    assert [line.strip() for line in lines(front)] == [
        "协议编号Agreement No.: SD-2024-001",
        "上党区人民政府与武汉大学",
        "战略合作框架协议",
        "Framework Agreement",
        "between the People’s Government of Shangdang District",
        "and Wuhan University",
        "甲方：上党区人民政府",
        "Party A: People’s Government of Shangdang District",
        "乙方：武汉大学",
        "Party B: Wuhan University",
        "签订地点Place of signing:",
        "签订时间：2024年5月20日",
        "Date of signing: 20 May 2024",
    ]


def test_a_title_breaks_beside_the_names_of_the_parties_and_not_inside():
    names = ("Jiangnan University of Science and Technology", "People’s Government of Yunling County")
    title = f"Agreement between {names[1]} and {names[0]}"
    fields = tuple(Field(label, (Span(name, SpanKind.NAME),)) for label, name in zip(("A", "B"), names, strict=True))
    front, *_rest = pages(made(Cover(Field("No.", ()), (title,), fields), paragraph("x"), language="en"))
    printed = [line.strip() for line in lines(front)]
    for name in names:
        assert any(name in line for line in printed[1:4])


def test_a_mark_stands_in_the_upper_left_beside_the_number():
    front, *_rest = pages(made(both_languages("副本"), paragraph("正文"), language="zh-en", style="agreement"))
    marks = [one for one in characters(front) if one["text"] in "副本"]
    assert (marks[0]["x0"] / MM, round(top_of(front, "副本"), 1)) == (
        pytest.approx(28, abs=0.5), round(top_of(front, "协议编号"), 1),
    )  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "zh-en"])
def test_a_mark_stands_above_a_number_that_leaves_no_room_beside_it(language: str):
    number = Field("协议编号", (Span("云岭县人民政府与沧澜大学协议〔2027〕第001号"),))
    own = both_languages("副本 DUPLICATE") if language == "zh-en" else replace(cover(), mark="参考译文")
    front, *_rest = pages(made(replace(own, number=number), paragraph("正文"), language=language, style="agreement"))
    assert (lines(front)[0].replace(" ", ""), lines(front)[1][:4]) == (own.mark.replace(" ", ""), "协议编号")


def test_a_name_longer_than_a_line_does_not_tear_the_title():
    name = "云岭县绿色食品产业发展促进和品牌推广服务中心有限责任公司"
    title = cover(f"{name}与沧澜大学", "战略合作框架协议", parties=(name, "沧澜大学"))
    front, *_rest = pages(made(title, paragraph("正文"), style="agreement"))
    assert lines(front)[1:4] == [
        "云岭县绿色食品产业发展促进",
        "和品牌推广服务中心有限责任公司与沧澜大学",
        "战略合作框架协议",
    ]
