"""Makes one person of two who were entered twice: everything that names the second names the first afterwards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from models.actions.attendance import naming
from models.actions.edit_record import record_of
from models.errors import KnownError
from models.records import (
    AgendaPresenter,
    Appointment,
    Attendance,
    AttendanceAppointment,
    OwnValue,
    Person,
    PersonAlias,
    Record,
)

_STAMPS = frozenset({"id", "version", "created_at", "updated_at"})


def merge_people(session: Session, kept_id: int, other_id: int, *, values: Mapping[str, Any]) -> None:
    """Merge `other` into `kept`, which gets `values`. Posts, attendances and other names move; nothing is lost.

    KnownError: record_gone; same_person.
    """
    if kept_id == other_id:
        raise KnownError("same_person")
    kept, other = _person(session, kept_id), _person(session, other_id)
    names = {kept.name_zh, kept.name_en, other.name_zh, other.name_en}
    for field, value in values.items():
        setattr(kept, field, value)
    _move_posts(session, kept, other)
    _join_attendances(session, kept, other)
    _move_names(session, kept, other, names)
    for row, column, _named in list(naming(session, [other])):
        setattr(row, column, kept.id)
    session.flush()
    session.expire(other)
    session.delete(other)
    session.flush()
    session.expire(kept)


def _person(session: Session, person_id: int) -> Person:
    row = record_of(session, "person", person_id)
    assert isinstance(row, Person)
    return row


def _move_posts(session: Session, kept: Person, other: Person) -> None:
    """Each post once; what used a double uses the one that stays."""
    known = {_post_key(post): post for post in kept.appointments}
    for post in list(other.appointments):
        same = known.get(_post_key(post))
        if same is None:
            post.person_id, post.position = kept.id, len(known)
            known[_post_key(post)] = post
            continue
        for row, column, _named in list(naming(session, [post])):
            setattr(row, column, same.id)
        session.flush()
        session.delete(post)
    session.flush()
    session.expire(other, ["appointments"])
    session.expire(kept, ["appointments"])


def _post_key(post: Appointment) -> tuple[Any, ...]:
    return (post.organization_id, post.department_zh, post.title_zh, post.title_en)


def _join_attendances(session: Session, kept: Person, other: Person) -> None:
    """Where both are on the list of a meeting, one row stays, with what either knew."""
    rows = [row for row, column, _named in naming(session, [kept, other]) if isinstance(row, Attendance)]
    mine = {row.meeting_id: row for row in rows if row.person_id == kept.id}
    for row in rows:
        stays = mine.get(row.meeting_id)
        if row.person_id == other.id and stays is not None:
            _fill(stays, row)
            _move_what_names(session, stays, row)
            session.delete(row)
            session.flush()


def _fill(stays: Attendance, goes: Attendance) -> None:
    """What the row that stays does not say, the other one may."""
    for column in inspect(Attendance).columns:
        empty = getattr(stays, column.key) in (None, "") or (column.key == "reply" and stays.reply.value == "unknown")
        if column.key not in _STAMPS and empty and getattr(goes, column.key) not in (None, ""):
            setattr(stays, column.key, getattr(goes, column.key))


def _move_what_names(session: Session, stays: Attendance, goes: Attendance) -> None:
    """Agenda, vehicles, rounds: all go to the row that stays; what it has already is not doubled."""
    session.refresh(goes, ["appointments", "own_values"])
    there = {_place(row, column) for row, column, _named in naming(session, [stays])}
    for row, column, _named in list(naming(session, [goes])):
        if _place(row, column) in there:
            session.delete(row)
        else:
            setattr(row, column, stays.id)
    session.flush()
    for gone in (stays, goes):
        session.expire(gone, ["appointments", "own_values"])


def _place(row: Record, column: str) -> tuple[Any, ...]:
    """What two rows have in common that say the same of one attendee."""
    if isinstance(row, AttendanceAppointment):
        return ("appointment", row.appointment_id)
    if isinstance(row, OwnValue):
        return ("own_value", row.column_id)
    owners = [key.parent.name for key in type(row).__table__.foreign_keys if not key.parent.nullable]
    held = tuple(getattr(row, name) for name in owners if name != column)
    lists = isinstance(row, AgendaPresenter) or not inspect(type(row)).columns[column].nullable
    single = lists and bool(held)
    return (row.__tablename__, column, held) if single else (row.__tablename__, column, row.id)


def _move_names(session: Session, kept: Person, other: Person, names: set[str]) -> None:
    """Spellings that are not the name any more become other names: slips with them are still recognized."""
    for alias in list(other.aliases):
        alias.person_id, alias.position = kept.id, len(kept.aliases)
    session.flush()
    session.expire(other, ["aliases"])
    session.expire(kept, ["aliases"])
    known = {alias.alias for alias in kept.aliases} | {kept.name_zh, kept.name_en, ""}
    for name in sorted(names - known):
        kept.aliases.append(
            PersonAlias(alias=name, position=len(kept.aliases), language="zh" if not name.isascii() else "en")
        )
    session.flush()
