"""The timeline by mouse and keyboard: what it shows at once, and what it wishes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from models.codes import AgendaKind
from models.rules.agenda_times import Slot
from tests import sample_snapshots as make
from ui.agenda.cards import cards_of, slots_of
from ui.agenda.timeline import Timeline
from ui.agenda.timeline_drag import Begin, Make, Move, Stretch
from ui.agenda.timeline_shape import RULER, Shape

DAY, NEXT = date(2024, 5, 20), date(2024, 5, 21)
LEFT, ALT, SHIFT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def item(id_: int, start: str = "", minutes: int | None = 30, day: date = DAY):
    """An item; "09:30" is its start."""
    begins = time.fromisoformat(start) if start else None
    return make.agenda_item(f"第{id_}项", f"Item {id_}", id=id_, day=day, start=begins, minutes=minutes)


MORNING = (item(1, "09:00"), item(2, "09:30"), item(3, "10:30"), item(4), item(5), item(6, "09:00", day=NEXT))


class Told(Timeline):
    """A timeline that keeps what it wished."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Any] = []
        self.wished.connect(self.told.append)
        self.order_requested.connect(lambda *order: self.told.append(order))
        self.open_requested.connect(lambda item_id: self.told.append(("open", item_id)))

    def show_items(self, items: tuple[Any, ...] = MORNING, *, another: bool = True) -> None:
        """Show an agenda."""
        snapshot = make.snapshot(agenda=items)
        self.show_agenda(slots_of(snapshot), cards_of(snapshot, {}, "zh"), (DAY, NEXT), another=another)

    def point(self, item_id: int) -> QPoint:
        """The middle of an item."""
        return self.item_rect(item_id).center()

    def shown(self) -> dict[int, str]:
        """The starts as they are shown."""
        slots: dict[int, Slot] = dict(self.scene.slots)
        return {id_: f"{slot.start:%H:%M}+{slot.minutes}" for id_, slot in slots.items() if slot.start}

    def drag(self, start: QPoint, end: QPoint, *, drop: bool = True) -> None:
        """Press, move in two steps, release."""
        place = self.viewport()
        QTest.mousePress(place, LEFT, Qt.KeyboardModifier.NoModifier, start)
        for point in ((start + end) / 2, end):
            QTest.mouseMove(place, point)
        if drop:
            QTest.mouseRelease(place, LEFT, Qt.KeyboardModifier.NoModifier, end)


@pytest.fixture
def timeline(qtbot: QtBot) -> Told:
    """A timeline of two days with two pixels a minute, at 08:00."""
    made = Told()
    qtbot.addWidget(made)
    made.clock = lambda: datetime(2024, 1, 1, 12)
    made.resize(900, 700)
    made.set_zoom(3)
    made.show_items()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def down(minutes: int) -> QPoint:
    """So many minutes further down."""
    return QPoint(0, minutes * 2)


def test_a_block_dragged_down_snaps_to_five_minutes(timeline: Told):
    timeline.drag(timeline.point(1), timeline.point(1) + down(13))
    assert (timeline.told, timeline.shown()[1]) == ([Move(1, DAY, time(9, 15))], "09:15+30")


def test_what_follows_is_pushed_before_the_eyes(timeline: Told):
    timeline.push = True
    timeline.drag(timeline.point(1), timeline.point(1) + down(10), drop=False)
    assert (timeline.told, timeline.shown()) == (
        [],
        {1: "09:10+30", 2: "09:40+30", 3: "10:40+30", 6: "09:00+30"},
    )


def test_a_block_goes_to_another_day(timeline: Told):
    timeline.drag(timeline.point(2), QPoint(timeline.point(6).x(), timeline.point(2).y()))
    assert timeline.told == [Move(2, NEXT, time(9, 30))]


def test_the_lower_edge_stretches_and_the_upper_one_begins(timeline: Told):
    rect = timeline.item_rect(3)
    timeline.drag(QPoint(rect.center().x(), rect.bottom() - 1), QPoint(rect.center().x(), rect.bottom() + 20))
    timeline.show_items()
    timeline.drag(QPoint(rect.center().x(), rect.top() + 2), QPoint(rect.center().x(), rect.top() - 18))
    assert timeline.told == [Stretch(3, 40), Begin(3, time(10, 20))]


def test_a_block_loses_its_clock_time_in_the_tray_and_gets_one_on_the_paper(timeline: Told):
    timeline.drag(timeline.point(1), timeline.point(5))
    timeline.show_items()
    on_paper = QPoint(timeline.point(1).x(), round(timeline.scene.shape.y_of(11 * 60)))
    timeline.drag(timeline.point(4), on_paper)
    assert timeline.told == [Move(1, DAY, None, 5), Move(4, DAY, time(11))]


def test_the_tray_is_put_into_another_order_by_mouse_and_keyboard(timeline: Told, qtbot: QtBot):
    timeline.drag(timeline.point(5), timeline.point(4) - QPoint(0, 20))
    timeline.choose(4)
    qtbot.keyClick(timeline, Qt.Key.Key_Down, ALT)
    timeline.choose(5)
    qtbot.keyClick(timeline, Qt.Key.Key_Up, ALT)
    assert timeline.told == [(5, 4), (4, None), (5, 4)]


def test_free_paper_makes_an_item_by_drag_and_by_double_click(timeline: Told, qtbot: QtBot):
    shape: Shape = timeline.scene.shape
    start = QPoint(timeline.point(1).x(), round(shape.y_of(12 * 60)))
    timeline.drag(start, start + down(45))
    qtbot.mouseDClick(timeline.viewport(), LEFT, pos=start + down(2))
    assert timeline.told == [Make(0, 720, 765), Make(0, 720, 750)]


def test_escape_ends_a_drag_and_nothing_is_wished(timeline: Told, qtbot: QtBot):
    timeline.drag(timeline.point(1), timeline.point(1) + down(30), drop=False)
    qtbot.keyClick(timeline, Qt.Key.Key_Escape)
    QTest.mouseRelease(timeline.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, timeline.point(1) + down(30))
    assert (timeline.told, timeline.shown()[1]) == ([], "09:00+30")


def test_a_press_without_a_move_chooses_and_changes_nothing(timeline: Told, qtbot: QtBot):
    with qtbot.waitSignal(timeline.item_chosen) as chosen:
        qtbot.mouseClick(timeline.viewport(), LEFT, pos=timeline.point(2))
    assert (chosen.args, timeline.told) == ([2], [])


def test_several_are_chosen_with_ctrl_and_with_shift(timeline: Told, qtbot: QtBot):
    place = timeline.viewport()
    qtbot.mouseClick(place, LEFT, pos=timeline.point(1))
    qtbot.mouseClick(place, LEFT, Qt.KeyboardModifier.ControlModifier, timeline.point(3))
    assert timeline.chosen_ids() == (1, 3)
    qtbot.mouseClick(place, LEFT, pos=timeline.point(1))
    qtbot.mouseClick(place, LEFT, SHIFT, timeline.point(3))
    assert timeline.chosen_ids() == (1, 2, 3)


def test_arrows_choose_in_reading_order_and_across(timeline: Told, qtbot: QtBot):
    seen = []
    for key in ("Home", "Down", "Right", "Right", "Up", "Left", "End"):
        qtbot.keyClick(timeline, getattr(Qt.Key, f"Key_{key}"))
        seen.append(timeline.scene.current)
    assert seen == [1, 2, 6, 5, 4, 6, 5]


def test_steps_of_the_keyboard_show_at_once_and_become_one_wish_after_a_pause(timeline: Told, qtbot: QtBot):
    timeline.choose(1)
    for _step in range(3):
        qtbot.keyPress(timeline, Qt.Key.Key_Down, ALT)
    assert (timeline.told, timeline.shown()[1]) == ([], "09:15+30")
    with qtbot.waitSignal(timeline.wished):
        pass
    assert timeline.told == [Move(1, DAY, time(9, 15))]


def test_letting_the_key_go_ends_the_steps(timeline: Told, qtbot: QtBot):
    timeline.choose(1)
    qtbot.keyPress(timeline, Qt.Key.Key_Down, SHIFT)
    qtbot.keyPress(timeline, Qt.Key.Key_Right, SHIFT)
    qtbot.keyRelease(timeline, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(timeline, Qt.Key.Key_Right, ALT)
    assert timeline.told == [Stretch(1, 40), Move(1, NEXT, time(9))]


def test_escape_takes_steps_back_before_they_are_wished(timeline: Told, qtbot: QtBot):
    timeline.choose(1)
    qtbot.keyPress(timeline, Qt.Key.Key_Down, ALT)
    qtbot.keyPress(timeline, Qt.Key.Key_Escape)
    timeline.keys.settle()
    assert (timeline.told, timeline.shown()[1]) == ([], "09:00+30")


def test_enter_and_a_double_click_open_the_item(timeline: Told, qtbot: QtBot):
    timeline.choose(2)
    qtbot.keyClick(timeline, Qt.Key.Key_Return)
    qtbot.mouseDClick(timeline.viewport(), LEFT, pos=timeline.point(4))
    assert timeline.told == [("open", 2), ("open", 4)]


def test_a_reload_keeps_the_choice_and_drops_what_is_gone(timeline: Told):
    timeline.choose(2)
    timeline.choose(3, keep=True)
    timeline.show_items(MORNING[:2], another=False)
    assert (timeline.chosen_ids(), timeline.scene.current) == ((2,), None)


def test_a_refused_wish_shows_what_is_stored(timeline: Told):
    timeline.drag(timeline.point(1), timeline.point(1) + down(30))
    timeline.forget_wish()
    assert timeline.shown()[1] == "09:00+30"


def test_read_only_chooses_and_drags_nothing(timeline: Told, qtbot: QtBot):
    timeline.read_only = True
    timeline.drag(timeline.point(1), timeline.point(1) + down(30))
    qtbot.keyClick(timeline, Qt.Key.Key_Down, ALT)
    timeline.keys.settle()
    assert (timeline.told, timeline.scene.current) == ([], 1)


def test_zooming_keeps_the_middle_and_stops_at_both_ends(timeline: Told):
    middle = timeline.scene.shape.minute_at(350)
    timeline.set_zoom(5)
    assert abs(timeline.scene.shape.minute_at(350) - middle) < 2
    timeline.set_zoom(99)
    assert timeline.zoom == 7


def test_an_item_without_clock_time_is_scrolled_to(timeline: Told):
    timeline.show_items(tuple(item(number) for number in range(1, 31)))
    for wanted in (30, 1, 20):
        timeline.show_item(wanted)
        row = timeline.item_rect(wanted)
        assert row.top() >= 0
        assert row.bottom() <= timeline.viewport().height() - timeline.scene.tray_foot


@pytest.mark.parametrize(("minutes", "wished", "zoom"), [(5, 4, 5), (6, 4, 4), (5, 3, 3)])
def test_a_meeting_with_items_too_short_to_read_is_shown_a_step_nearer(
    timeline: Told, minutes: int, wished: int, zoom: int
):
    timeline.set_zoom(wished)
    timeline.show_items((item(1, "09:00", minutes), item(2, "09:30")))
    assert timeline.zoom == zoom
    timeline.show_items((item(2, "09:30"),))
    assert timeline.zoom == wished


def test_every_item_tells_all_of_itself_to_those_who_hear_it(timeline: Told):
    timeline.choose(1)
    assert timeline.accessibleDescription() == "第1项, 09:00–09:30, 致辞"


@pytest.mark.parametrize("language", ["zh", "en"])
def test_sixty_items_and_a_day_of_today_are_painted(timeline: Told, language: str):
    kinds = list(AgendaKind)
    many = tuple(
        replace(item(number, f"{8 + number // 6:02}:{number % 6 * 10:02}", 10), kind=kinds[number % len(kinds)])
        for number in range(1, 61)
    )
    timeline.clock = lambda: datetime(2024, 5, 20, 9, 12)
    timeline.retranslate(language)
    timeline.show_items(many)
    picture = timeline.viewport().grab().toImage()
    line = round(timeline.scene.shape.y_of(9 * 60 + 12))
    assert picture.pixelColor(RULER + 2, line) == timeline.scene.theme.color("accent")


def test_an_older_agenda_that_still_arrives_does_not_displace_what_was_wished(timeline: Told):
    timeline.drag(timeline.point(1), timeline.point(1) + down(10))
    timeline.show_items(another=False)
    assert timeline.shown()[1] == "09:10+30"
    timeline.show_items((item(1, "09:10"), *MORNING[1:]), another=False)
    timeline.show_items(another=False)
    assert timeline.shown()[1] == "09:00+30"


def test_on_the_day_the_item_under_way_is_the_first_choice(timeline: Told):
    assert timeline.first_choice() == 1
    timeline.clock = lambda: datetime(2024, 5, 20, 10, 45)
    assert timeline.first_choice() == 3
    timeline.clock = lambda: datetime(2024, 5, 20, 10, 15)
    assert timeline.first_choice() == 1
