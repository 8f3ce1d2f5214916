"""The rows of the cooperation ledger with all their columns, for the room that edits them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_class
from models.records import BaseType, Cooperation, Record
from models.snapshots.shapes import Bilingual


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A stored row as plain values."""

    id: int
    values: Mapping[str, Any]

    def both(self, name: str) -> Bilingual:
        """The two columns of a text."""
        return Bilingual(self.values[f"{name}_zh"], self.values[f"{name}_en"])


def list_cooperations(session: Session, meeting_id: int | None) -> tuple[RecordRow, ...]:
    """The cooperations of a meeting, or of all (None), in their order; one query."""
    query = select(Cooperation).order_by(Cooperation.meeting_id, Cooperation.position, Cooperation.id)
    if meeting_id is not None:
        query = query.where(Cooperation.meeting_id == meeting_id)
    return tuple(_row(found) for found in session.scalars(query))


def list_parts(session: Session, kind: str, cooperation_id: int) -> tuple[RecordRow, ...]:
    """The parts of one kind ("follow_up") of a cooperation, in their order; one query."""
    stored: Any = record_class(kind)
    query = select(stored).where(stored.cooperation_id == cooperation_id).order_by(stored.position, stored.id)
    return tuple(_row(found) for found in session.scalars(query))


def base_types(session: Session) -> tuple[tuple[int, Bilingual], ...]:
    """The kinds of joint bases, in their order; one query."""
    query = select(BaseType.id, BaseType.name_zh, BaseType.name_en).order_by(BaseType.position, BaseType.id)
    return tuple((id_, Bilingual(zh, en)) for id_, zh, en in session.execute(query))


def _row(record: Record) -> RecordRow:
    return RecordRow(record.id, {column.key: getattr(record, column.key) for column in record.__table__.columns})
