"""Two languages side by side on the page: rows in step, long ones over pages, nothing lost."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from exporters.blocks import Clause, Field, FieldList, Parallel, ParallelRow, SignatureArea, Spacer, text_spans
from exporters.pdf.boxes import Box, nothing
from exporters.pdf.parallel import _cut, _first
from exporters.typeset.styles import MM
from tests.exporters.pdf.reading import LONG, characters, drawn_text, made, outline, pages, paragraph

ENGLISH = (
    "To carry out the strategy of building a strong country through talent, and to give full play to the strengths of "
    "the University in talent, science and technology, the Parties have agreed as follows on 20 May 2024. "
)
MIDDLE = (28 + 78) * MM


def row(number: int, *, zh: int = 1, en: int = 1) -> ParallelRow:
    return ParallelRow(
        (Clause(f"第{number}条", "合作内容", (paragraph(LONG),) * zh),),
        (Clause(f"Article {number}", "Content", (paragraph(ENGLISH),) * en),),
    )


def paper(*rows: ParallelRow) -> Any:
    return made(Parallel(rows), language="zh-en", style="agreement")


def halves(page: Any) -> tuple[list[str], list[str]]:
    """The lines of both columns with the heights they stand at."""
    sides: tuple[list[str], list[str]] = ([], [])
    for number, side in enumerate(sides):
        own = [one for one in characters(page) if (one["x0"] >= MIDDLE) == bool(number)]
        own.sort(key=lambda one: (round(one["matrix"][5]), -one["x0"]), reverse=True)
        side += ["".join(one["text"] for one in line) for _y, line in groupby(own, lambda one: round(one["matrix"][5]))]
    return sides


def height(page: Any, text: str) -> float:
    """Where the middle of a line begins that starts with this text."""
    whole = "".join(one["text"] for one in characters(page))
    first = characters(page)[whole.index(text)]
    return float(first["matrix"][5])


def test_halves_of_a_row_start_at_the_same_height() -> None:
    (page, *_rest) = pages(paper(row(1), row(2, en=2), row(3, zh=1)))
    for number in (1, 2):
        assert abs(height(page, f"第{number}条") - height(page, f"Article {number}")) < 3


def test_columns_keep_to_their_side() -> None:
    (page, *_rest) = pages(paper(row(1)))
    left, right = halves(page)
    assert left[0] == "第1条　合作内容"
    assert right[0].replace(" ", "") == "Article1Content"
    assert max(one["x1"] for one in characters(page) if one["x0"] < MIDDLE) < MIDDLE


def test_row_that_is_taller_than_the_rest_of_the_page_goes_on_in_both_halves() -> None:
    written = paper(row(1), row(2, zh=4, en=7))
    first, second = pages(written)[:2]
    (left, right), (left_on, right_on) = halves(first), halves(second)
    assert all(len(side) > 5 for side in (left, right, left_on, right_on))
    assert not any(line.startswith(("第", "Article")) for line in (left_on[0], right_on[0]))
    assert outline(written) == [(0, "第1条　合作内容", 0), (0, "第2条　合作内容", 0)]


def test_nothing_is_lost_over_the_pages() -> None:
    rows = [row(number, zh=number % 3 + 1, en=4 - number % 3) for number in range(1, 12)]
    text = drawn_text(paper(*rows))
    assert text.count(LONG[:20]) == sum(number % 3 + 1 for number in range(1, 12))
    assert text.count("".join(ENGLISH.split())[-40:]) == sum(4 - number % 3 for number in range(1, 12))


def test_heading_is_never_the_last_line_of_a_page() -> None:
    rows = [row(number, zh=1 + number % 2) for number in range(1, 16)]
    for page in pages(paper(*rows)):
        left, right = halves(page)
        assert not left[-1].startswith("第")
        assert not right[-1].startswith("Article")


def test_labels_in_english_are_ragged_and_bold() -> None:
    fields = FieldList((Field("Address", text_spans("1 Renmin Road, Shangdang District, Changzhi City")),))
    parallel = ParallelRow((Spacer(0.5), FieldList((Field("住所", text_spans("人民路1号")),))), (Spacer(0.5), fields))
    (page,) = pages(paper(parallel))
    _left, (first, second) = halves(page)
    assert first.replace(" ", "").startswith("Address:1RenminRoad,")
    assert second
    assert {one["fontname"].split("+")[-1] for one in characters(page) if one["text"] == "A"} == {
        "LiberationSerif-Bold"
    }


def test_half_may_be_empty() -> None:
    (page,) = pages(paper(ParallelRow((paragraph("仅有中文。"),), ()), ParallelRow((), ())))
    assert halves(page) == (["仅有中文。"], [])


def test_place_to_sign_follows_the_rows() -> None:
    area = SignatureArea((), note="（以下无正文）")
    (page,) = pages(made(Parallel((row(1),)), area, language="zh-en", style="agreement"))
    assert halves(page)[0][-1] == "（以下无正文）"


def test_cut_tears_nothing_apart_that_stays_together() -> None:
    boxes = [
        Box(10, nothing, keep=1),
        Box(10, nothing),
        Box(10, nothing, keep=1),
        Box(5, nothing, space=True),
        Box(10, nothing),
    ]
    assert [_cut(boxes, room) for room in (9, 15, 25, 36, 50)] == [0, 0, 2, 2, 5]
    assert (_first(boxes), _first([])) == (20, 0)
