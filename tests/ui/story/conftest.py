"""A window on an empty workspace, and a clerk before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.ui.conftest import activate
from tests.ui.story.hands import Clerk
from ui.main_window import MainWindow
from ui.settings import Settings


@pytest.fixture
def clerk(qtbot: QtBot, tmp_path: Path) -> Iterator[Clerk]:
    """At a window of 1366×768 that shows the page of an empty workspace."""
    window = MainWindow(str(tmp_path / "story.sqlite"), "zh", Settings(tmp_path / "settings.json"))
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.open_workspace()
    activate(window, qtbot)
    qtbot.waitUntil(lambda: window.frame.new_button.isVisible() and window.frame.new_button.isEnabled())
    yield Clerk(window, qtbot)
    window.close()
