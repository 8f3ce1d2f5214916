"""The sheet as it was read: heads that say what a column means, masked numbers, colors that follow the meaning."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from pytestqt.qtbot import QtBot

from models.imports.book import CellMark, Merge, Sheet
from models.imports.tables import ColumnMatch, FoundTable, MatchedBy
from tests.ui.slips.plans import MATCHES, SHEET_READ, TABLE
from ui.slips.legend import Legend
from ui.slips.sheet_model import Head, SheetModel, heads_of
from ui.slips.sheet_view import SheetView
from ui.theme import load_theme

GROUND, INK, FONT, TIP = (
    Qt.ItemDataRole.BackgroundRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.FontRole,
    Qt.ItemDataRole.ToolTipRole,
)


@pytest.fixture
def model(qapp) -> SheetModel:
    made = SheetModel()
    made.show_sheet(SHEET_READ, [TABLE])
    return made


def test_heads_say_meaning_letter_and_what_the_sheet_writes():
    assert heads_of(SHEET_READ, [TABLE], "zh") == [
        Head("姓名", "name", "A · 姓名"),
        Head("单位", "unit", "B · 单位", how="按以前的设定"),
        Head("手机", "reach", "C · 联系电话"),
        Head("未识别", "", "D · 接站人", unknown=True),
    ]


def test_a_column_that_was_left_out_says_so_and_one_outside_of_tables_has_its_letter():
    left_out = FoundTable("", (0,), (ColumnMatch(0, "备用", "", MatchedBy.CHOSEN),), 1, 1)
    assert heads_of(Sheet("", (("备用", "x"), ("1", "2"))), [left_out], "zh") == [
        Head("不导入", "rest", "A · 备用", how="由您指定"),
        Head("", "", "B"),
        Head("", "", "C"),
        Head("", "", "D"),
    ]


def test_cells_are_whole_but_numbers_of_people_masked(model: SheetModel):
    row = [model.text(2, column) for column in range(4)]
    model.reveal(True)
    assert (row, model.text(2, 2)) == (["侯亮", "第一中学", "135****7788", "小王"], "13512347788")


def test_numbers_outside_of_known_columns_are_masked_too(qapp):
    model = SheetModel()
    model.show_sheet(Sheet("", (("联系人 13512347788", "11010519491231002X", "2024"),)), [])
    assert [model.text(0, column) for column in range(3)] == ["联系人 135****7788", "110105********002X", "2024"]


def test_pictures_and_errors_stand_where_the_text_would(qapp):
    marks = {(0, 0): CellMark(picture=True), (0, 1): CellMark(error="#REF!")}
    model = SheetModel()
    model.show_sheet(Sheet("", ((None, None),), marks=marks), [])
    assert [model.text(0, 0), model.text(0, 1)] == ["[图片]", "#REF!"]


def test_only_people_have_the_color_of_the_meaning(model: SheetModel):
    theme = load_theme("light")
    grounds = [model.data(model.index(row, 0), GROUND) for row in range(6)]
    named = [ground.color().name() if ground is not None else "" for ground in grounds]
    tint, head = theme.tokens["tint_name"], theme.tokens["hover"]
    assert named == ["", head, tint, tint, tint, ""]


def test_what_is_odd_about_a_cell_is_seen_and_told(model: SheetModel):
    cell, hidden = model.index(2, 0), model.index(3, 0)
    assert model.data(cell, FONT).strikeOut()
    assert model.data(cell, TIP) == "侯亮\n批注：请假\n已划删除线"
    assert model.data(hidden, TIP) == "张三、李四\n此行在文件中被隐藏"
    assert model.data(hidden, INK).color().name() == load_theme("light").tokens["ink_faint"]


def test_the_model_keeps_the_rules_of_qt(model: SheetModel, qtmodeltester):
    qtmodeltester.check(model)
    assert (model.headerData(0, Qt.Orientation.Vertical), model.headerData(3, Qt.Orientation.Horizontal)) == (
        "1",
        "未识别",
    )


def test_enter_and_a_click_ask_for_another_meaning(model: SheetModel, qtbot: QtBot):
    view = SheetView(model)
    qtbot.addWidget(view)
    view.resize(600, 300)
    view.show()
    view.go_to(3)
    with qtbot.waitSignal(view.meaning_requested) as by_key:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    place = QPoint(view.header.sectionViewportPosition(2) + 20, 20)
    with qtbot.waitSignal(view.meaning_requested) as by_mouse:
        qtbot.mouseClick(view.header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert (by_key.args[0], by_mouse.args[0], view.currentIndex().row()) == (0, 2, 3)


def test_the_menu_key_asks_about_the_row(model: SheetModel, qtbot: QtBot):
    view = SheetView(model)
    qtbot.addWidget(view)
    view.go_to(4)
    with qtbot.waitSignal(view.row_menu_requested) as asked:
        view.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint()))
    assert asked.args[0] == 4


def test_merged_cells_are_one(qapp, qtbot: QtBot):
    model = SheetModel()
    view = SheetView(model)
    qtbot.addWidget(view)
    model.show_sheet(Sheet("", (("标题",), ("a", "b")), merges=(Merge(0, 0, 0, 3),)), [])
    assert (view.columnSpan(0, 0), view.rowSpan(0, 0), view.columnSpan(1, 0)) == (4, 1, 1)


def test_a_title_and_a_note_that_stand_alone_run_over_the_empty_cells(model: SheetModel, qtbot: QtBot):
    view = SheetView(model)
    qtbot.addWidget(view)
    model.show_sheet(SHEET_READ, [TABLE])
    assert (model.lone_texts(), view.columnSpan(0, 0), view.columnSpan(5, 0)) == ([(0, 0)], 4, 1)


def test_the_legend_says_every_color(qtbot: QtBot):
    legend = Legend()
    qtbot.addWidget(legend)
    legend.retranslate("zh")
    assert legend.words() == ["姓名", "单位", "职务", "电话与证件", "个人信息", "行程与食宿", "其他"]
    assert (legend.accessibleName(), len(MATCHES)) == (", ".join(legend.words()), 4)
