"""The units: found, edited in place, undone; what somebody else changed is not written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from models.records import Organization
from ui.main_window import MainWindow
from ui.overview.room import OverviewRoom
from ui.units.fields import unit_rows
from ui.units.page import UnitsPage


@pytest.fixture
def window(open_window: Callable[..., MainWindow], workspace_file: Path) -> MainWindow:
    """A window in English on the sample workspace."""
    return open_window(workspace_file, "en")


@pytest.fixture
def page(window: MainWindow, qtbot: QtBot) -> UnitsPage:
    """The page of units of the meeting shown."""
    window.show_room("overview")
    room = window.rooms["overview"]
    assert isinstance(room, OverviewRoom)
    room.open_page(room.units)
    qtbot.waitUntil(lambda: room.units.panel.row_id is not None)
    return room.units


def stored(window: MainWindow, unit_id: int) -> tuple[str, str]:
    """Credit code and English name as stored."""
    workspace = window.link.workspace
    assert workspace is not None
    with workspace.read() as session:
        unit = session.get_one(Organization, unit_id)
        return unit.credit_code, unit.name_en


def type_into(page: UnitsPage, qtbot: QtBot, field: str, text: str) -> None:
    """Type a line and leave it by Enter."""
    line = page.panel.editors[field].input()
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_those_of_the_meeting_stand_first(page: UnitsPage) -> None:
    rows = page.model.rows()
    assert [row.here for row in rows] == sorted((row.here for row in rows), reverse=True)
    assert unit_rows([row.unit for row in rows], frozenset())[0].here is False


def test_initials_find_a_unit(page: UnitsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.search, "zjdx")
    assert [row.unit.name.zh for row in page.model.rows()][:1] == ["浙江大学"]


def test_a_field_is_stored_undone_and_shown_again(window: MainWindow, page: UnitsPage, qtbot: QtBot) -> None:
    unit_id, before = page.panel.row_id or 0, stored(window, page.panel.row_id or 0)
    with qtbot.waitSignal(window.meeting_shown):
        type_into(page, qtbot, "credit_code", "12330000470095016Q")
    assert stored(window, unit_id) == ("12330000470095016Q", before[1])
    with qtbot.waitSignal(window.meeting_shown):
        window.link.undo()
    assert stored(window, unit_id) == before


def test_a_place_leads_to_its_field(window: MainWindow, page: UnitsPage, qtbot: QtBot) -> None:
    last = page.model.rows()[-1]
    window.show_place(f"organizations/{last.id}/credit_code")
    qtbot.waitUntil(lambda: page.panel.row_id == last.id)
    qtbot.waitUntil(lambda: page.panel.editors["credit_code"].input().hasFocus())
