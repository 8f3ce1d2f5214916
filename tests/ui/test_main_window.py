"""The window as a clerk meets it: meetings, rooms, language, theme, undo, by mouse and keyboard."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.store.workspace import open_workspace
from tests import factories as make
from tests.models.store.test_opening import without_rights
from tests.ui import seen
from tests.ui.conftest import OpenWindow, activate
from ui.dialogs.error import ErrorDialog
from ui.main_window import MainWindow
from ui.rooms import ROOMS
from ui.settings import LANGUAGE, LAST_MEETING, LAST_ROOM, THEME, Settings
from ui.theme import style_sheet

ROOM_KEYS = [key for key, _message, _icon in ROOMS]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def protected_file(workspace_file: Path) -> Iterator[Path]:
    """A workspace that may only be read, outside root's private folders."""
    folder = Path(tempfile.mkdtemp())
    file = Path(shutil.copyfile(workspace_file, folder / "demo.sqlite"))
    file.chmod(0o444)
    folder.chmod(0o555)
    yield file
    folder.chmod(0o755)
    shutil.rmtree(folder)


def click(qtbot: QtBot, widget: object) -> None:
    """A left click."""
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


def test_a_window_shows_the_latest_meeting_in_the_first_room(open_window: OpenWindow, workspace_file: Path):
    window = open_window(workspace_file)
    people = window.rooms["people"]
    assert window.content.currentWidget() is people
    assert window.top_bar.title.text() == "洪洞县—浙江大学深化校地合作工作座谈会"
    assert (window.status.workspace.text(), window.status.counts.text()) == ("工作区：demo", "1 人 · 0 份协议")


def test_the_meeting_is_switched_by_keyboard(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    before = window.snapshot.meeting.key
    qtbot.keyClick(window, Qt.Key.Key_M, CTRL)
    popup = window.rail.card.popup
    assert (popup.isVisible(), popup.list.model().rowCount()) == (True, 2)
    with qtbot.waitSignal(window.meeting_shown):
        qtbot.keyClick(popup.list, Qt.Key.Key_Down)
        qtbot.keyClick(popup.list, Qt.Key.Key_Return)
    after = window.snapshot.meeting.key
    assert ({before, after}, popup.isVisible()) == ({"shengzhou-zjipc", "hongdong-zju"}, False)
    assert window.settings.get(LAST_MEETING) == after


def test_the_meeting_is_switched_by_mouse(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    click(qtbot, window.rail.card)
    listed = window.rail.card.popup.list
    place = listed.visualRect(listed.model().index(1)).center()
    with qtbot.waitSignal(window.meeting_shown):
        qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert window.snapshot.meeting.id == listed.model().meetings()[1].id


def test_rooms_open_by_keyboard(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window, opened = open_window(workspace_file), []
    for number in range(1, len(ROOM_KEYS) + 1):
        qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), CTRL)
        checked = [room for room, button in window.rail.buttons.items() if button.isChecked()]
        opened.append((window.content.currentWidget(), checked))
    assert opened == [(window.rooms[key], [key]) for key in ROOM_KEYS]


def test_rooms_open_by_mouse_and_are_remembered(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    click(qtbot, window.rail.buttons["agreements"])
    window.close()
    assert (window.settings.get(LAST_ROOM), Settings().get(LAST_ROOM)) == ("agreements", "agreements")


def test_the_language_changes_at_once_and_is_remembered(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    click(qtbot, window.top_bar.language_buttons["en"])
    assert (window.windowTitle(), window.rail.buttons["papers"].text().strip()) == ("Signing Desk", "Papers")
    assert (window.settings.get(LANGUAGE), window.status.workspace.text()) == ("en", "Workspace: demo")
    click(qtbot, window.top_bar.language_buttons["zh"])
    assert (window.windowTitle(), window.settings.get(LANGUAGE)) == ("签约台", "zh")


def test_the_style_is_the_windows_own(open_window: OpenWindow, workspace_file: Path, qapp: QApplication):
    window = open_window(workspace_file)  # one of the application takes three times as long to change
    assert (qapp.styleSheet(), window.styleSheet()) == ("", style_sheet("light"))
    window.apply_language("en")
    popup = window.rail.card.popup
    assert [part.font().isFeatureSet(QFont.Tag("pwid")) for part in (window.rail.card, popup.list)] == [True, True]
    popup.ensurePolished()
    assert popup.list.font().pixelSize() == 13


def test_no_chinese_word_is_left_in_english(open_window: OpenWindow, workspace_file: Path):
    window, chinese = open_window(workspace_file, "en"), set()
    for room in ROOM_KEYS:
        window.show_room(room)
        chinese |= {text for text in seen.words(window) if seen.CHINESE.search(text)}
    assert chinese == {"中", "中文"}  # the switch and the menu name each language in that language


def test_every_word_of_the_window_changes_with_the_language(open_window: OpenWindow, workspace_file: Path):
    window = open_window(workspace_file)
    window.apply_language("en")
    english = {text for text in seen.words(window) if text}
    window.apply_language("zh")
    stayed = {text for text in seen.words(window) if text and not seen.CHINESE.search(text)} & english
    assert {text for text in stayed if text.strip().isalpha() and text not in ("EN", "English")} == set()


def test_the_theme_changes_at_once_and_is_remembered(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    light = window.grab().toImage().pixelColor(400, 740).lightness()
    click(qtbot, window.top_bar.theme_button)
    dark = window.grab().toImage().pixelColor(400, 740).lightness()
    assert (light > 200, dark < 60, window.settings.get(THEME)) == (True, True, "dark")
    click(qtbot, window.top_bar.theme_button)
    assert window.theme.name == "light"


def test_undo_and_redo_go_by_keyboard_and_name_their_step(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    with open_workspace(workspace_file) as workspace, workspace.change("load_sample", meeting="extra") as session:
        make.make_meeting(session, "extra", title_zh="补充座谈会")
    window = open_window(workspace_file)
    menu = window.top_bar.undo_menu
    assert (len(window.meetings), menu.undo_action.text()) == (3, "撤销“载入示例会议 补充座谈会”")
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: (len(window.meetings), menu.redo_action.text()) == (2, "重做“载入示例会议 补充座谈会”"))
    qtbot.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: (len(window.meetings), menu.redo_action.isEnabled()) == (3, False))
    click(qtbot, menu.undo_button)
    qtbot.waitUntil(lambda: (len(window.meetings), menu.redo_action.isEnabled()) == (2, True))
    activate(window, qtbot)
    qtbot.keyClick(window, Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: len(window.meetings) == 3)
    assert window.findChild(ErrorDialog) is None


def test_a_change_shows_at_once_with_its_time(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    change = window.link.workspace.change("load_sample", meeting="x")
    with qtbot.waitSignal(window.meeting_shown), change as session:
        make.make_attendance(session, session.get(make.records.Meeting, window.meeting_id), make.make_person(session))
    assert window.rooms["people"].remark.text() == "2 人 · 1 个未列名群体"
    assert window.status.saved.text().startswith("已保存 ")


def test_a_step_that_somebody_else_changed_is_refused_calmly(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    with open_workspace(workspace_file) as mine, mine.change("load_sample", meeting="mine") as session:
        made = make.make_meeting(session, "mine").id
    with (
        open_workspace(workspace_file, client="colleague") as other,
        other.change("load_sample", meeting="o") as session,
    ):
        session.get(make.records.Meeting, made).title_zh = "改过的标题"
    window = open_window(workspace_file)
    with qtbot.waitSignal(window.link.failed):
        qtbot.keyClick(window, Qt.Key.Key_Z, CTRL)
    dialog = window.findChild(ErrorDialog)
    assert (dialog.isVisible(), len(window.meetings), dialog.trouble.kept) == (
        True,
        3,
        "未作任何改动，此前录入的内容均已保存。",
    )
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert window.top_bar.undo_menu.undo_action.isEnabled()


def test_an_empty_workspace_offers_samples_and_undo_takes_them_away(qtbot: QtBot, tmp_path: Path):
    window = MainWindow(str(tmp_path / "new.sqlite"), "zh", Settings())
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.link.glanced):
        window.open_workspace()
    assert (window.content.currentWidget(), window.load_button.text()) == (window.empty_page, "载入示例")
    with qtbot.waitSignal(window.meeting_shown):
        click(qtbot, window.load_button)
    qtbot.waitUntil(lambda: len(window.meetings) == 6)
    while window.link.workspace.next_undo() is not None:
        with qtbot.waitSignal(window.link.feed.committed):
            window.link.undo(newest=True)
    qtbot.waitUntil(lambda: not window.meetings)
    assert window.content.currentWidget() is window.empty_page
    assert [button.isEnabled() for button in window.rail.buttons.values()] == [False] * len(ROOMS)


def test_a_workspace_that_is_none_is_told_on_a_calm_page(qtbot: QtBot, workspace_file: Path, tmp_path: Path):
    wrong = tmp_path / "letter.sqlite"
    wrong.write_text("这不是工作区" * 100, encoding="utf-8")
    window = MainWindow(str(wrong), "zh", Settings())
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitSignal(window.link.open_failed):
        window.open_workspace()
    assert (window.pages.currentWidget(), str(wrong) in window.problem_page.words.text()) == (window.problem_page, True)
    with qtbot.waitSignal(window.link.open_failed):
        qtbot.keyClick(window.problem_page.retry_button, Qt.Key.Key_Space)
    with qtbot.waitSignal(window.meeting_shown):
        window._open_other(str(workspace_file))
    assert (window.pages.currentIndex(), wrong.read_text(encoding="utf-8")) == (0, "这不是工作区" * 100)


def test_a_newer_workspace_is_told_by_name(qtbot: QtBot, workspace_file: Path):
    with sqlite3.connect(workspace_file) as connection:
        connection.execute("update signing_desk_revision set version_num = '9999'")
    connection.close()
    window = MainWindow(str(workspace_file), "en", Settings())
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.link.open_failed) as told:
        window.open_workspace()
    assert (told.args[0].code, "9999" in window.problem_page.words.text()) == ("workspace_newer", True)


def test_the_window_remembers_its_place(open_window: OpenWindow, workspace_file: Path):
    window = open_window(workspace_file)
    window.resize(1024, 650)  # what the small screen of the tests can hold
    window.close()
    again = MainWindow(str(workspace_file), "zh", Settings())
    assert (again.size().toTuple(), again.room) == ((1024, 650), "people")
    again.close()
    again.deleteLater()


def test_an_unforeseen_failure_is_told_and_the_work_goes_on(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot, qapp: QApplication
):
    window = open_window(workspace_file)
    with qtbot.waitSignal(window.failures.happened):
        window.link.failed.emit(ValueError("broken on purpose"))
    dialog = window.findChild(ErrorDialog)
    click(qtbot, dialog.copy_button)
    assert "ValueError: broken on purpose" in qapp.clipboard().text()
    window.apply_language("en")
    assert dialog.copy_button.text() == "Copy details"
    click(qtbot, dialog.close_button)
    activate(window, qtbot)
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{ROOM_KEYS.index('agenda') + 1}"), CTRL)
    assert window.content.currentWidget() is window.rooms["agenda"]


def test_no_part_of_the_window_is_ever_a_window_of_its_own(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot, qapp: QApplication
):
    window = open_window(workspace_file)
    for room in ROOM_KEYS:  # each is made now; a part shown before it has its place would flash
        window.show_room(room)
    assert (window.isActiveWindow(), [shown for shown in qapp.topLevelWidgets() if shown.isVisible()]) == (
        True,
        [window],
    )


def test_tab_reaches_every_control_of_the_frame(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    window.activateWindow()
    window.rail.card.setFocus()
    met: set[object] = set()
    while (focused := window.focusWidget()) not in met:
        met.add(focused)
        qtbot.keyClick(window, Qt.Key.Key_Tab)
    room = {window.rail.buttons["people"], window.rooms["people"].table}
    assert {window.rail.card, window.top_bar.theme_button, *room} <= met


def test_one_undo_too_many_is_no_error(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)  # another client loaded the samples: this one has no step
    with qtbot.waitSignal(window.link.failed):
        window.link.undo()
    assert window.findChild(ErrorDialog) is None


@pytest.mark.posix
def test_a_read_only_workspace_opens_with_a_quiet_note(open_window: OpenWindow, protected_file: Path):
    with without_rights():
        window = open_window(protected_file)
        undo = window.top_bar.undo_menu.undo_action.isEnabled()
        shown = (window.status.read_only.text(), window.link.read_only, undo)
        window.close()
    assert shown == ("只读：可以查看和导出，不能修改", True, False)
