"""Seat numbers of passengers."""

from __future__ import annotations

import pytest

from models.rules.seat_numbers import seats_taken


@pytest.mark.parametrize(
    ("stored", "seats"), [([], []), ([0, 1], [0, 1]), ([0, 0, 1], [0, 1, 2]), ([5, 2], [5, 2]), ([-1, 0], [0, 1])]
)
def test_stored_seats_are_read_without_doubles(stored: list[int], seats: list[int]) -> None:
    assert seats_taken(stored) == seats
