"""A change for good is told and audited like any other, and leaves nothing to undo, nor anything in the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from models.errors import KnownError
from models.records import AuditEntry, ChangeStep, Person, RowImage
from models.store.workspace import Workspace, open_workspace
from tests.models.store.stored import add_attendee, add_meeting

PHONE = "13800138000"


def cleared(workspace: Workspace) -> None:
    """Give somebody a phone, and clear it for good."""
    add_attendee(workspace, add_meeting(workspace))
    for phone in (PHONE, ""):
        door = workspace.change("set_phone") if phone else workspace.change_for_good("purge_personal_data")
        with door as session:
            session.scalars(select(Person)).one().phone = phone


def test_no_client_has_anything_to_undo(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite", client="other") as other:
        with open_workspace(tmp_path / "w.sqlite", client="this") as workspace:
            cleared(workspace)
            with pytest.raises(KnownError, match="nothing_to_undo"):
                workspace.undo()
            with workspace.read() as session:
                rows = [session.scalars(select(kind)).all() for kind in (ChangeStep, RowImage)]
            assert rows == [[], []]
        assert other.next_undo() is None


def test_listeners_hear_of_it_and_the_audit_keeps_a_trace(tmp_path: Path):
    heard = []
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        workspace.subscribe(lambda done, _initiator: heard.append((done.label, done.kinds)))
        cleared(workspace)
        with workspace.read() as session:
            trace = session.scalars(select(AuditEntry.label).order_by(AuditEntry.id)).all()
    assert heard[-1] == ("purge_personal_data", frozenset({"person"}))
    assert trace[-1] == "purge_personal_data"


def test_a_change_for_good_that_fails_leaves_the_history(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        add_meeting(workspace)
        with pytest.raises(ZeroDivisionError), workspace.change_for_good("purge_personal_data") as session:
            session.add(Person(name_zh="王伟"))
            raise ZeroDivisionError
        step = workspace.next_undo()
        assert step is not None
        assert step.label == "add_meeting"


def test_a_compacted_file_holds_nothing_of_it(tmp_path: Path):
    file = tmp_path / "w.sqlite"
    with open_workspace(file) as workspace:
        cleared(workspace)
        workspace.compact()
        found = [path.name for path in sorted(tmp_path.iterdir()) if PHONE.encode() in path.read_bytes()]
    assert found == []
