"""What a second person has ticked on the proof sheet (校核稿)."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from models.records.base import Record, owner, short_text


class ProofTick(Record):
    """A fact found right: its place ("people/12/title_zh") and the hash of what stood there; a change makes it void."""

    meeting_id: Mapped[int] = owner("meeting")
    place: Mapped[str] = mapped_column(String(300), default="", nullable=False)
    value_hash: Mapped[str] = mapped_column(String(64), default="", nullable=False)  # SHA-256 of the text
    ticked_by: Mapped[str] = short_text()
    ticked_at: Mapped[datetime | None] = mapped_column(default=None)
