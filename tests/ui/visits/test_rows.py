"""The visits table and panel: every stop of every route, phones masked."""

from __future__ import annotations

from datetime import date, time

from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests import sample_snapshots as make
from ui.visits.room import VisitsRoom
from ui.visits.rows import COLUMNS, stop_rows
from ui.widgets.details_panel import Details, Section
from ui.widgets.row_model import RowModel

LIANG = make.attendee()
STOP = make.stop(
    id=1,
    arrive=time(14),
    leave=time(14, 40),
    minutes=40,
    travel_minutes=20,
    activity=make.both("参观车间", "Workshop tour"),
    guide=make.both("王工", "Mr. Wang"),
    contact=make.both("赵敏", "Zhao Min"),
    contact_phone="13900002222",
)
ROUTE = make.route(
    id=4,
    day=date(2024, 5, 20),
    departs_at=time(13, 40),
    departs_from=make.both("宾馆", "Hotel"),
    leader=LIANG,
    members=(LIANG,),
    stops=(STOP,),
    vehicles=(make.vehicle(passengers=(LIANG,)),),
)
MEETING = make.snapshot(routes=(ROUTE, make.route("B线", "Route B", id=6)))


def table(language: str) -> list[list[str]]:
    """All cells."""
    return [[column.text(row, language) for column in COLUMNS] for row in stop_rows(MEETING)]


def test_stops_in_chinese():
    assert table("zh") == [
        ["A线", "1", "14:00", "14:40", "40", "20", "中益机械", "参观车间", "王工"],
        ["B线", "", "", "", "", "", "", "", ""],
    ]


def test_stops_in_english():
    names = ["Zhongyi Machinery", "Workshop tour", "Mr. Wang"]
    assert table("en")[0] == ["Route A", "1", "14:00", "14:40", "40", "20", *names]


def test_qt_finds_no_fault(qapp, qtmodeltester: ModelTester):
    model = RowModel(COLUMNS)
    model.show_rows(stop_rows(MEETING))
    qtmodeltester.check(model)


def test_the_panel_tells_the_stop_and_its_route(qtbot: QtBot):
    room = VisitsRoom()
    qtbot.addWidget(room)
    room.retranslate("zh")
    room.show_snapshot(MEETING)
    assert room.remark.text() == "2 条线路 · 1 个考察点"
    assert room.details.shown == Details(
        "中益机械",
        "",
        (
            Section("活动", ("参观车间",)),
            Section("联系人", ("赵敏 139****2222",)),
            Section("备注", ()),
            Section("线路", ("A线", "2024年5月20日 13:40 宾馆", "会后")),
            Section("目的", ()),
            Section("参加人员", ("领队 梁涛 · 1 人",)),
            Section("车辆", ("1号车 · 晋D12345 · 1/20 座 · 李师傅 139****1111",)),
        ),
    )


def test_the_panel_of_a_route_without_stops_names_the_route(qtbot: QtBot):
    room = VisitsRoom()
    qtbot.addWidget(room)
    room.retranslate("en")
    room.show_snapshot(MEETING)
    room.table.choose(-6)
    assert room.details.shown is not None and room.details.shown.title == "Route B"
