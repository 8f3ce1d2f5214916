"""What the check of a whole workspace finds."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from models.errors import KnownError
from models.records import AgendaItem, AgendaPresenter, Agreement, Attachment, Clause, Meeting
from models.store.integrity import Problem, check_integrity
from models.store.workspace import Workspace, open_workspace
from tests.models.store.stored import add_agenda, add_attendee, add_meeting, refused
from tests.models.store.test_backup import damage_a_row
from tests.models.store.test_lock import write_lock


def test_whole_workspace_has_no_problem(location: str) -> None:
    with open_workspace(location) as workspace:
        meeting_id = add_meeting(workspace)
        (item_id,) = add_agenda(workspace, meeting_id, "致辞")
        attendance_id = add_attendee(workspace, meeting_id)
        with workspace.change("add") as session:
            session.add(AgendaPresenter(agenda_item_id=item_id, attendance_id=attendance_id))
            scan = Attachment(content=b"scan", sha256=hashlib.sha256(b"scan").hexdigest())
            session.add(Agreement(meeting_id=meeting_id, key="a", attachments=[scan, Attachment()]))
        assert check_integrity(location) == ()


def test_our_own_rules_are_checked(location: str) -> None:
    with open_workspace(location) as workspace:
        expected = break_rules(workspace)
        assert check_integrity(location) == expected


def problem(code: str, **values: object) -> Problem:
    """A problem with its values."""
    return Problem(code, tuple((name, str(value)) for name, value in values.items()))


def break_rules(workspace: Workspace) -> tuple[Problem, ...]:
    """Store what no constraint forbids and no paper can bear; returns what must be found."""
    one, other = add_meeting(workspace, "one"), add_meeting(workspace, "other")
    (top,) = add_agenda(workspace, one, "致辞")
    with workspace.change("break_rules") as session:
        item = AgendaItem(meeting_id=other, parent_id=top)
        agreements = [Agreement(meeting_id=one, key="a", attachments=[Attachment(content=b"x", sha256="0" * 64)])]
        agreements += [Agreement(meeting_id=one, key="a"), Agreement(meeting_id=other, key="a")]
        presenter = AgendaPresenter(agenda_item_id=top)
        session.add_all([item, *agreements, presenter])
        session.flush()
        clause = Clause(agreement_id=agreements[0].id)
        session.add(clause)
        session.flush()
        lost = Clause(agreement_id=agreements[1].id, parent_id=clause.id)
        session.add(lost)
    return (
        problem("parent_elsewhere", record="agenda_item", number=item.id, parent=top, target="meeting"),
        problem("parent_elsewhere", record="clause", number=lost.id, parent=clause.id, target="agreement"),
        problem("presenters_not_one", number=presenter.id, count=0),
        problem("key_twice", number=one, value="a"),
        problem("attachment_changed", number=agreements[0].attachments[0].id),
    )


def run(file: Path, statement: str) -> None:
    """Run a statement past the store."""
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)


def test_code_of_no_list_is_found(file: Path) -> None:
    with open_workspace(file) as workspace, workspace.change("add") as session:
        session.add(Meeting(key="whu"))
    run(file, "UPDATE meeting SET status = 'cancelled'")
    assert check_integrity(file) == (
        problem("unknown_code", record="meeting", number=1, field="status", value="cancelled"),
    )


def test_row_that_names_a_missing_one_is_found(file: Path) -> None:
    damage_a_row(file)
    assert check_integrity(file) == (problem("link_missing", record="side_unit", number=1, target="side"),)


def test_missing_table_and_column_are_found(file: Path) -> None:
    run(file, "DROP TABLE cue_line")
    run(file, "ALTER TABLE person DROP COLUMN diet")
    assert check_integrity(file) == (
        problem("column_missing", table="person", column="diet"),
        problem("table_missing", table="cue_line"),
    )


@pytest.mark.posix
def test_damaged_page_is_found(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        (page,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'meeting'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as stream:
        stream.seek((page - 1) * size)
        stream.write(b"\xff" * 64)
    problems = check_integrity(file)
    assert {problem.code for problem in problems} == {"page_damaged"}


def test_missing_foreign_older_and_held_files_are_refused(file: Path, tmp_path: Path) -> None:
    with refused("workspace_missing", path=str(tmp_path / "none.desk")):
        check_integrity(tmp_path / "none.desk")
    (tmp_path / "empty.desk").touch()
    with refused("not_a_workspace", path=str(tmp_path / "empty.desk")):
        check_integrity(tmp_path / "empty.desk")
    run(file, "DELETE FROM signing_desk_revision")
    with refused("not_a_workspace", path=str(file)):
        check_integrity(file)
    write_lock(file, "OFFICE-PC-7", 42)
    with pytest.raises(KnownError) as caught:
        check_integrity(file)
    assert caught.value.code == "workspace_held_elsewhere"
