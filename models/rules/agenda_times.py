"""What happens to the clock times of an agenda when one item is moved or stretched, and others are pushed along.

The same functions draw a drag on screen and store it. A slot without a start has no time yet and is never pushed.
Items are pushed among their siblings, on the same day and into the night after it; parts go with the item they
belong to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Protocol

from models.codes import DatePrecision
from models.rules.timing import DAY, LONGEST

NIGHT_ENDS = 6 * 60  # what begins before six belongs to the night of the day before, when it is pushed


@dataclass(frozen=True, slots=True)
class Slot:
    """An item's place in time. `day` is the day it counts for: its own, or the one it inherits."""

    id: int
    parent_id: int | None
    day: date | None
    start: time | None
    minutes: int | None


Slots = Mapping[int, Slot]


class Dated(Protocol):
    """An item of an agenda, stored or frozen."""

    @property
    def id(self) -> int:
        """What it is known by."""

    @property
    def parent_id(self) -> int | None:
        """The item it is a part of."""

    @property
    def day(self) -> date | None:
        """Its own day, if it has one."""


def moved(slots: Iterable[Slot], item_id: int, *, day: date | None, start: time | None, push: bool = False) -> Slots:
    """The slots that differ when an item gets another start; without one it and its parts lose their clock times."""
    known = {slot.id: slot for slot in slots}
    item = known[item_id]
    if start is None and item.start is None:
        return _changed(known, {item_id: replace(item, day=day)})
    if start is None:
        below = {part.id: replace(part, start=None) for part in _parts(known, item_id)}
        return _changed(known, {**below, item_id: replace(item, day=day, start=None)})
    new = replace(item, day=day, start=start)
    delta = _between(item, new)
    if delta is None:
        return _changed(known, {item_id: new})
    with_it = [*_parts(known, item_id)]
    if push and abs(delta) < DAY and item.day == day:
        with_it += _with_parts(known, followers(known.values(), item))
    return _changed(known, {item_id: new} | {slot.id: shifted(slot, delta) for slot in with_it})


def stretched(slots: Iterable[Slot], item_id: int, *, minutes: int | None, push: bool = False) -> Slots:
    """The slots that differ when an item takes another time; with `push` what follows moves by the difference."""
    known = {slot.id: slot for slot in slots}
    item = known[item_id]
    changed = {item_id: replace(item, minutes=minutes)}
    if push and minutes is not None and item.minutes is not None:
        by = minutes - item.minutes
        changed |= {slot.id: shifted(slot, by) for slot in _with_parts(known, followers(known.values(), item))}
    return _changed(known, changed)


def begun(slots: Iterable[Slot], item_id: int, *, start: time) -> Slots:
    """The slots that differ when an item begins at another time and ends when it did: its upper edge was drawn."""
    known = {slot.id: slot for slot in slots}
    item = known[item_id]
    by = _between(item, replace(item, start=start))
    if by is None or item.minutes is None or by >= item.minutes:
        return {}
    return _changed(known, {item_id: replace(item, start=start, minutes=item.minutes - by)})


def followers(slots: Iterable[Slot], item: Slot) -> list[Slot]:
    """The siblings that begin when the item is over or later, until the end of its day and the night after."""
    if item.start is None:
        return []
    begins = _minute(item.start)
    ends = begins + (item.minutes or 0)
    found = []
    for slot in slots:
        at = _from_day(slot, item.day)
        if slot.id != item.id and slot.parent_id == item.parent_id and at is not None and at >= ends and at > begins:
            found.append(slot)
    return found


def first_from(slots: Iterable[Slot], item: Slot, minutes: int = 0) -> Slot | None:
    """The first sibling on the item's day that begins so many minutes after it, or later."""
    if item.start is None:
        return None
    least = _minute(item.start) + minutes
    found = [
        (at, slot.id, slot)
        for slot in slots
        if slot.id != item.id
        and slot.parent_id == item.parent_id
        and (at := _from_day(slot, item.day)) is not None
        and at >= least
    ]
    return min(found)[2] if found else None


def moment(slot: Slot) -> datetime:
    """When a slot begins, to compare it with others; midnight where that is not known."""
    return datetime.combine(slot.day or date.min, slot.start or time())


def is_in_time(siblings: Sequence[Slot], slot: Slot) -> bool:
    """Whether a slot already stands between what begins before it and what begins after it."""
    place = siblings.index(slot)
    earlier = [moment(each) for each in siblings[:place] if each.start is not None]
    following = [moment(each) for each in siblings[place + 1 :] if each.start is not None]
    return all(each <= moment(slot) for each in earlier) and all(each >= moment(slot) for each in following)


def days_of(items: Iterable[Dated], first: date | None) -> dict[int, date | None]:
    """The day each item counts for: its own, else its parent's, else that of the item before, else the first day.

    The items come in their order, each before its parts.
    """
    days: dict[int, date | None] = {}
    last = first
    for item in items:
        inherited = days.get(item.parent_id) if item.parent_id is not None else None
        last = item.day or inherited or last
        days[item.id] = last
    return days


def first_day(starts_on: date | None, precision: DatePrecision) -> date | None:
    """The first day of a meeting, where it is known to the day."""
    return starts_on if precision in (DatePrecision.DAY, DatePrecision.YEAR_INFERRED) else None


def shifted(slot: Slot, minutes: int) -> Slot:
    """The slot so many minutes later, past midnight into another day; without a day the clock just goes round."""
    if slot.start is None:
        return slot
    by = timedelta(minutes=max(min(minutes, LONGEST), -LONGEST))
    moment = datetime.combine(slot.day or date(2000, 1, 2), slot.start) + by
    return replace(slot, day=moment.date() if slot.day else None, start=moment.time())


def relaid(before: Sequence[Slot], order: Sequence[int]) -> Slots:
    """The slots that differ when siblings in a row change places: each takes up where the one before it ends.

    The first begins when the first did, and the pauses stay where they were. Nothing changes where a slot has no time,
    where they lie on several days, or where two run side by side: there an order says nothing about the clock.
    """
    known = {slot.id: slot for slot in before}
    pauses = list(_pauses(before))
    if None in pauses or len({slot.day for slot in before}) != 1 or not before:
        return {}
    at, changed = before[0].start, {}
    for slot_id, pause in zip(order, [*pauses, 0], strict=True):
        new = replace(known[slot_id], start=at, day=before[0].day)
        changed[slot_id] = new
        at = shifted(new, (new.minutes or 0) + (pause or 0)).start
    return _changed(known, changed)


def in_turn(slots: Iterable[Slot], usual: Mapping[int, int], *, first: time) -> Slots:
    """The slots that differ when every item without a clock time begins where the one before it ends.

    The items come in their order, each before its parts. A part begins with its item; the first item of a day, where
    nothing comes before it, at `first`. An item whose length is not known takes its usual minutes.
    """
    changed: dict[int, Slot] = {}
    known: dict[int, Slot] = {}
    ends: dict[tuple[int | None, date | None], Slot] = {}  # where each level has come to, day by day
    for slot in slots:
        level, parent = (slot.parent_id, slot.day), known.get(slot.parent_id or 0)
        new = slot
        if slot.start is None:
            begins = ends.get(level) or (parent if parent is not None and parent.day == slot.day else None)
            minutes = slot.minutes if slot.minutes is not None else usual[slot.id]
            new = replace(slot, start=begins.start if begins and begins.start else first, minutes=minutes)
            new = replace(new, day=begins.day) if begins else new
            changed[slot.id] = new
        known[slot.id] = new
        ends[level] = shifted(new, new.minutes or 0)
    return changed


def shared_minutes(slots: Iterable[Slot]) -> dict[int, int]:
    """For parts of unknown length: what their item has left, in equal whole minutes, at least one."""
    known = {slot.id: slot for slot in slots}
    shares: dict[int, int] = {}
    for slot in known.values():
        parts = [part for part in known.values() if part.parent_id == slot.id]
        open_ones = [part.id for part in parts if part.minutes is None]
        if slot.minutes is not None and open_ones:
            left = slot.minutes - sum(part.minutes or 0 for part in parts)
            shares |= dict.fromkeys(open_ones, max(left // len(open_ones), 1))
    return shares


def place_in_time(siblings: Sequence[Slot], slot: Slot) -> int | None:
    """The id of the sibling in front of which a slot belongs by the clock; None: at the end."""
    if slot.start is None:
        return None
    for sibling in siblings:
        at = _from_day(sibling, slot.day, night=False)
        is_later = at is not None and at > _minute(slot.start)
        next_day = slot.day is not None and sibling.day is not None and sibling.day > slot.day
        if sibling.id != slot.id and (is_later or next_day):
            return sibling.id
    return None


def _pauses(slots: Sequence[Slot]) -> Iterator[int | None]:
    """The minutes between each slot and the next; None where they are not known or negative."""
    for slot, following in pairwise(slots):
        if slot.start is None or following.start is None or slot.minutes is None or following.minutes is None:
            yield None
            continue
        pause = _minute(following.start) - _minute(slot.start) - slot.minutes
        yield pause if pause >= 0 else None


def _between(old: Slot, new: Slot) -> int | None:
    """How many minutes later the new slot begins; None where either has no time, or only one a day."""
    if old.start is None or new.start is None or (old.day is None) != (new.day is None):
        return None
    days = (new.day - old.day).days if old.day and new.day else 0
    return days * DAY + _minute(new.start) - _minute(old.start)


def _from_day(slot: Slot, day: date | None, *, night: bool = True) -> int | None:
    """The slot's start in minutes since midnight of a day; None where it lies on another day."""
    if slot.start is None:
        return None
    if slot.day == day:
        return _minute(slot.start)
    if night and day and slot.day == day + timedelta(days=1) and _minute(slot.start) < NIGHT_ENDS:
        return DAY + _minute(slot.start)
    return None


def _parts(known: Mapping[int, Slot], item_id: int) -> Iterator[Slot]:
    for slot in known.values():
        if slot.parent_id == item_id and slot.id != item_id:
            yield slot
            yield from _parts(known, slot.id)


def _with_parts(known: Mapping[int, Slot], slots: Iterable[Slot]) -> Iterator[Slot]:
    for slot in slots:
        yield slot
        yield from _parts(known, slot.id)


def _changed(known: Mapping[int, Slot], slots: Slots) -> Slots:
    return {slot_id: slot for slot_id, slot in slots.items() if slot != known[slot_id]}


def _minute(moment: time) -> int:
    return moment.hour * 60 + moment.minute
