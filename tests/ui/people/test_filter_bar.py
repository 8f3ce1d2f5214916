"""The chips above the people table: numbers, choices, and the way back."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.codes import Reply
from tests import sample_snapshots as make
from ui.people.filter_bar import FilterBar
from ui.people.rows import person_rows

SIDES = (make.side(id=5), make.side("地方", id=6))
PEOPLE = (
    make.attendee("李强", id=1, side_id=5, reply=Reply.CONFIRMED, person=make.person("李强", "Li Qiang")),
    make.attendee("李新", id=2, side_id=6, reply=Reply.INVITED, person=make.person("李新", "Li Xin")),
    make.attendee("王明", id=3, side_id=6, reply=Reply.CONFIRMED, person=make.person("王明", "Wang Ming")),
)


@pytest.fixture
def bar(qtbot: QtBot) -> FilterBar:
    made = FilterBar()
    qtbot.addWidget(made)
    qtbot.addWidget(made.line)
    made.retranslate("zh")
    made.show_rows(tuple(person_rows(make.snapshot(sides=SIDES, attendees=PEOPLE, groups=(make.group(id=9),)))))
    return made


def said(bar: FilterBar) -> list[str]:
    return [chip.text() for chip in (bar.all_chip, *bar.side_chips.values(), *bar.menus.values())]


def ids(bar: FilterBar) -> list[int]:
    return [row.id for row in bar.filter.shown()]


def test_every_chip_tells_its_number(bar: FilterBar):
    assert said(bar) == ["全部 4", "校方 1", "地方 2", "未分方 1", "角色 ▾", "回复 ▾", "单位 ▾"]


def test_a_side_is_chosen_and_given_up(bar: FilterBar, qtbot: QtBot):
    with qtbot.waitSignal(bar.changed):
        qtbot.mouseClick(bar.side_chips[6], Qt.MouseButton.LeftButton)
    chosen = ids(bar)
    qtbot.mouseClick(bar.all_chip, Qt.MouseButton.LeftButton)
    assert (chosen, ids(bar), bar.all_chip.isChecked()) == ([2, 3], [1, 2, 3, -9], True)


def test_a_menu_counts_what_each_choice_leaves(bar: FilterBar):
    menu = bar.menu_of("reply")
    words = [action.text() for action in menu.actions()]
    menu.actions()[1].trigger()
    assert (words, ids(bar)) == (["已邀请，未回复  1", "已确认  2"], [1, 3])
    assert bar.menus["reply"].text() == "已确认 2 ▾"


def test_groups_stand_among_the_parts(bar: FilterBar):
    bar.choose("roles", frozenset({"groups"}))
    assert (ids(bar), bar.menus["roles"].text()) == ([-9], "未列名群体 1 ▾")


def test_typing_filters_at_once_and_counts_soon(bar: FilterBar, qtbot: QtBot):
    qtbot.keyClicks(bar.line, "lx")
    found = ids(bar)
    qtbot.waitUntil(lambda: bar.side_chips[6].text() == "地方 1")
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert (found, ids(bar), bar.line.text()) == ([2], [1, 2, 3, -9], "")


def test_down_goes_on_to_the_rows(bar: FilterBar, qtbot: QtBot):
    with qtbot.waitSignal(bar.left):
        qtbot.keyClick(bar.line, Qt.Key.Key_Down)


def test_long_names_of_sides_are_shortened_and_told_whole(bar: FilterBar):
    long = make.both("虚构县高新技术产业开发区管理委员会及其所属的全部企业和单位")
    bar.show_rows(tuple(person_rows(make.snapshot(sides=(SIDES[0], replace(SIDES[1], label=long)), attendees=PEOPLE))))
    assert (bar.side_chips[6].text(), bar.side_chips[6].toolTip()) == (f"{long.zh[:24]}… 2", long.zh)


def test_a_side_and_a_unit_that_vanish_are_not_wanted_any_longer(bar: FilterBar):
    bar.choose("side", frozenset({5, 6}))
    bar.choose("unit", frozenset({77}))
    bar.show_rows(tuple(person_rows(make.snapshot(sides=SIDES[1:], attendees=PEOPLE[1:]))))
    assert (bar.filter.chosen, ids(bar)) == ({"side": frozenset({6})}, [2, 3])
