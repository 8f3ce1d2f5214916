"""What is typed into the people table with an input method, fast, while earlier lines are still being stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from ui.people.room import PeopleRoom

ENTER = Qt.Key.Key_Return


@pytest.fixture
def room(open_window: OpenWindow, people_file: Path, qtbot: QtBot) -> PeopleRoom:
    window = open_window(people_file)
    window.show_room("people")
    found = window.rooms["people"]
    assert isinstance(found, PeopleRoom)
    qtbot.waitUntil(lambda: bool(found.known.units))
    found.table.setFocus()
    return found


def names(room: PeopleRoom) -> list[str]:
    return [attendee.person.name.zh for attendee in room.snapshot.attendees]


def compose(*stages: str) -> None:
    """As an input method does: what is under way stage by stage, then the words."""
    for stage in stages[:-1]:
        QApplication.sendEvent(QApplication.focusWidget(), QInputMethodEvent(stage, []))
    done = QInputMethodEvent("", [])
    done.setCommitString(stages[-1])
    QApplication.sendEvent(QApplication.focusWidget(), done)


def test_a_name_half_typed_stays_when_the_one_before_it_arrives(room: PeopleRoom, qtbot: QtBot):
    before = names(room)
    room.table.begin_row()
    compose("李新")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    compose("欧阳")
    qtbot.waitUntil(lambda: names(room) == [*before, "李新"])
    compose("文")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    qtbot.waitUntil(lambda: len(names(room)) > len(before) + 1)
    assert names(room) == [*before, "李新", "欧阳文"]


@pytest.mark.parametrize("key", ["unit", "title_zh", "room"])
def test_words_of_an_input_method_typed_over_a_cell_begin_its_editor(room: PeopleRoom, qtbot: QtBot, key: str):
    first = room.snapshot.attendees[0]
    room.table.layout_of_columns.show_column(key)
    room.table.choose_cell(first.id, key)
    room.table.setFocus()
    compose("z", "zhong", "中南")
    compose("大学")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    found = {"unit": lambda one: one.unit.zh, "title_zh": lambda one: one.title.zh, "room": lambda one: one.room}[key]
    qtbot.waitUntil(lambda: found(room.snapshot.attendees[0]) == "中南大学")


def test_rows_pasted_into_the_line_that_adds_are_planned_and_a_single_name_is_typed(room: PeopleRoom, qtbot: QtBot):
    before, paste = names(room), (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    room.table.begin_row()
    QGuiApplication.clipboard().setText("李新")
    qtbot.keyClick(QApplication.focusWidget(), *paste)
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    qtbot.waitUntil(lambda: names(room) == [*before, "李新"])
    room.table.begin_row()
    QGuiApplication.clipboard().setText("王五\t新单位\r\n赵六\t新单位\r\n")
    qtbot.keyClick(QApplication.focusWidget(), *paste)
    planned = room.side_pages.is_open
    qtbot.mouseClick(room.side_pages.paste.apply_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: names(room) == [*before, "李新", "王五", "赵六"])
    assert planned


def test_the_first_names_of_a_list_are_whole_however_slowly_they_are_stored(room: PeopleRoom, qtbot: QtBot):
    room.table.choose_rows([row.id for row in room.model.rows()])
    room.acts.action("remove").trigger()
    qtbot.waitUntil(room.empty_page.isVisible)
    qtbot.mouseClick(room.first_button, Qt.MouseButton.LeftButton)
    compose("李新")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    compose("阿卜杜勒")
    qtbot.waitUntil(lambda: names(room) == ["李新"])
    compose("·买买提")
    qtbot.keyClick(QApplication.focusWidget(), ENTER)
    qtbot.waitUntil(lambda: names(room) == ["李新", "阿卜杜勒·买买提"])
    number = room.model.number_of("name_zh")
    assert number is not None
    qtbot.waitUntil(lambda: room.table.cut_text(room.model.index(1, number)) == "")
