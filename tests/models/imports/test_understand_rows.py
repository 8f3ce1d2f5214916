"""The rows of a table: who stands in them, what is filled in, what is set aside."""

from __future__ import annotations

from models.imports.book import CellMark, Merge
from models.imports.tables import Corrections, RowKind
from tests.models.imports.understanding import N, codes, names, read, rows, sheet, values

HEADS = ["单位", "姓名", "职务", "电话"]


def test_a_row_keeps_its_place_and_its_words():
    (row,) = rows(["姓 名", "单位", "备注"], ["王 伟", "财政局\n预算科", "带\n车"])
    assert (row.sheet, row.row, row.kind, row.original) == (
        "Sheet1",
        1,
        RowKind.PERSON,
        "王 伟 | 财政局 预算科 | 带 车",
    )
    assert dict(row.values) == {"name_zh": "王伟", "organization": "财政局预算科", "remarks": "带 车"}


def test_a_unit_merged_over_rows_is_that_of_each():
    found = rows(HEADS, ["财政局", "王伟"], [N, "李娜"], ["教育局", "张三"], merges=(Merge(1, 0, 2, 0),))
    assert [row.values["organization"] for row in found] == ["财政局", "财政局", "教育局"]
    assert [(row.unit_filled, codes(row)) for row in found] == [(False, [])] * 3


def test_a_name_merged_over_rows_is_one_person():
    merges = (Merge(1, 0, 2, 0), Merge(1, 1, 2, 1))
    found = rows(HEADS, ["财政局", "王伟", "局长", "13800138000"], [N, N, "党组书记", "13800138001"], merges=merges)
    assert (values(found), codes(found[0])) == (
        [
            {
                "name_zh": "王伟",
                "organization": "财政局",
                "title_zh": "局长、党组书记",
                "phone": "13800138000",
                "phone_2": "13800138001",
            }
        ],
        ["name_merged"],
    )


def test_ditto_marks_take_the_cell_above():
    found = rows(
        ["单位", "姓名", "到达时间"], ["财政局", "王伟", "5月20日"], ["同上", "李娜", "〃"], ['"', "张三", "同上"]
    )
    assert [(row.values["organization"], row.values["arrival"]) for row in found] == [("财政局", "2024-05-20")] * 3
    assert [codes(row) for row in found] == [[], ["ditto_filled"] * 2, ["ditto_filled"] * 2]


def test_an_empty_unit_is_filled_down_and_told():
    found = rows(["单位", "姓名"], ["财政局", "王伟"], [N, "李娜"], ["教育局", "张三"], ["", "赵六"])
    assert [row.values["organization"] for row in found] == ["财政局", "财政局", "教育局", "教育局"]
    assert [(row.unit_filled, codes(row)) for row in found] == [(False, []), (True, ["unit_filled"])] * 2


def test_a_unit_on_a_line_of_its_own_is_that_of_the_rows_below():
    found = read(sheet(["序号", "姓名"], ["浙江大学"], [1, "王伟"], [2, "李娜"], ["财政局"], [1, "张三"]))
    assert [row.values["organization"] for row in found.rows] == ["浙江大学", "浙江大学", "财政局"]
    assert found.tables[0].footer == ((1, "浙江大学"), (4, "财政局"))


def test_a_unit_or_the_head_of_a_section_in_the_column_of_names_is_nobody():
    found = read(sheet(["姓名", "职务"], ["一、校方"], ["浙江大学"], ["王伟", "教授"], ["财政局"], ["张三", "局长"]))
    assert [(row.values["name_zh"], row.values["organization"]) for row in found.rows] == [
        ("王伟", "浙江大学"), ("张三", "财政局")
    ]  # fmt: skip
    assert found.tables[0].footer == ((1, "一、校方"), (2, "浙江大学"), (4, "财政局"))


def test_a_row_of_dashes_is_empty():
    assert names(rows(["姓名", "单位", "职务"], ["王伟", "财政局", "—"], ["—", "——", "/"])) == ["王伟"]


def test_a_title_in_both_languages_is_two():
    (row,) = rows(["姓名", "职务"], ["王伟", "院长 Dean"])
    assert dict(row.values) == {"name_zh": "王伟", "title_zh": "院长", "title_en": "Dean"}


def test_the_unit_of_the_slip_is_that_of_rows_without_one():
    above = read(
        sheet(["填报单位（盖章）：浙江大学   联系人：张三  电话：0571-88206100"], ["姓名", "职务"], ["王伟", "教授"])
    )
    (table,) = above.tables
    assert (table.unit, table.contact_name, table.contact_phone) == ("浙江大学", "张三", "0571-88206100")
    assert (values(above.rows)[0]["organization"], above.rows[0].unit_filled, codes(above.rows[0])) == (
        "浙江大学",
        True,
        [],
    )


def test_title_sheet_and_file_may_name_the_unit():
    people = (["姓名", "职务"], ["王伟", "教授"])
    found = (
        read(sheet(["浙江大学参会人员名单"], *people)),
        read(sheet(*people, name="财政局")),
        read(sheet(*people), file="教育局参会回执.xlsx"),
        read(sheet(*people), file="回执.xlsx"),
    )
    assert [each.tables[0].unit for each in found] == ["浙江大学", "财政局", "教育局", ""]
    told = [[note.code for note in each.notes] for each in found]
    assert told == [["unit_from_title"], ["unit_from_sheet"], ["unit_from_file"], []]


def test_totals_notes_and_contact_blocks_go_to_the_footer():
    found = read(
        sheet(
            ["单位", "姓名", "手机"],
            ["财政局", "王伟", "13800138000"],
            ["小计", "1人"],
            ["教育局", "张三", "13800138001"],
            ["合计", 2],
            [],
            ["备注：请于5月10日前反馈"],
            ["填报人：", "李四", "电话：13900139000"],
        )
    )
    (table,) = found.tables
    assert names(found.rows) == ["王伟", "张三"]
    assert table.footer == (
        (2, "小计 | 1人"), (4, "合计 | 2"), (6, "备注：请于5月10日前反馈"), (7, "填报人： | 李四 | 电话：13900139000")
    )  # fmt: skip
    assert (table.contact_name, table.contact_phone) == ("李四", "13900139000")


def test_rows_that_only_have_a_number_are_empty():
    assert names(rows(["序号", "姓名", "单位"], [1, "王伟", "财政局"], [2], [3.0, N, ""], ["4"])) == ["王伟"]


def test_a_row_without_a_name_is_refused_and_keeps_what_it_says():
    found = rows(HEADS, ["财政局", N, "局长", "13800138000"], ["教育局", "张三"])
    assert [(row.kind, codes(row)) for row in found] == [(RowKind.REFUSED, ["no_name"]), (RowKind.PERSON, [])]
    assert values(found)[0] == {"organization": "财政局", "title_zh": "局长", "phone": "13800138000"}


def test_several_people_in_a_cell_share_the_unit_and_pair_the_rest():
    found = rows(HEADS, ["财政局", "张三、李四", "局长、科长", "13800138000/13900139000"])
    assert values(found) == [
        {"name_zh": "张三", "organization": "财政局", "title_zh": "局长", "phone": "13800138000"},
        {"name_zh": "李四", "organization": "财政局", "title_zh": "科长", "phone": "13900139000"},
    ]
    assert [row.part for row in found] == [0, 1]


def test_what_cannot_be_paired_is_told():
    found = rows(HEADS, ["财政局", "张三\n李四", "科员", "13800138000"])
    assert [dict(row.values) for row in found] == [
        {"name_zh": "张三", "organization": "财政局", "title_zh": "科员", "phone": "13800138000"},
        {"name_zh": "李四", "organization": "财政局", "title_zh": "科员"},
    ]
    assert [codes(row) for row in found] == [["several_people", "not_paired"]] * 2


def test_a_cell_is_kept_together_where_the_user_says_so():
    table = sheet(HEADS, ["财政局", "张三、李四", "局长"])
    found = read(table, corrections=Corrections(keep_together=frozenset({("Sheet1", 1)})))
    assert names(found.rows) == ["张三、李四"]


def test_places_without_names_are_groups():
    found = rows(HEADS, ["财政局", "待定", "副局长"], ["教育局", "随行2人"], ["科技局", "王伟等3人", "局长"])
    assert [(row.kind.value, row.count, row.part) for row in found] == [
        ("group", 1, 0), ("group", 2, 0), ("person", None, 0), ("group", 2, 1)
    ]  # fmt: skip
    assert values(found) == [
        {"name_zh": "待定", "organization": "财政局", "title_zh": "副局长"},
        {"name_zh": "随行2人", "organization": "教育局"},
        {"name_zh": "王伟", "organization": "科技局", "title_zh": "局长"},
        {"name_zh": "王伟等3人", "organization": "科技局"},
    ]


def test_marks_of_cells_are_told():
    marks = {
        (1, 1): CellMark(struck=True),
        (2, 1): CellMark(picture=True),
        (3, 2): CellMark(error="#REF!"),
        (3, 1): CellMark(comment="只参加上午"),
        (4, 3): CellMark(formula=True),
    }
    found = rows(HEADS, ["财政局", "王伟"], ["财政局", N, "科长"], ["财政局", "张三"], ["财政局", "赵六"], marks=marks)
    assert [(row.kind.value, row.struck, codes(row)) for row in found] == [
        ("person", True, ["row_struck"]),
        ("refused", False, ["no_name", "picture"]),
        ("person", False, ["comment", "cell_error"]),
        ("person", False, ["formula_without_result"]),
    ]


def test_hidden_rows_are_read_with_a_mark_and_hidden_sheets_named():
    hidden = sheet(["姓名", "单位"], ["陶去年", "财政局"], name="旧", hidden=True)
    table = sheet(
        ["姓名", "单位"], ["王伟", "财政局"], ["李娜", "财政局"], hidden_rows=frozenset({2}), pictures=2, cut_at=900
    )
    found = read(table, hidden)
    assert [(row.hidden, codes(row)) for row in found.rows] == [(False, []), (True, ["row_hidden"])]
    assert [(note.code, note.values["sheet"]) for note in found.notes] == [
        ("rows_hidden", "Sheet1"), ("pictures_left_out", "Sheet1"), ("sheet_cut", "Sheet1"), ("sheet_hidden", "旧")
    ]  # fmt: skip
    asked = Corrections(included_sheets=frozenset({"旧"}), skipped_sheets=frozenset({"Sheet1"}))
    assert names(read(table, hidden, corrections=asked).rows) == ["陶去年"]


def test_columns_of_one_field_are_put_together():
    found = rows(
        ["姓名", "行政职务", "职称", "手机", "办公电话", "宅电", "备注", "是否接站", "其他"],
        ["王伟", "院长", "教授", "0571-88206100", "13800138000", "0571-88206101", "带车", "是", "发言"],
        ["李娜", "院长", "院长", N, "13800138001", N, N, "否", "发言"],
    )
    assert values(found) == [
        {
            "name_zh": "王伟",
            "title_zh": "院长、教授",
            "phone": "13800138000",
            "phone_2": "0571-88206100",
            "remarks": "宅电：0571-88206101；带车；是否接站：是；发言",
        },
        {"name_zh": "李娜", "title_zh": "院长", "phone": "13800138001", "remarks": "发言"},
    ]


def test_yes_is_told_apart_from_one():
    found = rows(["姓名", "单位", "是否住宿", "桌号"], ["王伟", "财政局", True, 1], ["李娜", "财政局", 0, True])
    assert [(row.values["lodging"], row.values["table_number"]) for row in found] == [("yes", "1"), ("no", "是")]
    assert [row.original for row in found] == ["王伟 | 财政局 | 是 | 1", "李娜 | 财政局 | 0 | 是"]


def test_titles_in_a_column_of_titles_are_joined_and_english_ones_told_apart():
    found = rows(
        ["姓名", "职务"], ["王伟", "教授 博导"], ["李娜", "院长\n教授"], ["张三", "局 长"], ["赵六", "Vice Dean"]
    )
    assert [row.values.get("title_zh", row.values.get("title_en")) for row in found] == [
        "教授、博导", "院长、教授", "局长", "Vice Dean"
    ]  # fmt: skip


def test_garbled_cells_are_told():
    (row,) = rows(["姓名", "单位", "职务", "备注"], ["王伟", "锟斤拷", "局\ufffd长", "\ufffd"])
    assert (row.values["organization"], codes(row)) == ("锟斤拷", ["garbled"] * 3)


def test_a_ditto_mark_for_a_phone_takes_nobody_else_s_number():
    found = rows(["姓名", "单位", "手机"], ["王伟", "财政局", "13800138000"], ["李芳", "同上", "同上"])
    assert [row.values.get("phone", "") for row in found] == ["13800138000", ""]
    assert [row.values["organization"] for row in found] == ["财政局", "财政局"]
    assert codes(found[1]) == ["ditto_filled", "ditto_of_a_person"]
