"""Who sits where, exactly, after each edit of vehicles and seats."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from models.actions import vehicles as edit
from models.codes import Reply
from models.errors import KnownError
from models.records import Attendance, Meeting, Vehicle, VisitRoute
from tests import factories as make

NAMES = ("梁涛", "李强", "王明", "赵敏", "陈思齐")


@pytest.fixture
def meeting(session: Session) -> Meeting:
    """A meeting of five people in rank order."""
    made = make.make_meeting(session)
    for rank, name in enumerate(NAMES):
        make.make_attendance(session, made, make.make_person(session, name), rank=rank)
    return made


@pytest.fixture
def route(session: Session, meeting: Meeting) -> VisitRoute:
    """A route with a car of two seats and a van of three."""
    made = make.make_route(session, meeting)
    make.make_vehicle(session, made, label_zh="1号车", seats=2)
    make.make_vehicle(session, made, label_zh="2号车", seats=3, position=1)
    return made


def car(session: Session, route: VisitRoute, number: int = 1) -> Vehicle:
    """A vehicle as stored."""
    session.flush()
    session.expire_all()
    return route.vehicles[number - 1]


def seated(session: Session, route: VisitRoute) -> list[dict[int, int]]:
    """For each vehicle, who sits on which seat."""
    session.flush()
    session.expire_all()
    return [{rider.position: rider.attendance_id for rider in each.passengers} for each in route.vehicles]


def going(session: Session, route: VisitRoute) -> list[int]:
    """The members."""
    session.flush()
    session.expire_all()
    return [member.attendance_id for member in route.members]


def test_a_new_vehicle_is_the_last_of_the_convoy(session: Session, route: VisitRoute) -> None:
    edit.add_vehicle(session, route.id, label_zh="3号车", label_en="Car 3", seats=22, model_zh="考斯特")
    assert [(each.label_zh, each.position) for each in route.vehicles] == [("1号车", 0), ("2号车", 0 + 1), ("3号车", 2)]
    assert (car(session, route, 3).seats, car(session, route, 3).model_zh) == (22, "考斯特")


def test_a_deleted_vehicle_leaves_its_people_on_the_route(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route).id, [1, 2])
    edit.delete_vehicle(session, car(session, route).id)
    assert (seated(session, route), going(session, route)) == ([{}], [1, 2])
    assert route.vehicles[0].position == 0


def test_the_convoy_is_put_in_another_order(session: Session, route: VisitRoute) -> None:
    edit.move_vehicle(session, car(session, route, 2).id, to_position=0)
    session.flush()
    session.expire_all()
    assert [(each.label_zh, each.position) for each in route.vehicles] == [("2号车", 0), ("1号车", 1)]


def test_people_take_the_next_free_seats_and_join_the_route(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route, 2).id, [2], seat=1)
    edit.seat_people(session, car(session, route, 2).id, [3, 1, 4])
    assert seated(session, route) == [{}, {0: 3, 1: 2, 2: 1, 3: 4}]  # one more than there are seats
    assert going(session, route) == [2, 3, 1, 4]


def test_several_people_sit_from_the_seat_given_on(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route, 2).id, [1, 2], seat=1)
    assert seated(session, route) == [{}, {1: 1, 2: 2}]


def test_moving_to_another_vehicle_gives_up_the_seat(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route).id, [1, 2])
    edit.seat_people(session, car(session, route, 2).id, [1])
    assert seated(session, route) == [{1: 2}, {0: 1}]


def test_two_in_one_vehicle_change_seats(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route, 2).id, [1, 2])
    edit.seat_people(session, car(session, route, 2).id, [2], seat=0)
    assert seated(session, route) == [{}, {0: 2, 1: 1}]
    edit.seat_people(session, car(session, route, 2).id, [2], seat=2)
    edit.seat_people(session, car(session, route, 2).id, [2], seat=2)
    assert seated(session, route) == [{}, {1: 1, 2: 2}]


def test_two_in_two_vehicles_change_seats(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route).id, [1, 2])
    edit.seat_people(session, car(session, route, 2).id, [3, 4])
    edit.seat_people(session, car(session, route, 2).id, [2], seat=0)
    assert seated(session, route) == [{0: 1, 1: 3}, {0: 2, 1: 4}]


def test_a_newcomer_on_a_taken_seat_moves_its_owner_to_the_next_free_one(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route, 2).id, [1, 2])
    edit.seat_people(session, car(session, route, 2).id, [3], seat=0)
    assert seated(session, route) == [{}, {0: 3, 1: 2, 2: 1}]


def test_unseated_people_stay_on_the_route_and_lead_nothing(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route).id, [1, 2])
    edit.choose_leader(session, car(session, route).id, 1)
    edit.unseat_people(session, route.id, [1])
    assert (seated(session, route), going(session, route)) == ([{1: 2}, {}], [1, 2])
    assert route.vehicles[0].leader_id is None


def test_whoever_leads_a_vehicle_rides_in_it(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route).id, [1])
    edit.choose_leader(session, car(session, route, 2).id, 1)
    assert (seated(session, route), car(session, route, 2).leader_id) == ([{}, {0: 1}], 1)
    edit.choose_leader(session, car(session, route, 2).id, None, expected=1)
    assert (seated(session, route), car(session, route, 2).leader_id) == ([{}, {0: 1}], None)
    with pytest.raises(KnownError, match="changed_meanwhile"):
        edit.choose_leader(session, car(session, route, 2).id, 2, expected=3)


def test_seats_are_filled_in_rank_order_around_those_who_sit(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route).id, [5], seat=0)
    edit.add_members(session, route.id, [4, 3, 2, 1])
    assert edit.fill_seats(session, route.id) == 0
    assert seated(session, route) == [{0: 5, 1: 1}, {0: 2, 1: 3, 2: 4}]


def test_everybody_is_seated_anew_in_rank_order(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route).id, [5, 4])
    edit.seat_people(session, car(session, route, 2).id, [2], seat=2)
    edit.add_members(session, route.id, [1, 3])
    assert edit.fill_seats(session, route.id, anew=True) == 0
    assert seated(session, route) == [{0: 1, 1: 2}, {0: 3, 1: 4, 2: 5}]


def test_leaders_ride_in_their_vehicle_when_seats_are_filled(session: Session, route: VisitRoute) -> None:
    edit.seat_people(session, car(session, route).id, [4, 1])
    car(session, route).leader_id = 5
    car(session, route, 2).leader_id = 1
    edit.add_members(session, route.id, [2, 3])
    assert edit.fill_seats(session, route.id, anew=True) == 0
    assert seated(session, route) == [{0: 2, 1: 5}, {0: 1, 1: 3, 2: 4}]


def test_who_declined_gets_no_seat_and_who_is_left_over_is_counted(session: Session, route: VisitRoute) -> None:
    session.get_one(Attendance, 1).reply = Reply.DECLINED
    car(session, route, 2).seats = None
    edit.add_members(session, route.id, [1, 2, 3, 4])
    assert edit.fill_seats(session, route.id) == 1
    assert seated(session, route) == [{0: 2, 1: 3}, {}]


def test_two_people_on_one_stored_seat_are_set_apart(session: Session, route: VisitRoute) -> None:
    for person in (1, 2):
        make.make_passenger(session, car(session, route, 2), session.get_one(Attendance, person))
    edit.seat_people(session, car(session, route, 2).id, [3])
    assert seated(session, route) == [{}, {0: 1, 1: 2, 2: 3}]
