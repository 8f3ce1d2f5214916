"""Backups, restoring and the diagnostics file, from the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.actions.edit_record import set_fields
from models.store.backup import back_up
from models.store.backup_rounds import backups_of
from ui.dialogs.error import ErrorDialog
from ui.dialogs.restore import RestoreDialog
from ui.main_window import MainWindow


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace_file: Path, qtbot: QtBot) -> MainWindow:
    """A window in English whose first backup is made."""
    made = open_window(workspace_file, "en")
    qtbot.waitUntil(lambda: len(backups_of(workspace_file)) == 1)
    return made


def city(window: MainWindow) -> str:
    """The city of the meeting shown."""
    assert window.snapshot is not None
    return window.snapshot.meeting.city.zh


def test_the_status_bar_tells_the_last_backup(window: MainWindow, workspace_file: Path, qtbot: QtBot) -> None:
    made_at = backups_of(workspace_file)[0].made_at
    qtbot.waitUntil(lambda: f"{made_at:%H:%M}" in window.status.backup.text())


def test_a_backup_by_hand_is_made_and_told(window: MainWindow, workspace_file: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.safety.clock.backed_up):
        window.safety.back_up_now()
    assert len(backups_of(workspace_file)) == 2
    assert "A backup was made" in window.status.notice_label.text()


def test_a_chosen_backup_takes_the_place_of_the_workspace(
    window: MainWindow, workspace_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    kept = back_up(workspace_file, tmp_path / "kept.sqlite")
    before, meeting_id = city(window), window.meeting_id or 0
    with qtbot.waitSignal(window.meeting_shown):
        window.office.change(
            "edit_meeting", lambda session: set_fields(session, "meeting", meeting_id, {"city_zh": "别处"})
        )
    assert city(window) == "别处"
    with qtbot.waitSignal(window.meeting_shown):
        window.safety.restore(str(kept))
    assert (city(window), window.link.read_only) == (before, False)


def test_a_file_that_is_no_backup_changes_nothing_and_is_told(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    other = tmp_path / "letter.txt"
    other.write_text("Dear all")
    before = [meeting.key for meeting in window.meetings]
    with qtbot.waitSignal(window.meeting_shown):
        window.safety.restore(str(other))
    qtbot.waitUntil(lambda: bool(window.findChildren(ErrorDialog)))
    assert [meeting.key for meeting in window.meetings] == before


def test_the_dialog_lists_backups_and_restores_the_chosen(window: MainWindow, qtbot: QtBot) -> None:
    window.safety.ask_restore()
    dialog = window.findChildren(RestoreDialog)[0]
    assert [row.automatic for row in dialog.model.rows()] == [True]
    chosen = str(backups_of(window.location)[0].path)
    with qtbot.waitSignal(dialog.restore_requested) as asked, qtbot.waitSignal(window.meeting_shown):
        qtbot.mouseClick(dialog.restore_button, Qt.MouseButton.LeftButton)
    assert asked.args == [chosen]


def test_the_diagnostics_file_is_saved_with_counts_and_no_names(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    target = tmp_path / "d.zip"
    window.safety.save_diagnostics(str(target))
    qtbot.waitUntil(target.exists)
    with ZipFile(target) as bundle:
        facts = bundle.read("facts.json").decode()
    assert '"meeting": 2' in facts
    assert all(meeting.title.zh not in facts and meeting.key not in facts for meeting in window.meetings)
