"""Findings about visits, people and units."""

from __future__ import annotations

from datetime import time

import pytest

from models.checks.finding import notice, warning
from models.checks.people import check_people
from models.checks.units import check_units
from models.checks.visits import check_visits
from models.snapshots.shapes import Bilingual
from tests import sample_snapshots as sample


def test_a_vehicle_with_more_people_than_seats() -> None:
    people = [sample.attendee(name) for name in ("王明", "李华", "张三")]
    small = sample.vehicle(id=2, seats=2, leader=people[0], passengers=tuple(people))
    unknown = sample.vehicle(seats=None, passengers=tuple(people))
    nameless = sample.vehicle("", "", id=3, seats=0, leader=people[0])
    routes = tuple(sample.route(id=number, vehicles=(car,)) for number, car in enumerate((small, unknown, nameless)))
    assert list(check_visits(sample.snapshot(routes=routes))) == [
        warning("vehicle_over_capacity", "routes/0/vehicles/2", vehicle="1号车", seats=2, people=3),
        warning("vehicle_over_capacity", "routes/2/vehicles/3", vehicle="晋D12345", seats=0, people=1),
    ]


def test_somebody_with_seats_in_two_vehicles() -> None:
    rider = sample.attendee("王明")
    cars = tuple(sample.vehicle(id=number, passengers=(rider,)) for number in (1, 2))
    route = sample.route(id=9, vehicles=cars)
    assert list(check_visits(sample.snapshot(routes=(route,)))) == [
        warning("seated_twice", "routes/9/vehicles/2", person="王明")
    ]


def test_whoever_is_in_charge_of_one_vehicle_rides_in_no_other() -> None:
    leader = sample.attendee("许雯")
    cars = (sample.vehicle(id=1, leader=leader, passengers=(leader,)), sample.vehicle(id=2, passengers=(leader,)))
    assert list(check_visits(sample.snapshot(routes=(sample.route(id=9, vehicles=cars),)))) == [
        warning("seated_twice", "routes/9/vehicles/2", person="许雯")
    ]
    assert list(check_visits(sample.snapshot(routes=(sample.route(vehicles=cars[:1]),)))) == []


def test_stops_that_are_too_short_or_cannot_be_reached() -> None:
    first = sample.stop(id=1, travel_minutes=20, arrive=time(9, 20), minutes=15, leave=time(9, 35))
    second = sample.stop("双鸟", id=2, travel_minutes=30, buffer_minutes=10, arrive=time(10), minutes=30)
    route = sample.route(id=9, departs_at=time(9), stops=(first, second))
    assert list(check_visits(sample.snapshot(routes=(route,)))) == [
        notice("stop_too_short", "routes/9/stops/1", stop="中益机械", minutes=15),
        warning("stop_reached_too_late", "routes/9/stops/2", stop="双鸟", arrive="10:00", earliest="10:15"),
    ]


def test_stops_without_times_are_fine() -> None:
    assert list(check_visits(sample.snapshot(routes=(sample.route(stops=(sample.stop(), sample.stop())),)))) == []


def test_two_people_of_one_name() -> None:
    people = (sample.attendee("王伟", id=1), sample.attendee("王伟", id=2, unit=Bilingual("财政局")))
    assert list(check_people(sample.snapshot(attendees=people))) == [
        notice("same_name", "people/2", person="王伟", unit="财政局", other_unit="武汉大学")
    ]


def test_one_person_listed_twice() -> None:
    who = sample.person("王伟")
    people = (sample.attendee(person=who, id=1), sample.attendee(person=who, id=2))
    assert list(check_people(sample.snapshot(attendees=people))) == [
        warning("person_listed_twice", "people/2", person="王伟")
    ]


@pytest.mark.parametrize(
    ("credit_code", "code", "more"),
    [
        ("9135020007283195", "credit_code_length", {}),
        ("913502000728319$49", "credit_code_character", {}),
        ("91350203M0001QAY9B", "credit_code_check", {}),
        ("913502000728319536", "credit_code_check", {}),
        ("9135O2000728319549", "credit_code_look_alike", {"suggested": "913502000728319549"}),
    ],
)
def test_credit_codes_that_cannot_be_right(credit_code: str, code: str, more: dict[str, str]) -> None:
    unit = sample.organization(id=4, credit_code=credit_code)
    assert list(check_units(sample.snapshot(all_organizations=(unit,)))) == [
        warning(code, "organizations/4", unit="武汉大学", credit_code=credit_code, **more)
    ]


def test_right_codes_and_none_are_fine() -> None:
    units = (sample.organization(), sample.organization(credit_code="913502000728319549"))
    assert list(check_units(sample.snapshot(all_organizations=units))) == []
