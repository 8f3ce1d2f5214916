"""The ceremony in a snapshot: plaques, signing rounds, seats, the host's lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.snapshots import shapes
from models.snapshots.names import both
from models.snapshots.rows import MeetingRows, grouped
from models.snapshots.take_people import Known

if TYPE_CHECKING:
    from models import records


def take_plaques(rows: MeetingRows, known: Known) -> tuple[shapes.Plaque, ...]:
    """The plaques in order."""
    return tuple(
        shapes.Plaque(
            id=row.id,
            action=row.action,
            text=both(row, "text"),
            giving=known.unit(row.giving_organization_id),
            receiving=known.unit(row.receiving_organization_id),
            giver=known.attendee(row.giver_id),
            receiver=known.attendee(row.receiver_id),
            agenda_item_id=row.agenda_item_id,
            remarks=both(row, "remarks"),
            base_id=row.base_id,
        )
        for row in rows.plaques
    )


def take_rounds(rows: MeetingRows, known: Known) -> tuple[shapes.SigningRound, ...]:
    """The signing rounds with their agreements, left to right, and the people on stage."""
    agreements = grouped(rows.round_agreements, lambda row: row.round_id)
    people = grouped(rows.round_people, lambda row: row.round_id)
    return tuple(
        shapes.SigningRound(
            id=row.id,
            title=both(row, "title"),
            agreement_ids=tuple(named.agreement_id for named in agreements.get(row.id, [])),
            people=_people(people.get(row.id, []), known),
            agenda_item_id=row.agenda_item_id,
            cue=both(row, "cue"),
            music=row.music,
        )
        for row in rows.rounds
    )


def take_seat_plans(rows: MeetingRows, known: Known) -> tuple[shapes.SeatPlan, ...]:
    """The drawings of seats."""
    seats = grouped(rows.seats, lambda row: row.seat_plan_id)
    return tuple(
        shapes.SeatPlan(
            row.id, row.layout, both(row, "title"), tuple(_seat(seat, known) for seat in seats.get(row.id, []))
        )
        for row in rows.seat_plans
    )


def take_cue_lines(rows: MeetingRows) -> tuple[shapes.CueLine, ...]:
    """The host's lines in order."""
    return tuple(
        shapes.CueLine(both(row, "text"), both(row, "props"), row.minutes, row.agenda_item_id, row.round_id, row.id)
        for row in rows.cue_lines
    )


def _people(rows: list[records.RoundPerson], known: Known) -> tuple[shapes.RoundPerson, ...]:
    people = []
    for row in rows:
        attendee = known.attendee(row.attendance_id)
        if attendee is not None:
            people.append(shapes.RoundPerson(attendee, row.part, row.agreement_id, row.id))
    return tuple(people)


def _seat(row: records.Seat, known: Known) -> shapes.Seat:
    return shapes.Seat(row.row, row.position, row.label, known.attendee(row.attendance_id), row.locked)
