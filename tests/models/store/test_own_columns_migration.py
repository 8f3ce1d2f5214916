"""Revision 0002: the tables of a meeting's own columns come and go, and nothing else is touched."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect

from models.records import OwnColumn, OwnValue
from models.store.engines import file_engine
from models.store.migrate import OURS, migrate
from models.store.workspace import Workspace, open_workspace
from tests.models.store.stored import Content, add_attendee, add_meeting, content

OWN = ("own_column", "own_value")


def seed(workspace: Workspace) -> None:
    """An attendee with a text in a column of the meeting's own."""
    meeting_id = add_meeting(workspace)
    attendance_id = add_attendee(workspace, meeting_id)
    with workspace.change("add_own_column") as session:
        column = OwnColumn(meeting_id=meeting_id, label_zh="胸牌", label_en="Badge")
        session.add(column)
        session.flush()
        session.add(OwnValue(attendance_id=attendance_id, column_id=column.id, text="红色"))


def moved(file: Path, target: str) -> set[str]:
    """Migrate a workspace; the tables it holds then."""
    engine = file_engine(file, foreign_keys=False)
    try:
        migrate(engine, str(file), target=target)
        with engine.connect() as connection:
            return set(inspect(connection).get_table_names()) & set(OWN)
    finally:
        engine.dispose()


def without_own(found: Content) -> Content:
    """The content of all other tables."""
    return {table: rows for table, rows in found.items() if table not in OWN}


def test_down_drops_the_own_columns_alone_and_up_brings_them_back_empty(tmp_path: Path):
    file = tmp_path / "own.desk"
    with open_workspace(file) as workspace:
        seed(workspace)
        before = content(workspace)
    assert moved(file, "0001") == set()
    assert moved(file, OURS.head) == set(OWN)
    with open_workspace(file) as workspace:
        assert content(workspace) == without_own(before)


def test_an_older_workspace_is_brought_up_when_it_is_opened(tmp_path: Path):
    file = tmp_path / "older.desk"
    with open_workspace(file) as workspace:
        add_attendee(workspace, add_meeting(workspace))
        before = content(workspace)
    moved(file, "0001")
    with open_workspace(file) as workspace:
        assert content(workspace) == before
        assert [path.name for path in (tmp_path / "backups").iterdir()] != []
