"""What stands around the text: numbers, corner marks, foot lines, draft marks, and the margins they keep free."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pypdfium2
import pytest

from exporters.blocks import Cover, Field, PageBreak, Section, Title, text_spans
from exporters.paper import Written
from tests.exporters.pdf.reading import area, clauses, copied, made, pages, paragraph

MM = 72 / 25.4
CORNER = "v2 · 7F3A91C0 · 第 1 份／共 4 份 · 共 {pages} 页"
FRONT = Cover(
    Field("协议编号", text_spans("云协〔2024〕7号")),
    ("云岭县人民政府与沧澜大学", "战略合作框架协议"),
    (Field("甲方", text_spans("云岭县人民政府")), Field("乙方", text_spans("沧澜大学"))),
    (Field("签订地点", text_spans("云岭县")), Field("签订时间", text_spans("2024年5月20日"))),
)


def small(page: Any) -> list[dict[str, Any]]:
    """The characters of small gray lines."""
    return [one for one in page.chars if one["tag"] == "Artifact" and round(one["size"], 3) <= 8]


def number(page: Any) -> list[dict[str, Any]]:
    """The characters of the page number."""
    return [one for one in page.chars if one["tag"] == "Artifact" and round(one["size"]) in (10, 14)]


def text(found: list[dict[str, Any]]) -> str:
    return "".join(one["text"] for one in found)


def dark(written: Written, box: tuple[float, float, float, float], page: int = 0) -> int:
    """How many pixels in a box (millimeters from the left and top) are not white when printed."""
    with pypdfium2.PdfDocument(BytesIO(written.content)) as pdf:
        image = pdf[page].render(scale=2, optimize_mode="print").to_pil().convert("L")
    left, top, right, bottom = (round(edge * MM * 2) for edge in box)
    part = image.crop((left, top, min(right, image.width), min(bottom, image.height)))
    return sum(part.histogram()[:250])


def test_the_corner_mark_stands_opposite_the_number_and_counts_pages():
    first, second = pages(made(paragraph("一"), PageBreak(), paragraph("二"), corner=CORNER))
    assert [text(small(page)) for page in (first, second)] == ["v2 · 7F3A91C0 · 第 1 份／共 4 份 · 共 2 页"] * 2
    assert small(first)[0]["x0"] == pytest.approx(28 * MM, abs=1)
    assert small(second)[-1]["x1"] == pytest.approx((28 + 156) * MM, abs=1)
    assert number(first)[0]["x0"] - small(first)[-1]["x1"] >= 28
    assert small(second)[0]["x0"] - number(second)[-1]["x1"] >= 28
    assert {one["non_stroking_color"] for one in small(first)} == {(0.45,)}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("style", ["official", "agreement", "sheet"])
def test_a_long_corner_mark_keeps_its_distance(style: str, language: str):
    corner = (
        "v12 · 7F3A91C0 · 第 壹 份／共 拾贰 份，由云岭县人民政府办公室保存 · copy for the filing office · 共 {pages} 页"
    )
    for page in pages(made(paragraph("a"), PageBreak(), paragraph("b"), style=style, language=language, corner=corner)):
        mark, own = small(page), number(page)
        apart = max(own[0]["x0"] - max(one["x1"] for one in mark), min(one["x0"] for one in mark) - own[-1]["x1"])
        assert apart >= 2 * own[0]["size"]
        assert "".join(text(mark).split()) == "".join(corner.replace("{pages}", "2").split())


@pytest.mark.parametrize("style", ["official", "sheet"])
@pytest.mark.parametrize("across", [False, True])
def test_a_foot_line_never_leaves_the_page(style: str, across: bool):
    foot = "本资料仅供会务使用，" * 120
    (page,) = pages(made(paragraph("a"), style=style, landscape=across, footer=foot, corner=CORNER))
    found = small(page)
    assert min(one["x0"] for one in found) >= 15 * MM
    assert max(one["x1"] for one in found) <= page.width - 15 * MM
    assert max(one["bottom"] for one in found) <= page.height - 5 * MM
    assert text(found).endswith("…")


def test_a_foot_line_below_the_corner_mark_does_not_touch_it():
    (page,) = pages(made(paragraph("a"), footer="脚注", corner=CORNER))
    heights = sorted({round(one["top"], 1) for one in small(page)})
    assert len(heights) == 2 and heights[1] - heights[0] >= 9


def test_page_numbers_begin_after_the_cover():
    found = pages(made(FRONT, paragraph("一"), PageBreak(), paragraph("二"), style="agreement", corner=CORNER))
    assert [text(number(page)) for page in found] == ["", "", "— 1 —", "— 2 —"]
    assert [text(small(page))[-5:] for page in found] == ["共 2 页", "", "共 2 页", "共 2 页"]


def test_a_cover_has_an_empty_back_only_where_both_sides_are_printed():
    both, one = (made(FRONT, paragraph("一"), style="agreement", duplex=value) for value in (True, False))
    assert [[text(number(page)) for page in pages(written)] for written in (both, one)] == [
        ["", "", "— 1 —"],
        ["", "— 1 —"],
    ]


def test_papers_may_have_no_numbers():
    assert [text(number(page)) for page in pages(made(paragraph("一"), numbered=False, corner=CORNER))] == [""]


def test_the_dash_stands_7_mm_below_the_text():
    (page,) = pages(made(paragraph("一")))
    dash = number(page)[0]
    baseline = page.height - dash["matrix"][5]
    assert baseline - 14 * 0.35 == pytest.approx((37 + 225 + 7) * MM, abs=1)


def test_a_draft_cannot_be_mistaken_and_a_final_paper_is_clean():
    draft, final = (made(FRONT, *clauses(2), style="agreement", final=value) for value in (False, True))
    for page in (0, 2, 3):
        assert dark(draft, (45, 70, 165, 230), page) > dark(final, (45, 70, 165, 230), page) + 15000
        assert dark(draft, (70, 8, 140, 18), page) > 1000
        assert dark(final, (70, 8, 140, 18), page) == 0


def test_the_draft_mark_is_no_text_and_named_in_the_language_of_the_paper():
    zh, en = (made(paragraph("a"), style="agreement", final=False, language=language) for language in ("zh", "en"))
    assert ["DRAFT" in copied(zh)[0], "DRAFT" in copied(en)[0], "预览稿" in copied(zh)[0]] == [False] * 3


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("final", [False, True])
def test_15_mm_stay_free_on_both_sides_for_the_seal_across_pages(language: str, final: bool):
    blocks = (FRONT, Title(("协议",)), *clauses(3), area(3), Section("附件", (paragraph("县" * 90),), landscape=True))
    written = made(*blocks, style="agreement", language=language, final=final, corner=CORNER, footer="脚注" * 40)
    with pypdfium2.PdfDocument(BytesIO(written.content)) as pdf:
        sizes = [page.get_size() for page in pdf]
    for page, (width, _height) in enumerate(sizes):
        across = width / MM
        assert dark(written, (0, 0, 15, 297), page) == 0
        assert dark(written, (across - 15, 0, across, 297), page) == 0


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_draft_mark_leaves_the_text_readable(language: str):
    """Pale everywhere, at its edge too, yet seen."""
    written = made(language=language, style="agreement", final=False)
    with pypdfium2.PdfDocument(BytesIO(written.content)) as pdf:
        image = pdf[0].render(scale=4).to_pil().convert("L")
    body = image.crop((round(28 * MM * 4), round(37 * MM * 4), round(184 * MM * 4), round(250 * MM * 4)))
    counts = body.histogram()
    assert sum(counts[:195]) == 0
    assert sum(counts[195:245]) > 20_000


def test_a_draft_in_two_languages_is_marked_in_both():
    """Two words across the page, and a band that is twice as long."""
    both, one = (
        made(paragraph("a"), style="agreement", final=False, language=language) for language in ("zh-en", "zh")
    )
    assert dark(one, (40, 8, 75, 18)) == 0
    assert dark(both, (40, 8, 75, 18)) > 500
    assert dark(both, (105, 8, 165, 18)) > 1000


@pytest.mark.parametrize(
    ("kind", "marked"),
    [("agenda", True), ("handbook", True), ("signing-set", True), ("attendees", False), ("itinerary", False)],
)
def test_what_is_handed_out_as_if_it_were_settled_is_marked_as_a_draft(kind: str, marked: bool):
    draft, final = (made(paragraph("a"), kind=kind, style="sheet", final=value) for value in (False, True))
    assert (dark(draft, (70, 8, 140, 18)) > 500) == marked
    assert dark(final, (70, 8, 140, 18)) == 0
