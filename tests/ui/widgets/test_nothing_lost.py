"""Nothing typed goes unseen: the line that adds stays in sight, what is on no list is told, Ctrl+Enter goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_edit_model import COLUMNS, ENTRIES, Person
from ui.widgets.choice_editors import PickEditor
from ui.widgets.edit_model import EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.field_shapes import Field, FieldKind
from ui.widgets.picker import Picker

PEOPLE = tuple(Person(number, name) for number, name in enumerate("甲乙丙丁戊己庚", 1))
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def table(qtbot: QtBot) -> EditTable:
    made = EditTable(EditModel(COLUMNS, add_words="Name"))
    qtbot.addWidget(made)
    made.resize(700, 140)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.model().show_rows(PEOPLE[:2])
    return made


def test_the_line_that_adds_stays_in_sight_while_rows_come(table: EditTable):
    table.begin_row()
    table.model().show_rows(PEOPLE)
    room = table.visualRect(table.currentIndex())
    assert (table.currentIndex().row(), table.is_editing) == (7, True)
    assert table.viewport().rect().contains(room)
    assert table._delegate.editor.geometry().bottom() <= table.viewport().height()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_word_that_is_on_no_list_is_told(table: EditTable, qtbot: QtBot, key: Qt.Key):
    told: list[str] = []
    table.notice_requested.connect(told.append)
    table.edit_cell(1, "reply")
    qtbot.keyClicks(table._delegate.editor.line, "xyz")
    qtbot.keyClick(table._delegate.editor.line, key)
    assert (told, table.model().index(0, 2).data()) == (["“xyz”不能填在这里，此格保留原内容。"], "否")


def test_a_panel_tells_a_word_that_is_on_no_list(qtbot: QtBot):
    editor = PickEditor(Field("unit", "Organization", FieldKind.PICK, entries=lambda _language: ENTRIES))
    qtbot.addWidget(editor)
    editor.retranslate("zh")
    editor.start(1)
    editor.picker.type_text("xyz")
    editor.commit()
    assert (editor.picker.text(), editor.remark()) == ("浙江大学", "未存入：xyz")
    editor.picker.type_text("武汉大学")
    editor.commit()
    assert (editor.picker.text(), editor.remark()) == ("武汉大学", "")


class Passed(QObject):
    """What the keys that nobody took would have met."""

    def __init__(self, picker: Picker) -> None:
        super().__init__(picker)
        self.keys: list[int] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Qt: a key."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self.keys += [event.key()] * (event.key() != Qt.Key.Key_Control)
        return False


def test_ctrl_enter_takes_what_is_typed_and_goes_on_to_the_form(qtbot: QtBot):
    picker = Picker()
    qtbot.addWidget(picker)
    form = Passed(picker)
    picker.installEventFilter(form)
    picker.offer(ENTRIES)
    picker.show()
    picker.type_text("wuhan")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return, CTRL)
    assert (picker.value(), form.keys) == (2, [Qt.Key.Key_Return])
    picker.type_text("浙江")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    assert (picker.value(), form.keys) == (1, [Qt.Key.Key_Return])
