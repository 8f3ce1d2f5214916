"""Closing the window: an export under way is asked about once, then finished or cancelled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from ui.dialogs.question import Question
from ui.export_desk import at_once
from ui.export_worker import Choice
from ui.main_window import MainWindow
from ui.paper_options import USUAL

WhilePrinting = Callable[[Callable[[MainWindow], object]], MainWindow]


@pytest.fixture
def exporting(open_window: OpenWindow, workspace_file: Path, tmp_path: Path) -> MainWindow:
    """A window that is to close while it exports."""
    window = open_window(workspace_file)
    window.desk.export(window.snapshot, (), str(tmp_path / "out"))
    window.close()
    return window


def test_the_question_is_asked_once(exporting: MainWindow):
    exporting.close()
    questions = exporting.findChildren(Question)
    assert ([one.isVisible() for one in questions], exporting.isVisible()) == ([True], True)
    assert questions[0].words.text() == "文印还在制作中。无论怎样选，已录入的内容都已保存。"
    questions[0].second.click()
    assert exporting.isVisible() is False


def test_the_export_may_finish_first(exporting: MainWindow, qtbot: QtBot, tmp_path: Path):
    exporting.leaving.question.first.click()
    qtbot.waitUntil(lambda: not exporting.isVisible())
    assert len(list((tmp_path / "out").rglob("*.pdf"))) > 5


def test_a_cancel_that_comes_too_late_lets_the_papers_be_saved_first(
    exporting: MainWindow, qtbot: QtBot, tmp_path: Path
):
    def cancel(report: object) -> None:
        if getattr(report, "saving", False):
            exporting.leaving.question.second.click()

    exporting.desk.jobs.reported.connect(cancel)
    qtbot.waitUntil(lambda: not exporting.isVisible())
    assert len(list((tmp_path / "out").rglob("*.pdf"))) > 5


def test_working_on_keeps_both(exporting: MainWindow, qtbot: QtBot):
    qtbot.keyClick(exporting.leaving.question, Qt.Key.Key_Escape)
    assert (exporting.isVisible(), exporting.desk.jobs.running is None) == (True, False)
    exporting.desk.cancel()


def test_what_is_refused_while_closing_is_told_and_the_window_stays(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    from models.errors import KnownError
    from ui.dialogs.error import ErrorDialog

    window = open_window(workspace_file)

    def refuse(_session: object) -> None:
        raise KnownError("record_gone", record="person", number=1)

    window.office.change("edit_meeting", refuse)
    window.close()
    assert (window.isVisible(), window.findChild(ErrorDialog).isVisible()) == (True, True)
    window.close()
    assert window.isVisible() is False


@pytest.fixture
def while_printing(open_window: OpenWindow, workspace_file: Path, tmp_path: Path, qtbot: QtBot) -> WhilePrinting:
    """Prints, and does something in a window while the first page goes out: soon it is the last."""
    window = open_window(workspace_file)

    def choose(printer: QPrinter, _task: object, accepted) -> None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setResolution(300)
        accepted()

    def printed(act: Callable[[MainWindow], object]) -> MainWindow:
        desk = window.desk.printing
        desk.printer_names, desk.choose = lambda: ["a printer"], choose
        once = Qt.ConnectionType.SingleShotConnection
        desk.printer.progressed.connect(lambda _done, _all: act(window), once)
        desk.print_papers(window.snapshot, (Choice("schedule", "pdf", "zh"),), USUAL, at_once)
        qtbot.waitUntil(lambda: not window.isVisible())
        return window

    return printed


def test_a_print_is_asked_about_once_and_can_be_given_up(while_printing: WhilePrinting, tmp_path: Path):
    def close_twice(printing: MainWindow) -> None:
        for _press in range(2):
            printing.close()
        questions = printing.findChildren(Question)
        assert ([one.isVisible() for one in questions], printing.isVisible()) == ([True], True)
        assert questions[0].words.text() == "还有页面正在送往打印机。无论怎样选，已录入的内容都已保存。"
        questions[0].second.click()

    while_printing(close_twice)
    assert (tmp_path / "printed.pdf").exists() is False


def test_a_print_may_finish_first(while_printing: WhilePrinting, tmp_path: Path):
    def close(printing: MainWindow) -> None:
        printing.close()
        printing.leaving.question.first.click()

    while_printing(close)
    assert (tmp_path / "printed.pdf").read_bytes()[:5] == b"%PDF-"
