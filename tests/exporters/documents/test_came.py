"""The list after the meeting: who came, for whom, and how many of each side."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from exporters.blocks import Table, Title
from exporters.documents.attendees import assemble
from models.codes import Reply
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot
from tests.sample_snapshots import attendee, both, group, options, person, side, snapshot

AT = datetime(2024, 5, 20, 8, 52, tzinfo=UTC)
TAKEN = snapshot(
    sides=(side(id=1, stated_headcount=9), side("地方", "Local", id=2, is_host=True)),
    attendees=(
        attendee("贾静", "Jia Jing", side_id=1, signed_in_at=AT),
        attendee("周鹏", "Zhou Peng", side_id=1),
        attendee(
            "王明", "Wang Ming", side_id=2, reply=Reply.SUBSTITUTE, substitute=person("李新", "Li Xin"),
            signed_in_at=AT, remarks=both("晚到", "Late"),
        ),
        attendee("安宁", "An Ning", side_id=2, reply=Reply.WALK_IN, signed_in_at=AT),
        attendee("高富", "Gao Fu", side_id=2, reply=Reply.DECLINED, signed_in_at=AT),
    ),
    groups=(group("学生代表", stated_count=3, side_id=1),),
)  # fmt: skip


def tables(taken: MeetingSnapshot, language: str = "zh", **choices: object) -> list[list[list[str]]]:
    """The texts of the list and of the counts."""
    [document] = assemble(taken, options(language, came_only=True, **choices))
    found = [block for block in document.blocks if isinstance(block, Table)]
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in found]


def test_those_who_came_are_listed_and_counted() -> None:
    listed, counts = tables(TAKEN, columns=("number", "name", "title", "remarks"))
    assert listed == [
        ["校方（1人）"],
        ["1", "贾　静", "院长", ""],
        ["地方（3人）"],
        ["2", "李　新（代王明）", "", "晚到"],
        ["3", "安　宁", "院长", "现场到会"],
        ["4", "高　富", "院长", ""],
    ]
    assert counts == [
        ["1", "校方", "2", "1", "1", "0", "0", "3"],
        ["2", "地方", "1", "3", "0", "1", "1", "0"],
        ["", "合计", "3", "4", "1", "1", "1", "3"],
    ]


def test_in_english_the_substitute_stands_for_somebody() -> None:
    listed, _counts = tables(TAKEN, "en", columns=("name",), grouping="rank")
    assert listed == [["Jia Jing"], ["Li Xin (for Wang Ming)"], ["An Ning"], ["Gao Fu"]]


def test_the_paper_says_what_it_is_and_counts_one_side_without_a_total() -> None:
    taken = replace(TAKEN, attendees=TAKEN.attendees[:2], groups=())
    [document] = assemble(taken, options(came_only=True))
    [title] = [block for block in document.blocks if isinstance(block, Title)]
    assert title.lines[-1] == "实到人员名单"
    assert tables(taken)[1] == [["1", "校方", "2", "1", "1", "0", "0"]]


def test_where_nobody_is_ticked_there_is_no_such_list() -> None:
    with pytest.raises(KnownError, match="nobody_signed_in"):
        tables(replace(TAKEN, attendees=TAKEN.attendees[1:2]))


def test_the_list_of_everybody_stays_as_it_was() -> None:
    [document] = assemble(TAKEN, options())
    [table] = [block for block in document.blocks if isinstance(block, Table)]
    names = [row.cells[1].text for row in table.rows if len(row.cells) > 1]
    assert names == ["贾　静", "周　鹏", "", "李　新", "安　宁"]
