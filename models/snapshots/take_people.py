"""Units, people, sides and attendees of a snapshot."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from models.codes import Reply
from models.snapshots import shapes
from models.snapshots.names import both, joined, person_name, unit_and_department
from models.snapshots.rows import MeetingRows, grouped

if TYPE_CHECKING:
    from models import records


@dataclass(slots=True)
class Known:
    """The shapes that others refer to, by id."""

    units: dict[int, shapes.Organization] = field(default_factory=dict)
    people: dict[int, shapes.Person] = field(default_factory=dict)
    attendees: dict[int, shapes.Attendee] = field(default_factory=dict)
    groups: dict[int, shapes.AttendeeGroup] = field(default_factory=dict)

    def unit(self, id_: int | None) -> shapes.Organization | None:
        """A unit, if one is meant."""
        return None if id_ is None else self.units.get(id_)

    def person(self, id_: int | None) -> shapes.Person | None:
        """A person, if one is meant."""
        return None if id_ is None else self.people.get(id_)

    def attendee(self, id_: int | None) -> shapes.Attendee | None:
        """An attendee, if one is meant."""
        return None if id_ is None else self.attendees.get(id_)

    def group(self, id_: int | None) -> shapes.AttendeeGroup | None:
        """An unnamed group, if one is meant."""
        return None if id_ is None else self.groups.get(id_)


def take_known(rows: MeetingRows) -> Known:
    """Everything that the rest of the snapshot refers to."""
    known = Known(people=_people(rows))
    known.units = _units(rows, known)
    known.attendees = _attendees(rows, known)
    known.groups = {row.id: _group(row, known) for row in rows.groups}
    return known


def take_sides(rows: MeetingRows, known: Known) -> tuple[shapes.Side, ...]:
    """The sides with their units."""
    units = grouped(rows.side_units, lambda row: row.side_id)
    return tuple(_side(row, units.get(row.id, []), known) for row in rows.sides)


def take_roles(rows: MeetingRows, known: Known) -> tuple[shapes.MeetingOrganization, ...]:
    """Who holds the meeting, in which role."""
    return tuple(
        shapes.MeetingOrganization(known.units[row.organization_id], row.role, both(row, "note"))
        for row in rows.organizations
        if row.organization_id is not None
    )


def take_own_columns(rows: MeetingRows) -> tuple[shapes.OwnColumn, ...]:
    """The columns that the meeting adds to its list."""
    return tuple(shapes.OwnColumn(row.id, both(row, "label")) for row in rows.own_columns)


def _people(rows: MeetingRows) -> dict[int, shapes.Person]:
    aliases = grouped(rows.person_aliases, lambda row: row.person_id)
    return {row.id: _person(row, aliases.get(row.id, [])) for row in rows.people}


def _person(row: records.Person, aliases: list[records.PersonAlias]) -> shapes.Person:
    return shapes.Person(
        row.id,
        person_name(row),
        row.gender,
        both(row, "academic_rank"),
        both(row, "expertise"),
        row.phone,
        row.phone_2,
        row.email,
        row.identity_number,
        row.ethnicity,
        row.diet,
        tuple(alias.alias for alias in aliases),
        row.notes,
    )


def _units(rows: MeetingRows, known: Known) -> dict[int, shapes.Organization]:
    """In the order in which the meeting names them, those above them behind."""
    stored = {row.id: row for row in rows.units}
    aliases = grouped(rows.unit_aliases, lambda row: row.organization_id)
    ids = (*rows.unit_order, *rows.units_above)
    return {id_: _unit(stored[id_], aliases.get(id_, []), known) for id_ in ids if id_ in stored}


def _unit(row: records.Organization, aliases: list[records.OrganizationAlias], known: Known) -> shapes.Organization:
    representative = known.person(row.legal_representative_id)
    return shapes.Organization(
        row.id,
        both(row, "name"),
        both(row, "short_name"),
        row.kind,
        row.parent_id,
        row.has_legal_personality,
        row.credit_code,
        representative.name if representative else None,
        both(row, "legal_representative_title"),
        both(row, "address"),
        both(row, "region"),
        row.phone,
        row.email,
        both(row, "tags"),
        both(row, "profile"),
        tuple(alias.alias for alias in aliases),
        row.notes,
    )


def _attendees(rows: MeetingRows, known: Known) -> dict[int, shapes.Attendee]:
    """By rank. An attendance without a person is not yet anybody: see `take_open_places`."""
    used = grouped(rows.used_appointments, lambda row: row.attendance_id)
    posts = {row.id: row for row in rows.appointments}
    held = grouped(rows.appointments, lambda row: row.person_id)
    own = grouped(rows.own_values, lambda row: row.attendance_id)
    attendees = {}
    for row in rows.attendances:
        person = known.person(row.person_id)
        if person is not None:
            chosen = [posts[use.appointment_id] for use in used.get(row.id, []) if use.appointment_id in posts]
            attendee = _attendee(row, person, chosen or held.get(person.id, []), known)
            values = tuple(shapes.OwnValue(value.column_id, value.text) for value in own.get(row.id, ()))
            attendees[row.id] = replace(attendee, own=values) if values else attendee
    return attendees


def take_open_places(rows: MeetingRows) -> tuple[shapes.OpenPlace, ...]:
    """The attendances without a person, by rank, but those that were declined."""
    return tuple(
        shapes.OpenPlace(
            row.id, row.side_id, both(row, "unit_override"), both(row, "title_override"), both(row, "remarks")
        )
        for row in rows.attendances
        if row.person_id is None and row.reply is not Reply.DECLINED
    )


def _attendee(
    row: records.Attendance, person: shapes.Person, held: list[records.Appointment], known: Known
) -> shapes.Attendee:
    posts = tuple(
        shapes.Post(known.unit(post.organization_id), both(post, "department"), both(post, "title"), post.id)
        for post in held
    )
    first = posts[0].organization if posts else None
    return shapes.Attendee(
        id=row.id,
        person=person,
        side_id=row.side_id,
        rank=row.rank,
        category=row.category,
        unit=both(row, "unit_override") or joined(map(_unit_of, posts), "; "),
        title=both(row, "title_override") or joined((post.title for post in posts), ", "),
        posts=posts,
        organization_id=first.id if first else None,
        reply=row.reply,
        substitute=known.person(row.substitute_id),
        claimed_role=row.claimed_role,
        arrival=row.arrival,
        arrival_trip=row.arrival_trip,
        departure=row.departure,
        departure_trip=row.departure_trip,
        needs_room=row.needs_room,
        room=row.room,
        roommate=row.roommate,
        meals=row.meals,
        table_number=row.table_number,
        own_vehicle=row.own_vehicle,
        signed_in_at=row.signed_in_at,
        remarks=both(row, "remarks"),
        source=row.source,
        source_text=row.source_text,
        unit_override=both(row, "unit_override"),
        title_override=both(row, "title_override"),
    )


def _unit_of(post: shapes.Post) -> shapes.Bilingual:
    return unit_and_department(post.organization.name if post.organization else shapes.EMPTY, post.department)


def _group(row: records.AttendeeGroup, known: Known) -> shapes.AttendeeGroup:
    return shapes.AttendeeGroup(
        row.id,
        row.side_id,
        both(row, "label"),
        row.stated_count,
        row.qualifier,
        row.list_complete,
        row.counts_organizations,
        known.unit(row.organization_id),
        both(row, "remarks"),
        row.source,
        row.source_text,
    )


def _side(row: records.Side, units: list[records.SideUnit], known: Known) -> shapes.Side:
    return shapes.Side(
        row.id,
        row.kind,
        both(row, "label"),
        row.is_host,
        tuple(known.units[unit.organization_id] for unit in units if unit.organization_id is not None),
        row.stated_headcount,
        row.headcount_qualifier,
        both(row, "note"),
    )
