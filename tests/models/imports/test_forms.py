"""Slips filled in as a form instead of a list."""

from __future__ import annotations

from models.imports.book import CellMark, Merge
from tests.models.imports.understanding import N, codes, names, read, rows, sheet, values

FORM = (
    ["参会回执"],
    ["姓名", "王伟", "性别", "男"],
    ["单位", "浙江大学", "职务", "教授"],
    ["手机", 13800138000.0, "是否住宿", "☑是☐否"],
)
PERSON = {
    "name_zh": "王伟",
    "organization": "浙江大学",
    "gender": "male",
    "title_zh": "教授",
    "phone": "13800138000",
    "lodging": "yes",
}


def test_a_form_is_one_person():
    found = read(sheet(*FORM))
    (table,) = found.tables
    assert values(found.rows) == [PERSON]
    assert (found.rows[0].row, [note.code for note in found.notes]) == (1, ["form_read"])
    assert [(column.column, column.field) for column in table.columns[:3]] == [
        (1, "name_zh"),
        (3, "gender"),
        (1, "organization"),
    ]


def test_a_form_partly_filled_in_is_no_row_of_headings():
    found = rows(["姓名", "王伟", "性别", N, "民族", N], ["单位", "浙江大学", "职务", N], ["手机", "13800138000"])
    assert values(found) == [{"name_zh": "王伟", "organization": "浙江大学", "phone": "13800138000"}]


def test_answers_may_stand_in_the_cell_of_the_heading():
    found = rows(["姓名：王伟"], ["单位：浙江大学", "职务：教授"], ["手机：13800138000"])
    assert values(found) == [
        {"name_zh": "王伟", "organization": "浙江大学", "title_zh": "教授", "phone": "13800138000"}
    ]


def test_several_forms_below_each_other_are_several_people_of_one_unit():
    found = rows(*FORM, [], ["姓名", "李娜", "性别", "女"], ["职务", "讲师", "手机", "13800138001"])
    assert names(found) == ["王伟", "李娜"]
    assert [row.values["organization"] for row in found] == ["浙江大学", "浙江大学"]


def test_a_form_above_a_list_is_read_too():
    found = rows(*FORM, ["随行人员"], ["姓名", "职务"], ["李娜", "讲师"])
    assert names(found) == ["王伟", "李娜"]


def test_an_empty_form_holds_nobody():
    assert rows(["姓名", N, "性别", N], ["职务", N, "手机", N]) == ()


def test_merged_and_marked_cells_of_a_form_are_read():
    merges = (Merge(1, 1, 1, 2),)
    marks = {(1, 1): CellMark(comment="替会")}
    found = rows(
        ["回执"], ["姓名", "王伟", N, "性别", "男"], ["单位", "浙江大学", N, "职务", "教授"], merges=merges, marks=marks
    )
    assert (names(found), codes(found[0])) == (["王伟"], ["comment"])
