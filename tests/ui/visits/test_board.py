"""People and vehicles on a real workspace: dragged, seated by key, filled by rank."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMenu, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from models.actions import edit_visits, vehicles
from models.checks.visits import check_visits
from tests import sample_snapshots as make
from ui.visits.people_model import PeopleModel, carried_people, people_mime
from ui.visits.room import VisitsRoom

KEY = Qt.Key
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def board(room: VisitsRoom, qtbot: QtBot) -> VisitsRoom:
    """Route A with everybody on it, a car of two seats and a van of three; people and vehicles are shown."""

    def work(session: object) -> None:
        edit_visits.add_route(session, 1, label_zh="A线", label_en="Route A")  # type: ignore[arg-type]
        edit_visits.add_members(session, 1, [1, 2, 3, 4, 5])  # type: ignore[arg-type]
        for number, seats in ((1, 2), (2, 3)):
            vehicles.add_vehicle(session, 1, label_zh=f"{number}号车", label_en="", seats=seats)  # type: ignore[arg-type]

    assert room.office is not None
    room.office.change("add_route", work, route="A线")
    qtbot.waitUntil(lambda: room.route is not None)
    room.show_view("people")
    return room


def seated(room: VisitsRoom) -> list[dict[int, int]]:
    """Who sits on which seat of which vehicle."""
    assert room.route is not None
    return [
        dict(zip(car.seat_numbers, (rider.id for rider in car.passengers), strict=True)) for car in room.route.vehicles
    ]


def drop(widget: QWidget, people: Sequence[int], at: QPoint) -> None:
    """Let people go over a widget."""
    carried = people_mime(people)
    event = QDropEvent(QPointF(at), Qt.DropAction.MoveAction, carried, LEFT, Qt.KeyboardModifier.NoModifier)
    widget.dropEvent(event)  # as Qt does after the drag has entered


def trigger(room: VisitsRoom, words: str) -> None:
    """Choose a line of the menu that is open, or of one below it."""
    menus = list(room.board.findChildren(QMenu))
    action = next(action for menu in menus for action in menu.actions() if action.text().startswith(words))
    action.trigger()
    for menu in menus:
        menu.close()


def test_people_are_dragged_onto_seats_and_off_them(board: VisitsRoom, qtbot: QtBot) -> None:
    car, van = board.board.boxes.values()
    drop(car.seats, (3,), car.seats.seat_rect(1).center())
    qtbot.waitUntil(lambda: seated(board) == [{1: 3}, {}])
    drop(van, (1, 2), QPoint(20, 20))  # beside the seats: the next free ones
    qtbot.waitUntil(lambda: seated(board) == [{1: 3}, {0: 1, 1: 2}])
    drop(van.seats, (3,), van.seats.seat_rect(0).center())  # two change places
    qtbot.waitUntil(lambda: seated(board) == [{1: 1}, {0: 3, 1: 2}])
    drop(board.board.waiting.list, (2,), QPoint(20, 20))
    qtbot.waitUntil(lambda: seated(board) == [{1: 1}, {0: 3}])


def test_people_are_seated_by_key(board: VisitsRoom, qtbot: QtBot) -> None:
    waiting = board.board.waiting
    assert [chip.text() for chip in waiting.chips] == ["未安排 5", "全部 5"]
    waiting.choose(2)
    qtbot.keyClick(waiting.list, KEY.Key_Return)
    trigger(board, "2号车 · 空座 3")
    qtbot.waitUntil(lambda: seated(board) == [{}, {0: 2}])
    qtbot.waitUntil(lambda: waiting.chips[0].text() == "未安排 4")
    van = board.board.boxes[2]
    van.seats.setFocus()
    qtbot.keyClick(van.seats, KEY.Key_Delete)
    qtbot.waitUntil(lambda: seated(board) == [{}, {}])


def test_seats_are_filled_by_rank_in_one_step(board: VisitsRoom, qtbot: QtBot) -> None:
    board.wishes.fill_seats()
    qtbot.waitUntil(lambda: seated(board) == [{0: 1, 1: 2}, {0: 3, 1: 4, 2: 5}])
    assert board.office is not None
    board.office.link.undo(newest=True)
    qtbot.waitUntil(lambda: seated(board) == [{}, {}])


def test_an_overfull_vehicle_says_so_and_shows_who_is_too_many(board: VisitsRoom, qtbot: QtBot) -> None:
    board.board.seat(1, (1, 2, 3), None)
    qtbot.waitUntil(lambda: seated(board)[0] == {0: 1, 1: 2, 2: 3})
    car = board.board.boxes[1]
    assert (car.count.text(), car.count.property("role")) == ("▲ 3 / 2", "bad")
    assert car.seats.seat_rect(2).top() > car.seats.seat_rect(0).top()


def test_findings_of_people_are_told_where_they_sit(board: VisitsRoom, qtbot: QtBot) -> None:
    board.board.seat(1, (1,), 0)
    qtbot.waitUntil(lambda: seated(board)[0] == {0: 1})
    board.show_findings(tuple(check_visits(board.snapshot)))
    board.reveal("routes/1/people/1")
    assert (board.view, board.board.boxes[1].seats.chosen) == ("people", (1,))
    board.reveal("routes/1/people/4")
    assert board.board.waiting.chosen() == (4,)
    board.reveal("routes/1/vehicles/2/plate")
    assert board.window().focusWidget() is board.panel.editors["plate"].input()


def test_people_are_chosen_by_side_and_by_search(board: VisitsRoom, qtbot: QtBot) -> None:
    board.board.remove((1, 2, 3))
    qtbot.waitUntil(lambda: board.route is not None and len(board.route.members) == 2)
    panel = board.board.join_panel
    board.board.open_join()
    assert [person.id for person in panel.model.people()] == [1, 2, 3, 6]
    panel.search.setText("oywy")  # initials
    assert [person.id for person in panel.model.people()] == [6]
    panel.search.clear()
    qtbot.mouseClick(panel._sides.buttons()[1], LEFT)
    qtbot.mouseClick(panel.all_button, LEFT)
    assert panel.join_button.text() == "加入 2 人"
    qtbot.keyClick(panel.search, KEY.Key_Return)
    qtbot.waitUntil(lambda: board.route is not None and [m.id for m in board.route.members] == [4, 5, 1, 2])
    assert not panel.isVisible()


def test_people_move_to_another_route_and_lead_a_vehicle(board: VisitsRoom, qtbot: QtBot) -> None:
    board.board.seat(2, (5,), None)
    board.wishes.add_route()
    qtbot.waitUntil(lambda: board.route is not None and board.route.label.zh == "B线")
    board.choose_route(1)
    qtbot.waitUntil(lambda: seated(board)[1] == {0: 5})
    board.board.menus.people_menu(QPoint(0, 0), (5,))
    trigger(board, "设为车长")
    qtbot.waitUntil(lambda: board.route is not None and board.route.vehicles[1].leader is not None)
    board.board.menus.people_menu(QPoint(0, 0), (5,))
    trigger(board, "B线")
    qtbot.waitUntil(lambda: [m.id for m in board.snapshot.routes[1].members] == [5])
    assert (seated(board), board.route and board.route.vehicles[1].leader) == ([{}, {}], None)
    drop(board.head.tabs, (1, 2), board.head.tabs.tabRect(1).center())
    qtbot.waitUntil(lambda: [m.id for m in board.snapshot.routes[1].members] == [5, 1, 2])


def test_vehicles_are_added_moved_emptied_and_deleted(board: VisitsRoom, qtbot: QtBot) -> None:
    board.wishes.add_vehicle(2)
    qtbot.waitUntil(lambda: board.panel.title.text() == "3号车")
    assert (len(board.board.boxes), board.panel.editors["seats"].stored) == (3, 22)
    board.board.menus.vehicle_menu(QPoint(0, 0), 3)
    trigger(board, "车序前移")
    qtbot.waitUntil(lambda: list(board.board.boxes) == [1, 3, 2])
    board.board.menus.vehicle_menu(QPoint(0, 0), 3)
    trigger(board, "删除车辆")
    qtbot.waitUntil(lambda: list(board.board.boxes) == [1, 2])


def test_qt_finds_no_fault(qapp: object, qtmodeltester: ModelTester) -> None:
    model = PeopleModel()
    model.show_people([make.attendee("王明", id=1), make.attendee("李华", id=2)], {1: "1号车"}, {2: "同时两处"})
    qtmodeltester.check(model)
    assert carried_people(model.mimeData([model.index(1, 0), model.index(0, 0)])) == (2, 1)


def test_a_click_on_the_box_itself_ticks_somebody(board: VisitsRoom, qtbot: QtBot) -> None:
    assert board.route is not None
    board.board.remove((1, 2))
    qtbot.waitUntil(lambda: board.route is not None and len(board.route.members) == 3)
    board.board.open_join()
    panel = board.board.join_panel
    row = panel.list.visualRect(panel.model.index(0, 0))
    ticked = []
    for across in range(2, 40, 4):  # over the box and the words behind it
        qtbot.mouseClick(panel.list.viewport(), LEFT, pos=QPoint(row.left() + across, row.center().y()))
        ticked.append(bool(panel.model.checked))
    qtbot.keyClick(panel.list, KEY.Key_Space)
    assert panel.model.checked == {1}
    panel.hide()
    assert ticked == [True, False] * 5


def test_a_menu_outlives_the_vehicle_it_is_about(board: VisitsRoom, qtbot: QtBot) -> None:
    board.board.menus.vehicle_menu(QPoint(0, 0), 2)
    assert board.office is not None
    board.office.change("delete_vehicle", lambda session: vehicles.delete_vehicle(session, 2), vehicle="2号车")
    qtbot.waitUntil(lambda: list(board.board.boxes) == [1])
    for words in ("车序前移", "删除车辆"):
        trigger(board, words)
    assert list(board.board.boxes) == [1]


def test_only_what_can_be_done_is_offered(board: VisitsRoom, qtbot: QtBot) -> None:
    board.board.seat(1, (1,), None)
    qtbot.waitUntil(lambda: seated(board) == [{0: 1}, {}])
    board.board.menus.people_menu(QPoint(0, 0), (1, 2))
    offered = {action.text(): action.isEnabled() for action in last_menu(board).actions() if action.text()}
    assert offered == {"安排乘车…": True, "离开座位": True, "移出本线路": True}
    board.board.menus.vehicle_menu(QPoint(0, 0), 2)
    enabled = [action.isEnabled() for action in last_menu(board).actions() if action.text()]
    assert enabled == [True, True, False, False, True]
    board.board.set_read_only(True)
    board.board.menus.people_menu(QPoint(0, 0), (1,))
    allowed = [action.text() for action in last_menu(board).actions() if action.isEnabled() and action.text()]
    assert allowed == ["在人员名单中查看"]


def test_the_menu_of_seats_names_vehicles_and_what_is_free(board: VisitsRoom, qtbot: QtBot) -> None:
    board.board.menus.seat_menu(QPoint(0, 0), (3,))
    words = [action.text() for action in last_menu(board).actions()]
    assert words == ["1号车 · 空座 2", "2号车 · 空座 3"]
    last_menu(board).actions()[1].trigger()
    qtbot.waitUntil(lambda: seated(board) == [{}, {0: 3}])


def last_menu(room: VisitsRoom) -> QMenu:
    """The menu that was opened last."""
    return [menu for menu in room.board.findChildren(QMenu) if menu.parent() is room.board][-1]


def test_where_nobody_is_left_to_choose_the_panel_says_so(board: VisitsRoom, qtbot: QtBot) -> None:
    panel = board.board.join_panel
    board.board.open_join()
    panel.search.setText("查无此人")
    said = [(panel.nothing.text(), panel.list.isVisible(), panel.all_button.isEnabled())]
    panel.hide()
    board.board.add_members((6,))
    qtbot.waitUntil(lambda: board.route is not None and len(board.route.members) == 6)
    board.board.open_join()
    said.append((panel.nothing.text(), panel.list.isVisible(), panel.all_button.isEnabled()))
    panel.hide()
    assert said == [("没有找到这样的人员。", False, False), ("全部人员都已加入本线路。", False, False)]
