"""The register of seals in a real window: the usual lines, lines of other documents, edits, the paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui import seen
from tests.ui.conftest import type_line
from ui.agreements.archive_rows import size_words
from ui.agreements.archive_seals import SealsPage
from ui.main_window import MainWindow
from ui.widgets.edit_model import CellEdit
from ui.widgets.picker import Picker

LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(window: MainWindow) -> SealsPage:
    """The register, opened by its command."""
    room = window.rooms["agreements"]
    room.side.actions["seals"].trigger()
    found = room.side.current()
    assert isinstance(found, SealsPage)
    return found


def cells(page: SealsPage, *columns: str) -> list[tuple[str, ...]]:
    """What stands in some columns."""
    shown = [column for column in page.model.columns if column.key in columns]
    role = Qt.ItemDataRole.DisplayRole
    return [tuple(str(page.model.cell(row, column, role)) for column in shown) for row in page.model.rows()]


def until(qtbot: QtBot, page: SealsPage, holds: Callable[[], bool]) -> None:
    """Wait until the register is so, and stored."""
    qtbot.waitUntil(holds)
    qtbot.waitUntil(lambda: [row.use for row in page.model.rows()] == list(page.snapshot.seal_uses))


def test_the_usual_lines_are_made_once_and_undone_at_once(page: SealsPage, window: MainWindow, qtbot: QtBot):
    parties = sum(len(one.parties) for one in window.snapshot.agreements)
    qtbot.mouseClick(page.usual_button, LEFT)
    until(qtbot, page, lambda: len(page.model.rows()) == parties)
    assert set(cells(page, "seal", "across_edges")) == {("公章", "是")}
    documents = [row[0].split(" · ") for row in cells(page, "agreement_id")]
    assert {len(words) for words in documents} == {2}  # all are called the same: the enterprise tells them apart
    assert len({words[0] for words in documents}) == len(window.snapshot.agreements)
    qtbot.mouseClick(page.usual_button, LEFT)
    qtbot.waitUntil(lambda: window.status.notice_label.text() == "已定稿的协议各方均已登记。")
    window.link.undo(newest=True)
    until(qtbot, page, lambda: not page.model.rows())
    seen.speak(window, "en")
    assert page.hint.text().startswith("One line for each seal")


def test_a_document_is_typed_moved_and_deleted_by_keys(page: SealsPage, window: MainWindow, qtbot: QtBot):
    for number, words in enumerate(("会议通知", "邀请函"), 1):
        page.table.begin_row()
        type_line(qtbot, page, words)
        until(qtbot, page, lambda number=number: len(page.model.rows()) == number)
    first = page.model.rows()[0]
    assert page.table.edit_cell(first.id, "pages")
    type_line(qtbot, page, "3")
    until(qtbot, page, lambda: cells(page, "agreement_id", "pages") == [("会议通知", "3"), ("邀请函", "")])
    page.table.choose_cell(first.id, "pages")
    page.table.move_chosen(1)
    until(qtbot, page, lambda: cells(page, "agreement_id") == [("邀请函",), ("会议通知",)])
    page.remove((first.id,))
    until(qtbot, page, lambda: cells(page, "agreement_id") == [("邀请函",)])


def test_a_line_names_an_agreement_or_another_document(page: SealsPage, window: MainWindow, qtbot: QtBot):
    page.table.begin_row()
    type_line(qtbot, page, "邀请函")
    until(qtbot, page, lambda: cells(page, "agreement_id") == [("邀请函",)])
    (row,) = page.model.rows()
    one = window.snapshot.agreements[0]
    page.model.edit_cells([CellEdit(row.id, "agreement_id", None, one.id)])
    assert cells(page, "agreement_id") == [(one.title.zh,)]
    page.table.edit_cell(row.id, "agreement_id")
    picker = page.table.itemDelegate().editor
    assert isinstance(picker, Picker)
    picker.type_text("会议纪要")
    qtbot.keyClick(picker.line, Qt.Key.Key_Return)
    until(qtbot, page, lambda: cells(page, "agreement_id") == [("会议纪要",)])
    assert (page.snapshot.seal_uses[0].agreement_id, page.snapshot.seal_uses[0].document) == (None, "会议纪要")


def test_the_registers_are_found_among_the_papers(page: SealsPage, window: MainWindow, qtbot: QtBot):
    qtbot.mouseClick(page.paper_button, LEFT)
    papers = window.rooms["papers"]
    qtbot.waitUntil(lambda: papers.table.chosen() is not None and papers.table.chosen().document == "register")


def test_sizes_are_told_in_words():
    assert [size_words(size) for size in (10, 300_000, 1_500_000)] == ["1 KB", "293 KB", "1.4 MB"]
