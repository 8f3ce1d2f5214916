"""The order of sibling rows: what every drag, Alt+Up and insertion comes down to."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Protocol, TypeVar


class Placed(Protocol):
    """A row with a place among its siblings."""

    id: int
    position: int


Row = TypeVar("Row", bound=Placed)


def number(rows: Sequence[Placed]) -> None:
    """Give the rows the places 0, 1, 2 … in the order given; those that stay keep their stored image."""
    for place, row in enumerate(rows):
        if row.position != place:
            row.position = place


def moved_before(rows: Sequence[Row], ids: Collection[int], before_id: int | None) -> list[Row]:
    """The rows with those of `ids` together in front of the row `before_id`, in their own order; None: at the end.

    A row that is not there, or is itself moved, stands for the next one that stays.
    """
    kept = [row for row in rows if row.id not in ids]
    moved = [row for row in rows if row.id in ids]
    following = [row.id for row in rows]
    start = following.index(before_id) if before_id in following else len(rows)
    target = next((row for row in rows[start:] if row.id not in ids), None)
    at = kept.index(target) if target is not None else len(kept)
    return kept[:at] + moved + kept[at:]
