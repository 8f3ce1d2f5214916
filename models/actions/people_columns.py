"""The columns that a meeting adds to its list of people: text, at most ten."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of
from models.actions.row_order import moved_before, number
from models.errors import KnownError
from models.records import OwnColumn
from models.rules.person_names import is_han

MOST = 10


def own_columns(session: Session, meeting_id: int) -> list[OwnColumn]:
    """The columns in order."""
    query = select(OwnColumn).where(OwnColumn.meeting_id == meeting_id)
    return list(session.scalars(query.order_by(OwnColumn.position, OwnColumn.id)))


def add_own_column(session: Session, meeting_id: int, *, label: str) -> int:
    """One more column, at the end; its id. KnownError: too_many_columns (most)."""
    there = own_columns(session, meeting_id)
    if len(there) >= MOST:
        raise KnownError("too_many_columns", most=MOST)
    column = OwnColumn(meeting_id=meeting_id, position=len(there), **_named(label))
    session.add(column)
    session.flush()
    return column.id


def rename_own_column(session: Session, column_id: int, *, label: str, language: str = "") -> None:
    """Another heading, Chinese or English by its letters. The other one stays, unless it is the one that was seen.

    `language` is that of the window: 胸牌 renamed to WiFi in Chinese is WiFi in both. KnownError: record_gone.
    """
    column, named = _column(session, column_id), _named(label)
    if language and f"label_{language}" not in named:
        setattr(column, f"label_{language}", "")
    for field, text in named.items():
        setattr(column, field, text)


def remove_own_column(session: Session, column_id: int) -> None:
    """A column goes, with what stands in it. KnownError: record_gone."""
    column = _column(session, column_id)
    session.delete(column)
    session.flush()
    number(own_columns(session, column.meeting_id))


def move_own_columns(session: Session, meeting_id: int, column_ids: Sequence[int], *, before_id: int | None) -> None:
    """Put columns before another one; None: at the end."""
    number(moved_before(own_columns(session, meeting_id), set(column_ids), before_id))


def _column(session: Session, column_id: int) -> OwnColumn:
    row = record_of(session, "own_column", column_id)
    assert isinstance(row, OwnColumn)
    return row


def _named(label: str) -> dict[str, str]:
    return {"label_zh" if any(map(is_han, label)) else "label_en": label.strip()}
