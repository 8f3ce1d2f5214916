"""Pages end by hand only where Excel would tear a short table."""

from __future__ import annotations

import pytest

from exporters.xlsx.page_breaks import Stretch, page_room, rows_before_breaks


def test_a_sheet_wider_than_the_page_is_printed_smaller_and_holds_more() -> None:
    assert page_room((40.0, 45.0), landscape=False) == pytest.approx(734 * 0.97)
    assert page_room((170.0,), landscape=False) == pytest.approx(2 * 734 * 0.97)
    assert page_room((63.0, 63.0), landscape=True) == pytest.approx(487 * 0.97)


@pytest.mark.parametrize(
    ("heights", "kept", "breaks"),
    [
        ([10] * 5, [(4, 5)], []),  # all fits
        ([40, 40, 10, 10, 10], [(3, 5)], [2]),  # heading and table go to the next page
        ([40, 40, 10, 60, 60], [(3, 5)], []),  # taller than a page: Excel breaks it
        ([60, 60, 30, 30], [(3, 4)], [2]),  # the second row has begun a page by itself
        ([60, 60, 20, 20], [(3, 4)], []),
        ([50, 60, 60], [(2, 2), (3, 3)], [1, 2]),
        ([100, 100], [(1, 1)], []),  # never before the first row
        ([], [], []),
    ],
)
def test_stretches_stand_on_one_page(heights: list[float], kept: list[Stretch], breaks: list[int]) -> None:
    assert rows_before_breaks(heights, kept, 100.0) == breaks
