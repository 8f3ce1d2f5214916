"""Two records of one person become one, and nothing that named the second is lost."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.merge_people import merge_people
from models.codes import Reply
from models.errors import KnownError
from models.records import (
    AgendaPresenter,
    Appointment,
    Attendance,
    Meeting,
    Passenger,
    Person,
    PersonAlias,
    Record,
    RouteMember,
)
from tests import factories as make


@pytest.fixture
def meeting(session: Session) -> Meeting:
    return make.make_meeting(session)


def pair(session: Session) -> tuple[Person, Person]:
    return make.make_person(session, "侯亮", phone="138"), make.make_person(session, "候亮", email="hou@x.cn")


def every(session: Session, kind: type[Record]) -> int:
    return len(session.scalars(select(kind)).all())


def test_the_chosen_values_stay_and_the_other_spelling_becomes_another_name(session: Session, meeting: Meeting):
    kept, other = pair(session)
    merge_people(session, kept.id, other.id, values={"name_zh": "侯亮", "phone": "138", "email": "hou@x.cn"})
    aliases = [alias.alias for alias in session.scalars(select(PersonAlias))]
    assert (every(session, Person), kept.email, "候亮" in aliases, "侯亮" in aliases) == (1, "hou@x.cn", True, False)


def test_posts_are_joined_each_once(session: Session, meeting: Meeting):
    kept, other = pair(session)
    school = make.make_organization(session, "第一中学")
    for person in (kept, other):
        make.make_appointment(session, person, school, title_zh="校长", title_en="")
    make.make_appointment(session, other, None, title_zh="代表", title_en="")
    attendance = make.make_attendance(session, meeting, other)
    make.use_appointment(session, attendance, other.appointments[0])
    merge_people(session, kept.id, other.id, values={})
    assert sorted(post.title_zh for post in kept.appointments) == ["代表", "校长"]
    assert (attendance.person_id, [use.appointment_id for use in attendance.appointments]) == (
        kept.id,
        [post.id for post in kept.appointments if post.title_zh == "校长"],
    )


def test_two_rows_of_one_meeting_become_one_with_what_either_knew(session: Session, meeting: Meeting):
    kept, other = pair(session)
    stays = make.make_attendance(session, meeting, kept, rank=0)
    goes = make.make_attendance(session, meeting, other, rank=1, reply=Reply.CONFIRMED, room="301")
    route = make.make_route(session, meeting, leader_id=goes.id)
    vehicle = make.make_vehicle(session, route)
    make.make_passenger(session, vehicle, goes)
    for row in (stays, goes):
        make.make_route_member(session, route, row)
    item = make.make_agenda_item(session, meeting)
    presenter = make.make_presenter(session, item, attendance_id=goes.id)
    merge_people(session, kept.id, other.id, values={})
    assert (every(session, Attendance), stays.reply, stays.room) == (1, Reply.CONFIRMED, "301")
    assert (route.leader_id, presenter.attendance_id) == (stays.id, stays.id)
    assert ([row.attendance_id for row in session.scalars(select(Passenger))], every(session, RouteMember)) == (
        [stays.id],
        1,
    )


def test_units_agreements_and_substitutes_name_the_one_who_stays(session: Session, meeting: Meeting):
    kept, other = pair(session)
    unit = make.make_organization(session, "第一中学", legal_representative_id=other.id)
    guest = make.make_attendance(session, meeting, make.make_person(session), substitute_id=other.id)
    merge_people(session, kept.id, other.id, values={})
    assert (unit.legal_representative_id, guest.substitute_id, every(session, Appointment)) == (kept.id, kept.id, 0)


def test_who_presents_and_rides_twice_does_so_once(session: Session, meeting: Meeting):
    kept, other = pair(session)
    stays, goes = (make.make_attendance(session, meeting, one, rank=rank) for rank, one in enumerate((kept, other)))
    item, vehicle = (
        make.make_agenda_item(session, meeting),
        make.make_vehicle(session, make.make_route(session, meeting)),
    )
    for row in (stays, goes):
        make.make_presenter(session, item, attendance_id=row.id)
        make.make_passenger(session, vehicle, row)
    merge_people(session, kept.id, other.id, values={})
    named = [[row.attendance_id for row in session.scalars(select(kind))] for kind in (AgendaPresenter, Passenger)]
    assert named == [[stays.id], [stays.id]]


def test_nobody_is_merged_with_themselves(session: Session):
    kept, _other = pair(session)
    with pytest.raises(KnownError) as caught:
        merge_people(session, kept.id, kept.id, values={})
    assert caught.value.code == "same_person"
