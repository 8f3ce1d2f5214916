"""Stored rows as plain tuples with names: what is read without SQLAlchemy and the record classes.

Which columns a table has, and what they hold, is written down in `resources/tables/stored_columns.tsv`, which
`tools/stored_columns.py` makes from the records; a test compares both.
"""

from __future__ import annotations

import json
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import Any

import resources
from models import codes
from models.looking import Looking
from models.stored_json import StoredJson

COLUMNS = resources.path("tables/stored_columns.tsv")
PRINTED = ("position", "id")  # the printed order
ABOVE = """"id" IN (
    WITH RECURSIVE above(id, parent_id) AS (
        SELECT id, parent_id FROM "{table}" WHERE {named}
        UNION SELECT higher.id, higher.parent_id FROM "{table}" AS higher JOIN above ON higher.id = above.parent_id)
    SELECT id FROM above)"""

Convert = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Reading:
    """How rows of a table are read."""

    start: str  # of the statement
    row: Callable[..., Any]
    converted: tuple[tuple[int, Convert], ...]


def stored_rows(
    looking: Looking,
    table: str,
    among: Mapping[str, Iterable[int]] | None = None,
    *,
    columns: Sequence[str] = (),
    order: Sequence[str] = PRINTED,
    empty: Sequence[str] = (),
    unread: Sequence[str] = (),
) -> list[Any]:
    """The rows in which one of the columns of `among` holds one of its numbers, and nothing lies in those of `empty`.

    All rows without either. They have the attributes of the record, or the columns asked for, of the same types; the
    JSON objects in the columns of `unread` are parsed when they are first looked at.
    """
    conditions = [" OR ".join(_holds(column, numbers) for column, numbers in among.items())] if among else []
    conditions += [f'"{column}" IS NULL' for column in empty]
    return _read(looking, table, columns, conditions, order, unread)


def stored_with_those_above(looking: Looking, table: str, ids: Iterable[int]) -> list[Any]:
    """The rows with these ids and all above them, in one query; a circle ends where it began."""
    below = ABOVE.format(table=table, named=_holds("id", ids))
    return _read(looking, table, (), [below], ("id",))


def _read(
    looking: Looking,
    table: str,
    columns: Sequence[str],
    conditions: Iterable[str],
    order: Sequence[str],
    unread: Sequence[str] = (),
) -> list[Any]:
    reading = _reading(table, tuple(columns), looking.native, tuple(unread))
    where = " AND ".join(f"({condition})" for condition in conditions)
    parts = [reading.start, *((" WHERE ", where) if where else ())]
    if not unread:
        parts += [" ORDER BY ", ", ".join(f'"{column}"' for column in order)]
    rows = [_made(reading, values) for values in looking.rows("".join(parts))]
    return sorted(rows, key=attrgetter(*order)) if unread else rows  # SQLite would sort long texts with their rows


def _holds(column: str, numbers: Iterable[int]) -> str:
    """Only numbers stand in a statement: `d` refuses anything else. No number: no row, in every database."""
    return f'"{column}" IN ({", ".join(format(number, "d") for number in numbers) or "NULL"})'


def _made(reading: _Reading, values: Iterable[Any]) -> Any:
    row = list(values)
    for place, convert in reading.converted:
        if row[place] is not None:
            row[place] = convert(row[place])
    return reading.row(*row)


@cache
def _reading(table: str, columns: tuple[str, ...], native: bool, unread: tuple[str, ...]) -> _Reading:
    kinds = stored_columns()[table]
    names = columns or tuple(kinds)
    quoted = ", ".join(f'"{name}"' for name in names)
    later: dict[str, Convert] = dict.fromkeys(unread, _unread)
    converters = [(place, later.get(name) or _converter(kinds[name], native)) for place, name in enumerate(names)]
    return _Reading(
        " ".join(("SELECT", quoted, "FROM", f'"{table}"')),
        namedtuple(table, names),
        tuple((place, convert) for place, convert in converters if convert is not None),
    )


@cache
def stored_columns() -> dict[str, dict[str, str]]:
    """For each table its columns, in order, and what each holds: "date", "code:AgendaKind"; "plain" is as it comes."""
    tables: dict[str, dict[str, str]] = {}
    for line in COLUMNS.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            table, column, kind = line.split("\t")
            tables.setdefault(table, {})[column] = kind
    return tables


def _converter(kind: str, native: bool) -> Convert | None:
    """How a value of the driver becomes that of the record; a `native` database has dates, truth and JSON itself."""
    if kind.startswith("code:"):
        return {code.value: code for code in getattr(codes, kind.removeprefix("code:"))}.__getitem__
    if kind.startswith("codes:"):
        known, load = getattr(codes, kind.removeprefix("codes:")), _as_it_is if native else json.loads
        return lambda value: tuple(known(code) for code in load(value) or ())
    return None if native else _OF_TEXT.get(kind)


def _as_it_is(value: Any) -> Any:
    return value


def _of_json(value: Any) -> Any:
    """SQLite keeps a text that is a number as a number, whatever the column is called."""
    return json.loads(value) if isinstance(value, str | bytes) else value


def _unread(value: Any) -> Any:
    """A JSON object that is parsed when it is looked at; a database with JSON of its own has parsed it."""
    return StoredJson(value) if isinstance(value, str) else value


_OF_TEXT: dict[str, Convert] = {
    "date": date.fromisoformat,
    "time": time.fromisoformat,
    "moment": lambda value: datetime.fromisoformat(value).replace(tzinfo=UTC),
    "truth": bool,
    "json": _of_json,
    "cents": lambda value: Decimal(f"{value:.2f}"),
}
