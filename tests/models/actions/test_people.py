"""Cells of the people table: each reaches its record, and meetings that are over keep their words."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy.orm import Session

from models.actions.people import CellChange, printed_unit, set_cells, shown
from models.actions.people_posts import add_post, remove_post, set_post, used_posts
from models.codes import MeetingStatus, Reply
from models.errors import KnownError
from models.records import Appointment, Attendance, Meeting, Organization, Person
from models.snapshots.shapes import Bilingual
from tests import factories as make


@pytest.fixture
def whu(session: Session) -> Organization:
    return make.make_organization(session, "武汉大学", name_en="Wuhan University")


@pytest.fixture
def liang(session: Session, whu: Organization) -> Attendance:
    """梁涛, dean at 武汉大学, at one meeting."""
    person = make.make_person(session)
    make.make_appointment(session, person, whu, title_zh="院长", title_en="Dean")
    return make.make_attendance(session, make.make_meeting(session), person)


def person_of(session: Session, attendance: Attendance) -> Person:
    person = session.get(Person, attendance.person_id)
    assert person is not None
    return person


def change(attendance: Attendance, column: str, before: Any, after: Any) -> CellChange:
    return CellChange(attendance.id, column, before, after)


def titles(session: Session, attendance: Attendance) -> list[str]:
    return [post.title_zh for post in used_posts(session, attendance)]


def test_cells_reach_person_attendance_and_post(session: Session, liang: Attendance):
    name = person_of(session, liang).name_zh
    set_cells(
        session,
        [
            change(liang, "name_zh", name, " 梁濤 "),
            change(liang, "reply", Reply.UNKNOWN, Reply.CONFIRMED),
            change(liang, "title_zh", "院长", "副院长"),
            change(liang, "department_zh", "", "法学院"),
        ],
    )
    found = (person_of(session, liang).name_zh, liang.reply, titles(session, liang), printed_unit(session, liang).zh)
    assert found == ("梁濤", Reply.CONFIRMED, ["副院长"], "武汉大学法学院")


def test_a_first_title_makes_the_post(session: Session):
    attendance = make.make_attendance(session, make.make_meeting(session), make.make_person(session))
    set_cells(session, [change(attendance, "title_zh", "", "教授")])
    assert titles(session, attendance) == ["教授"]


def test_another_unit_takes_the_place_of_words_that_would_hide_it(session: Session, liang: Attendance):
    liang.unit_override_zh = "武大"
    other = make.make_organization(session, "上党区人民政府")
    set_cells(session, [change(liang, "unit", shown(session, liang, "unit"), other.id)])
    assert (printed_unit(session, liang).zh, liang.unit_override_zh) == ("上党区人民政府", "")


def test_titles_of_several_posts_are_told_apart_by_their_comma(session: Session, liang: Attendance):
    add_post(session, liang).title_zh = "主任"
    set_cells(session, [change(liang, "title_zh", "院长、主任", "副院长、主任")])
    assert (titles(session, liang), liang.title_override_zh) == (["副院长", "主任"], "")


def test_other_words_for_several_posts_are_for_this_meeting_alone(session: Session, liang: Attendance):
    add_post(session, liang).title_zh = "主任"
    set_cells(session, [change(liang, "title_zh", "院长、主任", "负责人")])
    assert (titles(session, liang), shown(session, liang, "title_zh")) == (["院长", "主任"], "负责人")


def test_emptied_words_show_the_posts_again(session: Session, liang: Attendance):
    liang.title_override_zh = "负责人"
    set_cells(session, [change(liang, "title_zh", "负责人", "")])
    assert shown(session, liang, "title_zh") == "院长"


def test_a_meeting_that_is_over_keeps_the_title_of_then(session: Session, liang: Attendance):
    then = make.make_meeting(session, key="then", status=MeetingStatus.ARCHIVED)
    before = make.make_attendance(session, then, person_of(session, liang))
    set_cells(session, [change(liang, "title_zh", "院长", "副校长")])
    assert (titles(session, liang), titles(session, before)) == (["副校长"], ["院长"])


def test_meetings_that_are_prepared_share_the_post(session: Session, liang: Attendance):
    soon = make.make_attendance(session, make.make_meeting(session, key="soon"), person_of(session, liang))
    set_cells(session, [change(liang, "title_zh", "院长", "副校长")])
    assert (titles(session, soon), session.query(Appointment).count()) == (["副校长"], 1)


def test_a_post_more_and_less(session: Session, liang: Attendance, whu: Organization):
    second = add_post(session, liang)
    set_post(session, liang.id, second.id, field="title_zh", value="主任", seen="")
    set_post(session, liang.id, second.id, field="organization_id", value=whu.id, seen=None)
    both = titles(session, liang)
    remove_post(session, liang, second.id)
    session.flush()
    assert (both, titles(session, liang), session.query(Appointment).count()) == (["院长", "主任"], ["院长"], 1)


def test_a_post_of_another_meeting_is_only_left_out_here(session: Session, liang: Attendance):
    second = add_post(session, liang)
    second.title_zh = "主任"
    other = make.make_attendance(session, make.make_meeting(session, key="soon"), person_of(session, liang))
    remove_post(session, liang, second.id)
    assert (titles(session, liang), titles(session, other)) == (["院长"], ["院长", "主任"])


def test_own_columns_hold_text_and_no_empty_rows(session: Session, liang: Attendance):
    column = make.make_own_column(session, session.get_one(Meeting, liang.meeting_id))
    key = f"own-{column.id}"
    set_cells(session, [change(liang, key, "", "红色")])
    held = [value.text for value in liang.own_values]
    set_cells(session, [change(liang, key, "红色", "蓝色")])
    set_cells(session, [change(liang, key, "蓝色", " ")])
    assert (held, liang.own_values) == (["红色"], [])


def test_cells_of_a_group_have_a_minus(session: Session):
    group = make.make_attendee_group(session, make.make_meeting(session))
    set_cells(
        session,
        [CellChange(-group.id, "name_zh", "教师代表", "学生代表"), CellChange(-group.id, "stated_count", 26, 30)],
    )
    assert (group.label_zh, group.stated_count) == ("学生代表", 30)


@pytest.mark.parametrize(("column", "seen"), [("title_zh", "教授"), ("reply", Reply.INVITED), ("name_zh", "王明")])
def test_what_somebody_else_changed_is_not_written_over(session: Session, liang: Attendance, column: str, seen: Any):
    with pytest.raises(KnownError) as caught:
        set_cells(session, [change(liang, column, seen, "X" if column != "reply" else Reply.DECLINED)])
    assert caught.value.code == "changed_meanwhile"


def test_somebody_who_is_gone_is_told(session: Session):
    with pytest.raises(KnownError) as caught:
        set_cells(session, [CellChange(99, "reply", Reply.UNKNOWN, Reply.CONFIRMED)])
    assert (
        caught.value == KnownError("record_gone", record="attendance", number=99) or caught.value.code == "record_gone"
    )


def test_units_are_joined_as_papers_print_them(session: Session, liang: Attendance):
    assert printed_unit(session, liang) == Bilingual("武汉大学", "Wuhan University")
