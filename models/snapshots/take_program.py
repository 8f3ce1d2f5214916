"""Agenda and visits of a snapshot, with the times that are computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.rules import person_names, timing
from models.snapshots import shapes
from models.snapshots.names import both, named_with_title
from models.snapshots.order import parents_first
from models.snapshots.rows import MeetingRows, grouped
from models.snapshots.take_people import Known

if TYPE_CHECKING:
    from models import records


def take_agenda(rows: MeetingRows, known: Known) -> tuple[shapes.AgendaItem, ...]:
    """The agenda, each item before its parts."""
    presenters = grouped(rows.presenters, lambda row: row.agenda_item_id)
    return tuple(_item(row, presenters.get(row.id, []), known) for row in parents_first(rows.agenda))


def take_routes(rows: MeetingRows, known: Known) -> tuple[shapes.VisitRoute, ...]:
    """The visit routes with stops, vehicles and members."""
    stops = grouped(rows.stops, lambda row: row.route_id)
    members = grouped(rows.members, lambda row: row.route_id)
    vehicles = grouped(rows.vehicles, lambda row: row.route_id)
    passengers = grouped(rows.passengers, lambda row: row.vehicle_id)
    return tuple(
        shapes.VisitRoute(
            id=row.id,
            label=both(row, "label"),
            day=row.day,
            phase=row.phase,
            departs_at=row.departs_at,
            departs_from=both(row, "departs_from"),
            participants=both(row, "participants"),
            purpose=both(row, "purpose"),
            leader=known.attendee(row.leader_id),
            stops=_stops(row, stops.get(row.id, []), known),
            vehicles=tuple(_vehicle(car, passengers.get(car.id, []), known) for car in vehicles.get(row.id, [])),
            members=_attendees(members.get(row.id, []), known),
            remarks=both(row, "remarks"),
        )
        for row in rows.routes
    )


def _item(row: records.AgendaItem, presenters: list[records.AgendaPresenter], known: Known) -> shapes.AgendaItem:
    return shapes.AgendaItem(
        id=row.id,
        parent_id=row.parent_id,
        day=row.day,
        start=row.start,
        end=timing.later(row.start, row.minutes),
        minutes=row.minutes,
        kind=row.kind,
        title=both(row, "title"),
        detail=both(row, "detail"),
        presenters=tuple(_presenter(presenter, known) for presenter in presenters),
        moderator=known.attendee(row.moderator_id),
        place=both(row, "place"),
        materials=both(row, "materials"),
        talk_minutes=row.talk_minutes,
    )


def _presenter(row: records.AgendaPresenter, known: Known) -> shapes.Presenter:
    attendee, group = known.attendee(row.attendance_id), known.group(row.group_id)
    return shapes.Presenter(attendee, group, known.unit(row.organization_id), row.talk_minutes)


def _stops(route: records.VisitRoute, rows: list[records.VisitStop], known: Known) -> tuple[shapes.VisitStop, ...]:
    legs = [timing.Leg(row.arrive, row.minutes, row.travel_minutes, row.buffer_minutes) for row in rows]
    times = timing.stop_times(route.departs_at, legs)
    return tuple(_stop(row, at, known) for row, at in zip(rows, times, strict=True))


def _stop(row: records.VisitStop, at: timing.StopTimes, known: Known) -> shapes.VisitStop:
    unit, guide = known.unit(row.organization_id), known.attendee(row.guide_id)
    return shapes.VisitStop(
        id=row.id,
        organization=unit,
        place=both(row, "place") or (unit.name if unit else shapes.EMPTY),
        arrive=at.arrive,
        leave=at.leave,
        minutes=row.minutes,
        travel_minutes=row.travel_minutes,
        buffer_minutes=row.buffer_minutes,
        activity=both(row, "activity"),
        guide=named_with_title(guide.person.name, guide.title) if guide else both(row, "guide"),
        contact=both(row, "contact"),
        contact_phone=row.contact_phone,
        participants=both(row, "participants"),
        remarks=both(row, "remarks"),
        fixed_arrival=row.arrive,
        earliest=at.earliest,
        own_place=both(row, "place"),
        guide_id=guide.id if guide else None,
        own_guide=both(row, "guide"),
    )


def _vehicle(row: records.Vehicle, passengers: list[records.Passenger], known: Known) -> shapes.Vehicle:
    seated = [(rider, row.position) for row in passengers if (rider := known.attendee(row.attendance_id)) is not None]
    return shapes.Vehicle(
        row.id,
        both(row, "label"),
        both(row, "model"),
        row.plate,
        row.seats,
        _driver(row),
        row.driver_phone,
        known.attendee(row.leader_id),
        tuple(rider for rider, _seat in seated),
        tuple(seat for _rider, seat in seated),
        both(row, "driver"),
    )


def _driver(row: records.Vehicle) -> shapes.Bilingual:
    """The driver's name; pinyin where the English is unknown."""
    driver = both(row, "driver")
    if driver.en or not driver.zh:
        return driver
    proposed = person_names.propose_english(driver.zh)
    return shapes.Bilingual(driver.zh, proposed if proposed != driver.zh else "")


def _attendees(rows: list[records.RouteMember], known: Known) -> tuple[shapes.Attendee, ...]:
    found = (known.attendee(row.attendance_id) for row in rows)
    return tuple(attendee for attendee in found if attendee is not None)
