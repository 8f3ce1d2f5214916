"""Exports from the window, through the real worker process, as a clerk does them."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from exporters.paper import Notice
from models.snapshots.shapes import Bilingual
from tests.ui.conftest import activate
from tests.ui.patience import PATIENCE
from ui.dialogs.error import ErrorDialog
from ui.dialogs.existing_files import ExistingFilesDialog
from ui.export_desk import COPIES, forget_old_copies
from ui.export_worker import Asks, Choice, Done, Failed, Job, Noted, Progress
from ui.main_window import MainWindow
from ui.paper_options import PaperOptions
from ui.settings import EXPORT_FOLDER, LAST_MEETING, Settings

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def opened(qapp: QApplication, sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """One window, whose worker stays warm from export to export; nothing is stored in it."""
    folder = tmp_path_factory.mktemp("exports")
    settings = Settings(folder / "settings.json")
    settings.set(LAST_MEETING, "shengzhou-zjipc")
    made = MainWindow(str(shutil.copy(sample_file, folder / "demo.sqlite")), "zh", settings)
    made.resize(1366, 768)
    made.show()
    shown = QEventLoop()
    made.meeting_shown.connect(shown.quit)
    QTimer.singleShot(PATIENCE, shown.quit)
    made.open_workspace()
    shown.exec()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(opened: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window as it was at first: in the papers room, nothing ticked, nothing asked."""
    opened.apply_language("zh")
    opened.show_room("papers")
    activate(opened, qtbot)
    yield opened
    opened.desk.cancel()
    opened.desk.line.hide()
    opened.settings.set(EXPORT_FOLDER, "")
    papers = opened.rooms["papers"].papers
    papers.tick([row.id for row in papers.ticked()], on=False)
    for dialog in opened.findChildren(QDialog):
        dialog.close()
        dialog.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def choose_folder(window: MainWindow, folder: Path) -> None:
    """Answer the question for a folder."""
    dialog = window.findChild(QFileDialog)
    dialog.setDirectory(str(folder))
    dialog.fileSelected.emit(str(folder))
    dialog.close()


def export(window: MainWindow, qtbot: QtBot) -> None:
    """Press the button that exports what is ticked."""
    qtbot.mouseClick(window.rooms["papers"].export_button, Qt.MouseButton.LeftButton)


def asks(report: object) -> bool:
    """Whether files lie in the way."""
    return isinstance(report, Asks)


def ended(report: object) -> bool:
    """Whether it is the last report of a job."""
    return isinstance(report, Done | Failed)


def tick(window: MainWindow, *wanted: tuple[str, str, str]) -> None:
    """Tick papers by kind and language, to be exported in a format."""
    papers = window.rooms["papers"].papers
    for kind, language, name in wanted:
        for row in papers.all_rows():
            if (row.document, row.language) == (kind, language):
                papers.tick([row.id], on=True)
                papers.choose_formats(row, (name,))


def test_ticked_papers_land_in_the_folder(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    opened: list[str] = []
    window.desk.show_folder = opened.append
    tick(window, ("agenda", "zh", "pdf"), ("ledger", "en", "xlsx"))
    export(window, qtbot)
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=ended):
        choose_folder(window, tmp_path / "out")
    names = sorted(file.name for file in (tmp_path / "out").iterdir())
    assert names == ["20_agenda_shengzhou-zjipc_zh.pdf", "70_ledger_shengzhou-zjipc_en.xlsx"]
    assert window.desk.line.words.text().startswith(f"2 份文件已存入 {tmp_path / 'out'}")
    qtbot.mouseClick(window.desk.line.follow_button, Qt.MouseButton.LeftButton)
    assert (opened, window.settings.get(EXPORT_FOLDER)) == ([str(tmp_path / "out")], str(tmp_path / "out"))


def test_a_paper_in_both_languages_side_by_side_is_exported(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    tick(window, ("agreement", "zh-en", "pdf"))
    export(window, qtbot)
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=ended) as told:
        choose_folder(window, tmp_path)
    assert isinstance(told.args[0], Done), told.args[0]
    assert {Path(file).stem.rsplit("_", 1)[1] for file in told.args[0].files} == {"zh-en"}


def test_the_whole_pack_is_exported_in_both_languages(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    qtbot.mouseClick(window.rooms["papers"].pack_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=ended) as told:
        choose_folder(window, tmp_path)
    assert isinstance(told.args[0], Done), told.args[0]
    names = {Path(file).name for file in told.args[0].files}
    agendas = {name for name in names if name.startswith("20_agenda_") and name.endswith(".pdf")}
    assert agendas == {f"20_agenda_shengzhou-zjipc_{language}.pdf" for language in ("zh", "en")}
    assert len(names) > 20


def test_a_cancelled_export_saves_nothing_and_says_so(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    qtbot.mouseClick(window.rooms["papers"].pack_button, Qt.MouseButton.LeftButton)
    begun = window.desk.jobs.reported
    with qtbot.waitSignal(begun, check_params_cb=lambda report: isinstance(report, Progress)):
        choose_folder(window, tmp_path / "out")
    during = (window.desk.line.isVisible(), window.rooms["papers"].pack_button.isEnabled())
    qtbot.mouseClick(window.desk.line.cancel_button, Qt.MouseButton.LeftButton)
    after = (window.desk.line.words.text(), window.rooms["papers"].pack_button.isEnabled())
    assert (during, after) == ((True, False), ("已取消导出，未保存任何文件。", True))
    assert (tmp_path / "out").exists() is False


def test_a_folder_that_cannot_be_written_is_told_calmly(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    (tmp_path / "file").touch()
    tick(window, ("agenda", "zh", "pdf"))
    export(window, qtbot)
    with qtbot.waitSignal(window.desk.failed):
        choose_folder(window, tmp_path / "file" / "out")
    dialog = window.findChild(ErrorDialog)
    assert (str(tmp_path / "file" / "out") in dialog.trouble.happened, window.desk.line.isVisible()) == (True, False)
    assert dialog.trouble.kept == "没有写出半份文件，录入的内容均已保存。"
    dialog.accept()


def test_progress_is_said_in_the_language_of_the_window(window: MainWindow):
    window.desk._told(Progress(1, 2, 9, "agenda"))
    chinese = window.desk.line.words.text()
    window.apply_language("en")
    english = window.desk.line.words.text()
    window.desk._told(Progress(1, 9, 9, saving=True))
    assert (chinese, english) == ("正在生成文件（2/9）：议程", "Making papers, 2 of 9: Agenda")
    assert (window.desk.line.words.text(), window.desk.line.cancel_button.isEnabled()) == ("Saving 9 papers…", False)


def test_an_agreement_is_named_in_the_language_of_the_window(window: MainWindow):
    window.apply_language("en")
    agreement = window.snapshot.agreements[0]
    window.rooms["papers"].office.desk._job = Job(1, window.snapshot, (), "")
    window.desk._told(Progress(1, 2, 9, "agreement", agreement.key))
    assert window.desk.line.words.text() == f"Making papers, 2 of 9: {agreement.title.pick('en')}"


def test_files_in_the_way_are_asked_about_once_and_kept(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    old = tmp_path / "20_agenda_shengzhou-zjipc_zh.pdf"
    old.write_bytes(b"the final one")
    tick(window, ("agenda", "zh", "pdf"))
    export(window, qtbot)
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=asks):
        choose_folder(window, tmp_path)
    dialog = window.findChild(ExistingFilesDialog)
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=ended):
        qtbot.mouseClick(dialog.both_button, Qt.MouseButton.LeftButton)
    names = sorted(file.name for file in tmp_path.glob("20_*"))
    assert (names, old.read_bytes()) == ([old.stem + "-2.pdf", old.name], b"the final one")


def test_the_question_about_files_can_cancel_everything(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    (tmp_path / "20_agenda_shengzhou-zjipc_zh.pdf").write_bytes(b"the final one")
    tick(window, ("agenda", "zh", "pdf"))
    export(window, qtbot)
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=asks):
        choose_folder(window, tmp_path)
    qtbot.mouseClick(window.findChild(ExistingFilesDialog).cancel_button, Qt.MouseButton.LeftButton)
    assert window.desk.line.words.text() == "已取消导出，未保存任何文件。"
    assert [file.read_bytes() for file in tmp_path.glob("20_*")] == [b"the final one"]


def test_notices_are_lines_that_lead_to_their_place(window: MainWindow, qtbot: QtBot):
    agreement = window.snapshot.agreements[0]
    window.desk._job = Job(1, window.snapshot, (), "")
    notices = (
        Noted("itinerary", Notice("left_out", (("document", "itinerary"),))),
        Noted(f"agreement/{agreement.key}", Notice("open_places", (("count", "1"), ("variables", "term_years")))),
        Noted("agenda", Notice("fallback_font", (("characters", "㛃"),))),
    )
    window.desk._told(Done(1, "/papers", ("/papers/a.pdf",), notices))
    line = window.desk.line
    qtbot.mouseClick(line.lines_button, Qt.MouseButton.LeftButton)
    assert [one.place for one in line.lines.lines] == ["visits", f"agreements/{agreement.key}", ""]
    assert (line.lines_button.text(), line.lines.isVisible()) == ("3 条提示", True)
    with qtbot.waitSignal(window.desk.place_requested) as asked:
        qtbot.mouseClick(line.lines.buttons[1], Qt.MouseButton.LeftButton)
    assert (asked.args, window.room) == ([f"agreements/{agreement.key}"], "agreements")


def test_a_refused_final_paper_leads_to_what_is_missing(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    lacking = replace(window.snapshot.agenda[0], title=Bilingual("只有中文的一项", ""))
    snapshot = replace(window.snapshot, agenda=(lacking,))
    choices = (Choice("agenda", "pdf", "en"),)
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=ended):
        window.desk.export(snapshot, choices, str(tmp_path / "out"), PaperOptions(final=True))
    [line] = window.desk.line.lines.lines
    assert (line.place, window.desk.line.lines.isVisible()) == (f"agenda/{lacking.id}", True)
    assert "只有中文的一项" in line.words
    assert (tmp_path / "out").exists() is False


def test_ctrl_e_elsewhere_leads_to_the_papers(window: MainWindow, qtbot: QtBot):
    window.show_room("people")
    qtbot.keyClick(window, Qt.Key.Key_E, CTRL)
    assert (window.room, window.findChild(QFileDialog)) == ("papers", None)


def test_the_folder_question_starts_at_a_folder_that_exists(window: MainWindow, tmp_path: Path):
    window.settings.set(EXPORT_FOLDER, str(tmp_path / "gone" / "deeper"))
    window.rooms["papers"].export_chosen()
    dialog = window.findChild(QFileDialog)
    assert dialog.directory().absolutePath() == str(tmp_path)
    dialog.reject()


def test_copies_opened_before_yesterday_are_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    old, young = tmp_path / f"{COPIES}old", tmp_path / f"{COPIES}young"
    for folder in (old, young):
        folder.mkdir()
        (folder / "paper.pdf").touch(mode=0o444)
    os.utime(old, (0, 0))
    forget_old_copies()
    assert list(tmp_path.iterdir()) == [young]
