"""Row images: what a row held, in a JSON form that comes back exactly."""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum as Codes
from functools import cache
from typing import Any

from sqlalchemy import (
    Column,
    Connection,
    Date,
    DateTime,
    Enum,
    LargeBinary,
    MetaData,
    Numeric,
    Select,
    Table,
    Time,
    TypeDecorator,
    select,
)
from sqlalchemy.types import TypeEngine

from models.records import Record

Image = dict[str, Any]

# Counters of editing, not facts: undo moves them on and never compares them.
VOLATILE = frozenset({"version", "updated_at"})
ROWS_AT_ONCE = 500  # SQLite of old allows 999 parameters


def table_named(name: str) -> Table:
    """The stored table of a record."""
    metadata: MetaData = Record.metadata
    return metadata.tables[name]


def encode(value: object) -> Any:
    """A value as JSON can hold it."""
    match value:
        case date() | time():  # datetime is a date
            return value.isoformat()
        case Decimal():
            return str(value)
        case Codes():
            return value.value
        case bytes():
            return base64.b64encode(value).decode("ascii")
        case tuple():
            return [encode(part) for part in value]
    return value


def image_of(row: Mapping[str, Any]) -> Image:
    """The image of a row read from its table."""
    return {name: encode(value) for name, value in row.items()}


def row_of(table: Table, image: Image) -> dict[str, Any]:
    """The values to store again."""
    decoders = _decoders(table)
    return {name: None if value is None else decoders[name](value) for name, value in image.items()}


@cache
def _decoders(table: Table) -> dict[str, Callable[[Any], Any]]:
    return {column.name: _decoder(column) for column in table.columns}


def _decoder(column: Column[Any]) -> Callable[[Any], Any]:
    """How a JSON value becomes the column's again."""
    kind: TypeEngine[Any] = column.type.impl_instance if isinstance(column.type, TypeDecorator) else column.type
    if isinstance(kind, Enum) and kind.enum_class is not None:
        return kind.enum_class
    known: dict[type[TypeEngine[Any]], Callable[[Any], Any]] = {
        DateTime: datetime.fromisoformat,
        Date: date.fromisoformat,
        Time: time.fromisoformat,
        LargeBinary: base64.b64decode,
        Numeric: Decimal,
    }
    return next((decoder for base, decoder in known.items() if isinstance(kind, base)), lambda value: value)


def read_images(connection: Connection, table: Table, ids: Iterable[int]) -> dict[int, Image]:
    """The images of those rows that exist, by id."""
    found: dict[int, Image] = {}
    for chunk in in_chunks(sorted(ids)):
        query: Select[Any] = select(table).where(table.c.id.in_(chunk))
        for row in connection.execute(query).mappings():
            found[row["id"]] = image_of({str(name): value for name, value in row.items()})
    return found


def in_chunks(ids: list[int]) -> Iterator[list[int]]:
    """The ids in pieces that fit into one statement."""
    for start in range(0, len(ids), ROWS_AT_ONCE):
        yield ids[start : start + ROWS_AT_ONCE]


def differing(one: Image | None, other: Image | None) -> tuple[str, ...]:
    """The columns in which two images of a row differ, leaving out the volatile ones."""
    if one is None or other is None:
        return () if one is other else ("id",)
    return tuple(name for name in one if name not in VOLATILE and one[name] != other.get(name))
