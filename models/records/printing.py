"""What was printed: a ledger, outside undo."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.records.base import Record, link, owner, position, short_text


class PrintJob(Record):
    """One press of “print”."""

    undoable = False

    meeting_id: Mapped[int | None] = link("meeting")
    printed_at: Mapped[datetime | None] = mapped_column(default=None)
    printer: Mapped[str] = short_text()
    operator: Mapped[str] = short_text()
    options: Mapped[dict[str, object]] = mapped_column(JSON, default=dict, nullable=False)

    papers: Mapped[list[PrintedPaper]] = relationship(
        cascade="all, delete-orphan", order_by="PrintedPaper.position, PrintedPaper.id"
    )


class PrintedPaper(Record):
    """A paper of a job, with the fingerprint of its words."""

    undoable = False

    print_job_id: Mapped[int] = owner("print_job")
    position: Mapped[int] = position()
    document: Mapped[str] = short_text()
    language: Mapped[str] = short_text()
    agreement_id: Mapped[int | None] = link("agreement")
    revision_id: Mapped[int | None] = link("revision")
    content_hash: Mapped[str] = mapped_column(String(64), default="", nullable=False)
    copies: Mapped[int] = mapped_column(default=1)
    pages: Mapped[int] = mapped_column(default=0)
    recipient: Mapped[str] = short_text()
