"""The people of the workspace are many: they are read when somebody first wants to pick one, and offered then."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.store.workspace import open_workspace
from tests import factories as make
from tests.ui.conftest import OpenWindow
from ui.people import known
from ui.people.known import KnownReader
from ui.people.room import PeopleRoom
from ui.widgets.choice_editors import PickEditor
from ui.widgets.picker import Picker
from ui.workspace_link import WorkspaceLink


@pytest.fixture
def room(open_window: OpenWindow, people_file: Path, qtbot: QtBot) -> PeopleRoom:
    with open_workspace(people_file, client="maker") as workspace, workspace.change("add_people") as session:
        make.make_person(session, "钱多多")
    window = open_window(people_file)
    window.show_room("people")
    found = window.rooms["people"]
    assert isinstance(found, PeopleRoom)
    qtbot.waitUntil(lambda: bool(found.known.units))
    found.table.setFocus()
    return found


def substitute(room: PeopleRoom) -> PickEditor:
    """The field of the chosen person's substitute."""
    editor = room.panel.fields.editors["substitute_id"]
    assert isinstance(editor, PickEditor)
    return editor


def test_nobody_is_read_while_the_list_is_looked_at(room: PeopleRoom):
    room.table.choose_cell(room.model.rows()[1].id, "name_zh")
    assert (room.known.people_read, substitute(room).field.entries("zh")) == (False, ())


def test_the_line_that_adds_offers_them_as_soon_as_they_are_here(room: PeopleRoom, qtbot: QtBot):
    room.table.begin_row()
    editor = room.table.itemDelegate().editor
    assert isinstance(editor, Picker)
    editor.type_text("钱")
    qtbot.waitUntil(lambda: editor.shown_entries() == ("钱多多", "新建“钱”"))
    assert (editor.text(), editor.half_typed) == ("钱", True)


def test_a_substitute_is_picked_from_people_read_when_the_field_is_turned_to(room: PeopleRoom, qtbot: QtBot):
    row = room.model.rows()[1].id
    room.table.choose_cell(row, "name_zh")
    picker = substitute(room).picker
    picker.line.setFocus()
    qtbot.waitUntil(lambda: room.known.people_read)
    picker.type_text("qdd")
    assert picker.shown_entries() == ("钱多多",)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: room.snapshot.attendees[1].substitute is not None)
    assert picker.text() == "钱多多"


def test_a_substitute_is_shown_before_anybody_is_read(room: PeopleRoom, qtbot: QtBot):
    person = room.snapshot.attendees[1].person
    entries = room.known.substitutes(person, "zh")
    assert [(entry.value, entry.words) for entry in entries] == [(person.id, person.name.zh)]


def test_reading_that_takes_a_while_is_told(room: PeopleRoom, qtbot: QtBot):
    said: list[str] = []
    hold = Event()
    reader = KnownReader(replace(room.office, notice=said.append), room.known, lambda: None)
    room.office.read(lambda _session: hold.wait(), lambda _done: None)
    reader.read_people()
    qtbot.waitUntil(lambda: said == ["正在读取工作区中的人员…"])
    hold.set()
    qtbot.waitUntil(lambda: room.known.people_read)


def test_nothing_is_told_once_the_window_has_gone(room: PeopleRoom, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(known, "SOON", 0)
    said: list[str] = []
    link = WorkspaceLink()
    KnownReader(replace(room.office, link=link, notice=said.append), known.Known(), lambda: None).read_people()
    link.close()
    shiboken6.delete(link)
    QApplication.processEvents()
    assert said == []


def test_another_meeting_forgets_them(room: PeopleRoom, qtbot: QtBot):
    room.known.want_people()
    qtbot.waitUntil(lambda: room.known.people_read)
    other = replace(room.snapshot, meeting=replace(room.snapshot.meeting, id=99))
    room.show_snapshot(other)
    assert (room.known.people_read, room.known.people) == (False, ())


def test_people_that_cannot_be_read_are_asked_for_again(room: PeopleRoom, qtbot: QtBot):
    told: list[Exception] = []
    office = replace(room.office, tell_error=lambda _action, error: told.append(error))
    reader = KnownReader(office, room.known, lambda: None)
    with closing(sqlite3.connect(office.link.workspace.location)) as connection:
        connection.execute("ALTER TABLE person RENAME TO elsewhere")
        reader.read_people()
        qtbot.waitUntil(lambda: bool(told))
        connection.execute("ALTER TABLE elsewhere RENAME TO person")
    reader.read_people()
    qtbot.waitUntil(lambda: room.known.people_read)
