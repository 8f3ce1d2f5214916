"""F6 and Shift+F6 go round the parts of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, activate
from ui.main_window import MainWindow

SHIFT = Qt.KeyboardModifier.ShiftModifier


def part_of(parts: list[QWidget]) -> int:
    """Which part has the keyboard."""
    focused = QApplication.focusWidget()
    return next(n for n, part in enumerate(parts) if part is focused or part.isAncestorOf(focused))


ROOMS = [("people", 3), ("agenda", 3), ("agreements", 2), ("visits", 3), ("overview", 2)]


@pytest.mark.parametrize(("room", "least"), ROOMS)
def test_f6_goes_through_every_part_and_round(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot, room: str, least: int
):
    window = open_window(workspace_file)
    window.show_room(room)
    activate(window, qtbot)
    parts = window.part_keys.parts()
    window.rail.buttons[room].setFocus()
    assert len(parts) >= least
    assert (parts[0], part_of(parts)) == (window.rail, 0)
    seen = []
    for _press in parts:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        seen.append(part_of(parts))
    assert seen == [*range(1, len(parts)), 0]
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, SHIFT)
    assert part_of(parts) == len(parts) - 1


def test_a_part_is_entered_where_it_was_left(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window: MainWindow = open_window(workspace_file)
    activate(window, qtbot)
    window.rail.settings_button.show()
    window.rail.settings_button.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6, SHIFT)
    assert QApplication.focusWidget() is window.rail.settings_button


def test_the_panel_of_a_person_is_entered_at_its_first_field(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window = open_window(workspace_file)
    window.show_room("people")
    activate(window, qtbot)
    table = window.rooms["people"].table
    table.go_to(table.model().index(0, 1))
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F6)
    assert QApplication.focusWidget().accessibleName() == "姓名（中文）"


def test_the_keys_are_in_the_list_of_shortcuts(open_window: OpenWindow, workspace_file: Path):
    window = open_window(workspace_file, "zh")
    told = [line for _title, lines in window.help_desk.shortcut_groups() for line in lines]
    assert [line for line in told if "F6" in line[1]] == [("窗口的下一部分", "F6"), ("窗口的上一部分", "Shift+F6")]
