"""The rows of the people table: everybody in order, masked, groups last, each with what they do."""

from __future__ import annotations

import pytest
from pytestqt.modeltest import ModelTester

from models.codes import PlaqueAction, Qualifier, Reply, RoundPart
from models.snapshots.shapes import (
    Bilingual,
    MeetingSnapshot,
    OwnColumn,
    OwnValue,
    Plaque,
    Presenter,
    RoundPerson,
    SigningRound,
)
from tests import sample_snapshots as make
from ui.people.appearances import Appearance, appearances
from ui.people.columns import columns_for
from ui.people.model import PeopleModel
from ui.people.offers import Known
from ui.people.roles import roles_of
from ui.people.rows import keys_of, person_rows, reply, reply_token, stated

SIDE = make.side(id=5)
LIANG = make.attendee(id=1, side_id=5, phone="13812345678", reply=Reply.CONFIRMED)
TEACHERS = make.group(id=2, side_id=5, stated_count=26, qualifier=Qualifier.ABOUT)


def meeting(**parts: object) -> MeetingSnapshot:
    """A meeting with one person and one group."""
    return make.snapshot(**({"sides": (SIDE,), "attendees": (LIANG,), "groups": (TEACHERS,)} | parts))


def model(snapshot: MeetingSnapshot, language: str = "zh") -> PeopleModel:
    """The table of a meeting."""
    known = Known(sides=snapshot.sides, own=snapshot.own_columns)
    made = PeopleModel(known)
    made.retranslate(language)
    made.show_columns(columns_for(known, language))
    made.show_rows(person_rows(snapshot))
    return made


def shown(language: str) -> list[list[str]]:
    """The cells of the columns shown at first."""
    table = model(meeting(), language)
    numbers = [number for number, column in enumerate(table.columns) if not column.hidden]
    return [[table.index(row, number).data() or "" for number in numbers] for row in range(2)]


def test_people_in_chinese(qapp):
    assert shown("zh") == [
        ["1", "梁　涛", "武汉大学", "院长", "来宾", "138****5678", "已确认"],
        ["", "教师代表", "", "约 26 人，未列名", "", "", ""],
    ]


def test_people_in_english(qapp):
    assert shown("en") == [
        ["1", "Liang Tao", "Wuhan University", "Dean", "Guest", "138****5678", "Confirmed"],
        ["", "faculty representatives", "", "about 26 people, unnamed", "", "", ""],
    ]


def test_a_title_without_english_is_shown_in_chinese_faint_and_stays_empty_to_edit(qapp):
    only_chinese = make.attendee(id=1, side_id=5, title=Bilingual("院长", ""))
    table = model(meeting(attendees=(only_chinese,)), "en")
    number = table.number_of("title_en")
    row = table.row_at(0)
    assert number is not None
    column = table.columns[number]
    assert (table.index(0, number).data(), column.token(row), table.raw(row, column)) == ("院长", "ink_faint", "")


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
    ("answer", "token"),
    [(Reply.CONFIRMED, "good"), (Reply.DECLINED, "bad"), (Reply.INVITED, "warn"), (Reply.UNKNOWN, "ink_soft")],
)
def test_the_reply_has_the_color_of_its_word(answer: Reply, token: str):
    row = person_rows(make.snapshot(attendees=(make.attendee(reply=answer),)))[0]
    assert reply_token(row) == token


def test_a_substitute_is_named():
    guest = make.attendee(reply=Reply.SUBSTITUTE, substitute=make.person("王明", "Wang Ming"))
    row = person_rows(make.snapshot(attendees=(guest,)))[0]
    assert (reply(row, "zh"), reply(row, "en")) == ("替会：王明", "Substitute: Wang Ming")


def test_a_phone_is_whole_only_where_it_is_revealed(qapp):
    table = model(meeting())
    phone = table.index(0, table.number_of("phone"))
    masked = phone.data()
    table.reveal((1,), True)
    assert (masked, phone.data()) == ("138****5678", "13812345678")


def test_qt_finds_no_fault(qapp, qtmodeltester: ModelTester):
    qtmodeltester.check(model(meeting()))


def test_own_columns_stand_behind_the_others(qapp):
    liang = make.attendee(own=(OwnValue(7, "红色"),))
    table = model(make.snapshot(attendees=(liang,), own_columns=(OwnColumn(7, make.both("胸牌")),)))
    number = table.number_of("own-7")
    assert (number, table.index(0, number).data()) == (len(table.columns) - 1, "红色")


def test_titles_of_the_unit_are_offered_once():
    from models.store.directory import TitleRow

    titles = {
        3: (TitleRow(make.both(), make.both("院长", "Dean"), 2), TitleRow(make.both("法学院"), make.both("院长"), 1))
    }
    known = Known(titles=titles)
    row = person_rows(make.snapshot(attendees=(make.attendee(organization_id=3),)))[0]
    assert (known.titles_for(row, "zh"), known.titles_for(row, "en")) == (["院长"], ["Dean"])


def busy() -> MeetingSnapshot:
    """A meeting in which 梁涛 does everything."""
    routes = (
        make.route(leader=LIANG),
        make.route("B线", members=(LIANG,), vehicles=(make.vehicle(passengers=(LIANG,)),)),
    )
    agreements = (make.agreement(parties=(make.party(signatory=LIANG.person), make.party(liaison=LIANG.person))),)
    agenda = (make.agenda_item(presenters=(Presenter(attendee=LIANG),)), make.agenda_item("开场", moderator=LIANG))
    plaques = (Plaque(1, PlaqueAction.AWARD, make.both("基地"), giver=LIANG),)
    people = tuple(RoundPerson(LIANG, part) for part in RoundPart)
    rounds = (SigningRound(1, make.both("第一轮"), (), people),)
    return meeting(routes=routes, agreements=agreements, agenda=agenda, plaques=plaques, rounds=rounds)


def test_roles_are_derived_the_foremost_first():
    assert roles_of(busy()) == {
        1: (
            "moderator",
            "speaker",
            "signatory",
            "witness",
            "assistant",
            "plaque_giver",
            "liaison",
            "route_leader",
        )
    }


def test_every_place_where_somebody_appears_leads_there():
    snapshot = busy()
    lines = appearances(snapshot, LIANG, "zh")
    assert [line.words for line in lines] == [
        "议程：致辞",
        "主持：开场",
        "签署：战略合作框架协议",
        "联络：战略合作框架协议",
        "签约轮次：第一轮",
        "考察领队：A线",
        "考察：B线",
        "乘车：1号车",
        "授牌：基地",
    ]
    assert lines[0] == Appearance("议程：致辞", f"agenda/{snapshot.agenda[0].id}")


@pytest.mark.parametrize("typed", ["lt", "liangtao", "梁涛", "whdx", "院长", "13812345678", "liang tao"])
def test_people_are_found_by_what_is_known_of_them(typed: str):
    from models.rules.search_text import matches

    assert matches(keys_of(person_rows(meeting())[0]), typed)
