"""How boxes are put on pages."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.pdf.boxes import Bookmark, Box, nothing, page_break, paginate, space, to_grid

ROW = Box(10.0, nothing)
HEAD = Box(5.0, nothing)


def heights(boxes: list[Box], height: float = 30.0) -> list[list[float]]:
    return [[box.height for _top, box in page.placed] for page in paginate(boxes, height)]


def splitting(lines: int) -> Box:
    """A box of `lines` lines, 10 high each, that may be cut."""

    def split(room: float) -> tuple[Box, Box]:
        above = max(1, min(lines - 1, int(room // 10)))
        return splitting(above), splitting(lines - above)

    return Box(10.0 * lines, nothing, split=split if lines > 1 else None)


@pytest.mark.parametrize(
    ("boxes", "wanted"),
    [
        ([], [[]]),
        ([ROW] * 3, [[10, 10, 10]]),
        ([ROW] * 4, [[10, 10, 10], [10]]),
        ([space(5), ROW, space(5), ROW], [[10, 5, 10]]),
        ([ROW, ROW, space(5), ROW], [[10, 10, 5], [10]]),
        ([ROW, ROW, ROW, space(5), ROW], [[10, 10, 10], [10]]),
        ([space(25), ROW, ROW, space(25), ROW], [[10, 10], [10]]),
        ([Box(4.0, nothing), to_grid(10), ROW, to_grid(10), ROW], [[4, 6, 10, 0, 10]]),
        ([to_grid(10), ROW], [[10]]),
        ([ROW, page_break(), ROW], [[10], [10]]),
        ([ROW, page_break()], [[10]]),
        ([page_break(), ROW], [[10]]),
        ([Box(100.0, nothing), ROW], [[100], [10]]),
    ],
)
def test_pages(boxes: list[Box], wanted: list[list[float]]):
    assert heights(boxes) == wanted


def test_a_box_takes_those_it_keeps_along():
    kept = replace(ROW, keep=2)
    assert heights([ROW, kept, ROW, ROW]) == [[10], [10, 10, 10]]


def test_empty_room_is_not_counted_where_boxes_are_kept():
    kept = replace(ROW, keep=2)
    assert heights([ROW, kept, space(1), ROW, ROW], 40.0) == [[10], [10, 1, 10, 10]]


def test_another_box_is_drawn_where_one_begins_a_page():
    row = replace(ROW, at_top=Box(7.0, nothing))
    assert heights([ROW, row, ROW, row]) == [[10, 10, 10], [7]]
    assert heights([row, ROW]) == [[7, 10]]


def test_a_page_with_a_box_that_wants_no_number_has_none():
    front = replace(ROW, numbered=False)
    assert [page.numbered for page in paginate([front, page_break(), ROW], 30.0)] == [False, True]


def test_keeping_is_passed_on():
    kept = replace(ROW, keep=1)
    assert heights([ROW, kept, kept, ROW]) == [[10], [10, 10, 10]]


def test_a_group_taller_than_a_page_need_not_stay_together():
    kept = replace(ROW, keep=5)
    assert heights([ROW, kept, *[ROW] * 5]) == [[10, 10, 10], [10, 10, 10], [10]]


def test_a_head_is_repeated_on_each_page():
    row = replace(ROW, repeat=HEAD)
    assert heights([HEAD, *[row] * 5]) == [[5, 10, 10], [5, 10, 10], [5, 10]]


def test_a_box_taller_than_a_page_is_cut():
    assert heights([splitting(8)]) == [[30], [30], [20]]
    assert heights([ROW, splitting(5)]) == [[10, 20], [30]]


def test_a_box_that_fits_a_page_is_not_cut():
    assert heights([ROW, splitting(3)]) == [[10], [30]]


def test_a_cut_box_starts_where_a_third_of_the_page_is_left():
    assert heights([ROW, ROW, replace(ROW, height=5.0), splitting(4)]) == [[10, 10, 5], [30], [10]]


@pytest.mark.parametrize(
    ("before", "wanted"),
    [(ROW, [[10, 5, 10], [30], [10]]), (Box(15.0, nothing), [[15], [5, 20], [30]])],
)
def test_a_head_does_not_stand_alone_above_a_row_taller_than_a_page(before: Box, wanted: list[list[float]]):
    head, row = replace(HEAD, keep=1, lead=1), replace(splitting(5), repeat=HEAD)
    assert heights([before, head, row]) == wanted


def test_a_head_leads_one_row_where_all_it_keeps_are_taller_than_a_page():
    row = Box(12.0, nothing, keep=1, repeat=HEAD)
    assert heights([Box(20.0, nothing), replace(HEAD, keep=3, lead=1), row, row, row]) == [[20], [5, 12], [5, 12, 12]]


def test_a_heading_leads_the_head_that_leads_its_row():
    heading, head = Box(4.0, nothing, keep=2, lead=1), replace(HEAD, keep=1, lead=1)
    row = replace(splitting(5), repeat=HEAD)
    assert heights([Box(15.0, nothing), heading, head, row]) == [[15], [4, 5, 20], [30]]


def test_a_box_drawn_otherwise_or_cut_keeps_its_outline_entries():
    entry = (Bookmark("签署页", 0),)
    other = replace(ROW, at_top=Box(20.0, nothing), bookmarks=entry)
    tall = replace(splitting(5), bookmarks=entry)
    for first in (other, tall):
        pages = paginate([first], 30.0)
        assert [box.bookmarks for _top, box in pages[0].placed] == [entry]
        assert sum(len(box.bookmarks) for page in pages for _top, box in page.placed) == 1
