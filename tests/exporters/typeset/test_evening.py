"""Lines share what one of them lacks: breaks of the last few are chosen anew."""

from __future__ import annotations

from exporters.typeset.evening import EVEN, evened

WIDTH = 10


def stretch(start: int, stop: int) -> float | None:
    """Of a line of one-unit characters, ten to a line."""
    return None if stop - start > WIDTH else (WIDTH - (stop - start)) / 20


def anywhere(place: int, least: int) -> int:
    return max(place, least)


def test_one_line_before_takes_half() -> None:
    worst, starts = evened([0, 10], 16, stretch, anywhere)
    assert (worst, starts) == (0.1, [0, 8])
    assert worst <= EVEN


def test_more_lines_are_changed_only_where_one_is_not_enough() -> None:
    worst, starts = evened([0, 10, 20], 24, stretch, anywhere)
    assert (worst, starts) == (0.1, [0, 8, 16])


def test_a_first_line_keeps_what_it_is() -> None:
    assert evened([0], 6, stretch, anywhere) == (0.2, [0])


def test_places_where_no_line_may_end_are_not_chosen() -> None:
    def back(place: int, least: int) -> int:
        return max((one for one in (5, 9) if one <= place), default=least)

    assert evened([0, 10], 16, stretch, back) == (0.15, [0, 9])


def test_nothing_changes_where_nothing_is_better() -> None:
    assert evened([0, 10], 16, stretch, lambda _place, least: least) == (0.2, [0, 10])
