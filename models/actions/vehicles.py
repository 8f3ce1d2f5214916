"""Edits the vehicles of a route and who sits where.

Seats count from 0 in the order of honor; the driver's is not among them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import set_fields
from models.actions.edit_visits import add_members, route_of, take_seats, vehicle_of
from models.actions.row_order import number
from models.codes import Reply
from models.records import Attendance, Passenger, Vehicle, VisitRoute
from models.rules.seat_numbers import seats_taken


def add_vehicle(
    session: Session,
    route_id: int,
    *,
    label_zh: str,
    label_en: str,
    seats: int | None = None,
    model_zh: str = "",
    model_en: str = "",
) -> int:
    """A vehicle behind the others of the route; returns its id. KnownError: record_gone."""
    route = route_of(session, route_id)
    vehicle = Vehicle(
        route_id=route.id,
        position=len(route.vehicles),
        label_zh=label_zh,
        label_en=label_en,
        model_zh=model_zh,
        model_en=model_en,
        seats=seats,
    )
    route.vehicles.append(vehicle)
    session.flush()
    return vehicle.id


def delete_vehicle(session: Session, vehicle_id: int) -> None:
    """The vehicle and its seats; its people stay on the route. KnownError: record_gone."""
    vehicle = vehicle_of(session, vehicle_id)
    route = route_of(session, vehicle.route_id)
    route.vehicles.remove(vehicle)
    number(route.vehicles)


def move_vehicle(session: Session, vehicle_id: int, *, to_position: int) -> None:
    """Put the vehicle at a place of its route's convoy, counted from 0. KnownError: record_gone."""
    vehicle = vehicle_of(session, vehicle_id)
    others = [each for each in route_of(session, vehicle.route_id).vehicles if each is not vehicle]
    number([*others[:to_position], vehicle, *others[to_position:]])


def seat_people(session: Session, vehicle_id: int, attendance_ids: Sequence[int], *, seat: int | None = None) -> None:
    """Give people seats in a vehicle: the first one the seat given, the others the next that are free.

    Whoever sits on that seat takes the place the newcomer leaves, if that is in this route, else the next free seat.
    Everybody becomes a member of the route. KnownError: record_gone.
    """
    vehicle = vehicle_of(session, vehicle_id)
    route = route_of(session, vehicle.route_id)
    people = list(dict.fromkeys(attendance_ids))
    add_members(session, route.id, people)
    if seat is not None and len(people) == 1:
        _exchange(route, vehicle, people[0], seat)
    else:
        for each in route.vehicles:
            take_seats(each, people)
        _seat(vehicle, people, seat or 0)
    session.flush()


def unseat_people(session: Session, route_id: int, attendance_ids: Sequence[int]) -> None:
    """Take people out of the route's vehicles and out of charge of them; they stay members. KnownError: record_gone."""
    for vehicle in route_of(session, route_id).vehicles:
        take_seats(vehicle, attendance_ids)
        if vehicle.leader_id in attendance_ids:
            vehicle.leader_id = None
    session.flush()


def choose_leader(session: Session, vehicle_id: int, attendance_id: int | None, *, expected: int | None = None) -> None:
    """Put somebody in charge of a vehicle; they ride in it. KnownError: record_gone, changed_meanwhile."""
    vehicle = vehicle_of(session, vehicle_id)
    set_fields(session, "vehicle", vehicle_id, {"leader_id": attendance_id}, expected={"leader_id": expected})
    session.flush()
    if attendance_id is not None and attendance_id not in {rider.attendance_id for rider in vehicle.passengers}:
        seat_people(session, vehicle_id, [attendance_id])


def fill_seats(session: Session, route_id: int, *, anew: bool = False) -> int:
    """Seat the members without a seat in rank order, vehicle by vehicle; `anew` seats everybody again.

    Whoever is in charge of a vehicle rides in it. Who declined gets no seat, a vehicle whose number of seats is
    unknown no people. Returns how many still have none. KnownError: record_gone.
    """
    route = route_of(session, route_id)
    people = _by_rank(session, route)
    if anew:
        for vehicle in route.vehicles:
            take_seats(vehicle, people)
        session.flush()  # seats are given up before they are taken again
    _seat_leaders(route, people)
    seated = {rider.attendance_id for vehicle in route.vehicles for rider in vehicle.passengers}
    waiting = [person for person in people if person not in seated]
    for vehicle in route.vehicles:
        free = max((vehicle.seats or 0) - len(vehicle.passengers), 0)
        _seat(vehicle, waiting[:free])
        waiting = waiting[free:]
        if anew:
            _line_up(vehicle, people)
    session.flush()
    return len(waiting)


def _by_rank(session: Session, route: VisitRoute) -> list[int]:
    """Who goes and has not declined, by the order of the printed list."""
    going = {member.attendance_id for member in route.members}
    going |= {rider.attendance_id for vehicle in route.vehicles for rider in vehicle.passengers}
    going |= {vehicle.leader_id for vehicle in route.vehicles if vehicle.leader_id is not None}
    query = select(Attendance.id).where(Attendance.meeting_id == route.meeting_id, Attendance.reply != Reply.DECLINED)
    return [each for each in session.scalars(query.order_by(Attendance.rank, Attendance.id)) if each in going]


def _seat_leaders(route: VisitRoute, people: Sequence[int]) -> None:
    for vehicle in route.vehicles:
        leader, riders = vehicle.leader_id, {rider.attendance_id for rider in vehicle.passengers}
        if leader is not None and leader in people and leader not in riders:
            for other in route.vehicles:
                take_seats(other, [leader])
            _seat(vehicle, [leader])


def _line_up(vehicle: Vehicle, people: Sequence[int]) -> None:
    """Seats in the order of `people`, without gaps; who is not among them comes last."""
    order = {person: place for place, person in enumerate(people)}
    riders = sorted(vehicle.passengers, key=lambda rider: order.get(rider.attendance_id, len(order)))
    number(riders)


def _exchange(route: VisitRoute, vehicle: Vehicle, person: int, seat: int) -> None:
    """Put somebody on a seat; who sits there goes where they come from."""
    _settle(vehicle)
    left = next(((car, rider) for car, rider in _riders(route) if rider.attendance_id == person), None)
    there = next((rider for rider in vehicle.passengers if rider.position == seat), None)
    if there is not None and there.attendance_id == person:
        return
    if left is not None and left[0] is vehicle:
        left[1].position, free = seat, left[1].position
        if there is not None:
            there.position = free
        return
    free_seat = left[1].position if left else 0
    for car in route.vehicles:
        take_seats(car, [person])
    if there is not None:
        vehicle.passengers.remove(there)
    _seat(vehicle, [person], seat)
    if there is not None:
        _seat(left[0] if left else vehicle, [there.attendance_id], free_seat)


def _riders(route: VisitRoute) -> Iterator[tuple[Vehicle, Passenger]]:
    return ((vehicle, rider) for vehicle in route.vehicles for rider in vehicle.passengers)


def _seat(vehicle: Vehicle, people: Iterable[int], first: int = 0) -> None:
    """New seats for people: each the first free one from `first` on."""
    _settle(vehicle)
    taken = {rider.position for rider in vehicle.passengers}
    for person in people:
        seat = next((free for free in range(first, vehicle.seats or 0) if free not in taken), None)
        seat = seat if seat is not None else next(free for free in count() if free not in taken)
        taken.add(seat)
        vehicle.passengers.append(Passenger(attendance_id=person, position=seat))


def _settle(vehicle: Vehicle) -> None:
    """Give each passenger the seat that is shown, where two had the same."""
    for rider, seat in zip(vehicle.passengers, seats_taken(r.position for r in vehicle.passengers), strict=True):
        if rider.position != seat:
            rider.position = seat
