"""Reads the stored rows of one meeting: a fixed number of queries, however much the meeting holds.

The rows are plain (`models/stored_rows.py`): they have the attributes of the records they are annotated with, no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from models.looking import Looking
from models.stored_rows import PRINTED, stored_rows, stored_with_those_above

if TYPE_CHECKING:
    from models import records

R = TypeVar("R")

OF_MEETING = {
    "organizations": "meeting_organization",
    "sides": "side",
    "attendances": "attendance",
    "groups": "attendee_group",
    "own_columns": "own_column",
    "agenda": "agenda_item",
    "routes": "visit_route",
    "cooperations": "cooperation",
    "batches": "agreement_batch",
    "agreements": "agreement",
    "seal_uses": "seal_use",
    "plaques": "plaque_award",
    "rounds": "signing_round",
    "seat_plans": "seat_plan",
    "cue_lines": "cue_line",
    "sources": "source_document",
    "photos": "photo",
    "readings": "reading",
    "proof_ticks": "proof_tick",
}
# Table, the column that names the owner, and where the owners are.
BELOW = {
    "side_units": ("side_unit", "side_id", "sides"),
    "used_appointments": ("attendance_appointment", "attendance_id", "attendances"),
    "own_values": ("own_value", "column_id", "own_columns"),
    "presenters": ("agenda_presenter", "agenda_item_id", "agenda"),
    "stops": ("visit_stop", "route_id", "routes"),
    "vehicles": ("vehicle", "route_id", "routes"),
    "members": ("route_member", "route_id", "routes"),
    "passengers": ("passenger", "vehicle_id", "vehicles"),
    "responsible": ("cooperation_responsible", "cooperation_id", "cooperations"),
    "follow_ups": ("follow_up", "cooperation_id", "cooperations"),
    "parties": ("agreement_party", "agreement_id", "agreements"),
    "areas": ("agreement_area", "agreement_id", "agreements"),
    "variables": ("agreement_variable", "agreement_id", "agreements"),
    "clauses": ("clause", "agreement_id", "agreements"),
    "revisions": ("revision", "agreement_id", "agreements"),
    "checklists": ("checklist_item", "agreement_id", "agreements"),
    "approvals": ("approval", "agreement_id", "agreements"),
    "attachments": ("attachment", "agreement_id", "agreements"),
    "round_agreements": ("round_agreement", "round_id", "rounds"),
    "round_people": ("round_person", "round_id", "rounds"),
    "seats": ("seat", "seat_plan_id", "seat_plans"),
}
ORDERS = {
    "attendances": ("rank", "id"),
    "revisions": ("number", "id"),
    "seats": ("row", "position", "id"),
    "own_values": ("id",),
    "proof_ticks": ("id",),
}
UNREAD = {"revisions": ("blocks", "facts", "terms")}  # much, and looked at for few of them
TEMPLATE = ("key", "edition", "title_zh", "title_en", "based_on")  # its text is read when it is drafted from


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
    templates: Sequence[records.Template] = ()  # key, edition, titles and base of every edition, newest last
    units: Sequence[records.Organization] = ()
    unit_aliases: Sequence[records.OrganizationAlias] = ()
    people: Sequence[records.Person] = ()
    person_aliases: Sequence[records.PersonAlias] = ()
    unit_order: list[int] = field(default_factory=list)  # ids in the order in which the meeting names them
    units_above: list[int] = field(default_factory=list)  # not named themselves: where the named ones belong


def read_rows(looking: Looking, meeting: records.Meeting) -> MeetingRows:
    """All rows of the meeting."""
    found: dict[str, list[Any]] = {}
    for name, table in OF_MEETING.items():
        found[name] = stored_rows(looking, table, {"meeting_id": (meeting.id,)}, order=ORDERS.get(name, PRINTED))
    for name, (table, column, owners) in BELOW.items():
        among = {column: _ids(found[owners])}
        order, unread = ORDERS.get(name, PRINTED), UNREAD.get(name, ())
        found[name] = stored_rows(looking, table, among, order=order, unread=unread)
    rows = MeetingRows(meeting, **found)
    rows.own_values = _by_column(rows)
    _read_posts(looking, rows)
    _read_shared(looking, rows)
    _read_units(looking, rows)
    _read_persons(looking, rows)
    _read_outcomes(looking, rows)
    return rows


def grouped(rows: Iterable[R], owner: Callable[[R], int | None]) -> dict[int, list[R]]:
    """The rows by the id of their owner, order kept; rows without one are left out."""
    groups: dict[int, list[R]] = {}
    for row in rows:
        key = owner(row)
        if key is not None:
            groups.setdefault(key, []).append(row)
    return groups


def _ids(rows: Iterable[Any]) -> list[int]:
    return [row.id for row in rows]


def _by_column(rows: MeetingRows) -> list[records.OwnValue]:
    """In the order of their columns."""
    places = {column.id: place for place, column in enumerate(rows.own_columns)}
    return sorted(rows.own_values, key=lambda value: (places[value.column_id], value.id))


def _read_posts(looking: Looking, rows: MeetingRows) -> None:
    attending = {row.person_id for row in rows.attendances if row.person_id is not None}
    held = stored_rows(looking, "appointment", {"person_id": sorted(attending)})
    rows.appointments = _posts_used(held, rows)


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


def _read_shared(looking: Looking, rows: MeetingRows) -> None:
    """The bases and facts of the meeting and of what it holds; the facts of its units and people come with these."""
    own, cooperations = (rows.meeting.id,), _ids(rows.cooperations)
    agreements, agenda = _ids(rows.agreements), _ids(rows.agenda)
    bases = {"meeting_id": own, "cooperation_id": cooperations, "agreement_id": agreements}
    rows.bases = stored_rows(looking, "base", bases)
    rows.base_types = stored_rows(looking, "base_type")
    facts = {"meeting_id": own, "agenda_item_id": agenda, "cooperation_id": cooperations}
    rows.facts = stored_rows(looking, "fact", facts)
    rows.templates = stored_rows(looking, "template", columns=TEMPLATE, order=("edition", "id"))


def _read_units(looking: Looking, rows: MeetingRows) -> None:
    """The units, in the order in which the meeting names them, and the units above them."""
    named = list(dict.fromkeys(id_ for id_ in _named_units(rows) if id_ is not None))
    rows.units = stored_with_those_above(looking, "organization", named)
    rows.unit_order = named
    rows.units_above = _above(named, {row.id: row.parent_id for row in rows.units})
    rows.unit_aliases = stored_rows(looking, "organization_alias", {"organization_id": _ids(rows.units)})


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


def _read_persons(looking: Looking, rows: MeetingRows) -> None:
    """The people, and the standing facts of people and units, which no meeting owns."""
    ids = sorted({id_ for id_ in _named_persons(rows) if id_ is not None})
    elsewhere = ("meeting_id", "agenda_item_id", "cooperation_id")
    standing = stored_rows(looking, "fact", {"organization_id": rows.unit_order, "person_id": ids}, empty=elsewhere)
    rows.facts = [*rows.facts, *standing]
    rows.people = stored_rows(looking, "person", {"id": ids}, order=("id",))
    rows.person_aliases = stored_rows(looking, "person_alias", {"person_id": ids})


def _named_persons(rows: MeetingRows) -> Iterable[int | None]:
    for attendance in rows.attendances:
        yield from (attendance.person_id, attendance.substitute_id)
    for party in rows.parties:
        yield from (party.signatory_id, party.liaison_id)
    yield from (responsible.person_id for responsible in rows.responsible)
    yield from (fact.person_id for fact in rows.facts)
    for unit in rows.units:
        yield unit.legal_representative_id


def _read_outcomes(looking: Looking, rows: MeetingRows) -> None:
    """The results of the cooperations and facts."""
    owners = {"cooperation_id": _ids(rows.cooperations), "fact_id": _ids(rows.facts)}
    rows.outcomes = stored_rows(looking, "outcome", owners)
