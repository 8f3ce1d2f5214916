"""Visits: vehicles that are too small, stops that cannot be reached in time or are too short."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from models.checks.finding import Finding, notice, warning
from models.rules import dates, timing
from models.snapshots.shapes import MeetingSnapshot, Vehicle, VisitRoute

SHORTEST_STOP = 20  # minutes: a visit with explanation and questions takes no less


def check_visits(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """All routes."""
    for route in snapshot.routes:
        yield from _stops(route)
        for vehicle in route.vehicles:
            yield from _vehicle(vehicle, f"routes/{route.id}/vehicles/{vehicle.id}")
        yield from _seated_twice(route)


def _stops(route: VisitRoute) -> Iterator[Finding]:
    for stop in route.stops:
        if stop.minutes is not None and stop.minutes < SHORTEST_STOP:
            place = f"routes/{route.id}/stops/{stop.id}"
            yield notice("stop_too_short", place, stop=stop.place.pick("zh"), minutes=stop.minutes)
    leaves = [route.departs_at, *(stop.leave for stop in route.stops)]
    for left, stop in zip(leaves, route.stops, strict=False):
        earliest = timing.later(timing.later(left, stop.travel_minutes), stop.buffer_minutes or 0)
        if stop.arrive and earliest and timing.is_before(stop.arrive, earliest):
            values = {"arrive": dates.format_time(stop.arrive), "earliest": dates.format_time(earliest)}
            place = f"routes/{route.id}/stops/{stop.id}"
            yield warning("stop_reached_too_late", place, stop=stop.place.pick("zh"), **values)


def _vehicle(vehicle: Vehicle, place: str) -> Iterator[Finding]:
    """Passengers and leader against the seats, which do not count the driver's."""
    riders = {rider.id for rider in (vehicle.leader, *vehicle.passengers) if rider is not None}
    if vehicle.seats is not None and len(riders) > vehicle.seats:
        values = {"vehicle": vehicle.label.pick("zh") or vehicle.plate, "seats": vehicle.seats, "people": len(riders)}
        yield warning("vehicle_over_capacity", place, **values)


def _seated_twice(route: VisitRoute) -> Iterator[Finding]:
    """Somebody with a seat in two vehicles of one route, or in charge of one and with a seat in another."""
    seats = sorted(
        {
            (rider.id, vehicle.id, rider.person.name.pick("zh"))
            for vehicle in route.vehicles
            for rider in (vehicle.leader, *vehicle.passengers)
            if rider is not None
        }
    )
    for (person, first, name), (other, second, _) in pairwise(seats):
        if person == other and first != second:
            yield warning("seated_twice", f"routes/{route.id}/vehicles/{second}", person=name)
