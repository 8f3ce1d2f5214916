"""Edits the agenda: items that come, go, move and take longer. Every function is one part of one undo step."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of, set_fields
from models.actions.row_order import moved_before, number
from models.codes import AgendaKind
from models.records import AgendaItem, AgendaPresenter, CueLine, Fact, Meeting, PlaqueAward, SigningRound
from models.rules import agenda_times
from models.rules.agenda_kinds import usual_minutes
from models.rules.agenda_times import Slot, Slots
from models.rules.timing import later
from models.snapshots.order import parents_first

KIND = "agenda_item"
_COPIED_NOT = frozenset({"id", "version", "created_at", "updated_at", "agenda_item_id", "parent_id", "position"})


def add_item(
    session: Session,
    meeting_id: int,
    *,
    kind: AgendaKind = AgendaKind.EXCHANGE,
    title_zh: str = "",
    title_en: str = "",
    day: date | None = None,
    start: time | None = None,
    minutes: int | None = None,
    parent_id: int | None = None,
    after_id: int | None = None,
    push: bool = False,
) -> int:
    """A new item; returns its id.

    With `after_id` it stands behind that item, on its level, and begins when it ends, where that is known and no start
    is given; with `push` what follows then makes room. A start puts it where it belongs by the clock.
    """
    before = item_of(session, after_id) if after_id is not None else None
    if before is not None and start is None:
        day, start, parent_id = before.day, later(before.start, before.minutes), before.parent_id
    item = AgendaItem(meeting_id=meeting_id, parent_id=parent_id, day=day, start=start, minutes=minutes, kind=kind)
    item.title_zh, item.title_en = title_zh.strip(), title_en.strip()
    siblings = siblings_of(session, meeting_id, parent_id)
    item.position = len(siblings)
    session.add(item)
    session.flush()
    if before is None or before not in siblings:
        put_in_time(session, [item.id])
    else:
        place = siblings.index(before) + 1
        number([*siblings[:place], item, *siblings[place:]])
        _make_room(session, item, push)
    return item.id


def duplicate_items(session: Session, item_ids: Collection[int]) -> tuple[int, ...]:
    """Copies of items with their presenters and parts, each behind its original; returns their ids."""
    made = []
    for item in topmost(session, item_ids):
        copy = _copy_tree(session, item, item.parent_id)
        siblings = [each for each in siblings_of(session, item.meeting_id, item.parent_id) if each is not copy]
        place = siblings.index(item) + 1
        number([*siblings[:place], copy, *siblings[place:]])
        made.append(copy.id)
    return tuple(made)


def delete_items(session: Session, item_ids: Collection[int]) -> None:
    """Delete items with their parts. What names them (rounds, plaques, cue lines, facts) stays, without the item."""
    for item in topmost(session, item_ids):
        doomed = [item, *_below(session, item)]
        for each in doomed:
            _unlink(session, each)
        siblings = [each for each in siblings_of(session, item.meeting_id, item.parent_id) if each is not item]
        for each in reversed(doomed):
            session.delete(each)
        session.flush()
        number(siblings)


def move_item(
    session: Session,
    item_id: int,
    *,
    day: date | None,
    start: time | None,
    push: bool = False,
    expected: Mapping[str, Any] | None = None,
) -> None:
    """Give an item another start; its parts go with it, with `push` also what follows on that day.

    None as the start takes the clock times away. KnownError: record_gone, changed_meanwhile.
    """
    item = item_of(session, item_id)
    slots = agenda_slots(session, item.meeting_id)
    inherited = next(slot.day for slot in slots if slot.id == item_id) if day is None and item.day is None else day
    changed = agenda_times.moved(slots, item_id, day=inherited, start=start, push=push)
    set_fields(session, KIND, item_id, {"day": day, "start": start}, expected=expected)
    store_times(session, slots, changed)
    put_in_time(session, changed)


def stretch_item(
    session: Session,
    item_id: int,
    *,
    minutes: int | None,
    push: bool = False,
    expected: Mapping[str, Any] | None = None,
) -> None:
    """Let an item take another time; with `push` what follows moves by the difference."""
    if minutes is not None and minutes < 0:
        raise ValueError("an item cannot take less than no time")
    slots = agenda_slots(session, item_of(session, item_id).meeting_id)
    changed = agenda_times.stretched(slots, item_id, minutes=minutes, push=push)
    set_fields(session, KIND, item_id, {"minutes": minutes}, expected=expected)
    store_times(session, slots, changed)


def set_item_field(session: Session, item_id: int, column: str, value: Any, *, before: Any, push: bool = False) -> None:
    """One column of an item; its day, start and minutes move its parts too, and what follows.

    KnownError: record_gone, changed_meanwhile.
    """
    item = item_of(session, item_id)
    if column == "minutes":
        stretch_item(session, item_id, minutes=value, push=push, expected={column: before})
    elif column in ("day", "start"):
        times = {"day": item.day, "start": item.start} | {column: value}
        move_item(session, item_id, **times, push=push, expected={column: before})
    else:
        set_fields(session, KIND, item_id, {column: value}, expected={column: before})


def begin_item(session: Session, item_id: int, *, start: time) -> None:
    """Let an item begin at another time and end when it did."""
    slots = agenda_slots(session, item_of(session, item_id).meeting_id)
    changed = agenda_times.begun(slots, item_id, start=start)
    store_times(session, slots, changed)
    put_in_time(session, changed)


def close_gap(session: Session, item_id: int) -> None:
    """Let what follows an item begin when it ends; the pauses behind stay."""
    slots = agenda_slots(session, item_of(session, item_id).meeting_id)
    slot = next(each for each in slots if each.id == item_id)
    if slot.start is None or slot.minutes is None:
        return
    after, end = agenda_times.first_from(slots, slot, slot.minutes), agenda_times.shifted(slot, slot.minutes)
    if after is not None:
        store_times(session, slots, agenda_times.moved(slots, after.id, day=after.day, start=end.start, push=True))


def time_in_turn(session: Session, meeting_id: int, *, first: time) -> None:
    """Give every item without a clock time one: each begins where the one before it ends, the first at `first`."""
    slots = agenda_slots(session, meeting_id)
    usual = {item.id: usual_minutes(item.kind) for item in items_of(session, meeting_id)}
    usual |= agenda_times.shared_minutes(slots)
    store_times(session, slots, agenda_times.in_turn(slots, usual, first=first))


# What the others of the agenda share


def item_of(session: Session, item_id: int) -> AgendaItem:
    """The item. KnownError: record_gone."""
    item = record_of(session, KIND, item_id)
    assert isinstance(item, AgendaItem)
    return item


def items_of(session: Session, meeting_id: int) -> list[AgendaItem]:
    """All items of a meeting in their order, each before its parts."""
    query = select(AgendaItem).where(AgendaItem.meeting_id == meeting_id).order_by(AgendaItem.position, AgendaItem.id)
    return parents_first(list(session.scalars(query)))


def siblings_of(session: Session, meeting_id: int, parent_id: int | None) -> list[AgendaItem]:
    """The items on one level in their order."""
    return [item for item in items_of(session, meeting_id) if item.parent_id == parent_id]


def agenda_slots(session: Session, meeting_id: int) -> list[Slot]:
    """The places in time of all items; one without a day counts for its parent's, the one before's, the first day."""
    meeting = session.get_one(Meeting, meeting_id)
    items = items_of(session, meeting_id)
    days = agenda_times.days_of(items, agenda_times.first_day(meeting.starts_on, meeting.date_precision))
    return [Slot(item.id, item.parent_id, days[item.id], item.start, item.minutes) for item in items]


def put_in_time(session: Session, item_ids: Iterable[int]) -> None:
    """Put items where they belong among their siblings by the clock; nothing else changes places."""
    for item_id in item_ids:
        item = item_of(session, item_id)
        slots = {slot.id: slot for slot in agenda_slots(session, item.meeting_id)}
        siblings = siblings_of(session, item.meeting_id, item.parent_id)
        order = [slots[each.id] for each in siblings]
        if item.start is None or agenda_times.is_in_time(order, slots[item_id]):
            continue
        before_id = agenda_times.place_in_time(order, slots[item_id])
        number(moved_before(siblings, {item_id}, before_id))
        session.flush()


def _make_room(session: Session, item: AgendaItem, push: bool) -> None:
    """What begins when the new item begins, or later, moves behind it."""
    if not push or item.start is None or not item.minutes:
        return
    slots = agenda_slots(session, item.meeting_id)
    slot = next(each for each in slots if each.id == item.id)
    after, end = agenda_times.first_from(slots, slot), agenda_times.shifted(slot, item.minutes)
    if after is not None and agenda_times.moment(after) < agenda_times.moment(end):
        store_times(session, slots, agenda_times.moved(slots, after.id, day=end.day, start=end.start, push=True))


def store_times(session: Session, slots: Iterable[Slot], changed: Slots) -> None:
    """Write times; an item that inherits its day keeps doing so while it stays on it."""
    days = {slot.id: slot.day for slot in slots}
    for slot in changed.values():
        item = item_of(session, slot.id)
        item.start, item.minutes = slot.start, slot.minutes
        if slot.day != days[slot.id]:
            item.day = slot.day
    session.flush()


def topmost(session: Session, item_ids: Collection[int]) -> list[AgendaItem]:
    """The items, without those that are parts of others among them, in their order."""
    chosen = {item_id: item_of(session, item_id) for item_id in item_ids}
    below = {part.id for item in chosen.values() for part in _below(session, item)}
    return sorted((item for item in chosen.values() if item.id not in below), key=lambda item: (item.position, item.id))


def _below(session: Session, item: AgendaItem) -> list[AgendaItem]:
    found = []
    for part in siblings_of(session, item.meeting_id, item.id):
        found += [part, *_below(session, part)]
    return found


def _copy_tree(session: Session, item: AgendaItem, parent_id: int | None) -> AgendaItem:
    copy = AgendaItem(**_columns(item), parent_id=parent_id, position=item.position)
    copy.presenters = [AgendaPresenter(**_columns(each), position=each.position) for each in item.presenters]
    session.add(copy)
    session.flush()
    for part in siblings_of(session, item.meeting_id, item.id):
        _copy_tree(session, part, copy.id)
    return copy


def _columns(row: AgendaItem | AgendaPresenter) -> dict[str, Any]:
    columns = [column.key for column in type(row).__table__.columns]
    return {name: getattr(row, name) for name in columns if name not in _COPIED_NOT}


def _unlink(session: Session, item: AgendaItem) -> None:
    rounds = session.scalars(select(SigningRound).where(SigningRound.agenda_item_id == item.id))
    awards = session.scalars(select(PlaqueAward).where(PlaqueAward.agenda_item_id == item.id))
    cues = session.scalars(select(CueLine).where(CueLine.agenda_item_id == item.id))
    for row in (*rounds, *awards, *cues):
        row.agenda_item_id = None
    for fact in session.scalars(select(Fact).where(Fact.agenda_item_id == item.id)):
        fact.agenda_item_id = None
        fact.meeting_id = fact.meeting_id or item.meeting_id  # or nobody would find it again
