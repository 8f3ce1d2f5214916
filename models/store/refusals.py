"""Why the database refused to store a change: a row still in use, a missing one, a value that is taken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sqlalchemy import Column, Connection, func, select
from sqlalchemy.exc import IntegrityError

from models.errors import KnownError
from models.records import Record
from models.store.images import table_named
from models.store.names import name_of
from models.store.recorder import Recorder

WRITTEN_TABLE = re.compile(r'\s*(?:INSERT INTO|UPDATE|DELETE FROM)\s+"?(\w+)', re.IGNORECASE)


def refusal(error: IntegrityError, recorder: Recorder, connection: Connection) -> KnownError | None:
    """The known error behind a broken constraint, None if it is a bug. Called after the rollback.

    record_in_use, record_missing, key_taken.
    """
    kind = _kind(error)
    if kind == "unique":
        return _taken(recorder, connection)
    if kind != "link":
        return None
    return _in_use(recorder, connection) or _used_meanwhile(error, recorder) or _missing(error)


def _kind(error: IntegrityError) -> str:
    """Which constraint: "unique", "link", or another."""
    code = getattr(error.orig, "sqlite_errorname", "") or getattr(error.orig, "sqlstate", "")
    if code in ("SQLITE_CONSTRAINT_UNIQUE", "23505"):
        return "unique"
    return "link" if code in ("SQLITE_CONSTRAINT_FOREIGNKEY", "23503") else ""


def _written_table(error: IntegrityError) -> str:
    """The table of the refused statement; a commit names none."""
    found = WRITTEN_TABLE.match(error.statement or "")
    return found.group(1) if found else ""


def _taken(recorder: Recorder, connection: Connection) -> KnownError | None:
    """Which of the values claimed by the change is another row's, or was claimed twice."""
    seen: set[tuple[str, str, object]] = set()
    for (table, column, _row), value in recorder.claimed.items():
        stored = table_named(table)
        query = select(func.count()).select_from(stored).where(stored.c[column] == value)
        if (table, column, value) in seen or connection.scalar(query):
            return KnownError("key_taken", record=table, field=column, value=value)
        seen.add((table, column, value))
    return None


def _in_use(recorder: Recorder, connection: Connection) -> KnownError | None:
    """Which of the deleted rows is named by rows that stay."""
    for key in recorder.deleted:
        for column in _naming(key[0]):
            ids = connection.scalars(select(column.table.c.id).where(column == key[1]))
            used_by = column.table.name
            count = sum((used_by, row_id) not in recorder.deleted for row_id in ids)
            if count:
                name = name_of(connection, key[0], recorder.before[key] or {"id": key[1]})
                return KnownError("record_in_use", record=key[0], name=name, used_by=used_by, count=count)
    return None


def _used_meanwhile(error: IntegrityError, recorder: Recorder) -> KnownError | None:
    """The refused deletion of a row that rows of this same change name: after the rollback they are gone."""
    if error.statement and not error.statement.lstrip().upper().startswith("DELETE"):
        return None
    added = [key[0] for key, before in recorder.before.items() if before is None]
    for table in dict.fromkeys(table for table, _ in recorder.deleted):
        for column in _naming(table):
            if column.table.name in added:
                count = added.count(column.table.name)
                return KnownError("record_in_use", record=table, name="", used_by=column.table.name, count=count)
    return None


def _missing(error: IntegrityError) -> KnownError:
    return KnownError("record_missing", record=_written_table(error))


def _naming(table: str) -> Iterator[Column[int]]:
    """The columns of all tables that name rows of a table."""
    for other in Record.metadata.sorted_tables:
        for link in sorted(other.foreign_keys, key=lambda link: link.parent.name):
            if link.column.table.name == table:
                yield link.parent
