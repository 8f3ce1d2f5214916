"""Headers that the office has set right once: what they mean is remembered in the workspace."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.imports.headers import heading_key
from models.imports.plan import ImportPlan
from models.imports.tables import COLUMN_FIELDS, MatchedBy
from models.records import Setting

KEY = "slips.headers"


def remembered_headers(session: Session) -> dict[str, str]:
    """Header → field, "" for a column to be left out; what no longer names a field is passed over."""
    stored = session.scalar(select(Setting.value).where(Setting.key == KEY))
    known = ("", *COLUMN_FIELDS)
    if not isinstance(stored, dict):
        return {}
    return {str(header): field for header, field in stored.items() if field in known}


def chosen_headers(plan: ImportPlan) -> dict[str, str]:
    """What the user has chosen for headers of this import."""
    columns = [column for file in plan.files for table in file.understood.tables for column in table.columns]
    chosen = [column for column in columns if column.header and column.by is MatchedBy.CHOSEN]
    return {heading_key(column.header): column.field for column in chosen}


def remember_headers(session: Session, headers: Mapping[str, str]) -> None:
    """Remember them, inside a change; nothing is written where nothing is new."""
    row = session.scalar(select(Setting).where(Setting.key == KEY))
    before = row.value if row is not None and isinstance(row.value, dict) else {}
    now = {**before, **headers}
    if now == before:
        return
    if row is None:
        session.add(Setting(key=KEY, value=now))
    else:
        row.value = now
