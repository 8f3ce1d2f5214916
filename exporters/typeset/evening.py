"""Evens out lines: what one loose line lacks is taken from the lines before it.

A date or an amount that stays whole leaves a gap as wide as itself at the end of the line before. Spread over that line
alone it shows; shared by two to four lines it does not. Breaks of the last few lines are chosen anew, together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
        found = _shared(starts[known:], stop, stretch, back)
        if found is not None and found[0] < worst:
            worst, best = found[0], [*starts[: known + 1], *found[2]]
        if worst <= EVEN:
            break
    return worst, best


def _shared(starts: Sequence[int], stop: int, stretch: Stretch, back: Back) -> _Way | None:
    """The breaks between these lines that stretch the loosest of them least."""
    reached: dict[int, _Way] = {starts[0]: (0.0, 0.0, ())}
    for before, present in pairwise(starts):
        ways = ((place, _best(reached, place, stretch)) for place in _choices(present, before, back))
        reached = {place: (way[0], way[1], (*way[2], place)) for place, way in ways if way is not None}
    return _best(reached, stop, stretch)


def _best(reached: dict[int, _Way], stop: int, stretch: Stretch) -> _Way | None:
    """The best way to a line that ends here, from any of the places reached."""
    ways = [
        (max(most, more), total + more * more, path)
        for start, (most, total, path) in reached.items()
        if start < stop and (more := stretch(start, stop)) is not None
    ]
    return min(ways, default=None)


def _choices(present: int, start: int, back: Back) -> list[int]:
    """Where a line that ends here now may end, this and the places before it."""
    places = [present]
    while len(places) < _MOST_CHOICES and (place := back(places[-1] - 1, start)) > start:
        places.append(place)
    return places
