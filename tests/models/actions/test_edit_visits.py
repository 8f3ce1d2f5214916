"""Editing routes, stops and members: what is stored afterwards, exactly."""

from __future__ import annotations

from datetime import date, time

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions import edit_visits as edit
from models.codes import VisitPhase
from models.errors import KnownError
from models.records import Attendance, Meeting, Organization, RouteMember, VisitRoute, VisitStop
from tests import factories as make


@pytest.fixture
def meeting(session: Session) -> Meeting:
    """A meeting with the routes A, B and C."""
    made = make.make_meeting(session)
    for position, letter in enumerate("ABC"):
        make.make_route(session, made, label_zh=f"{letter}线", label_en=f"Route {letter}", position=position)
    return made


def routes(session: Session) -> list[tuple[str, int]]:
    """Names and places of the routes, in order."""
    found = session.scalars(select(VisitRoute).order_by(VisitRoute.position))
    return [(route.label_zh, route.position) for route in found]


def route(session: Session, label: str = "A线") -> VisitRoute:
    """A route as stored."""
    session.flush()
    session.expire_all()
    return session.scalars(select(VisitRoute).where(VisitRoute.label_zh == label)).one()


def people(session: Session, meeting: Meeting, *names: str) -> list[Attendance]:
    """Attendees in rank order."""
    return [
        make.make_attendance(session, meeting, make.make_person(session, name), rank=rank)
        for rank, name in enumerate(names)
    ]


def stops(session: Session, *places: str) -> list[VisitStop]:
    """Stops of route A."""
    return [
        make.make_stop(session, route(session), place_zh=place, position=position)
        for position, place in enumerate(places)
    ]


def order(session: Session) -> list[tuple[str, int]]:
    """Places and positions of the stops of route A."""
    return [(stop.place_zh, stop.position) for stop in route(session).stops]


def test_a_new_route_stands_last(session: Session, meeting: Meeting) -> None:
    route_id = edit.add_route(
        session, meeting.id, label_zh="D线", label_en="Route D", day=date(2024, 5, 20), phase=VisitPhase.AFTER
    )
    made = session.get_one(VisitRoute, route_id)
    assert (made.position, made.label_en, made.day, made.phase) == (3, "Route D", date(2024, 5, 20), VisitPhase.AFTER)


@pytest.mark.parametrize(
    ("taken", "names"),
    [
        ([], ("A线", "Route A")),
        (["A线：食品", "c线"], ("B线", "Route B")),
        ([f"{letter}线" for letter in edit.LETTERS], ("27线", "Route 27")),
    ],
)
def test_the_next_route_takes_the_first_free_letter(taken: list[str], names: tuple[str, str]) -> None:
    assert edit.next_route_label(taken) == names


def test_a_copy_has_the_same_way_but_nobody_on_it(session: Session, meeting: Meeting) -> None:
    liang, *_ = people(session, meeting, "梁涛")
    stops(session, "一厂", "二厂")
    original = route(session)
    original.leader_id, original.departs_at = liang.id, time(9)
    make.make_vehicle(session, original)
    make.make_route_member(session, original, liang)
    copy = session.get_one(VisitRoute, edit.duplicate_route(session, original.id, label_zh="D线", label_en="Route D"))
    assert routes(session) == [("A线", 0), ("D线", 1), ("B线", 2), ("C线", 3)]
    assert (copy.departs_at, copy.leader_id, copy.vehicles, copy.members) == (time(9), None, [], [])
    assert [(stop.place_zh, stop.position) for stop in copy.stops] == [("一厂", 0), ("二厂", 1)]
    assert len(original.stops) == 2


def test_a_deleted_route_takes_all_its_own_along(session: Session, meeting: Meeting) -> None:
    liang, *_ = people(session, meeting, "梁涛")
    stops(session, "一厂")
    make.make_passenger(session, make.make_vehicle(session, route(session)), liang)
    make.make_route_member(session, route(session), liang)
    edit.delete_route(session, route(session).id)
    session.flush()
    assert routes(session) == [("B线", 0), ("C线", 1)]
    assert session.scalars(select(VisitStop)).all() == session.scalars(select(RouteMember)).all() == []


@pytest.mark.parametrize(("to", "labels"), [(0, "CAB"), (1, "ACB"), (2, "ABC"), (9, "ABC")])
def test_a_route_moves_to_a_place(session: Session, meeting: Meeting, to: int, labels: str) -> None:
    edit.move_route(session, route(session, "C线").id, to_position=to)
    session.flush()
    assert routes(session) == [(f"{letter}线", place) for place, letter in enumerate(labels)]


def test_a_new_stop_stands_in_front_of_another_or_last(session: Session, meeting: Meeting) -> None:
    first, _second = stops(session, "一厂", "二厂")
    stop_id = edit.add_stop(session, route(session).id, before_id=first.id, place_zh=" 大门 ", minutes=5)
    edit.add_stop(session, route(session).id, place_en="Hotel", travel_minutes=10, buffer_minutes=5)
    assert order(session) == [("大门", 0), ("一厂", 1), ("二厂", 2), ("", 3)]
    assert (session.get_one(VisitStop, stop_id).minutes, route(session).stops[3].travel_minutes) == (5, 10)


def test_copies_of_stops_stand_behind_them_without_fixed_times(session: Session, meeting: Meeting) -> None:
    first, second, _third = stops(session, "一厂", "二厂", "三厂")
    first.arrive = second.arrive = time(9)
    copies = edit.duplicate_stops(session, route(session).id, {second.id, first.id})
    assert order(session) == [("一厂", 0), ("一厂", 1), ("二厂", 2), ("二厂", 3), ("三厂", 4)]
    assert [session.get_one(VisitStop, copy).arrive for copy in copies] == [None, None]
    assert route(session).stops[0].arrive == time(9)


def test_deleted_stops_leave_no_gap(session: Session, meeting: Meeting) -> None:
    made = stops(session, "一厂", "二厂", "三厂")
    edit.delete_stops(session, route(session).id, {made[0].id, made[1].id, 99})
    assert order(session) == [("三厂", 0)]


def test_stops_move_together(session: Session, meeting: Meeting) -> None:
    made = stops(session, "一厂", "二厂", "三厂")
    edit.move_stops(session, route(session).id, [made[2].id, made[1].id], before_id=made[0].id)
    assert order(session) == [("二厂", 0), ("三厂", 1), ("一厂", 2)]


def test_members_are_added_once_in_the_order_given(session: Session, meeting: Meeting) -> None:
    liang, li, wang = people(session, meeting, "梁涛", "李强", "王明")
    edit.add_members(session, route(session).id, [li.id])
    edit.add_members(session, route(session).id, [wang.id, li.id, liang.id, wang.id])
    assert [(m.attendance_id, m.position) for m in route(session).members] == [(li.id, 0), (wang.id, 1), (liang.id, 2)]


def test_who_leaves_a_route_leaves_its_seats_and_its_charge(session: Session, meeting: Meeting) -> None:
    liang, li = people(session, meeting, "梁涛", "李强")
    leaving = route(session)
    edit.add_members(session, leaving.id, [liang.id, li.id])
    vehicle = make.make_vehicle(session, leaving, leader_id=liang.id)
    for seat, person in enumerate((liang, li)):
        make.make_passenger(session, vehicle, person, position=seat)
    leaving.leader_id = liang.id
    edit.move_members(session, leaving.id, [liang.id], to_route_id=route(session, "B线").id)
    left = route(session)
    assert ([m.attendance_id for m in left.members], left.leader_id) == ([li.id], None)
    assert ([r.attendance_id for r in left.vehicles[0].passengers], left.vehicles[0].leader_id) == ([li.id], None)
    assert [m.attendance_id for m in route(session, "B线").members] == [liang.id]


def test_a_route_that_is_gone_is_named(session: Session) -> None:
    with pytest.raises(KnownError) as caught:
        edit.delete_route(session, 99)
    assert (caught.value.code, caught.value.values) == ("record_gone", {"record": "visit_route", "number": 99})


def test_a_unit_is_created_where_it_is_visited(session: Session, meeting: Meeting) -> None:
    first, second, third = stops(session, "", "", "")
    unit = edit.name_unit(session, first.id, " 新华电子 ")
    assert edit.name_unit(session, second.id, "新华电子") == unit
    foreign = edit.name_unit(session, third.id, "Acme", expected=None)
    found = [(each.name_zh, each.name_en) for each in session.scalars(select(Organization).order_by(Organization.id))]
    assert found == [("新华电子", ""), ("", "Acme")]
    assert [stop.organization_id for stop in route(session).stops] == [unit, unit, foreign]
    with pytest.raises(KnownError, match="changed_meanwhile"):
        edit.name_unit(session, first.id, "Acme", expected=99)
