"""One row as plain values, for a panel that edits it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of


def record_values(session: Session, kind: str, row_id: int) -> dict[str, Any]:
    """The columns of a row by name. KnownError: record_gone."""
    row = record_of(session, kind, row_id)
    return {attribute.key: getattr(row, attribute.key) for attribute in inspect(type(row)).column_attrs}
