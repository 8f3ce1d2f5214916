"""Where pages must end by hand, so that Excel tears no short table from its heading or in two."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.xlsx.columns import LARGE_WIDTH, PAGE_WIDTHS

PAGE_HEIGHTS = {False: 734.0, True: 487.0}  # points between the margins of A4 upright and on its side
LARGE_HEIGHT = 734.0  # of A3 on its side
SAFETY = 0.97  # printers differ a little in what they leave free

Stretch = tuple[int, int]  # first and last row, counted from 1


def page_room(widths: Sequence[float], *, landscape: bool, large: bool = False) -> float:
    """Points of rows that fit on a page: a sheet wider than the page is printed smaller, and holds more."""
    width, height = (LARGE_WIDTH, LARGE_HEIGHT) if large else (PAGE_WIDTHS[landscape], PAGE_HEIGHTS[landscape])
    return height * max(sum(widths) / width, 1.0) * SAFETY


def rows_before_breaks(heights: Sequence[float], kept: Sequence[Stretch], room: float) -> list[int]:
    """The rows behind which a page ends, so that each stretch stands on one; longer ones than a page are not kept."""
    ends = dict(kept)
    used, found = 0.0, []
    for row, height in enumerate(heights, start=1):
        need = sum(heights[row - 1 : ends[row]]) if row in ends else height
        if used and used + (need if need <= room else height) > room:
            used = 0.0
            if row in ends:
                found.append(row - 1)
        used += height
    return found
