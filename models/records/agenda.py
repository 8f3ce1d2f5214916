"""The agenda: ordered items, with or without clock times."""

from __future__ import annotations

from datetime import date, time

from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.codes import AgendaKind
from models.records.base import Record, code_of, link, long_text, owner, position, short_text


class AgendaItem(Record):
    """A step of the meeting. `start` is local wall time or None; the end is computed from `minutes`, never stored."""

    meeting_id: Mapped[int] = owner("meeting")
    parent_id: Mapped[int | None] = link("agenda_item")
    position: Mapped[int] = position()
    day: Mapped[date | None] = mapped_column(default=None)
    start: Mapped[time | None] = mapped_column(default=None)
    minutes: Mapped[int | None] = mapped_column(default=None)  # None: unknown; papers leave the time out
    kind: Mapped[AgendaKind] = code_of(AgendaKind, AgendaKind.EXCHANGE)
    title_zh: Mapped[str] = short_text()
    title_en: Mapped[str] = short_text()
    detail_zh: Mapped[str] = long_text()
    detail_en: Mapped[str] = long_text()
    moderator_id: Mapped[int | None] = link("attendance")
    place_zh: Mapped[str] = short_text()
    place_en: Mapped[str] = short_text()
    materials_zh: Mapped[str] = short_text()
    materials_en: Mapped[str] = short_text()
    talk_minutes: Mapped[int | None] = mapped_column(default=None)  # per speaker, for turn-taking items

    presenters: Mapped[list[AgendaPresenter]] = relationship(
        cascade="all, delete-orphan", order_by="AgendaPresenter.position, AgendaPresenter.id"
    )


class AgendaPresenter(Record):
    """Who presents: an attendee, an unnamed group (26 teachers in turn), or a unit. Exactly one is given."""

    agenda_item_id: Mapped[int] = owner("agenda_item")
    attendance_id: Mapped[int | None] = link("attendance")
    group_id: Mapped[int | None] = link("attendee_group")
    organization_id: Mapped[int | None] = link("organization")
    position: Mapped[int] = position()
    talk_minutes: Mapped[int | None] = mapped_column(default=None)  # overrides the item's
