"""The archive of an agreement in a real window: scans dropped and chosen, opened as copies; number and day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from models.codes import AgreementStatus
from models.records import Agreement as StoredAgreement
from models.snapshots.shapes import Agreement
from models.store.workspace import open_workspace
from tests.ui import seen
from tests.ui.conftest import OpenWindow
from ui.agreements.archive_copies import remove_copies
from ui.agreements.archive_page import ArchivePage
from ui.dialogs.error import ErrorDialog
from ui.main_window import MainWindow
from ui.settings import LAST_MEETING, LAST_ROOM, Settings

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
PDF = b"%PDF-1.7 signed\n%%EOF\n"


@pytest.fixture
def window(open_window: OpenWindow, workspace_file: Path) -> MainWindow:
    """The agreements room of a meeting whose first agreement ends in 20 days, and the second was archived."""
    with open_workspace(workspace_file) as workspace, workspace.change("set") as session:
        first, second = session.query(StoredAgreement).order_by(StoredAgreement.id).limit(2)
        first.ends_on = date.today() + timedelta(days=20)
        second.archive_number, second.archived_on = "2021-协-009", date(2021, 6, 30)
    settings = Settings()
    settings.set(LAST_MEETING, "shengzhou-zjipc")
    settings.set(LAST_ROOM, "agreements")
    return open_window(workspace_file, settings=settings)


@pytest.fixture
def page(window: MainWindow) -> ArchivePage:
    """The archive of the first agreement, opened by its place."""
    window.office.show_place(f"agreements/{agreement(window).key}/archive")
    found = window.rooms["agreements"].side.current()
    assert isinstance(found, ArchivePage)
    return found


def agreement(window: MainWindow) -> Agreement:
    """The first agreement as it is stored now."""
    found: Agreement = window.snapshot.agreements[0]
    return found


def until(qtbot: QtBot, window: MainWindow, holds: Callable[[Agreement], Any]) -> None:
    """Wait until the first agreement is so."""
    qtbot.waitUntil(lambda: bool(holds(agreement(window))))


def drop(page: ArchivePage, *files: Path) -> list[bool]:
    """Hold files over the page, away and back, and drop them; whether the hint was seen each time."""
    mime, hint = QMimeData(), []
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    enter = QDragEnterEvent(page.rect().center(), Qt.DropAction.CopyAction, mime, LEFT, NO_KEY)
    for event in (page.dragEnterEvent, lambda _event: page.dragLeaveEvent(QDragLeaveEvent()), page.dragEnterEvent):
        event(enter)
        hint.append(page.hint.isVisible())
    page.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, LEFT, NO_KEY))
    return [*hint, page.hint.isVisible()]


def file_of(folder: Path, name: str, content: bytes = PDF) -> Path:
    """A file to drop."""
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_dropped_scan_is_kept_opened_as_a_copy_removed_and_brought_back(
    page: ArchivePage, window: MainWindow, qtbot: QtBot, tmp_path: Path
):
    opened: list[str] = []
    window.desk.open_file = opened.append
    scan = file_of(tmp_path, "签字页.pdf")
    assert drop(page, scan) == [True, False, True, False]
    until(qtbot, window, lambda one: [row.name for row in one.attachments] == ["签字页.pdf"])
    scan.unlink()
    page.take_focus()
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(opened))
    copy = Path(opened[0])
    assert (copy.name, copy.read_bytes(), copy.stat().st_mode & 0o222) == ("签字页.pdf", PDF, 0)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    until(qtbot, window, lambda one: not one.attachments)
    window.link.undo(newest=True)
    until(qtbot, window, lambda one: len(one.attachments) == 1)
    remove_copies(copy.parent.parent)
    assert not copy.exists()


def test_a_scan_of_300_mb_and_what_is_no_scan_are_refused_in_a_sentence_each(
    page: ArchivePage, window: MainWindow, qtbot: QtBot, tmp_path: Path
):
    large = tmp_path / "全套.pdf"
    with large.open("wb") as stream:
        stream.truncate(300 * 2**20)
    drop(page, large, file_of(tmp_path, "程序.pdf", b"MZ"))
    said: list[str] = []
    for _number in range(2):
        qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in window.findChildren(ErrorDialog)))
        dialog = next(one for one in window.findChildren(ErrorDialog) if one.isVisible())
        said += [label.text() for label in dialog.findChildren(QLabel) if "”" in label.text()]
        dialog.close()
        dialog.deleteLater()
    assert said == [
        "“全套.pdf”太大，无法留存：最多 50 MB。",
        "“程序.pdf”既不是 PDF，也不是 JPG 或 PNG 图片。请将签字文本扫描为其中一种格式，再重新选择。",
    ]
    assert (agreement(window).attachments, page.copying.isVisible()) == ((), False)


def test_a_signed_agreement_is_archived_under_the_next_number(page: ArchivePage, window: MainWindow, qtbot: QtBot):
    today = date.today()
    side = window.rooms["agreements"].side
    life = side.open("life", agreement(window))
    life.reveal("step/archive")
    qtbot.waitUntil(life.form.asking)
    assert life.form.lines["number"].text() == "2021-协-010"  # proposed there, too
    assert side.open("archive", agreement(window)) is page
    qtbot.mouseClick(page.archive_button, LEFT)
    qtbot.waitUntil(page.form.asking)
    assert page.form.lines["number"].text() == "2021-协-010"
    qtbot.keyClick(page.form.lines["number"], Qt.Key.Key_Return)
    until(qtbot, window, lambda one: one.status is AgreementStatus.ARCHIVED)
    now = agreement(window)
    assert (now.archive_number, now.archived_on in (today, date.today())) == ("2021-协-010", True)  # midnight may pass
    assert not page.archive_button.isVisible()
    page.reveal("archive_number")
    editor = page.panel.editors["archive_number"].input()
    editor.setText("2021-协-011")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    until(qtbot, window, lambda one: one.archive_number == "2021-协-011")


def test_the_page_is_found_by_the_menu_and_speaks_of_the_end(page: ArchivePage, window: MainWindow, qtbot: QtBot):
    ends = agreement(window).ends_on
    told = f"《产教融合、校行（企）合作框架协议》将于 {ends} 到期。请及早与对方商定是否续签，并了结未办事项。"
    qtbot.waitUntil(lambda: page.note.text() == told)
    qtbot.mouseClick(page.first_button, LEFT)
    dialog = page.findChild(QFileDialog)
    assert dialog.nameFilters()[0] == "扫描件 (*.pdf *.jpg *.jpeg *.png)"
    dialog.reject()
    seen.speak(window, "en")
    assert page.nothing.title.text() == "No scan yet"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    room = window.rooms["agreements"]
    assert room.pages.currentWidget() is room.editor
    room.side.actions["archive"].trigger()
    assert room.side.current() is page


def test_the_overview_reminds_of_what_ends_and_leads_there(page: ArchivePage, window: MainWindow, qtbot: QtBot):
    window.show_room("overview")
    readiness = window.rooms["overview"].readiness
    qtbot.waitUntil(readiness.ending.isVisible)
    (link,) = readiness.ending.findChildren(type(page.back_button))
    assert link.text() == "产教融合、校行（企）合作框架协议"
    here = f"@{window.meeting_id}/agreements/{agreement(window).key}/archive"
    qtbot.mouseClick(link, LEFT)
    assert (window.room, window.rooms["agreements"].side.current()) == ("agreements", page)
    other = next(one.id for one in window.meetings if one.id != window.meeting_id)
    window.show_meeting(other)
    qtbot.waitUntil(lambda: window.snapshot.meeting.id == other)
    window.office.show_place("@9999/agreements")  # gone by now
    window.office.show_place(here)  # as the card leads to an agreement of another meeting
    qtbot.waitUntil(lambda: window.snapshot.meeting.id != other and page.isVisible())
