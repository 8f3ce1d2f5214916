"""Titles typed in the line below the agenda land where one expects them, however fast they are typed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.agenda.test_room import begin, told
from ui.agenda.room import AgendaRoom
from ui.main_window import MainWindow

TITLES = ("签到", "主持人开场", "领导致辞", "推介政策", "签约仪式", "合影")


def type_titles(room: AgendaRoom, qtbot: QtBot, *titles: str) -> None:
    """Type titles, each with Enter, without waiting; then wait until they are shown."""
    count = len(room.snapshot.agenda)
    for title in titles:
        room.add_line.title.setText(title)
        qtbot.keyClick(room.add_line.title, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(room.snapshot.agenda) == count + len(titles))


def test_titles_typed_faster_than_they_are_stored_keep_their_order(room: AgendaRoom, qtbot: QtBot):
    type_titles(room, qtbot, *TITLES)
    assert told(room) == list(TITLES)
    type_titles(room, qtbot, "午餐", "考察")
    assert told(room) == [*TITLES, "午餐", "考察"]


def test_an_item_nobody_pointed_at_leaves_new_ones_to_the_end(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot, "order")
    before = told(room)
    assert room.current == room.snapshot.agenda[0].id
    assert room.add_line.title.placeholderText() == "＋ 输入标题后按回车，添加在最后"
    type_titles(room, qtbot, "午餐", "考察")
    assert told(room) == [*before, "午餐", "考察"]


def test_behind_an_item_that_is_clicked_or_gone_to_stand_the_new_ones(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot, "order")
    before = told(room)
    place = room.timeline.item_rect(room.snapshot.agenda[0].id).center()
    qtbot.mouseClick(room.timeline.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert room.add_line.title.placeholderText() == f"＋ 输入标题后按回车，添加在“{before[0]}”之后"
    type_titles(room, qtbot, "午餐", "考察")
    assert told(room) == [before[0], "午餐", "考察", *before[1:]]
    room.reveal(f"agenda/{room.snapshot.agenda[1].id}/title_zh")
    type_titles(room, qtbot, "合影")
    assert told(room)[:4] == [before[0], "午餐", "合影", "考察"]


def test_in_the_table_the_first_row_counts_once_it_is_clicked(room: AgendaRoom, qtbot: QtBot):
    begin(room, qtbot, "order")
    room.show_view("table")
    before = told(room)
    type_titles(room, qtbot, "午餐")
    assert told(room) == [*before, "午餐"]
    place = room.table.visualRect(room.table.model().index(0, 2)).center()
    qtbot.mouseClick(room.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    type_titles(room, qtbot, "考察")
    assert told(room)[:2] == [before[0], "考察"]


def test_a_title_typed_behind_one_that_is_taken_back_goes_to_the_end(
    room: AgendaRoom, window: MainWindow, qtbot: QtBot
):
    type_titles(room, qtbot, "签到", "致辞")
    window.link.undo(newest=True)
    type_first = room.add_line.title
    type_first.setText("合影")
    qtbot.keyClick(type_first, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told(room) == ["签到", "合影"])
