"""The menus: every entry works, in both languages and by its mnemonic; the list of shortcuts is made from them."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.conftest import OpenWindow
from ui.agreements.page_table import PAGES
from ui.agreements.room import AgreementsRoom
from ui.dialogs.about import AboutDialog
from ui.dialogs.shortcuts import ShortcutsDialog
from ui.main_window import MainWindow
from ui.meetings.copy_dialog import CopyDialog
from ui.meetings.new_dialog import NewMeetingDialog
from ui.rooms import ROOMS
from ui.settings import LAST_MEETING, THEME, Settings

CTRL = Qt.KeyboardModifier.ControlModifier


def all_menus(window: MainWindow) -> list[QMenu]:
    """Every menu of the bar."""
    return [menu for _title, menus in window.menus.menus() for menu in menus]


def entry(window: MainWindow, words: str) -> QAction:
    """The entry that says this, wherever it stands."""
    for menu in all_menus(window):
        menu.aboutToShow.emit()
    found = [action for menu in all_menus(window) for action in menu.actions() if action.text().startswith(words)]
    assert len(found) == 1, words
    return found[0]


def mnemonics(texts: list[str]) -> list[str]:
    """The letters that are underlined."""
    return [letter.upper() for text in texts for letter in re.findall(r"&(\w)", text.replace("&&", ""))]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_entries_of_a_menu_share_a_mnemonic(demo_window: MainWindow, language: str):
    demo_window.apply_language(language)
    own = [action.text() for action in demo_window.menus.actions()]
    groups = [own, *([action.text() for action in menu.actions()] for menu in all_menus(demo_window))]
    twice = [[letter for letter, count in Counter(mnemonics(group)).items() if count > 1] for group in groups]
    assert (len(mnemonics(own)), [letters for letters in twice if letters]) == (5, [])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_two_actions_share_their_keys(demo_window: MainWindow, language: str):
    actions = {action for menu in all_menus(demo_window) for action in menu.actions()}
    keys = Counter(keys.toString() for action in actions for keys in action.shortcuts())
    assert [key for key, count in keys.items() if count > 1] == []


def with_agreements() -> Settings:
    """The meeting that has agreements."""
    settings = Settings()
    settings.set(LAST_MEETING, "shengzhou-zjipc")
    return settings


def inside(window: MainWindow, key: str) -> list[QAction]:
    """What keys do in a room, on all its pages."""
    room = window.rooms[key]
    window.show_room(key)
    if isinstance(room, AgreementsRoom):
        for row in PAGES:
            room.side.open(row.key, room.snapshot.agreements[0] if row.of_one else None)
    assert room.findChildren(QShortcut) == []  # nobody could list them
    within = [action for widget in (room, *room.findChildren(QWidget)) for action in widget.actions()]
    return [action for action in (*room.commands(), *within) if action.shortcuts()]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_key_of_a_room_is_one_of_the_menus_and_each_has_words(
    open_window: OpenWindow, workspace_file: Path, language: str
):
    window = open_window(workspace_file, language, settings=with_agreements())
    of_menus = {keys.toString() for menu in all_menus(window) for one in menu.actions() for keys in one.shortcuts()}
    actions = [action for key, _words, _icon in ROOMS for action in inside(window, key)]
    own = [action for action in actions if not any(action in menu.actions() for menu in all_menus(window))]
    assert {keys.toString() for action in own for keys in action.shortcuts()} & of_menus == set()
    assert {action.text() for action in own if not action.text().strip()} == set()
    assert {"F7", "F9", "Ctrl+I", "Ctrl+S", "Ctrl+Shift+N"} <= {
        keys.toString() for action in own for keys in action.shortcuts()
    }


def test_dialogs_open_from_the_menus_and_close_with_escape(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file, "en")
    opened = (("&New meeting…", NewMeetingDialog), ("&Copy…", CopyDialog), ("&About", AboutDialog))
    for words, kind in (*opened, ("Keyboard", ShortcutsDialog), ("&Open…", QFileDialog), ("&Save a copy", QFileDialog)):
        entry(window, words).trigger()
        dialogs = [one for one in window.findChildren(kind) if one.isVisible()]
        assert len(dialogs) == 1, words
        dialogs[0].reject()
        QApplication.sendPostedEvents(None, 0)


def test_language_theme_and_full_screen_are_chosen_and_marked(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window = open_window(workspace_file)
    entry(window, "English").trigger()
    entry(window, "&Dark").trigger()
    assert (window.language, window.theme.name, window.settings.get(THEME)) == ("en", "dark", "dark")
    assert [entry(window, words).isChecked() for words in ("English", "中文", "&Dark", "&Light")] == [1, 0, 1, 0]
    entry(window, "As the &system").trigger()
    assert window.settings.get(THEME) == "system"
    entry(window, "&Full screen").trigger()
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_rooms_are_entries_with_their_keys(open_window: OpenWindow, workspace_file: Path):
    window = open_window(workspace_file, "en")
    papers = entry(window, "Papers")
    papers.trigger()
    assert (window.room, entry(window, "Papers").isChecked()) == ("papers", True)
    assert papers.shortcut().toString().startswith("Ctrl+")


def test_text_is_copied_and_pasted_from_the_menu(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file, "en")
    line = QLineEdit("武汉大学", window)
    line.show()
    line.setFocus()
    line.selectAll()
    entry(window, "Cu&t").trigger()
    assert (line.text(), QApplication.clipboard().text()) == ("", "武汉大学")
    assert entry(window, "&Paste").text().endswith("\tCtrl+V")
    for _time in range(2):
        entry(window, "&Paste").trigger()
    assert line.text() == "武汉大学武汉大学"
    line.setReadOnly(True)
    assert [entry(window, words).isEnabled() for words in ("&Paste", "Select &all")] == [False, True]


def test_undo_stands_in_the_menu_with_the_name_of_its_step(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file, "en")
    with qtbot.waitSignal(window.meeting_shown):
        window.meeting_desk.archive()
    edit = dict(window.menus.menus())["&Edit"][0]
    qtbot.waitUntil(lambda: edit.actions()[0].text().startswith("Undo “Archive"))
    assert edit.actions()[0].shortcut().toString() == "Ctrl+Z"


def test_the_list_of_shortcuts_is_made_from_the_actions(open_window: OpenWindow, workspace_file: Path):
    window = open_window(workspace_file, "en")
    groups = dict(window.help_desk.shortcut_groups())
    assert ("New meeting…", "Ctrl+N") in groups["Meeting"]
    assert {keys for _words, keys in groups["View"]} >= {"Ctrl+1", "F11"}
    assert ("Cut", "Ctrl+X") in groups["Edit"]
    window.choose_language("zh")
    assert ("新建会议…", "Ctrl+N") in dict(window.help_desk.shortcut_groups())["会议"]


def test_the_window_closes_by_its_keys(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    qtbot.keyClick(window, Qt.Key.Key_Q, CTRL)
    assert window.isVisible() is False
