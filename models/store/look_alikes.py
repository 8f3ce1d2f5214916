"""The people of a meeting who may be listed twice, with what is known of each, to be compared side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.records import Attendance, Person
from models.rules.name_likeness import Known, Likeness, look_alikes
from models.store.directory import PersonRow, list_people

PERSON_FIELDS = (
    "name_zh",
    "name_en",
    "gender",
    "phone",
    "phone_2",
    "email",
    "ethnicity",
    "diet",
    "academic_rank_zh",
    "academic_rank_en",
    "expertise_zh",
    "expertise_en",
    "identity_number",
    "notes",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of two: the person, the attendance at this meeting (if any), and the fields of the person."""

    person_id: int
    attendance_id: int | None
    values: Mapping[str, str]
    post: str  # unit and title, to recognize the person


@dataclass(frozen=True, slots=True)
class Pair:
    """Two who may be one; the first is the one who attends, or who stands higher."""

    reason: Likeness
    first: Candidate
    second: Candidate


def list_look_alikes(session: Session, meeting_id: int) -> tuple[Pair, ...]:
    """The pairs of which at least one attends; a person who attends twice is no pair, but one row too many."""
    people = {person.id: person for person in list_people(session)}
    query = select(Attendance.person_id, Attendance.id).where(Attendance.meeting_id == meeting_id)
    attending: dict[int, int] = {}
    for person_id, attendance_id in session.execute(query.order_by(Attendance.rank, Attendance.id)):
        attending.setdefault(person_id or 0, attendance_id)
    known = [
        Known(person.id, person.name.zh or person.name.en, person.phone, person.organization_id)
        for person in people.values()
    ]
    found = [pair for pair in look_alikes(known) if pair[0] in attending or pair[1] in attending]
    order = {person_id: place for place, person_id in enumerate(attending)}
    pairs = []
    for one, other, reason in found:
        first, second = sorted((one, other), key=lambda each: order.get(each, len(order)))
        sides = (_candidate(session, people[each], attending.get(each)) for each in (first, second))
        pairs.append(Pair(reason, *sides))
    return tuple(pairs)


def _candidate(session: Session, known: PersonRow, attendance_id: int | None) -> Candidate:
    person = session.get(Person, known.id)
    values: dict[str, Any] = {key: getattr(person, key) for key in PERSON_FIELDS}
    post = " ".join(filter(None, (known.unit.zh or known.unit.en, known.title.zh or known.title.en)))
    return Candidate(known.id, attendance_id, values, post)
