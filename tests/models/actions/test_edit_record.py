"""Editing fields: what is written, what is refused, and that undo takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.actions.edit_record import record_class, record_of, set_fields
from models.errors import KnownError
from models.records import Meeting
from models.store.workspace import Workspace, open_workspace
from tests.factories import make_meeting


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one meeting, number 1."""
    opened = open_workspace(tmp_path / "edit.sqlite", client="clerk")
    with opened.change("load_sample", meeting="m") as session:
        make_meeting(session)
    return opened


def city(workspace: Workspace) -> str:
    """The stored city."""
    with workspace.read() as session:
        return session.get_one(Meeting, 1).city_zh


def test_a_text_is_stored_without_outer_white_space_and_undone(workspace: Workspace) -> None:
    with workspace, workspace.change("edit_meeting") as session:
        set_fields(session, "meeting", 1, {"city_zh": "  长治 "}, expected={"city_zh": "武汉"})
    assert city(workspace) == "长治"
    workspace.undo()
    assert city(workspace) == "武汉"


def test_an_edit_over_what_somebody_else_wrote_is_refused_and_says_what(workspace: Workspace) -> None:
    with workspace, pytest.raises(KnownError) as caught, workspace.change("edit_meeting") as session:
        set_fields(session, "meeting", 1, {"city_zh": "长治"}, expected={"city_zh": "太原"})
    assert caught.value.code == "changed_meanwhile"
    assert caught.value.values == {
        "record": "meeting",
        "number": 1,
        "field": "city_zh",
        "now": "武汉",
        "typed": "长治",
    }


def test_the_same_edit_made_twice_is_no_conflict(workspace: Workspace) -> None:
    with workspace, workspace.change("edit_meeting") as session:
        set_fields(session, "meeting", 1, {"city_zh": "武汉"}, expected={"city_zh": "太原"})
    assert city(workspace) == "武汉"


def test_a_row_that_is_gone_is_named(workspace: Workspace) -> None:
    with workspace, workspace.read() as session, pytest.raises(KnownError) as caught:
        record_of(session, "meeting", 7)
    assert (caught.value.code, caught.value.values) == ("record_gone", {"record": "meeting", "number": 7})


@pytest.mark.parametrize("field", ["id", "version", "created_at", "sides", "nothing"])
def test_what_is_no_field_cannot_be_edited(workspace: Workspace, field: str) -> None:
    with workspace, workspace.read() as session, pytest.raises(ValueError, match=field):
        set_fields(session, "meeting", 1, {field: "x"})


def test_only_records_have_a_class() -> None:
    assert record_class("meeting") is Meeting
    with pytest.raises(ValueError, match="no record"):
        record_class("meetings")
