"""A purge clears what its term is over for, keeps what is needed elsewhere, and never touches names and titles."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.actions.purge_personal_data import plan_purge, purge_personal_data
from models.errors import KnownError
from models.records import Attendance, Meeting, Passenger, Person
from tests import factories as make

TERM = 90
AFTER = date(2024, 8, 19)  # the meeting was on 20 May 2024
AT = datetime(2024, 8, 19, 1, 0, tzinfo=UTC)
PERSONAL = {
    "phone": "13800138000",
    "phone_2": "0355-2113499",
    "email": "wang@x.edu.cn",
    "identity_number": "11010519491231002X",
    "ethnicity": "回族",
    "diet": "清真",
    "notes": "可打 13900139000，编号 20240520",
}
TRAVEL = {"arrival": "2024-05-19T18:00", "room": "301", "needs_room": True, "source_text": "王伟 | 13800138000"}


def attending(session: Session, meeting: Meeting, name: str = "王伟", **columns: Any) -> Attendance:
    """Somebody at the meeting with everything personal known."""
    person = make.make_person(session, name, **PERSONAL)
    return make.make_attendance(session, meeting, person, **columns)


def state(row: Person | Attendance, names: dict[str, Any]) -> dict[str, Any]:
    """The named columns of a row."""
    return {name: getattr(row, name) for name in names}


def test_numbers_whereabouts_and_the_slips_words_are_cleared(session: Session) -> None:
    meeting = make.make_meeting(session)
    attendance = attending(session, meeting, **TRAVEL, remarks_zh="联系 13700137000")
    purge_personal_data(session, meeting.id, today=AFTER, days=TERM, at=AT)
    person = session.get_one(Person, attendance.person_id)
    cleared = dict.fromkeys(PERSONAL, "") | {"notes": "可打 139****9000，编号 20240520"}
    assert state(person, PERSONAL) == cleared
    assert state(attendance, TRAVEL) == dict.fromkeys(TRAVEL, "") | {"needs_room": None}
    assert (person.name_zh, attendance.remarks_zh) == ("王伟", "联系 137****7000")
    assert meeting.personal_data_purged_at == AT


def test_who_rode_where_and_the_phones_on_the_way_are_cleared(session: Session) -> None:
    meeting = make.make_meeting(session)
    attendance = attending(session, meeting)
    route = make.make_route(session, meeting)
    stop = make.make_stop(session, route, contact_phone="13600136000")
    vehicle = make.make_vehicle(session, route, driver_phone="13500135000")
    make.make_passenger(session, vehicle, attendance)
    plan = purge_personal_data(session, meeting.id, today=AFTER, days=TERM, at=AT)
    assert (stop.contact_phone, vehicle.driver_phone) == ("", "")
    assert session.scalar(select(func.count()).select_from(Passenger)) == 0
    assert (plan.people, plan.contacts, plan.rides) == (1, 2, 1)


@pytest.mark.parametrize("day", [date(2024, 8, 1), None])
def test_who_attends_a_meeting_within_its_term_keeps_the_phone(session: Session, day: date | None) -> None:
    meeting, later = make.make_meeting(session), make.make_meeting(session, "later", starts_on=day, ends_on=day)
    attendance = attending(session, meeting)
    person = session.get_one(Person, attendance.person_id)
    make.make_attendance(session, later, person)
    plan = purge_personal_data(session, meeting.id, today=AFTER, days=TERM, at=AT)
    assert (person.phone, plan.people, plan.people_kept) == ("13800138000", 0, 1)


@pytest.mark.parametrize(("ends_on", "kept"), [(None, True), (date(2027, 5, 20), True), (date(2024, 8, 18), False)])
def test_the_contact_of_an_agreement_in_force_keeps_the_phone(
    session: Session, ends_on: date | None, kept: bool
) -> None:
    meeting = make.make_meeting(session)
    attendance = attending(session, meeting)
    agreement = make.make_agreement(session, meeting, "framework", ends_on=ends_on)
    make.make_party(session, agreement, make.make_organization(session, "武汉大学"), liaison_id=attendance.person_id)
    purge_personal_data(session, meeting.id, today=AFTER, days=TERM, at=AT)
    assert bool(session.get_one(Person, attendance.person_id).phone) is kept


def test_a_plan_counts_and_changes_nothing(session: Session) -> None:
    meeting = make.make_meeting(session)
    attending(session, meeting, **TRAVEL)
    attending(session, meeting, "侯明")
    plan = plan_purge(session, meeting.id, today=AFTER, days=TERM)
    assert (plan.people, plan.people_kept, plan.attendances, plan.kept_until) == (2, 0, 1, date(2024, 8, 18))
    assert not plan.is_empty
    assert not session.dirty


def test_a_second_purge_finds_nothing(session: Session) -> None:
    meeting = make.make_meeting(session)
    attending(session, meeting, **TRAVEL)
    purge_personal_data(session, meeting.id, today=AFTER, days=TERM, at=AT)
    assert plan_purge(session, meeting.id, today=AFTER, days=TERM).is_empty


def test_within_the_term_it_is_refused_with_the_last_day(session: Session) -> None:
    meeting = make.make_meeting(session)
    with pytest.raises(KnownError) as caught:
        plan_purge(session, meeting.id, today=date(2024, 8, 18), days=TERM)
    assert (caught.value.code, caught.value.values["until"]) == ("purge_too_early", "2024-08-18")


def test_a_meeting_without_a_day_has_no_term(session: Session) -> None:
    meeting = make.make_meeting(session, starts_on=None, ends_on=None)
    with pytest.raises(KnownError) as caught:
        plan_purge(session, meeting.id, today=AFTER, days=TERM)
    assert caught.value.code == "purge_needs_a_date"


def test_numbers_in_the_name_of_a_slip_are_masked(session: Session) -> None:
    meeting = make.make_meeting(session)
    attendance = attending(session, meeting, source="王伟13800138000.xlsx › 表1 › 第20240520行")
    purge_personal_data(session, meeting.id, today=AFTER, days=TERM, at=AT)
    assert attendance.source == "王伟138****8000.xlsx › 表1 › 第20240520行"
