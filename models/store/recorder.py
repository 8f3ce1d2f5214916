"""Watches one change: which rows are touched, and what they held before. Listens once on `Record`, for all tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, cast

from sqlalchemy import Connection, Table, UniqueConstraint, event, inspect
from sqlalchemy.orm import Mapper, Session, object_session
from sqlalchemy.orm.base import NO_VALUE

from models.errors import KnownError
from models.records import Record
from models.store.engines import Door, defer_links
from models.store.images import Image, differing, image_of, read_images, table_named
from models.store.names import name_of
from models.store.texts import check_texts

Key = tuple[str, int]


@dataclass(frozen=True)
class RowChange:
    """One row before and after; None where it did not exist."""

    table: str
    row_id: int
    before: Image | None
    after: Image | None


@dataclass
class Recorder:
    """What a change has touched so far. Images are read from the database: what is stored, not what was said."""

    connection: Connection
    door: Door
    before: dict[Key, Image | None] = field(default_factory=dict)
    compared: set[Key] = field(default_factory=set)  # rows whose version was found to be the stored one
    deleted: dict[Key, None] = field(default_factory=dict)  # in order
    claimed: dict[tuple[str, str, int], str] = field(default_factory=dict)  # table, unique column, object: value
    audit_entry: int | None = None  # the trace that the change leaves

    def note_insert(self, key: Key) -> None:
        """A row that did not exist before."""
        self.before.setdefault(key, None)
        self.compared.add(key)

    def note_old(self, keys: Sequence[Key]) -> None:
        """Rows about to be changed or deleted: keep what they hold, unless this change has already touched them."""
        wanted: dict[str, set[int]] = defaultdict(set)
        for table, row_id in keys:
            if (table, row_id) not in self.before:
                wanted[table].add(row_id)
        for table, ids in wanted.items():
            found = read_images(self.connection, table_named(table), ids)
            self.before.update({(table, row_id): image for row_id, image in found.items()})

    def changes(self) -> tuple[RowChange, ...]:
        """Every row that differs now from what it was, in the order first touched."""
        ids: dict[str, set[int]] = defaultdict(set)
        for table, row_id in self.before:
            ids[table].add(row_id)
        now = {table: read_images(self.connection, table_named(table), wanted) for table, wanted in ids.items()}
        rows = (RowChange(table, row_id, old, now[table].get(row_id)) for (table, row_id), old in self.before.items())
        return tuple(row for row in rows if differing(row.before, row.after))


class ChangeSession(Session):
    """A session within `change()`: its flushes, and nothing else, may write."""

    def __init__(self, recorder: Recorder) -> None:
        super().__init__(recorder.connection, expire_on_commit=False, join_transaction_mode="rollback_only")
        self.recorder = recorder

    def flush(self, objects: Sequence[Any] | None = None) -> None:
        """Write what is pending, keeping first what the rows held."""
        self.recorder.note_old([_key(row) for row in (*self.dirty, *self.deleted) if isinstance(row, Record)])
        if self.deleted:
            defer_links(self.recorder.connection)
        with opened_door(self.recorder.door):
            super().flush(objects)


@contextmanager
def opened_door(door: Door) -> Iterator[None]:
    """Writes may pass meanwhile."""
    before, door.open = door.open, True
    try:
        yield
    finally:
        door.open = before


def _key(row: Record) -> Key:
    return row.__tablename__, row.id


def _recorder_of(row: Record) -> Recorder | None:
    session = object_session(row)
    return session.recorder if isinstance(session, ChangeSession) else None


def _before_insert(_mapper: Mapper[Any], _connection: Connection, row: Record) -> None:
    recorder = _recorder_of(row)
    if recorder is not None:
        check_texts(row)
        _claim(recorder, row, None)


def _after_insert(_mapper: Mapper[Any], _connection: Connection, row: Record) -> None:
    recorder = _recorder_of(row)
    if recorder is not None:
        recorder.note_insert(_key(row))


def _before_update(_mapper: Mapper[Any], _connection: Connection, row: Record) -> None:
    recorder = _recorder_of(row)
    if recorder is not None:
        recorder.note_old([_key(row)])
        _refuse_stale(recorder, row)
        check_texts(row)
        _claim(recorder, row, recorder.before[_key(row)])


def _before_delete(_mapper: Mapper[Any], _connection: Connection, row: Record) -> None:
    recorder = _recorder_of(row)
    if recorder is not None:
        recorder.note_old([_key(row)])
        _refuse_stale(recorder, row)
        recorder.deleted[_key(row)] = None


def _claim(recorder: Recorder, row: Record, stored: Image | None) -> None:
    """Remember new values that must be unique, to name one if the database refuses it."""
    table = cast(Table, row.__table__)
    for column in unique_columns(table):
        value = getattr(row, column)
        if stored is None or stored[column] != value:
            recorder.claimed[table.name, column, id(row)] = value


def unique_columns(table: Table) -> list[str]:
    """The columns whose values no two rows share, apart from the id."""
    return [
        column.name
        for constraint in table.constraints
        if isinstance(constraint, UniqueConstraint)
        for column in constraint.columns
    ]


def _refuse_stale(recorder: Recorder, row: Record) -> None:
    """Refuse a row that somebody else changed after it was read. KnownError: changed_elsewhere, record_missing."""
    key = _key(row)
    if key in recorder.compared:
        return
    recorder.compared.add(key)
    stored = recorder.before.get(key)
    if stored is None:
        raise KnownError("record_missing", record=key[0])
    seen = _seen(row)
    if seen["version"] != stored["version"]:
        fields = [name for name in differing(stored, stored | seen) if name in seen]
        name = name_of(recorder.connection, key[0], stored)
        raise KnownError("changed_elsewhere", record=key[0], name=name, fields=", ".join(fields))


def _seen(row: Record) -> Image:
    """What the row held when it was read, as far as it was read."""
    state = inspect(row)
    values = {column.name: row.__dict__.get(column.name, NO_VALUE) for column in row.__table__.columns}
    values |= {name: value for name, value in state.committed_state.items() if name in values}
    return image_of({name: value for name, value in values.items() if value is not NO_VALUE})


def _register() -> None:
    """Watch every record, also those of tables to come."""
    for moment, listener in (
        ("before_insert", _before_insert),
        ("after_insert", _after_insert),
        ("before_update", _before_update),
        ("before_delete", _before_delete),
    ):
        event.listen(Record, moment, listener, propagate=True)


_register()
