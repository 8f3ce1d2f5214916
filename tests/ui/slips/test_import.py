"""Slips dropped on the window, read by the worker, decided, written as one step and taken back; nothing is lost."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from models.actions.import_people import import_people
from models.imports.plan import Action, Decision
from models.store.workspace import open_workspace
from tests import factories as make
from tests.ui.conftest import OpenWindow, activate
from tests.ui.slips.stored import people_called
from tests.ui.slips.test_reader_process import slip
from ui.dialogs.question import Question
from ui.main_window import MainWindow
from ui.people.import_place import ImportPlace
from ui.people.room import PeopleRoom
from ui.rooms import IMPORT_SLIPS
from ui.settings import Settings

PARSERS = ("read_table", "read_clipboard", "understand", "plan_import", "read_plan")
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def no_parser_in_the_windows_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever reads, understands or plans a slip cannot be imported here; the worker process is another one."""
    for name in (*(f"models.imports.{parser}" for parser in PARSERS), "python_calamine", "xlrd", "msoffcrypto"):
        monkeypatch.setitem(sys.modules, name, None)


@pytest.fixture(scope="module")
def only_window(
    qapp: QApplication, sample_file: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """One window for all: each import is discarded or taken back."""
    folder = tmp_path_factory.mktemp("imports")
    file = shutil.copy(sample_file, folder / "demo.sqlite")
    made = MainWindow(str(file), "zh", Settings(folder / "settings.json"))
    made.resize(1366, 768)
    made.show()
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def window(only_window: MainWindow, qtbot: QtBot) -> Iterator[MainWindow]:
    if only_window.snapshot is None:
        with qtbot.waitSignal(only_window.meeting_shown):
            only_window.open_workspace()
    activate(only_window, qtbot)
    only_window.show_room("people")
    yield only_window
    desk = imports(only_window).desk
    if desk is not None:
        desk.forget_all()
    only_window.link._clock.start()


def imports(window: MainWindow) -> ImportPlace:
    room = window.rooms["people"]
    assert isinstance(room, PeopleRoom)
    return room.imports


def names(window: MainWindow) -> list[str]:
    return [attendee.person.name.zh for attendee in window.snapshot.attendees]


def planned(window: MainWindow, qtbot: QtBot, *paths: Path) -> ImportPlace:
    """Drop files and wait for their plan."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, left = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    window.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, left, none))
    return settled(window, qtbot)


def settled(window: MainWindow, qtbot: QtBot) -> ImportPlace:
    """Wait until the plan is made."""
    place = imports(window)
    qtbot.waitUntil(lambda: place.desk.sitting.plan is not None and place.desk.page.progress.isHidden())
    return place


def written(place: ImportPlace, qtbot: QtBot) -> None:
    """Press Ctrl+Enter and wait until everything is written."""
    qtbot.keyClick(place.desk.page.plan.table, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(place.bar.isVisible)


def test_a_folder_is_planned_written_shown_and_taken_back(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    before = names(window)
    (tmp_path / "slips").mkdir()
    slip(tmp_path / "slips" / "一中.xlsx", "侯小亮", "王芳芳")
    slip(tmp_path / "slips" / "二中.xlsx", "李双双", "随行2人")
    place = planned(window, qtbot, tmp_path / "slips")
    unwritten, button = names(window), place.desk.page.apply_button.text()
    written(place, qtbot)
    qtbot.waitUntil(lambda: len(names(window)) == len(before) + 3)
    place.bar.people_button.click()
    shown = [row.attendee.person.name.zh for row in window.rooms["people"].model.rows() if row.attendee]
    assert window.top_bar.undo_menu.undo_action.text() == "撤销“导入 3 人”"
    assert (unwritten, button, shown) == (before, "导入 3 人、1 个群体", ["侯小亮", "王芳芳", "李双双"])
    assert place.bar.words.text() == "已导入 3 人：新增 3，更新 0，1 个未列名群体。"
    source = {attendee.person.name.zh: attendee.source for attendee in window.snapshot.attendees}
    assert source["李双双"].startswith("二中.xlsx")
    place.bar.undo_button.click()
    qtbot.waitUntil(lambda: names(window) == before)
    assert (place.bar.isVisible(), place.is_begun) == (False, False)


def test_a_password_and_a_correction_are_taken_in_place(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    locked, plain = tmp_path / "政府办.xlsx", tmp_path / "一中.xlsx"
    slip(locked, "赵小敏", password="1234")
    slip(plain, "侯小亮")
    place = planned(window, qtbot, locked, plain)
    page = place.desk.page
    page.plan.table.choose(0)
    page.plan.decide(Action.REFUSE)
    page.note_button.click()
    qtbot.keyClicks(page.sheets.locked.line, "1234")
    qtbot.keyClick(page.sheets.locked.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(place.desk.sitting.plan.rows) == 2)
    page.sheets.column_corrected.emit("一中.xlsx", "Sheet", 1, "remarks")
    settled(window, qtbot)
    row = next(row for row in place.desk.sitting.plan.rows if row.file == "一中.xlsx")
    assert (row.slip.values.get("organization"), place.desk.sitting.action_of(row)) == (None, Action.REFUSE)
    assert page.apply_button.text() == "导入 1 人"
    place.desk.discard()


def test_an_import_waits_until_it_is_gone_on_with(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    slip(tmp_path / "一中.xlsx", "侯小亮")
    place, room = planned(window, qtbot, tmp_path / "一中.xlsx"), window.rooms["people"]
    here, other = window.meeting_id, next(one.id for one in window.meetings if one.id != window.meeting_id)
    for meeting in (other, here):
        with qtbot.waitSignal(window.meeting_shown):
            window.show_meeting(meeting)
        assert place.is_open == (meeting == here)
    settled(window, qtbot)
    qtbot.keyClick(place.desk.page, Qt.Key.Key_Escape)
    hidden = (place.is_open, room.acts.import_button.text())
    room.acts.import_button.click()
    assert (hidden, place.is_open) == ((False, "继续导入"), True)
    assert [row.slip.values["name_zh"] for row in place.desk.sitting.plan.rows] == ["侯小亮"]
    place.desk.page.discard_button.click()  # nothing was decided: it is not asked
    assert (place.is_open, room.acts.import_button.text()) == (False, "导入回执…")


def test_what_a_colleague_imports_meanwhile_is_not_written_twice(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    slip(tmp_path / "一中.xlsx", "韩小冬", "乔小林")
    place = planned(window, qtbot, tmp_path / "一中.xlsx")
    page, plan = place.desk.page, place.desk.sitting.plan
    page.plan.table.choose(1)
    page.plan.decide(Action.REFUSE)
    window.link._clock.stop()  # the news of it has not come yet
    with open_workspace(window.location, client="colleague") as other, other.change("import_people") as session:
        import_people(session, plan, {1: Decision(Action.REFUSE)}, imported_at=make.TAKEN_AT)
    qtbot.keyClick(page.plan.table, Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: place.desk.sitting.plan is not plan)
    rows = {row.slip.values["name_zh"]: place.desk.sitting.action_of(row) for row in place.desk.sitting.plan.rows}
    told = (
        page.note.isVisible(),
        page.note.text().startswith("▲ 名单或人员刚被他人改动"),
        page.apply_button.isEnabled(),
    )
    assert (rows, told) == ({"韩小冬": Action.SAME, "乔小林": Action.REFUSE}, (True, True, False))
    with open_workspace(window.location, client="reader") as stored:
        assert people_called(stored, "韩小冬", "乔小林") == ["韩小冬"]


def test_cells_copied_with_the_heads_of_a_slip_are_planned_as_one(window: MainWindow, qtbot: QtBot):
    QGuiApplication.clipboard().setText("姓名\t单位\t手机\n侯小亮\t第一中学\t13512347788\n")
    window.rooms["people"].table.block.paste_rows()
    place = settled(window, qtbot)
    assert [(row.file, dict(row.slip.values)) for row in place.desk.sitting.plan.rows] == [
        ("剪贴板", {"name_zh": "侯小亮", "organization": "第一中学", "phone": "13512347788"})
    ]
    QGuiApplication.clipboard().setText("姓名\t单位\n李双双\t第二中学\n")
    qtbot.keyClick(place.desk.page, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: len(place.desk.sitting.plan.rows) == 2)


def test_closing_asks_once_and_writes_first(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot, tmp_path: Path
):
    window = open_window(workspace_file)
    slip(tmp_path / "一中.xlsx", "侯小亮", "王芳芳")
    place = planned(window, qtbot, tmp_path / "一中.xlsx")
    place.desk.page.plan.table.choose(0)
    place.desk.page.plan.decide(Action.REFUSE)
    for _press in range(2):
        window.close()
    (question,) = window.findChildren(Question)
    assert (window.isVisible(), question.words.text()) == (True, "回执已读取并核对，但 1 人尚未写入名单。")
    question.back.click()
    window.link._clock.stop()
    with open_workspace(window.location, client="colleague") as other, other.change("add_people") as session:
        make.make_person(session, "安宁")  # that is nothing to these slips
    window.close()
    window.findChildren(Question)[-1].first.click()
    qtbot.waitUntil(lambda: not window.isVisible())
    with open_workspace(window.location) as workspace:
        assert people_called(workspace, "侯小亮", "王芳芳") == ["王芳芳"]


def test_what_was_decided_can_be_forgotten_before_the_window_closes(window: MainWindow, qtbot: QtBot, tmp_path: Path):
    slip(tmp_path / "一中.xlsx", "侯小亮")
    place = planned(window, qtbot, tmp_path / "一中.xlsx")
    place.desk.sitting.correct_column("一中.xlsx", "Sheet", 1, "")
    closed: list[str] = []
    place.desk.page.discard_button.click()
    (question,) = window.findChildren(Question)
    question.back.click()
    told = (question.title.text(), question.second.isHidden(), len(place.desk.unfinished))
    qtbot.waitUntil(lambda: not window.findChildren(Question))
    assert told == ("要放弃这次导入吗？", True, 1)
    may = place.desk.may_close(lambda: closed.append("closed"))
    window.findChild(Question).second.click()
    assert (may, closed, place.desk.unfinished) == (False, ["closed"], [])


def test_the_menu_and_the_overview_lead_to_the_files(window: MainWindow, qtbot: QtBot):
    window.show_room("overview")
    window.show_place(IMPORT_SLIPS)
    qtbot.waitUntil(lambda: window.findChild(QFileDialog) is not None)
    window.findChild(QFileDialog).reject()
    assert window.room == "people"
