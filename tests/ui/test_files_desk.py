"""Workspaces from the window: another one, a new one, a copy, files dropped on it, and a drive that is gone."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from models.records import Meeting
from models.store.workspace import open_workspace
from tests import factories as make
from tests.models.store.test_locks_stay import LOOK
from tests.ui.conftest import OpenWindow
from ui.agreements.compare_page import ComparePage
from ui.agreements.room import AgreementsRoom
from ui.dialogs.error import ErrorDialog
from ui.main_window import MainWindow
from ui.people.room import PeopleRoom
from ui.presence import Presence, is_out_of_reach, must_be_there
from ui.settings import LAST_MEETING, RECENT_WORKSPACES, Settings
from ui.widgets.drop_hint import DropHint


def other_file(folder: Path) -> Path:
    """Another workspace with one meeting."""
    file = folder / "另一个.sqlite"
    with open_workspace(file, client="maker") as workspace, workspace.change("add") as session:
        make.make_meeting(session, "other", title_zh="另一个会议")
    return file


def drop(window: MainWindow, *files: Path) -> None:
    """Drop files on the window."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, data, left, none))


def test_another_workspace_takes_the_place_of_the_first(open_window: OpenWindow, workspace_file: Path, tmp_path: Path):
    window, other = open_window(workspace_file), other_file(tmp_path)
    with_signal(window, lambda: window.files.open_file(str(other)))
    assert [meeting.key for meeting in window.meetings] == ["other"]
    assert window.settings.get(RECENT_WORKSPACES) == (str(other), str(workspace_file))
    assert window.files.recent() == (str(workspace_file),)
    assert window.status.workspace.text() == "工作区：另一个"


def test_what_is_alike_in_another_workspace_is_not_taken_for_the_same(
    open_window: OpenWindow, workspace_file: Path, tmp_path: Path
):
    other, settings = Path(shutil.copy(workspace_file, tmp_path / "copy.sqlite")), Settings()
    settings.set(LAST_MEETING, "shengzhou-zjipc")
    window = open_window(workspace_file, settings=settings)
    people, agreements = window.rooms["people"], window.rooms["agreements"]
    assert isinstance(people, PeopleRoom) and isinstance(agreements, AgreementsRoom)
    window.show_room("people")
    people.model.revealed = {1}
    window.show_room("agreements")
    compare = agreements.side.open("compare", agreements.snapshot.agreements[0])
    assert isinstance(compare, ComparePage)
    with_signal(window, lambda: window.files.open_file(str(other)))
    assert agreements.pages.currentWidget() is agreements.list_page and compare.agreement is None
    window.show_room("people")
    assert people.model.revealed == set()


def with_signal(window: MainWindow, do: object) -> None:
    """Do something and wait until a meeting is shown."""
    from pytestqt.wait_signal import SignalBlocker

    blocker = SignalBlocker(timeout=10_000)
    blocker.connect(window.meeting_shown)
    do()
    blocker.wait()


def test_a_workspace_that_is_gone_is_never_made_anew(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window, missing = open_window(workspace_file), workspace_file.with_name("missing.sqlite")
    with qtbot.waitSignal(window.link.open_failed):
        window.files.open_file(str(missing))
    assert (missing.exists(), window.pages.currentWidget()) == (False, window.problem_page)
    with qtbot.waitSignal(window.meeting_shown):
        window.files.open_file(str(workspace_file))
    assert window.pages.currentIndex() == 0


def test_a_new_workspace_is_made_and_offers_the_first_steps(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot, tmp_path: Path
):
    window = open_window(workspace_file)
    with qtbot.waitSignal(window.link.glanced):
        window.files.make_new(str(tmp_path / "new.sqlite"))
    assert (window.content.currentWidget(), window.meetings) == (window.empty_page, ())
    assert (window.frame.new_button.text(), window.frame.new_button.isEnabled()) == ("新建会议…", True)


def test_a_copy_is_whole_and_nothing_is_written_over(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot, tmp_path: Path
):
    window, target = open_window(workspace_file), tmp_path / "copy.sqlite"
    window.files.save_copy(str(target))
    qtbot.waitUntil(lambda: "副本" in window.status.notice_label.text())
    with open_workspace(target) as copy, copy.read() as session:
        assert session.query(Meeting).count() == 2
    size = target.stat().st_size
    window.files.save_copy(str(target))
    qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None)
    assert target.stat().st_size == size


def test_a_workspace_dropped_on_the_window_is_opened_and_another_file_is_answered(
    open_window: OpenWindow, workspace_file: Path, tmp_path: Path
):
    window, other, letter = open_window(workspace_file), other_file(tmp_path), tmp_path / "信.docx"
    letter.write_bytes(b"PK")
    drop(window, letter)
    room = window.rooms["people"]
    assert isinstance(room, PeopleRoom)
    assert (window.room, room.imports.is_open) == ("people", True)
    with_signal(window, lambda: drop(window, letter, other))
    assert (window.meetings[0].key, room.imports.is_open) == ("other", False)


def test_files_held_over_the_window_are_told_what_would_become_of_them(
    open_window: OpenWindow, workspace_file: Path, tmp_path: Path
):
    window, seen = open_window(workspace_file), []
    for file in (tmp_path / "回执.xlsx", other_file(tmp_path)):
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
        window.dragEnterEvent(QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, data, left, none))
        (hint,) = window.findChildren(DropHint)
        seen.append((hint.text(), hint.isVisible()))
    window.dragLeaveEvent(QDragLeaveEvent())
    assert (seen, hint.isVisible()) == ([("松开即读取为回执", True), ("松开即打开此工作区", True)], False)


def test_a_file_that_nobody_can_take_is_answered(open_window: OpenWindow, workspace_file: Path, tmp_path: Path):
    window = open_window(workspace_file)
    window.showing.snapshot = None
    drop(window, tmp_path / "信.docx")
    assert "信.docx" in window.status.notice_label.text()


def test_a_drive_that_is_gone_is_told_calmly_and_found_again(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window, away = open_window(workspace_file), workspace_file.with_name("away.sqlite")
    workspace_file.rename(away)
    with qtbot.waitSignal(window.link.lost):
        window.link.look_for_news()
    assert (window.pages.currentWidget(), window.problem_page.title.text()) == (
        window.problem_page,
        "工作区暂时无法访问",
    )
    with qtbot.waitSignal(window.link.open_failed):
        window.problem_page.retry_button.click()
    assert (workspace_file.exists(), window.problem_page.title.text()) == (False, "工作区暂时无法访问")
    away.rename(workspace_file)
    with qtbot.waitSignal(window.meeting_shown):
        window.problem_page.retry_button.click()
    assert (window.pages.currentIndex(), window.findChild(ErrorDialog)) == (0, None)


def test_nothing_is_written_into_a_file_that_is_gone(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window, refused = open_window(workspace_file), []
    workspace_file.rename(workspace_file.with_name("away.sqlite"))
    with qtbot.waitSignal(window.link.lost):
        window.office.change("archive_meeting", lambda session: None, failed=refused.append, title="x")
    assert [error.code for error in refused] == ["workspace_gone"]
    assert window.findChild(ErrorDialog) is None  # the page tells it


def test_a_file_is_known_by_its_place_on_the_disk(tmp_path: Path):
    file = tmp_path / "w.sqlite"
    file.write_text("a", encoding="utf-8")
    presence = Presence(str(file))
    presence.ask()
    other = tmp_path / "other"
    other.write_text("b", encoding="utf-8")
    other.replace(file)
    with pytest.raises(KnownError) as gone:
        presence.ask()
    assert (gone.value.code, is_out_of_reach(gone.value), is_out_of_reach(ValueError())) == (
        "workspace_gone",
        True,
        False,
    )


def test_a_shared_database_has_no_file_to_miss():
    Presence("postgresql://office@server/desk").ask()
    must_be_there("postgresql://office@server/desk")


def test_a_workspace_let_go_of_is_held_by_nobody(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window, lock = open_window(workspace_file), workspace_file.with_name(workspace_file.name + ".lock")
    window.link.leave()
    assert (lock.exists(), window.link.workspace, window.link.read_only) == (False, None, True)
    with qtbot.waitSignal(window.meeting_shown):
        window.open_workspace()


def test_dropping_the_open_workspace_itself_leaves_its_log_alone(open_window: OpenWindow, workspace_file: Path):
    window = open_window(workspace_file)
    drop(window, workspace_file)
    subprocess.run([sys.executable, "-c", LOOK, str(workspace_file)], check=True)
    assert (window.location, Path(f"{workspace_file}-wal").exists()) == (str(workspace_file), True)
