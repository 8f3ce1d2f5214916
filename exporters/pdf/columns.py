"""How wide the columns of a table are: as asked where the page has room, never narrower than their longest word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

_READABLE = 0.86  # of the type size: columns are narrowed before type gets smaller than this
_STEPS = (1.0, 0.93, _READABLE, 0.8, 0.72, 0.64, 0.56, 0.5)
_WORD_LIMIT = 14.0  # em: what is longer (an address of a page) may be cut
_NARROWEST = 2.0  # em


@dataclass(frozen=True, slots=True)
class Widths:
    """The room inside each column, and how much smaller the type must be."""

    columns: tuple[float, ...]
    scale: float


def fit(asked: Sequence[float], words: Sequence[float], room: float, size: float) -> Widths:
    """Columns that fill `room`: in proportion to the widths asked for, each as wide as its longest word.

    `asked` and `words` are in points at the full type size.
    """
    needed = [_needed(word, size) for word in words]
    for scale in _STEPS:
        if sum(asked) * scale <= room and _hold(needed, scale, room):
            break
        if scale <= _READABLE and _hold(needed, scale, room):
            break
    return Widths(_shared(asked, [word * scale for word in needed], room), scale)


def _needed(word: float, size: float) -> float:
    return max(word if word <= _WORD_LIMIT * size else 0.0, _NARROWEST * size)


def _hold(needed: Sequence[float], scale: float, room: float) -> bool:
    return sum(needed) * scale <= room


def _shared(asked: Sequence[float], needed: Sequence[float], room: float) -> tuple[float, ...]:
    if sum(needed) >= room:
        return tuple(one * room / sum(needed) for one in needed)
    wide = [one * room / sum(asked) for one in asked]
    short = sum(max(0.0, need - have) for need, have in zip(needed, wide, strict=True))
    spare = sum(max(0.0, have - need) for need, have in zip(needed, wide, strict=True))
    given = short / spare if spare else 0.0
    return tuple(max(need, have - (have - need) * given) for need, have in zip(needed, wide, strict=True))
