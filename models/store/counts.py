"""How many rows each table holds: for the diagnostics file, which tells sizes and no names."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.records import Record


def count_rows(session: Session) -> dict[str, int]:
    """Rows by table name."""
    return {
        name: session.scalar(select(func.count()).select_from(table)) or 0
        for name, table in sorted(Record.metadata.tables.items())
    }
