"""Adding to and deleting from the ledger, undone and redone exactly."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.actions.edit_ledger import PARTS, add_cooperation, add_part, delete_row
from models.errors import KnownError
from models.store.ledger_records import RecordRow, base_types, list_cooperations, list_parts
from models.store.workspace import Workspace, open_workspace
from tests.factories import make_base_type, make_meeting
from tests.models.store.stored import content


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with meeting 1 and cooperation 1 with one part of each kind."""
    opened = open_workspace(tmp_path / "ledger.sqlite", client="clerk")
    with opened.change("load_sample", meeting="m") as session:
        make_meeting(session)
        make_base_type(session)
    with opened.change("add_cooperation") as session:
        add_cooperation(session, meeting_id=1, name_zh="智慧城市")
        for kind in PARTS:
            add_part(session, kind, cooperation_id=1)
    return opened


def names(rows: tuple[RecordRow, ...]) -> list[tuple[str, int]]:
    """Name and place of each."""
    return [(row.values["name_zh"], row.values["position"]) for row in rows]


def test_a_new_cooperation_stands_last_and_counts_in_its_meeting(workspace: Workspace) -> None:
    with workspace:
        with workspace.change("add_cooperation") as session:
            assert add_cooperation(session, meeting_id=1, name_zh="第二项") == 2
            add_cooperation(session, meeting_id=None, name_zh="无会议")
        with workspace.read() as session:
            assert names(list_cooperations(session, 1)) == [("智慧城市", 0), ("第二项", 1)]
            assert sorted(names(list_cooperations(session, None))) == [("无会议", 0), ("智慧城市", 0), ("第二项", 1)]


def test_each_kind_of_part_is_added_and_listed(workspace: Workspace) -> None:
    with workspace:
        with workspace.change("add_to_ledger", record="follow_up") as session:
            add_part(session, "follow_up", cooperation_id=1)
        with workspace.read() as session:
            counted = {kind: len(list_parts(session, kind, 1)) for kind in PARTS}
            assert [row.values["position"] for row in list_parts(session, "follow_up", 1)] == [0, 1]
            assert [name.zh for _id, name in base_types(session)] == ["高校优质生源基地"]
    assert counted == {"base": 1, "cooperation_responsible": 1, "follow_up": 2, "outcome": 1}


def test_a_cooperation_goes_with_its_parts_and_comes_back_with_them(workspace: Workspace) -> None:
    with workspace:
        before = content(workspace)
        with workspace.change("delete_from_ledger", record="cooperation") as session:
            delete_row(session, "cooperation", 1)
        with workspace.read() as session:
            assert [list_parts(session, kind, 1) for kind in PARTS] == [(), (), (), ()]
        workspace.undo()
        assert content(workspace) == before


def test_what_does_not_belong_there_is_no_part(workspace: Workspace) -> None:
    with workspace, workspace.read() as session:
        with pytest.raises(ValueError, match="person"):
            add_part(session, "person", cooperation_id=1)
        with pytest.raises(ValueError, match="meeting"):
            delete_row(session, "meeting", 1)
        with pytest.raises(KnownError, match="record_gone"):
            add_part(session, "outcome", cooperation_id=9)
