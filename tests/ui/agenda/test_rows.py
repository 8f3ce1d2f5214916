"""The agenda table and panel: in order, with clock times only where they are known."""

from __future__ import annotations

from datetime import date, time

from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from models.codes import AgendaKind
from models.snapshots.shapes import MeetingSnapshot, Presenter
from tests import sample_snapshots as make
from ui.agenda.room import AgendaRoom
from ui.agenda.rows import COLUMNS, agenda_rows
from ui.widgets.details_panel import Details, Section
from ui.widgets.row_model import RowModel

LIANG = make.attendee()
SPEECH = make.agenda_item(
    id=1,
    day=date(2024, 5, 20),
    start=time(9),
    end=time(9, 8),
    minutes=8,
    presenters=(Presenter(attendee=LIANG), Presenter(group=make.group()), Presenter(organization=make.organization())),
    place=make.both("会议室", "Room 1"),
    moderator=make.attendee("李强", "Li Qiang"),
    detail=make.both("讲话", "Talk"),
)
PART = make.agenda_item("提问", "Questions", id=2, parent_id=1, kind=AgendaKind.EXCHANGE)
CLOSING = make.agenda_item("闭会", "Closing", id=3, kind=AgendaKind.CLOSING)
MEETING: MeetingSnapshot = make.snapshot(agenda=(SPEECH, PART, CLOSING))


def table(language: str) -> list[list[str]]:
    """All cells."""
    return [[column.text(row, language) for column in COLUMNS] for row in agenda_rows(MEETING)]


def test_the_agenda_in_chinese():
    assert table("zh") == [
        ["1", "5月20日", "09:00–09:08", "8", "致辞", "致辞", "梁涛、教师代表、武汉大学", "会议室"],
        ["", "", "", "", "　　提问", "座谈交流", "", ""],
        ["2", "", "", "", "闭会", "结束", "", ""],
    ]


def test_the_agenda_in_english():
    presenters = "Liang Tao, faculty representatives, Wuhan University"
    assert table("en")[0] == ["1", "20 May", "09:00–09:08", "8", "Opening remarks", "Speech", presenters, "Room 1"]


def test_qt_finds_no_fault(qapp, qtmodeltester: ModelTester):
    model = RowModel(COLUMNS)
    model.show_rows(agenda_rows(MEETING))
    qtmodeltester.check(model)


def test_the_panel_tells_when_who_and_where(qtbot: QtBot):
    room = AgendaRoom()
    qtbot.addWidget(room)
    room.retranslate("zh")
    room.show_snapshot(MEETING)
    assert room.details.shown == Details(
        "致辞",
        "2024年5月20日 09:00–09:08 8 分钟",
        (
            Section("发言人", ("梁涛 武汉大学 院长", "教师代表", "武汉大学")),
            Section("主持人", ("李强",)),
            Section("内容", ("讲话",)),
            Section("地点", ("会议室",)),
            Section("材料", ()),
        ),
    )


def test_the_head_says_when_clock_times_are_not_known(qtbot: QtBot):
    room = AgendaRoom()
    qtbot.addWidget(room)
    room.retranslate("en")
    room.show_snapshot(MEETING)
    known = room.remark.text()
    room.show_snapshot(make.snapshot(agenda=(CLOSING,)))
    assert (known, room.remark.text()) == ("2 items", "1 item · clock times not known")
