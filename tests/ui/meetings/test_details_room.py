"""The page of a meeting's details: every field and list is edited in place, and undo takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models import records
from models.codes import MeetingKind
from models.store.workspace import open_workspace
from tests.ui.conftest import OpenWindow, type_line
from ui.dialogs.error import ErrorDialog
from ui.main_window import MainWindow
from ui.meetings.details_room import MeetingRoom


@pytest.fixture
def window(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot) -> MainWindow:
    """A window that shows the page."""
    opened = open_window(workspace_file)
    opened.meeting_desk.show_details()
    page = opened.rooms["meeting"]
    assert isinstance(page, MeetingRoom)
    qtbot.waitUntil(lambda: page.details is not None)
    return opened


def page_of(window: MainWindow) -> MeetingRoom:
    """The page."""
    page = window.rooms["meeting"]
    assert isinstance(page, MeetingRoom)
    return page


def stored(window: MainWindow) -> records.Meeting:
    """The meeting as it is stored."""
    with window.link.workspace.read() as session:
        return session.get_one(records.Meeting, window.meeting_id)


def test_a_field_is_edited_where_it_stands(window: MainWindow, qtbot: QtBot):
    window.show_place("meeting/theme_en")
    line = page_of(window).panel.editors["theme_en"].input()
    line.setText("Water and tea")
    with qtbot.waitSignal(window.meeting_shown):
        qtbot.keyClick(line, Qt.Key.Key_Return)
    assert stored(window).theme_en == "Water and tea"


def test_a_meeting_without_english_papers_asks_for_no_english(window: MainWindow, qtbot: QtBot):
    panel, sides = page_of(window).panel, page_of(window).sides.table.layout_of_columns
    with qtbot.waitSignal(window.meeting_shown):
        panel.editors["needs_english"].input().click()
    window.show_place("meeting/venue_zh")
    qtbot.waitUntil(lambda: not panel.editors["venue_en"].isVisible())
    assert (stored(window).needs_english, sides.is_shown("label_en"), sides.is_shown("label_zh")) == (
        False,
        False,
        True,
    )
    assert panel.editors["title_en"].isVisible()  # what was written once is never hidden
    assert [one for one in window.link.findings if "english" in one.code] == []
    window.show_place("meeting/venue_en")
    assert panel.editors["venue_en"].input().hasFocus()


def test_a_place_is_gone_to_where_the_page_was_never_open(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    window.show_place("meeting/venue_en")
    page = page_of(window)
    qtbot.waitUntil(lambda: page.details is not None)
    assert page.panel.editors["venue_en"].input().hasFocus()


def test_tab_goes_through_the_fields_as_they_stand_and_on_to_the_sides(window: MainWindow, qtbot: QtBot):
    page = page_of(window)
    page.take_focus()
    passed = []
    while not page.sides.table.hasFocus() and len(passed) < 60:
        passed.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    lines = [page.panel.editors[column].input() for column in ("title_zh", "title_en")]
    assert passed[:3] == [*lines, page.chips.buttons[MeetingKind.SYMPOSIUM]]
    assert passed[8] is page.panel.editors["starts_on"].input()
    assert passed[-1] is page.panel.editors["notes_en"].input()
    assert len(passed) == len(page.panel.editors) + len(page.chips.buttons)


def test_what_is_typed_is_stored_when_the_window_closes(window: MainWindow):
    window.show_place("meeting/theme_zh")
    page_of(window).panel.editors["theme_zh"].input().setText("水与茶")
    location, meeting_id = window.location, window.meeting_id
    window.close()
    with open_workspace(location) as workspace, workspace.read() as session:
        assert session.get_one(records.Meeting, meeting_id).theme_zh == "水与茶"


def test_kinds_are_switched(window: MainWindow, qtbot: QtBot):
    before = stored(window).kinds
    with qtbot.waitSignal(window.meeting_shown):
        page_of(window).chips.buttons[MeetingKind.COMMISSIONER].click()
    assert set(stored(window).kinds) == {*before, MeetingKind.COMMISSIONER}


def test_a_side_is_added_named_and_made_the_host(window: MainWindow, qtbot: QtBot):
    page = page_of(window)
    count = len(page.details.sides)
    page.sides.model.new_row_requested.emit("行业协会")
    qtbot.waitUntil(lambda: len(page.details.sides) == count + 1)
    model, row = page.sides.model, page.sides.model.rowCount() - 1 - page.sides.model.adds
    model.setData(model.index(row, model.number_of("is_host")), True)
    qtbot.waitUntil(lambda: [side.is_host for side in page.details.sides] == [False] * count + [True])
    assert page.details.sides[-1].label.zh == "行业协会"


def test_a_unit_typed_for_a_side_is_found_or_made(window: MainWindow, qtbot: QtBot):
    page = page_of(window)
    known = page.details.organizations[0]
    for name in (known.name.zh, "虚构新单位"):
        count = len(page.details.units)
        page.units.model.new_row_requested.emit(name)
        qtbot.waitUntil(lambda count=count: len(page.details.units) == count + 1)
    with window.link.workspace.read() as session:
        unit = records.Organization
        named = session.scalars(select(unit.name_zh).where(unit.name_zh.in_((known.name.zh, "虚构新单位")))).all()
    assert sorted(named) == sorted([known.name.zh, "虚构新单位"])


def test_rows_are_moved_and_deleted_and_undo_brings_them_back(window: MainWindow, qtbot: QtBot):
    page = page_of(window)
    for name in ("县委组织部", "县人才办", "县科技局"):
        page.roles.model.new_row_requested.emit(name)
    count = len(page.details.roles)
    qtbot.waitUntil(lambda: len(page.details.roles) == count + 3)
    before = [role.id for role in page.details.roles]
    page.roles.table.rows_moved.emit((before[-1],), before[0])
    qtbot.waitUntil(lambda: [role.id for role in page.details.roles] == [before[-1], *before[:-1]])
    page.roles.table.rows_deleted.emit((before[-1],))
    qtbot.waitUntil(lambda: [role.id for role in page.details.roles] == before[:-1])
    for _step in range(2):
        qtbot.waitUntil(window.top_bar.undo_menu.undo_action.isEnabled)
        with qtbot.waitSignal(window.meeting_shown):
            window.top_bar.undo_menu.undo_action.trigger()
    qtbot.waitUntil(lambda: [role.id for role in page.details.roles] == before)


def test_what_somebody_else_changed_is_told_and_the_typed_words_are_kept(window: MainWindow, qtbot: QtBot):
    page, line = page_of(window), page_of(window).panel.editors["theme_zh"].input()
    line.setText("我的主题")
    with open_workspace(window.location, client="other") as workspace, workspace.change("edit") as session:
        session.get_one(records.Meeting, window.meeting_id).theme_zh = "别人的主题"
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None)
    assert "别人的主题" in window.findChild(ErrorDialog).trouble.happened
    assert (stored(window).theme_zh, page.panel.editors["theme_zh"].input().text()) != ("我的主题", "我的主题")


def test_sides_typed_one_after_the_other_are_both_added(window: MainWindow, qtbot: QtBot):
    page = page_of(window)
    before = [side.label.zh for side in page.details.sides]
    page.sides.table.begin_row()
    for count, name in enumerate(("丙方公司", "丁方公司"), len(before) + 1):
        type_line(qtbot, window, name)
        qtbot.waitUntil(lambda count=count: len(page.details.sides) == count)
    assert [side.label.zh for side in page.details.sides] == [*before, "丙方公司", "丁方公司"]
