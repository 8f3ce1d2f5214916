"""Two windows on one workspace: each sees what the other stores, and nothing typed is lost when both edit one cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, activate
from ui.dialogs.error import ErrorDialog
from ui.main_window import MainWindow
from ui.people.room import PeopleRoom


def people_of(window: MainWindow) -> PeopleRoom:
    """The people room."""
    window.show_room("people")
    room = window.rooms["people"]
    assert isinstance(room, PeopleRoom)
    return room


def type_over(window: MainWindow, qtbot: QtBot, row_id: int, column: str, words: str) -> QLineEdit:
    """Open a cell and type; Enter is not pressed."""
    activate(window, qtbot)
    room = people_of(window)
    assert room.table.edit_cell(row_id, column)
    line = window.focusWidget()
    assert isinstance(line, QLineEdit)
    line.selectAll()
    qtbot.keyClicks(line, words)
    return line


@pytest.fixture
def both(open_window: OpenWindow, workspace_file: Path) -> tuple[MainWindow, MainWindow]:
    """Two windows that show the same meeting."""
    first, second = open_window(workspace_file), open_window(workspace_file)
    assert first.meeting_id == second.meeting_id
    return first, second


def test_what_one_window_stores_the_other_shows_and_can_take_back(both: tuple[MainWindow, MainWindow], qtbot: QtBot):
    first, second = both
    someone = people_of(second).model.rows()[0]
    with qtbot.waitSignal(first.meeting_shown):
        qtbot.keyClick(type_over(first, qtbot, someone.id, "name_en", "Wang Ruili"), Qt.Key.Key_Tab)
    second.link.look_for_news()  # or it has looked by itself
    qtbot.waitUntil(lambda: second.snapshot.attendees[0].person.name.en == "Wang Ruili")
    second.link.undo()
    qtbot.waitUntil(lambda: second.snapshot.attendees[0].person.name == someone.attendee.person.name)


def test_who_edits_a_cell_that_the_other_window_changed_hears_of_it_and_keeps_the_words(
    both: tuple[MainWindow, MainWindow], qtbot: QtBot
):
    first, second = both
    someone = people_of(second).model.rows()[0]
    typed = type_over(second, qtbot, someone.id, "name_zh", "Mine")
    with qtbot.waitSignal(first.meeting_shown):
        qtbot.keyClick(type_over(first, qtbot, someone.id, "name_zh", "Theirs"), Qt.Key.Key_Return)
    activate(second, qtbot)
    second.link.look_for_news()
    qtbot.waitUntil(lambda: second.snapshot.attendees[0].person.name.zh == "Theirs")
    assert (typed.text(), typed.isVisible()) == ("Mine", True)
    qtbot.keyClick(typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: second.findChild(ErrorDialog) is not None)
    dialog = second.findChild(ErrorDialog)
    assert "Theirs" in dialog.trouble.happened
    dialog.close()
    table = people_of(second).table
    qtbot.waitUntil(lambda: table.is_editing)
    assert (table._delegate.editor.text(), second.snapshot.attendees[0].person.name.zh) == ("Mine", "Theirs")
