"""Undo pressed faster than the window can say what it would undo: every press takes back one step, and no more."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from models.records import Meeting
from models.store.workspace import open_workspace
from tests.ui.conftest import OpenWindow

STEPS = 40


def test_undo_held_down_takes_every_step_back(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    with open_workspace(workspace_file) as workspace:
        for number in range(STEPS):
            with workspace.change("edit", title=f"{number}") as session:
                session.query(Meeting).first().title_en = f"Meeting {number}"
    link, failed, done = open_window(workspace_file).link, [], []
    link.failed.connect(failed.append)
    link.feed.committed.connect(lambda change, _initiator: done.append(change.action))

    def press(busy: bool) -> None:
        """As soon as one step is through; what comes next is asked for while the step is being taken back."""
        if not busy and not failed:
            link.undo()
            link.glance()

    link.busy_changed.connect(press)
    link.undo()
    qtbot.waitUntil(lambda: bool(failed), timeout=20_000)
    assert ({error.code for error in failed}, done.count("undo") >= STEPS) == ({"nothing_to_undo"}, True)
