"""The findings of the checks reach the overview: at once, later, and those of the meeting shown only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.overview.room import OverviewRoom


def overview(window: MainWindow) -> OverviewRoom:
    """The overview."""
    room = window.rooms["overview"]
    assert isinstance(room, OverviewRoom)
    return room


def test_the_overview_shows_what_was_checked_before_and_after_it_is_opened(
    open_window: Callable[..., MainWindow], workspace_file: Path, qtbot: QtBot
) -> None:
    window = open_window(workspace_file, "en")
    window.show_room("people")
    qtbot.waitUntil(lambda: window.link.checked_meeting == window.meeting_id)
    window.show_room("overview")
    assert overview(window).readiness.findings == window.link.findings
    other = next(meeting.id for meeting in window.meetings if meeting.id != window.meeting_id)
    with qtbot.waitSignal(window.link.checked):
        window.show_meeting(other)
    assert overview(window).readiness.findings == window.link.findings
    assert overview(window).readiness.waiting_page.isHidden()
