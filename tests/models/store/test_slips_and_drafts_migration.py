"""Revision 0003: tables and columns of slips and drafts come and go; what was stored before stays, ids included."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import inspect, text

from models.records import Meeting
from models.store.engines import file_engine
from models.store.migrate import OURS, migrate
from models.store.workspace import open_workspace
from tests.models.store.stored import add_attendee, add_meeting, content

NEW = {"kept_file", "proof_tick", "checklist_item", "approval", "seal_use"}


def moved(file: Path, target: str) -> set[str]:
    """Migrate a workspace; the tables of the revision it holds then."""
    engine = file_engine(file, foreign_keys=False)
    try:
        migrate(engine, str(file), target=target)
        with engine.connect() as connection:
            return set(inspect(connection).get_table_names()) & NEW
    finally:
        engine.dispose()


def test_down_and_up_again_keep_what_was_stored(tmp_path: Path):
    file = tmp_path / "slips.desk"
    with open_workspace(file) as workspace:
        add_attendee(workspace, add_meeting(workspace))
        before = content(workspace)
    assert moved(file, "0002") == set()
    assert moved(file, OURS.head) == NEW
    with open_workspace(file) as workspace:
        assert content(workspace) == before


def test_rows_of_an_older_workspace_get_the_defaults(tmp_path: Path):
    file = tmp_path / "older.desk"
    with open_workspace(file) as workspace:
        meeting_id = add_meeting(workspace)
    moved(file, "0002")
    with open_workspace(file) as workspace, workspace.read() as session:
        meeting = session.get_one(Meeting, meeting_id)
        assert (meeting.needs_english, meeting.personal_data_purged_at) == (True, None)


def test_ids_given_away_are_not_used_again_after_the_migration(tmp_path: Path):
    file = tmp_path / "ids.desk"
    with open_workspace(file) as workspace:
        gone = add_meeting(workspace)
        with workspace.change("delete_meeting") as session:
            session.delete(session.get_one(Meeting, gone))
    moved(file, "0002")
    with open_workspace(file) as workspace:
        with workspace.read() as session:
            kept = session.execute(text("SELECT seq FROM sqlite_sequence WHERE name = 'meeting'")).scalar_one()
        assert kept == gone
        assert add_meeting(workspace) == gone + 1
