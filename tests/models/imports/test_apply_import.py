"""Writing a plan: who comes to stand where, with what; one step that is taken back exactly."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.import_people import planned_anew
from models.codes import Reply
from models.imports.apply_import import Imported, apply_import
from models.imports.known_people import known_people
from models.imports.plan import Action, Decision, ImportPlan
from models.imports.plan_import import plan_import
from models.imports.tables import SlipRow
from models.records import Attendance, AttendeeGroup, Organization, Person
from models.samples import load_samples
from models.snapshots.take import take_meeting
from models.store.workspace import open_workspace
from tests import factories as make
from tests.models.actions.test_undo_of_actions import round_trip
from tests.models.imports.slips import OTHER_PHONE, PHONE, decided, file_of, group, slip
from tests.models.store.stored import content

NAMES = ("孙一", "孙二", "孙三")


def plan_for(session: Session, meeting_id: int, *rows: SlipRow, name: str = "回执.xlsx") -> ImportPlan:
    """The plan of one file, against what the workspace knows now."""
    return plan_import([file_of(*rows, name=name)], known_people(session, meeting_id))


def imported(session: Session, meeting_id: int, *rows: SlipRow, **more: Any) -> Imported:
    """The rows, imported as proposed."""
    return apply_import(session, plan_for(session, meeting_id, *rows, **more), {})


def listed(session: Session) -> list[tuple[str, str, str, str]]:
    """Name, unit and title as printed, and the side of everybody, in the order of the list."""
    meeting_id = session.scalars(select(Attendance.meeting_id)).first() or 1
    snapshot = take_meeting(session, meeting_id, taken_at=make.TAKEN_AT)
    sides = {side.id: side.label.zh for side in snapshot.sides}
    return [
        (one.person.name.zh or one.person.name.en, one.unit.zh, one.title.zh, sides.get(one.side_id or 0, ""))
        for one in snapshot.attendees
    ]


def attendance(session: Session) -> Attendance:
    """The only one."""
    return session.scalars(select(Attendance)).one()


def test_somebody_new_comes_with_unit_post_and_source(session: Session):
    meeting = make.make_meeting(session)
    row = slip(
        organization="武汉大学", department="法学院", title_zh="院长", phone=PHONE, gender="female", id_number="42",
        lodging="yes", arrival="2024-05-19", vehicle="鄂A12345", category="staff", remarks="素食",
    )  # fmt: skip
    done = imported(session, meeting.id, row)
    made = attendance(session)
    person = session.get_one(Person, made.person_id)
    assert done == Imported(added=1, units_made=1, attendance_ids=(made.id,))
    assert (person.name_zh, person.phone, person.gender, person.identity_number) == ("梁涛", PHONE, "female", "42")
    assert listed(session) == [("梁涛", "武汉大学法学院", "院长", "")]
    assert (made.needs_room, made.arrival, made.own_vehicle, made.category.value, made.remarks_zh, made.reply) == (
        True, "2024-05-19", "鄂A12345", "staff", "素食", Reply.CONFIRMED,
    )  # fmt: skip
    assert (made.source, made.source_text) == ("回执.xlsx › Sheet1 › 5", row.original)


def test_the_same_slip_again_changes_nothing(session: Session):
    meeting = make.make_meeting(session)
    rows = (slip(phone=PHONE, organization="武汉大学", title_zh="院长"), group(organization="武汉大学"))
    imported(session, meeting.id, *rows)
    assert imported(session, meeting.id, *rows) == Imported(same=2)
    assert not session.dirty


def test_units_are_found_by_every_name_and_made_once(session: Session):
    meeting, unit = make.make_meeting(session), make.make_organization(session)
    make.make_organization_alias(session, unit, "武大")
    somebody = make.make_person(session, "甲某")
    make.make_appointment(session, somebody, unit, department_zh="法学院")
    rows = [slip(NAMES[0], organization="武大"), slip(NAMES[1], organization="武大 法学院")]
    rows += [
        slip(NAMES[2], organization="新 局"),
        slip("孙四", organization="新局"),
        slip("Ann Lee", organization="MIT"),
    ]
    assert imported(session, meeting.id, *rows).units_made == 2
    assert [row.name_zh or row.name_en for row in session.scalars(select(Organization))] == ["武汉大学", "新 局", "MIT"]
    assert [row[1] for row in listed(session)] == ["武汉大学", "武汉大学法学院", "新 局", "新 局", ""]


def test_a_unit_by_its_short_name_is_the_one_stored_or_made_by_its_full_name(session: Session):
    meeting = make.make_meeting(session)
    make.make_organization(session, "云岭县工信局", name_en="")
    units = ("云岭县工业和信息化局", "云岭县人社局", "云岭县人力资源和社会保障局", "青川县工信局")
    rows = [slip(f"孙{number}", organization=unit) for number, unit in zip("一二三四", units, strict=True)]
    assert imported(session, meeting.id, *rows).units_made == 2
    full = "云岭县人力资源和社会保障局"
    assert [row[1] for row in listed(session)] == ["云岭县工信局", full, full, "青川县工信局"]


def test_progress_is_told_to_the_end(session: Session, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("models.imports.apply_import.AT_ONCE", 2)
    meeting, told = make.make_meeting(session), list[tuple[int, int]]()
    somebody = make.make_person(session, NAMES[0], phone=PHONE)
    rows = [slip(name, phone=PHONE if name == somebody.name_zh else "", email="a@b.cn") for name in NAMES]
    plan = plan_for(session, meeting.id, *rows, slip(NAMES[1], email="a@b.cn", room="301"))
    apply_import(session, plan, {}, progress=lambda *step: told.append(step))
    assert told == [(2, 5), (4, 5), (5, 5), (5, 5)]


def test_new_people_stand_behind_the_last_of_their_side(session: Session):
    meeting = make.make_meeting(session)
    whu, party = make.make_organization(session), make.make_organization(session, "上党区委", name_en="")
    school = make.make_organization(session, "政治学院", parent_id=whu.id)
    guests, hosts = (make.make_side(session, meeting, label_zh=label) for label in ("校方", "地方"))
    make.make_side_unit(session, guests, whu)
    for rank, (name, side) in enumerate((("甲某", guests), ("乙某", hosts))):
        person = make.make_person(session, name)
        make.make_appointment(session, person, party, title_zh="") if side is hosts else None
        make.make_attendance(session, meeting, person, side_id=side.id, rank=rank)
    imported(
        session, meeting.id, slip(NAMES[0], organization=school.name_zh), slip(NAMES[1], organization="上党区委"),
        slip(NAMES[2]),
    )  # fmt: skip
    assert [(name, side) for name, _unit, _title, side in listed(session)] == [
        ("甲某", "校方"), ("孙一", "校方"), ("乙某", "地方"), ("孙二", "地方"), ("孙三", ""),
    ]  # fmt: skip


def test_people_of_the_unit_that_a_side_is_named_after_stand_there(session: Session):
    meeting, whu = make.make_meeting(session), make.make_organization(session)
    make.make_organization(session, "法学院", parent_id=whu.id)
    make.make_organization(session, "云岭县人民政府", name_en="", short_name_zh="云岭县")
    for place, label in enumerate(("云岭县", "武汉大学代表团")):
        make.make_side(session, meeting, label_zh=label, position=place)
    units = ("武汉大学", "法学院", "云岭县人民政府", "云岭县工信局", "云岭市工信局")
    imported(session, meeting.id, *(slip(f"孙{one}", organization=one) for one in units))
    assert {unit: side for _name, unit, _title, side in listed(session)} == {
        "武汉大学": "武汉大学代表团",
        "法学院": "武汉大学代表团",
        "云岭县人民政府": "云岭县",
        "云岭县工信局": "云岭县",
        "云岭市工信局": "",
    }


def test_what_differs_is_written_and_what_is_kept_stays(session: Session):
    meeting, unit = make.make_meeting(session), make.make_organization(session)
    person = make.make_person(session, phone=PHONE, email="old@x.cn")
    make.make_appointment(session, person, unit, title_zh="教授", title_en="")
    make.make_attendance(session, meeting, person, reply=Reply.INVITED, source="旧.xlsx › 1")
    row = slip(phone=PHONE, email="new@x.cn", title_zh="院长", room="301", organization="武汉大学")
    plan = plan_for(session, meeting.id, row)
    done = apply_import(session, plan, decided(plan.rows[0], Action.UPDATE, 0, "email"))
    made = attendance(session)
    assert (done, person.email, made.room, made.reply) == (Imported(updated=1), "old@x.cn", "301", Reply.CONFIRMED)
    assert listed(session) == [("梁涛", "武汉大学", "院长", "")]
    assert made.source == "旧.xlsx › 1；回执.xlsx › Sheet1 › 5"


def test_what_somebody_else_changed_meanwhile_is_not_written_over(session: Session):
    meeting = make.make_meeting(session)
    person = make.make_person(session, phone=PHONE, email="old@x.cn")
    made = make.make_attendance(session, meeting, person, reply=Reply.CONFIRMED)
    plan = plan_for(session, meeting.id, slip(phone=PHONE, email="new@x.cn", room="301"))
    person.email, made.room = "hand@x.cn", "301"
    assert apply_import(session, plan, {}) == Imported(same=1, kept_meanwhile=1)
    assert person.email == "hand@x.cn"


def test_a_unit_that_somebody_has_entered_meanwhile_is_not_written_over(session: Session):
    meeting = make.make_meeting(session)
    person = make.make_person(session, phone=PHONE)
    made = make.make_attendance(session, meeting, person, reply=Reply.CONFIRMED)
    plan = plan_for(session, meeting.id, slip(phone=PHONE, organization="武汉大学"))
    made.unit_override_zh = "浙江大学"
    assert (apply_import(session, plan, {}).kept_meanwhile, made.unit_override_zh) == (1, "浙江大学")


def test_a_group_that_somebody_has_counted_meanwhile_is_not_written_over(session: Session):
    meeting = make.make_meeting(session)
    imported(session, meeting.id, group("随行人员", 2))
    plan = plan_for(session, meeting.id, group("随行人员", 3))
    made = session.scalars(select(AttendeeGroup)).one()
    made.stated_count = 5
    assert apply_import(session, plan, {}) == Imported(same=1, kept_meanwhile=1)
    assert made.stated_count == 5


def test_two_who_import_one_slip_at_once_enter_nobody_twice(session: Session):
    meeting = make.make_meeting(session)
    known = known_people(session, meeting.id)
    plan = plan_import([file_of(slip(phone=PHONE))], known)
    assert planned_anew(session, plan, known) is plan
    assert apply_import(session, plan, {}).added == 1
    assert apply_import(session, planned_anew(session, plan, known), {}) == Imported(same=1)


def test_somebody_known_comes_to_another_meeting_and_the_old_one_stays_as_it_was(session: Session):
    old, new = make.make_meeting(session, "old"), make.make_meeting(session, "new")
    person, unit = make.make_person(session, phone=PHONE), make.make_organization(session)
    make.make_appointment(session, person, unit, title_zh="教授")
    make.make_attendance(session, old, person)
    row = slip(phone=PHONE, organization="上党区委", title_zh="书记")
    assert imported(session, new.id, row) == Imported(added=1, units_made=1, attendance_ids=(2,))
    assert listed(session) == [("梁涛", "武汉大学", "教授", "")]
    later = take_meeting(session, new.id, taken_at=make.TAKEN_AT).attendees[0]
    assert (later.unit.zh, later.title.zh, later.person.id) == ("上党区委", "书记", person.id)


def test_of_several_posts_the_one_on_the_slip_is_used(session: Session):
    meeting, person = make.make_meeting(session), make.make_person(session, phone=PHONE)
    for position, (name, title) in enumerate((("武汉大学", "教授"), ("上党区委", "副书记"))):
        unit = make.make_organization(session, name)
        make.make_appointment(session, person, unit, title_zh=title, position=position)
    assert imported(session, meeting.id, slip(organization="上党区委", title_zh="副书记")).added == 1
    assert listed(session) == [("梁涛", "上党区委", "副书记", "")]


def test_doubts_are_left_out_until_they_are_decided(session: Session):
    meeting, person = make.make_meeting(session), make.make_person(session, "梁涛")
    plan = plan_for(session, meeting.id, slip(phone=PHONE), slip("", remarks="x"))
    assert apply_import(session, plan, {}) == Imported(left_in_doubt=1, refused=1)
    assert apply_import(session, plan, decided(plan.rows[0], Action.UPDATE)).added == 1
    assert (attendance(session).person_id, person.phone) == (person.id, PHONE)


@pytest.mark.parametrize(("keep", "name", "other"), [(("name_zh",), "侯亮", "候亮"), ((), "候亮", "侯亮")])
def test_the_other_spelling_of_a_name_raises_no_doubt_again(
    session: Session, keep: tuple[str, ...], name: str, other: str
):
    meeting, person = make.make_meeting(session), make.make_person(session, "侯亮", phone=PHONE)
    plan = plan_for(session, meeting.id, slip("候亮", phone=PHONE))
    assert plan.rows[0].action is Action.DOUBT
    assert apply_import(session, plan, decided(plan.rows[0], Action.UPDATE, 0, *keep)).added == 1
    assert (person.name_zh, [alias.alias for alias in person.aliases]) == (name, [other])
    again = plan_for(session, meeting.id, slip("候亮", phone=PHONE), slip("侯亮", phone=PHONE))
    assert [row.action for row in again.rows] == [Action.SAME, Action.SAME]


def test_a_doubt_decided_as_the_same_puts_the_one_known_on_the_list_unchanged(session: Session):
    meeting, person = make.make_meeting(session), make.make_person(session, "梁涛")
    plan = plan_for(session, meeting.id, slip(phone=PHONE, room="301"))
    assert apply_import(session, plan, {0: Decision(Action.SAME)}).added == 1
    assert (attendance(session).person_id, attendance(session).room, person.phone) == (person.id, "301", "")


def test_a_doubt_decided_as_somebody_new_makes_a_second_person(session: Session):
    meeting = make.make_meeting(session)
    make.make_attendance(session, meeting, make.make_person(session))
    plan = plan_for(session, meeting.id, slip(phone=PHONE))
    assert apply_import(session, plan, decided(plan.rows[0], Action.ADD, None)).added == 1
    assert [row[0] for row in listed(session)] == ["梁涛", "梁涛"]


def test_rows_about_one_person_make_one_entry(session: Session):
    meeting = make.make_meeting(session)
    rows = slip(phone=PHONE, title_zh="教授"), slip(row=8, phone=PHONE, title_zh="院长", room="301")
    assert imported(session, meeting.id, *rows) == Imported(added=1, updated=1, attendance_ids=(1,))
    assert listed(session) == [("梁涛", "", "院长", "")]
    assert attendance(session).source == "回执.xlsx › Sheet1 › 5；回执.xlsx › Sheet1 › 9"


def test_the_newest_sources_are_named_where_there_are_too_many(session: Session):
    meeting = make.make_meeting(session)
    for number in range(3):
        imported(session, meeting.id, slip(phone=PHONE, room=str(number)), name=f"{'长' * 400}{number}.xlsx")
    assert [len(one) for one in attendance(session).source.split("；")] == [419, 419]
    assert attendance(session).source.endswith("2.xlsx › Sheet1 › 5")


def test_a_row_whose_first_one_was_refused_is_added_itself(session: Session):
    meeting = make.make_meeting(session)
    plan = plan_for(session, meeting.id, slip(phone=PHONE), slip(row=8, phone=PHONE))
    assert apply_import(session, plan, decided(plan.rows[0], Action.REFUSE, None)).added == 1
    assert attendance(session).source == "回执.xlsx › Sheet1 › 9"


def test_two_rows_about_one_known_person_put_them_on_the_list_once(session: Session):
    meeting = make.make_meeting(session)
    make.make_person(session, phone=PHONE)
    rows = slip(phone=PHONE), slip(row=8, phone=PHONE, room="301")
    assert imported(session, meeting.id, *rows) == Imported(added=1, updated=1, attendance_ids=(1,))
    assert attendance(session).room == "301"


def test_somebody_deleted_since_the_plan_was_made_is_entered_anew(session: Session):
    meeting, person = make.make_meeting(session), make.make_person(session, phone=PHONE)
    plan = plan_for(session, meeting.id, slip(phone=PHONE))
    session.delete(person)
    session.flush()
    assert apply_import(session, plan, {}).added == 1
    assert [row[0] for row in listed(session)] == ["梁涛"]


def test_groups_are_made_and_counted_anew(session: Session):
    meeting = make.make_meeting(session)
    assert imported(session, meeting.id, group("随行人员", 2, organization="武汉大学")).groups == 1
    assert imported(session, meeting.id, group("随行人员", 3, organization="武汉大学")) == Imported(updated=1)
    made = session.scalars(select(AttendeeGroup)).one()
    assert (made.label_zh, made.stated_count, made.source) == ("随行人员", 3, "回执.xlsx › Sheet1 › 5")


def test_texts_no_column_holds_are_cut_and_kept_in_the_source(session: Session):
    meeting = make.make_meeting(session)
    row = slip(title_zh="长" * 2000, arrival="晚" * 200, remarks="一\x00二")
    imported(session, meeting.id, row)
    made = attendance(session)
    assert (len(listed(session)[0][2]), len(made.arrival), made.remarks_zh) == (1000, 100, "一二")
    assert made.source_text.startswith("梁涛 | " + "长" * 2000)


def test_an_import_is_one_step_and_is_taken_back_exactly(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        load_samples(workspace, ("demo-full",))
        before = content(workspace)
        with workspace.change("import_people", count=3) as session:
            first = session.scalars(select(Person).where(Person.phone != "")).first()
            assert first is not None
            meeting_id = session.scalars(select(Attendance.meeting_id)).first() or 1
            moved = slip(first.name_zh, phone=first.phone, organization="新单位", title_zh="新职务")
            done = imported(session, meeting_id, moved, slip("孙一", phone=OTHER_PHONE), group())
        assert (done.updated, done.added, done.groups) == (1, 1, 1)
        round_trip(workspace, 1)
        workspace.undo()
        assert content(workspace) == before
