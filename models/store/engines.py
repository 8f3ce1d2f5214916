"""Engines: how a connection is opened, what is set on it, and how its transactions begin.

Errors hide the values they concern: they end up in the log, and names and phone numbers do not belong there.
"""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.pool import NullPool, QueuePool

from models.errors import KnownError
from models.store.file_connections import BUSY_SECONDS, connect_reading

POSTGRES_WRITERS = 0x51554  # key of the advisory lock that lets one writer in at a time, as SQLite does

WRITES = re.compile(r"\s*(INSERT|UPDATE|DELETE|REPLACE|MERGE)\b", re.IGNORECASE)


class UnrecordedWriteError(RuntimeError):
    """A programming error: a write that goes past the records and would leave no image to undo with."""


@dataclass
class Door:
    """What a connection is opened for; writes pass only while it is `open`."""

    reason: str
    writing: bool = False
    open: bool = False


def file_engine(path: Path, *, foreign_keys: bool = True, read_only: bool = False) -> Engine:
    """An engine for a SQLite file; each opening of a read-only one decides how it can be read."""

    def connect() -> sqlite3.Connection:
        if read_only:
            return connect_reading(path)
        return sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)

    def prepare(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA foreign_keys={'ON' if foreign_keys else 'OFF'}")
        connection.execute("PRAGMA synchronous=FULL")

    if read_only or not foreign_keys:
        engine = create_engine("sqlite://", creator=connect, poolclass=NullPool, hide_parameters=True)
    else:
        engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, max_overflow=-1, hide_parameters=True)
    event.listen(engine, "connect", prepare)
    return watched(engine)


def url_engine(url: URL) -> Engine:
    """An engine for a shared PostgreSQL database. KnownError: driver_missing."""
    try:
        return watched(create_engine(url, pool_pre_ping=True, max_overflow=-1, hide_parameters=True))
    except ModuleNotFoundError as error:
        raise KnownError("driver_missing", driver=error.name or "psycopg") from error


def watched(engine: Engine) -> Engine:
    """The engine, beginning its transactions itself and refusing writes that pass a closed door."""
    event.listen(engine, "begin", _begin)
    event.listen(engine, "before_cursor_execute", _refuse_unrecorded)
    return engine


def opened(engine: Engine, door: Door) -> Connection:
    """A connection for the door's purpose. Readers of PostgreSQL see one moment throughout, as those of SQLite do."""
    options: dict[str, Any] = {"door": door}
    if engine.dialect.name == "postgresql" and not door.writing:
        options |= {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    connection = engine.connect()
    try:
        return connection.execution_options(**options)
    except BaseException:
        connection.close()
        raise


def defer_links(connection: Connection) -> None:
    """Check foreign keys at the commit, so that rows that name one another may be written or deleted in any order."""
    sqlite = connection.dialect.name == "sqlite"
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON" if sqlite else "SET CONSTRAINTS ALL DEFERRED")


def _begin(connection: Connection) -> None:
    """Take the write lock at once, so that two writers never meet half-way. The driver begins nothing by itself."""
    door = connection.get_execution_options().get("door")
    writing = door is not None and door.writing
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
    elif writing:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({POSTGRES_WRITERS})")


def _refuse_unrecorded(
    connection: Connection, _cursor: object, statement: str, _parameters: object, _context: object, _many: bool
) -> None:
    """Let no INSERT, UPDATE or DELETE through a closed door."""
    door = connection.get_execution_options().get("door")
    if door is not None and not door.open and WRITES.match(statement):
        raise UnrecordedWriteError(f"{door.reason}: {statement.strip()[:80]}")
