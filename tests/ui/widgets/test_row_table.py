"""The table: the choice outlives a reload, columns fit, cut cells tell their whole text, keys do what they should."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_row_model import COLUMNS, FRUITS, Fruit
from ui.widgets.row_model import Column, RowModel
from ui.widgets.row_table import PADDING, ROW_HEIGHT, RowTable, fitted

LONG = "a very long name that no column of this table can hold " * 3


@pytest.fixture
def table(qtbot: QtBot) -> RowTable:
    made = RowTable(RowModel((Column("name", "People", lambda row, _: row.name, flexible=True), *COLUMNS[1:])))
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    made.model().show_rows(FRUITS)
    return made


def test_the_first_row_is_chosen_at_first(table: RowTable):
    assert (table.chosen(), table.rowHeight(0)) == (FRUITS[0], ROW_HEIGHT)


def test_the_choice_is_kept_by_id_when_rows_move(table: RowTable, qtbot: QtBot):
    table.choose(3)
    with qtbot.waitSignal(table.row_chosen) as told:
        table.model().show_rows((Fruit(9, "fig", 3), *reversed(FRUITS)))
    assert (told.args, table.chosen(), table.currentIndex().row()) == ([FRUITS[1]], FRUITS[1], 1)


def test_nothing_is_chosen_when_all_rows_are_gone(table: RowTable, qtbot: QtBot):
    with qtbot.waitSignal(table.row_chosen) as told:
        table.model().show_rows(())
    assert (told.args, table.chosen()) == ([None], None)


def test_arrows_choose_and_enter_opens(table: RowTable, qtbot: QtBot):
    qtbot.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.row_opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert (table.chosen(), opened.args) == (FRUITS[1], [3])


def test_tab_leaves_the_table(table: RowTable):
    assert table.tabKeyNavigation() is False


def test_columns_share_exactly_the_room(table: RowTable):
    assert sum(table.columnWidth(number) for number in range(2)) == table.viewport().width()


def test_a_flexible_column_gives_way_but_keeps_its_head(table: RowTable):
    table.model().show_rows((Fruit(1, LONG, 1),))
    table.resize(150, 200)
    assert table.columnWidth(0) >= max(96, table.header_width(0))


def test_only_a_cut_cell_has_a_tooltip(table: RowTable):
    table.model().show_rows((Fruit(1, LONG, 1), Fruit(2, "fig", 1)))
    assert [table.cut_text(table.model().index(row, 0)) for row in range(2)] == [LONG, ""]


def test_the_tooltip_tells_the_whole_text(table: RowTable, qapp: QApplication):
    table.model().show_rows((Fruit(1, LONG, 1),))
    place = table.visualRect(table.model().index(0, 0)).center()
    qapp.sendEvent(table.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, place, table.viewport().mapToGlobal(place)))
    assert QToolTip.text() == LONG
    QToolTip.hideText()


def test_a_fixed_column_shows_its_longest_text(table: RowTable):
    table.model().show_rows((Fruit(1, "fig", 123456),))
    assert table.columnWidth(1) >= table.fontMetrics().horizontalAdvance("123456") + PADDING


def test_a_double_click_opens(table: RowTable, qtbot: QtBot):
    place: QPoint = table.visualRect(table.model().index(1, 0)).center()
    with qtbot.waitSignal(table.row_opened) as opened:
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [3]


@pytest.mark.parametrize(
    ("longest", "room", "widths"),
    [
        ([100, 90, 80], 240, [100, 60, 80]),  # what is left over goes to the flexible ones
        ([100, 90, 80], 250, [100, 70, 80]),  # first to the text that is cut least
        ([100, 300, 80], 270, [100, 90, 80]),
        ([100, 90, 80], 300, [115, 90, 95]),
        ([100, 90, 80], 200, [70, 60, 70]),  # what is missing is taken from the widest
    ],
)
def test_room_left_over_goes_to_cut_texts_first(longest: list[int], room: int, widths: list[int]):
    assert fitted([100, 60, 80], [50, 60, 50], [1, 0, 1], longest, room) == widths
