"""The room on a real workspace: planning visits by keyboard and mouse, taken back and done again."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from models.checks.visits import check_visits
from models.snapshots.shapes import VisitRoute
from tests import sample_snapshots as make
from tests.ui.conftest import type_line
from ui.dialogs.error import ErrorDialog
from ui.main_window import MainWindow
from ui.visits.room import VisitsRoom
from ui.wording import finding_sentence

KEY = Qt.Key


def shown(room: VisitsRoom) -> VisitRoute:
    """The route shown."""
    route = room.route
    assert route is not None
    return route


def add_first_route(room: VisitsRoom, qtbot: QtBot) -> None:
    """Press the button of the empty page."""
    qtbot.mouseClick(room.first_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.route is not None)


def add_stop(room: VisitsRoom, qtbot: QtBot, text: str) -> None:
    """Type a unit or place into the line below the timeline."""
    count = len(shown(room).stops)
    room.way.begin_stop()
    room.way.add_line.type_text(text)
    qtbot.keyClick(room.way.add_line.line, KEY.Key_Return)
    qtbot.waitUntil(lambda: len(shown(room).stops) == count + 1)
    qtbot.waitUntil(lambda: room.way.timeline.chosen == shown(room).stops[count].id)


def places(room: VisitsRoom) -> list[str]:
    """Where the stops are."""
    return [stop.place.zh for stop in shown(room).stops]


def test_an_empty_room_offers_the_first_route(room: VisitsRoom, qtbot: QtBot) -> None:
    assert (room.first_button.isVisible(), room.first_button.text()) == (True, "添加第一条线路")
    add_first_route(room, qtbot)
    assert (shown(room).label.zh, shown(room).label.en, str(shown(room).day)) == ("A线", "Route A", "2024-05-20")
    qtbot.mouseClick(room.head.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(room).label.zh == "B线")
    assert [room.head.tabs.tabText(place) for place in range(2)] == ["A线", "B线"]


def test_stops_are_added_by_typing_and_times_follow(room: VisitsRoom, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    add_stop(room, qtbot, "zyjx")  # by initials
    add_stop(room, qtbot, "展览馆")
    assert places(room) == ["中益机械", "展览馆"]
    assert [stop.organization is not None for stop in shown(room).stops] == [True, False]
    timeline = room.way.timeline
    timeline.edit(None, "departs_at")
    for typed in ("9:00", "20", "5", "", "40", "15", ""):
        timeline.editor.setText(typed)
        qtbot.keyClick(timeline.editor, KEY.Key_Tab)
    timeline.editor.finish()
    qtbot.waitUntil(lambda: shown(room).stops[1].arrive is not None)
    assert [(s.arrive, s.leave) for s in shown(room).stops] == [(time(9, 25), time(10, 5)), (time(10, 20), None)]


def test_each_step_is_taken_back_and_done_again(room: VisitsRoom, window: MainWindow, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    for name in ("一厂", "二厂", "三厂"):
        add_stop(room, qtbot, name)
    timeline = room.way.timeline
    timeline.setFocus()
    timeline.choose(shown(room).stops[2].id)
    qtbot.keyClick(timeline, KEY.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: places(room) == ["一厂", "三厂", "二厂"])
    qtbot.keyClick(timeline, KEY.Key_Delete)
    qtbot.waitUntil(lambda: places(room) == ["一厂", "二厂"])
    for expected in (["一厂", "三厂", "二厂"], ["一厂", "二厂", "三厂"], ["一厂", "二厂"]):
        with qtbot.waitSignal(window.link.glanced):
            window.link.undo(newest=True)
        qtbot.waitUntil(lambda expected=expected: places(room) == expected)
    window.link.redo()
    qtbot.waitUntil(lambda: places(room) == ["一厂", "二厂", "三厂"])


def test_the_panel_stores_a_field_and_creates_a_unit(room: VisitsRoom, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    add_stop(room, qtbot, "展览馆")
    assert room.panel.title.text() == "展览馆"
    room.panel.editors["activity_zh"].input().setPlainText("参观")  # type: ignore[attr-defined]
    room.keep_typed()
    qtbot.waitUntil(lambda: shown(room).stops[0].activity.zh == "参观")
    room.panel.create_requested.emit(room.panel.row_id, "organization_id", "新华电子")
    qtbot.waitUntil(lambda: shown(room).stops[0].organization is not None)
    assert shown(room).stops[0].organization.name.zh == "新华电子"  # type: ignore[union-attr]
    room.panel.create_requested.emit(room.panel.row_id, "guide_id", "王工")
    qtbot.waitUntil(lambda: shown(room).stops[0].guide.zh == "王工")


def test_the_table_edits_the_same_stops(room: VisitsRoom, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    add_stop(room, qtbot, "一厂")
    room.show_view("table")
    model = room.table.model_of_stops
    stop_id = shown(room).stops[0].id
    index = model.index(0, model.number_of("minutes") or 0)
    assert model.setData(index, 35)
    qtbot.waitUntil(lambda: shown(room).stops[0].minutes == 35)
    model.new_row_requested.emit("中益机械")
    qtbot.waitUntil(lambda: places(room) == ["一厂", "中益机械"])
    assert shown(room).stops[1].organization is not None
    room.table.rows_moved.emit((stop_id,), None)
    qtbot.waitUntil(lambda: places(room) == ["中益机械", "一厂"])
    room.table.rows_deleted.emit(tuple(stop.id for stop in shown(room).stops))
    qtbot.waitUntil(lambda: places(room) == [])


def test_routes_are_renamed_reordered_doubled_and_deleted(room: VisitsRoom, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    tabs = room.head.tabs
    tabs.setFocus()
    qtbot.keyClick(tabs, KEY.Key_F2)
    line = tabs.focusWidget() or tabs
    line.setText("A线：食品")  # type: ignore[attr-defined]
    qtbot.keyClick(line, KEY.Key_Return)
    qtbot.waitUntil(lambda: shown(room).label.zh == "A线：食品")
    room.wishes.duplicate_route()
    qtbot.waitUntil(lambda: shown(room).label.zh == "B线")
    qtbot.keyClick(tabs, KEY.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: [route.label.zh for route in room.snapshot.routes] == ["B线", "A线：食品"])
    qtbot.keyClick(tabs, KEY.Key_Delete)
    qtbot.waitUntil(lambda: [route.label.zh for route in room.snapshot.routes] == ["A线：食品"])


def test_findings_lead_to_their_place(room: VisitsRoom, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    add_stop(room, qtbot, "一厂")
    room.wishes.type_value(shown(room).stops[0].id, "minutes", None, 10)
    qtbot.waitUntil(lambda: shown(room).stops[0].minutes == 10)
    qtbot.waitUntil(lambda: room.head.look_button.text().strip() == "2 处需留意")  # the checks run by themselves
    said = [finding_sentence(finding, "zh") for finding in check_visits(room.snapshot)]
    assert room.head.look_button.isVisible()
    room.choose_stop(None)
    qtbot.mouseClick(room.head.look_button, Qt.MouseButton.LeftButton)
    menu = room.head.findChild(QMenu)
    assert said[0] in [action.text() for action in menu.actions()]
    next(action for action in menu.actions() if action.text() == said[0]).trigger()
    assert room.way.timeline.chosen == shown(room).stops[0].id
    menu.close()
    block = room.way.timeline.block_of(room.way.timeline.chosen)
    assert block is not None and block.lines[0][0] == "warn"


def test_a_place_is_revealed_to_the_field(room: VisitsRoom, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    add_stop(room, qtbot, "一厂")
    route, stop = shown(room).id, shown(room).stops[0].id
    room.choose_stop(None)
    room.reveal(f"routes/{route}/stops/{stop}/minutes")
    assert room.window().focusWidget() is room.panel.editors["minutes"].input()
    room.reveal(f"visits/{route}/departs_from")
    assert room.window().focusWidget() is room.panel.editors["departs_from_zh"].input()
    room.reveal("routes/999/stops/1")
    assert shown(room).id == route


def test_english_and_back_leave_everything_where_it_was(room: VisitsRoom, window: MainWindow, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    add_stop(room, qtbot, "一厂")
    qtbot.waitUntil(lambda: room.head.tabs.tabText(0) == "A线 ▲")  # what the checks find
    room.retranslate("en")
    assert (room.panel.title.text(), room.head.tabs.tabText(0)) == ("一厂", "Route A ▲")
    assert room.commands()[0].text() == "Add a route"
    room.retranslate("zh")
    assert room.commands()[0].text() == "添加线路"


def test_what_somebody_else_changed_is_not_written_over(room: VisitsRoom, window: MainWindow, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    add_stop(room, qtbot, "一厂")
    stop = shown(room).stops[0]
    for wish in (
        lambda: room.wishes.type_value(stop.id, "minutes", 99, 30),
        lambda: room.panel.field_edited.emit(room.panel.row_id, "activity_zh", "开会", "参观"),
    ):
        wish()
        qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None)
        dialog = window.findChild(ErrorDialog)
        assert dialog is not None
        dialog.close()
        dialog.setParent(None)
    assert [each.minutes for each in room.way.timeline.shown_stops()] == [None]
    assert (shown(room).stops[0].minutes, shown(room).stops[0].activity.zh) == (None, "")


def test_the_menus_do_what_the_keys_do(room: VisitsRoom, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    for name in ("一厂", "二厂"):
        add_stop(room, qtbot, name)
    first, second = (stop.id for stop in shown(room).stops)
    for words, wanted in (
        ("下移", ["二厂", "一厂"]),
        ("复制考察点", ["二厂", "一厂", "一厂"]),
        ("删除", ["二厂", "一厂"]),
    ):
        room.wishes.stop_menu(QPoint(0, 0), (first,))
        trigger(room, words)
        qtbot.waitUntil(lambda wanted=wanted: places(room) == wanted)
    room.wishes.type_value(None, "departs_at", None, time(9))
    room.wishes.type_value(second, "travel_minutes", None, 10)
    qtbot.waitUntil(lambda: shown(room).stops[0].arrive == time(9, 10))
    for words, fixed in (("固定到达时间", time(9, 10)), ("改为自动推算到达时间", None)):
        room.wishes.stop_menu(QPoint(0, 0), (second,))
        trigger(room, words)
        qtbot.waitUntil(lambda fixed=fixed: shown(room).stops[0].fixed_arrival == fixed)
    room.wishes.route_menu(QPoint(0, 0), shown(room).id)
    trigger(room, "复制线路")
    qtbot.waitUntil(lambda: room.head.tabs.count() == 2)


def test_nothing_can_be_changed_in_a_workspace_that_is_only_read(qtbot: QtBot) -> None:
    room = VisitsRoom()  # without an office, which is as good as read-only
    qtbot.addWidget(room)
    room.retranslate("zh")
    stops = (make.stop("一厂", id=1), make.stop("二厂", id=2))
    route = make.route(id=3, stops=stops, members=(make.attendee(id=5),), vehicles=(make.vehicle(id=4),))
    room.show_snapshot(make.snapshot(routes=(route,)))
    allowed = [action.text() for action in room.commands() if action.isEnabled()]
    assert allowed == ["以行程显示考察点", "以表格显示考察点", "显示人员与车辆"]
    assert room.head.add_button.isHidden() and room.way.add_line.isHidden()
    assert room.way.timeline.read_only and room.board.boxes[4].seats.read_only
    assert not room.table.model_of_stops.adds
    for wish in (room.wishes.add_route, room.wishes.delete_route, room.wishes.fill_seats, room.wishes.join):
        wish()
    room.wishes.delete_stops((1,))
    assert [stop.id for stop in shown(room).stops] == [1, 2]


def trigger(room: VisitsRoom, words: str) -> None:
    """Choose a line of the menu that is open."""
    menus = [menu for menu in room.findChildren(QMenu) if menu.isVisible()]
    next(action for menu in menus for action in menu.actions() if action.text() == words).trigger()
    for menu in menus:
        menu.close()


def test_what_is_typed_outlives_a_new_route(room: VisitsRoom, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    first = shown(room).id
    room.panel.editors["departs_from_zh"].input().setText("县委大院")  # type: ignore[attr-defined]
    room.wishes.add_route()
    qtbot.waitUntil(lambda: shown(room).id != first)
    qtbot.waitUntil(lambda: room.snapshot.routes[0].departs_from.zh == "县委大院")


def test_in_a_new_route_the_next_thing_typed_is_a_stop(room: VisitsRoom, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    qtbot.waitUntil(room.way.add_line.line.hasFocus)
    first = shown(room).id
    room.take_focus()
    qtbot.mouseClick(room.head.add_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shown(room).id != first)
    qtbot.waitUntil(room.way.add_line.line.hasFocus)


def test_stops_typed_one_after_the_other_in_the_table_are_both_added(room: VisitsRoom, qtbot: QtBot) -> None:
    add_first_route(room, qtbot)
    room.show_view("table")
    room.table.begin_row()
    for name in ("一厂", "二厂"):
        type_line(qtbot, room, name)
        qtbot.waitUntil(lambda name=name: name in places(room) and room.panel.title.text() == name)
    assert (places(room), room.table.is_editing) == (["一厂", "二厂"], True)
