"""The seats of one vehicle by keyboard and mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage, QMouseEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests import sample_snapshots as make
from ui.theme import load_theme
from ui.visits.people_model import people_mime
from ui.visits.seats import MOST
from ui.visits.seats_view import SeatsView

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
CONTROL = Qt.KeyboardModifier.ControlModifier
PEOPLE = tuple(make.attendee(name, id=number) for number, name in enumerate(("梁涛", "李强", "王明"), 1))
# A car of four: rear right, rear left, rear middle, beside the driver. Rear middle is empty.
CAR = make.vehicle(id=9, seats=4, passengers=PEOPLE, seat_numbers=(0, 1, 3), leader=PEOPLE[2])


@pytest.fixture
def seats(qtbot: QtBot) -> SeatsView:
    """The seats of the car, shown, with the keyboard in them."""
    made = SeatsView()
    qtbot.addWidget(made)
    made.retranslate("zh")
    made.show_vehicle(CAR, {2: "李强在“致辞”和“A线”的时间冲突。"})
    made.show()
    made.activateWindow()
    made.setFocus()
    qtbot.waitUntil(made.hasFocus)
    return made


def told(spy: QSignalSpy) -> list[list[object]]:
    """What a signal said."""
    return [list(spy.at(number)) for number in range(spy.count())]


def test_arrows_go_from_seat_to_seat(seats: SeatsView, qtbot: QtBot) -> None:
    said = [seats.accessibleDescription()]
    for key in (KEY.Key_Left, KEY.Key_Left, KEY.Key_Left, KEY.Key_Right, KEY.Key_Right, KEY.Key_Up):
        qtbot.keyClick(seats, key)
        said.append(seats.accessibleDescription())
    assert said == [
        "1 号座：梁涛",
        "3 号座：空",
        "2 号座：李强",
        "2 号座：李强",
        "3 号座：空",
        "1 号座：梁涛",
        "4 号座：王明",
    ]


def test_enter_asks_for_the_menu_and_delete_empties_the_seat(seats: SeatsView, qtbot: QtBot) -> None:
    asked, freed = QSignalSpy(seats.menu_requested), QSignalSpy(seats.unseat_requested)
    qtbot.keyClick(seats, KEY.Key_Return)
    qtbot.keyClick(seats, KEY.Key_Delete)
    qtbot.keyClick(seats, KEY.Key_Left)  # an empty seat
    qtbot.keyClick(seats, KEY.Key_Delete)
    assert ([people for _at, people in told(asked)], told(freed)) == ([(1,)], [[(1,)]])
    qtbot.keyClick(seats, KEY.Key_A, CONTROL)
    assert seats.chosen == (1, 2, 3)


def test_several_are_chosen_with_the_control_key(seats: SeatsView, qtbot: QtBot) -> None:
    chosen = QSignalSpy(seats.people_chosen)
    qtbot.mouseClick(seats, LEFT, pos=seats.seat_rect(0).center())
    qtbot.mouseClick(seats, LEFT, CONTROL, pos=seats.seat_rect(3).center())
    qtbot.mouseClick(seats, LEFT, CONTROL, pos=seats.seat_rect(0).center())
    assert told(chosen) == [[(1,)], [(1, 3)], [(3,)]]
    qtbot.mouseClick(seats, LEFT, pos=seats.seat_rect(2).center())
    assert seats.chosen == ()


def test_a_click_on_one_of_several_chooses_that_one_alone(seats: SeatsView, qtbot: QtBot) -> None:
    qtbot.keyClick(seats, KEY.Key_A, CONTROL)
    qtbot.mousePress(seats, LEFT, pos=seats.seat_rect(1).center())
    assert seats.chosen == (1, 2, 3)  # they may be carried together
    qtbot.mouseRelease(seats, LEFT, pos=seats.seat_rect(1).center())
    assert seats.chosen == (2,)


def test_a_small_move_of_the_mouse_carries_nobody(seats: SeatsView, qtbot: QtBot) -> None:
    at = seats.seat_rect(0).center()
    qtbot.mousePress(seats, LEFT, pos=at)
    place = QPointF(at + QPoint(1, 1))
    none = Qt.KeyboardModifier.NoModifier
    moved = QMouseEvent(QEvent.Type.MouseMove, place, seats.mapToGlobal(place), Qt.MouseButton.NoButton, LEFT, none)
    QApplication.sendEvent(seats, moved)
    qtbot.mouseRelease(seats, LEFT, pos=at)
    assert seats.chosen == (1,)


def test_people_beyond_the_seats_stand_below_them(seats: SeatsView) -> None:
    seats.show_vehicle(make.vehicle(seats=1, passengers=PEOPLE, seat_numbers=(0, 0, 5)), {})
    assert [seats.person_on(seat) for seat in (0, 1, 5)] == list(PEOPLE)
    bottom = seats.seat_rect(0).bottom()
    assert all(seats.seat_rect(seat).top() > bottom for seat in (1, 5))
    seats.show_vehicle(make.vehicle(seats=None, passengers=PEOPLE), {})
    assert [seats.seat_rect(seat).isValid() for seat in range(4)] == [True, True, True, False]


def test_it_is_drawn_in_both_languages_and_tells_who_wants_a_look(seats: SeatsView) -> None:
    narrow = seats.width()
    assert not seats.grab().isNull()
    seats.retranslate("en")
    assert seats.width() > narrow
    assert not seats.grab().isNull()
    assert seats._tip(1).endswith("李强在“致辞”和“A线”的时间冲突。")
    assert seats.choose_person(3) and not seats.choose_person(77)


def test_the_keyboard_finds_its_way_where_seats_are_missing(seats: SeatsView, qtbot: QtBot) -> None:
    full = make.vehicle(seats=1, passengers=PEOPLE, seat_numbers=(0, 1, 5))
    seats.show_vehicle(full, {})
    qtbot.mouseClick(seats, LEFT, pos=seats.seat_rect(5).center())
    seats.show_vehicle(full, {})
    said = [seats.accessibleDescription()]
    for key in (KEY.Key_Up, KEY.Key_Down):
        qtbot.keyClick(seats, key)
        said.append(seats.accessibleDescription())
    assert said == ["6 号座：王明", "1 号座：梁涛", "6 号座：王明"]


def test_a_slip_in_the_number_of_seats_draws_no_endless_vehicle(seats: SeatsView) -> None:
    seats.show_vehicle(make.vehicle(seats=10**7, passengers=PEOPLE, seat_numbers=(0, 1, 3)), {})
    assert (seats.seat_rect(MOST - 1).isValid(), seats.seat_rect(MOST).isValid()) == (True, False)


def carry(seats: SeatsView, people: tuple[int, ...], seat: int) -> list[bool]:
    """Carry people over a seat and let them go; which of the three steps were accepted."""
    carried, at = people_mime(people), seats.seat_rect(seat).center()
    move, none = Qt.DropAction.MoveAction, Qt.KeyboardModifier.NoModifier
    events = (
        QDragEnterEvent(at, move, carried, LEFT, none),
        QDragMoveEvent(at, move, carried, LEFT, none),
        QDropEvent(QPointF(at), move, carried, LEFT, none),
    )
    handlers = (seats.dragEnterEvent, seats.dragMoveEvent, seats.dropEvent)
    for event, handle in zip(events, handlers, strict=True):
        event.ignore()
        handle(event)
    return [event.isAccepted() for event in events]


def test_people_are_let_go_over_a_seat_and_nowhere_where_only_reading_is_allowed(seats: SeatsView) -> None:
    wished = QSignalSpy(seats.seat_requested)
    assert carry(seats, (2, 3), 2) == [True, True, True]
    seats.read_only = True
    assert carry(seats, (1,), 2) == [False, False, False]
    assert told(wished) == [[(2, 3), 2]]


def test_the_seat_under_what_is_carried_is_marked_until_it_leaves(seats: SeatsView) -> None:
    at, none = seats.seat_rect(2).center(), Qt.KeyboardModifier.NoModifier
    over = QDragMoveEvent(at, Qt.DropAction.MoveAction, people_mime((1,)), LEFT, none)
    plain = seats.grab().toImage()
    seats.dragMoveEvent(over)
    marked = seats.grab().toImage()
    seats.dragLeaveEvent(QDragLeaveEvent())
    assert (marked != plain, seats.grab().toImage() == plain) == (True, True)


def test_what_is_carried_shows_the_seat_and_how_many(seats: SeatsView, qtbot: QtBot) -> None:
    one = seats._picture(0)
    qtbot.keyClick(seats, KEY.Key_A, CONTROL)
    assert (one.size(), seats._picture(0).size()) == (seats.seat_rect(0).size(), seats.seat_rect(0).size())
    assert seats._picture(0).toImage() != one.toImage()


@pytest.mark.parametrize(("seat", "said"), [(0, "梁涛"), (2, "3 号座：空"), (3, "王明\n车长")])
def test_a_seat_tells_who_sits_there(seats: SeatsView, seat: int, said: str) -> None:
    assert "\n".join(line for line in seats._tip(seat).split("\n") if line in said.split("\n")) == said


def test_a_bus_a_van_and_a_car_are_drawn_alike_dark_and_light(seats: SeatsView) -> None:
    light = [drawn(seats, number) for number in (4, 7, 45)]
    seats.retheme(load_theme("dark"))
    dark = [drawn(seats, number) for number in (4, 7, 45)]
    assert [one.size() for one in light] == [one.size() for one in dark]
    assert all(one != other for one, other in zip(light, dark, strict=True))
    assert light[2].height() > light[1].height() > light[0].height()


def drawn(seats: SeatsView, number: int) -> QImage:
    """A vehicle of so many seats."""
    seats.show_vehicle(make.vehicle(seats=number, passengers=PEOPLE, seat_numbers=(0, 1, 3)), {})
    return seats.grab().toImage()
