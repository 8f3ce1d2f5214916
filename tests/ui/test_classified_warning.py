"""A meeting that holds what looks classified is answered with a plain warning in the window."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.records import Meeting
from models.store.workspace import open_workspace
from tests.ui.conftest import OpenWindow


def test_a_note_that_looks_classified_is_warned_of_in_both_languages(
    workspace_file: Path, open_window: OpenWindow, qtbot: QtBot
):
    with open_workspace(workspace_file, client="other") as workspace, workspace.change("edit_meeting") as session:
        for meeting in session.scalars(select(Meeting)):
            meeting.notes_zh = "机密★10年"
    window = open_window(workspace_file)
    qtbot.waitUntil(lambda: not window.top_bar.warning.isHidden())
    assert window.top_bar.warning.text() == "▲ 不处理涉密材料"
    assert "机密★10年" in window.top_bar.warning.toolTip()
    window.choose_language("en")
    assert window.top_bar.warning.text() == "▲ Not for classified material"


def test_an_ordinary_meeting_carries_no_warning(workspace_file: Path, open_window: OpenWindow, qtbot: QtBot):
    window = open_window(workspace_file)
    with qtbot.waitSignal(window.link.checked) as told:
        window.show_meeting(window.meeting_id or 0)
    assert (isinstance(told.args[0], tuple), window.top_bar.warning.isHidden()) == (True, True)


def test_a_room_that_is_no_more_opens_the_first_one(workspace_file: Path, open_window: OpenWindow):
    from ui.rooms import ROOMS
    from ui.settings import LAST_ROOM, Settings

    settings = Settings()
    settings.set(LAST_ROOM, "attic")
    assert open_window(workspace_file, settings=settings).room == ROOMS[0][0]
