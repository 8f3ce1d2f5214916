"""Ticks who has come to a meeting: those who were expected, substitutes, and people whom nobody announced."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.attendance import add_known_person, add_person, organization_named
from models.actions.edit_record import record_of
from models.actions.people import attendance_of
from models.actions.people_posts import attend_in, attend_in_new_post, used_posts
from models.codes import Reply
from models.errors import KnownError
from models.records import Appointment, Attendance, Meeting, Person, Side
from models.rules.person_names import is_han


def sign_in(session: Session, attendance_ids: Collection[int], *, at: datetime) -> tuple[int, ...]:
    """They are here since `at`, the wall clock at the door; those who were not here yet. KnownError: record_gone."""
    rows = [attendance_of(session, each) for each in dict.fromkeys(attendance_ids)]
    fresh = [row for row in rows if row.signed_in_at is None]
    for row in fresh:
        row.signed_in_at = _stamp(at)
    session.flush()
    return tuple(row.id for row in fresh)


def sign_out(session: Session, attendance_ids: Collection[int]) -> tuple[int, ...]:
    """They have not come after all; those who were here. KnownError: record_gone."""
    rows = [attendance_of(session, each) for each in dict.fromkeys(attendance_ids)]
    ticked = [row for row in rows if row.signed_in_at is not None]
    for row in ticked:
        row.signed_in_at = None
    session.flush()
    return tuple(row.id for row in ticked)


def substitute_came(
    session: Session, attendance_id: int, *, at: datetime, person_id: int | None = None, name: str = ""
) -> int:
    """Somebody else came in their place (替会): a known person, or a new one of this name; the substitute's person id.

    KnownError: record_gone; name_missing; stands_in_for_self (name).
    """
    row = attendance_of(session, attendance_id)
    person = _person(session, person_id, name)
    if person.id == row.person_id:
        raise KnownError("stands_in_for_self", name=person.name_zh or person.name_en)
    row.reply, row.substitute_id = Reply.SUBSTITUTE, person.id
    row.signed_in_at = row.signed_in_at or _stamp(at)
    session.flush()
    return person.id


def walk_in(
    session: Session,
    meeting_id: int,
    *,
    at: datetime,
    person_id: int | None = None,
    name: str = "",
    unit_id: int | None = None,
    unit_name: str = "",
    side_id: int | None = None,
) -> int:
    """Somebody came whom nobody had announced; their new place on the list, at the side given or that of their unit.

    KnownError: record_gone; name_missing; already_listed (name).
    """
    if person_id is None and not name.strip():
        raise KnownError("name_missing")
    made = (
        add_person(session, meeting_id, name=name)
        if person_id is None
        else add_known_person(session, meeting_id, person_id)
    )
    row = attendance_of(session, made)
    unit = organization_named(session, unit_name) if unit_id is None and unit_name.strip() else unit_id
    if unit is not None:
        _attend_for(session, row, unit)
    row.reply, row.signed_in_at = Reply.WALK_IN, _stamp(at)
    row.side_id = side_id if side_id is not None else side_of_unit(session, meeting_id, _unit_of(session, row))
    session.flush()
    return made


def side_of_unit(session: Session, meeting_id: int, unit_id: int | None) -> int | None:
    """The side that has a unit; else that of the others who come from it; else none."""
    if unit_id is None:
        return None
    meeting = record_of(session, "meeting", meeting_id)
    assert isinstance(meeting, Meeting)
    sides = session.scalars(select(Side).where(Side.meeting_id == meeting_id).order_by(Side.position, Side.id)).all()
    own = next((side.id for side in sides if any(use.organization_id == unit_id for use in side.units)), None)
    if own is not None:
        return own
    listed = select(Attendance).where(Attendance.meeting_id == meeting_id, Attendance.side_id.is_not(None))
    colleagues = session.scalars(listed.order_by(Attendance.rank, Attendance.id))
    return next((row.side_id for row in colleagues if _unit_of(session, row) == unit_id), None)


def _attend_for(session: Session, row: Attendance, unit_id: int) -> None:
    """Here they come for this unit: in a post they hold there, or in a new one."""
    held = session.scalars(
        select(Appointment)
        .where(Appointment.person_id == row.person_id, Appointment.organization_id == unit_id)
        .order_by(Appointment.position, Appointment.id)
    ).first()
    if held is None:
        attend_in_new_post(session, row, organization_id=unit_id)
    elif held not in used_posts(session, row)[:1]:
        attend_in(session, row, held)


def _unit_of(session: Session, row: Attendance) -> int | None:
    return next((post.organization_id for post in used_posts(session, row)), None)


def _person(session: Session, person_id: int | None, name: str) -> Person:
    if person_id is not None:
        person = record_of(session, "person", person_id)
        assert isinstance(person, Person)
        return person
    plain = name.strip()
    if not plain:
        raise KnownError("name_missing")
    made = Person(**{"name_zh" if any(map(is_han, plain)) else "name_en": plain})
    session.add(made)
    session.flush()
    return made


def _stamp(at: datetime) -> datetime:
    """The wall clock as read, like every other time of a meeting; the zone is the one that the store asks for."""
    return at.replace(tzinfo=UTC)
