"""The people table and panel: everybody in order, masked, groups last."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from models.codes import PlaqueAction, Qualifier, Reply
from models.snapshots.shapes import MeetingSnapshot, Plaque, Post, Presenter
from tests import sample_snapshots as make
from ui.people.room import PeopleRoom
from ui.people.rows import COLUMNS, person_rows, reply_token, stated
from ui.widgets.details_panel import Details, Section
from ui.widgets.row_model import RowModel

SIDE = make.side(id=5)
LIANG = make.attendee(id=1, side_id=5, phone="13812345678", reply=Reply.CONFIRMED)
TEACHERS = make.group(id=2, side_id=5, stated_count=26, qualifier=Qualifier.ABOUT)


def meeting(**parts: object) -> MeetingSnapshot:
    """A meeting with one person and one group."""
    return make.snapshot(**({"sides": (SIDE,), "attendees": (LIANG,), "groups": (TEACHERS,)} | parts))


def table(language: str) -> list[list[str]]:
    """All cells of the table."""
    return [[column.text(row, language) for column in COLUMNS] for row in person_rows(meeting())]


def test_people_in_chinese():
    assert table("zh") == [
        ["1", "梁　涛", "武汉大学", "院长", "来宾", "138****5678", "已确认"],
        ["", "教师代表", "", "约 26 人，未列名", "", "", ""],
    ]


def test_people_in_english():
    assert table("en") == [
        ["1", "Liang Tao", "Wuhan University", "Dean", "Guest", "138****5678", "Confirmed"],
        ["", "faculty representatives", "", "about 26 people, unnamed", "", "", ""],
    ]


@pytest.mark.parametrize(
    ("count", "qualifier", "units", "words"),
    [
        (None, Qualifier.EXACT, False, "人数未说明"),
        (26, Qualifier.EXACT, False, "26 人，未列名"),
        (30, Qualifier.MORE_THAN, False, "30 余人，未列名"),
        (30, Qualifier.AT_LEAST, True, "30 家以上单位，未列名"),
        (30, Qualifier.OPEN, True, "30 家单位，未列名"),
    ],
)
def test_a_group_says_how_many_it_is(count: int | None, qualifier: Qualifier, units: bool, words: str):
    group = make.group(stated_count=count, qualifier=qualifier, counts_organizations=units)
    assert stated(group, "zh") == words


def test_ids_of_groups_never_meet_those_of_people():
    assert [row.id for row in person_rows(meeting())] == [1, -2]


@pytest.mark.parametrize(
    ("reply", "token"),
    [(Reply.CONFIRMED, "good"), (Reply.DECLINED, "bad"), (Reply.INVITED, "warn"), (Reply.UNKNOWN, "ink_soft")],
)
def test_the_reply_has_the_color_of_its_word(reply: Reply, token: str):
    row = person_rows(make.snapshot(attendees=(make.attendee(reply=reply),)))[0]
    assert reply_token(row) == token


def test_qt_finds_no_fault(qapp, qtmodeltester: ModelTester):
    model = RowModel(COLUMNS)
    model.show_rows(person_rows(meeting()))
    qtmodeltester.check(model)


@pytest.fixture
def room(qtbot: QtBot) -> PeopleRoom:
    made = PeopleRoom()
    qtbot.addWidget(made)
    made.retranslate("zh")
    return made


def test_the_panel_tells_posts_appearances_and_contact(room: PeopleRoom):
    posts = (Post(make.organization(), make.both("法学院", "Law School"), make.both("院长", "Dean")),)
    liang = make.attendee(id=1, side_id=5, phone="13812345678", reply=Reply.CONFIRMED, posts=posts)
    item = make.agenda_item(presenters=(Presenter(attendee=liang),))
    plaque = Plaque(1, PlaqueAction.AWARD, make.both("基地"), giver=liang)
    room.show_snapshot(meeting(attendees=(liang,), agenda=(item,), plaques=(plaque,)))
    assert room.details.shown == Details(
        "梁　涛",
        "Liang Tao · 校方",
        (
            Section("职务", ("武汉大学 法学院 院长",)),
            Section("别名", ()),
            Section("职称与专业", ()),
            Section("出现在", ("议程：致辞", "授牌：基地")),
            Section("联系与回复", ("138****5678", "已确认")),
        ),
    )


def test_a_person_appears_where_they_sign_ride_and_lead(room: PeopleRoom):
    vehicle = make.vehicle(passengers=(LIANG,))
    routes = (make.route(leader=LIANG), make.route("B线", members=(LIANG,), vehicles=(vehicle,)))
    agreements = (make.agreement(parties=(make.party(signatory=LIANG.person), make.party(liaison=LIANG.person))),)
    moderated = (make.agenda_item("开场", moderator=LIANG),)
    room.show_snapshot(meeting(routes=routes, agreements=agreements, agenda=moderated))
    assert room.details.shown is not None
    assert room.details.shown.sections[3].lines == (
        "主持：开场",
        "签署：战略合作框架协议",
        "联络：战略合作框架协议",
        "考察领队：A线",
        "考察：B线",
        "乘车：1号车",
    )


def test_the_panel_of_a_group_tells_its_number(room: PeopleRoom):
    room.show_snapshot(meeting())
    room.table.choose(-2)
    sections = (Section("原文所称人数", ("约 26 人，未列名",)), Section("备注", ()))
    assert room.details.shown == Details("教师代表", "校方", sections)


def test_the_head_counts_people_and_groups(room: PeopleRoom):
    room.show_snapshot(meeting())
    spoken = room.remark.text()
    room.retranslate("en")
    assert (spoken, room.remark.text()) == ("1 人 · 1 个未列名群体", "1 person · 1 group without names")


def test_an_empty_room_says_what_belongs_there(room: PeopleRoom):
    room.show_snapshot(make.snapshot())
    room.show()
    shown = (room.empty_page.isVisible(), room.table.isVisible())
    assert (*shown, room.empty_page.title.text()) == (True, False, "还没有人员")
