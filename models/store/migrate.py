"""Brings a workspace to the present schema: back it up, migrate it, all or nothing."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection, Engine, delete, table

from models.store.engines import Door, opened
from models.store.revisions import OURS, VERSION_TABLE, Schema, stored_revision


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
