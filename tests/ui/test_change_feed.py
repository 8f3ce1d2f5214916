"""The change feed: commits of any thread arrive as one signal in the window's thread."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.store.workspace import Workspace, open_workspace
from tests import factories as make
from ui.change_feed import ChangeFeed


@pytest.fixture
def workspace(tmp_path: Path):
    with open_workspace(tmp_path / "feed.sqlite") as opened:
        yield opened


def add_meeting(workspace: Workspace, key: str, initiator: object) -> None:
    """One change."""
    with workspace.change("add_meeting", initiator=initiator) as session:
        make.make_meeting(session, key)


def test_a_change_of_another_thread_arrives_in_this_one(workspace: Workspace, qtbot: QtBot):
    feed, arrived, initiator = ChangeFeed(), [], object()
    feed.committed.connect(lambda change, by: arrived.append((change.label, by, threading.get_ident())))
    feed.follow(workspace)
    with qtbot.waitSignal(feed.committed):
        thread = threading.Thread(target=add_meeting, args=(workspace, "one", initiator))
        thread.start()
        thread.join()
        assert arrived == []  # queued: nothing is told before the event loop turns
    assert arrived == [("add_meeting", initiator, threading.get_ident())]


def test_nothing_arrives_after_stop(workspace: Workspace, qtbot: QtBot):
    feed, arrived = ChangeFeed(), []
    feed.committed.connect(lambda change, _by: arrived.append(change))
    feed.follow(workspace)
    feed.stop()
    add_meeting(workspace, "one", None)
    qtbot.wait(1)
    assert arrived == []
