"""What the cards of the overview say."""

from __future__ import annotations

from datetime import date, time

from models.codes import AgendaKind, AgreementStatus, Reply
from tests.sample_snapshots import agenda_item, agreement, attendee, both, group, route, side, snapshot
from ui.overview.summary import (
    KeyTime,
    SideCount,
    agreement_counts,
    filled_rooms,
    groups_words,
    key_times,
    moment_words,
    side_counts,
)

DAY = date(2024, 5, 20)


def test_key_times_leave_out_meals_parts_and_what_has_no_time() -> None:
    nine, noon, eight = time(9), time(12), time(8)
    shown = snapshot(
        agenda=(
            agenda_item("致辞", "Opening", id=1, day=DAY, start=nine, kind=AgendaKind.OPENING),
            agenda_item("午餐", "Lunch", id=2, day=DAY, start=noon, kind=AgendaKind.MEAL),
            agenda_item("发言", "Talk", id=3, day=DAY, start=nine, parent_id=1),
            agenda_item("合影", "Photo", id=4, day=DAY, start=None),
        ),
        routes=(route("A线", "Route A", id=7, day=DAY, departs_at=eight),),
    )
    assert key_times(shown) == (
        KeyTime(DAY, eight, both("A线", "Route A"), "routes/7"),
        KeyTime(DAY, nine, both("致辞", "Opening"), "agenda/1"),
    )


def test_a_time_is_told_with_its_day_where_there_are_several() -> None:
    entry = KeyTime(DAY, time(9, 30), both("致辞"), "agenda/1")
    assert [moment_words(entry, language, with_day=True) for language in ("zh", "en")] == [
        "5月20日 09:30",
        "20 May 09:30",
    ]
    assert moment_words(entry, "zh", with_day=False) == "09:30"


def test_each_side_is_counted_by_reply_and_nobody_is_left_out() -> None:
    replies = (Reply.CONFIRMED, Reply.SUBSTITUTE, Reply.INVITED, Reply.UNKNOWN, Reply.DECLINED)
    people = [attendee(id=number, side_id=1, reply=reply) for number, reply in enumerate(replies, 1)]
    people.append(attendee(id=9, side_id=None, reply=Reply.CONFIRMED))
    shown = snapshot(sides=(side(id=1), side("地方", "Local", id=2)), attendees=tuple(people))
    assert side_counts(shown) == (SideCount(both("校方", "University"), 5, 2, 2, 1), SideCount(both(), 1, 1, 0, 0))


def test_agreements_are_counted_in_the_order_of_their_life() -> None:
    states = (AgreementStatus.FINAL, AgreementStatus.DRAFT, AgreementStatus.FINAL)
    shown = snapshot(agreements=tuple(agreement(id=number, status=state) for number, state in enumerate(states)))
    assert agreement_counts(shown, "zh") == (("草稿", 1), ("定稿", 2))


def test_groups_are_told_only_where_there_are_some() -> None:
    assert groups_words(snapshot(groups=(group(), group())), "en") == "2 groups without names"
    assert groups_words(snapshot(groups=()), "en") == ""


def test_a_room_with_anything_in_it_is_filled() -> None:
    shown = snapshot(attendees=(), groups=(group(),), agenda=(), routes=(), agreements=(), cooperations=())
    assert filled_rooms(shown) == {"overview", "people"}
