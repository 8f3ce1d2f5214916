"""The units: found, edited in place, undone; what somebody else changed is not written over."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot
from sqlalchemy.orm import Session

from models.records import Organization
from tests.factories import make_organization
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
        window.link.undo(newest=True)
    assert stored(window, unit_id) == before


def test_a_place_leads_to_its_field(window: MainWindow, page: UnitsPage, qtbot: QtBot) -> None:
    last = page.model.rows()[-1]
    window.show_place(f"organizations/{last.id}/credit_code")
    qtbot.waitUntil(lambda: page.panel.row_id == last.id)
    qtbot.waitUntil(lambda: page.panel.editors["credit_code"].input().hasFocus())


def add_units(window: MainWindow, qtbot: QtBot, names: list[str]) -> None:
    """Units that nothing names, each with a Chinese name."""

    def work(session: Session) -> None:
        for name in names:
            make_organization(session, name_zh=name, name_en="")

    with qtbot.waitSignal(window.meeting_shown):
        window.link.change("edit_organization", work, name="x", field="name")


def delete_chosen(page: UnitsPage) -> None:
    """Choose the only line of the menu."""
    page.table.customContextMenuRequested.emit(QPoint(5, 5))
    menu = page.findChildren(QMenu)[-1]
    assert [action.text() for action in menu.actions()] == ["Delete this unit"]
    menu.actions()[0].trigger()
    menu.close()


def test_a_unit_that_nothing_names_is_deleted_and_undo_brings_it_back(
    window: MainWindow, page: UnitsPage, qtbot: QtBot
) -> None:
    add_units(window, qtbot, ["无人提起的单位"])
    page.search.setText("无人提起")
    qtbot.waitUntil(lambda: len(page.model.rows()) == 1)
    with qtbot.waitSignal(window.meeting_shown):
        delete_chosen(page)
    qtbot.waitUntil(lambda: not page.model.rows())
    assert page.panel.row_id is None
    with qtbot.waitSignal(window.meeting_shown):
        window.link.undo(newest=True)
    qtbot.waitUntil(lambda: page.panel.title.text() == "无人提起的单位")


def test_a_unit_in_use_is_not_deleted_and_that_is_told(page: UnitsPage, qtbot: QtBot) -> None:
    count, errors = len(page.model.rows()), list[Exception]()
    object.__setattr__(page.office, "tell_error", lambda _action, error: errors.append(error))
    delete_chosen(page)
    qtbot.waitUntil(lambda: bool(errors))
    assert (getattr(errors[0], "code", ""), len(page.model.rows())) == ("record_in_use", count)


def test_long_rare_and_missing_names_are_found_and_shown(window: MainWindow, page: UnitsPage, qtbot: QtBot) -> None:
    long, rare = "中国" * 60, "𠮷林㛃𬸚研究所"
    add_units(window, qtbot, [long, rare, ""])
    for typed, name in (("𬸚", rare), ("中国中国中国", long)):
        page.search.setText(typed)
        qtbot.waitUntil(lambda name=name: page.panel.title.text() == name)
    page.search.clear()
    page.reveal(page.model.rows()[-1].id, "name")
    qtbot.waitUntil(lambda: page.panel.title.text() == "Unit without a name")


def test_a_refused_edit_waits_at_its_own_unit(page: UnitsPage, qtbot: QtBot) -> None:
    first, second = page.model.rows()[:2]
    errors: list[Exception] = []
    object.__setattr__(page.office, "tell_error", lambda _action, error: errors.append(error))
    page.table.choose(second.id)
    qtbot.waitUntil(lambda: page.panel.row_id == second.id)
    page.panel.field_edited.emit(first.id, "credit_code", "not stored", "123")
    qtbot.waitUntil(lambda: bool(errors))
    assert page.panel.editors["credit_code"].remark() == ""
    page.table.choose(first.id)
    qtbot.waitUntil(lambda: page.panel.editors["credit_code"].remark() == "Not stored: 123")


def test_two_hundred_units_are_found_at_once(window: MainWindow, page: UnitsPage, qtbot: QtBot) -> None:
    add_units(window, qtbot, [f"第{number}中学" for number in range(200)])
    qtbot.waitUntil(lambda: len(page.model.rows()) > 200)
    page.search.setText("d199zx")
    assert [row.unit.name.zh for row in page.model.rows()] == ["第199中学"]


def test_undo_takes_back_what_is_half_typed_not_the_step_before(
    window: MainWindow, page: UnitsPage, qtbot: QtBot
) -> None:
    unit_id, before = page.panel.row_id or 0, stored(window, page.panel.row_id or 0)
    with qtbot.waitSignal(window.meeting_shown):
        type_into(page, qtbot, "credit_code", "12330000470095016Q")
    line = page.panel.editors["name_en"].input()
    line.setFocus()
    qtbot.keyClicks(line, " X")
    with qtbot.waitSignals([window.link.feed.committed, window.link.feed.committed]):
        qtbot.mouseClick(window.top_bar.undo_menu.undo_button, Qt.MouseButton.LeftButton)
    assert stored(window, unit_id) == ("12330000470095016Q", before[1])
