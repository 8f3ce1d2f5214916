"""The agenda: order, numbers, times as far as they are known, and who speaks."""

from __future__ import annotations

from datetime import date, time

import pytest

from exporters.blocks import Cell, Column, Document, Field, FieldList, Heading, Row, Span, Table, Title
from exporters.documents.agenda import assemble
from models.codes import AgendaKind, Qualifier
from models.errors import KnownError
from models.snapshots.shapes import AgendaItem, Presenter
from tests.sample_snapshots import agenda_item, attendee, both, group, meeting, options, organization, snapshot


def table_of(*items: AgendaItem, language: str = "zh") -> list[list[str]]:
    """The texts of the agenda's table, headings first."""
    [document] = assemble(snapshot(agenda=items), options(language))
    table = document.blocks[2]
    assert isinstance(table, Table)
    return [[column.heading for column in table.columns], *([cell.text for cell in row.cells] for row in table.rows)]


def test_whole_agenda_in_chinese() -> None:
    speaker = attendee()
    item = agenda_item(start=time(9), end=time(9, 10), minutes=10, presenters=(Presenter(attendee=speaker),))
    head = (
        Field("时间", (Span("2024年5月20日（星期一） 09:00–09:10"),)),
        Field("地点", (Span("政治与公共管理学院（武汉市）"),)),
    )
    columns = (
        Column("number", "序号", 3.5, "center"),
        Column("time", "时间", 7, "center"),
        Column("title", "内容", 17),
        Column("presenters", "发言人", 24),
    )
    row = Row((Cell("1"), Cell("09:00–09:10"), Cell("致辞"), Cell("武汉大学院长　梁涛")))
    blocks = (Title(("校地合作座谈会", "议程")), FieldList(head), Table(columns, (row,)))
    [document] = assemble(snapshot(agenda=(item,)), options())
    assert document == Document("agenda", "校地合作座谈会议程", "zh", blocks, style="sheet", subject="校地合作座谈会")


def test_english_puts_titles_after_names() -> None:
    item = agenda_item(presenters=(Presenter(attendee=attendee()),), talk_minutes=5)
    assert table_of(item, language="en") == [
        ["No.", "Item", "Speakers"],
        ["1", "Opening remarks", "Liang Tao, Dean, Wuhan University (5 minutes)"],
    ]


def test_durations_without_clock_times() -> None:
    assert table_of(agenda_item(minutes=10), agenda_item("签约", minutes=20)) == [
        ["序号", "时长", "内容"],
        ["1", "10分钟", "致辞"],
        ["2", "20分钟", "签约"],
    ]


def test_item_without_time_between_timed_ones_shows_its_minutes() -> None:
    rows = table_of(agenda_item(start=time(9), end=time(9, 5), minutes=5), agenda_item("签约", minutes=20))
    assert rows == [["序号", "时间", "内容"], ["1", "09:00–09:05", "致辞"], ["2", "20分钟", "签约"]]


def test_nothing_known_of_time_leaves_the_column_out() -> None:
    assert table_of(agenda_item()) == [["序号", "内容"], ["1", "致辞"]]


@pytest.mark.parametrize(
    ("language", "words"),
    [("zh", "26位教师代表，各3分钟"), ("en", "26 faculty representatives, 3 minutes each")],
)
def test_people_who_speak_in_turn(language: str, words: str) -> None:
    item = agenda_item(presenters=(Presenter(group=group(stated_count=26)),), talk_minutes=3)
    assert table_of(item, language=language)[1][2] == words


def test_several_speakers_share_the_line_of_their_minutes() -> None:
    speakers = (Presenter(attendee=attendee()), Presenter(attendee=attendee("王伟"), talk_minutes=8))
    assert table_of(agenda_item(presenters=speakers, talk_minutes=5))[1][2] == (
        "武汉大学院长　梁涛\n武汉大学院长　王伟（8分钟）\n各5分钟"
    )


def test_organization_presents() -> None:
    item = agenda_item(presenters=(Presenter(organization=organization()), Presenter(group=group())))
    assert table_of(item)[1][2] == "武汉大学\n教师代表"


def test_presenter_of_whom_nothing_is_known_takes_no_line() -> None:
    item = agenda_item(presenters=(Presenter(), Presenter(attendee=attendee()), Presenter()), talk_minutes=5)
    assert table_of(item)[1] == ["1", "致辞", "武汉大学院长　梁涛（5分钟）"]


@pytest.mark.parametrize("kind", [AgendaKind.SIGNING, AgendaKind.VISIT])
def test_those_who_sign_or_are_visited_are_not_called_speakers(kind: AgendaKind) -> None:
    item = agenda_item("签约", kind=kind, presenters=(Presenter(organization=organization()),))
    assert table_of(item)[0] == ["序号", "内容", "发言人、参加单位"]
    assert table_of(item, language="en")[0] == ["No.", "Item", "Speakers and participants"]


def test_parts_are_numbered_and_indented_below_their_item() -> None:
    whole = agenda_item("座谈交流", detail=both("自由发言"))
    part = agenda_item("教师介绍", parent_id=whole.id)
    assert table_of(whole, agenda_item("合影"), part) == [
        ["序号", "内容"],
        ["1", "座谈交流\n自由发言"],
        ["1.1", "　教师介绍"],
        ["2", "合影"],
    ]


def test_meals_trips_and_their_parts_stand_in_the_schedule() -> None:
    meal = agenda_item("午餐", kind=AgendaKind.MEAL)
    assert table_of(meal, agenda_item("敬酒", parent_id=meal.id), agenda_item()) == [["序号", "内容"], ["1", "致辞"]]


def test_item_without_title_is_named_by_its_kind() -> None:
    assert table_of(agenda_item("", "", kind=AgendaKind.PHOTO))[1] == ["1", "合影"]


def test_one_chair_of_everything_stands_in_the_head() -> None:
    chair = attendee("杨天月", "Yang Tianyue")
    [document] = assemble(snapshot(agenda=(agenda_item(moderator=chair), agenda_item())), options("en"))
    head = document.blocks[1]
    assert isinstance(head, FieldList)
    assert head.fields[-1] == Field("Chair", (Span("Yang Tianyue, Dean, Wuhan University"),))


def test_several_chairs_stand_below_one_another_in_the_head() -> None:
    items = (agenda_item(moderator=attendee()), agenda_item(moderator=attendee("王伟", "Wang Wei")))
    [document] = assemble(snapshot(agenda=items), options("en"))
    head = document.blocks[1]
    assert isinstance(head, FieldList)
    assert head.fields[-2:] == (
        Field("Chair", (Span("Liang Tao, Dean, Wuhan University"),)),
        Field("", (Span("Wang Wei, Dean, Wuhan University"),)),
    )


def test_several_chairs_have_a_column() -> None:
    first, second = attendee(), attendee("王伟", "Wang Wei")
    rows = table_of(agenda_item(moderator=first), agenda_item("签约", moderator=second))
    assert rows == [
        ["序号", "内容", "主持人"],
        ["1", "致辞", "梁涛"],
        ["2", "签约", "王伟"],
    ]


def test_places_other_than_the_venue_stand_below_the_item() -> None:
    same = agenda_item(place=both("政治与公共管理学院", "School of Public Administration"))
    elsewhere = agenda_item("合影", "group photo", detail=both("全体", "everybody"), place=both("楼前", "Front steps"))
    assert table_of(same, elsewhere) == [["序号", "内容"], ["1", "致辞"], ["2", "合影\n全体\n地点：楼前"]]
    assert table_of(elsewhere, language="en")[1] == ["1", "Group photo\neverybody\nPlace: Front steps"]


def test_unnamed_speakers_open_their_line_with_a_capital_letter() -> None:
    item = agenda_item(presenters=(Presenter(group=group(qualifier=Qualifier.MORE_THAN, stated_count=30)),))
    assert table_of(item, language="en")[1][2] == "More than 30 faculty representatives"


def test_several_days_are_headed_by_their_date() -> None:
    items = (agenda_item(day=date(2024, 5, 20)), agenda_item("参观", day=date(2024, 5, 21)), agenda_item("总结"))
    two_days = meeting(ends_on=date(2024, 5, 21))
    [document] = assemble(snapshot(meeting=two_days, agenda=items), options("en"))
    tables = [block for block in document.blocks if isinstance(block, Table)]
    assert [block for block in document.blocks if isinstance(block, Heading)] == [
        Heading("Monday, 20 May 2024"),
        Heading("Tuesday, 21 May 2024"),
    ]
    assert [len(table.rows) for table in tables] == [1, 2]


def test_an_item_after_a_meal_stands_on_the_day_of_the_meal() -> None:
    meal = agenda_item("早餐", kind=AgendaKind.MEAL, day=date(2024, 5, 21))
    items = (agenda_item(day=date(2024, 5, 20)), meal, agenda_item("参观"))
    [document] = assemble(snapshot(meeting=meeting(ends_on=date(2024, 5, 21)), agenda=items), options())
    assert [block.text for block in document.blocks if isinstance(block, Heading)] == [
        "2024年5月20日（星期一）",
        "2024年5月21日（星期二）",
    ]


def test_an_item_added_last_stands_on_its_own_day() -> None:
    first, second = date(2024, 5, 20), date(2024, 5, 21)
    whole = agenda_item("座谈", day=first)
    part = agenda_item("发言", parent_id=whole.id)
    items = (whole, part, agenda_item("参观", day=second), agenda_item("总结"), agenda_item("合影", day=first))
    [document] = assemble(snapshot(meeting=meeting(ends_on=second), agenda=items), options())
    headings = [block.text for block in document.blocks if isinstance(block, Heading)]
    tables = [[row.cells[1].text for row in block.rows] for block in document.blocks if isinstance(block, Table)]
    assert headings == ["2024年5月20日（星期一）", "2024年5月21日（星期二）"]
    assert tables == [["座谈", "　发言", "合影"], ["参观", "总结"]]


def test_open_list_of_speakers() -> None:
    item = agenda_item(
        presenters=(Presenter(group=group("企业", "companies", stated_count=7, qualifier=Qualifier.OPEN)),)
    )
    assert table_of(item)[1][2] == "企业等7人"


@pytest.mark.parametrize("agenda", [(), (agenda_item("午餐", kind=AgendaKind.MEAL),)])
def test_no_material(agenda: tuple[AgendaItem, ...]) -> None:
    with pytest.raises(KnownError) as caught:
        assemble(snapshot(agenda=agenda), options())
    assert (caught.value.code, caught.value.values) == ("no_material", {"document": "agenda", "meeting": "shangdang"})
