"""The lines at the door: the missing first, then those who match, the best first."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from models.codes import Reply
from models.snapshots.shapes import Attendee
from tests.sample_snapshots import attendee, both, person, snapshot
from ui.people.door.lines import Comer, comers, door_lines
from ui.widgets.tick_list import TickLine

AT = datetime(2024, 5, 20, 8, 52, tzinfo=UTC)


def one(number: int, zh: str, en: str, **changes: object) -> Attendee:
    """Somebody of Wuhan University."""
    return replace(attendee(zh, en), id=number, **changes)


PEOPLE = (
    one(1, "王洁", "Wang Jie", signed_in_at=AT),
    one(2, "尉迟远航", "Yuchi Yuanhang"),
    one(3, "王金", "Wang Jin"),
    one(4, "高富", "Gao Fu", reply=Reply.DECLINED),
    one(5, "安宁", "An Ning", reply=Reply.WALK_IN, signed_in_at=AT.replace(hour=9)),
    one(6, "欧婉清", "Ou Wanqing", reply=Reply.SUBSTITUTE, substitute=person("闻人逸", "Wenren Yi")),
)


def lines(typed: str = "", language: str = "zh", awaited: tuple[int, ...] = ()) -> list[TickLine]:
    return door_lines(comers(snapshot(attendees=PEOPLE), {}), typed, language, awaited)


def keys(typed: str = "", **given: object) -> list[str]:
    return [line.key for line in lines(typed, **given)]


def test_the_missing_stand_first_and_those_who_came_last_are_the_first_of_those_here() -> None:
    told = [(line.words, line.note, line.ticked) for line in lines()]
    assert told == [
        ("未到", "3", None),
        ("尉迟远航", "", False),
        ("王金", "", False),
        ("闻人逸（代欧婉清）", "", False),
        ("不参会", "1", None),
        ("高富", "不参会", False),
        ("已到", "2", None),
        ("安宁", "现场到会 · 09:52", True),
        ("王洁", "08:52", True),
    ]


def test_a_tick_that_is_being_written_counts_at_once() -> None:
    assert keys(awaited=(3,)) == [
        "heading-0", "2", "6", "heading-1", "4", "heading-2", "3", "5", "1",
    ]  # fmt: skip


def test_initials_find_those_called_so_the_missing_first() -> None:
    assert keys("wj") == ["3", "1", "new"]


def test_pinyin_characters_substitutes_and_the_phone_find_as_well() -> None:
    assert [keys(typed)[0] for typed in ("wangjin", "王洁", "wry", "gaofu")] == ["3", "1", "6", "4"]
    reached = replace(PEOPLE[2], person=replace(PEOPLE[2].person, phone="13812347788"))
    found = door_lines(comers(snapshot(attendees=(*PEOPLE[:2], reached)), {}), "7788", "zh")
    assert [line.key for line in found] == ["3", "new"]


def test_whoever_is_not_found_can_be_taken_as_new() -> None:
    [new] = lines("李新民", language="en")
    assert (new.key, new.words, new.detail, new.ticked) == ("new", "New: “李新民”", "came unannounced", None)


def test_keys_are_made_anew_only_for_those_who_changed() -> None:
    known: dict[int, Comer] = {}
    before = comers(snapshot(attendees=PEOPLE), known)
    changed = replace(PEOPLE[1], title=both("院长", "Dean"), unit=both("医院", "Hospital"))
    after = comers(snapshot(attendees=(PEOPLE[0], changed)), known)
    assert (after[0] is before[0], after[1] is before[1], after[1].attendee) == (True, False, changed)
