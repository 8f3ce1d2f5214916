"""Connections to a workspace file by Python's own driver."""

from __future__ import annotations

import sqlite3
from pathlib import Path

BUSY_SECONDS = 10.0  # how long another process may hold the write lock before we say so
LOOKING_PAGES = 128  # of the file kept by a connection that only looks: half a megabyte


def connect(path: Path) -> sqlite3.Connection:
    """Open a file that may be written; it is made where it is missing."""
    return sqlite3.connect(path, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)


def connect_looking(path: Path) -> sqlite3.Connection:
    """Open a file that others of our connections write, to look at it."""
    connection = connect(path)
    connection.execute("PRAGMA query_only=ON")
    connection.execute(f"PRAGMA cache_size={LOOKING_PAGES}")
    return connection


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open a file that is only read. Where no file may be made beside it, and no log is, it is read as unchanging."""
    try:
        return _connect_reading(path, "mode=rw")
    except sqlite3.OperationalError as error:
        log = path.with_name(path.name + "-wal")
        if not error.sqlite_errorname.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN")) or (
            log.exists() and log.stat().st_size
        ):
            raise
        return _connect_reading(path, "immutable=1")


def _connect_reading(path: Path, mode: str) -> sqlite3.Connection:
    """A connection that has proved that it can read."""
    uri = f"{file_uri(path)}?{mode}"
    connection = sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, check_same_thread=False, isolation_level=None)
    try:
        connection.execute("PRAGMA query_only=ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except BaseException:
        connection.close()
        raise
    return connection


def file_uri(path: Path) -> str:
    """The URI of a path; SQLite wants a network share (//server/share) behind an empty authority."""
    uri = path.absolute().as_uri()
    return uri if uri.startswith("file:///") else "file:////" + uri.removeprefix("file://")
