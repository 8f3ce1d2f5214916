"""An empty list of people takes typing at once; the drop-down of replies names every choice."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, activate
from ui.people.room import PeopleRoom
from ui.widgets.picker import Picker


@pytest.fixture
def room(open_window: OpenWindow, people_file: Path, qtbot: QtBot) -> PeopleRoom:
    window = open_window(people_file)
    window.show_room("people")
    found = window.rooms["people"]
    assert isinstance(found, PeopleRoom)
    activate(window, qtbot)
    return found


@pytest.fixture
def empty(room: PeopleRoom, qtbot: QtBot) -> PeopleRoom:
    room.remove([row.id for row in room.model.rows()])
    qtbot.waitUntil(room.empty_page.isVisible)
    room.take_focus()
    return room


def names(room: PeopleRoom) -> list[str]:
    return [attendee.person.name.pick("zh") for attendee in room.snapshot.attendees]


def test_the_first_letter_opens_the_line_that_adds(empty: PeopleRoom, qtbot: QtBot):
    for letter in "quux":
        qtbot.keyClick(QApplication.focusWidget(), letter)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(empty) == ["quux"])


def test_words_of_an_input_method_open_it_as_well(empty: PeopleRoom, qtbot: QtBot):
    assert QApplication.focusWidget().testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent("li", []))
    done = QInputMethodEvent("", [])
    done.setCommitString("李新")
    QApplication.sendEvent(QApplication.focusWidget(), done)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: names(empty) == ["李新"])


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_other_keys_leave_the_page_as_it_is(empty: PeopleRoom, qtbot: QtBot, key: Qt.Key):
    qtbot.keyClick(QApplication.focusWidget(), key)
    assert empty.empty_page.isVisible()


def test_the_drop_down_of_replies_names_every_choice(room: PeopleRoom, qtbot: QtBot):
    row = room.snapshot.attendees[0].id
    room.table.edit_cell(row, "reply")
    editor = room.new_rows.editor()
    assert isinstance(editor, Picker)
    editor.open_list()
    assert ("尚未回复", "" in editor.shown_entries()) == (editor.shown_entries()[0], False)
    box = room.panel.fields.editors["reply"].input()
    assert [box.itemText(place) for place in range(box.count())] == list(editor.shown_entries())
