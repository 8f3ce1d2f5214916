"""What another process changes in the workspace shows in the window, which looks every two seconds."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from pytestqt.qtbot import QtBot

from models.records import Meeting
from models.store.workspace import open_workspace
from tests import factories as make
from tests.ui.conftest import OpenWindow
from ui.dialogs.error import ErrorDialog
from ui.main_window import MainWindow
from ui.settings import LAST_MEETING, Settings


def with_extra(file: Path) -> Settings:
    """Add a meeting with a note that looks classified; the settings of a window that shows it."""
    settings = Settings()
    settings.set(LAST_MEETING, "extra")
    with open_workspace(file, client="other") as workspace, workspace.change("add") as session:
        make.make_meeting(session, "extra").notes_zh = "机密★10年"
    return settings


def delete_extra(file: Path, window: MainWindow) -> None:
    """Delete the meeting shown, elsewhere."""
    with open_workspace(file, client="other") as workspace, workspace.change("delete") as session:
        session.delete(session.get_one(Meeting, window.meeting_id))


def test_the_window_looks_every_two_seconds(open_window: OpenWindow, workspace_file: Path):
    window = open_window(workspace_file)
    clock = window.link._clock
    assert (clock.isActive(), clock.interval()) == (True, 2000)
    window.close()
    assert clock.isActive() is False


def test_a_workspace_asked_for_twice_is_open_once(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    lock = workspace_file.with_name(workspace_file.name + ".lock")
    with qtbot.waitSignals([window.link.opened, window.link.glanced]):
        window.open_workspace()
        window.open_workspace()
    qtbot.waitUntil(lambda: len(json.loads(lock.read_text(encoding="utf-8"))["holders"]) == 1)
    window.close()
    assert lock.exists() is False


def test_a_change_made_elsewhere_is_shown(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    with open_workspace(workspace_file, client="other") as workspace, workspace.change("edit") as session:
        session.get_one(Meeting, window.meeting_id).title_zh = "改过的标题"
        make.make_meeting(session, "extra")
    with qtbot.waitSignal(window.meeting_shown):
        window.link.look_for_news()
    shown = (window.top_bar.title.text(), window.snapshot.meeting.title.zh, len(window.meetings))
    assert shown == ("改过的标题", "改过的标题", 3)


def test_a_change_of_the_windows_own_is_shown_once(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window, told = open_window(workspace_file), []
    window.link.changed_elsewhere.connect(lambda: told.append("elsewhere"))
    with qtbot.waitSignal(window.link.glanced), window.link.workspace.change("add") as session:
        make.make_meeting(session, "extra")
    window.link.look_for_news()
    with qtbot.waitSignal(window.link.glanced):  # read by the same thread, after the look
        window.link.glance()
    assert (told, len(window.meetings)) == ([], 3)


def test_a_meeting_deleted_elsewhere_gives_way_to_another(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file, settings=with_extra(workspace_file))
    qtbot.waitUntil(lambda: not window.top_bar.warning.isHidden())
    delete_extra(workspace_file, window)
    with qtbot.waitSignal(window.meeting_shown):
        window.link.look_for_news()
    shown = (window.snapshot.meeting.key, window.top_bar.warning.isHidden(), window.findChild(ErrorDialog))
    assert shown == ("hongdong-zju", True, None)


def test_a_meeting_that_is_gone_when_it_is_wanted_is_told_and_left(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window = open_window(workspace_file, settings=with_extra(workspace_file))
    delete_extra(workspace_file, window)
    with qtbot.waitSignals([window.link.failed, window.meeting_shown]):
        window.show_meeting(window.meeting_id)
    assert (window.snapshot.meeting.key, len(window.meetings)) == ("hongdong-zju", 2)


def test_the_last_meeting_deleted_elsewhere_leaves_the_empty_page(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot, tmp_path: Path
):
    file = tmp_path / "one.sqlite"
    window = open_window(file, settings=with_extra(file))
    qtbot.waitUntil(lambda: not window.top_bar.warning.isHidden())
    delete_extra(file, window)
    with qtbot.waitSignal(window.link.glanced):
        window.link.look_for_news()
    assert window.content.currentWidget() is window.empty_page
    assert (window.top_bar.warning.isHidden(), window.top_bar.title.text()) == (True, "签约台")


def test_a_look_that_fails_says_nothing_and_the_next_one_looks_again(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window, told = open_window(workspace_file), []
    window.link.failed.connect(told.append)
    with closing(sqlite3.connect(workspace_file)) as connection:
        connection.execute("ALTER TABLE audit_entry RENAME TO hidden")
    window.link.look_for_news()
    with qtbot.waitSignal(window.link.glanced):
        window.link.glance()
    with closing(sqlite3.connect(workspace_file)) as connection:
        connection.execute("ALTER TABLE hidden RENAME TO audit_entry")
    with open_workspace(workspace_file, client="other") as workspace, workspace.change("add") as session:
        make.make_meeting(session, "extra")
    with qtbot.waitSignal(window.link.changed_elsewhere):
        window.link.look_for_news()
    assert told == []
