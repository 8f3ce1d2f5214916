"""Looks a whole workspace over: the database's own checks, then ours."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Enum, String, Table, cast, func, inspect, select
from sqlalchemy.exc import DatabaseError

from models.errors import KnownError
from models.records import Record
from models.store.database_errors import known_code, known_errors
from models.store.engines import file_engine, url_engine
from models.store.images import table_named
from models.store.kept_files import folder_of, path_of
from models.store.location import Location, is_there, parse_location
from models.store.lock import WorkspaceLock
from models.store.revisions import OURS, refuse_other_files, stored_revision


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a workspace, as a code with values; a `record` is a table, its `number` the row's."""

    code: str
    values: tuple[tuple[str, str], ...]


def _problem(code: str, **values: object) -> Problem:
    return Problem(code, tuple((name, str(value)) for name, value in values.items()))


def check_integrity(location: str | Path) -> tuple[Problem, ...]:
    """The problems found; none if the workspace is whole. Nothing is changed.

    KnownError: workspace_missing, not_a_workspace, workspace_newer, workspace_needs_upgrade, workspace_held_elsewhere.
    """
    place = parse_location(location)
    with known_errors(str(place)):
        engine = url_engine(place.url) if place.url is not None else file_engine(_present(place), read_only=True)
        try:
            with engine.connect() as connection:
                found = stored_revision(connection, str(place))
                if found is None:
                    raise KnownError("not_a_workspace", path=str(place))
                if found != OURS.head:
                    raise KnownError("workspace_needs_upgrade", path=str(place), found=found, known=OURS.head)
                return (*_problems(connection), *_changed_files(connection, place))
        except DatabaseError as error:
            if known_code(error.orig) != "workspace_damaged":
                raise
            return (_problem("page_damaged", details=error.orig),)
        finally:
            engine.dispose()


def _present(place: Location) -> Path:
    """The file, if it is there and nobody on another host uses it."""
    assert place.path is not None
    if not is_there(place.path):
        raise KnownError("workspace_missing", path=str(place))
    WorkspaceLock(place.path).check()
    refuse_other_files(place.path)
    return place.path


def _problems(connection: Connection) -> Iterator[Problem]:
    if connection.dialect.name == "sqlite":
        damage = [row[0] for row in connection.exec_driver_sql("PRAGMA integrity_check") if row[0] != "ok"]
        if damage:
            yield from (_problem("page_damaged", details=line) for line in damage)
            return
        for table, row_id, target, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
            yield _problem("link_missing", record=table, number=row_id, target=target)
    missing = list(_missing_columns(connection))
    yield from missing
    if not missing:
        yield from _broken_rules(connection)


def _missing_columns(connection: Connection) -> Iterator[Problem]:
    """Tables and columns that the records need."""
    inspector = inspect(connection)
    stored = set(inspector.get_table_names())
    for table in Record.metadata.sorted_tables:
        if table.name not in stored:
            yield _problem("table_missing", table=table.name)
            continue
        columns = {column["name"] for column in inspector.get_columns(table.name)}
        yield from (
            _problem("column_missing", table=table.name, column=column.name)
            for column in table.columns
            if column.name not in columns
        )


def _broken_rules(connection: Connection) -> Iterator[Problem]:
    """Our own invariants, which no constraint of the database holds."""
    for table in Record.metadata.sorted_tables:
        yield from _unknown_codes(connection, table)
    yield from _lost_parents(connection, table_named("agenda_item"), "meeting_id")
    yield from _lost_parents(connection, table_named("clause"), "agreement_id")
    yield from _doubtful_presenters(connection)
    yield from _double_keys(connection)
    yield from _changed_attachments(connection)


def _unknown_codes(connection: Connection, table: Table) -> Iterator[Problem]:
    """Codes that no list knows: such a row cannot be read."""
    for column in table.columns:
        if isinstance(column.type, Enum):
            text = cast(column, String)
            query = select(table.c.id, text).where(text.not_in(column.type.enums)).order_by(table.c.id)
            for row_id, code in connection.execute(query):
                yield _problem("unknown_code", record=table.name, number=row_id, field=column.name, value=code)


def _lost_parents(connection: Connection, table: Table, owner: str) -> Iterator[Problem]:
    """Rows below a row of another meeting or agreement: they would be printed nowhere."""
    parent = table.alias("parent")
    joined = table.join(parent, table.c.parent_id == parent.c.id)
    query = select(table.c.id, parent.c.id).select_from(joined).where(table.c[owner] != parent.c[owner])
    for row_id, parent_id in connection.execute(query.order_by(table.c.id)):
        whose = owner.removesuffix("_id")
        yield _problem("parent_elsewhere", record=table.name, number=row_id, parent=parent_id, target=whose)


def _doubtful_presenters(connection: Connection) -> Iterator[Problem]:
    """A presenter is an attendee, a group or a unit: exactly one."""
    table = table_named("agenda_presenter")
    query = select(table.c.id, table.c.attendance_id, table.c.group_id, table.c.organization_id).order_by(table.c.id)
    for row_id, *named in connection.execute(query):
        count = sum(name is not None for name in named)
        if count != 1:
            yield _problem("presenters_not_one", number=row_id, count=count)


def _double_keys(connection: Connection) -> Iterator[Problem]:
    """Files are named by an agreement's key."""
    table = table_named("agreement")
    query = select(table.c.meeting_id, table.c.key).group_by(table.c.meeting_id, table.c.key)
    for meeting_id, key in connection.execute(query.having(func.count() > 1).order_by(table.c.meeting_id, table.c.key)):
        yield _problem("key_twice", number=meeting_id, value=key)


def _changed_attachments(connection: Connection) -> Iterator[Problem]:
    """A scan must be the one that was attached."""
    table = table_named("attachment")
    query = select(table.c.id, table.c.sha256, table.c.content).where(table.c.content.is_not(None)).order_by(table.c.id)
    for row_id, expected, content in connection.execute(query):
        if expected and hashlib.sha256(content).hexdigest() != expected:
            yield _problem("attachment_changed", number=row_id)


def _changed_files(connection: Connection, place: Location) -> Iterator[Problem]:
    """A kept file must lie in the folder as it came. Those of a shared database may lie on other computers."""
    if place.path is None or "kept_file" not in inspect(connection).get_table_names():
        return
    table = table_named("kept_file")
    query = select(table.c.id, table.c.name, table.c.sha256).order_by(table.c.id)
    for row_id, name, expected in connection.execute(query):
        path = path_of(folder_of(place.path), expected)
        if not is_there(path):
            yield _problem("kept_file_missing", number=row_id, name=name)
        elif hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            yield _problem("kept_file_changed", number=row_id, name=name)
