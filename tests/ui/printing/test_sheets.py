"""Which page goes on which side of which sheet, and where on the paper it lies."""

from __future__ import annotations

import pytest

from ui.printing.sheets import Placed, in_order, paper_for, place

A4, A4_LYING, A3, LETTER = (595.28, 841.89), (841.89, 595.28), (841.89, 1190.55), (612.0, 792.0)


@pytest.mark.parametrize(
    ("copies", "collate", "duplex", "sides"),
    [
        (1, True, True, (0, 1, 2)),
        (2, True, False, (0, 1, 2, 0, 1, 2)),
        (2, True, True, (0, 1, 2, None, 0, 1, 2, None)),
        (2, False, False, (0, 0, 1, 1, 2, 2)),
        (2, False, True, (0, 1, 0, 1, 2, None, 2, None)),
    ],
)
def test_each_copy_begins_on_a_front(copies: int, collate: bool, duplex: bool, sides: tuple[int | None, ...]):
    assert in_order((0, 1, 2), copies, collate=collate, duplex=duplex) == sides


@pytest.mark.parametrize(
    ("page", "offered", "paper"),
    [
        (A4_LYING, (), A4),
        (A4, (A3, (594.0, 843.0)), (594.0, 843.0)),
        (A4, (LETTER, A3), A3),
        (A3, (A4, LETTER), None),
    ],
)
def test_a_page_gets_the_smallest_paper_that_holds_it(page, offered, paper):
    assert paper_for(page, offered) == paper


def test_a_page_of_the_size_of_its_paper_fills_it():
    assert place(A4, A4, landscape=False) == Placed(A4, 0, 0, turned=False)


def test_a_lying_page_is_turned_on_paper_that_is_fed_upright():
    assert place(A4_LYING, A4, landscape=False) == Placed(A4, 0, 0, turned=True)
    assert place(A4_LYING, A4, landscape=True) == Placed(A4, 0, 0, turned=False)


def test_a_page_on_larger_paper_lies_in_its_middle_at_its_own_size():
    placed = place((100.0, 200.0), (300.0, 500.0), landscape=False)
    assert placed == Placed((300.0, 500.0), 100, 150, turned=False)
