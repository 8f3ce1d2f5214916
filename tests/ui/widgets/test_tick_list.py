"""Lines to tick: keys, mouse, what stays chosen, what is heard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ui.theme import load_theme
from ui.widgets.tick_list import TickLine, TickList, box_of

LINES = (
    TickLine("a", "Missing", note="2", ticked=None, heading=True),
    TickLine("1", "Wang Jie", "Dean", lead="Name"),
    TickLine("2", "Li Hong", "Head", "08:52", "good", True),
    TickLine("b", "Others", ticked=None, heading=True),
    TickLine("new", "New", ticked=None),
)


@pytest.fixture
def shown(qtbot: QtBot) -> TickList:
    made = TickList(big=True)
    qtbot.addWidget(made)
    made.lines.said = ("ticked", "not ticked")
    made.show_lines(LINES, lead_width=60)
    made.resize(500, 400)
    made.show()
    return made


def test_arrows_step_over_headings_and_stop_at_the_ends(shown: TickList, qtbot: QtBot) -> None:
    found = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(shown, key)
        found.append(shown.current_key())
    assert found == ["1", "2", "new", "new", "2"]


def test_space_ticks_and_enter_enters(shown: TickList, qtbot: QtBot) -> None:
    shown.choose("2")
    with qtbot.waitSignal(shown.ticked) as ticked, qtbot.waitSignal(shown.entered) as entered:
        qtbot.keyClick(shown, Qt.Key.Key_Space)
        qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert (ticked.args, entered.args) == (["2"], ["2"])


def test_a_click_on_the_box_ticks_and_one_on_the_words_chooses(shown: TickList, qtbot: QtBot) -> None:
    room = shown.visualRect(shown.lines.index(1, 0))
    with qtbot.waitSignal(shown.ticked) as ticked:
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=box_of(room).center())
    other = shown.visualRect(shown.lines.index(2, 0))
    with qtbot.assertNotEmitted(shown.ticked):
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, other.center().y()))
    assert (ticked.args, shown.current_key()) == (["1"], "2")


def test_a_line_without_a_box_is_not_ticked_by_a_click(shown: TickList, qtbot: QtBot) -> None:
    room = shown.visualRect(shown.lines.index(4, 0))
    with qtbot.assertNotEmitted(shown.ticked):
        qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=box_of(room).center())


def test_what_is_chosen_stays_when_lines_move_or_change(shown: TickList) -> None:
    shown.choose("2")
    shown.show_lines(LINES[2:])
    moved = shown.current_key()
    shown.show_lines([TickLine("2", "Li Hong", ticked=False), *LINES[3:]])
    assert (moved, shown.current_key(), shown.lines.lines[0].ticked) == ("2", "2", False)
    assert (shown.choose("a"), shown.choose("9")) == (False, False)


def test_a_line_is_heard_whole(shown: TickList) -> None:
    heard = [shown.lines.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5)]
    assert heard == [
        "Missing, 2", "Name, Wang Jie, Dean, not ticked", "Li Hong, Head, 08:52, ticked", "Others", "New",
    ]  # fmt: skip


def test_the_box_that_is_ticked_is_filled_in_the_color_of_the_theme(shown: TickList) -> None:
    shown.retheme(load_theme("dark"))
    box = box_of(shown.visualRect(shown.lines.index(2, 0)))
    picture = shown.viewport().grab().toImage()
    assert picture.pixelColor(box.left() + 3, box.center().y() + 6).name() == load_theme("dark").tokens["good"]
