"""Meetings: made with a title and a day, laid by, taken out again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.sides import units_called
from models.codes import DatePrecision, MeetingKind, MeetingStatus
from models.errors import KnownError
from models.records import Meeting, MeetingOrganization, Side, SideUnit
from models.rules.side_kinds import side_kind_of
from models.snapshots.shapes import EMPTY, Bilingual


def create_meeting(
    session: Session,
    *,
    title: Bilingual,
    starts_on: date | None = None,
    ends_on: date | None = None,
    city: Bilingual = EMPTY,
    kinds: Sequence[MeetingKind] = (),
    needs_english: bool = True,
) -> int:
    """A new meeting with a key of its own; its id. Without a day, the date is unknown."""
    meeting = Meeting(
        key=free_key(session, starts_on),
        title_zh=title.zh.strip(),
        title_en=title.en.strip(),
        starts_on=starts_on,
        ends_on=ends_on,
        date_precision=DatePrecision.DAY if starts_on else DatePrecision.UNKNOWN,
        city_zh=city.zh.strip(),
        city_en=city.en.strip(),
        kinds=tuple(kinds),
        needs_english=needs_english,
    )
    session.add(meeting)
    session.flush()
    return meeting.id


def free_key(session: Session, day: date | None) -> str:
    """A key that no meeting has yet: “meeting-2024-05-20”, then “meeting-2024-05-20-2” …"""
    taken, plain = set(session.scalars(select(Meeting.key))), f"meeting-{day}" if day else "meeting"
    key, number = plain, 1
    while key in taken:
        number += 1
        key = f"{plain}-{number}"
    return key


def archive_meeting(session: Session, meeting_id: int) -> None:
    """Lay a meeting by: it leaves the list of current ones. KnownError: record_gone."""
    meeting_of(session, meeting_id).status = MeetingStatus.ARCHIVED


def unarchive_meeting(session: Session, meeting_id: int) -> None:
    """Take a meeting out of the archive; it is closed, as it was held. KnownError: record_gone."""
    meeting = meeting_of(session, meeting_id)
    if meeting.status == MeetingStatus.ARCHIVED:
        meeting.status = MeetingStatus.CLOSED


def meeting_of(session: Session, meeting_id: int) -> Meeting:
    """The meeting. KnownError: record_gone."""
    meeting = session.get(Meeting, meeting_id)
    if meeting is None:
        raise KnownError("record_gone", record="meeting", number=meeting_id)
    return meeting


def add_side(session: Session, meeting_id: int, *, label: Bilingual = EMPTY) -> int:
    """One more side, at the end, of the kind that its name says, with the unit it is named after; its id.

    KnownError: record_gone.
    """
    sides, kind = meeting_of(session, meeting_id).sides, side_kind_of(label.zh, label.en)
    side = Side(meeting_id=meeting_id, position=_after(sides), label_zh=label.zh, label_en=label.en, kind=kind)
    side_id, units = _added(session, side), units_called(session, (label.zh, label.en))
    if len(units) == 1:
        add_side_unit(session, side_id, organization_id=units[0])
    return side_id


def add_side_unit(session: Session, side_id: int, *, organization_id: int | None) -> int:
    """One more unit of a side, at the end of its own list; its id. KnownError: record_gone."""
    side = session.get(Side, side_id)
    if side is None:
        raise KnownError("record_gone", record="side", number=side_id)
    unit = SideUnit(side_id=side_id, organization_id=organization_id, position=_after(side.units))
    return _added(session, unit)


def add_meeting_organization(session: Session, meeting_id: int, *, organization_id: int | None) -> int:
    """One more organization with a role for the meeting; its id. KnownError: record_gone."""
    listed = meeting_of(session, meeting_id).organizations
    row = MeetingOrganization(meeting_id=meeting_id, organization_id=organization_id, position=_after(listed))
    return _added(session, row)


def set_host_side(session: Session, side_id: int) -> None:
    """Make this side the host, and no other of its meeting. KnownError: record_gone."""
    side = session.get(Side, side_id)
    if side is None:
        raise KnownError("record_gone", record="side", number=side_id)
    for other in session.scalars(select(Side).where(Side.meeting_id == side.meeting_id)):
        if other.is_host != (other is side):
            other.is_host = other is side


def _after(listed: Sequence[Side] | Sequence[SideUnit] | Sequence[MeetingOrganization]) -> int:
    return max((row.position for row in listed), default=-1) + 1


def _added(session: Session, row: Side | SideUnit | MeetingOrganization) -> int:
    session.add(row)
    session.flush()
    return row.id
