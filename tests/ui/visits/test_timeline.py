"""The timeline by keyboard and mouse: what it tells for each key and each drag."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import sample_snapshots as make
from ui.visits.timeline import Timeline
from ui.visits.way import Part

STOPS = tuple(
    make.stop(f"{number}厂", id=number, minutes=40, travel_minutes=20, buffer_minutes=5) for number in (1, 2, 3)
)
ROUTE = make.route(id=4, departs_at=time(9), stops=STOPS)
KEY = Qt.Key
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def timeline(qtbot: QtBot) -> Timeline:
    """A timeline of three stops, shown, with the keyboard in it."""
    made = Timeline()
    qtbot.addWidget(made)
    made.show_route(ROUTE, {1: (("ink", "参观"),)})
    made.resize(600, made.sizeHint().height())
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def told(spy: QSignalSpy) -> list[list[object]]:
    """What a signal said."""
    return [list(spy.at(number)) for number in range(spy.count())]


def spot(timeline: Timeline, stop_id: int, part: Part = Part.STOP, *, x: int = 300, y: int | None = None) -> QPoint:
    """A point of a stop's card."""
    block = timeline.block_of(stop_id, part)
    assert block is not None
    return QPoint(x, block.top + (block.height // 2 if y is None else y % block.height))


def test_arrows_go_through_departure_and_stops(timeline: Timeline, qtbot: QtBot) -> None:
    chosen = QSignalSpy(timeline.stop_chosen)
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Up, KEY.Key_End, KEY.Key_Down, KEY.Key_Home):
        qtbot.keyClick(timeline, key)
    assert told(chosen) == [[1], [2], [1], [3], [3], [None]]


def test_alt_arrows_move_a_stop_and_the_times_follow_at_once(timeline: Timeline, qtbot: QtBot) -> None:
    moved = QSignalSpy(timeline.stop_moved)
    timeline.choose(2)
    qtbot.keyClick(timeline, KEY.Key_Up, ALT)
    assert told(moved) == [[2, 1]]
    assert [(stop.id, stop.arrive) for stop in timeline.shown_stops()] == [
        (2, time(9, 25)),
        (1, time(10, 30)),
        (3, time(11, 35)),
    ]
    qtbot.keyClick(timeline, KEY.Key_Down, ALT)
    qtbot.keyClick(timeline, KEY.Key_Down, ALT)
    qtbot.keyClick(timeline, KEY.Key_Down, ALT)
    assert told(moved) == [[2, 1], [2, 3], [2, None]]


def test_right_and_left_stretch_the_stay(timeline: Timeline, qtbot: QtBot) -> None:
    typed = QSignalSpy(timeline.value_typed)
    timeline.choose(1)
    qtbot.keyClick(timeline, KEY.Key_Right)
    assert told(typed) == [[1, "minutes", 40, 45]]
    assert [stop.arrive for stop in timeline.shown_stops()] == [time(9, 25), time(10, 35), time(11, 40)]


def test_f2_types_minutes_and_tab_goes_on(timeline: Timeline, qtbot: QtBot) -> None:
    typed = QSignalSpy(timeline.value_typed)
    timeline.choose(2)
    qtbot.keyClick(timeline, KEY.Key_F2)
    qtbot.keyClicks(timeline.editor, "35")
    qtbot.keyClick(timeline.editor, KEY.Key_Tab)
    qtbot.keyClicks(timeline.editor, "10")
    qtbot.keyClick(timeline.editor, KEY.Key_Tab)
    qtbot.keyClicks(timeline.editor, "14:30")
    qtbot.keyClick(timeline.editor, KEY.Key_Return)
    assert told(typed) == [
        [2, "travel_minutes", 20, 35],
        [2, "buffer_minutes", 5, 10],
        [2, "arrive", None, time(14, 30)],
    ]
    assert not timeline.editor.isVisible()


def test_what_cannot_be_read_stays_typed_and_escape_gives_it_up(timeline: Timeline, qtbot: QtBot) -> None:
    typed = QSignalSpy(timeline.value_typed)
    timeline.edit(1, "minutes")
    timeline.editor.setText("多")
    qtbot.keyClick(timeline.editor, KEY.Key_Return)
    assert (timeline.editor.isVisible(), timeline.editor.text()) == (True, "多")
    qtbot.keyClick(timeline.editor, KEY.Key_Escape)
    assert (timeline.editor.isVisible(), told(typed)) == (False, [])


def test_what_is_typed_outlives_a_change_of_the_route(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.edit(3, "travel_minutes")
    qtbot.keyClicks(timeline.editor, "5")
    before = timeline.editor.y()
    timeline.show_route(make.route(id=4, departs_at=time(9), stops=STOPS[1:]), {})
    assert (timeline.editor.isVisible(), timeline.editor.text()) == (True, "5")
    assert timeline.editor.y() < before
    timeline.show_route(make.route(id=4, stops=STOPS[:1]), {})
    assert not timeline.editor.isVisible()


def test_a_card_is_dragged_to_another_place(timeline: Timeline, qtbot: QtBot) -> None:
    moved, start = QSignalSpy(timeline.stop_moved), spot(timeline, 3)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
    target = spot(timeline, 1, y=2)
    drag(timeline, target)
    timeline.grab()
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=target)
    assert told(moved) == [[3, 1]]
    assert [stop.id for stop in timeline.shown_stops()] == [3, 1, 2]


def test_escape_puts_a_held_card_back(timeline: Timeline, qtbot: QtBot) -> None:
    moved = QSignalSpy(timeline.stop_moved)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=spot(timeline, 3))
    drag(timeline, spot(timeline, 1))
    qtbot.keyClick(timeline, KEY.Key_Escape)
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=spot(timeline, 1))
    assert told(moved) == []


def test_the_lower_edge_stretches_a_stay(timeline: Timeline, qtbot: QtBot) -> None:
    typed, edge = QSignalSpy(timeline.value_typed), spot(timeline, 1, y=-2)
    qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=edge)
    drag(timeline, edge + QPoint(0, 30))
    assert (told(typed), timeline.shown_stops()[0].minutes) == ([], 60)
    qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=edge + QPoint(0, 30))
    assert told(typed) == [[1, "minutes", 40, 60]]


def test_a_click_on_minutes_types_them_and_a_double_click_opens_the_fields(timeline: Timeline, qtbot: QtBot) -> None:
    opened = QSignalSpy(timeline.stop_opened)
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=spot(timeline, 2, Part.LEG, x=110))
    assert (timeline.editor.isVisible(), timeline.editor.column, timeline.chosen) == (True, "travel_minutes", 2)
    qtbot.keyClick(timeline.editor, KEY.Key_Escape)
    qtbot.mouseDClick(timeline, Qt.MouseButton.LeftButton, pos=spot(timeline, 2))
    qtbot.keyClick(timeline, KEY.Key_Return)
    assert told(opened) == [[2], [2]]


def test_the_remark_at_the_departure_leads_to_the_people(timeline: Timeline, qtbot: QtBot) -> None:
    asked, typed = QSignalSpy(timeline.people_requested), QSignalSpy(timeline.value_typed)
    timeline.show_route(ROUTE, {}, "▲ 4 人需留意")
    timeline.grab()
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(timeline.width() - 60, 20))
    qtbot.mouseClick(timeline, Qt.MouseButton.LeftButton, pos=QPoint(200, 20))
    assert (told(asked), told(typed), timeline.editor.isVisible()) == ([[]], [], False)


def test_delete_and_duplicate_by_key(timeline: Timeline, qtbot: QtBot) -> None:
    deleted, doubled = QSignalSpy(timeline.delete_requested), QSignalSpy(timeline.duplicate_requested)
    qtbot.keyClick(timeline, KEY.Key_Delete)  # the route is chosen: nothing happens
    timeline.choose(2)
    qtbot.keyClick(timeline, KEY.Key_Delete)
    qtbot.keyClick(timeline, KEY.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert (told(deleted), told(doubled)) == ([[2]], [[2]])


def test_nothing_changes_where_only_reading_is_allowed(timeline: Timeline, qtbot: QtBot) -> None:
    timeline.read_only = True
    spies = [QSignalSpy(signal) for signal in (timeline.value_typed, timeline.stop_moved, timeline.delete_requested)]
    timeline.choose(2)
    for key, held in ((KEY.Key_Right, NONE), (KEY.Key_Up, ALT), (KEY.Key_Delete, NONE), (KEY.Key_F2, NONE)):
        qtbot.keyClick(timeline, key, held)
    assert [told(spy) for spy in spies] == [[], [], []]
    assert not timeline.editor.isVisible()


def drag(timeline: Timeline, to: QPoint) -> None:
    """Move the pressed mouse; qtbot moves it without a button."""
    place = QPointF(to)
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(QEvent.Type.MouseMove, place, timeline.mapToGlobal(place), Qt.MouseButton.NoButton, left, NONE)
    QApplication.sendEvent(timeline, event)


def test_a_held_card_whose_stop_is_deleted_elsewhere_falls(timeline: Timeline, qtbot: QtBot) -> None:
    moved, typed = QSignalSpy(timeline.stop_moved), QSignalSpy(timeline.value_typed)
    rest = replace(ROUTE, stops=tuple(stop for stop in ROUTE.stops if stop.id != 3))
    for edge in (False, True):
        timeline.show_route(ROUTE, {})
        block = timeline.block_of(3)
        assert block is not None
        start = QPoint(300, block.bottom - 2 if edge else block.top + block.height // 2)
        qtbot.mousePress(timeline, Qt.MouseButton.LeftButton, pos=start)
        drag(timeline, QPoint(300, start.y() + 30))
        timeline.show_route(rest, {})
        qtbot.mouseRelease(timeline, Qt.MouseButton.LeftButton, pos=QPoint(300, start.y() + 30))
    assert (told(moved), told(typed)) == ([], [])


def test_what_is_typed_is_taken_though_another_room_is_shown(timeline: Timeline, qtbot: QtBot) -> None:
    taken = QSignalSpy(timeline.value_typed)
    timeline.edit(2, "minutes")
    timeline.editor.setText("25")
    timeline.hide()
    timeline.editor.finish()
    assert told(taken) == [[2, "minutes", ROUTE.stops[1].minutes, 25]]
