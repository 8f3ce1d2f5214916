"""What a table of a sample file may hold, worked out from the stored record it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from functools import cache

from sqlalchemy import Column, inspect
from sqlalchemy.orm import Mapper

from models.records.base import CodeList, Record

# Columns that the store or the loader fills; a sample file never gives them.
FILLED = {"id", "version", "created_at", "updated_at", "position", "rank", "meeting_id"}

# Lists that come about in the app: drafted from a template, frozen, scanned.
MADE_LATER = {"clauses", "revisions", "attachments"}


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of a table: plain values, zh/en pairs, names of other rows, and lists of rows of its own."""

    record: type[Record]
    plain: Mapping[str, Column[object]]
    pairs: frozenset[str]
    links: Mapping[str, str]  # key → name of the table that it points into
    lists: Mapping[str, Shape]

    @property
    def table(self) -> str:
        """The name of the stored table."""
        return self.record.__tablename__

    def knows(self, key: str) -> bool:
        """Whether a row may have this key."""
        return key in self.plain or key in self.pairs or key in self.links or key in self.lists


@cache
def shape_of(record: type[Record], owner_column: str = "") -> Shape:
    """The shape of `record` as a table of its own, or as a list within the row that `owner_column` points to."""
    mapper: Mapper[Record] = inspect(record)
    columns = {name: column for name, column in mapper.columns.items() if name not in FILLED | {owner_column}}
    pairs = {name[:-3] for name in columns if name.endswith("_zh") and f"{name[:-3]}_en" in columns}
    links = {name: column for name, column in columns.items() if column.foreign_keys}
    taken = links.keys() | {f"{name}_{language}" for name in pairs for language in ("zh", "en")}
    return Shape(
        record=record,
        plain={name: column for name, column in columns.items() if name not in taken},
        pairs=frozenset(pairs),
        links={name.removesuffix("_id"): _target(column) for name, column in links.items()},
        lists=_lists(mapper),
    )


def _target(column: Column[object]) -> str:
    return next(iter(column.foreign_keys)).column.table.name


def _lists(mapper: Mapper[Record]) -> dict[str, Shape]:
    """The lists that a row owns, each with the shape of its rows."""
    return {
        owned.key: shape_of(_class_of(owned.mapper), owned.local_remote_pairs[0][1].name)
        for owned in mapper.relationships
        if owned.key not in MADE_LATER
    }


def _class_of(mapper: Mapper[Record]) -> type[Record]:
    return mapper.class_


def value_for(column: Column[object], given: object) -> object:
    """`given` as the column stores it; ValueError where it is of another kind or no known code."""
    kind = column.type
    if isinstance(kind, CodeList):
        if not isinstance(given, list):
            raise ValueError(given)
        return tuple(kind.codes(code) for code in given)
    python = kind.python_type
    if issubclass(python, StrEnum):
        return python(str(given))
    if python is Decimal and type(given) is int:
        return Decimal(given)
    if type(given) is not python:  # a bool is no int here, a date and time no date
        raise ValueError(given)
    return given


def pair_for(given: object) -> tuple[str, str]:
    """The Chinese and the English of `{zh = "…", en = "…"}`; ValueError for anything else."""
    if not isinstance(given, dict) or not given or given.keys() - {"zh", "en"}:
        raise ValueError(given)
    zh, en = given.get("zh", ""), given.get("en", "")
    if not isinstance(zh, str) or not isinstance(en, str):
        raise ValueError(given)
    return zh, en
