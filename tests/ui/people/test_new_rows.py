"""Somebody new typed cell by cell: what is typed behind the name belongs to the new row, however fast it comes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.store.workspace import open_workspace
from tests import factories as make
from tests.ui.conftest import OpenWindow
from tests.ui.people.test_typing import compose
from ui.people.room import PeopleRoom

ENTER, TAB = Qt.Key.Key_Return, Qt.Key.Key_Tab
Row = tuple[str, str, str]


@pytest.fixture
def room(open_window: OpenWindow, people_file: Path, qtbot: QtBot) -> PeopleRoom:
    with open_workspace(people_file, client="maker") as workspace, workspace.change("add_people") as session:
        unit = make.make_organization(session, "嵊州市人民政府")
        make.make_appointment(session, make.make_person(session, "钱多多"), unit, title_zh="市长")
    window = open_window(people_file)
    window.show_room("people")
    found = window.rooms["people"]
    assert isinstance(found, PeopleRoom)
    qtbot.waitUntil(lambda: bool(found.known.units))
    found.table.setFocus()
    return found


def rows(room: PeopleRoom) -> list[Row]:
    return [(one.person.name.zh, one.unit.zh, one.title.zh) for one in room.snapshot.attendees]


def enter(*words: str | Qt.Key) -> None:
    """Words and keys, one behind the other."""
    for each in words:
        if isinstance(each, str):
            compose("z", each)
        else:
            QTest.keyClick(QApplication.focusWidget(), each)


def test_unit_and_title_typed_without_a_pause_belong_to_the_new_person(room: PeopleRoom, qtbot: QtBot):
    before = rows(room)
    room.table.begin_row()
    enter("赵强", TAB, "青山县人民政府", TAB, "副县长", ENTER)
    qtbot.waitUntil(lambda: rows(room) == [*before, ("赵强", "青山县人民政府", "副县长")])
    assert "副县长" not in [unit.name.zh for unit in room.known.units]


def test_people_typed_one_after_the_other_keep_their_own_cells(room: PeopleRoom, qtbot: QtBot):
    before = rows(room)
    room.table.begin_row()
    enter("赵强", TAB, "武汉大学", TAB, "处长", ENTER, "李新", ENTER, "周一", TAB, TAB, "科长", ENTER, "吴二", ENTER)
    added = [("赵强", "武汉大学", "处长"), ("李新", "", ""), ("周一", "", "科长"), ("吴二", "", "")]
    qtbot.waitUntil(lambda: rows(room) == [*before, *added])


def test_at_leisure_tab_goes_from_the_name_to_the_unit_and_enter_to_the_next_name(room: PeopleRoom, qtbot: QtBot):
    before, table, model = rows(room), room.table, room.model
    table.begin_row()
    enter("赵强", TAB)
    place = len(before)
    qtbot.waitUntil(lambda: table.currentIndex() == model.index(place, model.number_of("unit") or 0))
    enter("武汉大学", TAB)
    assert table.currentIndex() == model.index(place, model.number_of("title_zh"))
    enter("处长", ENTER)
    assert model.is_adding(table.currentIndex().row()) and table.is_editing
    qtbot.waitUntil(lambda: rows(room) == [*before, ("赵强", "武汉大学", "处长")])


def test_letters_typed_for_the_unit_are_those_of_a_keyboard(room: PeopleRoom, qtbot: QtBot):
    before = rows(room)
    room.table.begin_row()
    enter("赵强", TAB)
    for letter in "wuhan":
        QTest.keyClick(QApplication.focusWidget(), letter)
    enter(TAB, "处长", ENTER)
    qtbot.waitUntil(lambda: rows(room) == [*before, ("赵强", "武汉大学", "处长")])


def test_the_title_typed_for_somebody_known_is_theirs(room: PeopleRoom, qtbot: QtBot):
    before = rows(room)
    room.table.begin_row()
    enter("钱多多", TAB, TAB, "副市长", ENTER)
    qtbot.waitUntil(lambda: rows(room) == [*before, ("钱多多", "嵊州市人民政府", "副市长")])
    assert [person.name.zh for person in room.known.people].count("钱多多") == 1


def test_what_is_typed_behind_somebody_who_is_on_the_list_already_goes_nowhere(room: PeopleRoom, qtbot: QtBot):
    before, units = rows(room), room.known.units
    room.table.begin_row()
    with qtbot.waitSignal(room.new_rows.given_up):
        enter("梁涛", TAB, "青山县人民政府", TAB, "副县长", ENTER)
    enter(Qt.Key.Key_Escape)
    assert (rows(room), room.known.units) == (before, units)
