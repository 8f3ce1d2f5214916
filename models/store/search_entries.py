"""Everything of a workspace that can be searched for, as plain rows: read by columns, in a handful of queries."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from models.records import (
    AgendaItem,
    Agreement,
    AgreementParty,
    Appointment,
    Attendance,
    AttendanceAppointment,
    Meeting,
    Organization,
    OrganizationAlias,
    Person,
)
from models.snapshots.shapes import Bilingual


@dataclass(frozen=True, slots=True)
class SearchEntry:
    """Something to find: what it is, its words, what tells it from others, and where it stands.

    `meeting_id` is 0 for what belongs to no meeting; `also` holds other spellings and phone numbers, never shown.
    """

    kind: str  # "meeting", "person", "organization", "agreement", "agenda_item"
    words: Bilingual
    detail: Bilingual
    place: str
    meeting_id: int = 0
    also: str = ""


def search_entries(session: Session) -> tuple[SearchEntry, ...]:
    """All of it, meetings first; the number of queries does not depend on the number of rows."""
    return (
        *_meetings(session),
        *_agreements(session),
        *_people(session),
        *_signatories(session),
        *_organizations(session),
        *_agenda(session),
    )


def _meetings(session: Session) -> Iterator[SearchEntry]:
    columns = (Meeting.id, Meeting.title_zh, Meeting.title_en, Meeting.city_zh, Meeting.city_en, Meeting.key)
    for id_, zh, en, city_zh, city_en, key in session.execute(select(*columns).order_by(Meeting.id)):
        yield SearchEntry("meeting", Bilingual(zh, en), Bilingual(city_zh, city_en), "meeting", id_, key)


def _agreements(session: Session) -> Iterator[SearchEntry]:
    columns = (Agreement.meeting_id, Agreement.key, Agreement.title_zh, Agreement.title_en, Agreement.number)
    query = select(*columns).order_by(Agreement.meeting_id, Agreement.position, Agreement.id)
    for meeting_id, key, zh, en, number in session.execute(query):
        detail = Bilingual(number, number)
        yield SearchEntry("agreement", Bilingual(zh, en), detail, f"agreements/{key}", meeting_id, key)


def _people(session: Session) -> Iterator[SearchEntry]:
    """Attendees with the unit and title as at that meeting: of the first post named there."""
    posts = _first_posts(session)
    columns = (
        Attendance.id,
        Attendance.meeting_id,
        Person.name_zh,
        Person.name_en,
        Person.phone,
        Attendance.unit_override_zh,
        Attendance.unit_override_en,
        Attendance.title_override_zh,
        Attendance.title_override_en,
    )
    query = select(*columns).join(Person, Person.id == Attendance.person_id)
    for row in session.execute(query.order_by(Attendance.meeting_id, Attendance.rank, Attendance.id)):
        id_, meeting_id, zh, en, phone, *overrides = row
        post = posts.get(id_, ("", "", "", ""))
        unit_zh, unit_en, title_zh, title_en = (given or held for given, held in zip(overrides, post, strict=True))
        detail = Bilingual(f"{unit_zh} {title_zh}".strip(), ", ".join(filter(None, (title_en, unit_en))))
        yield SearchEntry("person", Bilingual(zh, en), detail, f"people/{id_}", meeting_id, phone)


def _signatories(session: Session) -> Iterator[SearchEntry]:
    """Who signs an agreement without being on the list of the meeting: found at the parties of the agreement."""
    attending = exists().where(
        Attendance.meeting_id == Agreement.meeting_id, Attendance.person_id == AgreementParty.signatory_id
    )
    person = (Person.id, Person.name_zh, Person.name_en, Person.phone)
    post = (Organization.name_zh, Organization.name_en, AgreementParty.capacity_zh, AgreementParty.capacity_en)
    query = (
        select(Agreement.meeting_id, Agreement.key, *person, *post)
        .join(AgreementParty, AgreementParty.agreement_id == Agreement.id)
        .join(Person, Person.id == AgreementParty.signatory_id)
        .outerjoin(Organization, Organization.id == AgreementParty.organization_id)
        .where(~attending)
        .order_by(Agreement.meeting_id, Agreement.position, Agreement.id, AgreementParty.position)
    )
    told = set()
    for meeting_id, key, id_, zh, en, phone, unit_zh, unit_en, title_zh, title_en in session.execute(query):
        if (meeting_id, id_) not in told:
            told.add((meeting_id, id_))
            detail = Bilingual(f"{unit_zh or ''} {title_zh}".strip(), ", ".join(filter(None, (title_en, unit_en))))
            yield SearchEntry("person", Bilingual(zh, en), detail, f"agreements/{key}/parties", meeting_id, phone)


def _first_posts(session: Session) -> dict[int, tuple[str, str, str, str]]:
    columns = (
        AttendanceAppointment.attendance_id,
        Organization.name_zh,
        Organization.name_en,
        Appointment.title_zh,
        Appointment.title_en,
    )
    query = (
        select(*columns)
        .join(Appointment, Appointment.id == AttendanceAppointment.appointment_id)
        .outerjoin(Organization, Organization.id == Appointment.organization_id)
        .order_by(AttendanceAppointment.position.desc(), AttendanceAppointment.id.desc())
    )
    return {
        attendance_id: (unit_zh or "", unit_en or "", title_zh, title_en)
        for attendance_id, unit_zh, unit_en, title_zh, title_en in session.execute(query)
    }


def _organizations(session: Session) -> Iterator[SearchEntry]:
    spellings: dict[int, list[str]] = {}
    for owner, alias in session.execute(select(OrganizationAlias.organization_id, OrganizationAlias.alias)):
        spellings.setdefault(owner, []).append(alias)
    columns = (
        Organization.id,
        Organization.name_zh,
        Organization.name_en,
        Organization.short_name_zh,
        Organization.short_name_en,
    )
    for id_, zh, en, short_zh, short_en in session.execute(select(*columns).order_by(Organization.id)):
        also = " ".join(filter(None, (short_zh, short_en, *spellings.get(id_, ()))))
        yield SearchEntry(
            "organization", Bilingual(zh, en), Bilingual(short_zh, short_en), f"organizations/{id_}", 0, also
        )


def _agenda(session: Session) -> Iterator[SearchEntry]:
    columns = (AgendaItem.id, AgendaItem.meeting_id, AgendaItem.title_zh, AgendaItem.title_en, AgendaItem.start)
    query = select(*columns).order_by(AgendaItem.meeting_id, AgendaItem.position, AgendaItem.id)
    for id_, meeting_id, zh, en, start in session.execute(query):
        clock = start.strftime("%H:%M") if start else ""
        yield SearchEntry("agenda_item", Bilingual(zh, en), Bilingual(clock, clock), f"agenda/{id_}", meeting_id)
