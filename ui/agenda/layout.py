"""Where each item lies on the timeline: days as columns, parallel items side by side, parts inside their item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from models.rules.agenda_times import NIGHT_ENDS, Slot
from models.rules.timing import DAY

UNKNOWN = 15  # minutes drawn for an item whose length is not known
LEAST_GAP, MOST_GAP = 5, 4 * 60  # minutes between two items that are worth a word
OWN_SHARE = 0.34  # of its width that an item with parts keeps for its own words
MORNING, EVENING = 7 * 60, 19 * 60  # the hours a day shows at least
NEAR = 60  # minutes shown before the first and after the last item


@dataclass(frozen=True, slots=True)
class Block:
    """An item on the board: minutes since midnight of its column's day, and its share of the column's width."""

    item_id: int
    column: int
    begin: int
    end: int
    left: float
    right: float
    open_end: bool = False
    has_parts: bool = False


@dataclass(frozen=True, slots=True)
class Gap:
    """Minutes in which nothing is planned, behind an item."""

    after_id: int
    column: int
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Board:
    """Everything laid out. `tray` are the items without clock times, in their order."""

    days: tuple[date | None, ...]
    blocks: tuple[Block, ...]
    gaps: tuple[Gap, ...]
    tray: tuple[int, ...]
    first: int
    last: int

    def block_of(self, item_id: int) -> Block | None:
        """The block of an item, if it has a clock time."""
        return next((block for block in self.blocks if block.item_id == item_id), None)


EMPTY_BOARD = Board((None,), (), (), (), MORNING, EVENING)


def lay_out(slots: Sequence[Slot], meeting_days: Sequence[date], *, like: Board | None = None) -> Board:
    """The board of an agenda whose slots count for their effective days; `like` keeps its days and hours."""
    timed = [slot for slot in slots if slot.start is not None]
    days = like.days if like is not None else _days(timed, meeting_days)
    columns = {day: column for column, day in enumerate(days)}
    blocks: list[Block] = []
    known = {slot.id: slot for slot in timed}
    top = [slot for slot in timed if not _lies_inside(slot, known)]
    for day in days:
        _place([slot for slot in top if slot.day == day], timed, columns, (0.0, 1.0), blocks)
    tray = tuple(slot.id for slot in slots if slot.start is None)
    tops = {slot.id for slot in top}
    gaps = tuple(_gaps([block for block in blocks if block.item_id in tops]))
    hours = (like.first, like.last) if like is not None else _hours(blocks)
    return Board(days, tuple(blocks), gaps, tray, *hours)


def days_between(first: date | None, last: date | None) -> tuple[date, ...]:
    """The days of a meeting, both ends included; at most a fortnight."""
    if first is None:
        return ()
    count = (last - first).days + 1 if last and last > first else 1
    return tuple(first + timedelta(days=number) for number in range(min(count, 14)))


def as_time(minute: int) -> time:
    """The clock time of a minute since midnight, also past the next midnight."""
    return time(minute // 60 % 24, minute % 60)


def _days(timed: Iterable[Slot], meeting_days: Sequence[date]) -> tuple[date | None, ...]:
    named = {slot.day for slot in timed if slot.day is not None} | set(meeting_days)
    days: tuple[date | None, ...] = tuple(sorted(named))
    return (*days, None) if not days or any(slot.day is None for slot in timed) else days


def _lies_inside(slot: Slot, known: dict[int, Slot]) -> bool:
    """Whether it is drawn inside the item it is a part of."""
    parent = known.get(slot.parent_id or 0)
    return parent is not None and parent.day == slot.day and parent.id != slot.id


def _place(
    slots: list[Slot],
    timed: list[Slot],
    columns: dict[date | None, int],
    share: tuple[float, float],
    blocks: list[Block],
) -> None:
    """Add the blocks of siblings, then those of their parts, which lie on the right of them."""
    for cluster in _clusters(slots):
        lanes = _lanes(cluster)
        count = max(lanes.values()) + 1
        width = (share[1] - share[0]) / count
        for slot in cluster:
            left = share[0] + lanes[slot.id] * width
            parts = [part for part in timed if part.parent_id == slot.id and part.day == slot.day and part is not slot]
            begin, end = _span(slot)
            open_end = slot.minutes is None
            blocks.append(
                Block(slot.id, columns[slot.day], begin, end, left, left + width, open_end, has_parts=bool(parts))
            )
            if parts:
                _place(parts, timed, columns, (left + width * OWN_SHARE, left + width), blocks)


def _clusters(slots: list[Slot]) -> list[list[Slot]]:
    """Siblings that overlap, directly or through others, together."""
    clusters: list[list[Slot]] = []
    until = -1
    for slot in sorted(slots, key=lambda slot: (_span(slot), slot.id)):
        begin, end = _span(slot)
        if not clusters or begin >= until:
            clusters.append([])
        clusters[-1].append(slot)
        until = max(until, end)
    return clusters


def _lanes(cluster: list[Slot]) -> dict[int, int]:
    """The first lane that is free, for each."""
    ends: list[int] = []
    lanes = {}
    for slot in cluster:
        begin, end = _span(slot)
        lane = next((number for number, until in enumerate(ends) if until <= begin), len(ends))
        ends[lane : lane + 1] = [end]
        lanes[slot.id] = lane
    return lanes


def _gaps(blocks: list[Block]) -> Iterable[Gap]:
    for column in sorted({block.column for block in blocks}):
        before: Block | None = None
        for block in sorted((each for each in blocks if each.column == column), key=lambda each: each.begin):
            if before is not None and not before.open_end and LEAST_GAP <= block.begin - before.end <= MOST_GAP:
                yield Gap(before.item_id, column, before.end, block.begin)
            if before is None or block.end > before.end:
                before = block


def _hours(blocks: Sequence[Block]) -> tuple[int, int]:
    """The first and the last minute shown: full hours around the items."""
    begins = min((block.begin for block in blocks), default=MORNING + NEAR)
    ends = max((block.end for block in blocks), default=EVENING - NEAR)
    first = max(min(begins - NEAR, MORNING), 0) // 60 * 60
    last = min(max(ends + NEAR, EVENING), DAY + NIGHT_ENDS)
    return first, -(-last // 60) * 60


def _span(slot: Slot) -> tuple[int, int]:
    start = slot.start or time()
    begin = start.hour * 60 + start.minute
    return begin, begin + max(UNKNOWN if slot.minutes is None else slot.minutes, 1)
