"""Sheets built by hand, and what was understood of them in short."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from models.imports.book import Book, Sheet
from models.imports.tables import SlipRow, Understood
from models.imports.understand import understand

YEAR = 2024
N = None


def sheet(*rows: Iterable[Any], name: str = "Sheet1", **more: Any) -> Sheet:
    """A sheet with these rows."""
    return Sheet(name, tuple(map(tuple, rows)), **more)


def read(*sheets: Sheet, file: str = "slip.xlsx", **more: Any) -> Understood:
    """What a file with these sheets means."""
    return understand(Book(file, "xlsx", sheets), **{"meeting_year": YEAR} | more)


def rows(*given: Iterable[Any], **more: Any) -> tuple[SlipRow, ...]:
    """The rows of one sheet."""
    return read(sheet(*given, **more)).rows


def values(found: Iterable[SlipRow]) -> list[dict[str, str]]:
    """What is known of each."""
    return [dict(row.values) for row in found]


def names(found: Iterable[SlipRow]) -> list[str]:
    """Their names."""
    return [row.values.get("name_zh", "") for row in found]


def codes(row: SlipRow) -> list[str]:
    """What is told about a row."""
    return [note.code for note in row.notes]


def fields(found: Understood, table: int = 0) -> dict[str, str]:
    """Heading → meaning of a table's columns."""
    return {column.header: column.field for column in found.tables[table].columns}
