"""The cell of a name: one person, several, a place kept for somebody, or no person at all."""

from __future__ import annotations

import pytest

from models.imports.name_cells import NameCell, clean_name, clean_name_together

# Cell → what each person is given beside the name, and the codes told about them.
ONE = {
    "王伟 局长": ("王伟", {"title_zh": "局长"}, ["name_split"]),
    "张 三　副局长": ("张三", {"title_zh": "副局长"}, ["name_split"]),
    "王伟（组长）": ("王伟", {"title_zh": "组长"}, ["name_split"]),
    "王伟副局长": ("王伟", {"title_zh": "副局长"}, ["name_split"]),
    "欧阳文院长": ("欧阳文", {"title_zh": "院长"}, ["name_split"]),
    "李建国书记": ("李建国", {"title_zh": "书记"}, ["name_split"]),
    "局长：王伟": ("王伟", {"title_zh": "局长"}, ["name_split"]),
    "张三，教授": ("张三", {"title_zh": "教授"}, ["name_split"]),
    "张三（女）": ("张三", {"gender": "female"}, ["name_split"]),
    "张三（回族）": ("张三", {"ethnicity": "回族"}, ["name_split"]),
    "李四（替王五）": ("李四", {"reply": "substitute", "remarks": "替王五"}, ["name_split"]),
    "李四（线上）": ("李四", {"remarks": "线上"}, ["name_split"]),
    "王芳女士": ("王芳", {"gender": "female"}, ["name_split"]),
    "王芳老师": ("王芳", {}, ["name_split"]),
    "Mr. John Smith": ("", {"name_en": "John Smith", "gender": "male"}, ["name_split"]),
    "张三 Zhang San": ("张三", {"name_en": "Zhang San"}, []),
    "John Smith（约翰·史密斯）": ("", {"name_en": "John Smith", "remarks": "约翰·史密斯"}, ["name_split"]),
    "John Smith": ("", {"name_en": "John Smith"}, []),
    "1、王伟": ("王伟", {}, ["name_split"]),
    "（2）王 伟": ("王伟", {}, ["name_split"]),
    "③王伟": ("王伟", {}, ["name_split"]),
    "王伟（13800138000）": ("王伟", {"phone": "13800138000"}, ["name_split"]),
    "王伟13800138000": ("王伟", {"phone": "13800138000"}, ["name_split"]),
    "拟请张三": ("张三", {}, ["tentative"]),
    "张三（待定）": ("张三", {}, ["tentative"]),
    "王局长": ("王局长", {}, ["name_incomplete"]),
    "王": ("王", {}, ["name_short"]),
    "张三1": ("张三1", {}, ["name_doubtful"]),
    "李⿰王民": ("李⿰王民", {}, ["character_unclear"]),
    "李（王+民）": ("李（王+民）", {}, ["character_unclear"]),
    "李\ue123": ("李\ue123", {}, ["character_unclear"]),
    "李\ufffd明": ("李\ufffd明", {}, ["character_unclear"]),
}
PLAIN = {
    "王伟": "王伟",
    "张 三": "张三",
    "张\u3000三": "张三",
    "\ufeff王\u200b伟 ": "王伟",
    "张\n三": "张三",
    "司马 相如": "司马相如",
    "阿依古丽•买买提": "阿依古丽·买买提",
    "米尔扎提．吐尔逊": "米尔扎提·吐尔逊",
    "古丽娜.艾山江": "古丽娜·艾山江",
    "欧阳 · 阿依古丽": "欧阳·阿依古丽",
    "买买提··艾力": "买买提··艾力",
    "张㛃": "张㛃",
    "李𬭎": "李𬭎",
    "王䶮": "王䶮",
    "丁一人": "丁一人",
}
SEVERAL = {
    "张三、李四": ["张三", "李四"],
    "张三\n李四": ["张三", "李四"],
    "张三，李四；赵六": ["张三", "李四", "赵六"],
    "张三 李四": ["张三", "李四"],
    "张三/李四": ["张三", "李四"],
    "1、张三 2、李四": ["张三", "李四"],
    "1.张三\n2.李四": ["张三", "李四"],
    "阿依古丽·买买提、古丽娜·艾山江": ["阿依古丽·买买提", "古丽娜·艾山江"],
}
GROUPS = {
    "待定": 1,
    "（待定）": 1,
    "TBD": 1,
    "局领导待定": 1,
    "1名领导": 1,
    "领导一名": 1,
    "随行2人": 2,
    "司机1名": 1,
    "学生代表十五人": 15,
    "随行人员若干名": None,
    "局长": 1,
    "拟请分管领导": 1,
}
NOBODY = [
    "",
    "合计",
    "小计：3人",
    "备注：请于5月10日前反馈",
    "填报人：张三",
    "无",
    "—",
    "姓名",
    "参会人员姓名",
    "联系电话：138",
]
NO_NAMES = ["13800138000", "浙江大学", "财政局", "江南大学", "一、县领导", "（二）企业代表"]


@pytest.mark.parametrize("text", PLAIN)
def test_a_plain_name_is_a_name_without_gaps(text: str):
    assert clean_name(text) == PLAIN[text]


def test_a_name_that_ends_like_a_unit_may_be_a_name():
    assert [clean_name(text) for text in ("李学会", "赵镇", "陈园")] == ["李学会", "赵镇", "陈园"]


@pytest.mark.parametrize("text", NO_NAMES)
def test_units_and_heads_of_sections_are_no_names(text: str):
    cell = clean_name(text)
    assert isinstance(cell, NameCell)
    assert (cell.people, cell.label, [note.code for note in cell.notes]) == ((), "", ["not_a_name"])


@pytest.mark.parametrize("text", ONE)
def test_what_stands_beside_a_name_goes_where_it_belongs(text: str):
    cell = clean_name(text)
    assert isinstance(cell, NameCell)
    (person,) = cell.people
    assert (person.text, dict(person.extra), [note.code for note in person.notes]) == ONE[text]


@pytest.mark.parametrize("text", SEVERAL)
def test_several_people_in_a_cell_are_told_apart(text: str):
    cell = clean_name(text)
    assert isinstance(cell, NameCell)
    assert [person.text for person in cell.people] == SEVERAL[text]
    assert all(person.notes[0].code == "several_people" for person in cell.people)


@pytest.mark.parametrize("text", GROUPS)
def test_people_without_names_are_a_group_with_their_number(text: str):
    cell = clean_name(text)
    assert isinstance(cell, NameCell)
    assert (cell.people, cell.label, cell.count) == ((), text, GROUPS[text])


@pytest.mark.parametrize(
    ("text", "people", "label", "count"),
    [
        ("王伟等3人", ["王伟"], "王伟等3人", 2),
        ("王伟一行5人", ["王伟"], "王伟一行5人", 4),
        ("张三、李四等5人", ["张三", "李四"], "张三、李四等5人", 3),
        ("张三（随行2人）", ["张三"], "随行2人", 2),
        ("张三、李四、司机1名", ["张三", "李四"], "司机1名", 1),
        ("王伟等", ["王伟"], "王伟等", None),
        ("张三、李四等2人", ["张三", "李四"], "", None),
    ],
)
def test_others_who_come_along_are_counted_without_the_named(text: str, people: list[str], label: str, count: int):
    cell = clean_name(text)
    assert isinstance(cell, NameCell)
    assert ([person.text for person in cell.people], cell.label, cell.count) == (people, label, count)


@pytest.mark.parametrize("text", NOBODY)
def test_words_about_the_table_name_nobody(text: str):
    assert clean_name(text) in ("", NameCell())


@pytest.mark.parametrize(
    "value",
    [
        13800138000.0,
        "13800138000",
        "本次会议请各单位认真准备材料并于会前一周内报送至区委人才办邮箱以便汇总印制会务手册谢谢配合支持",
    ],
)
def test_what_cannot_be_a_name_is_told(value: object):
    cell = clean_name(value)  # type: ignore[arg-type]
    assert isinstance(cell, NameCell)
    assert (cell.people, [note.code for note in cell.notes]) == ((), ["not_a_name"])


def test_a_ditto_for_a_name_names_nobody():
    cell = clean_name("〃")
    assert isinstance(cell, NameCell)
    assert (cell.people, [note.code for note in cell.notes]) == ((), ["name_ditto"])


def test_a_cell_can_be_kept_together():
    cell = clean_name_together("张三、李四")
    assert isinstance(cell, NameCell)
    assert [person.text for person in cell.people] == ["张三、李四"]


def test_sixty_names_are_a_list_and_more_are_a_mistake():
    many = "、".join(["张三"] * 61)
    cell = clean_name(many)
    assert isinstance(cell, NameCell)
    assert len(cell.people) < 2
