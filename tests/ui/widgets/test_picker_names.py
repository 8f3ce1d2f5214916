"""What a picker takes: a Chinese name is itself and never a longer one; letters look up; other names are names, too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_picker import shown
from ui.widgets.picker import Entry, Picker

KNOWN = (
    Entry(1, "王洁如", "浙江大学 教授", "Wang Jieru"),
    Entry(2, "浙江大学城市学院", "University", "Hangzhou City University\n城院"),
    Entry(3, "浙江大学", "University", "Zhejiang University\n浙大"),
    Entry(4, "浙江大学城市学院附属中学", "School"),
)
ENTER, TAB, DOWN, UP = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Up


def picker_of(qtbot: QtBot, words: str = "New “{text}”", *, free: bool = False) -> Picker:
    made = shown(qtbot, Picker(free=free))
    made.create_words = words
    made.asked = []
    made.create_requested.connect(made.asked.append)
    made.offer(KNOWN)
    return made


@pytest.mark.parametrize("key", [ENTER, TAB])
@pytest.mark.parametrize(
    ("typed", "value", "asked"),
    [
        ("王洁", None, ["王洁"]),
        ("浙江", None, ["浙江"]),
        ("城市学院", None, ["城市学院"]),
        ("浙江大学", 3, []),
        ("浙大", 3, []),
        ("城院", 2, []),
        ("Zhejiang University", 3, []),
        ("wj", 1, []),
        ("wangjie", 1, []),
        ("zjdx", 3, []),
        ("Li Na", None, ["Li Na"]),
    ],
)
def test_a_chinese_text_is_taken_as_typed_and_letters_look_up(
    qtbot: QtBot, key: Qt.Key, typed: str, value: int | None, asked: list[str]
):
    picker = picker_of(qtbot)
    picker.type_text(typed)
    qtbot.keyClick(picker.line, key)
    assert (picker.value(), picker.asked) == (value, asked)


def test_the_longer_ones_stay_listed_first_and_the_arrows_reach_them(qtbot: QtBot):
    picker = picker_of(qtbot)
    picker.type_text("城市学院")
    listed = ("浙江大学城市学院", "浙江大学城市学院附属中学", "New “城市学院”")
    assert (picker.shown_entries(), picker._popup().current) == (listed, 2)
    qtbot.keyClick(picker.line, DOWN)
    qtbot.keyClick(picker.line, ENTER)
    assert (picker.value(), picker.asked) == (2, [])
    picker.type_text("城市学院")
    qtbot.keyClick(picker.line, UP)
    qtbot.keyClick(picker.line, ENTER)
    assert (picker.value(), picker.asked) == (4, [])


def test_where_nothing_can_be_made_a_longer_one_is_marked_first_and_taken_with_the_second_key(qtbot: QtBot):
    picker = picker_of(qtbot, "")
    picker.type_text("王洁")
    qtbot.keyClick(picker.line, TAB)
    assert (picker.value(), picker.text(), picker.list_shown, picker.line.hasFocus()) == (None, "王洁", True, True)
    qtbot.keyClick(picker.line, TAB)
    assert (picker.value(), picker.text(), picker.line.hasFocus()) == (1, "王洁如", False)


def test_of_a_closed_list_of_words_the_first_match_is_taken(qtbot: QtBot):
    picker = picker_of(qtbot, "")
    picker.takes_first = True
    picker.type_text("城市")
    qtbot.keyClick(picker.line, ENTER)
    assert picker.value() == 2


def test_letters_look_up_behind_another_window_as_well(qtbot: QtBot):
    picker = picker_of(qtbot)
    qtbot.keyClicks(picker.line, "wj")
    picker.close_list()
    qtbot.keyClick(picker.line, ENTER)
    assert (picker.value(), picker.asked) == (1, [])


@pytest.mark.parametrize(
    ("typed", "downs", "taken"),
    [("王洁", 0, ("王洁", None)), ("wjr", 0, ("王洁如", KNOWN[0])), ("王洁如", 1, ("王洁如", None))],
)
def test_a_line_that_adds_people_looks_up_too_and_makes_namesakes(
    qtbot: QtBot, typed: str, downs: int, taken: tuple[str, Entry | None]
):
    picker = picker_of(qtbot, free=True)
    picker.type_text(typed)
    for _press in range(2 * downs):  # the arrow stops once in front of the new one
        qtbot.keyClick(picker.line, DOWN)
    qtbot.keyClick(picker.line, ENTER)
    assert (picker.value(), picker.entry) == taken
