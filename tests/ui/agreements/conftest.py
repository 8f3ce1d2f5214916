"""The agreements room in a real window, on a meeting with eight signed agreements."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from ui.agreements.editor import AgreementEditor
from ui.agreements.room import AgreementsRoom
from ui.main_window import MainWindow
from ui.settings import LAST_MEETING, LAST_ROOM, Settings


@pytest.fixture
def window(open_window: OpenWindow, workspace_file: Path) -> MainWindow:
    """The window, in the agreements room."""
    settings = Settings()
    settings.set(LAST_MEETING, "shengzhou-zjipc")
    settings.set(LAST_ROOM, "agreements")
    return open_window(workspace_file, settings=settings)


@pytest.fixture
def room(window: MainWindow) -> AgreementsRoom:
    found = window.rooms["agreements"]
    assert isinstance(found, AgreementsRoom)
    return found


@pytest.fixture
def editor(room: AgreementsRoom, qtbot: QtBot) -> AgreementEditor:
    """The first agreement, opened by Enter in the list, without its page."""
    room.editor.page_button.setChecked(False)
    qtbot.keyClick(room.list_page.table, Qt.Key.Key_Return)
    assert room.pages.currentWidget() is room.editor
    return room.editor
