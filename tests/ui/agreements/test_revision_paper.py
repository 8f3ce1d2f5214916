"""A kept revision put on paper from the table of revisions: the chosen one, as it was kept."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from exporters.final_mark import is_final
from models.snapshots.shapes import Bilingual
from tests.ui.agreements.test_lifecycle_page import agreement, frozen_file, open_room
from tests.ui.conftest import OpenWindow
from tests.ui.test_export_desk import ended
from ui.agreements.lifecycle_page import LifecyclePage
from ui.main_window import MainWindow

__all__ = ["frozen_file"]


def test_a_revision_is_opened_as_it_was_kept(open_window: OpenWindow, frozen_file: Path, qtbot: QtBot) -> None:
    room, opened = open_room(open_window, frozen_file), list[str]()
    room.reveal(f"agreements/{agreement(room).key}/life/revisions/1")
    page, window = room.side.current(), room.window()
    assert isinstance(page, LifecyclePage) and isinstance(window, MainWindow)
    paper, title = page.revision_paper, agreement(room).title.zh
    assert (paper.text().strip(), paper.file_name()) == ("v1 文稿", f"{title}_v1_定稿_zh-en.pdf")
    window.desk.open_file = opened.append
    page.revisions.table.choose(page.revisions.model.rows()[0].id)
    page.revisions.table.doubleClicked.emit(page.revisions.table.currentIndex())
    qtbot.waitUntil(lambda: bool(opened))
    assert is_final(Path(opened[0]))
    row = page.revisions.model.rows()[0]
    paper.show_row(room.snapshot, replace(row, agreement=replace(row.agreement, title=Bilingual("长" * 120))))
    assert paper.file_name() == f"{'长' * 24}_v1_定稿_zh-en.pdf"
    page.retranslate("en")
    assert paper.save_action.text() == "Save as PDF…"


def test_a_revision_is_saved_and_printed_as_it_was_kept(
    open_window: OpenWindow, frozen_file: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    room, printed = open_room(open_window, frozen_file), list[object]()
    room.reveal(f"agreements/{agreement(room).key}/life/revisions/1")
    page, window = room.side.current(), room.window()
    assert isinstance(page, LifecyclePage) and isinstance(window, MainWindow)
    paper, file = page.revision_paper, tmp_path / "定稿.pdf"
    paper.save_action.trigger()
    question = window.findChild(QFileDialog)
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=ended):
        question.fileSelected.emit(str(file))
    question.close()
    assert is_final(file)
    window.desk.printing.print_papers = lambda *given: printed.append(given[1:3])
    paper.print_action.trigger()
    shown = paper.paper()
    assert shown is not None and (shown.options.revision, printed) == (1, [((shown.choice,), shown.options)])
