"""Edits the order of the agenda: items that change places, become parts of others, or stand alone again."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy.orm import Session

from models.actions.edit_agenda import agenda_slots, item_of, siblings_of, store_times, topmost
from models.actions.row_order import moved_before, number
from models.errors import KnownError
from models.records import AgendaItem
from models.rules.agenda_times import relaid


def reorder_items(session: Session, item_ids: Collection[int], *, before_id: int | None) -> None:
    """Put items in front of another one, on its level; None: at the end of their own.

    Where the items between the old and the new place follow one another by the clock, the clock goes with the order.
    """
    moving = topmost(session, item_ids)
    target = item_of(session, before_id) if before_id is not None else None
    if not moving or (target is not None and _is_within(session, target, moving)):
        return
    parent_id = target.parent_id if target is not None else moving[0].parent_id
    if any(item.parent_id != parent_id for item in moving):
        for item in moving:
            _put(session, item, parent_id, before_id)
        return
    before = siblings_of(session, moving[0].meeting_id, parent_id)
    after = moved_before(before, {item.id for item in moving}, before_id)
    number(after)
    session.flush()
    _retime(session, before, after)


def indent_items(session: Session, item_ids: Collection[int]) -> None:
    """Make items parts of the one before them; the first of a level stays where it is."""
    for item in topmost(session, item_ids):
        siblings = siblings_of(session, item.meeting_id, item.parent_id)
        place = siblings.index(item)
        if place > 0:
            _put(session, item, siblings[place - 1].id, None)


def outdent_items(session: Session, item_ids: Collection[int]) -> None:
    """Put parts behind the item they belong to, on its level."""
    for item in reversed(topmost(session, item_ids)):
        if item.parent_id is not None:
            parent = item_of(session, item.parent_id)
            siblings = siblings_of(session, item.meeting_id, parent.parent_id)
            following = siblings[siblings.index(parent) + 1 :]
            _put(session, item, parent.parent_id, following[0].id if following else None)


def set_parent(session: Session, item_id: int, *, parent_id: int | None) -> None:
    """Make an item a part of another one, its last; None: an item of its own. KnownError: agenda_circle."""
    item = item_of(session, item_id)
    if parent_id == item.parent_id:
        return
    if parent_id is not None and _is_within(session, item_of(session, parent_id), [item]):
        raise KnownError("agenda_circle", item=item.title_zh or item.title_en)
    _put(session, item, parent_id, None)


def _put(session: Session, item: AgendaItem, parent_id: int | None, before_id: int | None) -> None:
    old = [each for each in siblings_of(session, item.meeting_id, item.parent_id) if each is not item]
    item.parent_id = parent_id
    session.flush()
    number(old)
    siblings = siblings_of(session, item.meeting_id, parent_id)
    number(moved_before(siblings, {item.id}, before_id))
    session.flush()


def _is_within(session: Session, item: AgendaItem, moving: Collection[AgendaItem]) -> bool:
    """Whether an item is one of those that move, or a part of one."""
    chosen, at = {each.id for each in moving}, item
    while at.id not in chosen:
        if at.parent_id is None:
            return False
        at = item_of(session, at.parent_id)
    return True


def _retime(session: Session, before: list[AgendaItem], after: list[AgendaItem]) -> None:
    """Let the clock follow the order between the first and the last place that changed."""
    places = [place for place, (one, other) in enumerate(zip(before, after, strict=True)) if one is not other]
    if not places:
        return
    first, last = places[0], places[-1] + 1
    slots = agenda_slots(session, before[0].meeting_id)
    known = {slot.id: slot for slot in slots}
    changed = relaid([known[item.id] for item in before[first:last]], [item.id for item in after[first:last]])
    store_times(session, slots, changed)
