"""The handbook: parts that have material, in order, and nobody's whereabouts unless it stays with the staff."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from exporters.blocks import Contents, Document, DraftNote, Section
from exporters.documents.handbook import assemble
from exporters.documents.plain_text import blocks_as_lines, plain_text
from models.codes import AgendaKind, AttendanceCategory, Reply
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot
from tests.sample_meetings import sample_meetings
from tests.sample_snapshots import agenda_item, attendee, both, meeting, options, person, route, snapshot, stop, vehicle

LIANG = attendee("梁涛", "Liang Tao", room="1003", table_number="10", person=person("梁涛", phone="13812345678"))
WANG = attendee("王明", "Wang Ming", room="0801", table_number="2")
GONE = attendee("李四", "Li Si", room="0802", table_number="2", reply=Reply.DECLINED)
HELPER = attendee(
    "许雯", "Xu Wen", category=AttendanceCategory.STAFF, person=person("许雯", "Xu Wen", phone="13900001111")
)
BUS = vehicle("1号车", "Bus 1", passengers=(LIANG,))
DINNER = agenda_item("晚餐", "Dinner", kind=AgendaKind.MEAL, start=time(18), place=both("二楼餐厅", "Restaurant"))
FULL = snapshot(
    attendees=(LIANG, WANG, GONE, HELPER),
    agenda=(agenda_item("开场", "Opening", start=time(9)), DINNER),
    routes=(route(stops=(stop("中益机械", "Zhongyi"),), vehicles=(BUS,), members=(WANG,)),),
)


def handbook(source: MeetingSnapshot = FULL, language: str = "zh", **changes: Any) -> Document:
    (document,) = assemble(source, replace(options(language), **changes))
    return document


def sections(document: Document) -> dict[str, list[str]]:
    """The lines of each part; empty ones left out."""
    parts = [block for block in document.blocks if isinstance(block, Section)]
    return {part.name: [line for line in blocks_as_lines(part.blocks) if line] for part in parts}


def test_parts_stand_in_the_order_they_are_looked_for() -> None:
    names = [
        *("一、会议须知", "二、日程", "三、议程", "四、参会人员名单", "五、住宿安排"),
        *("六、用餐安排", "七、乘车安排", "八、考察行程单", "九、工作人员"),
    ]
    document = handbook(unmasked=True)
    assert list(sections(document)) == ["会务手册", *names]
    (front, *_rest) = document.blocks
    assert isinstance(front, Section)
    assert [block.entries for block in front.blocks if isinstance(block, Contents)] == [tuple(names)]


def test_english_parts_are_numbered_in_english() -> None:
    assert list(sections(handbook(language="en")))[:3] == [
        "Conference handbook", "1. Notes for participants", "2. Schedule",
    ]  # fmt: skip


def test_part_without_material_is_left_out() -> None:
    small = handbook(snapshot(agenda=(agenda_item("开场", "Opening"),)))
    assert list(sections(small)) == ["会务手册", "一、会议须知", "二、日程", "三、议程"]


def test_date_and_place_alone_make_no_handbook() -> None:
    with pytest.raises(KnownError) as refused:
        handbook(snapshot(meeting=meeting(theme=both("校地合作", "Cooperation"))))
    assert refused.value.code == "no_material"


def test_nobody_is_told_where_others_sleep_or_whom_they_ride_with() -> None:
    text = plain_text(handbook())
    assert "住宿安排" not in text
    assert ("0801" in text, "乘车人员" in text, "1号车" in text) == (False, False, True)
    assert sections(handbook())["六、乘车安排"][-1].startswith("1号车")
    assert ("13812345678" in text, "138****5678" in text) == (False, True)


def test_copy_of_the_staff_names_rooms_and_passengers() -> None:
    told = sections(handbook(unmasked=True))
    rooms = [line.split(" | ")[:2] for line in told["五、住宿安排"][2:]]
    assert rooms == [["0801", "王　明"], ["1003", "梁　涛"]]
    assert "梁涛" in told["七、乘车安排"][-1]
    assert "13812345678" in plain_text(handbook(unmasked=True))


def test_meals_and_tables_are_in_order() -> None:
    lines = sections(handbook())["五、用餐安排"]
    assert lines[1:] == [
        "日期 | 时间 | 用餐 | 地点", "2024年5月20日（星期一） | 18:00 | 晚餐 | 二楼餐厅",
        "## 分桌安排", "桌号 | 就餐人员", "2 | 王明", "10 | 梁涛",
    ]  # fmt: skip


def test_notes_say_when_where_and_whom_to_ask() -> None:
    lines = sections(handbook())["一、会议须知"]
    assert lines[1:3] == ["时间: 2024年5月20日（星期一）", "地点: 政治与公共管理学院（武汉市）"]
    assert "联系人: 许雯 139****1111" in lines


def test_other_papers_do_not_tell_again_what_the_notes_tell() -> None:
    chaired = replace(FULL.agenda[0], moderator=WANG)
    told = sections(handbook(replace(FULL, agenda=(chaired,))))
    assert told["三、议程"][:2] == ["三、议程", "主持: 武汉大学院长　王明"]
    assert told["四、参会人员名单"][1].startswith("序号 | 姓名")


def test_own_notes_of_the_office_are_not_for_the_guests() -> None:
    noted = meeting(notes=both("只供内部", "Internal"))
    assert "只供内部" not in plain_text(handbook(replace(FULL, meeting=noted)))


def test_days_are_headings_below_their_part() -> None:
    two_days = (agenda_item("开场", day=date(2024, 5, 20)), agenda_item("考察", day=date(2024, 5, 21)))
    lines = sections(handbook(snapshot(agenda=two_days)))["三、议程"]
    days = [line for line in lines if line.startswith("#")]
    assert days == ["## 2024年5月20日（星期一）", "## 2024年5月21日（星期二）"]


def test_notes_of_a_draft_stand_once_at_the_end() -> None:
    chinese_only = snapshot(agenda=(agenda_item("开场", ""), agenda_item("签约", "")))
    *others, last = handbook(chinese_only, "en").blocks
    assert isinstance(last, Section)
    notes = [block for block in last.blocks if isinstance(block, DraftNote)]
    assert len(notes) == len(set(notes)) >= 1
    parts = [part for part in others if isinstance(part, Section)]
    assert not any(isinstance(block, DraftNote) for part in parts for block in part.blocks)
    assert not any(line.startswith("(") for line in sections(handbook(chinese_only, "en", final=True))["3. Agenda"])


def test_sample_has_all_parts() -> None:
    assert len(sections(handbook(sample_meetings()["demo-full"], unmasked=True))) == 10
