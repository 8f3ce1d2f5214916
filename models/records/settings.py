"""Settings of the workspace and the audit trail."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import JSON, String
from sqlalchemy.orm import Mapped, mapped_column

from models.records.base import Record, short_text


class Setting(Record):
    """A setting that belongs to the workspace, not to the machine."""

    key: Mapped[str] = mapped_column(String(200), unique=True, nullable=False)
    value: Mapped[object] = mapped_column(JSON, default=None, nullable=True)


class AuditEntry(Record):
    """Who did what, when, to how many rows. Never content."""

    undoable = False

    happened_at: Mapped[datetime | None] = mapped_column(default=None)
    client: Mapped[str] = short_text()
    label: Mapped[str] = short_text()  # code of the change
    values: Mapped[dict[str, object]] = mapped_column(JSON, default=dict, nullable=False)
    row_count: Mapped[int] = mapped_column(default=0)
