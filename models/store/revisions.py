"""Revisions of the schema: what a file is, and whether it may be opened."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

from models.errors import KnownError
from models.looking import Looking, Source, first_value, looking_at
from models.store.file_connections import connect_reading

# The table that marks a database as ours and holds its revision; another program's Alembic uses another name.
VERSION_TABLE = "signing_desk_revision"
VERSION = "SELECT version_num FROM signing_desk_revision"
SMALLEST_PAGE = 512  # bytes


@dataclass(frozen=True)
class Schema:
    """Where the revisions lie, and their names in order (so that Alembic is imported only to run one)."""

    scripts: Path
    revisions: tuple[str, ...]

    @property
    def head(self) -> str:
        """The revision this program works with."""
        return self.revisions[-1]


OURS = Schema(Path(__file__).with_name("migrations"), ("0001", "0002", "0003"))


def refuse_other_files(path: Path) -> None:
    """Refuse a file that is no SQLite file; an empty one will become a workspace. KnownError: not_a_workspace.

    SQLite itself reads its beginning: a file closed in any other way takes along the locks (POSIX) of whatever else
    this process has open there; another process would then delete our log (https://sqlite.org/howtocorrupt.html).
    """
    if 0 < path.stat().st_size < SMALLEST_PAGE:  # SQLite takes a file of one byte for an empty one
        raise KnownError("not_a_workspace", path=str(path))
    try:
        connect_reading(path).close()
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorname != "SQLITE_NOTADB":
            raise
        raise KnownError("not_a_workspace", path=str(path)) from error


def stored_revision(source: Source, place: str, schema: Schema = OURS) -> str | None:
    """The revision of a workspace, None for an empty database. KnownError: not_a_workspace, workspace_newer."""
    looking = looking_at(source)
    tables = _table_names(looking)
    if VERSION_TABLE not in tables:
        if tables:
            raise KnownError("not_a_workspace", path=place)
        return None
    found = first_value(looking, VERSION)
    if found is not None and found not in schema.revisions:
        raise KnownError("workspace_newer", path=place, found=str(found), known=schema.head)
    return None if found is None else str(found)


def _table_names(looking: Looking) -> set[str]:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    shared = "SELECT table_name FROM information_schema.tables WHERE table_schema = current_schema()"
    return {row[0] for row in looking.rows(shared if looking.native else query)}
