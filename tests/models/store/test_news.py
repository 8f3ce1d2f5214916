"""News: what others commit is noticed once, what one commits oneself never."""

from __future__ import annotations

from models.store.workspace import Workspace, open_workspace
from tests.models.store.stored import add_meeting, refused


def test_change_of_another_opening_is_news_once(location: str, workspace: Workspace) -> None:
    add_meeting(workspace, "before")
    asked = [workspace.has_news()]
    with open_workspace(location, client="desk-2") as other:
        add_meeting(other, "one")
        add_meeting(other, "two")
        asked += [workspace.has_news(), workspace.has_news()]
        other.undo()
        asked += [workspace.has_news(), workspace.has_news(), other.has_news()]
    assert asked == [False, True, False, True, False, False]


def test_own_changes_are_no_news_even_under_the_same_name(location: str, workspace: Workspace) -> None:
    workspace.has_news()
    add_meeting(workspace, "one")
    workspace.undo()
    workspace.redo()
    asked = [workspace.has_news()]
    with open_workspace(location, client="desk-1") as same_name:
        add_meeting(workspace, "mine")
        add_meeting(same_name, "theirs")
    assert [*asked, workspace.has_news()] == [False, True]


def test_change_that_was_refused_is_nobodys_news(location: str, workspace: Workspace) -> None:
    workspace.has_news()
    add_meeting(workspace, "one")
    with refused("key_taken", record="meeting", field="key", value="one"):
        add_meeting(workspace, "one")
    with open_workspace(location, client="desk-2") as other:
        asked = [workspace.has_news()]
        add_meeting(other, "two")  # may get the number that the refused change would have had
        assert [*asked, workspace.has_news()] == [False, True]
