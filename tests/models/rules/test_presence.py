"""Counts of those who came, by side."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from models.codes import Reply
from models.rules.presence import PresenceCounts, presence_by_side, presence_in_all
from models.snapshots.shapes import Attendee, AttendeeGroup, Bilingual
from tests.sample_snapshots import attendee, side, snapshot

AT = datetime(2024, 5, 20, 8, 52, tzinfo=UTC)
HOST, GUEST = side("地方", "Local", id=2, is_host=True), side(id=1)


def one(name: str, reply: Reply = Reply.CONFIRMED, *, side_id: int | None = 1, here: bool = True) -> Attendee:
    """Somebody, here or not."""
    return replace(attendee(name), reply=reply, side_id=side_id, signed_in_at=AT if here else None)


def test_guests_come_first_and_each_reply_counts_in_its_own_way() -> None:
    taken = snapshot(
        sides=(HOST, GUEST),
        attendees=(
            one("王明"),
            one("周鹏", here=False),
            one("贾静", Reply.SUBSTITUTE),
            one("安宁", Reply.WALK_IN),
            one("高富", Reply.DECLINED),
            one("乐平", Reply.DECLINED, here=False),
            one("丁一", side_id=2, here=False),
            one("侯亮", Reply.WALK_IN, side_id=9),
        ),
    )
    assert presence_by_side(taken) == (
        PresenceCounts(GUEST, expected=3, here=4, absent=1, substitutes=1, walk_ins=1),
        PresenceCounts(HOST, expected=1, here=0, absent=1),
        PresenceCounts(None, expected=0, here=1, walk_ins=1),
    )
    assert presence_in_all(taken) == PresenceCounts(None, expected=4, here=5, absent=2, substitutes=1, walk_ins=2)


def test_a_side_from_which_nobody_was_to_come_and_nobody_came_is_left_out() -> None:
    taken = snapshot(sides=(GUEST, HOST), attendees=(one("乐平", Reply.DECLINED, here=False),))
    assert presence_by_side(taken) == ()


def test_people_announced_without_names_are_counted_beside_the_others() -> None:
    groups = (
        AttendeeGroup(1, 1, Bilingual("随行2人"), stated_count=2),
        AttendeeGroup(2, 2, Bilingual("教师代表"), stated_count=26),
        AttendeeGroup(3, 2, Bilingual("企业"), stated_count=30, counts_organizations=True),
        AttendeeGroup(4, None, Bilingual("若干人")),
    )
    taken = snapshot(sides=(HOST, GUEST), attendees=(one("王明"),), groups=groups)
    assert presence_by_side(taken) == (
        PresenceCounts(GUEST, expected=1, here=1, unnamed=2),
        PresenceCounts(HOST, unnamed=26),
    )
    assert presence_in_all(taken) == PresenceCounts(None, expected=1, here=1, unnamed=28)
