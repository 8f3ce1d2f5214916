"""Leaves a trace that a paper with full phone numbers was made: who, when, which; never the numbers."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy.orm import Session

from models.records import AuditEntry


def log_unmasked_export(session: Session, *, client: str, meeting_key: str, document: str, at: datetime) -> None:
    """Add the entry; inside a change with the label "log_unmasked_export". `at` is in UTC."""
    values: dict[str, object] = {"meeting": meeting_key, "document": document}
    entry = AuditEntry(client=client, label="unmasked_export", values=values, row_count=1)
    entry.happened_at = at
    session.add(entry)
