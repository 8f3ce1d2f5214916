"""Where a workspace takes its looks from: a file by Python's own driver, a shared database through its engine."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from models.looking import FileLook, Looking, SharedLook
from models.store.file_connections import connect_looking, connect_reading

if TYPE_CHECKING:
    from sqlalchemy import Engine


class Looks(Protocol):
    """Gives looks, each of one moment, to any thread."""

    def look(self) -> AbstractContextManager[Looking]:
        """One look."""
        ...

    def close(self) -> None:
        """Give no more."""
        ...


class FileLooks:
    """Looks at a file. A connection that served is used again; one to a read-only file decides anew how to read it."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._path, self._read_only, self._closed = path, read_only, False
        self._resting: list[sqlite3.Connection] = []

    @contextmanager
    def look(self) -> Iterator[Looking]:
        """One look, at one moment; a connection that met an error is not used again."""
        connection = self._connection()
        try:
            connection.execute("BEGIN")
            yield FileLook(connection)
            connection.execute("ROLLBACK")
        except BaseException:
            connection.close()
            raise
        self._resting.append(connection)
        if self._closed or self._read_only:
            self._close_resting()

    def close(self) -> None:
        """Close what rests; a look under way closes its own at its end."""
        self._closed = True
        self._close_resting()

    def _connection(self) -> sqlite3.Connection:
        try:
            return self._resting.pop()
        except IndexError:
            return connect_reading(self._path) if self._read_only else connect_looking(self._path)

    def _close_resting(self) -> None:
        while self._resting:
            self._resting.pop().close()


class SharedLooks:
    """Looks at a shared database."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @contextmanager
    def look(self) -> Iterator[Looking]:
        """One look, at one moment."""
        from models.store.engines import Door, opened

        with opened(self._engine, Door("look() only reads")) as connection:
            yield SharedLook(connection)

    def close(self) -> None:
        """Let go of the connections: the workspace may be closed before it has read or changed anything."""
        self._engine.dispose()
