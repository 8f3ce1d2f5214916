"""Meetings in the window: made, copied, archived and deleted, by menu and card; undo shows them again."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.codes import MeetingKind, MeetingStatus
from tests.ui.conftest import OpenWindow, activate
from ui.dialogs.error import ErrorDialog
from ui.main_window import MainWindow
from ui.meetings.copy_dialog import CopyDialog
from ui.meetings.new_dialog import NewMeetingDialog

CTRL = Qt.KeyboardModifier.ControlModifier


def titles(window: MainWindow) -> set[str]:
    """The titles of all meetings."""
    return {meeting.title.zh for meeting in window.meetings}


def undo(window: MainWindow, qtbot: QtBot) -> None:
    """Take the last step back."""
    qtbot.waitUntil(window.top_bar.undo_menu.undo_action.isEnabled)
    with qtbot.waitSignal(window.meeting_shown):
        window.top_bar.undo_menu.undo_action.trigger()


def test_a_meeting_is_made_by_keyboard_and_its_details_are_open(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window = open_window(workspace_file)
    qtbot.keyClick(window, Qt.Key.Key_N, CTRL)
    dialog = window.findChild(NewMeetingDialog)
    assert dialog.create_button.isEnabled() is False
    dialog.title_line.setText("秋季对接会")
    dialog.kind_boxes[MeetingKind.MATCHMAKING].click()
    dialog.english_box.click()
    with qtbot.waitSignal(window.meeting_shown):
        qtbot.keyClick(dialog.title_line, Qt.Key.Key_Return)
    meeting = window.snapshot.meeting
    assert (meeting.title.zh, meeting.kinds, window.room) == ("秋季对接会", (MeetingKind.MATCHMAKING,), "meeting")
    assert meeting.needs_english is False
    assert (window.rail.card.property("marked"), window.top_bar.title.text()) == (True, "秋季对接会")
    page = window.rooms["meeting"]
    activate(window, qtbot)
    qtbot.waitUntil(lambda: page.details is not None and page.panel.editors["title_zh"].input().hasFocus())


def test_undo_of_the_meeting_shown_shows_another_and_redo_brings_it_back(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window = open_window(workspace_file)
    before, dialog = window.meeting_id, NewMeetingDialog("zh", window)
    dialog.title_line.setText("秋季对接会")
    with qtbot.waitSignal(window.meeting_shown):
        window.meeting_desk.make(dialog.wanted())
    made = window.meeting_id
    qtbot.waitUntil(lambda: "秋季对接会" in titles(window))
    undo(window, qtbot)
    assert (window.meeting_id, "秋季对接会" in titles(window)) == (before, False)
    assert window.status.notice_label.text() == "已撤销：新建会议“秋季对接会”"
    with qtbot.waitSignal(window.meeting_shown):
        window.top_bar.undo_menu.redo_action.trigger()
    assert (window.meeting_id, window.findChild(ErrorDialog)) == (made, None)


def test_a_meeting_that_goes_while_it_is_being_read_is_no_error(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window = open_window(workspace_file)
    before, dialog, hold = window.meeting_id, NewMeetingDialog("zh", window), Event()
    dialog.title_line.setText("秋季对接会")
    with qtbot.waitSignal(window.meeting_shown):
        window.meeting_desk.make(dialog.wanted())
    window.office.read(lambda _session: hold.wait(), lambda _done: None)
    window.rooms["meeting"].show_snapshot(window.snapshot)  # is read when `hold` lets it
    window.link.undo(newest=True)
    assert window.link.finish()
    hold.set()
    qtbot.waitUntil(lambda: window.meeting_id == before)
    assert window.findChild(ErrorDialog) is None


def test_undo_of_a_delete_brings_the_meeting_back_to_the_screen(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window = open_window(workspace_file)
    before, listed = window.meeting_id, titles(window)
    with qtbot.waitSignal(window.meeting_shown):
        window.meeting_desk.delete()
    assert (window.meeting_id == before, len(window.meetings)) == (False, 1)
    undo(window, qtbot)
    assert (window.meeting_id, titles(window)) == (before, listed)


def test_a_meeting_is_copied_with_what_is_ticked(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    agenda = len(window.snapshot.agenda)
    window.meeting_desk.ask_copy()
    dialog = window.findChild(CopyDialog)
    dialog.title_line.setText("第二届")
    dialog.boxes["people"].setChecked(False)
    with qtbot.waitSignal(window.meeting_shown):
        qtbot.mouseClick(dialog.copy_button, Qt.MouseButton.LeftButton)
    copy = window.snapshot
    assert (copy.meeting.title.zh, len(copy.agenda), copy.attendees) == ("第二届", agenda, ())


def test_an_archived_meeting_lies_in_the_fold_of_the_list(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    other = next(meeting for meeting in window.meetings if meeting.id != window.meeting_id)
    with qtbot.waitSignal(window.meeting_shown):
        window.meeting_desk.archive()
    qtbot.waitUntil(window.meeting_desk.is_archived)
    archived = window.meeting_id
    with qtbot.waitSignal(window.meeting_shown):
        window.show_meeting(other.id)
    popup = window.rail.card.popup
    window.rail.card.click()
    assert ([one.id for one in popup.list.model().meetings()], popup.fold.text()) == ([other.id], "▸ 已归档 1 个")
    popup.fold.click()
    assert {one.id for one in popup.list.model().meetings()} == {other.id, archived}
    popup.hide()


def test_typing_in_the_list_filters_it_by_pinyin(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    popup = window.rail.card.popup
    window.rail.card.click()
    qtbot.keyClicks(popup.list, "s")
    qtbot.keyClicks(popup.filter_line, "hengzhou")
    assert [one.key for one in popup.list.model().meetings()] == ["shengzhou-zjipc"]
    with qtbot.waitSignal(window.meeting_shown):
        qtbot.keyClick(popup.filter_line, Qt.Key.Key_Return)
    assert window.snapshot.meeting.key == "shengzhou-zjipc"


def test_the_list_leads_to_a_new_meeting_and_to_the_details(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window = open_window(workspace_file)
    window.rail.card.click()
    qtbot.mouseClick(window.rail.card.popup.details_button, Qt.MouseButton.LeftButton)
    assert (window.room, window.rail.card.popup.isVisible()) == ("meeting", False)
    window.rail.card.click()
    qtbot.mouseClick(window.rail.card.popup.new_button, Qt.MouseButton.LeftButton)
    assert window.findChild(NewMeetingDialog).isVisible()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_word_of_the_dialogs_is_cut(qtbot: QtBot, demo_window: MainWindow, language: str):
    from tests.ui import seen

    title = demo_window.showing.meeting.title
    for dialog in (NewMeetingDialog(language, demo_window), CopyDialog(title, language, demo_window)):
        dialog.show()
        QApplication.sendPostedEvents()
        assert (seen.cut(dialog), seen.nameless(dialog)) == ([], [])
        dialog.reject()


def test_the_list_says_how_far_a_meeting_is(demo_window: MainWindow):
    from dataclasses import replace

    from ui.meetings.switcher import readiness

    meeting = replace(demo_window.meetings[0], status=MeetingStatus.REHEARSED)
    assert [readiness(meeting, count, "en") for count in (None, 1)] == ["Rehearsed", "Rehearsed · ▲ 1 thing to check"]
