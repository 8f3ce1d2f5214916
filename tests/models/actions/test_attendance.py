"""The list of a meeting: added, removed with all that names them, moved, put in order."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.attendance import (
    add_group,
    add_known_person,
    add_named,
    add_people,
    add_person,
    create_unit_of,
    move_rows,
    remove_rows,
)
from models.actions.paste_people import paste_people
from models.actions.people import CellChange, set_cells
from models.actions.people_columns import (
    MOST,
    add_own_column,
    move_own_columns,
    own_columns,
    remove_own_column,
    rename_own_column,
)
from models.actions.sort_people import Order, sort_people
from models.codes import Reply
from models.errors import KnownError
from models.new_people import NewPerson
from models.records import (
    AgendaItem,
    AgendaPresenter,
    Attendance,
    AttendeeGroup,
    Meeting,
    Organization,
    Passenger,
    Person,
    VisitRoute,
)
from tests import factories as make


@pytest.fixture
def meeting(session: Session) -> Meeting:
    return make.make_meeting(session)


def listed(session: Session, meeting: Meeting) -> list[str]:
    """The names by rank; the ranks are 0, 1, 2 …"""
    query = select(Person, Attendance.rank).join(Attendance, Attendance.person_id == Person.id)
    rows = session.execute(query.where(Attendance.meeting_id == meeting.id).order_by(Attendance.rank)).all()
    assert [rank for _person, rank in rows] == list(range(len(rows)))
    return [person.name_zh or person.name_en for person, _rank in rows]


def add(session: Session, meeting: Meeting, *names: str) -> list[int]:
    return [add_person(session, meeting.id, name=name) for name in names]


def test_people_are_added_at_the_end_or_before_somebody(session: Session, meeting: Meeting):
    first = add(session, meeting, "甲", "Helen M.")[0]
    add_person(session, meeting.id, name="乙", before_id=first)
    assert listed(session, meeting) == ["乙", "甲", "Helen M."]


def test_somebody_put_between_others_is_of_their_side(session: Session, meeting: Meeting):
    side = make.make_side(session, meeting)
    first = add_person(session, meeting.id, name="甲", side_id=side.id)
    second = add_person(session, meeting.id, name="乙", before_id=first)
    assert session.get_one(Attendance, second).side_id == side.id


def test_somebody_new_is_of_the_one_side_that_has_their_unit(session: Session, meeting: Meeting):
    guests, hosts = (make.make_side(session, meeting, position=n, is_host=bool(n)) for n in (0, 1))
    university, county = (make.make_organization(session, name) for name in ("武汉大学", "上党区"))
    school = make.make_organization(session, "测绘学院", parent_id=university.id)
    for side, unit in ((guests, university), (hosts, county)):
        make.make_side_unit(session, side, unit)
    known = make.make_person(session, "李强")
    make.make_appointment(session, known, school)
    picked = add_known_person(session, meeting.id, known.id)
    typed, other = add(session, meeting, "甲", "乙")
    set_cells(session, [CellChange(typed, "unit", None, county.id)])
    make.make_side_unit(session, hosts, university)  # two sides have it now
    set_cells(session, [CellChange(other, "unit", None, university.id)])
    pasted = add_people(session, meeting.id, [NewPerson({"name_zh": "丙", "unit": county.id})])
    sides = [session.get_one(Attendance, row).side_id for row in (picked, typed, other, *pasted)]
    assert sides == [guests.id, hosts.id, None, hosts.id]


def test_a_known_person_is_listed_once(session: Session, meeting: Meeting):
    person = make.make_person(session)
    add_known_person(session, meeting.id, person.id)
    with pytest.raises(KnownError) as caught:
        add_known_person(session, meeting.id, person.id)
    assert caught.value.code == "already_listed"


def test_a_name_typed_is_the_first_known_person_called_so(session: Session, meeting: Meeting):
    first, _second = make.make_person(session, "钱多多"), make.make_person(session, "钱多多")
    dean = make.make_person(session, "", name_en="Ann Lee")
    both = make.make_person(session, "梁涛", name_en="Liang Tao")
    typed = (("钱 多多", "zh"), ("ann lee", "zh"), ("Liang Tao", "en"), ("Liang Tao", "zh"), ("  ", "zh"))
    rows = [session.get_one(Attendance, add_named(session, meeting.id, name=n, language=spoken)) for n, spoken in typed]
    assert [row.person_id for row in rows[:3]] == [first.id, dean.id, both.id]
    new = [session.get_one(Person, row.person_id) for row in rows[3:]]
    assert [(person.name_zh, person.name_en) for person in new] == [("", "Liang Tao"), ("", "")]


def test_a_name_typed_of_somebody_listed_already_is_refused(session: Session, meeting: Meeting):
    add_named(session, meeting.id, name="梁涛", language="zh")
    with pytest.raises(KnownError) as caught:
        add_named(session, meeting.id, name="梁涛", language="zh")
    assert caught.value.code == "already_listed"


def test_pasted_people_get_all_their_columns_and_each_unit_is_made_once(session: Session, meeting: Meeting):
    column = make.make_own_column(session, meeting)
    given = {"name_zh": "李新", "title_zh": "主任", "reply": Reply.CONFIRMED, "phone": "139", f"own-{column.id}": "红"}
    people = [NewPerson(given, "新能源研究院"), NewPerson({"name_zh": "王五"}, "新能源研究院")]
    ids = add_people(session, meeting.id, people)
    row = session.get_one(Attendance, ids[0])
    person = session.get_one(Person, row.person_id)
    assert (listed(session, meeting), row.reply, person.phone) == (["李新", "王五"], Reply.CONFIRMED, "139")
    assert ([value.text for value in row.own_values], person.appointments[0].title_zh) == (["红"], "主任")
    assert [unit.name_zh for unit in session.scalars(select(Organization))] == ["新能源研究院"]


def test_a_paste_changes_cells_and_makes_units_in_one_step(session: Session, meeting: Meeting):
    first = add(session, meeting, "甲")[0]
    cells = [CellChange(first, "unit", None, "新单位"), CellChange(first, "room", "", "301")]
    paste_people(session, meeting.id, people=[NewPerson({"name_zh": "乙"})], cells=cells, units=["新单位"])
    row = session.get_one(Attendance, first)
    person = session.get_one(Person, row.person_id)
    unit = session.get_one(Organization, person.appointments[0].organization_id)
    assert (listed(session, meeting), row.room, unit.name_zh) == (["甲", "乙"], "301", "新单位")


def test_a_new_unit_is_at_once_that_of_a_person_or_a_group(session: Session, meeting: Meeting):
    row, group = add(session, meeting, "甲")[0], add_group(session, meeting.id, label="学生代表")
    unit = create_unit_of(session, row, name="浙江大学", seen=None)
    assert create_unit_of(session, -group, name="浙江大学", seen=None) == unit


def test_whoever_is_removed_goes_out_of_all_that_names_them(session: Session, meeting: Meeting):
    first, second = add(session, meeting, "甲", "乙")
    item = make.make_agenda_item(session, meeting, moderator_id=second)
    make.make_presenter(session, item, attendance_id=first)
    route = make.make_route(session, meeting, leader_id=first)
    make.make_passenger(session, make.make_vehicle(session, route), session.get_one(Attendance, first))
    freed = remove_rows(session, meeting.id, (first,))
    kept = (session.scalars(select(AgendaPresenter)).all(), session.scalars(select(Passenger)).all())
    assert (freed, listed(session, meeting), kept) == (3, ["乙"], ([], []))
    assert (session.get_one(VisitRoute, route.id).leader_id, session.get_one(AgendaItem, item.id).moderator_id) == (
        None,
        second,
    )
    assert len(session.scalars(select(Person)).all()) == 2


def test_groups_are_removed_by_their_minus(session: Session, meeting: Meeting):
    group = add_group(session, meeting.id, label="学生代表")
    make.make_presenter(session, make.make_agenda_item(session, meeting), group_id=group)
    assert remove_rows(session, meeting.id, (-group,)) == 1


@pytest.mark.parametrize(
    ("moved", "before", "expected"),
    [
        ((0,), None, "乙丙丁甲"),
        ((3,), 0, "丁甲乙丙"),
        ((0, 2), 1, "甲丙乙丁"),
        ((2, 0), None, "乙丁甲丙"),
    ],
)
def test_people_move_together_in_their_own_order(
    session: Session, meeting: Meeting, moved: tuple[int, ...], before: int | None, expected: str
):
    ids = add(session, meeting, *"甲乙丙丁")
    move_rows(session, meeting.id, [ids[n] for n in moved], before_id=None if before is None else ids[before])
    assert "".join(listed(session, meeting)) == expected


def test_groups_move_among_groups(session: Session, meeting: Meeting):
    ids = [add_group(session, meeting.id, label=label) for label in "甲乙丙"]
    move_rows(session, meeting.id, (-ids[2],), before_id=-ids[0])
    rows = session.scalars(select(AttendeeGroup).order_by(AttendeeGroup.position)).all()
    assert [group.label_zh for group in rows] == ["丙", "甲", "乙"]


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (Order.STROKES, ["丁一", "王明", "单思齐", "高富", "高大富"]),
        (Order.PINYIN, ["丁一", "高大富", "高富", "单思齐", "王明"]),
    ],
)
def test_people_are_sorted_by_their_names(session: Session, meeting: Meeting, by: Order, expected: list[str]):
    add(session, meeting, "高大富", "王明", "单思齐", "丁一", "高富")
    moved = sort_people(session, meeting.id, by=by)
    assert (listed(session, meeting), moved > 0) == (expected, True)


def test_by_rank_guests_stand_first_and_equals_keep_their_order(session: Session, meeting: Meeting):
    guests, hosts = (make.make_side(session, meeting, position=n, is_host=bool(n)) for n in (0, 1))
    for name, title, side in (
        ("主教授", "教授", hosts),
        ("主书记", "区委书记", hosts),
        ("客教授", "教授", guests),
        ("客二", "教授", guests),
        ("客校长", "校长", guests),
    ):
        row = session.get_one(Attendance, add_person(session, meeting.id, name=name, side_id=side.id))
        make.make_appointment(session, session.get_one(Person, row.person_id), None, title_zh=title)
    sort_people(session, meeting.id, by=Order.RANK)
    assert listed(session, meeting) == ["客校长", "客教授", "客二", "主书记", "主教授"]


def test_by_unit_those_of_one_unit_stand_together(session: Session, meeting: Meeting):
    units = {name: make.make_organization(session, name) for name in ("某某公司", "区财政局", "区委组织部")}
    for name, unit, title in (
        ("甲", "某某公司", "经理"),
        ("乙", "区财政局", "科员"),
        ("丙", "区委组织部", "部长"),
        ("丁", "区财政局", "局长"),
    ):
        row = session.get_one(Attendance, add(session, meeting, name)[0])
        make.make_appointment(session, session.get_one(Person, row.person_id), units[unit], title_zh=title)
    sort_people(session, meeting.id, by=Order.UNIT)
    assert "".join(listed(session, meeting)) == "丙丁乙甲"


def test_chosen_people_are_sorted_within_their_places(session: Session, meeting: Meeting):
    ids = add(session, meeting, "王", "丁", "高", "丙")
    sort_people(session, meeting.id, by=Order.PINYIN, attendance_ids=(ids[0], ids[3]))
    assert listed(session, meeting) == ["丙", "丁", "高", "王"]


def test_own_columns_are_added_renamed_moved_and_removed(session: Session, meeting: Meeting):
    first, second = (add_own_column(session, meeting.id, label=label) for label in ("胸牌", "Gift"))
    row = session.get_one(Attendance, add(session, meeting, "甲")[0])
    make.make_own_value(session, row, own_columns(session, meeting.id)[0])
    rename_own_column(session, first, label="Badge")
    move_own_columns(session, meeting.id, (second,), before_id=first)
    labels = [(column.label_zh, column.label_en) for column in own_columns(session, meeting.id)]
    remove_own_column(session, first)
    session.expire_all()
    assert (labels, row.own_values) == ([("", "Gift"), ("胸牌", "Badge")], [])


def test_there_are_ten_own_columns_at_most(session: Session, meeting: Meeting):
    for number in range(MOST):
        add_own_column(session, meeting.id, label=str(number))
    with pytest.raises(KnownError) as caught:
        add_own_column(session, meeting.id, label="11")
    assert caught.value.code == "too_many_columns"
