"""Meetings, who holds them, and the sides that meet."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import Boolean, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.codes import (
    Confidentiality,
    DatePrecision,
    MeetingKind,
    MeetingStatus,
    OrganizationRole,
    Qualifier,
    SideKind,
)
from models.records.base import CodeList, Record, code_of, link, long_text, owner, position, short_text


class Meeting(Record):
    """A docking meeting or ceremony. `key` is an editable ASCII slug, unique in the workspace."""

    key: Mapped[str] = mapped_column(String(100), unique=True, nullable=False)
    kinds: Mapped[tuple[MeetingKind, ...]] = mapped_column(CodeList(MeetingKind), default=(), nullable=False)
    title_zh: Mapped[str] = short_text()
    title_en: Mapped[str] = short_text()
    theme_zh: Mapped[str] = short_text()
    theme_en: Mapped[str] = short_text()
    purpose_zh: Mapped[str] = long_text()
    purpose_en: Mapped[str] = long_text()
    starts_on: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    date_precision: Mapped[DatePrecision] = code_of(DatePrecision, DatePrecision.DAY)
    date_note_zh: Mapped[str] = short_text()
    date_note_en: Mapped[str] = short_text()
    venue_zh: Mapped[str] = short_text()
    venue_en: Mapped[str] = short_text()
    venue_organization_id: Mapped[int | None] = link("organization")
    city_zh: Mapped[str] = short_text()
    city_en: Mapped[str] = short_text()
    status: Mapped[MeetingStatus] = code_of(MeetingStatus, MeetingStatus.PREPARING)
    confidentiality: Mapped[Confidentiality] = code_of(Confidentiality, Confidentiality.NORMAL)
    needs_english: Mapped[bool] = mapped_column(Boolean, default=True, nullable=False)  # False: Chinese papers only
    personal_data_purged_at: Mapped[datetime | None] = mapped_column(default=None)
    invented: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)  # sample data, not a real event
    notes_zh: Mapped[str] = long_text()
    notes_en: Mapped[str] = long_text()

    organizations: Mapped[list[MeetingOrganization]] = relationship(
        cascade="all, delete-orphan", order_by="MeetingOrganization.position, MeetingOrganization.id"
    )
    sides: Mapped[list[Side]] = relationship(cascade="all, delete-orphan", order_by="Side.position, Side.id")


class MeetingOrganization(Record):
    """A unit's role for the meeting: host 主办, organizer 承办 …"""

    meeting_id: Mapped[int] = owner("meeting")
    organization_id: Mapped[int | None] = link("organization")
    role: Mapped[OrganizationRole] = code_of(OrganizationRole, OrganizationRole.PARTICIPANT)
    position: Mapped[int] = position()
    note_zh: Mapped[str] = short_text()
    note_en: Mapped[str] = short_text()


class Side(Record):
    """A delegation. Which side is the host flips with the venue, so it is stored here and never assumed."""

    meeting_id: Mapped[int] = owner("meeting")
    position: Mapped[int] = position()
    kind: Mapped[SideKind] = code_of(SideKind, SideKind.OTHER)
    label_zh: Mapped[str] = short_text()
    label_en: Mapped[str] = short_text()
    is_host: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)
    stated_headcount: Mapped[int | None] = mapped_column(default=None)
    headcount_qualifier: Mapped[Qualifier] = code_of(Qualifier, Qualifier.EXACT)
    note_zh: Mapped[str] = short_text()
    note_en: Mapped[str] = short_text()

    units: Mapped[list[SideUnit]] = relationship(
        cascade="all, delete-orphan", order_by="SideUnit.position, SideUnit.id"
    )


class SideUnit(Record):
    """A unit within a side, in the order of the side's own list."""

    side_id: Mapped[int] = owner("side")
    organization_id: Mapped[int | None] = link("organization")
    position: Mapped[int] = position()
