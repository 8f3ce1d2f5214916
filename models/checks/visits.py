"""Visits: stops that cannot be reached in time or are too short, vehicles that are too small, people without a seat,
people who declined, people on two routes of one day.

Whether a route collides with the agenda is said by `models.checks.agenda`. Places: "routes/5", "routes/5/stops/7",
"routes/5/vehicles/2", "routes/5/people" and "routes/5/people/12" (an attendee).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, pairwise

from models.checks.agenda import route_period
from models.checks.finding import Finding, notice, said, warning
from models.codes import Reply
from models.rules import dates, timing
from models.snapshots.shapes import Attendee, MeetingSnapshot, Vehicle, VisitRoute

NAMED = 5  # people without a seat that a finding names
SHORTEST_STOP = 20  # minutes: a visit with explanation and questions takes no less


def check_visits(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """All routes."""
    for route in snapshot.routes:
        yield from _stops(route)
        for vehicle in route.vehicles:
            yield from _vehicle(vehicle, f"routes/{route.id}/vehicles/{vehicle.id}")
        yield from _seated_twice(route)
        yield from _members(route)
    yield from _on_two_routes(snapshot.routes)


def people_on(route: VisitRoute) -> tuple[Attendee, ...]:
    """Everybody who goes: members, leader, passengers and leaders of vehicles, each once."""
    riders = [rider for vehicle in route.vehicles for rider in (vehicle.leader, *vehicle.passengers)]
    given = [*route.members, route.leader, *riders]
    return tuple({person.id: person for person in given if person is not None}.values())


def without_seat(route: VisitRoute) -> tuple[Attendee, ...]:
    """Members who ride in none of the route's vehicles."""
    riding = {rider.id for car in route.vehicles for rider in (car.leader, *car.passengers) if rider is not None}
    return tuple(member for member in route.members if member.id not in riding)


def _stops(route: VisitRoute) -> Iterator[Finding]:
    for stop in route.stops:
        if stop.minutes is not None and stop.minutes < SHORTEST_STOP:
            place = f"routes/{route.id}/stops/{stop.id}"
            yield notice("stop_too_short", place, stop=said(stop.place), minutes=stop.minutes)
    leaves = [route.departs_at, *(stop.leave for stop in route.stops)]
    for left, stop in zip(leaves, route.stops, strict=False):
        earliest = timing.later(timing.later(left, stop.travel_minutes), stop.buffer_minutes or 0)
        if stop.arrive and earliest and timing.is_before(stop.arrive, earliest):
            values = {"arrive": dates.format_time(stop.arrive), "earliest": dates.format_time(earliest)}
            place = f"routes/{route.id}/stops/{stop.id}"
            yield warning("stop_reached_too_late", place, stop=said(stop.place), **values)


def _vehicle(vehicle: Vehicle, place: str) -> Iterator[Finding]:
    """Passengers and leader against the seats, which do not count the driver's."""
    riders = {rider.id for rider in (vehicle.leader, *vehicle.passengers) if rider is not None}
    if vehicle.seats is not None and len(riders) > vehicle.seats:
        values = {"vehicle": said(vehicle.label) or vehicle.plate, "seats": vehicle.seats, "people": len(riders)}
        yield warning("vehicle_over_capacity", place, **values)


def _seated_twice(route: VisitRoute) -> Iterator[Finding]:
    """Somebody with a seat in two vehicles of one route, or in charge of one and with a seat in another."""
    seats = sorted(
        {
            (rider.id, vehicle.id, said(rider.person.name))
            for vehicle in route.vehicles
            for rider in (vehicle.leader, *vehicle.passengers)
            if rider is not None
        }
    )
    for (person, first, name), (other, second, _) in pairwise(seats):
        if person == other and first != second:
            yield warning("seated_twice", f"routes/{route.id}/vehicles/{second}", person=name)


def _members(route: VisitRoute) -> Iterator[Finding]:
    """Who declined; who has no seat, where there are vehicles at all."""
    place, label = f"routes/{route.id}/people", said(route.label)
    for person in people_on(route):
        if person.reply is Reply.DECLINED:
            yield warning("rider_declined", f"{place}/{person.id}", person=said(person.person.name), route=label)
    waiting = [person for person in without_seat(route) if person.reply is not Reply.DECLINED]
    if route.vehicles and waiting:
        names = "、".join(person.person.name.pick("zh") for person in waiting[:NAMED])
        names += "…" if len(waiting) > NAMED else ""
        yield notice("people_without_seat", place, route=label, count=len(waiting), people=names)


def _on_two_routes(routes: tuple[VisitRoute, ...]) -> Iterator[Finding]:
    """Somebody on two routes of one day whose times do not show that both are possible."""
    for first, second in combinations(routes, 2):
        if first.day is None or first.day != second.day or (route_period(first) and route_period(second)):
            continue
        there = {person.id for person in people_on(first)}
        for person in people_on(second):
            if person.id in there:
                values = {"person": said(person.person.name), "first": said(first.label)}
                place = f"routes/{second.id}/people/{person.id}"
                yield warning("on_two_routes", place, **values, second=said(second.label))
