"""Orders of siblings after a move."""

from __future__ import annotations

from collections.abc import Collection
from types import SimpleNamespace

import pytest

from models.actions.row_order import moved_before, number


def rows(*positions: int) -> list[SimpleNamespace]:
    """Rows with the ids 1, 2, 3 …"""
    return [SimpleNamespace(id=row_id, position=position) for row_id, position in enumerate(positions, 1)]


@pytest.mark.parametrize(
    ("ids", "before", "order"),
    [
        ({1}, None, [2, 3, 4, 1]),
        ({4}, 1, [4, 1, 2, 3]),
        ({1, 3}, 4, [2, 1, 3, 4]),
        ({2}, 2, [1, 2, 3, 4]),
        ({2, 3}, 3, [1, 2, 3, 4]),
        ({1}, 99, [2, 3, 4, 1]),
        ((), 1, [1, 2, 3, 4]),
        ({99}, 1, [1, 2, 3, 4]),
    ],
)
def test_rows_move_together_in_front_of_another(ids: Collection[int], before: int | None, order: list[int]) -> None:
    assert [row.id for row in moved_before(rows(0, 1, 2, 3), ids, before)] == order


def test_places_are_counted_anew_from_zero() -> None:
    counted = rows(7, 7, 2)
    number(counted)
    assert [row.position for row in counted] == [0, 1, 2]
