"""Unit and title in one cell."""

from __future__ import annotations

import pytest

from models.imports.footers import contact_around, is_label, is_total, unit_of_title
from models.imports.split_cells import UnitSplitter
from models.imports.texts import Cleaned
from models.imports.titles import ends_as_unit, is_title, is_unit
from tests.models.imports.understanding import codes, rows, values

KNOWN = UnitSplitter(["浙江大学", "县委组织部", "浙江大学机械工程学院", "财政局"])
SPLIT = {
    "县委组织部部长": ("县委组织部", "", "部长"),
    "浙江大学教授": ("浙江大学", "", "教授"),
    "浙江大学能源学院院长": ("浙江大学", "能源学院", "院长"),
    "浙江大学机械工程学院副院长": ("浙江大学机械工程学院", "", "副院长"),
    "上党区科学技术局局长": ("上党区科学技术局", "", "局长"),
    "县人民政府副县长": ("县人民政府", "", "副县长"),
    "县委书记": ("县委", "", "书记"),
    "县委常委、组织部部长": ("县委", "", "常委、组织部部长"),
    "财政局 局长": ("财政局", "", "局长"),
    "教育局/副局长": ("教育局", "", "副局长"),
    "山西丰泽机械有限公司 董事长 总经理": ("山西丰泽机械有限公司", "", "董事长、总经理"),
    "局长（教育局）": ("教育局", "", "局长"),
    "教育局（局长）": ("教育局", "", "局长"),
    "副县长": ("", "", "副县长"),
    "某某公司": ("某某公司", "", ""),
    "University of Leeds, Professor": ("University of Leeds", "", "Professor"),
}


@pytest.mark.parametrize("text", SPLIT)
def test_unit_and_title_are_divided_by_known_units_or_by_how_they_end(text: str):
    assert KNOWN.split(text) == SPLIT[text]


def test_a_division_is_told_as_a_proposal():
    cells = [KNOWN.clean(text) for text in ("财政局局长", "副县长", "某某公司", "", "无")]
    assert [[note.code for note in cell.notes] if isinstance(cell, Cleaned) else cell for cell in cells] == [
        ["unit_split"], ["unit_not_found"], ["title_not_found"], "", ""
    ]  # fmt: skip


def test_a_title_without_a_unit_takes_none_from_the_row_above():
    found = rows(["姓名", "单位及职务"], ["王伟", "财政局局长"], ["李娜", "副县长"], ["张三", ""])
    assert values(found) == [
        {"name_zh": "王伟", "organization": "财政局", "title_zh": "局长"},
        {"name_zh": "李娜", "title_zh": "副县长"},
        {"name_zh": "张三", "organization": "财政局"},
    ]
    assert [codes(row) for row in found] == [["unit_split"], ["unit_not_found"], ["unit_filled"]]


def test_titles_of_a_slip_without_units_may_hold_them():
    both = rows(["姓名", "职务"], ["王伟", "县财政局局长"], ["李娜", "县教育局副局长"], ["张三", "副县长"])
    assert values(both) == [
        {"name_zh": "王伟", "organization": "县财政局", "title_zh": "局长"},
        {"name_zh": "李娜", "organization": "县教育局", "title_zh": "副局长"},
        {"name_zh": "张三", "title_zh": "副县长"},
    ]
    named = rows(["填报单位：县委办"], ["姓名", "职务"], ["王伟", "县财政局局长"])
    assert values(named) == [{"name_zh": "王伟", "organization": "县委办", "title_zh": "县财政局局长"}]


def test_titles_and_units_are_known_by_their_words():
    assert [is_title(text) for text in ("局长", "常务副县长", "教授/博导", "党组书记、局长", "王伟", "")] == [
        True
    ] * 4 + [False] * 2
    assert [is_unit(text) for text in ("浙江大学", "财政局（本级）", "MIT School of Law", "王伟", "部")] == [
        True
    ] * 3 + [False] * 2
    assert [ends_as_unit(text) for text in ("县委", "财政局", "局")] == [True, True, False]


def test_words_around_a_table_are_told_from_people():
    words = (
        "合计",
        "小 计：3人",
        "共5人",
        "备注：无",
        "注1：略",
        "填报人：张三",
        "联系电话",
        "单位（盖章）",
        "请于5月1日前报送",
    )
    people = ("王伟", "注意力", "财政局", "审批服务管理局", "共青团县委", "联系人民群众", "总工会", "小计划")
    assert ([is_label(text) for text in words], [is_label(text) for text in people]) == ([True] * 9, [False] * 8)
    assert [is_total(text) for text in ("Total", "Total Energies Ltd", "合计：", "总计2人")] == [True, True, True, True]


def test_what_a_contact_block_says_is_read_from_one_cell_or_several():
    one = contact_around([["填报单位（盖章）：财政局  联系人：张三  联系电话：0355-2113400"]], [])
    several = contact_around([["单位：", "财政局"]], [["填报人：", "张三", "电话：", "0355-2113400"]])
    blank = contact_around([["填报单位（盖章）：", "联系人：____", "联系电话："]], [])
    assert (
        (one.unit, one.name, one.phone)
        == (several.unit, several.name, several.phone)
        == ("财政局", "张三", "0355-2113400")
    )
    assert (blank.unit, blank.name, blank.phone) == ("", "", "")


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("浙江大学参会人员名单", "浙江大学"),
        ("附件1：财政局参会回执", "财政局"),
        ("上党区农业农村局参加校地座谈会人员名单", "上党区农业农村局"),
        ("校地合作座谈会参会回执", ""),
        ("参会回执", ""),
    ],
)
def test_a_title_names_the_unit_only_where_it_surely_does(title: str, unit: str):
    assert unit_of_title(title) == unit
