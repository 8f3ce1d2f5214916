"""A half-entered batch: still there after another page, room, meeting and window; gone when it is drafted."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.codes import AgreementLanguage
from tests.ui.conftest import OpenWindow, type_line
from ui.agreements.batch_lines import BatchLine
from ui.agreements.batch_memory import BatchMemory
from ui.agreements.batch_page import BatchPage
from ui.agreements.room import AgreementsRoom
from ui.main_window import MainWindow


def batch(room: AgreementsRoom, qtbot: QtBot) -> BatchPage:
    page = room.side.open("batch")
    assert isinstance(page, BatchPage)
    qtbot.waitUntil(lambda: page.lists is not None)
    return page


def files(window: MainWindow) -> list[Path]:
    return list((window.settings.file.parent / "batches").glob("*"))


def show(window: MainWindow, key: str, qtbot: QtBot) -> None:
    meeting = next(one for one in window.meetings if one.key == key)
    with qtbot.waitSignal(window.meeting_shown):
        window.show_meeting(meeting.id)


def test_what_is_entered_outlives_page_meeting_and_window(
    window: MainWindow, room: AgreementsRoom, open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
) -> None:
    page = batch(room, qtbot)
    type_line(qtbot, page, "万能弹簧")
    type_line(qtbot, page, "新昌轴承有限公司")
    page._set("title_zh", "合作协议")
    entered, values = page.lines, page.values
    show(window, "hongdong-zju", qtbot)
    assert (batch(room, qtbot).lines, page.values.get("title_zh", "")) == ((), "")
    show(window, "shengzhou-zjipc", qtbot)
    assert (batch(room, qtbot).lines, page.values) == (entered, values)
    window.close()
    again = open_window(workspace_file, settings=window.settings)
    other = again.rooms["agreements"]
    assert isinstance(other, AgreementsRoom)
    page = batch(other, qtbot)
    assert (page.lines, page.values, len(files(again))) == (entered, values, 1)
    assert again.status.notice_label.text() == "上次未完成的批量起草内容仍在，可继续填写。"
    qtbot.mouseClick(page.draft_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.lines == () and not files(again))


def test_a_batch_whose_drafting_is_undone_outlives_the_window_though_nobody_reopens_it(
    window: MainWindow, room: AgreementsRoom, qtbot: QtBot
) -> None:
    page, count = batch(room, qtbot), len(room.snapshot.agreements)
    type_line(qtbot, page, "万能弹簧")
    qtbot.mouseClick(page.draft_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.lines == () and room.side.current() not in (None, page))
    qtbot.waitUntil(lambda: len(room.snapshot.agreements) == count + 1)
    assert files(window) == []
    window.link.undo(newest=True)
    qtbot.waitUntil(lambda: len(room.snapshot.agreements) == count)
    qtbot.waitUntil(lambda: len(files(window)) == 1)
    [file] = files(window)
    _values, lines = BatchMemory(file).take_up({})
    assert ([line.unit for line in lines], room.side.current() is page) == ([line.unit for line in page.lines], False)
    window.link.redo()
    qtbot.waitUntil(lambda: files(window) == [])


def test_every_kind_of_value_comes_back_and_a_damaged_file_is_as_none(tmp_path: Path) -> None:
    file, first = tmp_path / "batches" / "w-1.json", {"template": "joint-base", "signed_on": date(2027, 4, 16)}
    line = BatchLine(7, 3, "李强", "院长", "Dean", "某协会", "培训", "Training", "实训基地", Decimal("10.50"))
    line = replace(line, answers={"answer:court_zh": "嵊州市人民法院"}, left_out=frozenset({"funds"}))
    values = {**first, "starts_on": date(2027, 5, 1), "language": AgreementLanguage.SIDE_BY_SIDE, "in_order": False}
    memory = BatchMemory(file)
    assert memory.take_up(first) == (first, ())
    memory.keep(values, (line,))
    assert BatchMemory(file).take_up(first) == (values, (line,))
    memory.keep(first, ())
    assert not file.exists()
    file.write_text('{"values": [], "lines": 3}', encoding="utf-8")
    assert BatchMemory(file).take_up(first) == (first, ())
    os.utime(file, (0, 0))
    BatchMemory(file).take_up(first)
    assert not file.exists()  # two months old


def test_what_was_entered_before_the_personal_data_were_cleared_is_gone(tmp_path: Path) -> None:
    file, line, now = tmp_path / "batches" / "w-1.json", BatchLine(7, 3, "李强"), datetime.now(UTC)
    BatchMemory(file).keep({}, (line,))
    before, after = (("w", 1, now + timedelta(hours=hours)) for hours in (-1, 1))
    assert BatchMemory(file, before).take_up({}) == ({}, (line,))
    assert BatchMemory(file, after).take_up({}) == ({}, ())
    assert not file.exists()


def test_an_open_batch_is_empty_once_the_personal_data_are_cleared(
    window: MainWindow, room: AgreementsRoom, qtbot: QtBot
) -> None:
    page = batch(room, qtbot)
    type_line(qtbot, page, "万能弹簧")
    assert (len(page.lines), len(files(window)), page.snapshot is not None) == (1, 1, True)
    meeting = replace(page.snapshot.meeting, personal_data_purged_at=datetime.now(UTC) + timedelta(seconds=1))
    page.show_snapshot(replace(page.snapshot, meeting=meeting), None)
    assert (page.lines, files(window)) == ((), [])
