"""What the frame tells: days to go, counts of findings, the last backup, and steps undone elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.codes import DatePrecision
from tests.ui.conftest import OpenWindow
from ui.main_window import MainWindow
from ui.rooms import ROOMS, counts_by_room, is_built, room_of
from ui.status_bar import StatusBar
from ui.top_bar import days_to_go

FIRST, LAST = date(2027, 4, 15), date(2027, 4, 16)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2027, 4, 12), ("还有 3 天", "3 days to go")),
        (date(2027, 4, 14), ("还有 1 天", "1 day to go")),
        (FIRST, ("今天：第 1 天", "Today: day 1")),
        (LAST, ("今天：第 2 天", "Today: day 2")),
        (date(2027, 4, 17), ("已结束", "Over")),
    ],
)
def test_the_days_to_go(demo_window: MainWindow, today: date, words: tuple[str, str]):
    meeting = replace(demo_window.meetings[0], starts_on=FIRST, ends_on=LAST, date_precision=DatePrecision.DAY)
    assert tuple(days_to_go(meeting, today, language) for language in ("zh", "en")) == words


def test_a_day_that_is_not_known_is_not_counted(demo_window: MainWindow):
    vague = replace(demo_window.meetings[0], starts_on=FIRST, date_precision=DatePrecision.MONTH)
    single = replace(vague, ends_on=None, date_precision=DatePrecision.DAY)
    unknown = replace(single, starts_on=None)
    told = [days_to_go(meeting, FIRST, "en") for meeting in (vague, unknown, single)]
    assert told == ["", "", "Today"]


def test_the_last_backup_is_told_by_its_time_or_its_day(qtbot: QtBot):
    status, now = StatusBar(), datetime.now()
    qtbot.addWidget(status)
    told = []
    for moment in (None, now, now - timedelta(days=400)):
        status.show_backup(moment)
        told.append((status.backup.text(), status.backup.isHidden()))
    day = (now - timedelta(days=400)).date().isoformat()
    assert told == [("", True), (f"备份 {now:%H:%M}", False), (f"备份 {day}", False)]


def test_places_belong_to_rooms():
    places = ("people/1", "groups/2", "organizations/3", "agenda/4", "routes/5/stops/6", "meeting", "attic/1")
    rooms = ["people", "people", "overview", "agenda", "visits", "meeting", ""]
    assert [room_of(place) for place in places] == rooms
    assert counts_by_room(places) == {"people": 2, "overview": 1, "agenda": 1, "visits": 1, "meeting": 1}
    assert (is_built("attic"), is_built("people")) == (False, True)


def test_findings_are_counted_on_the_rail_and_lead_to_their_place(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    from ui.settings import LAST_MEETING, Settings

    settings = Settings()
    settings.set(LAST_MEETING, "shengzhou-zjipc")
    window = open_window(workspace_file, "en", settings)
    qtbot.waitUntil(lambda: bool(window.link.findings))
    counts = counts_by_room(finding.place for finding in window.link.findings)
    shown = {key: int(button.count.text()) for key, button in window.rail.buttons.items() if button.count.text() != "0"}
    assert shown == {key: count for key, count in counts.items() if key in dict.fromkeys(key for key, *_ in ROOMS)}
    assert window.status.findings.text() == f"▲ {len(window.link.findings)} things to check"
    window.status.findings.click()
    assert window.room == "overview" or window.room == room_of(window.link.findings[0].place)


def test_a_step_undone_elsewhere_is_told_and_the_room_stays(
    open_window: OpenWindow, workspace_file: Path, qtbot: QtBot
):
    window = open_window(workspace_file)
    window.show_room("agenda")
    with qtbot.waitSignal(window.meeting_shown):
        window.meeting_desk.archive()
    qtbot.waitUntil(window.top_bar.undo_menu.undo_action.isEnabled)
    with qtbot.waitSignal(window.meeting_shown):
        window.top_bar.undo_menu.undo_action.trigger()
    assert (window.room, window.status.notice_label.text().startswith("已撤销：归档")) == ("agenda", True)


def test_the_search_box_shows_once_somebody_answers(open_window: OpenWindow, workspace_file: Path, qtbot: QtBot):
    window = open_window(workspace_file)
    window.top_bar.offer_search()
    with qtbot.waitSignal(window.top_bar.search_requested):
        window.top_bar.search_box.click()
    assert window.top_bar.search_box.accessibleName() == "搜索人员、单位、协议、议程和命令"


@pytest.mark.parametrize("family", ["roles", "facts", "sources", "photos", "readings", "organizations"])
def test_every_family_that_a_finding_names_leads_to_a_room(family: str) -> None:
    assert room_of(f"{family}/1") == ("meeting" if family == "roles" else "overview")
