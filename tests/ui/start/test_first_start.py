"""The first start: a language, then empty or with samples; and the tour through the rooms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from models.snapshots.shapes import Bilingual
from ui.main_window import MainWindow
from ui.meetings.new_dialog import NewMeeting
from ui.settings import LANGUAGE, RECENT_WORKSPACES, TOUR_OFFERED, Settings
from ui.start.stops import STOPS


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """A window of somebody who has never used the program, in Chinese."""
    made = MainWindow(str(tmp_path / "new.sqlite"), "zh", Settings(tmp_path / "settings.json"))
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    made.start()
    return made


def test_nothing_is_made_before_somebody_chooses(window: MainWindow, tmp_path: Path) -> None:
    page = window.beginning.page
    assert page is not None
    assert window.frame.currentWidget() is page
    assert page.title.text() == "欢迎使用签约台"
    assert not (tmp_path / "new.sqlite").exists()


def test_the_language_is_chosen_at_once_and_kept(window: MainWindow, qtbot: QtBot) -> None:
    page = window.beginning.page
    assert page is not None
    qtbot.mouseClick(page.language_buttons["en"], Qt.MouseButton.LeftButton)
    assert (page.title.text(), window.settings.get(LANGUAGE)) == ("Welcome to Signing Desk", "en")


def test_empty_leads_to_the_first_steps(window: MainWindow, qtbot: QtBot) -> None:
    page = window.beginning.page
    assert page is not None
    with qtbot.waitSignal(window.link.glanced):
        qtbot.mouseClick(page.empty_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.content.currentWidget() is window.empty_page)
    assert (window.meetings, window.settings.get(RECENT_WORKSPACES)) == ((), (window.location,))


def test_the_tour_is_offered_once_when_the_first_meeting_is_made(window: MainWindow, qtbot: QtBot) -> None:
    page, line = window.beginning.page, window.desk.line
    assert page is not None
    with qtbot.waitSignal(window.link.glanced):
        qtbot.mouseClick(page.empty_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.content.currentWidget() is window.empty_page)
    before = line.isVisible()
    for title in ("秋季对接会", "春季对接会"):
        wanted = NewMeeting(Bilingual(title), None, None, Bilingual(), ())
        with qtbot.waitSignal(window.meeting_shown):
            window.meeting_desk.make(wanted)
        told = (line.isVisible(), line.follow_button.text().strip(), window.settings.get(TOUR_OFFERED))
        assert (before, told) == (False, (title == "秋季对接会", "开始导览", True))
        line.hide()
    line.follow_button.click()
    assert window.beginning.tour is not None and window.beginning.tour.isVisible()


def test_samples_are_loaded_and_undo_takes_them_away(window: MainWindow, qtbot: QtBot) -> None:
    page = window.beginning.page
    assert page is not None
    with qtbot.waitSignal(window.meeting_shown):
        qtbot.mouseClick(page.samples_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(window.meetings) == 6)


def test_who_has_used_it_sees_no_first_page(qtbot: QtBot, workspace_file: Path, tmp_path: Path) -> None:
    window = MainWindow(str(workspace_file), "zh", Settings(tmp_path / "settings.json"))
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.meeting_shown):
        window.start()
    assert window.beginning.page is None


def test_the_tour_leads_through_the_rooms_and_can_be_left(
    open_window: Callable[..., MainWindow], workspace_file: Path, qtbot: QtBot
) -> None:
    window = open_window(workspace_file, "en")
    window.beginning.begin_tour()
    tour = window.beginning.tour
    assert tour is not None
    seen = []
    for _stop in STOPS:
        seen.append((window.room, tour.title.text()))
        assert tour.spotlight.isVisible()
        qtbot.mouseClick(tour.next_button, Qt.MouseButton.LeftButton)
    assert seen == [(stop.room, stop.title) for stop in STOPS]
    assert (tour.isVisible(), tour.spotlight.isVisible()) == (False, False)


def test_the_tour_speaks_the_language_of_the_window_and_esc_leaves_it(
    open_window: Callable[..., MainWindow], workspace_file: Path, qtbot: QtBot
) -> None:
    window = open_window(workspace_file, "zh")
    window.beginning.begin_tour()
    tour = window.beginning.tour
    assert tour is not None
    window.apply_language("en")
    assert tour.title.text() == STOPS[0].title
    with qtbot.waitSignal(tour.ended):
        qtbot.keyClick(tour, Qt.Key.Key_Escape)


def test_no_samples_come_into_another_workspace_opened_because_the_first_could_not_be_made(
    window: MainWindow, workspace_file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "new.sqlite").mkdir()
    page = window.beginning.page
    assert page is not None
    with qtbot.waitSignal(window.link.open_failed):
        qtbot.mouseClick(page.samples_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.meeting_shown):
        window.files.open_file(str(workspace_file))
    assert window.link.finish()
    assert window.link.workspace is not None and window.link.workspace.next_undo() is None
    assert sorted(meeting.key for meeting in window.meetings) == ["hongdong-zju", "shengzhou-zjipc"]


def test_the_tour_keeps_the_keyboard(
    open_window: Callable[..., MainWindow], workspace_file: Path, qtbot: QtBot
) -> None:
    window = open_window(workspace_file, "en")
    window.beginning.begin_tour()
    tour = window.beginning.tour
    assert tour is not None
    for _press in range(3):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert (tour.place, QApplication.focusWidget() is tour.next_button) == (3, True)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_the_keys_of_the_tour_work_on_each_of_its_buttons(
    open_window: Callable[..., MainWindow], workspace_file: Path, qtbot: QtBot, key: Qt.Key
) -> None:
    window = open_window(workspace_file, "en")
    window.beginning.begin_tour()
    tour = window.beginning.tour
    assert tour is not None
    seen = []
    for pressed in (key, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Tab, Qt.Key.Key_Right, Qt.Key.Key_Tab, key, key):
        qtbot.keyClick(QApplication.focusWidget(), pressed)
        seen.append((tour.place, QApplication.focusWidget()))
    on, back, out = tour.next_button, tour.back_button, tour.leave_button
    assert seen[:6] == [(1, on), (2, on), (1, on), (1, out), (2, out), (2, back)]
    assert seen[6:] == [(1, back), (0, on)]
    qtbot.keyClick(on, Qt.Key.Key_Tab)
    with qtbot.waitSignal(tour.ended):
        qtbot.keyClick(out, key)
