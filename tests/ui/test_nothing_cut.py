"""No label, button or head is cut at 1366×768, in any room, in Chinese and English."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from tests.ui import seen
from ui.main_window import MainWindow
from ui.rooms import CLASSES, is_built

ROOMS = [key for key in CLASSES if is_built(key)]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_is_cut(demo_window: MainWindow, room: str, language: str):
    seen.speak(demo_window, language)
    demo_window.show_room(room)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    assert (demo_window.size().toTuple(), seen.cut(demo_window)) == ((1366, 768), [])
