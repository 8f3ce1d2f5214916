"""The plan of a paste: who is added, what changes, what is left out and why; nothing is written."""

from __future__ import annotations

import pytest

from models.codes import Reply
from models.new_people import NewPerson
from models.rules.search_text import folded
from models.snapshots.shapes import OwnColumn
from tests import sample_snapshots as make
from ui.people.columns import columns_for
from ui.people.offers import Known
from ui.people.paste_columns import columns_by_content, columns_by_heading
from ui.people.paste_plan import (
    MASKED,
    NO_CHOICE,
    NOBODY,
    NOT_EDITABLE,
    TWO_OF_THEM,
    PastePlan,
    PastePlanner,
    PasteTarget,
)
from ui.people.rows import person_rows
from ui.widgets.edit_model import CellEdit

LIANG = make.attendee(id=1, organization_id=3, phone="138", side_id=5)
TEACHERS = make.group(id=2)
UNITS = {folded("武汉大学"): 3, folded("武大"): 3}


def plan(cells: list[list[str]], attendees=(LIANG,), row: int = -1, column: str = "name_zh") -> PastePlan:
    rows = person_rows(make.snapshot(attendees=attendees, groups=(TEACHERS,)))
    columns = columns_for(Known(), "zh")
    number = next(number for number, each in enumerate(columns) if each.key == column)
    return PastePlanner(PasteTarget(rows, columns, rows, "zh", row, number), UNITS).make(cells)


def left_out(made: PastePlan) -> list[tuple[int, str, str]]:
    return [(refusal.line, refusal.column_key, refusal.why) for refusal in made.refused]


def test_a_table_with_headings_adds_and_changes():
    made = plan(
        [
            ["序号", "姓 名", "单位（全称）", "职务/职称", "手机号码"],
            ["1", "梁　涛", "武汉大学", "副院长", ""],
            ["2", "李新", "新单位", "主任", "139"],
            ["", "王五", "", "教授", ""],
        ]
    )
    assert made.changed == [CellEdit(1, "title_zh", "院长", "副院长")]
    assert made.added == [
        NewPerson({"name_zh": "李新", "title_zh": "主任", "phone": "139"}, "新单位"),
        NewPerson({"name_zh": "王五", "title_zh": "教授"}, "新单位"),
    ]
    assert (list(made.new_units), made.refused) == (["新单位"], [])


def test_a_known_unit_by_any_of_its_names_brings_the_side_of_its_people():
    made = plan([["姓名", "单位"], ["李新", "武大"]])
    assert made.added == [NewPerson({"name_zh": "李新", "unit": 3, "side_id": 5})]


def test_cells_from_a_cell_on_change_what_stands_there():
    made = plan([["梁濤", "Liang"]], row=0)
    assert made.changed == [CellEdit(1, "name_zh", "梁涛", "梁濤"), CellEdit(1, "name_en", "Liang Tao", "Liang")]


def test_lines_below_the_last_row_are_new_people():
    made = plan([["教师代表"], ["李新"]], row=1)
    assert (made.changed, made.added) == ([], [NewPerson({"name_zh": "李新"})])


def test_names_alone_are_new_people_unless_they_are_there():
    made = plan([["梁涛"], ["李新"], [""], ["Helen Marchetti"]])
    assert [person.values["name_zh"] for person in made.added] == ["李新", "Helen Marchetti"]


def test_cells_without_headings_are_told_by_what_they_hold():
    lines = ("1 李新 某某学院 副主任 13900001111", "2 王小五 某某公司 经理 13900001112")
    made = plan([line.split() for line in lines])
    values = {"name_zh": "李新", "title_zh": "副主任", "phone": "13900001111"}
    assert made.added[0] == NewPerson(values, "某某学院")


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([["姓名", "手机"], ["梁涛", "138****5678"]], [(2, "phone", MASKED)]),
        ([["姓名", "回复"], ["李新", "也许"]], [(2, "reply", NO_CHOICE)]),
        ([["姓名", "单位"], ["", "武汉大学"]], [(2, "name_zh", NOBODY)]),
    ],
)
def test_what_is_left_out_says_why(cells: list[list[str]], expected: list[tuple[int, str, str]]):
    assert left_out(plan(cells)) == expected


def test_a_cell_that_a_group_has_not_is_left_out():
    assert left_out(plan([["确认"]], row=1, column="reply")) == [(1, "reply", NOT_EDITABLE)]


def test_of_two_people_of_one_name_the_phone_decides():
    twins = (LIANG, make.attendee(id=9, phone="139"))
    by_phone = plan([["姓名", "手机", "职务"], ["梁涛", "139", "主任"]], attendees=twins)
    nobody = plan([["姓名", "职务"], ["梁涛", "主任"]], attendees=twins)
    assert [edit.row_id for edit in by_phone.changed] == [9]
    assert left_out(nobody) == [(2, "name_zh", TWO_OF_THEM)]


def test_answers_of_slips_are_understood():
    made = plan([["姓名", "是否参会", "是否住宿"], ["李新", "是", "不需要"], ["王五", "请假", "√"]])
    assert [person.values for person in made.added] == [
        {"name_zh": "李新", "reply": Reply.CONFIRMED, "needs_room": False},
        {"name_zh": "王五", "reply": Reply.DECLINED, "needs_room": True},
    ]


def test_headings_in_both_languages():
    columns = columns_for(Known(), "zh")
    found = columns_by_heading(["Name", "Organization", "职务（英文）", "??"], columns)
    assert found == ["name_zh", "unit", "title_en", ""]
    assert columns_by_heading(["李强", "武汉大学"], columns) is None


def test_columns_by_content_leave_out_what_nobody_knows():
    assert columns_by_content([["x1", "李强"], ["x2", "王明"]]) == ["", "name_zh"]


def test_of_somebody_who_is_pasted_twice_the_last_line_counts():
    made = plan([["姓名", "手机", "房间"], ["梁涛", "139", "301"], ["梁涛", "137", "301"]])
    assert [(edit.column_key, edit.before, edit.after) for edit in made.changed] == [
        ("phone", "138", "137"),
        ("room", "", "301"),
    ]


def test_own_columns_take_no_heading_of_the_table_and_one_each():
    own = tuple(OwnColumn(number, make.both(label)) for number, label in enumerate(("姓名", "胸牌", "胸牌"), 1))
    columns = columns_for(Known(own=own), "zh")
    assert columns_by_heading(["姓名", "胸牌", "胸牌", "胸牌", "姓名"], columns) == [
        "name_zh",
        "own-2",
        "own-3",
        "",
        "own-1",
    ]
