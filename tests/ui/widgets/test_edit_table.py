"""The table edited like a sheet: by keyboard and mouse, one signal a step."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage, QInputMethodEvent, QRegion
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from models.rules.masking import mask_phone
from tests.ui.widgets.test_edit_model import COLUMNS, Person
from ui.settings import Settings
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.picker import Picker

PEOPLE = tuple(Person(number, name) for number, name in enumerate("甲乙丙丁戊", 1))
CTRL, SHIFT, ALT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def table(qtbot: QtBot) -> EditTable:
    made = EditTable(EditModel(COLUMNS, add_words="Name"))
    qtbot.addWidget(made)
    made.resize(700, 400)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.model().show_rows(PEOPLE)
    made.setFocus()
    return made


def heard(table: EditTable, signal: str) -> list[tuple[Any, ...]]:
    """What a signal says, in order."""
    told: list[tuple[Any, ...]] = []
    getattr(table, signal).connect(lambda *said: told.append(said))
    return told


def edits(table: EditTable) -> list[list[tuple[int, str, Any]]]:
    """The steps asked for: rows, columns and new values."""
    steps: list[list[tuple[int, str, Any]]] = []
    table.cells_edited.connect(lambda step: steps.append([(edit.row_id, edit.column_key, edit.after) for edit in step]))
    return steps


def editor(table: EditTable) -> Any:
    return table._delegate.editor


def at(table: EditTable) -> tuple[int, int]:
    return table.currentIndex().row(), table.currentIndex().column()


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
