"""Rows and columns of the table that is edited like a sheet: added, moved, hidden, wide enough, painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.widgets.edit_tables import PEOPLE, at, editor, heard, shown_table
from tests.ui.widgets.test_edit_model import COLUMNS, Person
from ui.settings import Settings
from ui.widgets.edit_model import EditModel
from ui.widgets.edit_table import EditTable

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def table(qtbot: QtBot) -> EditTable:
    return shown_table(qtbot)


def test_who_stands_in_a_table_that_is_emptied_goes_on_in_the_line_that_adds(table: EditTable, qtbot: QtBot):
    begun = heard(table, "new_row_requested")
    table.model().show_rows(())
    qtbot.keyClick(table, Qt.Key.Key_X)
    qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    assert begun == [("x",)]


def test_the_last_line_begins_a_row(table: EditTable, qtbot: QtBot):
    told = heard(table, "new_row_requested")
    table.choose_cell(5, "name")
    qtbot.keyClick(table, Qt.Key.Key_Return)
    qtbot.keyClick(table, Qt.Key.Key_X)
    qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    assert (told, isinstance(editor(table), QLineEdit)) == ([("x",)], True)


@pytest.mark.parametrize(("key", "ids", "moved"), [(Qt.Key.Key_Up, (2, 3), 1), (Qt.Key.Key_Down, (2, 3), 5)])
def test_alt_and_arrows_wish_rows_elsewhere(table: EditTable, qtbot: QtBot, key, ids, moved):
    told = heard(table, "rows_moved")
    table.choose_rows(ids)
    qtbot.keyClick(table, key, ALT)
    assert told == [(ids, moved)]


def test_rows_at_the_edge_stay(table: EditTable, qtbot: QtBot):
    told = heard(table, "rows_moved")
    table.choose_rows((1,))
    qtbot.keyClick(table, Qt.Key.Key_Up, ALT)
    table.choose_rows((5,))
    qtbot.keyClick(table, Qt.Key.Key_Down, ALT)
    assert told == []


def test_a_row_is_dragged_by_its_number(table: EditTable, qtbot: QtBot):
    told = heard(table, "rows_moved")
    start, end = (table.visualRect(table.model().index(row, 0)).center() for row in (0, 2))
    view = table.viewport()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=start)
    for place in (start + QPoint(0, 20), end + QPoint(0, 6)):
        qtbot.mouseMove(view, place)
    drawn = table._drag.line()
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=end)
    assert (told, drawn is not None, table._drag.line()) == ([((1,), 4)], True, None)


def test_rows_are_wished_away_and_in(table: EditTable, qtbot: QtBot):
    gone, wished = heard(table, "rows_deleted"), heard(table, "row_insert_requested")
    table.choose_rows((2, 3))
    qtbot.keyClick(table, Qt.Key.Key_Minus, CTRL)
    qtbot.keyClick(table, Qt.Key.Key_Plus, CTRL)
    assert (gone, wished) == ([((2, 3),)], [(2,)])


def test_the_cursor_stays_on_its_person_when_a_filter_takes_others_away(table: EditTable):
    table.choose_cell(4, "reply")
    table.model().replace_rows(PEOPLE[2:])
    there = table.chosen()
    table.model().replace_rows(PEOPLE[:2])
    assert (there, table.chosen(), at(table)[1]) == (PEOPLE[3], PEOPLE[1], 2)


def test_columns_are_hidden_moved_and_remembered(table: EditTable, qtbot: QtBot):
    settings = Settings()
    table.remember(settings, "people")
    table.layout_of_columns.show_column("reply", False)
    table.horizontalHeader().moveSection(3, 1)
    table.layout_of_columns.save()
    other = EditTable(EditModel(COLUMNS))
    qtbot.addWidget(other)
    other.remember(settings, "people")
    assert [COLUMNS[number].key for number in other.shown_columns()] == ["number", "unit", "name"]
    other.layout_of_columns.reset()
    assert [COLUMNS[number].key for number in other.shown_columns()] == ["number", "name", "reply", "unit"]


def test_a_cell_of_a_hidden_column_is_shown_to_be_edited(table: EditTable):
    table.layout_of_columns.show_column("name", False)
    assert (table.edit_cell(3, "name"), at(table), editor(table).text()) == (True, (2, 1), "丙")


def test_a_width_given_by_hand_stays(table: EditTable):
    table.horizontalHeader().resizeSection(1, 333)
    table.fit_columns()
    assert (table.columnWidth(1), table.layout_of_columns.widths) == (333, {"name": 333})


def test_every_column_is_listed_for_the_chooser(table: EditTable):
    actions = table.layout_of_columns.actions(table)
    shown = [(key, action.text()) for key, action in actions if action.isChecked()]
    assert shown == [("name", "姓名"), ("reply", "回复"), ("unit", "单位")]


def test_the_one_long_name_of_many_is_whole_where_there_is_room(qtbot: QtBot):
    table = EditTable(EditModel(COLUMNS, add_words="Name"))
    qtbot.addWidget(table)
    table.resize(700, 400)
    table.show()
    short = tuple(Person(number, chr(0x4E00 + number) * 3) for number in range(1, 16))
    table.model().show_rows((*short, Person(16, "阿依古丽·买买提")))
    assert table.cut_text(table.model().index(15, 1)) == ""
    table.model().show_rows((*short, Person(16, "阿依古丽·买买提明"), Person(17, "丁")))
    qtbot.waitUntil(lambda: table.cut_text(table.model().index(15, 1)) == "")


def test_a_fixed_column_widens_for_what_was_typed(table: EditTable, qtbot: QtBot):
    before = table.columnWidth(1)
    table.model().show_rows((Person(1, "a name much longer than all the others"), *PEOPLE[1:]))
    qtbot.waitUntil(lambda: table.columnWidth(1) > before)


def test_no_row_is_wished_in_where_nothing_can_be_edited(table: EditTable, qtbot: QtBot):
    told = heard(table, "row_insert_requested")
    table.model().set_read_only(True)
    table.choose_cell(1, "name")
    qtbot.keyClick(table, Qt.Key.Key_Plus, CTRL)
    assert told == []


class Painted(QObject):
    """What of a widget is painted again."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.region = QRegion()
        watched.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.region = self.region.united(event.region())
        return False


def test_the_row_that_is_left_and_the_row_that_is_entered_are_painted_whole(table: EditTable, qtbot: QtBot):
    table.choose_cell(2, "name")
    table.grab()
    painted = Painted(table.viewport())
    qtbot.waitUntil(lambda: painted.region.isEmpty())
    QApplication.processEvents()
    painted.region = QRegion()
    table.choose_cell(4, "name")
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    wide = table.viewport().width()
    rows = [QRect(0, table.rowViewportPosition(row), wide, table.rowHeight(row)) for row in range(5)]
    assert [QRegion(row).subtracted(painted.region).isEmpty() for row in rows] == [False, True, False, True, False]
