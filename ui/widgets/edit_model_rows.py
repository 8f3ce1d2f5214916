"""Which lines of a table go and come when its rows change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def gone_spans(ids: Sequence[int], kept: set[int]) -> list[tuple[int, int]]:
    """First and last line of each run that goes, from the end, so that earlier places stay true."""
    return list(reversed(list(runs(place for place, row_id in enumerate(ids) if row_id not in kept))))


def new_spans(ids: Sequence[int], present: set[int]) -> list[tuple[int, int]]:
    """First and last line of each run that comes, from the start."""
    return list(runs(place for place, row_id in enumerate(ids) if row_id not in present))


def runs(places: Iterable[int]) -> Iterable[tuple[int, int]]:
    """First and last of each run of places that follow one another."""
    first = last = -2
    for place in places:
        if place != last + 1:
            if first >= 0:
                yield first, last
            first = place
        last = place
    if first >= 0:
        yield first, last
