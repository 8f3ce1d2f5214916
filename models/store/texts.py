"""Refuses texts that cannot be stored, before the database does so in words of its own."""

from __future__ import annotations

from functools import cache
from typing import cast

from sqlalchemy import Enum, String, Table

from models.errors import KnownError
from models.records import Record


def check_texts(row: Record) -> None:
    """Check every text of a row. KnownError: text_too_long, text_unreadable.

    SQLite keeps a text of any length, PostgreSQL refuses it: both refuse it here. Half of a surrogate pair has no
    UTF-8 form, and PostgreSQL stores no NUL.
    """
    for name, limit in _limits(type(row)):
        text = getattr(row, name)
        if not isinstance(text, str):
            continue
        if limit is not None and len(text) > limit:
            raise KnownError("text_too_long", record=row.__tablename__, field=name, limit=limit, length=len(text))
        bad = next((character for character in text if character == "\x00" or "\ud800" <= character <= "\udfff"), "")
        if bad:
            code_point = f"U+{ord(bad):04X}"
            raise KnownError("text_unreadable", record=row.__tablename__, field=name, code_point=code_point)


@cache
def _limits(record: type[Record]) -> tuple[tuple[str, int | None], ...]:
    """The text columns of a record with the most characters they hold."""
    return tuple(
        (column.name, column.type.length)
        for column in cast(Table, record.__table__).columns
        if isinstance(column.type, String) and not isinstance(column.type, Enum)
    )
