"""Brings a workspace to the present schema: what is it, may it be opened, back it up, migrate it, all or nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, String, column, delete, inspect, select, table

from models.errors import KnownError
from models.store.engines import Door, opened

# The table that marks a database as ours and holds its revision; another program's Alembic uses another name.
VERSION_TABLE = "signing_desk_revision"
SQLITE_HEADER = b"SQLite format 3\x00"


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
    """Refuse a file that is no SQLite file; an empty one will become a workspace. KnownError: not_a_workspace."""
    with path.open("rb") as stream:
        start = stream.read(len(SQLITE_HEADER))
    if start and start != SQLITE_HEADER:
        raise KnownError("not_a_workspace", path=str(path))


def stored_revision(connection: Connection, place: str, schema: Schema = OURS) -> str | None:
    """The revision of a workspace, None for an empty database. KnownError: not_a_workspace, workspace_newer."""
    tables = _table_names(connection)
    if VERSION_TABLE not in tables:
        if tables:
            raise KnownError("not_a_workspace", path=place)
        return None
    found = connection.scalar(select(column("version_num", String)).select_from(table(VERSION_TABLE)))
    if found is not None and found not in schema.revisions:
        raise KnownError("workspace_newer", path=place, found=str(found), known=schema.head)
    return found


def _table_names(connection: Connection) -> set[str]:
    if connection.dialect.name != "sqlite":
        return set(inspect(connection).get_table_names())
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    return set(connection.exec_driver_sql(query).scalars())


def migrate(
    engine: Engine, place: str, *, schema: Schema = OURS, target: str = "", before: Callable[[], object] | None = None
) -> None:
    """Bring the database to `target` (the newest revision) in one transaction, or leave it as it was.

    `before` is called ahead of changing an existing workspace: it makes the backup. The undo history is cleared then:
    its images have the columns of before. On SQLite, `engine` must have its foreign keys off, since a table that is
    rebuilt is dropped for a moment; they are checked at the end.
    """
    target = target or schema.head
    with opened(engine, Door("migration", writing=True, open=True)) as connection:
        found = stored_revision(connection, place, schema)
        if found == target:
            return
        if found is not None and before is not None:
            connection.rollback()  # the backup reads the file: let go of the write lock
            before()
            found = stored_revision(connection, place, schema)
        if found is not None:
            _clear_history(connection)
        _run(connection, schema, found, target)
        _check_links(connection)
        connection.commit()


def _clear_history(connection: Connection) -> None:
    for name in ("row_image", "change_step"):
        connection.execute(delete(table(name)))


def _run(connection: Connection, schema: Schema, found: str | None, target: str) -> None:
    """Run the revisions by Alembic, imported here: opening a workspace of the present revision does without."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(schema.scripts).replace("%", "%%"))
    config.attributes |= {"connection": connection, "version_table": VERSION_TABLE}
    order = ("base", *schema.revisions)
    down = order.index(found or "base") > order.index(target)
    (command.downgrade if down else command.upgrade)(config, target)


def _check_links(connection: Connection) -> None:
    """Foreign keys were off on SQLite: no row may name a missing one now."""
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if broken:
            raise RuntimeError(f"the migration leaves {len(broken)} rows that name missing ones: {broken[:3]}")
