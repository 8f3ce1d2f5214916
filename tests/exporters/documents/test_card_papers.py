"""Table cards and badges: who has one, what stands on it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from exporters.blocks import Card, Cards, Document, DraftNote
from exporters.documents import badges, table_cards
from exporters.fingerprint import content_hash
from models.codes import AttendanceCategory, Reply, SeatLayout
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot, Seat, SeatPlan
from tests.sample_snapshots import attendee, both, group, options, person, snapshot

WHO = attendee("梁涛", "Liang Tao", id=1)
OTHER = attendee("李𬭎", "Li Hong", id=2, unit=both("县财政局", ""), category=AttendanceCategory.STAFF)
MEETING = snapshot(attendees=(WHO, OTHER))


def tables(taken: MeetingSnapshot = MEETING, language: str = "zh", **chosen: Any) -> Document:
    (made,) = table_cards.assemble(taken, options(language, **chosen))
    return made


def block(document: Document) -> Cards:
    found = document.blocks[0]
    assert isinstance(found, Cards)
    return found


def notes(document: Document) -> list[str]:
    return [one.text for one in document.blocks if isinstance(one, DraftNote)]


def test_a_table_card_shows_name_unit_and_seat() -> None:
    seats = (Seat(1, 2, "A2", WHO, False), Seat(1, 1, "", OTHER, False), Seat(1, 3, "A3", None, False))
    photo = SeatPlan(1, SeatLayout.PHOTO, both("合影"), (Seat(9, 9, "", WHO, False),))
    plan = SeatPlan(2, SeatLayout.ROSTRUM, both("主席台"), seats)
    made = tables(replace(MEETING, seat_plans=(photo, plan)))
    assert block(made) == Cards(
        (Card("梁　涛", above=("武汉大学",), corner="A2"), Card("李　𬭎", above=("县财政局",), corner="1-1")),
        297,
        105,
        2,
    )
    assert (made.landscape, made.numbered, made.footer) == (True, False, "")


def test_both_languages_on_one_card() -> None:
    foreign = attendee("", "Bo Li", id=3)
    cards = block(tables(replace(MEETING, attendees=(WHO, foreign)), "zh-en", card_units=False)).cards
    assert cards == (Card("梁　涛", "Liang Tao"), Card("Bo Li"))
    assert [one.name for one in block(tables(language="en")).cards] == ["Liang Tao", "Li Hong"]


@pytest.mark.parametrize(
    ("chosen", "size"),
    [
        ({"table_card": "tri-fold"}, (210, 95, 2, 95, 12, "粘贴处")),
        ({"table_card": "tri-fold", "card_faces": 1}, (210, 95, 2, 95, 12, "粘贴处")),
        ({"table_card": "200x100", "card_faces": 1}, (200, 100, 1, 0, 0, "")),
        ({"table_card": "180x90"}, (180, 90, 2, 0, 0, "")),
    ],
)
def test_the_format_is_chosen(chosen: dict[str, Any], size: tuple[object, ...]) -> None:
    made = block(tables(**chosen))
    assert (made.width, made.height, made.faces, made.base, made.flap, made.note) == size
    assert made.far_blank is (bool(made.base) and "card_faces" in chosen)
    assert content_hash(tables(**chosen)) == content_hash(tables())


def test_only_who_comes_and_is_named_has_a_card_and_the_draft_tells_the_others() -> None:
    listed = (
        WHO,
        attendee("王明", id=4, reply=Reply.DECLINED),
        attendee("赵镕", id=5, reply=Reply.INVITED),
        attendee("丁一", id=6, reply=Reply.SUBSTITUTE, substitute=person("周喆", "Zhou Zhe")),
        attendee("高富", id=7, reply=Reply.SUBSTITUTE),
        attendee("来人", id=8, reply=Reply.WALK_IN),
    )
    taken = snapshot(attendees=listed, groups=(group("随行", stated_count=2),))
    made = tables(taken)
    assert [card.name for card in block(made).cards] == ["梁　涛", "周　喆", "来　人"]
    assert notes(made) == ["未制作：尚未确定姓名或尚未回复参会：赵镕；高富；2位随行"]
    final = tables(taken, final=True)
    assert (notes(final), content_hash(final)) == ([], content_hash(made))


def test_spellings_that_pinyin_proposes_are_told() -> None:
    taken = snapshot(attendees=(attendee("梁涛", "Liang Tao", proposed=True),))
    assert notes(tables(taken, "zh-en")) == ["English spelling proposed by pinyin, to be confirmed: Liang Tao (梁涛)"]


@pytest.mark.parametrize("assemble", [table_cards.assemble, badges.assemble])
def test_no_cards_where_nobody_has_a_name(assemble: Any) -> None:
    with pytest.raises(KnownError, match="no_material"):
        assemble(snapshot(attendees=(attendee("", "", id=1),), groups=(group(),)), options())


def test_what_fits_no_sheet_is_refused() -> None:
    with pytest.raises(KnownError, match="card_too_large"):
        tables(table_card="290x200")
    with pytest.raises(KnownError, match="unknown_card_format"):
        tables(table_card="large")


def test_a_badge_shows_the_meeting_and_in_what_capacity() -> None:
    (made,) = badges.assemble(MEETING, options())
    title = MEETING.meeting.title.zh
    assert block(made) == Cards(
        (
            Card("梁　涛", below=("院长", "武汉大学"), head=title, band="嘉宾"),
            Card("李　𬭎", below=("院长", "县财政局"), head=title, band="工作人员"),
        ),
        90,
        130,
    )
    (english,) = badges.assemble(MEETING, options("en", badge="90x54"))
    assert [card.band for card in block(english).cards] == ["GUEST", "STAFF"]
    assert notes(english) == ["No English text yet, printed in Chinese: 县财政局"]
