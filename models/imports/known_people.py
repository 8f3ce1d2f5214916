"""Everybody the workspace knows, as an import compares its rows with them: plain values, a few queries, picklable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from models.codes import KeptFileKind
from models.errors import KnownError
from models.imports.slip_headers import remembered_headers
from models.imports.stored_fields import OF_ATTENDANCE, OF_PERSON, as_text
from models.records import (
    Appointment,
    Attendance,
    AttendanceAppointment,
    AttendeeGroup,
    KeptFile,
    Meeting,
    Organization,
    OrganizationAlias,
    Person,
    PersonAlias,
)


@dataclass(frozen=True, slots=True)
class KnownUnit:
    """A unit with every spelling of it; the first is the one shown."""

    id: int
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class KnownPost:
    """A post; `values` by field of a slip: department, title_zh, title_en."""

    id: int
    unit_id: int | None
    values: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person; `values` by field of a slip, only what is known; `posts` as held on the first day of the meeting."""

    id: int
    values: Mapping[str, str]
    posts: tuple[KnownPost, ...] = ()
    other_names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownAttendee:
    """Somebody on the list of the meeting; the words of unit and title are those that stand in place of the posts'."""

    id: int
    person_id: int
    values: Mapping[str, str]
    unit: str = ""
    title_zh: str = ""
    title_en: str = ""
    post_ids: tuple[int, ...] = ()  # the posts in which they attend; none: all that the person holds


@dataclass(frozen=True, slots=True)
class KnownGroup:
    """People without names on the list."""

    id: int
    label: str
    count: int | None
    unit_id: int | None


@dataclass(frozen=True, slots=True)
class KnownPeople:
    """The people and units of a workspace and the list of one meeting, in the order of the list."""

    meeting_id: int
    meeting_year: int | None = None
    people: tuple[KnownPerson, ...] = ()
    units: tuple[KnownUnit, ...] = ()
    attendees: tuple[KnownAttendee, ...] = ()
    groups: tuple[KnownGroup, ...] = ()
    kept_slips: Mapping[str, str] = field(default_factory=dict)  # SHA-256 of slips of this meeting → their names
    remembered: Mapping[str, str] = field(default_factory=dict)  # headers that the office has corrected → field

    @property
    def unit_names(self) -> tuple[str, ...]:
        """Every spelling of every unit."""
        return tuple(name for unit in self.units for name in unit.names)


def known_people(session: Session, meeting_id: int) -> KnownPeople:
    """All that an import into this meeting compares its rows with; ten queries. KnownError: record_gone."""
    meeting = session.execute(select(Meeting.id, Meeting.starts_on).where(Meeting.id == meeting_id)).first()
    if meeting is None:
        raise KnownError("record_gone", record="meeting", number=meeting_id)
    slips = select(KeptFile.sha256, KeptFile.name).where(
        KeptFile.meeting_id == meeting_id, KeptFile.kind == KeptFileKind.SLIP
    )
    return KnownPeople(
        meeting_id,
        meeting.starts_on.year if meeting.starts_on else None,
        _people(session, meeting.starts_on),
        known_units(session),
        _attendees(session, meeting_id),
        _groups(session, meeting_id),
        dict(session.execute(slips).all()),
        remembered_headers(session),
    )


def known_units(session: Session) -> tuple[KnownUnit, ...]:
    """Every unit with every spelling; two queries."""
    spellings = _lists(
        session, select(OrganizationAlias.organization_id, OrganizationAlias.alias).order_by(OrganizationAlias.id)
    )
    names = (Organization.name_zh, Organization.name_en, Organization.short_name_zh, Organization.short_name_en)
    rows = session.execute(select(Organization.id, *names).order_by(Organization.id))
    return tuple(
        KnownUnit(row[0], tuple(dict.fromkeys(name for name in (*row[1:], *spellings.get(row[0], ())) if name)))
        for row in rows
    )


def _people(session: Session, day: date | None) -> tuple[KnownPerson, ...]:
    aliases = _lists(session, select(PersonAlias.person_id, PersonAlias.alias).order_by(PersonAlias.id))
    held: dict[int, list[KnownPost]] = {}
    for person_id, begins, ends, *post in session.execute(_posts()):
        if day is None or ((begins is None or begins <= day) and (ends is None or ends >= day)):
            held.setdefault(person_id, []).append(_post(post))
    columns = [getattr(Person, column) for column in OF_PERSON.values()]
    fields = tuple(OF_PERSON)
    return tuple(
        KnownPerson(
            row[0],
            {name: text for name, text in zip(fields, row[1:], strict=True) if text},
            tuple(held.get(row[0], ())),
            tuple(aliases.get(row[0], ())),
        )
        for row in session.execute(select(Person.id, *columns).order_by(Person.id))
    )


def _posts() -> Select[*tuple[Any, ...]]:
    columns = (Appointment.id, Appointment.organization_id, Appointment.department_zh)
    titles = (Appointment.title_zh, Appointment.title_en)
    held = (Appointment.person_id, Appointment.valid_from, Appointment.valid_to)
    return select(*held, *columns, *titles).order_by(Appointment.position, Appointment.id)


def _post(row: Sequence[Any]) -> KnownPost:
    post_id, unit_id, *texts = row
    fields = zip(("department", "title_zh", "title_en"), texts, strict=True)
    return KnownPost(post_id, unit_id, {name: text for name, text in fields if text})


def _attendees(session: Session, meeting_id: int) -> tuple[KnownAttendee, ...]:
    here = select(Attendance.id).where(Attendance.meeting_id == meeting_id)
    uses = select(AttendanceAppointment.attendance_id, AttendanceAppointment.appointment_id)
    used = _lists(
        session,
        uses.where(AttendanceAppointment.attendance_id.in_(here)).order_by(
            AttendanceAppointment.position, AttendanceAppointment.id
        ),
    )
    words = (Attendance.unit_override_zh, Attendance.title_override_zh, Attendance.title_override_en)
    columns = [getattr(Attendance, column) for column in OF_ATTENDANCE.values()]
    query = select(Attendance.id, Attendance.person_id, *words, *columns).where(
        Attendance.meeting_id == meeting_id, Attendance.person_id.is_not(None)
    )
    rows = session.execute(query.order_by(Attendance.rank, Attendance.id))
    return tuple(_attendee(row, used.get(row[0], ())) for row in rows)


def _attendee(row: Row[*tuple[Any, ...]], post_ids: Iterable[int]) -> KnownAttendee:
    values = zip(OF_ATTENDANCE, row[5:], strict=True)
    known = {name: text for name, value in values if (text := as_text(value))}
    return KnownAttendee(row[0], row[1], known, row[2], row[3], row[4], tuple(post_ids))


def _groups(session: Session, meeting_id: int) -> tuple[KnownGroup, ...]:
    columns = (AttendeeGroup.id, AttendeeGroup.label_zh, AttendeeGroup.label_en)
    counted = (AttendeeGroup.stated_count, AttendeeGroup.organization_id)
    query = select(*columns, *counted).where(AttendeeGroup.meeting_id == meeting_id)
    rows = session.execute(query.order_by(AttendeeGroup.position, AttendeeGroup.id))
    return tuple(KnownGroup(row[0], row[1] or row[2], row[3], row[4]) for row in rows)


def _lists(session: Session, query: Select[*tuple[Any, ...]]) -> dict[int, list[Any]]:
    """The second column, in lists by the first."""
    found: dict[int, list[Any]] = {}
    for key, value in session.execute(query):
        found.setdefault(key, []).append(value)
    return found
