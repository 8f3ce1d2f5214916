"""The schedule: meals, trips and visits merged with the agenda, day by day."""

from __future__ import annotations

from datetime import date, time

import pytest

from exporters.blocks import Heading, Table, Title
from exporters.documents.schedule import assemble
from models.codes import AgendaKind, DatePrecision, VisitPhase
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot
from tests.sample_snapshots import agenda_item, both, meeting, options, organization, route, snapshot, stop

MAY_21 = date(2024, 5, 21)


def days(taken: MeetingSnapshot, language: str = "zh") -> list[list[str] | str]:
    """Headings as texts, tables as their rows."""
    [document] = assemble(taken, options(language))
    found: list[list[str] | str] = []
    for block in document.blocks:
        if isinstance(block, Heading):
            found.append(block.text)
        if isinstance(block, Table):
            found += [[cell.text for cell in row.cells] for row in block.rows]
    return found


def test_meals_stand_between_the_items() -> None:
    items = (
        agenda_item(start=time(9), end=time(11), minutes=120),
        agenda_item("午餐", kind=AgendaKind.MEAL, start=time(12), place=both("餐厅"), detail=both("自助餐")),
    )
    assert days(snapshot(agenda=items)) == [["09:00–11:00", "致辞", ""], ["12:00", "午餐\n自助餐", "餐厅"]]


def test_parts_stand_in_the_agenda_unless_they_are_breaks() -> None:
    whole = agenda_item("座谈")
    parts = (agenda_item("发言", parent_id=whole.id), agenda_item("茶歇", parent_id=whole.id, kind=AgendaKind.BREAK))
    assert days(snapshot(agenda=(whole, *parts))) == [["1", "座谈"], ["2", "茶歇"]]


def test_route_is_merged_by_time() -> None:
    trip = route(
        departs_at=time(10),
        departs_from=both("县政府", "County Hall"),
        phase=VisitPhase.DURING,
        participants=both("全体", "all"),
        stops=(stop(arrive=time(10, 30), leave=time(11), activity=both("看车间", "workshop tour")),),
    )
    items = (agenda_item(start=time(9), end=time(9, 30)), agenda_item("午餐", "Lunch", start=time(12)))
    assert days(snapshot(agenda=items, routes=(trip,)), "en") == [
        ["09:00–09:30", "Opening remarks", "", ""],
        ["10:00", "Departure", "County Hall", "All"],
        ["10:30–11:00", "Visit to Zhongyi Machinery\nWorkshop tour", "", "All"],
        ["12:00", "Lunch", "", ""],
    ]


def test_routes_without_times_stand_before_or_after_the_agenda() -> None:
    before, after = route(phase=VisitPhase.BEFORE, stops=(stop(),)), route("B线", stops=(stop("双鸟集团"),))
    taken = snapshot(agenda=(agenda_item(start=time(9)),), routes=(after, before))
    assert days(taken) == [["", "参观中益机械（A线）"], ["09:00", "致辞"], ["", "参观双鸟集团（B线）"]]


def test_visits_without_times_follow_the_item_that_announces_them() -> None:
    visits = agenda_item("实地考察", kind=AgendaKind.VISIT)
    before = route(phase=VisitPhase.BEFORE, stops=(stop(),))
    taken = snapshot(agenda=(visits, agenda_item()), routes=(before,))
    assert days(taken) == [["1", "实地考察"], ["2", "参观中益机械"], ["3", "致辞"]]


def test_visits_after_the_meeting_follow_the_last_item_that_announces_some() -> None:
    first, last = agenda_item("看展", kind=AgendaKind.VISIT), agenda_item("参观", kind=AgendaKind.VISIT)
    taken = snapshot(agenda=(first, agenda_item(), last, agenda_item("返程")), routes=(route(stops=(stop(),)),))
    assert [row[1] for row in days(taken)] == ["看展", "致辞", "参观", "参观中益机械", "返程"]


def test_stops_keep_their_order_where_only_some_have_times() -> None:
    stops = (stop("甲厂"), stop("乙厂", arrive=time(15)), stop("丙厂"))
    taken = snapshot(agenda=(agenda_item("送行", start=time(17)),), routes=(route(stops=stops),))
    assert [row[1] for row in days(taken)] == ["参观甲厂", "参观乙厂", "参观丙厂", "送行"]


def test_an_item_past_midnight_stays_behind_the_evening() -> None:
    items = (agenda_item("晚宴", start=time(22), end=time(0, 15)), agenda_item("返程", start=time(0, 15)))
    assert [row[1] for row in days(snapshot(agenda=items))] == ["晚宴", "返程"]


def test_visited_organization_and_its_place() -> None:
    visit = stop("新厂区", organization=organization("中益机械"), minutes=30, participants=both("教师"))
    assert days(snapshot(routes=(route(stops=(visit,)),))) == [["30分钟", "参观中益机械", "新厂区", "教师"]]


def test_stop_without_a_place_says_what_happens() -> None:
    visit = stop("", "", activity=both("自由活动"))
    assert days(snapshot(routes=(route(stops=(visit,)),))) == [["1", "自由活动"]]


def test_days_are_headed_and_visits_after_the_meeting_lie_on_its_last() -> None:
    two_days = meeting(ends_on=MAY_21)
    items = (agenda_item(), agenda_item("总结", day=MAY_21))
    taken = snapshot(meeting=two_days, agenda=items, routes=(route(stops=(stop(),)),))
    assert days(taken) == [
        "2024年5月20日（星期一）",
        ["1", "致辞"],
        "2024年5月21日（星期二）",
        ["1", "总结"],
        ["2", "参观中益机械"],
    ]


def test_unknown_days_come_last() -> None:
    vague = meeting(date_precision=DatePrecision.MONTH)
    taken = snapshot(meeting=vague, agenda=(agenda_item(), agenda_item("总结", "Wrap-up", day=MAY_21)))
    assert days(taken, "en") == ["Tuesday, 21 May 2024", ["1", "Wrap-up"], "Day not fixed", ["1", "Opening remarks"]]


def test_items_after_midnight_of_the_same_day_keep_their_order() -> None:
    items = (agenda_item("晚宴", start=time(22), end=time(0, 30)), agenda_item("返程"))
    assert days(snapshot(agenda=items)) == [["22:00–00:30", "晚宴"], ["", "返程"]]


def test_title_names_meeting_and_paper() -> None:
    [document] = assemble(snapshot(agenda=(agenda_item(),)), options("en"))
    assert document.blocks[0] == Title(("Cooperation Symposium", "Schedule"))
    assert document.title == "Cooperation Symposium – Schedule"


@pytest.mark.parametrize("routes", [(), (route(),)])
def test_no_material(routes: tuple[object, ...]) -> None:
    with pytest.raises(KnownError) as caught:
        assemble(snapshot(routes=routes), options())
    assert caught.value.values == {"document": "schedule", "meeting": "shangdang"}


def test_routes_side_by_side_are_an_entry_each() -> None:
    first = route(
        "A线", day=MAY_21, departs_at=time(13), departs_from=both("北门"), participants=both("专家"),
        stops=(stop("甲厂", arrive=time(14), leave=time(15), activity=both("看车间")), stop("乙厂", arrive=time(16))),
    )  # fmt: skip
    visit = stop("展厅", organization=organization("丙厂"), arrive=time(14, 30), participants=both("教师"))
    second = route("B线", day=MAY_21, stops=(visit,))
    items = (agenda_item("返程", day=MAY_21, start=time(17)),)
    assert days(snapshot(agenda=items, routes=(first, second))) == [
        ["13:00–16:00", "A线\n13:00 集合出发（北门）\n14:00–15:00 参观甲厂：看车间\n16:00 参观乙厂", "专家"],
        ["14:30", "B线\n14:30 参观丙厂（展厅）（教师）", ""],
        ["17:00", "返程", ""],
    ]


def test_routes_one_after_the_other_are_merged_stop_by_stop() -> None:
    first = route("A线", stops=(stop("甲厂", arrive=time(9), leave=time(10)),))
    second = route("B线", stops=(stop("乙厂", arrive=time(14), leave=time(15)),))
    assert [row[1] for row in days(snapshot(routes=(first, second)))] == ["参观甲厂（A线）", "参观乙厂（B线）"]
