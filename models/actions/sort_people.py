"""Puts a list of people in order, on command only: order is politics. One undo step brings the old order back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.attendance import order_people
from models.actions.people import printed_unit, shown
from models.codes import AttendanceCategory, OrganizationKind
from models.office_keys import SINGLE_NAME_FIRST
from models.office_settings import read_ladders, read_office_setting
from models.records import Attendance, Organization, Person, Side
from models.rules.name_order import pinyin_key, stroke_key, unit_key

_CATEGORIES = list(AttendanceCategory)


class Order(StrEnum):
    """By what the list is put in order."""

    RANK = "rank"
    STROKES = "strokes"
    PINYIN = "pinyin"
    UNIT = "unit"


def sort_people(session: Session, meeting_id: int, *, by: Order, attendance_ids: Sequence[int] = ()) -> int:
    """Order the people named (or all) within the places they take up; how many stand elsewhere now.

    By rank and by unit, guests stand before hosts, and staff and media behind both; what is equal keeps its order.
    """
    chosen = set(attendance_ids)
    query = select(Attendance).where(Attendance.meeting_id == meeting_id).order_by(Attendance.rank, Attendance.id)
    rows = [row for row in session.scalars(query) if not chosen or row.id in chosen]
    key = _by_unit(session, rows) if by is Order.UNIT else _KEYS[by](session)
    ordered = sorted(rows, key=key)
    order_people(session, meeting_id, [row.id for row in ordered])
    return sum(row is not before for row, before in zip(ordered, rows, strict=True))


def _by_strokes(session: Session) -> Callable[[Attendance], Any]:
    single_first = read_office_setting(session, SINGLE_NAME_FIRST)
    return lambda row: stroke_key(*_names(session, row), single_first=single_first)


def _by_pinyin(session: Session) -> Callable[[Attendance], Any]:
    return lambda row: pinyin_key(*_names(session, row))


def _by_rank(session: Session) -> Callable[[Attendance], Any]:
    rank = _ranking(session)
    return lambda row: (*_group(session, row), rank(row))


def _ranking(session: Session) -> Callable[[Attendance], int]:
    """The rank of an attendee's title on the ladder of the unit."""
    ladders = read_ladders(session)

    def rank(row: Attendance) -> int:
        unit_id = shown(session, row, "unit")
        unit = session.get(Organization, unit_id) if unit_id else None
        return ladders.rank(shown(session, row, "title_zh"), unit.kind if unit else OrganizationKind.OTHER)

    return rank


_KEYS = {Order.STROKES: _by_strokes, Order.PINYIN: _by_pinyin, Order.RANK: _by_rank}


def _by_unit(session: Session, rows: Sequence[Attendance]) -> Callable[[Attendance], Any]:
    """Those of one unit together; units of one kind in the order in which they stand now."""
    names = {row.id: printed_unit(session, row).zh for row in rows}
    heads = {row.id: shown(session, row, "unit") or names[row.id] for row in rows}
    places: dict[Any, int] = {}
    rank = _ranking(session)
    for row in rows:
        places.setdefault(heads[row.id], len(places))

    def key(row: Attendance) -> Any:
        return (*_group(session, row), unit_key(names[row.id]), places[heads[row.id]], rank(row))

    return key


def _group(session: Session, row: Attendance) -> tuple[int, bool, int]:
    """Guests first, those of one side together."""
    side = session.get(Side, row.side_id) if row.side_id else None
    behind = max(0, _CATEGORIES.index(row.category) - 1)  # guests and hosts alike, then staff, media, observers
    return (behind, side.is_host if side else True, side.position if side else len(_CATEGORIES))


def _names(session: Session, row: Attendance) -> tuple[str, str]:
    person = session.get(Person, row.person_id) if row.person_id else None
    return (person.name_zh, person.name_en) if person else ("", "")
