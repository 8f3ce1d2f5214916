"""Migrations: the newest schema is that of the records, rows are kept, and a failure changes nothing."""

from __future__ import annotations

import ast
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, MetaData, create_engine, inspect, text

from models.errors import KnownError
from models.records import Record
from models.store.backup import back_up
from models.store.engines import file_engine, url_engine
from models.store.location import parse_location
from models.store.migrate import OURS, VERSION_TABLE, Schema, migrate, stored_revision
from models.store.workspace import Workspace, open_workspace
from tests.models.store.later_schema import later_schema
from tests.models.store.stored import add_agenda, add_attendee, add_meeting, content, refused


@contextmanager
def engine_for(location: str) -> Iterator[Engine]:
    """An engine to migrate with."""
    place = parse_location(location)
    engine = file_engine(place.path, foreign_keys=False) if place.path else url_engine(place.url)
    try:
        yield engine
    finally:
        engine.dispose()


def described(connection: Connection) -> dict[str, Any]:
    """Everything about the tables: columns, keys, names of constraints, indexes."""
    inspector = inspect(connection)
    found: dict[str, Any] = {}
    for table in sorted(set(inspector.get_table_names()) - {VERSION_TABLE}):
        # In no order: a column that came later stands behind the stamps.
        columns = sorted((c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(table))
        links = inspector.get_foreign_keys(table)
        found[table] = (
            columns,
            inspector.get_pk_constraint(table)["constrained_columns"],
            sorted((k["name"], k["constrained_columns"], k["referred_table"], k["options"]) for k in links),
            sorted((u["name"], u["column_names"]) for u in inspector.get_unique_constraints(table)),
            sorted((i["name"], i["column_names"], i["unique"]) for i in inspector.get_indexes(table)),
        )
    return found


def test_newest_schema_is_that_of_the_records(location: str) -> None:
    with engine_for(location) as engine, engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "version_table": VERSION_TABLE})
        assert compare_metadata(context, Record.metadata) == []
        migrated = described(connection)
        made = made_at_once(connection)
    assert migrated == made


def made_at_once(connection: Connection) -> dict[str, Any]:
    """The tables as SQLAlchemy itself makes them from the records."""
    if connection.dialect.name == "sqlite":
        with create_engine("sqlite://").connect() as memory:
            Record.metadata.create_all(memory)
            return described(memory)
    drop_all(connection)
    Record.metadata.create_all(connection)
    return described(connection)


def drop_all(connection: Connection) -> None:
    """Remove every table."""
    stored = MetaData()
    stored.reflect(connection)
    stored.drop_all(connection)


def test_ids_are_never_used_again_in_any_table(file: Path) -> None:
    connection = sqlite3.connect(file)
    rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'").fetchall()
    connection.close()
    own = {name: sql for name, sql in rows if name in Record.metadata.tables}
    assert (len(own), [name for name, sql in own.items() if "AUTOINCREMENT" not in sql]) == (
        len(Record.metadata.tables),
        [],
    )


def test_revisions_known_are_those_on_the_disk() -> None:
    config = Config()
    config.set_main_option("script_location", str(OURS.scripts))
    scripts = list(ScriptDirectory.from_config(config).walk_revisions())
    assert tuple(script.revision for script in reversed(scripts)) == OURS.revisions


def test_migrations_import_nothing_of_the_app() -> None:
    roots = set()
    for script in OURS.scripts.rglob("*.py"):
        for node in ast.walk(ast.parse(script.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                roots |= {name.name.split(".")[0] for name in node.names}
            elif isinstance(node, ast.ImportFrom):
                roots.add((node.module or ".").split(".")[0])
    assert roots <= {"__future__", "alembic", "collections", "sqlalchemy", "typing"}


def seed(workspace: Workspace) -> None:
    """A few rows that name each other."""
    meeting_id = add_meeting(workspace, theme_zh="校地合作", theme_en="Cooperation")
    add_agenda(workspace, meeting_id, "致辞", "签约")
    add_attendee(workspace, meeting_id, "梁涛")


def test_every_step_up_and_down_keeps_the_rows(location: str, tmp_path: Path) -> None:
    schema = later_schema(tmp_path)
    with open_workspace(location) as workspace:
        seed(workspace)
        before = content(workspace)
    with engine_for(location) as engine:
        migrate(engine, location, schema=schema)
        with engine.connect() as connection:
            found = connection.execute(text("SELECT nickname, slogan FROM person, meeting")).all()
            assert (stored_revision(connection, location, schema), found) == ("0999", [("梁涛", "校地合作")])
        migrate(engine, location, schema=schema, target=OURS.head)
    with open_workspace(location) as workspace:
        before["meeting"][1]["theme_en"] = ""
        assert (content(workspace), workspace.next_undo()) == (before, None)


def test_down_to_nothing_and_up_again(location: str) -> None:
    with engine_for(location) as engine:
        migrate(engine, location, target="base")
        with engine.connect() as connection:
            assert inspect(connection).get_table_names() == [VERSION_TABLE]
        migrate(engine, location)
        with engine.connect() as connection:
            context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
            assert compare_metadata(context, Record.metadata) == []


def test_older_workspace_is_backed_up_before_it_is_migrated(file: Path, tmp_path: Path) -> None:
    with open_workspace(file) as workspace:
        seed(workspace)
        before = content(workspace)
    with engine_for(str(file)) as engine:
        migrate(engine, str(file), schema=later_schema(tmp_path), before=lambda: back_up(file))
    (backup,) = (file.parent / "backups").iterdir()
    with open_workspace(backup) as workspace:
        assert content(workspace) == before
    with refused("workspace_newer", path=str(file), found="0999", known=OURS.head):
        open_workspace(file)


def test_present_workspace_is_neither_migrated_nor_backed_up(file: Path) -> None:
    before = file.read_bytes()
    with engine_for(str(file)) as engine:
        migrate(engine, str(file), before=lambda: back_up(file))
    assert (file.read_bytes(), (file.parent / "backups").exists()) == (before, False)


def check_unchanged(location: str, schema: Schema, error: type[Exception]) -> None:
    """Try to migrate, fail, and find everything as it was, the undo history as well."""
    with open_workspace(location, client="one") as workspace:
        seed(workspace)
        before = content(workspace)
    with engine_for(location) as engine, pytest.raises(error):
        migrate(engine, location, schema=schema)
    with open_workspace(location, client="one") as workspace:
        step = workspace.next_undo()
        assert (content(workspace), step and step.label) == (before, "add_attendee")


def test_migration_that_fails_changes_nothing(location: str, tmp_path: Path) -> None:
    check_unchanged(location, later_schema(tmp_path, then="raise ZeroDivisionError"), ZeroDivisionError)


def test_migration_that_breaks_a_link_changes_nothing(file: Path, tmp_path: Path) -> None:
    schema = later_schema(tmp_path, then="op.execute('DELETE FROM meeting')")
    check_unchanged(str(file), schema, RuntimeError)


def test_database_of_another_program_is_refused(location: str) -> None:
    with engine_for(location) as engine, engine.connect() as connection:
        connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))
        connection.commit()
    with pytest.raises(KnownError) as caught:
        open_workspace(location)
    assert caught.value.code == "not_a_workspace"


def test_two_that_create_the_same_workspace_share_it(tmp_path: Path) -> None:
    file = tmp_path / "new.desk"
    with open_workspace(file) as one, open_workspace(file) as two:
        add_meeting(one)
        assert content(two) == content(one)
    with engine_for(str(file)) as engine:
        migrate(engine, str(file))
