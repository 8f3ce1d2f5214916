"""Clearing personal data in the window: shown first, done for good, refused within the term."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.records import Attendance, Meeting, Person
from models.store.workspace import open_workspace
from tests.ui.conftest import OpenWindow
from ui.agreements.batch_file import batch_file
from ui.dialogs.error import ErrorDialog
from ui.dialogs.purge import PurgeDialog
from ui.main_window import MainWindow

PHONE = "13800138000"


def window_on(file: Path, open_window: OpenWindow, year: int) -> MainWindow:
    """A window whose meetings were all held in a year, with somebody's phone in each."""
    with open_workspace(file) as workspace, workspace.change("prepare") as session:
        person = Person(name_zh="王伟", phone=PHONE)
        session.add(person)
        session.flush()
        for meeting in session.scalars(select(Meeting)):
            meeting.starts_on = meeting.ends_on = date(year, 5, 20)
            session.add(Attendance(meeting_id=meeting.id, person_id=person.id))
    return open_window(file, "en")


def phones(file: Path) -> list[str]:
    """What is left."""
    with open_workspace(file) as workspace, workspace.read() as session:
        return [phone for phone in session.scalars(select(Person.phone)) if phone]


def dialog_of(window: MainWindow, qtbot: QtBot) -> PurgeDialog:
    """Ask by the menu's entry, and wait for what would be cleared."""
    window.safety.purging.ask()
    qtbot.waitUntil(lambda: bool(window.findChildren(PurgeDialog)))
    (dialog,) = window.findChildren(PurgeDialog)
    return dialog


@pytest.fixture
def window(workspace_file: Path, open_window: OpenWindow) -> MainWindow:
    """A window on meetings long past."""
    return window_on(workspace_file, open_window, 2020)


def test_it_is_shown_first_and_enter_keeps_everything(window: MainWindow, workspace_file: Path, qtbot: QtBot):
    dialog = dialog_of(window, qtbot)
    assert "• phone, e-mail, identity number, ethnicity and diet of 1 person" in dialog.lines.text()
    assert "ended on 18 August 2020" in dialog.words.text()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert phones(workspace_file) == [PHONE]


def test_what_is_shown_is_cleared_for_good(window: MainWindow, workspace_file: Path, qtbot: QtBot):
    assert window.link.workspace is not None and window.snapshot is not None
    begun = batch_file(window.settings.file, window.link.workspace.location, window.snapshot.meeting.id)
    begun.parent.mkdir(parents=True, exist_ok=True)
    begun.write_text("{}", encoding="utf-8")
    dialog = dialog_of(window, qtbot)
    qtbot.mouseClick(dialog.purge_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: phones(workspace_file) == [])
    qtbot.waitUntil(lambda: window.link.workspace is not None and window.link.workspace.next_undo() is None)
    qtbot.waitUntil(lambda: not begun.exists())  # a half-entered batch names people, too


def test_within_the_term_the_last_day_is_told(workspace_file: Path, open_window: OpenWindow, qtbot: QtBot):
    window = window_on(workspace_file, open_window, 2999)
    window.safety.purging.ask()
    qtbot.waitUntil(lambda: bool(window.findChildren(ErrorDialog)))
    (dialog,) = window.findChildren(ErrorDialog)
    assert dialog.trouble.happened.endswith(
        "are kept until 2999-08-18. They can be cleared after that day; nothing was cleared."
    )
    assert window.findChildren(PurgeDialog) == []
