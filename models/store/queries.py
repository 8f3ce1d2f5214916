"""Lists of what a workspace holds. Reads by plain columns, so that starting needs no record classes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Boolean, Connection, Date, Integer, String, TableClause, column, func, select, table
from sqlalchemy.sql.elements import ColumnElement

from models.codes import DatePrecision, MeetingStatus
from models.errors import KnownError
from models.snapshots.shapes import Bilingual
from models.store.meeting_row import MeetingRow

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

__all__ = ["MeetingRow", "find_meeting", "list_meetings"]

# The columns read here, as the records store them (a test compares them with the records).
MEETING = table(
    "meeting",
    column("id", Integer),
    column("key", String),
    *(column(name, String) for name in ("title_zh", "title_en", "city_zh", "city_en", "date_precision", "status")),
    column("starts_on", Date),
    column("ends_on", Date),
    column("invented", Boolean),
)
COUNTED = {"people": "attendance", "agenda_items": "agenda_item", "routes": "visit_route", "agreements": "agreement"}


def list_meetings(source: Session | Connection) -> tuple[MeetingRow, ...]:
    """All meetings, the latest first, those without a date last; one query."""
    counts = [_count(stored).label(name) for name, stored in COUNTED.items()]
    undated = MEETING.c.starts_on.is_(None)
    query = select(MEETING, *counts).order_by(undated, MEETING.c.starts_on.desc(), MEETING.c.id)
    return tuple(
        MeetingRow(
            id=row.id,
            key=row.key,
            title=Bilingual(row.title_zh, row.title_en),
            starts_on=row.starts_on,
            ends_on=row.ends_on,
            date_precision=DatePrecision(row.date_precision),
            city=Bilingual(row.city_zh, row.city_en),
            status=MeetingStatus(row.status),
            invented=row.invented,
            people=row.people,
            agenda_items=row.agenda_items,
            routes=row.routes,
            agreements=row.agreements,
        )
        for row in source.execute(query)
    )


def _count(stored: str) -> ColumnElement[int]:
    """How many rows of another table belong to the meeting."""
    rows: TableClause = table(stored, column("id", Integer), column("meeting_id", Integer))
    return select(func.count(rows.c.id)).where(rows.c.meeting_id == MEETING.c.id).scalar_subquery()


def find_meeting(session: Session, key_or_id: str) -> int:
    """The id of the meeting with this key, else with this number. KnownError: unknown_meeting."""
    found = session.scalar(select(MEETING.c.id).where(MEETING.c.key == key_or_id))
    if found is None and key_or_id.isascii() and key_or_id.isdecimal() and len(key_or_id) < 10:
        found = session.scalar(select(MEETING.c.id).where(MEETING.c.id == int(key_or_id)))
    if found is None:
        keys = session.scalars(select(MEETING.c.key).order_by(MEETING.c.id))
        raise KnownError("unknown_meeting", meeting=key_or_id, known=", ".join(keys))
    return int(found)
