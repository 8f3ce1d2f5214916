"""A snapshot holds the whole meeting, in a fixed number of queries."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from models.codes import Confidentiality, DatePrecision, MeetingKind, MeetingStatus
from models.errors import KnownError
from models.snapshots import shapes
from models.snapshots.shapes import Bilingual, MeetingSnapshot
from models.snapshots.take import take_meeting
from tests import factories as make
from tests.models.snapshots.whole_meeting import make_whole_meeting

NO_FAMILIES = ("meeting", "taken_at", "rungs", "expiry_days")


def take(session: Session, meeting_id: int) -> MeetingSnapshot:
    """The snapshot, from rows read anew."""
    session.flush()
    session.expunge_all()
    return take_meeting(session, meeting_id, taken_at=make.TAKEN_AT)


def queries_to_take(session: Session, meeting_id: int) -> int:
    """How many statements the database sees."""
    seen: list[str] = []

    def note(*arguments: Any) -> None:
        seen.append(arguments[2])

    event.listen(session.get_bind(), "before_cursor_execute", note)
    take(session, meeting_id)
    event.remove(session.get_bind(), "before_cursor_execute", note)
    return len(seen)


def test_the_number_of_queries_does_not_depend_on_what_the_meeting_holds(session: Session) -> None:
    counts = []
    for number in (1, 3):
        meeting = make_whole_meeting(session, number)
        counts.append(queries_to_take(session, meeting.id))
        session.rollback()
    assert counts[0] == counts[1] == 53


@pytest.mark.parametrize("count", [1, 3])
def test_every_family_is_filled(session: Session, count: int) -> None:
    snapshot = take(session, make_whole_meeting(session, count).id)
    twice = {"agenda": 2 * count, "facts": 3 * count, "all_organizations": count + 1}
    families = [field.name for field in fields(snapshot) if field.name not in NO_FAMILIES]
    assert {name: len(getattr(snapshot, name)) for name in families} == dict.fromkeys(families, count) | twice


def test_another_meeting_stays_out(session: Session) -> None:
    make_whole_meeting(session, 1)
    empty = take(session, make.make_meeting(session, "empty").id)
    templates = empty.own_templates  # of the office, for every meeting
    assert empty == MeetingSnapshot(meeting=empty.meeting, taken_at=make.TAKEN_AT, own_templates=templates)


def test_the_meeting_itself(session: Session) -> None:
    venue = make.make_organization(session, "武汉大学", name_en="Wuhan University")
    meeting = make.make_meeting(session, venue_organization_id=venue.id, theme_zh="校地合作")
    taken = take(session, meeting.id).meeting
    unit = shapes.Organization(venue.id, Bilingual("武汉大学", "Wuhan University"), kind=venue.kind)
    assert taken == shapes.Meeting(
        id=meeting.id,
        key="shangdang-whu",
        kinds=(MeetingKind.SYMPOSIUM, MeetingKind.SIGNING),
        title=Bilingual("上党区与武汉大学校地合作座谈会", "Shangdang District–Wuhan University Cooperation Symposium"),
        theme=Bilingual("校地合作"),
        purpose=Bilingual(),
        starts_on=date(2024, 5, 20),
        ends_on=date(2024, 5, 20),
        date_precision=DatePrecision.DAY,
        date_note=Bilingual(),
        venue=Bilingual("第一会议室", "Meeting Room 1"),
        city=Bilingual("武汉", "Wuhan"),
        status=MeetingStatus.PREPARING,
        confidentiality=Confidentiality.NORMAL,
        invented=False,
        notes=Bilingual(),
        venue_organization=unit,
    )


def test_an_unknown_meeting_is_told(session: Session) -> None:
    with pytest.raises(KnownError) as caught:
        take_meeting(session, 99, taken_at=datetime(2024, 5, 18))
    assert (caught.value.code, caught.value.values["meeting"]) == ("unknown_meeting", "99")


def test_nothing_of_a_snapshot_can_be_changed(session: Session) -> None:
    snapshot = take(session, make_whole_meeting(session, 1).id)
    with pytest.raises(AttributeError):
        snapshot.attendees[0].room = "301"
