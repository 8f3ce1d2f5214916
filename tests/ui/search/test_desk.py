"""The search box: Ctrl+K, typing, Enter, and one stands in the very place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.main_window import MainWindow
from ui.search.palette import SearchPalette


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace_file: Path) -> MainWindow:
    """A window in English on two sample meetings."""
    return open_window(workspace_file, "en")


@pytest.fixture
def palette(window: MainWindow, qtbot: QtBot) -> SearchPalette:
    """The palette, opened by its keys, with the workspace read."""
    with qtbot.waitSignal(window.search.index.ready):
        qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.palette.isVisible()
    return window.search.palette


def words(palette: SearchPalette) -> list[tuple[str, str]]:
    """Kind and words of the lines."""
    return [(line.kind, line.words) for line in palette.model.lines]


def test_without_a_word_it_shows_what_can_be_done(palette: SearchPalette) -> None:
    assert {kind for kind, _words in words(palette)} == {"command"}


def test_initials_find_a_unit_and_enter_opens_it(window: MainWindow, palette: SearchPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, "zjdx")
    assert words(palette)[0] == ("organization", "Zhejiang University")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert (palette.isVisible(), window.room) == (False, "overview")


def test_a_place_in_another_meeting_shows_that_meeting_first(
    window: MainWindow, palette: SearchPalette, qtbot: QtBot
) -> None:
    other = next(meeting for meeting in window.meetings if meeting.id != window.meeting_id)
    entry = next(
        hit.entry
        for hit in window.search.index._hits
        if hit.entry.meeting_id == other.id and hit.entry.kind == "agenda_item"
    )
    palette.line.insert(entry.words.zh)
    place = next(row for row, line in enumerate(palette.model.lines) if line.words == entry.words.pick("en"))
    for _step in range(place):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.meeting_shown):
        qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert (window.meeting_id, window.room) == (other.id, "agenda")


def test_a_command_is_done(window: MainWindow, palette: SearchPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, "full screen")
    assert words(palette) == [("command", "Full screen")]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert window.isFullScreen()


def test_nothing_found_is_said(palette: SearchPalette, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, "qqqqqq")
    assert (words(palette), palette.nothing.isVisible()) == ([], True)


def test_what_is_new_is_found_after_the_next_opening(window: MainWindow, palette: SearchPalette, qtbot: QtBot) -> None:
    from models.actions.edit_ledger import add_cooperation

    palette.hide()
    with qtbot.waitSignal(window.meeting_shown):
        window.office.change("add_cooperation", lambda session: add_cooperation(session, meeting_id=window.meeting_id))
    with qtbot.waitSignal(window.search.index.ready):
        window.search.open()
