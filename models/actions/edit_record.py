"""Edits single fields of stored rows: what every inline edit, panel and bulk edit comes down to."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from sqlalchemy import String, inspect
from sqlalchemy.orm import Session

from models.actions.final_text import refuse_final_fields
from models.errors import KnownError, Value
from models.records import Record

# What no edit may touch: identity, stamps, and the owner a row belongs to.
FIXED = frozenset({"id", "version", "created_at", "updated_at", "meeting_id"})


def record_class(kind: str) -> type[Record]:
    """The record class of a table name ("agenda_item"). ValueError for any other word: that is a bug, not input."""
    for mapper in Record.registry.mappers:
        found: type[Record] = mapper.class_
        if found.__tablename__ == kind:
            return found
    raise ValueError(f"no record is called {kind!r}")


def record_of(session: Session, kind: str, row_id: int) -> Record:
    """The row. KnownError: record_gone (record, number)."""
    row = session.get(record_class(kind), row_id)
    if row is None:
        raise KnownError("record_gone", record=kind, number=row_id)
    return row


def set_fields(
    session: Session,
    kind: str,
    row_id: int,
    values: Mapping[str, Any],
    *,
    expected: Mapping[str, Any] | None = None,
) -> None:
    """Give columns of a row new values; `expected` are the values the user saw, for the columns that were edited.

    Text loses outer white space. KnownError: record_gone; changed_meanwhile (record, field, now, typed) where somebody
    else changed the field since it was shown: nothing is written over unseen; agreement_is_final (agreement).
    """
    row = record_of(session, kind, row_id)
    refuse_final_fields(session, row, values)
    columns = inspect(type(row)).columns
    for field, given in values.items():
        if field in FIXED or field not in columns:
            raise ValueError(f"{kind} has no field {field!r} to edit")
        value = given.strip() if isinstance(columns[field].type, String) and isinstance(given, str) else given
        now = getattr(row, field)
        if expected is not None and field in expected and expected[field] != now and now != value:
            raise KnownError(
                "changed_meanwhile", record=kind, number=row_id, field=field, now=_told(now), typed=_told(value)
            )
        if now != value:
            setattr(row, field, value)


def _told(value: Any) -> Value:
    """A stored value as the value of a sentence."""
    if isinstance(value, Enum):
        return str(value.value)
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
