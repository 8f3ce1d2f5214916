"""Formats of cards, how many a sheet holds, and in which order they are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exporters.blocks import Card, Cards
from exporters.card_formats import CardFormat, CardGrid, find_format, format_keys, grid_of, sheet_order
from models.errors import KnownError

ONE = (Card("王明"),)


def test_the_first_format_of_a_kind_is_the_usual_one():
    assert format_keys("table") == ("a4-folded", "tri-fold", "200x100", "210x140")
    assert format_keys("badge") == ("90x130", "70x100", "90x54")
    assert find_format("", "table") == CardFormat("a4-folded", "table", 297, 105, faces=2)
    assert find_format("", "badge") == CardFormat("90x130", "badge", 90, 130)


@pytest.mark.parametrize("text", ["180x90", "180X90", " 180 × 90 ", "180*90"])
def test_a_size_of_ones_own_is_a_format(text: str):
    assert find_format(text, "table") == CardFormat(text, "table", 180, 90, faces=2)
    assert find_format(text, "table", faces=1).faces == find_format(text, "badge").faces == 1


@pytest.mark.parametrize("text", ["A5", "90x", "39x100", "100x24", "1000x100", "-90x90", "90x130x2", "200x100"])
def test_what_is_no_format_of_badges_is_refused(text: str):
    if text == "200x100":
        assert find_format(text, "badge") == CardFormat(text, "badge", 200, 100)
        return
    with pytest.raises(KnownError) as caught:
        find_format(text, "badge")
    assert (caught.value.code, caught.value.values["known"]) == ("unknown_card_format", "90x130, 70x100, 90x54")


@pytest.mark.parametrize(
    ("cards", "grid"),
    [
        (Cards(ONE, 297, 105, 2), CardGrid(True, 1, 1, 0, 0, 297, 210)),
        (Cards(ONE, 210, 95, 2, 95, 12), CardGrid(False, 1, 1, 0, 0, 210, 297)),
        (Cards(ONE, 210, 140, 2), CardGrid(False, 1, 1, 0, 0, 210, 280)),
        (Cards(ONE, 200, 100, 2), CardGrid(False, 1, 1, 5, 48.5, 200, 200)),
        (Cards(ONE, 200, 100), CardGrid(False, 1, 2, 5, 48.5, 200, 100)),
        (Cards(ONE, 90, 130), CardGrid(False, 2, 2, 15, 18.5, 90, 130)),
        (Cards(ONE, 70, 100), CardGrid(True, 4, 2, 8.5, 5, 70, 100)),
        (Cards(ONE, 90, 54), CardGrid(False, 2, 5, 15, 13.5, 90, 54)),
    ],
)
def test_cards_lie_in_the_middle_of_the_sheet_that_holds_most(cards: Cards, grid: CardGrid):
    assert grid_of(cards) == grid


def test_a_card_larger_than_the_sheet_is_refused():
    with pytest.raises(KnownError, match="card_too_large"):
        grid_of(Cards(ONE, 290, 150, 2))
    assert grid_of(Cards(ONE, 290, 150)).landscape


def test_seven_cards_two_a_sheet():
    assert sheet_order(7, 2) == [[0, 4], [1, 5], [2, 6], [3]]


@given(st.integers(0, 300), st.integers(1, 12))
def test_the_piles_of_a_cut_on_one_another_are_in_order(count: int, places: int):
    sheets = sheet_order(count, places)
    piles = [[sheet[place] for sheet in sheets if place < len(sheet)] for place in range(places)]
    assert [number for pile in piles for number in pile] == list(range(count))
    assert len(sheets) == -(-count // places)
