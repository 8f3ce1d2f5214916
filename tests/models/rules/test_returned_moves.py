"""Clauses that stand elsewhere: in another order, below another clause."""

from __future__ import annotations

import pytest

from models.rules.returned_moves import Move, moves
from models.sent_texts import SentClause

FIRST, SECOND, THIRD = (SentClause(number, None, f"第{number}条") for number in (1, 2, 3))
ITEM, OTHER = SentClause(11, 1, "（一）"), SentClause(12, 1, "（二）")
CLAUSES = (FIRST, ITEM, OTHER, SECOND, THIRD)
HERE = (1, 11, 12, 2, 3)


@pytest.mark.parametrize(
    ("now", "here", "found"),
    [
        (HERE, HERE, []),
        ((1, 12, 11, 2, 3), HERE, [Move(ITEM)]),
        ((3, 1, 11, 12, 2), HERE, [Move(THIRD, FIRST)]),
        ((2, 3, 1, 11, 12), HERE, [Move(FIRST)]),
        ((1, 12, 2, 11, 3), HERE, [Move(ITEM, None, SECOND)]),
        ((1, 2, 12, 11, 3), HERE, [Move(OTHER, ITEM, SECOND), Move(ITEM, None, SECOND)]),
        ((1, 12, 2, 11, 3), (1, 12, 2, 11, 3), []),
        ((3, 1, 11, 12, 2), (3, 1, 11, 12, 2), []),
        ((11, 12, 2, 3), HERE, []),
        ((), HERE, []),
    ],
)
def test_moves(now: tuple[int, ...], here: tuple[int, ...], found: list[Move]):
    assert list(moves(CLAUSES, now, here)) == found
