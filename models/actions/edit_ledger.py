"""Edits of the cooperation ledger: adding and deleting cooperations and their parts."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_class, record_of
from models.records import Cooperation, Record

# Tables whose rows are parts of a cooperation, owned through `cooperation_id`.
PARTS = ("base", "cooperation_responsible", "follow_up", "outcome")


def add_cooperation(session: Session, *, meeting_id: int | None, name_zh: str = "", name_en: str = "") -> int:
    """A new cooperation at the end of the meeting's; its id."""
    query = select(func.max(Cooperation.position)).where(Cooperation.meeting_id == meeting_id)
    cooperation = Cooperation(
        meeting_id=meeting_id, position=_next(session.scalar(query)), name_zh=name_zh, name_en=name_en
    )
    return _added(session, cooperation)


def add_part(session: Session, kind: str, *, cooperation_id: int) -> int:
    """A new, empty part of a cooperation at the end of its kind; its id. KnownError: record_gone."""
    if kind not in PARTS:
        raise ValueError(f"{kind!r} is no part of a cooperation")
    record_of(session, "cooperation", cooperation_id)
    stored: Any = record_class(kind)
    query = select(func.max(stored.position)).where(stored.cooperation_id == cooperation_id)
    return _added(session, stored(cooperation_id=cooperation_id, position=_next(session.scalar(query))))


def delete_row(session: Session, kind: str, row_id: int) -> None:
    """Delete a cooperation with its parts, or one part. KnownError: record_gone; record_in_use, at the commit."""
    if kind not in ("cooperation", *PARTS):
        raise ValueError(f"{kind!r} does not stand in the ledger")
    session.delete(record_of(session, kind, row_id))


def _next(last: int | None) -> int:
    return 0 if last is None else last + 1


def _added(session: Session, record: Record) -> int:
    session.add(record)
    session.flush()
    return record.id
