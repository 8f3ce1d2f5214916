"""Chinese is typed through an input method: what it composes slowly and what it commits at once both arrive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.edit_model import EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Column, EditorKind

COMPOSED = ("z", "zhe", "zhe jiang")


@dataclass(frozen=True)
class Unit:
    """A row."""

    id: int
    name: str


def column(key: str, **more: Any) -> Column:
    """A column that shows and holds the name."""
    return Column(key, key, lambda row, _: row.name, value=lambda row, _: row.name, **more)


ENTRIES = (Entry("浙江大学", "浙江大学"), Entry("武汉大学", "武汉大学"))
COLUMNS = (
    column("line"),
    column("text", editor=EditorKind.TEXT),
    column("suggested", suggestions=lambda _row, _language: ("院长", "校长")),
    column("picked", editor=EditorKind.PICK, entries=lambda _: ENTRIES, create_words="Create “{text}”"),
    column("chosen", editor=EditorKind.CHOICE, choices=lambda _: (("浙江大学", "浙江大学"), ("无", "无"))),
)


@pytest.fixture
def table(qtbot: QtBot) -> EditTable:
    """Two rows, and a line that adds."""
    made = EditTable(EditModel(COLUMNS, add_words="Add"))
    qtbot.addWidget(made)
    made.resize(900, 300)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.model().show_rows((Unit(1, "甲"), Unit(2, "乙")))
    made.setFocus()
    return made


def keyboard() -> QWidget:
    """What the input method speaks to."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def compose(*preedits: str) -> None:
    """Show what is composed, step by step."""
    for words in preedits:
        QApplication.sendEvent(keyboard(), QInputMethodEvent(words, []))


def commit(words: str) -> None:
    """Commit words; what was composed goes."""
    event = QInputMethodEvent("", [])
    event.setCommitString(words)
    QApplication.sendEvent(keyboard(), event)


def press(key: Qt.Key) -> None:
    """Press a key as the window system tells it: a shortcut may take it first."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(keyboard(), QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))


def steps_of(table: EditTable) -> list[tuple[int, str, Any]]:
    """The edits asked for, as they come."""
    told: list[tuple[int, str, Any]] = []
    table.cells_edited.connect(lambda step: told.extend((edit.row_id, edit.column_key, edit.after) for edit in step))
    return told


@pytest.mark.parametrize("preedits", [(), COMPOSED], ids=["at once", "slowly"])
@pytest.mark.parametrize("key", ["line", "text", "suggested", "picked", "chosen"])
@pytest.mark.parametrize("end", [Qt.Key.Key_Tab, Qt.Key.Key_Return])
def test_words_over_a_cell_replace_it(table: EditTable, key: str, preedits: tuple[str, ...], end: Qt.Key):
    steps = steps_of(table)
    table.choose_cell(1, key)
    compose(*preedits)
    commit("浙江大学")
    press(end)
    assert steps == [(1, key, "浙江大学")]


@pytest.mark.parametrize("preedits", [(), COMPOSED], ids=["at once", "slowly"])
@pytest.mark.parametrize("key", ["line", "text", "suggested"])
def test_words_committed_one_after_the_other_stand_together(table: EditTable, key: str, preedits: tuple[str, ...]):
    steps = steps_of(table)
    table.choose_cell(1, key)
    for words in ("浙江", "大", "学"):
        compose(*preedits)
        commit(words)
    press(Qt.Key.Key_Tab)
    assert steps == [(1, key, "浙江大学")]


@pytest.mark.parametrize("preedits", [(), COMPOSED], ids=["at once", "slowly"])
def test_words_over_the_line_that_adds_begin_a_row(table: EditTable, preedits: tuple[str, ...]):
    begun: list[str] = []
    table.new_row_requested.connect(begun.append)
    table.go_to(table.model().index(2, 0))
    compose(*preedits)
    commit("浙江大学")
    press(Qt.Key.Key_Return)
    assert begun == ["浙江大学"]


@pytest.mark.parametrize("preedits", [(), COMPOSED], ids=["at once", "slowly"])
def test_words_go_on_behind_those_typed_before(table: EditTable, preedits: tuple[str, ...]):
    steps = steps_of(table)
    table.choose_cell(1, "line")
    press(Qt.Key.Key_F2)
    compose(*preedits)
    commit("浙江")
    press(Qt.Key.Key_Return)
    assert steps == [(1, "line", "甲浙江")]


@pytest.mark.parametrize("key", ["line", "text", "suggested", "picked", "chosen"])
def test_what_is_only_composed_and_given_up_changes_nothing(table: EditTable, key: str):
    steps = steps_of(table)
    table.choose_cell(1, key)
    compose(*COMPOSED, "")
    press(Qt.Key.Key_Escape)
    assert (steps, table.is_editing, table.currentIndex().data()) == ([], False, "甲")


@pytest.mark.parametrize("key", ["line", "text", "suggested", "picked", "chosen"])
@pytest.mark.parametrize("end", [Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape])
@pytest.mark.parametrize("opened", [True, False])
def test_a_key_let_through_while_composing_leaves_the_cell_open(table: EditTable, key: str, end: Qt.Key, opened: bool):
    steps = steps_of(table)
    table.choose_cell(1, key)
    if opened:
        table.edit(table.currentIndex())
    compose(*COMPOSED)
    press(end)
    assert (steps, table.is_editing, table.currentIndex().row()) == ([], True, 0)
    commit("浙江大学")
    press(Qt.Key.Key_Tab)
    assert steps == [(1, key, "浙江大学")]


def test_words_over_a_cell_that_cannot_be_edited_go_nowhere(table: EditTable):
    steps = steps_of(table)
    table.model().set_read_only(True)
    table.choose_cell(1, "line")
    compose(*COMPOSED)
    commit("浙江")
    assert (steps, table.is_editing) == ([], False)
