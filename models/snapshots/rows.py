"""Reads the stored rows of one meeting: a fixed number of queries, however much the meeting holds."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from models import records

R = TypeVar("R", bound=records.Record)


@dataclass(slots=True)
class MeetingRows:
    """Every row of a meeting, each list in its printed order."""

    meeting: records.Meeting
    organizations: Sequence[records.MeetingOrganization] = ()
    sides: Sequence[records.Side] = ()
    side_units: Sequence[records.SideUnit] = ()
    attendances: Sequence[records.Attendance] = ()
    used_appointments: Sequence[records.AttendanceAppointment] = ()
    appointments: Sequence[records.Appointment] = ()
    groups: Sequence[records.AttendeeGroup] = ()
    own_columns: Sequence[records.OwnColumn] = ()
    own_values: Sequence[records.OwnValue] = ()
    agenda: Sequence[records.AgendaItem] = ()
    presenters: Sequence[records.AgendaPresenter] = ()
    routes: Sequence[records.VisitRoute] = ()
    stops: Sequence[records.VisitStop] = ()
    vehicles: Sequence[records.Vehicle] = ()
    passengers: Sequence[records.Passenger] = ()
    members: Sequence[records.RouteMember] = ()
    cooperations: Sequence[records.Cooperation] = ()
    responsible: Sequence[records.CooperationResponsible] = ()
    follow_ups: Sequence[records.FollowUp] = ()
    bases: Sequence[records.Base] = ()
    base_types: Sequence[records.BaseType] = ()
    batches: Sequence[records.AgreementBatch] = ()
    agreements: Sequence[records.Agreement] = ()
    parties: Sequence[records.AgreementParty] = ()
    areas: Sequence[records.AgreementArea] = ()
    variables: Sequence[records.AgreementVariable] = ()
    clauses: Sequence[records.Clause] = ()
    revisions: Sequence[records.Revision] = ()
    checklists: Sequence[records.ChecklistItem] = ()
    approvals: Sequence[records.Approval] = ()
    attachments: Sequence[records.Attachment] = ()
    seal_uses: Sequence[records.SealUse] = ()
    proof_ticks: Sequence[records.ProofTick] = ()
    plaques: Sequence[records.PlaqueAward] = ()
    rounds: Sequence[records.SigningRound] = ()
    round_agreements: Sequence[records.RoundAgreement] = ()
    round_people: Sequence[records.RoundPerson] = ()
    seat_plans: Sequence[records.SeatPlan] = ()
    seats: Sequence[records.Seat] = ()
    cue_lines: Sequence[records.CueLine] = ()
    facts: Sequence[records.Fact] = ()
    outcomes: Sequence[records.Outcome] = ()
    sources: Sequence[records.SourceDocument] = ()
    photos: Sequence[records.Photo] = ()
    readings: Sequence[records.Reading] = ()
    units: Sequence[records.Organization] = ()
    unit_aliases: Sequence[records.OrganizationAlias] = ()
    people: Sequence[records.Person] = ()
    person_aliases: Sequence[records.PersonAlias] = ()
    unit_order: list[int] = field(default_factory=list)  # ids in the order in which the meeting names them
    units_above: list[int] = field(default_factory=list)  # not named themselves: where the named ones belong


def read_rows(session: Session, meeting: records.Meeting) -> MeetingRows:
    """All rows of the meeting."""
    rows = MeetingRows(meeting)
    _read_people(session, rows)
    _read_program(session, rows)
    _read_cooperations(session, rows)
    _read_agreements(session, rows)
    _read_ceremony(session, rows)
    _read_sources(session, rows)
    _read_units(session, rows)
    _read_persons(session, rows)
    _read_outcomes(session, rows)
    return rows


def grouped(rows: Iterable[R], owner: Callable[[R], int | None]) -> dict[int, list[R]]:
    """The rows by the id of their owner, order kept; rows without one are left out."""
    groups: dict[int, list[R]] = {}
    for row in rows:
        key = owner(row)
        if key is not None:
            groups.setdefault(key, []).append(row)
    return groups


def _read_people(session: Session, rows: MeetingRows) -> None:
    attendance, meeting_id = records.Attendance, rows.meeting.id
    rows.organizations = _of_meeting(session, records.MeetingOrganization, meeting_id)
    rows.sides = _of_meeting(session, records.Side, meeting_id)
    rows.side_units = _below(session, records.SideUnit, records.Side, meeting_id)
    rows.attendances = session.scalars(
        select(attendance).where(attendance.meeting_id == meeting_id).order_by(attendance.rank, attendance.id)
    ).all()
    rows.used_appointments = _below(session, records.AttendanceAppointment, attendance, meeting_id)
    attending = select(attendance.person_id).where(attendance.meeting_id == meeting_id)
    held = _where(session, records.Appointment, records.Appointment.person_id.in_(attending))
    rows.appointments = _posts_used(held, rows)
    rows.groups = _of_meeting(session, records.AttendeeGroup, meeting_id)
    rows.own_columns = _of_meeting(session, records.OwnColumn, meeting_id)
    rows.own_values = session.scalars(
        select(records.OwnValue)
        .join(records.OwnColumn)
        .where(records.OwnColumn.meeting_id == meeting_id)
        .order_by(records.OwnColumn.position, records.OwnValue.id)
    ).all()


def _posts_used(held: Iterable[records.Appointment], rows: MeetingRows) -> list[records.Appointment]:
    """Those an attendance names; of people whose attendance names none, those held on the day."""
    chosen = {used.appointment_id for used in rows.used_appointments}
    choosing = {used.attendance_id for used in rows.used_appointments}
    choosers = {attendance.person_id for attendance in rows.attendances if attendance.id in choosing}
    day = rows.meeting.starts_on
    return [post for post in held if post.id in chosen or (post.person_id not in choosers and _is_held(post, day))]


def _is_held(post: records.Appointment, day: date | None) -> bool:
    begun = day is None or post.valid_from is None or post.valid_from <= day
    return begun and (day is None or post.valid_to is None or post.valid_to >= day)


def _read_program(session: Session, rows: MeetingRows) -> None:
    meeting_id, route = rows.meeting.id, records.VisitRoute
    rows.agenda = _of_meeting(session, records.AgendaItem, meeting_id)
    rows.presenters = _below(session, records.AgendaPresenter, records.AgendaItem, meeting_id)
    rows.routes = _of_meeting(session, route, meeting_id)
    rows.stops = _below(session, records.VisitStop, route, meeting_id)
    rows.vehicles = _below(session, records.Vehicle, route, meeting_id)
    vehicles = select(records.Vehicle.id).join(route).where(route.meeting_id == meeting_id)
    rows.passengers = _where(session, records.Passenger, records.Passenger.vehicle_id.in_(vehicles))
    rows.members = _below(session, records.RouteMember, route, meeting_id)


def _read_cooperations(session: Session, rows: MeetingRows) -> None:
    cooperation, meeting_id, base = records.Cooperation, rows.meeting.id, records.Base
    rows.cooperations = _of_meeting(session, cooperation, meeting_id)
    rows.responsible = _below(session, records.CooperationResponsible, cooperation, meeting_id)
    rows.follow_ups = _below(session, records.FollowUp, cooperation, meeting_id)
    cooperations = select(cooperation.id).where(cooperation.meeting_id == meeting_id)
    agreements = select(records.Agreement.id).where(records.Agreement.meeting_id == meeting_id)
    mine = or_(base.meeting_id == meeting_id, base.cooperation_id.in_(cooperations), base.agreement_id.in_(agreements))
    rows.bases = _where(session, base, mine)
    rows.base_types = _where(session, records.BaseType)


def _read_agreements(session: Session, rows: MeetingRows) -> None:
    meeting_id, agreement = rows.meeting.id, records.Agreement
    rows.batches = _of_meeting(session, records.AgreementBatch, meeting_id)
    rows.agreements = _of_meeting(session, agreement, meeting_id)
    rows.parties = _below(session, records.AgreementParty, agreement, meeting_id)
    rows.areas = _below(session, records.AgreementArea, agreement, meeting_id)
    rows.variables = _below(session, records.AgreementVariable, agreement, meeting_id)
    rows.clauses = _below(session, records.Clause, agreement, meeting_id)
    revision = records.Revision
    frozen = select(revision).join(agreement).where(agreement.meeting_id == meeting_id)
    rows.revisions = session.scalars(frozen.order_by(revision.number, revision.id)).all()
    rows.checklists = _below(session, records.ChecklistItem, agreement, meeting_id)
    rows.approvals = _below(session, records.Approval, agreement, meeting_id)
    rows.attachments = _below(session, records.Attachment, agreement, meeting_id)
    rows.seal_uses = _of_meeting(session, records.SealUse, meeting_id)


def _read_ceremony(session: Session, rows: MeetingRows) -> None:
    meeting_id, signing, seat = rows.meeting.id, records.SigningRound, records.Seat
    rows.plaques = _of_meeting(session, records.PlaqueAward, meeting_id)
    rows.rounds = _of_meeting(session, signing, meeting_id)
    rows.round_agreements = _below(session, records.RoundAgreement, signing, meeting_id)
    rows.round_people = _below(session, records.RoundPerson, signing, meeting_id)
    rows.seat_plans = _of_meeting(session, records.SeatPlan, meeting_id)
    seats = select(seat).join(records.SeatPlan).where(records.SeatPlan.meeting_id == meeting_id)
    rows.seats = session.scalars(seats.order_by(seat.row, seat.position, seat.id)).all()
    rows.cue_lines = _of_meeting(session, records.CueLine, meeting_id)


def _read_sources(session: Session, rows: MeetingRows) -> None:
    """The facts of the meeting, its agenda and its cooperations; those of its units and people come with these."""
    fact, meeting_id = records.Fact, rows.meeting.id
    items = select(records.AgendaItem.id).where(records.AgendaItem.meeting_id == meeting_id)
    cooperations = select(records.Cooperation.id).where(records.Cooperation.meeting_id == meeting_id)
    mine = or_(fact.meeting_id == meeting_id, fact.agenda_item_id.in_(items), fact.cooperation_id.in_(cooperations))
    rows.facts = _where(session, fact, mine)
    rows.sources = _of_meeting(session, records.SourceDocument, meeting_id)
    rows.photos = _of_meeting(session, records.Photo, meeting_id)
    rows.readings = _of_meeting(session, records.Reading, meeting_id)
    ticks = select(records.ProofTick).where(records.ProofTick.meeting_id == meeting_id)
    rows.proof_ticks = session.scalars(ticks.order_by(records.ProofTick.id)).all()


def _read_units(session: Session, rows: MeetingRows) -> None:
    """The units, in the order in which the meeting names them, and the units above them."""
    unit, alias = records.Organization, records.OrganizationAlias
    named = list(dict.fromkeys(id_ for id_ in _named_units(rows) if id_ is not None))
    rows.units = session.scalars(select(unit).where(unit.id.in_(_with_those_above(named)))).all()
    rows.unit_order = named
    rows.units_above = _above(named, {row.id: row.parent_id for row in rows.units})
    rows.unit_aliases = _where(session, alias, alias.organization_id.in_([row.id for row in rows.units]))


def _with_those_above(named: list[int]) -> Select[tuple[int]]:
    """The ids of the named units and of all above them, in one query; a circle ends where it began."""
    unit = records.Organization
    found = select(unit.id, unit.parent_id).where(unit.id.in_(named)).cte("above", recursive=True)
    found = found.union(select(unit.id, unit.parent_id).join(found, unit.id == found.c.parent_id))
    return select(found.c.id)


def _above(named: list[int], parents: dict[int, int | None]) -> list[int]:
    """The units above the named ones that the meeting does not name itself, the nearest first."""
    seen, order = set(named), list(named)
    for id_ in order:
        parent = parents.get(id_)
        if parent is not None and parent not in seen:
            seen.add(parent)
            order.append(parent)
    return order[len(named) :]


def _named_units(rows: MeetingRows) -> Iterable[int | None]:
    named = (rows.organizations, rows.side_units, rows.appointments, rows.groups, rows.presenters, rows.stops)
    yield rows.meeting.venue_organization_id
    yield from (use.organization_id for use in rows.seal_uses)
    for row in (row for family in named for row in family):
        yield row.organization_id
    for cooperation in rows.cooperations:
        yield from (cooperation.local_organization_id, cooperation.partner_organization_id)
        yield cooperation.lead_organization_id
    for base in rows.bases:
        yield from (base.local_organization_id, base.partner_organization_id)
    for plaque in rows.plaques:
        yield from (plaque.giving_organization_id, plaque.receiving_organization_id)
    for party in rows.parties:
        yield party.organization_id
    yield from (responsible.organization_id for responsible in rows.responsible)
    yield from (fact.organization_id for fact in rows.facts)


def _read_persons(session: Session, rows: MeetingRows) -> None:
    """The people, and the standing facts of people and units, which no meeting owns."""
    fact, person, alias = records.Fact, records.Person, records.PersonAlias
    ids = {id_ for id_ in _named_persons(rows) if id_ is not None}
    standing = or_(fact.organization_id.in_(rows.unit_order), fact.person_id.in_(ids))
    elsewhere = (fact.meeting_id.is_(None), fact.agenda_item_id.is_(None), fact.cooperation_id.is_(None))
    rows.facts = [*rows.facts, *_where(session, fact, standing, *elsewhere)]
    rows.people = session.scalars(select(person).where(person.id.in_(ids))).all()
    rows.person_aliases = _where(session, alias, alias.person_id.in_(ids))


def _named_persons(rows: MeetingRows) -> Iterable[int | None]:
    for attendance in rows.attendances:
        yield from (attendance.person_id, attendance.substitute_id)
    for party in rows.parties:
        yield from (party.signatory_id, party.liaison_id)
    yield from (responsible.person_id for responsible in rows.responsible)
    yield from (fact.person_id for fact in rows.facts)
    for unit in rows.units:
        yield unit.legal_representative_id


def _read_outcomes(session: Session, rows: MeetingRows) -> None:
    outcome = records.Outcome
    cooperations, facts = [row.id for row in rows.cooperations], [row.id for row in rows.facts]
    mine = or_(outcome.cooperation_id.in_(cooperations), outcome.fact_id.in_(facts))
    rows.outcomes = _where(session, outcome, mine)


def _of_meeting(session: Session, record: type[R], meeting_id: int) -> Sequence[R]:
    return _where(session, record, record.__table__.c.meeting_id == meeting_id)


def _below(session: Session, record: type[R], owner: type[records.Record], meeting_id: int) -> Sequence[R]:
    """The rows whose owner belongs to the meeting."""
    query = select(record).join(owner).where(owner.__table__.c.meeting_id == meeting_id)
    return session.scalars(query.order_by(*_order(record))).all()


def _where(session: Session, record: type[R], *conditions: ColumnElement[bool]) -> Sequence[R]:
    return session.scalars(select(record).where(*conditions).order_by(*_order(record))).all()


def _order(record: type[R]) -> tuple[ColumnElement[int], ColumnElement[int]]:
    """The printed order."""
    return record.__table__.c.position, record.__table__.c.id
