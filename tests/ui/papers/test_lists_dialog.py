"""The dialog of lists and reply slips: what is chosen holds at once, is told, and is there the next time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from exporters.options import EACH_UNIT
from tests.sample_snapshots import organization, side, snapshot
from ui.paper_options import USUAL, PaperOptions
from ui.papers.list_remarks import list_remarks, remembered
from ui.papers.lists_dialog import ListsDialog
from ui.papers.options_bar import OptionsBar
from ui.settings import Settings
from ui.theme import load_theme

TAKEN = snapshot(sides=(side(units=(organization("财政局", "Finance Bureau"),)),))
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[ListsDialog]:
    """The dialog in English, for a meeting with one unit."""
    parent = QWidget()
    qtbot.addWidget(parent)
    made = ListsDialog(PaperOptions(columns=("name", "room")), TAKEN, "en", load_theme("light"), parent)
    made.open()
    yield made


def typed(dialog: ListsDialog, key: str, text: str, qtbot: QtBot) -> None:
    """Type into a field, and press Enter."""
    line = dialog.panel.editors[key].input()
    assert isinstance(line, QLineEdit)
    line.clear()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def ticked(dialog: ListsDialog) -> list[str]:
    """The words of the first columns of the list, with a mark where they are ticked."""
    items = [dialog.list_columns.list.item(row) for row in range(4)]
    return [("x " if item.checkState() is Qt.CheckState.Checked else "- ") + item.text() for item in items]


def test_fields_hold_at_once(dialog: ListsDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.changed):
        typed(dialog, "blank_lines", "3", qtbot)
    typed(dialog, "return_to", "rc@example.org", qtbot)
    typed(dialog, "reply_by", "5-10", qtbot)
    assert dialog.options == PaperOptions(
        columns=("name", "room"), blank_lines=3, return_to="rc@example.org", reply_by=date(2024, 5, 10)
    )
    assert dialog.isVisible()  # Enter belongs to the fields


def test_units_of_the_meeting_can_be_chosen(dialog: ListsDialog) -> None:
    box = dialog.panel.editors["unit"].input()
    assert isinstance(box, QComboBox)
    words = [box.itemText(row) for row in range(box.count())]
    assert words == ["Nobody in particular", "Every unit: a file for each", "Finance Bureau"]
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert dialog.options.unit == EACH_UNIT


def test_the_list_of_those_who_came_is_asked_for_and_forgotten_with_the_meeting(dialog: ListsDialog) -> None:
    box = dialog.panel.editors["came_only"].input()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    assert list_remarks(dialog.options, "en") == ["list of those who came", "own columns"]
    assert dialog.options.for_other_meeting().came_only is False


def test_chosen_columns_stand_first_and_more_can_be_ticked(dialog: ListsDialog) -> None:
    assert ticked(dialog) == ["x Name", "x Room", "- No.", "- Name in the other language"]
    dialog.list_columns.list.item(2).setCheckState(Qt.CheckState.Checked)
    assert dialog.options.columns == ("name", "room", "number")


def test_alt_and_an_arrow_move_a_column(dialog: ListsDialog, qtbot: QtBot) -> None:
    columns = dialog.list_columns.list
    columns.setCurrentRow(0)
    qtbot.keyClick(columns, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(columns, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert dialog.options.columns == ("room", "name")


def test_back_to_the_usual_columns(dialog: ListsDialog, qtbot: QtBot) -> None:
    qtbot.mouseClick(dialog.list_columns.usual_button, LEFT)
    assert dialog.options.columns == ()
    assert ticked(dialog) == ["x No.", "x Name", "x Organization", "x Position"]


def test_the_bar_remembers_what_holds_for_every_meeting(qtbot: QtBot, tmp_path: Path) -> None:
    bar = OptionsBar()
    qtbot.addWidget(bar)
    bar.use(Settings(tmp_path / "settings.json"), may_log=True)
    bar.retheme(load_theme("light"))
    bar.take_snapshot(TAKEN, other=True)
    bar.open_lists()
    dialog = bar.window().findChild(ListsDialog)
    dialog.panel.field_edited.emit(1, "grouping", "", "unit")
    dialog.panel.field_edited.emit(1, "unit", "", "Finance Bureau")
    assert list_remarks(bar.options, "en") == ["lists by unit", "slip for Finance Bureau"]
    bar.take_snapshot(TAKEN, other=True)
    assert bar.options == PaperOptions(grouping="unit") == remembered(Settings(tmp_path / "settings.json"))


def test_what_is_unusual_is_told_in_few_words() -> None:
    assert list_remarks(USUAL, "en") == []
    unusual = PaperOptions(columns=("name",), slip_columns=("phone",), unit=EACH_UNIT, grouping="rank")
    assert list_remarks(unusual, "en") == [
        "lists by rank", "own columns", "own columns on slips", "slips for each unit",
    ]  # fmt: skip
