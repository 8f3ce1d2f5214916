"""Which letters of a text stand in another, in bounded time: a hostile text may repeat one letter without end."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher

MOST_WORK = 4_000_000  # pairs of places looked at; beyond it what lies between the same ends counts as replaced

Opcode = tuple[str, int, int, int, int]


def opcodes(before: Sequence[Hashable], after: Sequence[Hashable]) -> Iterator[Opcode]:
    """As `SequenceMatcher.get_opcodes`."""
    start = _same_start(before, after)
    end = _same_start(before[start:][::-1], after[start:][::-1])
    if start:
        yield "equal", 0, start, 0, start
    old, new = before[start : len(before) - end], after[start : len(after) - end]
    for tag, a, b, c, d in _between(old, new):
        yield tag, a + start, b + start, c + start, d + start
    if end:
        yield "equal", len(before) - end, len(before), len(after) - end, len(after)


def _same_start(one: Sequence[Hashable], other: Sequence[Hashable]) -> int:
    length = min(len(one), len(other))
    return next((place for place in range(length) if one[place] != other[place]), length)


def _between(old: Sequence[Hashable], new: Sequence[Hashable]) -> Sequence[Opcode]:
    if old and new and len(old) * len(new) <= MOST_WORK:
        return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    tag = "replace" if old and new else "delete" if old else "insert"
    return [(tag, 0, len(old), 0, len(new))] if old or new else []
