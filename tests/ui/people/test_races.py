"""What is typed in the people room while the list changes under it: it is kept, or what became of it is said."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.actions.attendance import remove_rows
from models.actions.edit_record import set_fields
from models.actions.people_columns import add_own_column
from ui.main_window import MainWindow
from ui.people.room import PeopleRoom

ENTER = Qt.Key.Key_Return


@pytest.fixture
def told(room: PeopleRoom) -> list[str]:
    """The errors that are told."""
    codes: list[str] = []
    office = replace(room.office, tell_error=lambda _action, error: codes.append(error.code))
    room.office = room.desk.office = office
    return codes


@pytest.fixture
def said(room: PeopleRoom) -> list[str]:
    """The lines that go away."""
    lines: list[str] = []
    room.table.notice_requested.connect(lines.append)
    room.office = replace(room.office, notice=lines.append)
    return lines


def names(room: PeopleRoom) -> list[str]:
    return [attendee.person.name.pick("zh") for attendee in room.snapshot.attendees]


def type_words(qtbot: QtBot, words: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget(), words)


def enter(qtbot: QtBot) -> None:
    qtbot.keyClick(QApplication.focusWidget(), ENTER)


def changed(room: PeopleRoom, qtbot: QtBot, work: Callable[[Any], object]) -> None:
    """Somebody else changes the meeting, and the room shows it."""
    before = room.snapshot
    room.office.change("edit_people", work, count=1)
    qtbot.waitUntil(lambda: room.snapshot is not before)


def test_the_second_name_of_an_empty_list_stays_when_the_first_arrives(room: PeopleRoom, qtbot: QtBot):
    room.remove([row.id for row in room.model.rows()])
    qtbot.waitUntil(room.empty_page.isVisible)
    room.begin()
    type_words(qtbot, "bo")
    enter(qtbot)
    type_words(qtbot, "qu")
    qtbot.waitUntil(lambda: names(room) == ["bo"])
    type_words(qtbot, "ux")
    enter(qtbot)
    qtbot.waitUntil(lambda: len(names(room)) > 1)
    assert names(room) == ["bo", "quux"]


def test_names_added_under_a_filter_stay_when_the_filter_opens_for_them(room: PeopleRoom, qtbot: QtBot):
    before = names(room)
    room.bar.line.setText("高大富")
    room.table.begin_row()
    type_words(qtbot, "bo")
    enter(qtbot)
    type_words(qtbot, "qu")
    qtbot.waitUntil(lambda: len(names(room)) == len(before) + 1)
    type_words(qtbot, "ux")
    enter(qtbot)
    qtbot.waitUntil(lambda: len(names(room)) > len(before) + 1)
    assert names(room) == [*before, "bo", "quux"]


def test_half_typed_text_stays_when_a_column_comes(room: PeopleRoom, qtbot: QtBot):
    first = room.snapshot.attendees[0]
    room.table.edit_cell(first.id, "room")
    type_words(qtbot, "30")
    changed(room, qtbot, lambda session: add_own_column(session, room.snapshot.meeting.id, label="胸牌"))
    type_words(qtbot, "1")
    enter(qtbot)
    qtbot.waitUntil(lambda: room.snapshot.attendees[0].room != "")
    assert room.snapshot.attendees[0].room == "301"


def test_half_typed_text_stays_when_the_language_changes(window: MainWindow, room: PeopleRoom, qtbot: QtBot):
    first = room.snapshot.attendees[0]
    room.table.edit_cell(first.id, "room")
    type_words(qtbot, "301")
    window.apply_language("en")
    room.keep_typed()
    qtbot.waitUntil(lambda: room.snapshot.attendees[0].room != "")
    assert room.snapshot.attendees[0].room == "301"


def test_text_typed_into_a_row_that_goes_is_said(room: PeopleRoom, qtbot: QtBot, told: list[str], said: list[str]):
    first = room.snapshot.attendees[0]
    room.table.edit_cell(first.id, "room")
    type_words(qtbot, "301")
    changed(room, qtbot, lambda session: remove_rows(session, room.snapshot.meeting.id, [first.id]))
    qtbot.waitUntil(lambda: bool(told))
    assert (told, said) == (["record_gone"], ["“301”未存入。"])


def test_text_typed_over_what_somebody_else_changed_is_stored_at_the_second_try(
    room: PeopleRoom, qtbot: QtBot, told: list[str]
):
    first = room.snapshot.attendees[0]
    room.table.edit_cell(first.id, "room")
    type_words(qtbot, "301")
    changed(room, qtbot, lambda session: set_fields(session, "attendance", first.id, {"room": "999"}))
    enter(qtbot)
    qtbot.waitUntil(lambda: bool(told) and room.table.is_editing)
    enter(qtbot)
    qtbot.waitUntil(lambda: room.snapshot.attendees[0].room != "999")
    assert (told, room.snapshot.attendees[0].room) == (["changed_meanwhile"], "301")


def test_a_long_paste_is_planned_beside_the_window(room: PeopleRoom, qtbot: QtBot):
    room.side_pages.plan_paste([[f"王{chr(0x4E00 + n)}", "13900001111"] for n in range(300)], QModelIndex())
    waiting = room.side_pages.is_open
    qtbot.waitUntil(lambda: room.side_pages.is_open)
    assert (waiting, len(room.side_pages.plan.added), len(room.side_pages.paste.model.rows())) == (False, 300, 300)


def test_rows_dragged_to_the_end_of_a_filter_go_behind_its_last_row(room: PeopleRoom, qtbot: QtBot):
    first, second, third, last = (attendee.id for attendee in room.snapshot.attendees)
    room.bar.choose("side", frozenset({room.snapshot.attendees[1].side_id}))
    room.bar.line.setText("1")  # everybody but the first, by phone
    room.desk.move((last,), first)
    qtbot.waitUntil(lambda: room.snapshot.attendees[0].id == last)
    room.bar.line.setText("涛")
    room.table.rows_moved.emit((first,), None)
    qtbot.waitUntil(lambda: room.snapshot.attendees[1].id != first)
    assert [attendee.id for attendee in room.snapshot.attendees] == [last, second, first, third]
