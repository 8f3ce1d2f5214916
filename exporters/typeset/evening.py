"""Evens out lines: what one loose line lacks is taken from the lines before it.

A date or an amount that stays whole leaves a gap as wide as itself at the end of the line before. Spread over that line
alone it shows; shared by two to four lines it does not. Breaks of the last few lines are chosen anew, together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

_MOST_CHOICES = 6  # places looked at for each break
EVEN = 0.12  # of the em: what a line may stretch and not be seen to

Stretch = Callable[[int, int], float | None]  # of the line between two places; None where it does not fit
Back = Callable[[int, int], int]  # the last permitted place at or before this one; the second where there is none
_Way = tuple[float, float, tuple[int, ...]]  # the most any line is stretched, the sum of squares, the breaks


def evened(starts: Sequence[int], stop: int, stretch: Stretch, back: Back) -> tuple[float, list[int]]:
    """Where these lines, of which the last ends at `stop`, should begin, and how far the loosest is then stretched.

    The first keeps its place. As few lines are changed as make the last one even.
    """
    worst, best = stretch(starts[-1], stop) or 0.0, [*starts]
    for known in reversed(range(len(starts) - 1)):
        found = _shared(starts[known:], stop, stretch, back, worst)
        if found is not None:
            worst, best = found[0], [*starts[: known + 1], *found[2]]
        if worst <= EVEN:
            break
    return worst, best


def _shared(starts: Sequence[int], stop: int, stretch: Stretch, back: Back, limit: float) -> _Way | None:
    """The breaks between these lines that stretch the loosest of them least, and less than the limit."""
    reached: dict[int, _Way] = {starts[0]: (0.0, 0.0, ())}
    for before, present in pairwise(starts):
        chosen: dict[int, _Way] = {}
        for place in _choices(present, before, back):
            way = _best(reached, place, stretch, limit)
            if way is not None:
                chosen[place] = (way[0], way[1], (*way[2], place))
            elif chosen:
                break  # the places before this one make the line looser still
        reached = chosen
    return _best(reached, stop, stretch, limit)


def _best(reached: dict[int, _Way], stop: int, stretch: Stretch, limit: float) -> _Way | None:
    """The best way to a line that ends here, from any of the places reached."""
    best: _Way | None = None
    for start, (most, total, path) in reached.items():
        more = stretch(start, stop) if start < stop else None
        if more is None or more >= limit:
            continue
        way = (max(most, more), total + more * more, path)
        if best is None or way < best:
            best = way
    return best


def _choices(present: int, start: int, back: Back) -> Iterator[int]:
    """Where a line that ends here now may end: this and the places before it."""
    place = present
    for _choice in range(_MOST_CHOICES):
        if place <= start:
            return
        yield place
        place = back(place - 1, start)
