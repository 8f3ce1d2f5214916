"""The papers room in the window: pages beside the list, options, print, save, open, places, commands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from models.records import AuditEntry
from tests.ui import seen
from tests.ui.conftest import OpenWindow
from tests.ui.test_export_desk import ended
from ui.dialogs.no_printer import NoPrinterDialog
from ui.main_window import MainWindow
from ui.papers.filters import TICKED
from ui.papers.room import PapersRoom
from ui.preview_worker import Preview
from ui.settings import LAST_MEETING, Settings

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(open_window: OpenWindow, workspace_file: Path) -> Iterator[MainWindow]:
    settings = Settings()
    settings.set(LAST_MEETING, "shengzhou-zjipc")
    opened = open_window(workspace_file, "zh", settings)
    opened.show_room("papers")
    yield opened
    opened.close()


@pytest.fixture
def room(window: MainWindow) -> PapersRoom:
    shown = window.rooms["papers"]
    assert isinstance(shown, PapersRoom)
    return shown


def look_at(room: PapersRoom, place: str, qtbot: QtBot) -> None:
    """Choose a paper and wait until it is on the screen."""
    show(room, lambda: room.reveal(place), qtbot)


def show(room: PapersRoom, begin: Callable[[], object], qtbot: QtBot) -> None:
    """Wait until the pages that come of it are on the screen; those before are drawn to the end meanwhile."""
    before, drawn = room.panel.preview, list[Preview | None]()
    room.panel.view.drawn.connect(lambda _page: drawn.append(room.panel.preview))
    begin()
    qtbot.waitUntil(lambda: bool(drawn) and drawn[-1] not in (None, before) and drawn[-1] is room.panel.preview)


def print_to(window: MainWindow, file: Path) -> None:
    """Stand in for the system's dialog: a printer that prints into a file."""

    def choose(printer: QPrinter, _task: object, accepted) -> None:
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        printer.setResolution(150)
        accepted()

    window.desk.printing.printer_names = lambda: ["a printer"]
    window.desk.printing.choose = choose


def test_the_pages_of_the_chosen_paper_are_shown_and_are_what_an_export_saves(
    room: PapersRoom, window: MainWindow, qtbot: QtBot, tmp_path: Path
):
    look_at(room, "papers/agenda/en", qtbot)
    preview = room.panel.preview
    assert preview is not None
    assert (preview.title, room.panel.view.pages, room.panel.view.mark.isVisible()) == ("Agenda", preview.pages, True)
    row = room.current()
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=ended) as told:
        window.desk.export(window.snapshot, (row.choice("pdf"),), str(tmp_path))
    texts = [_text(preview.pdf), _text(Path(told.args[0].files[0]).read_bytes())]
    assert texts[0] == texts[1]


def _text(pdf: bytes) -> list[str]:
    file = pypdfium2.PdfDocument(pdf)
    try:
        return [file[number].get_textpage().get_text_bounded() for number in range(len(file))]
    finally:
        file.close()


def test_a_paper_without_material_says_so_and_leads_to_its_room(room: PapersRoom, window: MainWindow, qtbot: QtBot):
    qtbot.waitUntil(lambda: bool(room.lacking) or room.panel.preview is not None)
    room.lacking = ("agenda",)
    room._take_rows()
    room.reveal("papers/agenda/zh")
    assert room.panel.view.message.text() == "本次会议暂无该文件的内容。"
    assert [button.isEnabled() for button in (room.panel.print_button, room.panel.open_button)] == [False, False]
    qtbot.mouseClick(room.panel.view.step_button, LEFT)
    assert window.room == "agenda"


def test_final_papers_bear_no_draft_mark(room: PapersRoom, qtbot: QtBot):
    look_at(room, "papers/agenda/zh", qtbot)
    assert room.panel.view.mark.isVisible()
    qtbot.mouseClick(room.options_bar.final_button, LEFT)
    # The draft may be shown once more meanwhile: the survey of the papers has the pages made anew when it answers.
    qtbot.waitUntil(lambda: room.wishes.is_current(room.snapshot, room.options_bar.options))
    assert room.panel.view.mark.isVisible() is False


def test_a_final_agreement_needs_a_final_text(room: PapersRoom, window: MainWindow, qtbot: QtBot):
    look_at(room, "papers/agreement/zh", qtbot)
    shown = room.panel.view
    qtbot.mouseClick(room.options_bar.final_button, LEFT)
    qtbot.waitUntil(lambda: "尚未定稿" in shown.message.text())
    assert (shown.mark.isVisible(), shown.message.text()) == (
        False,
        "1份协议尚未定稿（首份为“产教融合、校行（企）合作框架协议”），不能出正式稿。请在窗口的“协议”中定稿，或先出草稿。",
    )
    qtbot.mouseClick(shown.step_button, LEFT)
    assert window.room == "agreements"


def test_what_is_printed_are_the_pages_shown(room: PapersRoom, window: MainWindow, qtbot: QtBot, tmp_path: Path):
    look_at(room, "papers/schedule/zh", qtbot)
    print_to(window, tmp_path / "printed.pdf")
    printed = window.desk.printing.printer.printed
    with qtbot.waitSignal(printed):
        qtbot.mouseClick(room.panel.print_button, LEFT)
    file = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert (len(file), window.desk.line.words.text()) == (room.panel.preview.pages, "已向打印机发送 1 页")
    file.close()


def test_several_ticked_papers_are_printed_one_after_the_other(
    room: PapersRoom, window: MainWindow, qtbot: QtBot, tmp_path: Path
):
    room.papers.tick([row.id for row in room.papers.all_rows() if row.document in ("schedule", "ledger")], on=True)
    print_to(window, tmp_path / "printed.pdf")
    finished = window.desk.allowed_changed
    with qtbot.waitSignal(finished, check_params_cb=lambda allowed: allowed):
        qtbot.keyClick(room.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert window.desk.line.words.text() == "已向打印机发送 2 页"  # the ledger is no PDF file
    assert sorted(file.name for file in tmp_path.glob("printed*")) == ["printed-2.pdf", "printed.pdf"]


def test_pages_of_other_options_are_not_printed_for_the_new_ones(
    room: PapersRoom, window: MainWindow, qtbot: QtBot, tmp_path: Path
):
    look_at(room, "papers/schedule/zh", qtbot)
    print_to(window, tmp_path / "printed.pdf")
    qtbot.mouseClick(room.options_bar.final_button, LEFT)
    room._ask()  # the new pages are asked for, and nothing is heard before the next event
    draft = room.panel.preview
    room.print_current()
    task = window.desk.printing._task
    with qtbot.waitSignal(window.desk.printing.printer.printed):
        assert (draft is not None, task.ready) == (True, None)
    assert task.ready.pdf != draft.pdf


def test_a_print_that_may_not_be_made_ends_at_once(room: PapersRoom, window: MainWindow, qtbot: QtBot, tmp_path: Path):
    look_at(room, "papers/schedule/zh", qtbot)
    print_to(window, tmp_path / "printed.pdf")
    choices, options = (room.current().choice("pdf"),), room.options_bar.options
    window.desk.printing.print_papers(
        window.snapshot, choices, options, lambda _start, refused: refused(), ready=room.panel.preview
    )
    assert (window.desk.busy, window.desk.line.isVisible(), room.allowed) == (False, False, True)


def test_without_a_printer_the_papers_can_be_saved(room: PapersRoom, window: MainWindow, qtbot: QtBot):
    window.desk.printing.printer_names = list
    look_at(room, "papers/schedule/zh", qtbot)
    qtbot.mouseClick(room.panel.print_button, LEFT)
    dialog = window.findChild(NoPrinterDialog)
    assert dialog.words.text().startswith("这台电脑尚未设置打印机")
    qtbot.mouseClick(dialog.save_button, LEFT)
    question = window.findChild(QFileDialog)
    question.reject()


def test_a_copy_is_opened_that_cannot_be_written(room: PapersRoom, window: MainWindow, qtbot: QtBot):
    opened: list[str] = []
    window.desk.open_file = opened.append
    room.reveal("papers/ledger/zh")
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=ended):
        qtbot.mouseClick(room.panel.open_button, LEFT)
    file = Path(opened[0])
    assert (file.name, file.stat().st_mode & 0o222) == ("合作台账_草稿_zh.xlsx", 0)


def test_one_paper_is_saved_where_the_user_says(room: PapersRoom, window: MainWindow, qtbot: QtBot, tmp_path: Path):
    room.reveal("papers/ledger/en")
    qtbot.mouseClick(room.panel.save_button, LEFT)
    question = window.findChild(QFileDialog)
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=ended):
        question.fileSelected.emit(str(tmp_path / "台账.xlsx"))
    question.close()
    assert [file.name for file in tmp_path.glob("*.xlsx")] == ["台账.xlsx"]


def test_full_phone_numbers_are_written_down_before_the_paper_is_made(
    room: PapersRoom, window: MainWindow, qtbot: QtBot, tmp_path: Path
):
    room.options_bar._flip("unmasked")
    room.reveal("papers/sign-in/zh")
    window.desk.open_file = lambda _file: None
    with qtbot.waitSignal(window.desk.jobs.reported, check_params_cb=ended):
        room.open_current("xlsx")
    with window.link.workspace.read() as session:
        entries = session.scalars(select(AuditEntry).where(AuditEntry.label == "unmasked_export")).all()
        values = [entry.values for entry in entries]
    assert values == [{"meeting": "shengzhou-zjipc", "document": "sign-in"}]
    assert (room.remark.text(), window.link.workspace.next_undo()) == ("电话号码完整", None)


def test_a_place_names_paper_agreement_and_language(room: PapersRoom, window: MainWindow):
    key = window.snapshot.agreements[1].key
    found = []
    for place in (f"papers/agreement/{key}/zh-en", "papers/agenda/en", "papers/signing-set", "papers/unknown/zh"):
        room.filter.chips[TICKED].setChecked(True)
        window.show_place(place)
        found.append(room.current().name if room.current() else None)
    assert found == [("agreement", key, "zh-en"), ("agenda", None, "en"), ("signing-set", None, "zh"), None]


def test_the_paper_in_view_stays_after_a_change(room: PapersRoom, window: MainWindow, qtbot: QtBot):
    look_at(room, "papers/agreement/zh", qtbot)
    room.panel.view.go_to(3)
    agenda = tuple(replace(item, minutes=99) for item in window.snapshot.agenda)
    show(room, lambda: room.show_snapshot(replace(window.snapshot, agenda=agenda)), qtbot)
    assert (room.current().document, room.panel.view.page) == ("agreement", 3)


def test_an_empty_choice_offers_all_papers(room: PapersRoom, qtbot: QtBot):
    room.filter.chips[TICKED].setChecked(True)
    assert room.empty_page.isVisible()
    qtbot.mouseClick(room.show_all_button, LEFT)
    assert (room.table.isVisible(), len(room.papers.rows())) == (True, len(room.papers.all_rows()))


def test_everything_has_a_name_and_fits_in_both_languages(room: PapersRoom, window: MainWindow, qtbot: QtBot):
    room.reveal("papers/agreement/zh")
    for language in ("zh", "en"):
        window.apply_language(language)
        qtbot.waitUntil(lambda: seen.cut(room) == [])  # once it is laid out anew
        assert seen.nameless(room) == []
    assert all(action.text() for action in room.commands())


def test_the_systems_dialog_knows_pages_and_paper_and_may_be_put_away(
    room: PapersRoom, window: MainWindow, qtbot: QtBot
):
    look_at(room, "papers/agreement/zh", qtbot)
    window.desk.printing.printer_names = lambda: ["a printer"]
    qtbot.mouseClick(room.panel.print_button, LEFT)
    dialog = window.findChild(QPrintDialog)
    layout = dialog.printer().pageLayout()
    assert (dialog.minPage(), dialog.maxPage()) == (1, room.panel.preview.pages)
    assert (layout.pageSize().name(), dialog.isVisible(), room.pack_button.isEnabled()) == ("A4", True, False)
    dialog.reject()
    assert (room.pack_button.isEnabled(), window.desk.line.isVisible(), window.desk.busy) == (True, False, False)
