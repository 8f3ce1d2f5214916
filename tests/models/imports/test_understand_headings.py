"""Where tables begin and what their columns are."""

from __future__ import annotations

import pytest

import resources
from exporters.documents.reply_slip import SLIP_COLUMNS
from models.imports.book import Merge
from models.imports.headers import CONTACT_NAME, CONTACT_PHONE, Meaning, guessed_meaning, heading_key, meaning_of
from models.imports.match_columns import columns_by_content
from models.imports.tables import COLUMN_FIELDS, ColumnMatch, Corrections, MatchedBy
from resources.languages import translator
from tests.models.imports.understanding import N, fields, names, read, rows, sheet, values
from ui.wording.slip_fields import SLIP_FIELDS

MEANINGS = {
    "姓 名": Meaning("name_zh"),
    "联系电话（必填）": Meaning("phone"),
    "手机\n号码*": Meaning("phone"),
    "职务/职称": Meaning("title_zh"),
    "职务、职称": Meaning("title_zh"),
    "职务(职级)": Meaning("title_zh"),
    "职务(单位)": Meaning("unit_and_title"),
    "单位（盖章）": Meaning("organization"),
    "民族(含回族等)": Meaning("ethnicity"),
    "1.姓名": Meaning("name_zh"),
    "一、姓名": Meaning("name_zh"),
    "请填写您的手机号码：": Meaning("phone"),
    "【姓名】": Meaning("name_zh"),
    "（姓名）": Meaning("name_zh"),
    "No.": Meaning("sequence"),
    "#": Meaning("sequence"),
    "Ｅ－ｍａｉｌ": Meaning("email"),
    "Name (English)": Meaning("name_en"),
    "Surname": Meaning("name_zh", "part"),
    "是否清真": Meaning("diet", "=清真"),
    "接站(是/否)": Meaning("remarks", "label"),
    "住宿·是否": Meaning("lodging"),
    "返程·车次": Meaning("departure_trip"),
    "来程·时间": Meaning("arrival"),
    "基本信息·姓名": Meaning("name_zh"),
    "姓名 Name": Meaning("name_zh"),
    "职务\nTitle": Meaning("title_zh"),
    "序号/No.": Meaning("sequence"),
    "张三": None,
    "": None,
}


@pytest.mark.parametrize("heading", MEANINGS)
def test_a_heading_is_known_however_it_is_dressed(heading: str):
    assert meaning_of(heading) == MEANINGS[heading]


def test_a_heading_that_ends_like_a_known_one_is_guessed_unless_it_is_somebody_elses():
    assert guessed_meaning("拟参会领导姓名") == Meaning("name_zh")
    assert [guessed_meaning(text) for text in ("紧急联系人电话", "司机手机", "金额", "Foo name")] == [None] * 4


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_words_of_this_program_are_known_as_headings(language: str):
    say = translator(language).gettext
    words = {field: say(word) for field, word in SLIP_FIELDS.items() if say(word) != "身份"}
    words |= {f"slip {field}": say(column.heading) for field, column in SLIP_COLUMNS.items()}
    found = {key: (meaning_of(word) or Meaning("")).field for key, word in words.items()}
    assert found == {key: key.rpartition(" ")[2] for key in words}


def test_a_capacity_beside_a_title_is_no_title():
    found = read(sheet(["姓名", "职务", "身份"], ["王伟", "局长", "嘉宾"], ["李娜", "科员", "签约代表"]))
    assert fields(found) == {"姓名": "name_zh", "职务": "title_zh", "身份": "category"}
    assert [row.values.get("category", row.values.get("role")) for row in found.rows] == ["guest", "签约代表"]


def test_two_people_a_line_share_the_unit():
    found = rows(
        ["单位", "姓名", "电话", "随行人员姓名", "电话"], ["财政局", "王伟", "13800138000", "李娜"], ["教育局", "张三"]
    )
    assert [(row.values["name_zh"], row.values["organization"]) for row in found] == [
        ("王伟", "财政局"), ("张三", "教育局"), ("李娜", "财政局")
    ]  # fmt: skip


def test_of_leader_and_contact_the_leader_comes():
    found = rows(["带队领导", "职务", "联系人", "联系电话"], ["王伟", "局长", "张三", "13800138000"])
    assert values(found) == [{"name_zh": "王伟", "title_zh": "局长", "remarks": "联系人：张三；联系电话：13800138000"}]


def test_the_table_of_headings_names_fields_that_are_known():
    lines = resources.path("tables/slip_headers.tsv").read_text(encoding="utf-8").splitlines()
    rows_of_table = [line.split("\t") for line in lines if not line.startswith("#")]
    assert {field for field, _kept, _heads in rows_of_table} == {*COLUMN_FIELDS, CONTACT_NAME, CONTACT_PHONE}
    assert {kept for _field, kept, _heads in rows_of_table if not kept.startswith("=")} == {"", "label", "part"}


def test_headings_are_remembered_without_brackets_and_spaces():
    assert {heading_key(text) for text in ("微信 号（选填）", "微信号*", "微信号：")} == {"微信号"}


def test_titles_and_blank_rows_above_the_headings_are_passed_over_and_named():
    found = read(sheet(["参会回执"], [], ["各单位请认真填写"], ["序号", "姓 名", "单位"], [1, "王伟", "财政局"]))
    (table,) = found.tables
    assert (table.header_rows, table.skipped_above, table.first_row, table.last_row) == ((3,), (0, 2), 4, 4)
    assert [column.field for column in table.columns] == ["sequence", "name_zh", "organization"]
    assert names(found.rows) == ["王伟"]


TWO_LEVELS = {
    "heads of groups above": (
        [["序号", "基本信息", N, N, "食宿", N], [N, "姓名", "单位", "手机", "是否住宿", "清真餐"]],
        (Merge(0, 0, 1, 0), Merge(0, 1, 0, 3), Merge(0, 4, 0, 5)),
        [[1, "王伟", "财政局", "13800138000", "是", "√"]],
    ),
    "divided below": (
        [["序号", "姓名", "单位", "手机", "食宿", N], [N, N, N, N, "住宿", "清真餐"]],
        (Merge(0, 0, 1, 0), Merge(0, 1, 1, 1), Merge(0, 2, 1, 2), Merge(0, 3, 1, 3), Merge(0, 4, 0, 5)),
        [[1, "王伟", "财政局", "13800138000", "是", "√"]],
    ),
    "without merged cells": (
        [["序号", "姓名", "单位", "手机", "食宿", ""], ["", "", "", "", "住宿", "清真餐"]],
        (),
        [[1, "王伟", "财政局", "13800138000", "是", "√"]],
    ),
}


@pytest.mark.parametrize("kind", TWO_LEVELS)
def test_headings_on_two_levels_are_read_together(kind: str):
    heads, merges, people = TWO_LEVELS[kind]
    found = read(sheet(*heads, *people, merges=merges))
    assert found.tables[0].header_rows == (0, 1)
    expected = {"name_zh": "王伟", "organization": "财政局", "phone": "13800138000", "lodging": "yes", "diet": "清真"}
    assert values(found.rows) == [expected]


def test_both_levels_of_a_heading_are_kept():
    heads = (["姓名", "住宿", N, "返程", N], [N, "是否", "房型", "时间", "车次"])
    merges = (Merge(0, 0, 1, 0), Merge(0, 1, 0, 2), Merge(0, 3, 0, 4))
    found = read(sheet(*heads, ["王伟", "是", "单间", "5月21日", "G12"], merges=merges))
    assert fields(found) == {
        "姓名": "name_zh",
        "住宿·是否": "lodging",
        "住宿·房型": "lodging",
        "返程·时间": "departure",
        "返程·车次": "departure_trip",
    }
    assert values(found.rows) == [
        {
            "name_zh": "王伟",
            "lodging": "yes",
            "departure": "2024-05-21",
            "departure_trip": "G12",
            "remarks": "房型：单间",
        }
    ]


def test_the_contact_block_above_is_no_level_of_the_headings():
    found = read(
        sheet(["填报单位", "浙江大学", "联系人", "张三"], ["姓名", "职务", "电话", "备注"], ["王伟", "教授", N, N])
    )
    (table,) = found.tables
    assert (table.header_rows, table.unit, table.contact_name) == ((1,), "浙江大学", "张三")
    assert values(found.rows) == [{"name_zh": "王伟", "organization": "浙江大学", "title_zh": "教授"}]


def test_tables_one_below_the_other_are_two():
    found = read(
        sheet(
            ["一、嘉宾"],
            ["姓名", "职务"],
            ["王伟", "教授"],
            [],
            ["二、工作人员"],
            ["姓名", "单位", "电话"],
            ["张三", "财政局", "13800138002"],
        )
    )
    assert [(t.header_rows, t.first_row, t.last_row, t.skipped_above) for t in found.tables] == [
        ((1,), 2, 3, (0,)),
        ((5,), 6, 6, (4,)),
    ]
    assert names(found.rows) == ["王伟", "张三"]


def test_headings_that_are_repeated_on_each_page_begin_a_table_anew():
    page = (["姓名", "单位"], ["王伟", "财政局"], ["李娜", N])
    found = read(sheet(*page, *page))
    assert [table.header_rows for table in found.tables] == [(0,), (3,)]
    assert names(found.rows) == ["王伟", "李娜", "王伟", "李娜"]


def test_tables_side_by_side_are_two():
    found = read(
        sheet(
            ["姓名", "职务", N, "姓名", "单位", "电话"],
            ["王伟", "教授", N, "张三", "财政局", "13800138000"],
            [N, N, N, "赵六", "教育局"],
        )
    )
    assert [[column.column for column in table.columns] for table in found.tables] == [[0, 1], [3, 4, 5]]
    assert names(found.rows) == ["王伟", "张三", "赵六"]


def test_tables_side_by_side_without_a_gap_are_two():
    found = read(sheet(["序号", "姓名", "单位", "序号", "姓名", "单位"], [1, "王伟", "财政局", 2, "张三", "教育局"]))
    assert values(found.rows) == [
        {"name_zh": "王伟", "organization": "财政局"},
        {"name_zh": "张三", "organization": "教育局"},
    ]


def test_one_of_two_tables_may_go_on_beside_another():
    found = read(
        sheet(
            ["姓名", "职务", N, "姓名", "电话"],
            ["王伟", "教授", N, "张三", "13800138000"],
            ["姓名", "单位", N, "赵六", "13800138001"],
            ["李娜", "财政局", N, "孙七", "13800138002"],
        )
    )
    assert sorted(names(found.rows)) == sorted(["王伟", "李娜", "张三", "赵六", "孙七"])
    assert [table.header_rows for table in found.tables] == [(0,), (0,), (2,)]


def test_a_chinese_and_an_english_name_are_of_one_person():
    found = rows(["姓名", "英文姓名", "单位"], ["王伟", "Wang Wei", "财政局"])
    assert values(found) == [{"name_zh": "王伟", "name_en": "Wang Wei", "organization": "财政局"}]


def test_surname_and_given_name_are_put_together():
    assert values(rows(["Surname", "Given Name", "Affiliation"], ["Smith", "John", "MIT"])) == [
        {"name_en": "Smith John", "organization": "MIT"}
    ]
    assert names(rows(["姓", "名", "单位"], ["欧阳", "文", "财政局"])) == ["欧阳文"]


def test_the_contact_is_the_person_only_where_nobody_else_is_named():
    alone = rows(["单位", "联系人", "联系人电话"], ["财政局", "王伟", "13800138000"])
    assert values(alone) == [{"name_zh": "王伟", "organization": "财政局", "phone": "13800138000"}]
    beside = rows(["单位", "姓名", "联系人", "联系人电话"], ["财政局", "王伟", "张三", "13800138000"])
    assert values(beside) == [
        {"name_zh": "王伟", "organization": "财政局", "remarks": "联系人：张三；联系人电话：13800138000"}
    ]


def test_a_department_alone_is_the_unit_unless_the_slip_names_one():
    heads, person = ["姓名", "学院"], ["王伟", "机械学院"]
    assert values(rows(heads, person)) == [{"name_zh": "王伟", "organization": "机械学院"}]
    assert values(rows(["填报单位：浙江大学"], heads, person)) == [
        {"name_zh": "王伟", "organization": "浙江大学", "department": "机械学院"}
    ]


def test_a_column_without_a_known_heading_is_told_by_its_cells():
    found = read(sheet(["姓名", "单位", "联络", ""], ["王伟", "财政局", 13800138000.0, "w@x.cn"]))
    assert [(column.field, column.by) for column in found.tables[0].columns[2:]] == [
        ("phone", MatchedBy.CONTENT),
        ("email", MatchedBy.CONTENT),
    ]


def test_what_nobody_knows_is_left_to_the_user():
    found = read(sheet(["姓名", "单位", "颜色"], ["王伟", "财政局", "红"]))
    assert found.tables[0].columns[2] == ColumnMatch(2, "颜色", "", MatchedBy.NOTHING)
    assert values(found.rows) == [{"name_zh": "王伟", "organization": "财政局"}]
    assert found.rows[0].original == "王伟 | 财政局 | 红"


def test_the_user_and_then_the_office_decide_what_a_heading_means():
    table = sheet(["姓名", "单位", "颜色（选填）"], ["王伟", "财政局", "红"])
    taught = read(table, remembered={"颜色": "diet", "单位": ""})
    assert [(column.field, column.by.value) for column in taught.tables[0].columns] == [
        ("name_zh", "header"), ("", "remembered"), ("diet", "remembered")
    ]  # fmt: skip
    chosen = read(table, remembered={"颜色": "diet"}, corrections=Corrections(columns={("Sheet1", 2): "remarks"}))
    assert chosen.tables[0].columns[2] == ColumnMatch(2, "颜色（选填）", "remarks", MatchedBy.CHOSEN)
    assert values(chosen.rows)[0]["remarks"] == "颜色（选填）：红"


def test_the_user_says_where_the_headings_are():
    table = sheet(["甲", "乙"], ["姓名", "单位"], ["王伟", "财政局"], ["张三", "教育局"])
    chosen = {("Sheet1", 0): "name_zh", ("Sheet1", 1): "organization"}
    found = read(table, corrections=Corrections(headers={"Sheet1": (0,)}, columns=chosen))
    assert (found.tables[0].header_rows, names(found.rows)) == ((0,), ["王伟", "张三"])
    none = read(table, corrections=Corrections(headers={"Sheet1": ()}))
    assert (none.tables, none.rows, none.notes) == ((), (), ())


def test_cells_without_headings_are_told_by_what_they_hold():
    found = read(sheet(["王伟", "浙江大学", "教授", "13800138000"], ["李娜", "财政局", "局长", "13800138001"]))
    assert [column.field for column in found.tables[0].columns] == ["name_zh", "organization", "title_zh", "phone"]
    assert ([note.code for note in found.notes], names(found.rows)) == (["no_headings"], ["王伟", "李娜"])


def test_words_alone_are_no_list_of_people():
    found = read(sheet(["会议须知"], ["请准时到会"], ["关闭手机"]))
    assert (found.tables, found.rows) == ((), ())
    assert [(note.code, dict(note.values)) for note in found.notes] == [("no_table", {"sheet": "Sheet1", "rows": 3})]
    assert columns_by_content(0, 0, lambda _column: ["王伟", "李娜"]) == []


def test_a_list_of_names_alone_is_one():
    assert names(rows(["参会人员姓名"], ["王伟"], ["李娜"])) == ["王伟", "李娜"]
