"""The table edited like a sheet: by keyboard and mouse, one signal a step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.rules.masking import mask_phone
from tests.ui.widgets.edit_tables import PEOPLE, at, editor, edits, heard, shown_table
from tests.ui.widgets.test_edit_model import COLUMNS, Person
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.picker import Picker

CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def table(qtbot: QtBot) -> EditTable:
    return shown_table(qtbot)


@pytest.mark.parametrize(
    ("key", "held", "place"),
    [
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, (2, 1)),
        (Qt.Key.Key_Return, SHIFT, (0, 1)),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier, (1, 2)),
        (Qt.Key.Key_Backtab, SHIFT, (1, 0)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, (2, 1)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, (0, 1)),
    ],
)
def test_typing_replaces_and_the_key_that_ends_it_goes_on(table: EditTable, qtbot: QtBot, key, held, place):
    steps = edits(table)
    table.choose_cell(2, "name")
    qtbot.keyClick(table, Qt.Key.Key_X)
    qtbot.keyClicks(editor(table), "yz")
    qtbot.keyClick(editor(table), key, held)
    assert (steps, at(table), editor(table)) == ([[(2, "name", "xyz")]], place, None)


def test_f2_goes_on_with_the_text_and_escape_restores(table: EditTable, qtbot: QtBot):
    steps = edits(table)
    table.choose_cell(2, "name")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(editor(table), "x")
    typed = editor(table).text()
    qtbot.keyClick(editor(table), Qt.Key.Key_Escape)
    assert (typed, steps, at(table), table.currentIndex().data()) == ("乙x", [], (1, 1), "乙")


def test_without_an_editor_enter_and_tab_move(table: EditTable, qtbot: QtBot):
    table.choose_cell(1, "unit")
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    over = at(table)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert (over, at(table)) == ((1, 0), (2, 0))


def test_ctrl_tab_leaves_the_table(qtbot: QtBot):
    frame, table, line = QWidget(), EditTable(EditModel(COLUMNS)), QLineEdit()
    qtbot.addWidget(frame)
    layout = QVBoxLayout(frame)
    layout.addWidget(table)
    layout.addWidget(line)
    frame.show()
    frame.activateWindow()
    qtbot.waitUntil(frame.isActiveWindow)
    table.model().show_rows(PEOPLE)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Tab, CTRL)
    assert (line.hasFocus(), table.tabKeyNavigation()) == (True, True)


def test_an_input_method_begins_to_type_as_a_key_does(table: EditTable, qapp: QApplication, qtbot: QtBot):
    steps = edits(table)
    table.choose_cell(2, "name")
    composed, committed = QInputMethodEvent("zhe", []), QInputMethodEvent()
    committed.setCommitString("浙")
    qapp.sendEvent(table, composed)
    qapp.sendEvent(table, committed)
    qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    assert steps == [[(2, "name", "浙")]]


def test_a_choice_is_found_by_typing(table: EditTable, qtbot: QtBot):
    steps = edits(table)
    table.choose_cell(1, "reply")
    table.edit(table.currentIndex())
    assert isinstance(editor(table), Picker)
    qtbot.keyClicks(editor(table).line, "shi")
    qtbot.keyClick(editor(table).line, Qt.Key.Key_Return)
    assert (steps, at(table)) == ([[(1, "reply", "yes")]], (1, 2))


def test_a_double_click_drops_the_choices_and_a_click_takes_one(table: EditTable, qtbot: QtBot):
    steps, place = edits(table), table.visualRect(table.model().index(0, 2)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(lambda: editor(table) is not None and editor(table).list_shown)
    assert editor(table).shown_entries() == ("否", "是")
    qtbot.keyClick(editor(table).line, Qt.Key.Key_Down)
    qtbot.keyClick(editor(table).line, Qt.Key.Key_Return)
    assert steps == [[(1, "reply", "yes")]]


def test_an_unknown_unit_is_asked_for(table: EditTable, qtbot: QtBot):
    told = heard(table, "create_requested")
    table.choose_cell(1, "unit")
    table.edit(table.currentIndex())
    editor(table).type_text("新单位")
    qtbot.keyClick(editor(table).line, Qt.Key.Key_Tab)
    assert told == [(1, "unit", "新单位")]


def test_a_reload_leaves_an_open_editor_alone(table: EditTable, qtbot: QtBot):
    steps = edits(table)
    table.choose_cell(2, "name")
    qtbot.keyClick(table, Qt.Key.Key_X)
    table.model().show_rows((Person(9, "新"), PEOPLE[0], Person(2, "乙乙"), *PEOPLE[2:]))
    qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    assert (steps, at(table)) == ([[(2, "name", "x")]], (3, 1))


def test_leaving_keeps_what_was_typed(table: EditTable, qtbot: QtBot):
    steps = edits(table)
    table.choose_cell(2, "name")
    qtbot.keyClick(table, Qt.Key.Key_X)
    table.keep_typed()
    assert (steps, editor(table)) == ([[(2, "name", "x")]], None)


def test_a_refused_text_is_offered_again(table: EditTable):
    edit = CellEdit(2, "name", "乙", "新")
    table.edit_again(edit, "新")
    assert (at(table), editor(table).text(), table.model().index(1, 1).data()) == ((1, 1), "新", "乙")


def test_delete_empties_what_may_be_empty(table: EditTable, qtbot: QtBot):
    steps, told = edits(table), heard(table, "notice_requested")
    table.choose_cell(1, "name")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(table, key, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert steps == [[(1, "name", ""), (2, "name", "")]]
    assert told == [("2 格保留原内容。",)]


def test_delete_wishes_rows_away_that_are_marked_whole(table: EditTable, qtbot: QtBot):
    steps, gone = edits(table), heard(table, "rows_deleted")
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.model().index(1, 0)).center()
    )
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert (steps, gone) == ([], [((2,),)])


def test_the_line_that_adds_is_typed_into_the_first_column_shown(table: EditTable):
    table.layout_of_columns.show_column("name", False)
    table.begin_row()
    assert (at(table), table.model().adding_column()) == ((5, 2), 2)


def test_ctrl_d_fills_down(table: EditTable, qtbot: QtBot):
    steps = edits(table)
    table.choose_cell(2, "name")
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_D, CTRL)
    table.choose_cell(5, "name")
    qtbot.keyClick(table, Qt.Key.Key_D, CTRL)
    assert steps == [[(3, "name", "乙")], [(5, "name", "丁")]]


def test_ctrl_enter_fills_what_is_marked(table: EditTable, qtbot: QtBot):
    steps = edits(table)
    table.choose_cell(3, "name")
    qtbot.keyClick(table, Qt.Key.Key_Up, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_X)
    qtbot.keyClick(editor(table), Qt.Key.Key_Return, CTRL)
    assert steps == [[(2, "name", "x")], [(3, "name", "x")]]


def test_several_rows_get_one_value_in_one_step(table: EditTable):
    steps = edits(table)
    table.choose_rows((1, 3, 5))
    table.set_cells("reply", "yes")
    assert (steps, table.chosen_ids()) == ([[(1, "reply", "yes"), (3, "reply", "yes"), (5, "reply", "yes")]], (1, 3, 5))


def test_what_is_copied_is_pasted_elsewhere(table: EditTable, qtbot: QtBot):
    steps = edits(table)
    table.choose_cell(1, "name")
    qtbot.keyClick(table, Qt.Key.Key_Right, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    copied = QGuiApplication.clipboard().text()
    table.choose_cell(2, "name")
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    assert (copied, steps) == ("甲\t否", [[(2, "name", "甲")]])


def test_one_cell_is_pasted_into_all_that_are_marked(table: EditTable, qtbot: QtBot):
    steps = edits(table)
    QGuiApplication.clipboard().setText("是")
    table.choose_cell(1, "reply")
    qtbot.keyClick(table, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    assert steps == [[(1, "reply", "yes"), (2, "reply", "yes")]]


def test_several_cells_are_planned_where_the_room_plans(table: EditTable, qtbot: QtBot):
    table.plans_paste = True
    told = heard(table, "paste_requested")
    QGuiApplication.clipboard().setText("子\t是\n丑\t否")
    table.choose_cell(2, "name")
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    assert told == [([["子", "是"], ["丑", "否"]], table.model().index(1, 1))]


def test_a_picture_gets_a_clear_sentence(table: EditTable, qtbot: QtBot):
    told = heard(table, "notice_requested")
    QGuiApplication.clipboard().setImage(QImage(4, 4, QImage.Format.Format_RGB32))
    qtbot.keyClick(table, Qt.Key.Key_V, CTRL)
    assert told == [("剪贴板里是图片。请在 Excel 或 WPS 中复制单元格，再以文字粘贴到这里。",)]


def private_table(table: EditTable) -> EditTable:
    """The same with numbers in the column of names, masked on the screen."""
    masked = replace(COLUMNS[1], private=True, text=lambda row, _: mask_phone(row.name))
    columns = [masked if column.key == "name" else column for column in COLUMNS]
    table.model().show_columns(columns)
    table.model().show_rows([Person(1, "13812345678"), Person(2, "13900001111")])
    return table


@pytest.mark.parametrize("text", ["138****5678", "138＊＊＊＊5678", "138xxxx5678"])
def test_a_masked_number_is_never_stored(table: EditTable, text: str, qtbot: QtBot):
    steps, said = edits(private_table(table)), heard(table, "notice_requested")
    table.choose_cell(2, "name")
    QGuiApplication.clipboard().setText(text)
    table.block.paste()
    table.edit(table.currentIndex())
    table._delegate.type_text(text)
    qtbot.keyClick(editor(table), Qt.Key.Key_Return)
    assert (steps, len(said)) == ([], 2)


def test_a_masked_number_that_is_cut_stays(table: EditTable):
    steps = edits(private_table(table))
    table.choose_cell(1, "name")
    table.block.cut()
    assert (steps, QGuiApplication.clipboard().text()) == ([], "138****5678")


def test_one_cell_is_pasted_into_everything_that_is_marked_but_the_last_line(table: EditTable):
    steps = edits(table)
    table.choose_cell(1, "name")
    table.selectAll()
    QGuiApplication.clipboard().setText("是")
    table.block.paste()
    assert [(row, value) for row, key, value in steps[0] if key == "reply"] == [(n, "yes") for n in range(1, 6)]
