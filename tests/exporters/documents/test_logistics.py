"""Sheets for those who look after the guests, and the contact list."""

from __future__ import annotations

import pytest

from exporters.blocks import Section, Table
from exporters.documents import contacts, logistics
from exporters.documents.logistics import label_key, moment_key
from models.codes import AttendanceCategory, Reply
from models.errors import KnownError
from models.snapshots.shapes import Attendee, MeetingSnapshot
from tests.sample_snapshots import attendee, both, options, person, route, snapshot, stop, vehicle


def guest(name: str, **changes: object) -> Attendee:
    """A guest with a phone."""
    own = {key: changes.pop(key) for key in ("diet", "gender") if key in changes}
    return attendee(person=person(name, "", phone="13812345678", **own), **changes)


def sheets(make: object, taken: MeetingSnapshot, **choices: object) -> dict[str, list[list[list[str]]]]:
    """The tables of each sheet, heading first."""
    [document] = make(taken, options(**choices))
    return {
        block.name: [
            [[column.heading for column in table.columns], *([cell.text for cell in row.cells] for row in table.rows)]
            for table in block.blocks
            if isinstance(table, Table)
        ]
        for block in document.blocks
        if isinstance(block, Section)
    }


def test_arrivals_in_the_order_of_time() -> None:
    late = guest("王明", arrival="2024-05-19T16:40", arrival_trip="G3")
    early = guest("贾静", arrival="5月19日下午2:30", arrival_trip="G1")
    away = guest("安宁", arrival="2024-05-18", reply=Reply.DECLINED)
    [table] = sheets(logistics.assemble, snapshot(attendees=(late, away, early)))["接送站"]
    assert table == [
        ["序号", "姓名", "单位", "手机", "到达时间", "到达车次/航班"],
        ["1", "贾　静", "武汉大学", "138****5678", "5月19日下午2:30", "G1"],
        ["2", "王　明", "武汉大学", "138****5678", "5月19日16:40", "G3"],
    ]


def test_rooms_in_order_then_those_who_need_one_and_their_number() -> None:
    people = (
        guest("王明", room="1003", gender="male"),
        guest("贾静", needs_room=True),
        guest("安宁", room="0801"),
        guest("周鹏", room="0801"),
    )
    [table] = sheets(logistics.assemble, snapshot(attendees=people))["住宿安排"]
    assert [row[:4] for row in table] == [
        ["序号", "房间", "姓名", "性别"],
        ["1", "0801", "安　宁", ""],
        ["2", "0801", "周　鹏", ""],
        ["3", "1003", "王　明", "男"],
        ["待安排房间"],
        ["4", "", "贾　静", ""],
        ["", "", "合计", ""],
    ]
    assert table[-1][4] == "2间，4人"


def test_meals_table_by_table_and_how_many_need_which_food() -> None:
    people = (
        guest("王明", table_number="10", diet="清真"),
        guest("贾静", table_number="2"),
        guest("安宁", diet="清真"),
    )
    [table] = sheets(logistics.assemble, snapshot(attendees=people))["用餐"]
    assert [row[1:5] for row in table[1:]] == [
        ["2", "贾　静", "武汉大学", ""],
        ["10", "王　明", "武汉大学", "清真"],
        ["", "安　宁", "武汉大学", "清真"],
        ["", "合计", "清真 2人", ""],
    ]


def test_vehicles_with_their_passengers_then_own_cars() -> None:
    rider, driver = guest("王明"), guest("贾静", own_vehicle="晋D00001")
    taken = snapshot(attendees=(rider, driver), routes=(route(vehicles=(vehicle(passengers=(rider,)),)),))
    [riding, own] = sheets(logistics.assemble, taken, unmasked=True)["车辆"]
    assert (riding[1][0], riding[1][-1]) == ("1号车", "王明")
    assert own[1] == ["1", "贾　静", "武汉大学", "13812345678", "晋D00001"]


@pytest.mark.parametrize("make", [logistics.assemble, contacts.assemble])
def test_no_material(make: object) -> None:
    with pytest.raises(KnownError, match="no_material"):
        make(snapshot(attendees=(attendee(),)), options())


def test_keys_of_order() -> None:
    assert sorted(["", "贵宾楼", "8-1301", "8-1203", "801"], key=label_key) == ["8-1203", "8-1301", "801", "贵宾楼", ""]
    moments = ["", "待定", "2024-05-19T09:00", "5月19日晚8点", "5月18日", "5月19日14:30"]
    assert sorted(moments, key=moment_key) == [
        "5月18日", "2024-05-19T09:00", "5月19日14:30", "5月19日晚8点", "待定", "",
    ]  # fmt: skip


def test_contact_list_names_everybody_and_whom_to_call_on_site() -> None:
    helper = guest("王明", category=AttendanceCategory.STAFF, title=both(""))
    visited = stop(contact=both("李主任"), contact_phone="0355-2113499")
    way = route(vehicles=(vehicle(),), stops=(visited, visited, stop()))
    found = sheets(contacts.assemble, snapshot(attendees=(helper, attendee("贾静")), routes=(way,)))
    assert found == {
        "参会人员": [
            [
                ["序号", "姓名", "单位", "职务", "手机"],
                ["其他人员"],
                ["1", "王　明", "武汉大学", "", "138****5678"],
                ["2", "贾　静", "武汉大学", "院长", ""],
            ]
        ],
        "现场联系": [
            [["事项", "姓名", "单位或车辆", "电话"], ["工作人员", "王　明", "武汉大学", "138****5678"]],
            [["事项", "姓名", "单位或车辆", "电话"], ["司机", "李师傅", "1号车、晋D12345", "139****1111"]],
            [["事项", "姓名", "单位或车辆", "电话"], ["现场联系人", "李主任", "中益机械", "0355-***3499"]],
        ],
    }
