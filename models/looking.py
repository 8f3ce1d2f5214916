"""Looking into a database by plain statements, whichever library holds the connection.

SQLAlchemy with the records takes more than thirty megabytes; a workspace file that is only looked at needs neither.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeAlias

if TYPE_CHECKING:
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session


class Looking(Protocol):
    """One moment of a database; `native`: it has dates, truth and JSON of its own, SQLite has not."""

    @property
    def native(self) -> bool:
        """Whether values come as Python's own dates, truth and lists."""
        ...

    def rows(self, statement: str, **values: Any) -> Iterable[Sequence[Any]]:
        """The rows of a SELECT; `:name` stands for a value."""
        ...


Source: TypeAlias = "Looking | Session | Connection"


@dataclass(frozen=True, slots=True)
class FileLook:
    """A SQLite file, by Python's own driver."""

    connection: sqlite3.Connection
    native: ClassVar[bool] = False

    def rows(self, statement: str, **values: Any) -> Iterable[Sequence[Any]]:
        """The rows of a SELECT."""
        return self.connection.execute(statement, values)


@dataclass(frozen=True, slots=True)
class SharedLook:
    """A connection of SQLAlchemy: a shared database, or the inside of a change."""

    connection: Connection

    @property
    def native(self) -> bool:
        """Whether it is another database than SQLite."""
        return self.connection.dialect.name != "sqlite"

    def rows(self, statement: str, **values: Any) -> Iterable[Sequence[Any]]:
        """The rows of a SELECT."""
        from sqlalchemy import text

        return self.connection.execute(text(statement), values)


def looking_at(source: Source) -> Looking:
    """What to look through; what a session has not written yet is written first, so that it is seen."""
    if isinstance(source, FileLook | SharedLook):
        return source
    from sqlalchemy import Connection
    from sqlalchemy.orm import Session

    if isinstance(source, Connection):
        return SharedLook(source)
    assert isinstance(source, Session)
    if source.autoflush:
        source.flush()
    return SharedLook(source.connection())


def first_value(looking: Looking, statement: str, **values: Any) -> Any:
    """The first value of the first row; None where there is none."""
    return next((row[0] for row in looking.rows(statement, **values)), None)
