"""Messages to the chosen people land on the clipboard; full phone numbers only once that is written down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.codes import AttendanceCategory, Reply
from models.records import Attendance, AuditEntry
from models.store.workspace import open_workspace
from tests.ui.conftest import OpenWindow
from ui.people.messages import ARRANGE, ARRANGE_IN_FULL, CHASE, copy_message, message_menu
from ui.people.room import PeopleRoom


def arranged(file: Path) -> Path:
    """高大富 has a room and has answered; 丁一 is to be asked."""
    with open_workspace(file, client="maker") as workspace, workspace.change("edit_people", count=2) as session:
        rows = {row.rank: row for row in session.scalars(select(Attendance))}
        rows[0].room, rows[0].reply = "0801", Reply.CONFIRMED
        rows[3].category, rows[3].reply = AttendanceCategory.STAFF, Reply.CONFIRMED
    return file


def test_texts_for_the_chosen_people(open_window: OpenWindow, people_file: Path, qtbot: QtBot):
    window = open_window(arranged(people_file))
    window.show_room("people")
    room = window.rooms["people"]
    assert isinstance(room, PeopleRoom)
    first, second, *_others = (row.id for row in room.model.rows())
    room.table.choose_cell(first)
    menu = message_menu(room, QMenu(room))
    assert (menu.isEnabled(), len(menu.actions())) == (True, 3)
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    copy_message(room, CHASE)
    assert clipboard.text() == "before"
    copy_message(room, ARRANGE)
    assert clipboard.text().splitlines()[0] == "高大富院长，您好！"
    assert [line for line in clipboard.text().splitlines() if "1381" in line] == []
    copy_message(room, ARRANGE_IN_FULL)
    qtbot.waitUntil(lambda: "联系人：丁一 13812345673" in clipboard.text())
    with window.link.workspace.read() as session:
        entry = session.scalars(select(AuditEntry).where(AuditEntry.label == "unmasked_export")).one()
        assert entry.values["document"] == "message"
    room.table.choose_cell(second)
    copy_message(room, CHASE)
    assert "尚未收到以下人员的参会回执：梁涛" in clipboard.text()
