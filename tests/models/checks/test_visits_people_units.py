"""Findings about visits, people and units."""

from __future__ import annotations

from datetime import date, time

import pytest

from models.checks.finding import notice, warning
from models.checks.people import check_people
from models.checks.units import check_units
from models.checks.visits import check_visits
from models.codes import Reply
from models.snapshots.shapes import Bilingual, OpenPlace
from tests import sample_snapshots as sample

DAY = date(2024, 5, 20)


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


def test_members_without_a_seat_are_told_once_a_route_those_who_declined_one_by_one() -> None:
    people = [sample.attendee(f"甲{number}", id=number) for number in range(1, 8)]
    gone = sample.attendee("李华", id=9, reply=Reply.DECLINED)
    bus = sample.vehicle(id=2, leader=people[0], passengers=(gone,))
    route = sample.route(id=9, members=(*people, gone), vehicles=(bus,))
    on_foot = sample.route(id=10, members=tuple(people))
    assert list(check_visits(sample.snapshot(routes=(route, on_foot)))) == [
        warning("rider_declined", "routes/9/people/9", person="李华", route="A线"),
        notice("people_without_seat", "routes/9/people", route="A线", count=6, people="甲2、甲3、甲4、甲5、甲6…"),
    ]


@pytest.mark.parametrize(("times", "found"), [((None, None), 1), ((time(9), None), 1), ((time(9), time(14)), 0)])
def test_somebody_on_two_routes_of_one_day_whose_times_are_unknown(
    times: tuple[time | None, time | None], found: int
) -> None:
    wang, stops = sample.attendee("王明", id=4), (sample.stop(minutes=30, leave=time(16)),)
    first, second = (
        sample.route(f"{label}线", id=number, day=DAY, departs_at=at, stops=stops, members=(wang,))
        for number, (label, at) in enumerate(zip("AB", times, strict=True), 1)
    )
    other_day = sample.route(id=3, members=(wang,))
    clash = warning("on_two_routes", "routes/2/people/4", person="王明", first="A线", second="B线")
    assert list(check_visits(sample.snapshot(routes=(first, second, other_day)))) == [clash] * found


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


def test_an_entry_without_a_name() -> None:
    places = (OpenPlace(7, None, Bilingual("财政局"), Bilingual("局长")), OpenPlace(8, None))
    assert list(check_people(sample.snapshot(open_places=places))) == [
        warning("attendee_not_named", "people/7", what="财政局 局长"),
        warning("attendee_not_named", "people/8", what="2"),
    ]
