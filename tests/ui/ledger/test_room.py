"""The ledger room: add, edit, parts, delete, each one undo step, and the ways to each field."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from models.store.ledger_records import list_cooperations, list_parts
from ui.ledger.room import LedgerRoom
from ui.main_window import MainWindow


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace_file: Path) -> MainWindow:
    """A window in English on the sample workspace."""
    return open_window(workspace_file, "en")


@pytest.fixture
def room(window: MainWindow, qtbot: QtBot) -> LedgerRoom:
    """The ledger of the meeting shown."""
    window.show_room("ledger")
    room = window.rooms["ledger"]
    assert isinstance(room, LedgerRoom)
    qtbot.waitUntil(lambda: room.panel.row_id is not None)
    return room


def stored(window: MainWindow) -> list[str]:
    """The names of the cooperations of the meeting shown."""
    workspace, snapshot = window.link.workspace, window.snapshot
    assert workspace is not None
    assert snapshot is not None
    with workspace.read() as session:
        return [row.values["name_zh"] for row in list_cooperations(session, snapshot.meeting.id)]


def type_into(room: LedgerRoom, qtbot: QtBot, field: str, text: str) -> None:
    """Type into a field and leave it."""
    line = room.panel.editors[field].input()
    assert isinstance(line, QLineEdit | QPlainTextEdit)
    line.setFocus()
    qtbot.keyClicks(line, text)
    room.keep_typed()


def test_a_new_cooperation_waits_for_its_name_and_is_undone_step_by_step(
    window: MainWindow, room: LedgerRoom, qtbot: QtBot
) -> None:
    before = stored(window)
    with qtbot.waitSignal(window.meeting_shown):
        qtbot.mouseClick(room.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.panel.editors["name_en"].input().hasFocus())
    with qtbot.waitSignal(window.meeting_shown):
        type_into(room, qtbot, "name_zh", "smart city")
    assert stored(window) == [*before, "smart city"]
    for expected in ([*before, ""], before):
        with qtbot.waitSignal(window.meeting_shown):
            window.link.undo(newest=True)
        assert stored(window) == expected


def test_the_panel_is_headed_in_the_language_of_the_window(window: MainWindow, room: LedgerRoom) -> None:
    head = (room.panel.title.text(), room.panel.subtitle.text())
    window.apply_language("zh")
    assert (room.panel.title.text(), room.panel.subtitle.text()) != head
    assert room.panel.subtitle.text() == "合作事项"
    window.apply_language("en")
    assert (room.panel.title.text(), room.panel.subtitle.text()) == head


def test_a_part_is_added_to_the_chosen_cooperation_and_shown_in_the_panel(
    window: MainWindow, room: LedgerRoom, qtbot: QtBot
) -> None:
    owner, workspace = room.cooperations.chosen_id() or 0, window.link.workspace
    assert workspace is not None
    with workspace.read() as session:
        before = len(list_parts(session, "follow_up", owner))
    qtbot.mouseClick(room.add_part_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.chosen is not None and room.chosen[0] == "follow_up")
    assert len(room.parts["follow_up"].model.rows()) == before + 1
    assert room.tabs.button(0).text() == f"Follow-ups {before + 1}"


def test_del_deletes_and_undo_brings_it_back(window: MainWindow, room: LedgerRoom, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.meeting_shown):
        room.add_cooperation()
    qtbot.waitUntil(lambda: len(room.cooperations.model.rows()) == len(stored(window)))
    before = stored(window)
    room.cooperations.choose(room.cooperations.model.rows()[-1].id)
    with qtbot.waitSignal(window.meeting_shown):
        qtbot.keyClick(room.cooperations.table, Qt.Key.Key_Delete)
    assert stored(window) == before[:-1]
    with qtbot.waitSignal(window.meeting_shown):
        window.link.undo(newest=True)
    assert stored(window) == before


def test_a_place_leads_to_its_field(window: MainWindow, room: LedgerRoom, qtbot: QtBot) -> None:
    row = room.cooperations.model.rows()[0]
    window.show_place(f"cooperations/{row.id}/amount")
    qtbot.waitUntil(lambda: room.panel.editors["amount"].input().hasFocus())


def test_all_meetings_are_shown_on_demand(room: LedgerRoom, qtbot: QtBot) -> None:
    here = len(room.cooperations.model.rows())
    qtbot.mouseClick(room.all_chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(room.cooperations.model.rows()) > here)


def add_follow_ups(room: LedgerRoom, qtbot: QtBot, count: int) -> list[int]:
    """Add some follow-ups to the chosen cooperation; the ids of all it has."""
    part = room.parts["follow_up"]
    for _each in range(count):
        before = len(part.model.rows())
        room.add_part()
        qtbot.waitUntil(lambda before=before: len(part.model.rows()) == before + 1)
        qtbot.waitUntil(lambda: room._wanted is None)
    return [row.id for row in part.model.rows()]


def test_the_chosen_part_stays_chosen_when_something_else_changes(
    window: MainWindow, room: LedgerRoom, qtbot: QtBot
) -> None:
    ids = add_follow_ups(room, qtbot, 3)
    part = room.parts["follow_up"]
    part.table.setFocus()
    part.choose(ids[1])
    for expected in ("visit", "second visit"):
        with qtbot.waitSignal(window.meeting_shown):
            room.panel.field_edited.emit(ids[1], "author", room.panel.editors["author"].stored, expected)
        qtbot.waitUntil(lambda expected=expected: room.panel.editors["author"].stored == expected)
        assert (part.chosen_id(), room.panel.row_id, part.table.hasFocus()) == (ids[1], ids[1], True)


def test_a_refused_edit_is_offered_by_no_other_row(room: LedgerRoom, qtbot: QtBot) -> None:
    ids = add_follow_ups(room, qtbot, 2)
    errors: list[Exception] = []
    object.__setattr__(room.office, "tell_error", lambda _action, error: errors.append(error))
    room._show_row("follow_up", ids[0])
    room.panel.field_edited.emit(ids[0], "author", "not stored", "a call")
    room._show_row("follow_up", ids[1])
    qtbot.waitUntil(lambda: bool(errors))
    assert {editor.remark() for editor in room.panel.editors.values()} == {""}


def test_commands_are_made_once(room: LedgerRoom) -> None:
    first = room.commands()
    assert room.commands() == first
    assert [action.text() for action in first] == ["Add a cooperation", "Add a follow-up"]


def test_a_cooperation_of_another_meeting_is_shown_among_all(room: LedgerRoom, qtbot: QtBot) -> None:
    here = {row.id for row in room.cooperations.model.rows()}
    qtbot.mouseClick(room.all_chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(room.cooperations.model.rows()) > len(here))
    other = next(row.id for row in room.cooperations.model.rows() if row.id not in here)
    qtbot.mouseClick(room.here_chip, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: {row.id for row in room.cooperations.model.rows()} == here)
    room.reveal(f"cooperations/{other}/name")
    qtbot.waitUntil(lambda: room.panel.row_id == other)
    assert room.all_chip.isChecked()
