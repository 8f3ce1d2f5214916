"""What looks like HTML or a mnemonic is shown letter by letter, and a long name does not widen the window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.qtbot import QtBot

from models.store.workspace import open_workspace
from tests import factories as make
from tests.ui.conftest import OpenWindow
from ui.settings import LAST_MEETING, Settings
from ui.undo_menu import UndoMenu
from ui.widgets.tips import as_tip

ODD = "<b>R&D</b> &amp; <img src=x>"


@pytest.mark.parametrize("text", [ODD, "a < b\n  two lines", "R&D", "1 &lt; 2", ""])
def test_a_tip_shows_every_letter(qapp, text: str):
    tip, shown = as_tip(text), QTextDocument()
    shown.setHtml(tip)
    assert (shown.toPlainText().replace("\u2028", "\n") if "<" in text else tip) == text


def test_an_odd_title_and_file_name_are_shown_as_they_are(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    file = Path(shutil.copyfile(workspace_file, workspace_file.with_name("<b>R&D.sqlite")))
    with open_workspace(file, client="other") as workspace, workspace.change("add") as session:
        make.make_meeting(session, "extra").title_zh = ODD
    settings = Settings()
    settings.set(LAST_MEETING, "extra")
    window = open_window(file, settings=settings)
    assert (window.top_bar.title.text(), window.status.workspace.text()) == (ODD, "工作区：<b>R&D")
    assert window.status.workspace.textFormat() == Qt.TextFormat.PlainText
    assert window.rail.card.toolTip() == as_tip(f"{ODD}\n点击切换会议（Ctrl+M）")


def test_a_step_with_an_ampersand_keeps_it(qtbot: QtBot):
    from models.store.next_steps import StepName

    menu = UndoMenu()
    qtbot.addWidget(menu)
    menu.show_steps(StepName("load_sample", {"meeting": "R&D <b>"}), None)
    assert menu.undo_action.text() == "撤销“载入示例会议 R&&D <b>”"
    assert menu.undo_action.toolTip() == as_tip("撤销“载入示例会议 R&D <b>” (Ctrl+Z)")


def test_a_long_file_name_does_not_widen_the_window(open_window: OpenWindow, workspace_file: Path):
    file = Path(shutil.copyfile(workspace_file, workspace_file.with_name("长" * 60 + ".sqlite")))
    window = open_window(file)
    assert (window.size().toTuple(), window.status.workspace.text()) == ((1366, 768), "工作区：" + "长" * 39 + "…")
    assert window.status.workspace.toolTip() == str(file)
