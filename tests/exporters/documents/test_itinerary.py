"""The itinerary: a section a route, with what is known of times, contacts and vehicles."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest

from exporters.blocks import (
    Cell,
    Column,
    DraftNote,
    Field,
    FieldList,
    Heading,
    Paragraph,
    Row,
    Section,
    Span,
    SpanKind,
    Table,
    Title,
)
from exporters.documents.itinerary import assemble
from models.codes import Reply, VisitPhase
from models.errors import KnownError
from models.snapshots.shapes import EMPTY, VisitRoute
from tests.sample_snapshots import attendee, both, options, organization, route, snapshot, stop, vehicle


def section(one: VisitRoute, language: str = "zh", **choices: bool) -> Section:
    """The section of the only route."""
    [document] = assemble(snapshot(routes=(one,)), options(language, **choices))
    [block] = document.blocks
    assert isinstance(block, Section)
    return block


def texts(table: object) -> list[list[str]]:
    """Headings and rows of a table."""
    assert isinstance(table, Table)
    return [[column.heading for column in table.columns], *([cell.text for cell in row.cells] for row in table.rows)]


def test_route_of_which_only_the_stops_are_known() -> None:
    assert section(route(stops=(stop(),))) == Section(
        "A线",
        (
            Title(("校地合作座谈会", "考察行程单"), "A线"),
            FieldList((Field("日期", (Span("2024年5月20日（星期一），会后"),)),)),
            Table(
                (
                    Column("number", "序号", 3.5, "center"),
                    Column("place", "地点", 13),
                ),
                (Row((Cell("1", 1), Cell("中益机械"))),),
            ),
        ),
    )


def test_head_of_a_full_route() -> None:
    full = route(
        phase=VisitPhase.BEFORE,
        departs_at=time(8, 30),
        departs_from=both("东门", "East Gate"),
        leader=attendee(),
        participants=both("部分教师", "some teachers"),
        purpose=both("了解需求", "to learn of needs"),
        remarks=both("穿平底鞋", "wear flat shoes"),
    )
    head = section(full, "en").blocks[1]
    assert isinstance(head, FieldList)
    assert [(field.label, field.spans[0].text) for field in head.fields] == [
        ("Date", "Monday, 20 May 2024, before the meeting"),
        ("Departure", "08:30 East Gate"),
        ("Group leader", "Liang Tao, Dean, Wuhan University"),
        ("Participants", "Some teachers"),
        ("Purpose", "to learn of needs"),
        ("Remarks", "wear flat shoes"),
    ]


def test_full_stop_with_masked_phone() -> None:
    visit = stop(
        "新厂区",
        organization=organization("中益机械"),
        arrive=time(9),
        leave=time(9, 40),
        minutes=40,
        travel_minutes=30,
        activity=both("参观车间"),
        participants=both("教师"),
        guide=both("俞佳，厂长"),
        contact=both("俞佳"),
        contact_phone="13812345678",
        remarks=both("戴安全帽"),
    )
    assert texts(section(route(stops=(visit,))).blocks[2]) == [
        ["序号", "时间", "路途", "停留", "地点", "活动内容", "参加人员", "讲解人", "联系人及电话", "备注"],
        [
            *("1", "09:00–09:40", "30分钟", "40分钟", "中益机械\n新厂区", "参观车间", "教师", "俞佳，厂长"),
            *("俞佳\n138****5678", "戴安全帽"),
        ],
    ]


def test_vehicles_with_passengers_in_seat_order() -> None:
    people = (attendee("王明"), attendee("李红", reply=Reply.DECLINED), attendee("周鹏"))
    car = vehicle(model=both("中巴"), leader=people[0], passengers=people)
    blocks = section(route(vehicles=(car,))).blocks
    assert blocks[2] == Heading("车辆", 2)
    assert texts(blocks[3]) == [
        ["车辆", "车型", "车牌号", "座位数", "司机", "司机电话", "车长", "乘车人员（按座次）"],
        ["1号车", "中巴", "晋D12345", "20", "李师傅", "139****1111", "院长王明", "王明、周鹏"],
    ]


def test_vehicle_of_which_little_is_known_and_phone_in_full() -> None:
    car = vehicle(plate="", seats=None)
    assert texts(section(route(vehicles=(car,)), "en", unmasked=True).blocks[3]) == [
        ["Vehicle", "Plate", "Driver", "Driver’s phone"],
        ["Car 1", "", "Mr. Li", "13900001111"],
    ]


def test_participants_are_named_and_counted() -> None:
    people = (attendee("王明", "Wang Ming"), attendee("周鹏", "Zhou Peng"))
    blocks = section(route(members=people), "en").blocks
    assert blocks[2:] == (
        Heading("Participants (2 people)", 2),
        Paragraph((Span("Wang Ming", SpanKind.NAME), Span(", "), Span("Zhou Peng", SpanKind.NAME)), indent=0),
    )


def test_participants_who_all_have_a_seat_are_counted_and_named_once() -> None:
    people = (attendee("王明", "Wang Ming"), attendee("周鹏", "Zhou Peng"), attendee("李红", reply=Reply.DECLINED))
    full = route(members=people, vehicles=(vehicle(passengers=people[:2]),), participants=both("教师", "teachers"))
    head, *others = section(full).blocks[1:]
    assert isinstance(head, FieldList)
    assert head.fields[-1] == Field("参加人员", (Span("教师（2人）"),))
    assert [type(block) for block in others] == [Heading, Table]
    unnamed = section(replace(full, participants=EMPTY), "en").blocks[1]
    assert isinstance(unnamed, FieldList)
    assert unnamed.fields[-1] == Field("Participants", (Span("2 people"),))


def test_participants_are_named_where_somebody_has_no_seat() -> None:
    people = (attendee("王明"), attendee("周鹏"))
    blocks = section(route(members=people, vehicles=(vehicle(passengers=people[:1]),))).blocks
    assert blocks[-2] == Heading("参加人员（2人）", 2)


def test_route_without_a_name_is_numbered() -> None:
    [document] = assemble(snapshot(routes=(route(stops=(stop(),)), route("", ""))), options("en"))
    assert [block.name for block in document.blocks if isinstance(block, Section)] == ["Route A", "Route 2"]
    assert document.landscape


def test_notes_of_a_draft_stand_in_the_last_section() -> None:
    block = section(route(purpose=both("了解需求")), "en")
    assert block.blocks[-1] == DraftNote("No English text yet, printed in Chinese: 了解需求")


def test_no_material() -> None:
    with pytest.raises(KnownError) as caught:
        assemble(snapshot(), options())
    assert caught.value.values == {"document": "itinerary", "meeting": "shangdang"}
