"""The list of attendees: sides, order, substitutes, groups, head counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.blocks import Cell, Column, DraftNote, Field, FieldList, Row, Span, Table, Title
from exporters.documents.attendees import assemble
from models.codes import Qualifier, Reply
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot, OpenPlace
from tests.sample_snapshots import attendee, both, group, options, organization, person, side, snapshot

GUESTS = side(id=1)
HOSTS = side("地方", "Local government", id=2, is_host=True)
PHONE = Cell("138****5678", name=True)


def rows(taken: MeetingSnapshot, language: str = "zh", **choices: bool) -> list[list[str]]:
    """The texts of the table's rows."""
    [document] = assemble(taken, options(language, **choices))
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_whole_list_in_chinese() -> None:
    taken = snapshot(sides=(GUESTS,), attendees=(attendee("王明", "Wang Ming", side_id=1, phone="13812345678"),))
    head = (
        Field("时间", (Span("2024年5月20日（星期一）"),)),
        Field("地点", (Span("政治与公共管理学院（武汉市）"),)),
    )
    columns = (
        Column("number", "序号", 4, "center"),
        Column("name", "姓名", 7, "center"),
        Column("unit", "单位", 16),
        Column("title", "职务", 14),
        Column("phone", "手机", 8, "center"),
    )
    rows = (
        Row((Cell("校方（1人）", strong=True),), "group"),
        Row((Cell("1", 1), Cell("王　明", name=True), Cell("武汉大学", name=True), Cell("院长"), PHONE)),
    )
    [document] = assemble(taken, options())
    assert document.blocks == (Title(("校地合作座谈会", "参会人员名单")), FieldList(head), Table(columns, rows))


def test_guests_stand_before_hosts_in_manual_order() -> None:
    people = (
        attendee("周鹏", "Zhou Peng", side_id=2),
        attendee("贾静", "Jia Jing", side_id=1),
        attendee("安宁", "An Ning", side_id=1),
    )
    assert rows(snapshot(sides=(HOSTS, GUESTS), attendees=people), "en") == [
        ["University (2 people)"],
        ["1", "Jia Jing", "Wuhan University", "Dean"],
        ["2", "An Ning", "Wuhan University", "Dean"],
        ["Local government (1 person)"],
        ["3", "Zhou Peng", "Wuhan University", "Dean"],
    ]


def test_phones_in_full_only_on_demand() -> None:
    taken = snapshot(attendees=(attendee(phone="13812345678"),))
    assert rows(taken, unmasked=True)[1] == ["1", "梁　涛", "武汉大学", "院长", "13812345678"]


def test_people_without_a_side_are_the_others() -> None:
    assert rows(snapshot(attendees=(attendee(side_id=99),)))[0] == ["其他人员（1人）"]


def test_those_who_declined_are_left_out() -> None:
    people = (attendee(reply=Reply.DECLINED), attendee("贾静", "Jia Jing"))
    assert [row[1] for row in rows(snapshot(attendees=people))[1:]] == ["贾　静"]


def test_substitute_is_named_without_the_title_of_the_invited() -> None:
    sent = attendee(reply=Reply.SUBSTITUTE, substitute=person("李红", "Li Hong"), remarks=both("自驾", "own car"))
    assert rows(snapshot(attendees=(sent,)))[1] == ["1", "李　红", "武汉大学", "代梁涛（院长）参会；自驾"]
    assert rows(snapshot(attendees=(sent,)), "en")[1][-1] == "In place of Liang Tao (Dean); own car"


def test_whoever_sends_somebody_not_yet_named_is_remarked() -> None:
    sending = attendee(reply=Reply.SUBSTITUTE)
    assert rows(snapshot(attendees=(sending,)))[1] == ["1", "梁　涛", "武汉大学", "院长", "替会"]
    assert rows(snapshot(attendees=(sending,)), "en")[1][-1] == "Sends a substitute"


@pytest.mark.parametrize(
    ("count", "qualifier", "zh", "en"),
    [
        (26, Qualifier.EXACT, "26位教师代表", "26 faculty representatives"),
        (26, Qualifier.MORE_THAN, "26余位教师代表", "More than 26 faculty representatives"),
        (26, Qualifier.AT_LEAST, "26位以上教师代表", "At least 26 faculty representatives"),
        (26, Qualifier.ABOUT, "约26位教师代表", "About 26 faculty representatives"),
        (26, Qualifier.OPEN, "教师代表等26人", "26 faculty representatives and others"),
        (None, Qualifier.PARTIAL, "部分教师代表", "Some faculty representatives"),
        (None, Qualifier.EXACT, "教师代表", "Faculty representatives"),
    ],
)
def test_unnamed_groups_follow_the_names(count: int | None, qualifier: Qualifier, zh: str, en: str) -> None:
    taken = snapshot(attendees=(attendee(),), groups=(group(stated_count=count, qualifier=qualifier),))
    assert [row[:3] for row in rows(taken)] == [["其他人员（列名1人）"], ["1", "梁　涛", "武汉大学"], ["", "", zh]]
    assert rows(taken, "en")[2][2] == en


def test_groups_of_organizations_and_labels_that_already_count() -> None:
    companies = group("家企业", "companies", stated_count=30, counts_organizations=True)
    counted = group("30家企业代表", "30 company representatives", stated_count=30)
    partial = group("部分在校生", "Some current students", qualifier=Qualifier.PARTIAL, organization=organization())
    taken = snapshot(groups=(group("参会企业", stated_count=30, counts_organizations=True), counted, partial))
    assert [row[0] for row in rows(taken)[1:]] == ["30家参会企业", "30家企业代表", "武汉大学，部分在校生"]
    assert [row[0] for row in rows(taken, "en")[2:]] == [
        "30 company representatives",
        "Some current students, Wuhan University",
    ]
    assert rows(snapshot(groups=(companies,)), "en")[1][0] == "30 companies"


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("Student volunteers", "12 student volunteers"),
        ("student volunteers", "12 student volunteers"),
        ("Wuhan students", "12 Wuhan students"),
        ("CPC members", "12 CPC members"),
    ],
)
def test_common_nouns_lose_their_capital_behind_a_number(label: str, words: str) -> None:
    assert rows(snapshot(groups=(group("志愿者", label, stated_count=12),)), "en")[1] == [words]


def test_columns_that_nobody_fills_are_left_out() -> None:
    unit = organization("区一中", "No. 1 High School")
    taken = snapshot(sides=(side(id=1, units=(unit,)),))
    assert rows(taken) == [["校方"], ["区一中"]]
    assert rows(replace(taken, attendees=(attendee(title=both(""), side_id=1),))) == [
        ["校方（列名1人）"],
        ["1", "梁　涛", "武汉大学"],
        ["", "", "区一中"],
    ]


def test_side_of_which_only_the_unit_after_which_it_is_called_is_known() -> None:
    college, school = organization("学院", "College"), organization("附中", "High School")
    alone = side("学院", "College", id=1, units=(college,))
    assert rows(snapshot(sides=(alone,))) == [["学院"], ["学院"]]
    assert rows(snapshot(sides=(replace(alone, units=(college, school)),))) == [["学院"], ["附中"]]
    assert rows(snapshot(sides=(alone,), groups=(group(side_id=1),))) == [["学院"], ["教师代表"]]


def test_units_of_which_nobody_is_named_follow() -> None:
    school, college = (
        organization("区一中", "No. 1 High School", id=7),
        organization("学院", "School", id=8, parent_id=9),
    )
    university, bureau = organization(id=9), organization("区教育局", "Education Bureau", id=10)
    host = side("地方", "Local", id=2, is_host=True, units=(school, university, bureau))
    taken = snapshot(
        sides=(host,),
        attendees=(attendee(side_id=2, unit=both("学院"), organization_id=8),),
        groups=(group("区教育局等单位负责人", "officers", side_id=2),),
        all_organizations=(school, college, university, bureau),
    )
    assert [row[0] if len(row) == 1 else row[2] for row in rows(taken)] == [
        "地方（列名1人）",
        "学院",
        "区教育局等单位负责人",
        "区一中",
    ]


def test_stated_head_count_beside_the_names() -> None:
    nine = side(id=1, stated_headcount=9, headcount_qualifier=Qualifier.EXACT)
    taken = snapshot(sides=(nine,), attendees=(attendee(side_id=1),))
    assert rows(taken)[0] == ["校方（9人，列名1人）"]
    assert rows(taken, "en")[0] == ["University (9 people, 1 named)"]


def test_stated_head_count_of_which_all_are_named() -> None:
    one = side("", "", id=1, stated_headcount=1)
    assert rows(snapshot(sides=(one,), attendees=(attendee(side_id=1),)))[0] == ["校方（1人）"]


def test_draft_lists_proposed_spellings_and_borrowed_texts() -> None:
    taken = snapshot(attendees=(attendee(proposed=True, title=both("院长")),))
    [draft], [final] = assemble(taken, options("en")), assemble(taken, options("en", final=True))
    assert draft.blocks[-2:] == (
        DraftNote("English spelling proposed by pinyin, to be confirmed: Liang Tao (梁涛)"),
        DraftNote("No English text yet, printed in Chinese: 院长"),
    )
    assert final.blocks == draft.blocks[:-2]


def test_person_without_chinese_name_keeps_the_english_one() -> None:
    assert rows(snapshot(attendees=(attendee("", "Jiang Jie"),)))[1][1] == "Jiang Jie"


def test_two_hundred_people_are_numbered_through() -> None:
    people = tuple(attendee(side_id=1 + place % 2) for place in range(200))
    listed = [row for row in rows(snapshot(sides=(HOSTS, GUESTS), attendees=people)) if len(row) > 1]
    assert [row[0] for row in listed] == [str(number) for number in range(1, 201)]


def test_no_material() -> None:
    with pytest.raises(KnownError) as caught:
        assemble(snapshot(attendees=(attendee(reply=Reply.DECLINED),), sides=(GUESTS,)), options())
    assert caught.value.values == {"document": "attendees", "meeting": "shangdang"}


def test_what_people_typed_is_handed_on_as_it_is() -> None:
    typed = '<b>{0}</b>&"=1+1\x07\ud800𬭎'
    odd = attendee(typed, "", unit=both(typed), title=both("长" * 10_000), remarks=both(typed))
    assert rows(snapshot(attendees=(odd,)))[1] == ["1", typed, typed, "长" * 10_000, typed]
    assert rows(snapshot(attendees=(odd,)), "en")[1] == ["1", typed, typed, "长" * 10_000, typed]


def test_a_place_for_somebody_not_named_yet_is_a_line() -> None:
    place = OpenPlace(
        9, 1, both("财政局", "Finance Bureau"), both("局长", "director"), both("名单后报", "name to follow")
    )
    taken = snapshot(sides=(GUESTS,), attendees=(attendee("王明", side_id=1),), open_places=(place,))
    assert rows(taken) == [
        ["校方（列名1人）"],
        ["1", "王　明", "武汉大学", "院长", ""],
        ["", "待定", "财政局", "局长", "名单后报"],
    ]
    assert rows(replace(taken, attendees=()), "en")[1] == [
        "to be named",
        "Finance Bureau",
        "Director",
        "Name to follow",
    ]
