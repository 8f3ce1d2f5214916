"""A table of five people, edited like a sheet, and what is asked of it."""

from __future__ import annotations

from typing import Any

from pytestqt.qtbot import QtBot

from tests.ui.widgets.test_edit_model import COLUMNS, Person
from ui.widgets.edit_model import EditModel
from ui.widgets.edit_table import EditTable

PEOPLE = tuple(Person(number, name) for number, name in enumerate("甲乙丙丁戊", 1))


def shown_table(qtbot: QtBot) -> EditTable:
    """A table of five people, with the keyboard."""
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
