"""Seats of a vehicle as numbers from 0, in the order of honor."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count


def seats_taken(positions: Iterable[int]) -> list[int]:
    """The seat each passenger has, in stored order: their own, or the next free one where two have the same."""
    taken: list[int] = []
    for position in positions:
        wanted = max(position, 0)
        taken.append(wanted if wanted not in taken else next(seat for seat in count(wanted) if seat not in taken))
    return taken
