"""What a committed change tells the views: its label, the kinds of rows it touched, and the meetings they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from sqlalchemy import Connection, select

from models.errors import Value
from models.records import Record
from models.store.images import Image, in_chunks, table_named
from models.store.recorder import Key, RowChange


@dataclass(frozen=True)
class ChangeSet:
    """One committed change, undo or redo. `kinds` are table names."""

    label: str
    values: Mapping[str, Value] = field(default_factory=dict)
    kinds: frozenset[str] = frozenset()
    meeting_ids: frozenset[int] = frozenset()
    action: Literal["change", "undo", "redo"] = "change"

    def concerns(self, meeting_id: int) -> bool:
        """Whether a view of the meeting must look again: its own rows changed, or rows that meetings share."""
        return meeting_id in self.meeting_ids or bool(self.kinds & shared_kinds())


@cache
def ways_up() -> dict[str, tuple[tuple[str, str], ...]]:
    """For each table that belongs to meetings, the columns that lead towards the meeting, with their target tables.

    The rule: a row's own `meeting_id` decides. Without one, the first owner that belongs to a meeting does; a row that
    is owned by none (a fact, a base) takes every row it names that belongs to a meeting.
    """
    tables = Record.metadata.tables
    links = {
        name: [(c.name, k.column.table.name, bool(c.nullable)) for c in stored.columns for k in c.foreign_keys]
        for name, stored in tables.items()
    }
    bound = {"meeting"}
    while more := {
        name for name in links if name not in bound and any(target in bound for _, target, _ in links[name])
    }:
        bound |= more
    found = {}
    for name in bound - {"meeting"}:
        owners = [(column, target) for column, target, nullable in links[name] if target in bound and not nullable]
        named = [(column, target) for column, target, _ in links[name] if target in bound and target != name]
        found[name] = tuple(owners[:1] or named)
    return found


@cache
def shared_kinds() -> frozenset[str]:
    """Tables whose rows belong to no meeting but show in many: people, units, posts, templates, settings."""
    return frozenset(Record.metadata.tables) - {"meeting", *ways_up(), "change_step", "row_image", "audit_entry"}


def meetings_of(connection: Connection, changes: Iterable[RowChange]) -> frozenset[int]:
    """The meetings to which the touched rows belong or belonged. Rows of people, units and settings add none."""
    known: dict[Key, list[Image]] = defaultdict(list)
    for change in changes:
        known[change.table, change.row_id] = [image for image in (change.before, change.after) if image]
    found: set[int] = set()
    seen: set[Key] = set()
    todo = list(known)
    while todo:
        _load(connection, known, todo)
        above: list[Key] = []
        for key in todo:
            seen.add(key)
            for image in known[key]:
                above += _above(key, image, found)
        todo = list({key for key in above if key not in seen})
    return frozenset(found)


def _above(key: Key, image: Image, found: set[int]) -> list[Key]:
    """Note the row's meeting, or name the rows above it."""
    table, row_id = key
    if table == "meeting" or image.get("meeting_id"):
        found.add(row_id if table == "meeting" else image["meeting_id"])
        return []
    return [(target, image[column]) for column, target in ways_up().get(table, ()) if image.get(column)]


def _load(connection: Connection, known: dict[Key, list[Image]], keys: Iterable[Key]) -> None:
    """Read the upward columns of rows that the change itself did not touch."""
    wanted: dict[str, list[int]] = defaultdict(list)
    for key in keys:
        if key not in known:
            wanted[key[0]].append(key[1])
    for name, ids in wanted.items():
        table = table_named(name)
        columns = [table.c.id, *(table.c[column] for column, _ in ways_up().get(name, ()))]
        for chunk in in_chunks(ids):
            for row in connection.execute(select(*columns).where(table.c.id.in_(chunk))).mappings():
                known[name, row["id"]].append({str(column): value for column, value in row.items()})
