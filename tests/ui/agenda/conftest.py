"""A workspace with one meeting of two days and people, and the agenda room opened on it in a real window."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.store.workspace import open_workspace
from tests import factories as make
from ui.agenda.room import AgendaRoom
from ui.main_window import MainWindow
from ui.settings import LAST_ROOM, Settings

NAMES = ("梁涛", "李强", "王明")


@pytest.fixture(scope="session")
def empty_agenda(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a meeting, three attendees, a group, and no agenda."""
    file = tmp_path_factory.mktemp("agenda") / "agenda.sqlite"
    with open_workspace(file, client="maker") as workspace, workspace.change("load_sample", meeting="m") as session:
        meeting = make.make_meeting(session, ends_on=date(2024, 5, 21))
        for rank, name in enumerate(NAMES):
            make.make_attendance(session, meeting, make.make_person(session, name), rank=rank)
        make.make_attendee_group(session, meeting)
    return file


@pytest.fixture
def window(empty_agenda: Path, tmp_path: Path, open_window: Callable[..., MainWindow]) -> MainWindow:
    """A window on a copy of it, in the agenda room."""
    settings = Settings(tmp_path / "settings.json")
    settings.set(LAST_ROOM, "agenda")
    return open_window(Path(shutil.copy(empty_agenda, tmp_path / "demo.sqlite")), settings=settings)


@pytest.fixture
def room(window: MainWindow, qtbot: QtBot) -> AgendaRoom:
    """The room, with the meeting shown."""
    shown = window.rooms["agenda"]
    assert isinstance(shown, AgendaRoom)
    qtbot.waitUntil(lambda: shown.snapshot is not None)
    shown.timeline.keys.settle()
    return shown
