"""Lists by side, by unit and by rank; columns as chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from exporters.blocks import Table
from exporters.documents.attendees import assemble
from exporters.documents.person_columns import PERSON_COLUMNS
from exporters.documents.sign_in import assemble as sign_in
from models.codes import OrganizationKind, Reply
from models.errors import KnownError
from models.rules.ranks import Rung
from models.snapshots.shapes import Attendee, MeetingSnapshot, OpenPlace, OwnColumn, OwnValue, Post
from tests.sample_snapshots import EMPTY, attendee, both, group, options, organization, person, side, snapshot

BUREAU = organization("财政局", "Finance Bureau", kind=OrganizationKind.GOVERNMENT)


def official(zh: str, title: str, **changes: object) -> Attendee:
    """Somebody of the bureau."""
    posts = (Post(BUREAU, EMPTY, both(title)),)
    return attendee(zh, unit=BUREAU.name, title=both(title), posts=posts, side_id=2, **changes)


TAKEN = snapshot(
    sides=(side(id=1), side("地方", "Local", id=2, is_host=True)),
    attendees=(official("周鹏", "局长"), attendee("贾静", "Jia Jing", side_id=1), official("安宁", "副局长")),
)


def rows(taken: MeetingSnapshot, **choices: object) -> list[list[str]]:
    """The texts of the list."""
    [document] = assemble(taken, options(**choices))
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_by_unit_the_unit_stands_above_its_people_and_not_beside_them() -> None:
    assert rows(TAKEN, grouping="unit") == [
        ["武汉大学（1人）"],
        ["1", "贾　静", "院长"],
        ["财政局（2人）"],
        ["2", "周　鹏", "局长"],
        ["3", "安　宁", "副局长"],
    ]


def test_by_unit_places_and_groups_stand_with_their_unit_and_the_rest_at_the_end() -> None:
    school = organization("附中", "High School")
    taken = replace(
        TAKEN,
        sides=(replace(TAKEN.sides[0], units=(school,)), TAKEN.sides[1]),
        groups=(group("学生代表", stated_count=3), group("科员", stated_count=2, organization=BUREAU, side_id=2)),
        open_places=(OpenPlace(9, 2, both("财政局"), both("科长")),),
    )
    assert rows(taken, grouping="unit") == [
        ["武汉大学（1人）"],
        ["1", "贾　静", "院长"],
        ["附中"],
        ["财政局"],
        ["2", "周　鹏", "局长"],
        ["3", "安　宁", "副局长"],
        ["", "待定", "科长"],
        ["", "", "2位科员"],
        ["其他人员"],
        ["", "", "3位学生代表"],
    ]


def test_by_rank_all_stand_in_one_list_by_the_offices_own_table() -> None:
    assert [row[1] for row in rows(TAKEN, grouping="rank")] == ["贾　静", "周　鹏", "安　宁"]
    own = replace(TAKEN, rungs=(Rung(1, ((), (), (), ("副局长",))), Rung(2, ((), (), (), ("院长", "局长")))))
    assert [row[1] for row in rows(own, grouping="rank")] == ["安　宁", "贾　静", "周　鹏"]


def test_nobody_at_all_is_no_list_by_rank() -> None:
    with pytest.raises(KnownError, match="no_material"):
        assemble(snapshot(), options(grouping="rank"))


def test_columns_stand_as_chosen_also_where_nobody_fills_them() -> None:
    assert rows(TAKEN, columns=("name", "phone", "name", "unit"))[1] == ["贾　静", "", "武汉大学"]
    [document] = assemble(TAKEN, options(columns=tuple(PERSON_COLUMNS)))
    assert document.landscape


def test_every_column_says_what_is_known_and_masks_what_is_private() -> None:
    somebody = person(
        "王明", "Wang Ming", gender="female", phone="13812345678", phone_2="0355-2113499", email="wang@x.edu.cn",
        identity_number="11010519491231002X", ethnicity="回族", diet="清真",
    )  # fmt: skip
    comes = attendee(
        person=somebody, arrival="2024-05-19T14:30", arrival_trip="G1", departure="2024-05-21", departure_trip="G2",
        needs_room=True, room="801", roommate="李红", meals="19日晚", table_number="2", own_vehicle="晋A1",
        remarks=both("发言"), reply=Reply.CONFIRMED,
    )  # fmt: skip
    assert rows(snapshot(attendees=(comes,)), columns=tuple(PERSON_COLUMNS))[1] == [
        "1", "王　明", "Wang Ming", "武汉大学", "院长", "女", "回族", "138****5678", "0355-***3499", "w***@x.edu.cn",
        "110105********002X", "来宾", "已确认", "5月19日14:30", "G1", "5月21日", "G2", "是", "801", "李红", "19日晚",
        "清真", "2", "晋A1", "发言",
    ]  # fmt: skip
    shown = rows(snapshot(attendees=(comes,)), columns=("phone", "email", "id_number"), unmasked=True)[1]
    assert shown == ["13812345678", "wang@x.edu.cn", "11010519491231002X"]


def test_english_moments_and_words_of_slips() -> None:
    comes = attendee(arrival="2024-05-19T14:30", departure="20日下午")
    [document] = assemble(snapshot(attendees=(comes,)), options("en", columns=("arrival", "departure")))
    assert [cell.text for cell in document.blocks[2].rows[1].cells] == ["19 May 14:30", "20日下午"]


@pytest.mark.parametrize(
    ("choices", "code", "value"),
    [({"columns": ("age",)}, "unknown_column", "age"), ({"grouping": "age"}, "unknown_grouping", "age")],
)
def test_what_there_is_not_is_named(choices: dict[str, object], code: str, value: str) -> None:
    with pytest.raises(KnownError, match=code) as refused:
        assemble(TAKEN, options(**choices))
    assert value in refused.value.values.values()


def test_sign_in_sheet_by_unit_with_as_many_lines_for_walk_ins_as_wanted() -> None:
    [document] = sign_in(TAKEN, options(grouping="unit", blank_lines=2))
    table = document.blocks[2]
    assert isinstance(table, Table)
    assert [row.cells[0].text for row in table.rows] == ["武汉大学", "1", "财政局", "2", "3", "临时参会人员", "", ""]
    assert [column.key for column in table.columns] == ["number", "name", "title", "signature"]
    assert [cell.text for cell in table.rows[1].cells] == ["1", "贾　静", "院长", ""]
    [document] = sign_in(TAKEN, options(blank_lines=0))
    assert [row.kind for row in document.blocks[2].rows] == ["group", "body", "group", "body", "body"]


def test_columns_of_the_meeting_s_own_stand_where_they_are_wanted():
    columns = (OwnColumn(7, both("胸牌", "Badge")), OwnColumn(9, both("礼品", "Gift")))
    one = replace(attendee("王伟"), own=(OwnValue(9, "茶"), OwnValue(7, "红色")))
    taken = snapshot(attendees=(one,), own_columns=columns)
    [document] = assemble(taken, options(columns=("name", "own_2", "own_1", "own_3")))
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert [column.heading for column in table.columns] == ["姓名", "礼品", "胸牌"]
    assert [cell.text for cell in table.rows[-1].cells] == ["王　伟", "茶", "红色"]


def test_a_column_that_no_meeting_can_have_is_refused():
    with pytest.raises(KnownError, match="unknown_column"):
        assemble(TAKEN, options(columns=("own_11",)))


def test_numbers_in_words_somebody_wrote_are_masked_unless_asked_for() -> None:
    written = {"roommate": "张三13600136000", "remarks": both("联系 13700137000", "")}
    taken = snapshot(attendees=(attendee(**written),))
    shown = [rows(taken, columns=("roommate", "remarks"), unmasked=whole)[1] for whole in (False, True)]
    assert shown == [["张三136****6000", "联系 137****7000"], ["张三13600136000", "联系 13700137000"]]
    [document] = assemble(taken, options("en", columns=("remarks",)))
    assert "13700137000" not in repr(document)
