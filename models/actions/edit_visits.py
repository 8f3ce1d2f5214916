"""Edits visit routes: the routes of a meeting, their stops, and who goes on which."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date, time
from typing import TypeVar

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from models.actions.edit_record import FIXED, set_fields
from models.actions.row_order import moved_before, number
from models.codes import VisitPhase
from models.errors import KnownError
from models.records import Organization, Passenger, Record, RouteMember, Vehicle, VisitRoute, VisitStop
from models.rules.person_names import is_han

Row = TypeVar("Row", bound=Record)

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def add_route(
    session: Session,
    meeting_id: int,
    *,
    label_zh: str,
    label_en: str,
    day: date | None = None,
    phase: VisitPhase = VisitPhase.DURING,
    departs_at: time | None = None,
) -> int:
    """A new route behind the others; returns its id."""
    route = VisitRoute(
        meeting_id=meeting_id,
        position=len(_routes(session, meeting_id)),
        label_zh=label_zh,
        label_en=label_en,
        day=day,
        phase=phase,
        departs_at=departs_at,
    )
    return _stored(session, route)


def next_route_label(labels_zh: Collection[str]) -> tuple[str, str]:
    """The name of one more route in Chinese and English: the first letter that no name begins with, else a number."""
    taken = {label.strip()[:1].upper() for label in labels_zh}
    free = next((letter for letter in LETTERS if letter not in taken), str(len(labels_zh) + 1))
    return f"{free}线", f"Route {free}"


def duplicate_route(session: Session, route_id: int, *, label_zh: str, label_en: str) -> int:
    """The same way once more, behind the route; without people and vehicles, which cannot be in two places.

    Returns the id of the copy. KnownError: record_gone.
    """
    route = route_of(session, route_id)
    copy = _copied(route, label_zh=label_zh, label_en=label_en, leader_id=None)
    copy.stops = [_copied(stop, route_id=None) for stop in route.stops]
    siblings = _routes(session, route.meeting_id)
    copy_id = _stored(session, copy)
    at = siblings.index(route) + 1
    number([*siblings[:at], copy, *siblings[at:]])
    return copy_id


def delete_route(session: Session, route_id: int) -> None:
    """The route with its stops, vehicles and seats. KnownError: record_gone."""
    route = route_of(session, route_id)
    siblings = [each for each in _routes(session, route.meeting_id) if each is not route]
    session.delete(route)
    number(siblings)


def move_route(session: Session, route_id: int, *, to_position: int) -> None:
    """Put the route at a place among its meeting's routes, counted from 0. KnownError: record_gone."""
    route = route_of(session, route_id)
    others = [each for each in _routes(session, route.meeting_id) if each is not route]
    number([*others[:to_position], route, *others[to_position:]])


def add_stop(
    session: Session,
    route_id: int,
    *,
    before_id: int | None = None,
    organization_id: int | None = None,
    place_zh: str = "",
    place_en: str = "",
    minutes: int | None = None,
    travel_minutes: int | None = None,
    buffer_minutes: int | None = None,
) -> int:
    """A new stop in front of another one, or at the end; returns its id. KnownError: record_gone."""
    route = route_of(session, route_id)
    stop = VisitStop(
        route_id=route.id,
        position=len(route.stops),
        organization_id=organization_id,
        place_zh=place_zh.strip(),
        place_en=place_en.strip(),
        minutes=minutes,
        travel_minutes=travel_minutes,
        buffer_minutes=buffer_minutes,
    )
    route.stops.append(stop)
    session.flush()
    number(moved_before(route.stops, {stop.id}, before_id))
    return stop.id


def duplicate_stops(session: Session, route_id: int, stop_ids: Collection[int]) -> tuple[int, ...]:
    """Copies of stops, each behind its original, without fixed times; returns their ids. KnownError: record_gone."""
    route, order = route_of(session, route_id), []
    copies = []
    for stop in route.stops:
        order.append(stop)
        if stop.id in stop_ids:
            copies.append(_copied(stop, arrive=None))
            order.append(copies[-1])
    route.stops.extend(copies)
    number(order)
    session.flush()
    return tuple(copy.id for copy in copies)


def delete_stops(session: Session, route_id: int, stop_ids: Collection[int]) -> None:
    """Take stops out of a route. KnownError: record_gone."""
    route = route_of(session, route_id)
    for stop in [stop for stop in route.stops if stop.id in stop_ids]:
        route.stops.remove(stop)
    number(route.stops)


def move_stops(session: Session, route_id: int, stop_ids: Collection[int], *, before_id: int | None) -> None:
    """Put stops together in front of another one, or at the end; their order stays. KnownError: record_gone."""
    number(moved_before(route_of(session, route_id).stops, stop_ids, before_id))


def name_unit(session: Session, stop_id: int, name: str, *, expected: int | None = None) -> int:
    """Visit the unit of this name, a new one where none is known; returns its id.

    KnownError: record_gone, changed_meanwhile.
    """
    unit = unit_named(session, name)
    set_fields(session, "visit_stop", stop_id, {"organization_id": unit}, expected={"organization_id": expected})
    return unit


def unit_named(session: Session, name: str) -> int:
    """The one unit called exactly so in either language, else a new one; returns its id."""
    text = name.strip()
    column = "name_zh" if any(is_han(character) for character in text) else "name_en"
    found = session.scalars(select(Organization.id).where(getattr(Organization, column) == text).limit(2)).all()
    return found[0] if len(found) == 1 else _stored(session, Organization(**{column: text}))


def add_members(session: Session, route_id: int, attendance_ids: Iterable[int]) -> None:
    """Let attendees go on the route; who goes already stays where they stand. KnownError: record_gone."""
    route = route_of(session, route_id)
    known = {member.attendance_id for member in route.members}
    place = max((member.position for member in route.members), default=-1) + 1
    for attendance_id in dict.fromkeys(attendance_ids):
        if attendance_id not in known:
            route.members.append(RouteMember(attendance_id=attendance_id, position=place))
            place += 1
    session.flush()


def remove_members(session: Session, route_id: int, attendance_ids: Collection[int]) -> None:
    """Take people off the route, out of its vehicles and out of charge of either. KnownError: record_gone."""
    route = route_of(session, route_id)
    for member in [member for member in route.members if member.attendance_id in attendance_ids]:
        route.members.remove(member)
    if route.leader_id in attendance_ids:
        route.leader_id = None
    for vehicle in route.vehicles:
        take_seats(vehicle, attendance_ids)
        if vehicle.leader_id in attendance_ids:
            vehicle.leader_id = None
    session.flush()


def move_members(session: Session, route_id: int, attendance_ids: Sequence[int], *, to_route_id: int) -> None:
    """Let people go on another route of the meeting instead; their seats are given up. KnownError: record_gone."""
    remove_members(session, route_id, attendance_ids)
    add_members(session, to_route_id, attendance_ids)


def route_of(session: Session, route_id: int) -> VisitRoute:
    """The stored route. KnownError: record_gone."""
    return _row(session, VisitRoute, route_id)


def vehicle_of(session: Session, vehicle_id: int) -> Vehicle:
    """The stored vehicle. KnownError: record_gone."""
    return _row(session, Vehicle, vehicle_id)


def take_seats(vehicle: Vehicle, attendance_ids: Collection[int]) -> list[Passenger]:
    """Take people out of a vehicle; returns the rows that go."""
    gone = [rider for rider in vehicle.passengers if rider.attendance_id in attendance_ids]
    for rider in gone:
        vehicle.passengers.remove(rider)
    return gone


def _row(session: Session, kind: type[Row], row_id: int) -> Row:
    row = session.get(kind, row_id)
    if row is None:
        raise KnownError("record_gone", record=kind.__tablename__, number=row_id)
    return row


def _routes(session: Session, meeting_id: int) -> list[VisitRoute]:
    query = select(VisitRoute).where(VisitRoute.meeting_id == meeting_id)
    return list(session.scalars(query.order_by(VisitRoute.position, VisitRoute.id)))


def _copied(row: Row, **changes: object) -> Row:
    """A new row with the same values, but for what is given."""
    names = [column.key for column in inspect(type(row)).column_attrs if column.key not in FIXED - {"meeting_id"}]
    return type(row)(**{name: getattr(row, name) for name in names} | changes)


def _stored(session: Session, row: Record) -> int:
    session.add(row)
    session.flush()
    return row.id
