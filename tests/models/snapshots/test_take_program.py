"""Agenda and visits: order, computed times, people."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy.orm import Session

from models.codes import AgendaKind
from models.snapshots import shapes
from models.snapshots.shapes import Bilingual
from tests import factories as make
from tests.models.snapshots.test_take import take


def test_items_stand_directly_before_their_parts(session: Session) -> None:
    meeting = make.make_meeting(session)
    signing = make.make_agenda_item(session, meeting, "签约", position=1)
    opening = make.make_agenda_item(session, meeting, "开幕", position=0)
    make.make_agenda_item(session, meeting, "第二轮", parent_id=signing.id, position=1)
    first = make.make_agenda_item(session, meeting, "第一轮", parent_id=signing.id, position=0)
    make.make_agenda_item(session, meeting, "合影", parent_id=first.id)
    make.make_agenda_item(session, meeting, "致辞", parent_id=opening.id, position=5)
    titles = [item.title.zh for item in take(session, meeting.id).agenda]
    assert titles == ["开幕", "致辞", "签约", "第一轮", "合影", "第二轮"]


def test_items_in_a_circle_are_not_lost(session: Session) -> None:
    meeting = make.make_meeting(session)
    one = make.make_agenda_item(session, meeting, "一")
    two = make.make_agenda_item(session, meeting, "二", parent_id=one.id)
    three = make.make_agenda_item(session, meeting, "三", parent_id=two.id)
    one.parent_id = two.id
    assert [item.title.zh for item in take(session, meeting.id).agenda] == ["一", "二", "三"]
    assert three.parent_id == two.id


def test_an_item_whose_parent_belongs_to_another_meeting_stands_at_the_top(session: Session) -> None:
    other = make.make_agenda_item(session, make.make_meeting(session, "other"))
    meeting = make.make_meeting(session)
    make.make_agenda_item(session, meeting, "签约", parent_id=other.id)
    assert [item.title.zh for item in take(session, meeting.id).agenda] == ["签约"]


def test_the_end_is_computed_across_midnight(session: Session) -> None:
    meeting = make.make_meeting(session)
    make.make_agenda_item(session, meeting, start=time(23, 30), minutes=45)
    make.make_agenda_item(session, meeting, start=time(9), position=1)
    make.make_agenda_item(session, meeting, minutes=15, position=2)
    assert [(item.start, item.end) for item in take(session, meeting.id).agenda] == [
        (time(23, 30), time(0, 15)),
        (time(9), None),
        (None, None),
    ]


def test_presenters_in_order_named_unnamed_and_units(session: Session) -> None:
    meeting, unit = make.make_meeting(session), make.make_organization(session)
    attendance = make.make_attendance(session, meeting, make.make_person(session))
    group = make.make_attendee_group(session, meeting)
    item = make.make_agenda_item(session, meeting, kind=AgendaKind.EXCHANGE, moderator_id=attendance.id)
    make.make_presenter(session, item, group_id=group.id, position=1, talk_minutes=5)
    make.make_presenter(session, item, attendance_id=attendance.id, position=0)
    make.make_presenter(session, item, organization_id=unit.id, position=2)
    snapshot = take(session, meeting.id)
    (taken,) = snapshot.agenda
    assert taken.presenters == (
        shapes.Presenter(attendee=snapshot.attendees[0]),
        shapes.Presenter(group=snapshot.groups[0], talk_minutes=5),
        shapes.Presenter(organization=snapshot.all_organizations[0]),
    )
    assert taken.moderator == snapshot.attendees[0]


def test_stops_get_their_computed_times(session: Session) -> None:
    meeting, unit = make.make_meeting(session), make.make_organization(session, "中益机械", name_en="Zhongyi")
    route = make.make_route(session, meeting, departs_at=time(14))
    make.make_stop(session, route, organization_id=unit.id, travel_minutes=20, buffer_minutes=10, minutes=40)
    make.make_stop(session, route, place_zh="双鸟集团", travel_minutes=15, guide_zh="讲解员", position=1)
    (taken,) = take(session, meeting.id).routes
    assert [(stop.place, stop.arrive, stop.leave, stop.guide) for stop in taken.stops] == [
        (Bilingual("中益机械", "Zhongyi"), time(14, 30), time(15, 10), Bilingual()),
        (Bilingual("双鸟集团"), time(15, 25), None, Bilingual("讲解员")),
    ]


def test_what_was_typed_for_a_stop_stays_apart_from_what_is_computed(session: Session) -> None:
    meeting, unit = make.make_meeting(session), make.make_organization(session)
    attendance = make.make_attendance(session, meeting, make.make_person(session))
    route = make.make_route(session, meeting, departs_at=time(9))
    make.make_stop(session, route, organization_id=unit.id, travel_minutes=20, guide_id=attendance.id)
    make.make_stop(session, route, place_zh="展厅", arrive=time(10), guide_zh="王工", position=1)
    (taken,) = take(session, meeting.id).routes
    assert [(s.fixed_arrival, s.earliest, s.own_place, s.guide_id, s.own_guide) for s in taken.stops] == [
        (None, time(9, 20), Bilingual(), attendance.id, Bilingual()),
        (time(10), None, Bilingual("展厅"), None, Bilingual("王工")),
    ]


def test_a_guide_who_attends_is_named_with_title(session: Session) -> None:
    meeting = make.make_meeting(session)
    people = [make.make_person(session, "王明"), make.make_person(session, "李华")]
    make.make_appointment(session, people[0], None)
    route = make.make_route(session, meeting)
    for position, person in enumerate(people):
        attendance = make.make_attendance(session, meeting, person)
        make.make_stop(session, route, guide_id=attendance.id, position=position)
    (taken,) = take(session, meeting.id).routes
    assert [stop.guide for stop in taken.stops] == [
        Bilingual("王明（党委书记）", "Wang Ming (Party Secretary)"),
        Bilingual("李华", "Li Hua"),
    ]


def test_vehicles_with_passengers_in_seat_order(session: Session) -> None:
    meeting = make.make_meeting(session)
    people = [make.make_attendance(session, meeting, make.make_person(session, name)) for name in ("王明", "李华")]
    route = make.make_route(session, meeting, leader_id=people[1].id)
    vehicle = make.make_vehicle(session, route, driver_zh="王师傅", driver_phone="13812345678", leader_id=people[0].id)
    for position, attendance in enumerate(reversed(people)):
        make.make_passenger(session, vehicle, attendance, position=position)
        make.make_route_member(session, route, attendance, position=1 - position)
    snapshot = take(session, meeting.id)
    (taken,), (wang, li) = snapshot.routes, snapshot.attendees
    assert (taken.leader, taken.members, taken.day) == (li, (wang, li), date(2024, 5, 20))
    driver = Bilingual("王师傅", "Wang Shifu")
    empty = Bilingual()
    assert taken.vehicles == (
        shapes.Vehicle(
            vehicle.id,
            Bilingual("1号车", "Car 1"),
            empty,
            "晋D12345",
            18,
            driver,
            "13812345678",
            wang,
            (li, wang),
            (0, 1),
            Bilingual("王师傅"),
        ),
    )


def test_drivers_names_that_pinyin_must_not_spell_stay_chinese(session: Session) -> None:
    meeting = make.make_meeting(session)
    route = make.make_route(session, meeting)
    make.make_vehicle(session, route, driver_zh="阿里·买买提")
    make.make_vehicle(session, route, driver_zh="王明", driver_en="Ming Wang")
    make.make_vehicle(session, route)
    (taken,) = take(session, meeting.id).routes
    drivers = [Bilingual("阿里·买买提"), Bilingual("王明", "Ming Wang"), Bilingual()]
    assert [vehicle.driver for vehicle in taken.vehicles] == drivers
