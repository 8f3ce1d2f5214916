"""Ctrl+Z in lines of text: the words first, while they are being typed, then the steps of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from ui.agenda.room import AgendaRoom
from ui.main_window import MainWindow
from ui.settings import LAST_ROOM, Settings

ENTER, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
UNDO, REDO = (Qt.Key.Key_Z, CTRL), (Qt.Key.Key_Y, CTRL)


@pytest.fixture
def window(open_window: OpenWindow, workspace_file: Path) -> MainWindow:
    settings = Settings()
    settings.set(LAST_ROOM, "agenda")
    return open_window(workspace_file, settings=settings)


@pytest.fixture
def room(window: MainWindow) -> AgendaRoom:
    found = window.rooms["agenda"]
    assert isinstance(found, AgendaRoom)
    return found


def titles(room: AgendaRoom) -> list[str]:
    return [item.title.zh for item in room.snapshot.agenda]


def settled(window: MainWindow, qtbot: QtBot) -> None:
    """Wait until the window knows its next steps."""
    qtbot.waitUntil(lambda: window.link._shown.undo is not None)


def test_an_item_just_added_is_taken_back_where_its_title_was_typed(window: MainWindow, room: AgendaRoom, qtbot: QtBot):
    line, before = room.add_line.title, titles(room)
    line.setFocus()
    qtbot.keyClicks(line, "abc")
    qtbot.keyClick(line, ENTER)
    qtbot.waitUntil(lambda: "abc" in titles(room))
    settled(window, qtbot)
    qtbot.keyClick(line, *UNDO)
    qtbot.waitUntil(lambda: titles(room) == before)
    assert line.text() == ""
    qtbot.waitUntil(window.top_bar.undo_menu.redo_action.isEnabled)
    qtbot.keyClick(line, *REDO)
    qtbot.waitUntil(lambda: "abc" in titles(room))


def test_words_half_typed_are_undone_by_the_line_itself(window: MainWindow, room: AgendaRoom, qtbot: QtBot):
    line, before = room.add_line.title, titles(room)
    line.setFocus()
    qtbot.keyClicks(line, "abc")
    qtbot.keyClick(line, *UNDO)
    assert (line.text(), titles(room)) == ("", before)


def test_a_field_that_is_stored_is_taken_back_by_the_window(window: MainWindow, room: AgendaRoom, qtbot: QtBot):
    room.choose(room.snapshot.agenda[0].id)
    room.panel.focus_field("title_zh")
    line, before = room.panel.editors["title_zh"].input(), titles(room)
    qtbot.keyClicks(line, "x")
    qtbot.keyClick(line, ENTER)
    qtbot.waitUntil(lambda: titles(room) != before)
    settled(window, qtbot)
    qtbot.keyClick(line, *UNDO)
    qtbot.waitUntil(lambda: titles(room) == before)
