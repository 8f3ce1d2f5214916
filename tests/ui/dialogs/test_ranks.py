"""The table of ranks: typed into, moved, tried, kept as one step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from models.office_settings import own_rungs, write_ladders
from models.rules.ranks import Rung, proposed_ladders
from tests.ui.conftest import OpenWindow
from ui.dialogs.ranks import RanksDialog, doubles
from ui.dialogs.settings import SettingsDialog
from ui.main_window import MainWindow
from ui.theme import load_theme

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
THREE = (
    Rung(1, (("县长", "区长"), ("校长",), (), ())),
    Rung(2, (("副县长",), (), ("总经理",), ())),
    Rung(3, ((), (), (), ("科长",))),
)


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[RanksDialog]:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = RanksDialog(THREE, "zh", load_theme("light"), parent)
    made.show()
    qtbot.waitUntil(made.table.hasFocus)
    yield made


def told(dialog: RanksDialog) -> list[tuple[int, str]]:
    """Each rung by its number and all its words."""
    return [(row.number, " / ".join(filter(None, row.cells))) for row in dialog.model.rows()]


def first_cell(dialog: RanksDialog, place: int) -> None:
    dialog.table.choose_cell(dialog.model.rows()[place].id, "county")


def test_a_cell_is_typed_with_any_signs_between_the_words(dialog: RanksDialog, qtbot: QtBot) -> None:
    dialog.table.edit_cell(dialog.model.rows()[2].id, "county")
    dialog.table.itemDelegate().editor.setText(" 股长、镇长，乡长 ")
    qtbot.keyClick(dialog.table.itemDelegate().editor, Qt.Key.Key_Return)
    assert told(dialog)[2] == (3, "股长 镇长 乡长 / 科长")


def test_alt_up_moves_a_rung_and_the_numbers_follow(dialog: RanksDialog, qtbot: QtBot) -> None:
    first_cell(dialog, 1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Up, ALT)
    assert told(dialog) == [(1, "副县长 / 总经理"), (2, "县长 区长 / 校长"), (3, "科长")]


def test_a_rung_is_removed_and_one_is_made_above(dialog: RanksDialog, qtbot: QtBot) -> None:
    first_cell(dialog, 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Minus, CTRL)
    first_cell(dialog, 0)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Plus, CTRL)
    dialog.table.keep_typed()
    assert told(dialog) == [(1, ""), (2, "副县长 / 总经理"), (3, "科长")]
    assert [rung.rank for rung in dialog.rungs()] == [1, 2]


def test_the_last_line_adds_a_rung(dialog: RanksDialog) -> None:
    dialog.table.new_row_requested.emit("科员 干事")
    assert told(dialog)[3:] == [(4, "科员 干事")]


def test_a_title_is_tried_where_it_stands_now(dialog: RanksDialog, qtbot: QtBot) -> None:
    dialog.title.setText("副县长")
    said = [dialog.answer.text()]
    first_cell(dialog, 1)
    qtbot.keyClick(dialog.table, Qt.Key.Key_Up, ALT)
    said.append(dialog.answer.text())
    dialog.title.setText("院士")
    assert [*said, dialog.answer.text()] == [
        "副县长 → 第2级", "副县长 → 第1级", "院士 → 不在表内，排在最后",
    ]  # fmt: skip


def test_words_on_several_rungs_are_named(dialog: RanksDialog) -> None:
    hidden = dialog.doubles.isHidden()
    dialog.table.new_row_requested.emit("县长 科员")
    assert (hidden, doubles(dialog.model.rows()), dialog.doubles.isHidden()) == (True, ["县长"], False)
    assert dialog.doubles.text() == "在多个级次中重复（以最高级次为准）：县长"


def test_the_proposed_table_is_kept_as_no_own_table(dialog: RanksDialog, qtbot: QtBot) -> None:
    dialog.proposed_button.click()
    assert len(told(dialog)) == len(proposed_ladders().rungs)
    with qtbot.waitSignal(dialog.kept) as kept:
        dialog.keep_button.click()
    assert kept.args == [()]


def test_a_table_that_is_as_it_was_is_not_kept_again(dialog: RanksDialog) -> None:
    kept: list[object] = []
    dialog.kept.connect(kept.append)
    dialog.keep_button.click()
    assert (kept, dialog.isVisible()) == ([], False)


def test_both_languages_say_everything(dialog: RanksDialog) -> None:
    dialog.title.setText("县长")
    dialog.retranslate("en")
    heads = [dialog.model.headerData(n, Qt.Orientation.Horizontal) for n in range(5)]
    assert (dialog.answer.text(), heads[1], dialog.kind.currentText()) == (
        "县长 → rung 1", "County, offices and parks", "at a county office",
    )  # fmt: skip


def test_from_the_settings_it_is_kept_as_one_step_that_undo_takes_back(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
) -> None:
    window: MainWindow = open_window(workspace_file)
    with window.link.workspace.change("set_ranks") as session:
        write_ladders(session, THREE)
    window.settings_desk.open()
    settings = window.findChild(SettingsDialog)
    qtbot.waitUntil(settings.ranks_button.isVisible)
    settings.ranks_button.click()
    qtbot.waitUntil(lambda: window.findChild(RanksDialog) is not None)
    made = window.findChild(RanksDialog)
    made.table.new_row_requested.emit("科员")
    with qtbot.waitSignal(window.link.feed.committed):
        made.keep_button.click()
    with window.link.workspace.read() as session:
        assert own_rungs(session) == (*THREE, Rung(4, (("科员",), (), (), ())))
    with qtbot.waitSignal(window.link.feed.committed):
        window.link.undo(newest=True)
    with window.link.workspace.read() as session:
        assert own_rungs(session) == THREE
