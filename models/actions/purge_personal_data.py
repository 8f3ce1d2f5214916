"""Clears the personal data of a meeting's people when their term is over (PIPL art. 19, 47).

Cleared: phones, addresses, identity numbers, ethnicity and diet, travel, rooms and rides, the words of the slips.

Names, units, titles and who was there stay: they are the record of the meeting. Somebody who also attends a meeting
within its term, or is the contact of an agreement in force, keeps phone and e-mail until that ends.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.actions.meetings import meeting_of
from models.errors import KnownError
from models.records import (
    Agreement,
    AgreementParty,
    Attendance,
    AttendeeGroup,
    Meeting,
    OwnColumn,
    OwnValue,
    Passenger,
    Person,
    Record,
    Vehicle,
    VisitRoute,
    VisitStop,
)
from models.rules.masking import mask_numbers

OF_PERSON = ("phone", "phone_2", "email", "identity_number", "ethnicity", "diet")
OF_ATTENDANCE = (
    "arrival",
    "arrival_trip",
    "departure",
    "departure_trip",
    "needs_room",
    "room",
    "roommate",
    "meals",
    "table_number",
    "own_vehicle",
    "source_text",
)
# Free words: only the numbers in them that could be somebody's are masked.
FREE_WORDS = {
    Person: ("notes",),
    Attendance: ("remarks_zh", "remarks_en", "claimed_role", "source"),  # a file may be called 王伟13800138000.xlsx
    AttendeeGroup: ("remarks_zh", "remarks_en", "source"),
    OwnValue: ("text",),
}


@dataclass(frozen=True, slots=True)
class PurgeCounts:
    """What a purge clears, counted; `kept_until`: the last day on which everything is kept."""

    meeting_id: int
    key: str
    title: str
    kept_until: date
    people: int = 0  # whose own data are cleared
    people_kept: int = 0  # needed elsewhere for a while
    attendances: int = 0  # whose travel, rooms, meals or slip are cleared
    contacts: int = 0  # phones of drivers and of the places visited
    rides: int = 0  # who sat in which car
    notes: int = 0  # free words in which only numbers are masked

    @property
    def is_empty(self) -> bool:
        """Whether no row holds anything to clear."""
        return not (self.people or self.attendances or self.contacts or self.rides or self.notes)


@dataclass(slots=True)
class _Purge:
    """Rows to clear, with their new values, and rows to delete."""

    meeting_id: int
    clearing: list[tuple[Record, dict[str, Any]]] = field(default_factory=list)
    leaving: list[Record] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)

    def note(self, count: str, row: Record, columns: tuple[str, ...]) -> None:
        """Note what is cleared in a row, and what is only masked."""
        cleared, masked = _cleared(row, columns), _masked(row)
        if cleared or masked:
            self.clearing.append((row, cleared | masked))
            self.counts[count if cleared else "notes"] += 1


def kept_until(meeting: Meeting, days: int) -> date:
    """The last day of the term. KnownError: purge_needs_a_date (title)."""
    day = meeting.ends_on or meeting.starts_on
    if day is None:
        raise KnownError("purge_needs_a_date", title=_title(meeting))
    return day + timedelta(days=days)


def plan_purge(session: Session, meeting_id: int, *, today: date, days: int) -> PurgeCounts:
    """What would be cleared; changes nothing. `days` after the meeting its term ends.

    KnownError: record_gone, purge_needs_a_date (title), purge_too_early (title, until: ISO date).
    """
    return _counts(session, _found(session, meeting_id, today, days), days)


def purge_personal_data(session: Session, meeting_id: int, *, today: date, days: int, at: datetime) -> PurgeCounts:
    """Clear it, inside `change_for_good`; `at` is kept with the meeting. The errors of `plan_purge`."""
    purge = _found(session, meeting_id, today, days)
    for row, values in purge.clearing:
        for name, value in values.items():
            setattr(row, name, value)
    for row in purge.leaving:
        session.delete(row)
    meeting_of(session, meeting_id).personal_data_purged_at = at.astimezone(UTC)
    session.flush()
    return _counts(session, purge, days)


def _found(session: Session, meeting_id: int, today: date, days: int) -> _Purge:
    meeting = meeting_of(session, meeting_id)
    until = kept_until(meeting, days)
    if today <= until:
        raise KnownError("purge_too_early", title=_title(meeting), until=until.isoformat())
    purge = _Purge(meeting_id)
    _of_people(session, purge, _needed_elsewhere(session, meeting_id, today, days))
    _of_attendances(session, purge)
    _of_visits(session, purge)
    return purge


def _counts(session: Session, purge: _Purge, days: int) -> PurgeCounts:
    meeting = meeting_of(session, purge.meeting_id)
    return PurgeCounts(meeting.id, meeting.key, _title(meeting), kept_until(meeting, days), **purge.counts)


def _title(meeting: Meeting) -> str:
    return meeting.title_zh or meeting.title_en or meeting.key


def _of_people(session: Session, purge: _Purge, needed: set[int]) -> None:
    listed = or_(*(Person.id.in_(ids) for ids in _ids_of_people(purge.meeting_id)))
    for person in session.scalars(select(Person).where(listed).order_by(Person.id)):
        if person.id not in needed:
            purge.note("people", person, OF_PERSON)
        elif _cleared(person, OF_PERSON):
            purge.counts["people_kept"] += 1


def _of_attendances(session: Session, purge: _Purge) -> None:
    here = Attendance.meeting_id == purge.meeting_id
    for attendance in session.scalars(select(Attendance).where(here).order_by(Attendance.id)):
        purge.note("attendances", attendance, OF_ATTENDANCE)
    for group in session.scalars(select(AttendeeGroup).where(AttendeeGroup.meeting_id == purge.meeting_id)):
        purge.note("attendances", group, ("source_text",))
    own = select(OwnValue).join(OwnColumn).where(OwnColumn.meeting_id == purge.meeting_id)
    for value in session.scalars(own):
        purge.note("notes", value, ())


def _of_visits(session: Session, purge: _Purge) -> None:
    routes = select(VisitRoute.id).where(VisitRoute.meeting_id == purge.meeting_id)
    vehicles = select(Vehicle).where(Vehicle.route_id.in_(routes))
    for vehicle in session.scalars(vehicles):
        purge.note("contacts", vehicle, ("driver_phone",))
    for stop in session.scalars(select(VisitStop).where(VisitStop.route_id.in_(routes))):
        purge.note("contacts", stop, ("contact_phone",))
    riding = session.scalars(select(Passenger).where(Passenger.vehicle_id.in_(vehicles.with_only_columns(Vehicle.id))))
    purge.leaving.extend(riding)
    purge.counts["rides"] = len(purge.leaving)


def _cleared(row: Record, columns: tuple[str, ...]) -> dict[str, Any]:
    empty = {"needs_room": None}
    return {name: empty.get(name, "") for name in columns if getattr(row, name) not in ("", None)}


def _masked(row: Record) -> dict[str, Any]:
    words = {name: getattr(row, name) for name in FREE_WORDS.get(type(row), ())}
    return {name: masked for name, text in words.items() if (masked := mask_numbers(text)) != text}


def _ids_of_people(meeting_id: int) -> Iterator[Any]:
    """Queries for the people of a meeting: those who attend, and those who came in their place."""
    for column in (Attendance.person_id, Attendance.substitute_id):
        yield select(column).where(Attendance.meeting_id == meeting_id, column.is_not(None))


def _needed_elsewhere(session: Session, meeting_id: int, today: date, days: int) -> set[int]:
    """People at a meeting that is still within its term (or has no date), and contacts of agreements in force."""
    needed: set[int] = set()
    for meeting in session.scalars(select(Meeting).where(Meeting.id != meeting_id)):
        day = meeting.ends_on or meeting.starts_on
        if day is None or today <= day + timedelta(days=days):
            for ids in _ids_of_people(meeting.id):
                needed.update(session.scalars(ids))
    in_force = or_(Agreement.ends_on.is_(None), Agreement.ends_on >= today)
    liaisons = select(AgreementParty.liaison_id).join(Agreement).where(AgreementParty.liaison_id.is_not(None), in_force)
    return needed | {id_ for id_ in session.scalars(liaisons) if id_ is not None}
