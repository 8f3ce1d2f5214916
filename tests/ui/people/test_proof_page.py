"""The proof sheet in the window, driven by the keyboard."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow, type_line
from ui.main_window import MainWindow
from ui.people.proof.page import ProofPage
from ui.rooms import PROOF
from ui.settings import PROOF_READER


@pytest.fixture
def window(open_window: OpenWindow, people_file: Path) -> MainWindow:
    made = open_window(people_file)
    made.settings.set(PROOF_READER, "")
    made.show_room("people")
    made.show_place(PROOF)
    return made


@pytest.fixture
def page(window: MainWindow) -> ProofPage:
    room: Any = window.rooms["people"]
    assert isinstance(room.side_pages.proof, ProofPage)
    return room.side_pages.proof


def done(page: ProofPage) -> list[str]:
    """The places that are ticked."""
    return sorted(page.state.ticked) if page.state is not None else []


def test_who_checks_is_asked_once_and_remembered(window: MainWindow, page: ProofPage, qtbot: QtBot) -> None:
    assert page.name.hasFocus()
    type_line(qtbot, page, "李红")
    assert (page.list.hasFocus(), window.settings.get(PROOF_READER)) == (True, "李红")
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.snapshot.proof_ticks) == 1)
    assert page.state.ticked["meeting/title_zh"].ticked_by == "李红"


def test_without_a_name_nothing_is_ticked(page: ProofPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert (done(page), page.name.hasFocus()) == ([], True)


def test_enter_ticks_and_goes_on_space_takes_back_and_undo_too(
    window: MainWindow, page: ProofPage, qtbot: QtBot
) -> None:
    type_line(qtbot, page, "李红")
    for _each in range(2):
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert len(done(page)) == 2  # at once
    qtbot.waitUntil(lambda: len(page.snapshot.proof_ticks) == 2)
    third = page.list.current_key()
    page.list.step(-1)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: [tick.place for tick in page.snapshot.proof_ticks] == ["meeting/title_zh"])
    total = len(page.state.facts)
    assert (third not in done(page), page.done_words.text()) == (True, f"已校核 1 / {total}")
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: len(done(page)) == 2)


def test_a_change_voids_the_tick_and_the_page_leads_to_the_field(
    window: MainWindow, page: ProofPage, qtbot: QtBot
) -> None:
    type_line(qtbot, page, "李红")
    first = page.snapshot.attendees[0]
    key = f"people/{first.id}/name_zh"
    page.list.choose(key)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(page.snapshot.proof_ticks) == 1)
    room: Any = window.rooms["people"]
    room.desk.set_field(first.id, "name_zh", "高大富", "高大付", lambda _error: None)
    qtbot.waitUntil(lambda: list(page.state.void) == [key])
    [line] = [line for line in page.list.lines.lines if line.key == key]
    assert (line.ticked, "勾选后已改动" in line.note) == (False, True)
    qtbot.keyClick(page.list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert (room.side_pages.is_open, room.table.is_editing) == (False, True)
