"""Who comes to a meeting, named and unnamed."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Boolean, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.codes import AttendanceCategory, Qualifier, Reply
from models.records.base import Record, code_of, link, long_text, owner, position, short_text


class Attendance(Record):
    """A person at a meeting. What they do there (speaker, signatory …) is derived, never typed.

    Times of arrival and departure are local wall time as ISO text ("2024-05-20T09:30" or a date, or words from a slip).
    """

    meeting_id: Mapped[int] = owner("meeting")
    person_id: Mapped[int | None] = link("person")
    side_id: Mapped[int | None] = link("side")
    rank: Mapped[int] = position()  # place on the printed list; order is politics and changes on command only
    category: Mapped[AttendanceCategory] = code_of(AttendanceCategory, AttendanceCategory.GUEST)
    unit_override_zh: Mapped[str] = short_text()
    unit_override_en: Mapped[str] = short_text()
    title_override_zh: Mapped[str] = short_text()
    title_override_en: Mapped[str] = short_text()
    claimed_role: Mapped[str] = short_text()  # as written on a slip; compared with the derived one
    reply: Mapped[Reply] = code_of(Reply, Reply.UNKNOWN)
    substitute_id: Mapped[int | None] = link("person")  # who comes instead
    arrival: Mapped[str] = mapped_column(String(100), default="", nullable=False)
    arrival_trip: Mapped[str] = short_text()  # flight or train
    departure: Mapped[str] = mapped_column(String(100), default="", nullable=False)
    departure_trip: Mapped[str] = short_text()
    needs_room: Mapped[bool | None] = mapped_column(Boolean, default=None)
    room: Mapped[str] = short_text()
    roommate: Mapped[str] = short_text()
    meals: Mapped[str] = short_text()
    table_number: Mapped[str] = short_text()
    own_vehicle: Mapped[str] = short_text()  # plate of a car they come in
    signed_in_at: Mapped[datetime | None] = mapped_column(default=None)  # wall clock at the door, in the store's zone
    source: Mapped[str] = short_text()  # slip, sheet and row the entry came from
    source_text: Mapped[str] = long_text()  # the row as it stood there
    remarks_zh: Mapped[str] = long_text()
    remarks_en: Mapped[str] = long_text()

    appointments: Mapped[list[AttendanceAppointment]] = relationship(
        cascade="all, delete-orphan", order_by="AttendanceAppointment.position, AttendanceAppointment.id"
    )
    own_values: Mapped[list[OwnValue]] = relationship(cascade="all, delete-orphan", order_by="OwnValue.id")


class AttendanceAppointment(Record):
    """One of the person's posts in which they attend, in printed order."""

    attendance_id: Mapped[int] = owner("attendance")
    appointment_id: Mapped[int] = owner("appointment")
    position: Mapped[int] = position()


class AttendeeGroup(Record):
    """People without names: “26 位教师代表”. `stated_count` is what the source says, apart from the names known."""

    meeting_id: Mapped[int] = owner("meeting")
    side_id: Mapped[int | None] = link("side")
    organization_id: Mapped[int | None] = link("organization")
    position: Mapped[int] = position()
    label_zh: Mapped[str] = short_text()
    label_en: Mapped[str] = short_text()
    stated_count: Mapped[int | None] = mapped_column(default=None)
    qualifier: Mapped[Qualifier] = code_of(Qualifier, Qualifier.EXACT)
    list_complete: Mapped[bool] = mapped_column(Boolean, default=False, nullable=False)
    counts_organizations: Mapped[bool] = mapped_column(
        Boolean, default=False, nullable=False
    )  # 30 companies, not 30 people
    source: Mapped[str] = short_text()  # slip, sheet and row the entry came from
    source_text: Mapped[str] = long_text()  # the row as it stood there
    remarks_zh: Mapped[str] = long_text()
    remarks_en: Mapped[str] = long_text()


class OwnColumn(Record):
    """A column that a meeting adds to its list of attendees: text, at most ten of them."""

    meeting_id: Mapped[int] = owner("meeting")
    position: Mapped[int] = position()
    label_zh: Mapped[str] = short_text()
    label_en: Mapped[str] = short_text()

    values: Mapped[list[OwnValue]] = relationship(cascade="all, delete", order_by="OwnValue.id")


class OwnValue(Record):
    """What stands in such a column for one attendee; no row where nothing does."""

    attendance_id: Mapped[int] = owner("attendance")
    column_id: Mapped[int] = owner("own_column")
    text: Mapped[str] = long_text()
