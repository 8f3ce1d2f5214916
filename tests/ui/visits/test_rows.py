"""The table of stops: its words in both languages, what can be edited, phones masked."""

from __future__ import annotations

from datetime import time

from pytestqt.modeltest import ModelTester

from tests import sample_snapshots as make
from ui.visits.fields import panel_id, record_of, route_values, stop_values, vehicle_values
from ui.visits.rows import stop_columns, stop_rows, stored_column
from ui.widgets.edit_model import EditModel

LIANG = make.attendee()
STOP = make.stop(
    id=1,
    arrive=time(14),
    leave=time(14, 40),
    minutes=40,
    travel_minutes=20,
    activity=make.both("参观车间", "Workshop tour"),
    guide=make.both("王工", "Mr. Wang"),
    own_guide=make.both("王工", "Mr. Wang"),
    contact=make.both("赵敏", "Zhao Min"),
    contact_phone="13900002222",
    fixed_arrival=time(14),
    earliest=time(14, 10),
    own_place=make.both("中益机械", "Zhongyi Machinery"),
)
ROUTE = make.route(id=4, departs_at=time(13, 40), leader=LIANG, stops=(STOP, make.stop("", "", id=2)))
COLUMNS = stop_columns(lambda _: (), lambda _: ())


def table(language: str) -> list[dict[str, str]]:
    """The words of all cells that say something."""
    rows = stop_rows(ROUTE, frozenset({1}))
    return [{c.key: words for c in COLUMNS if (words := c.text(row, language))} for row in rows]


def test_stops_in_chinese() -> None:
    assert table("zh") == [
        {
            "number": "1",
            "arrive": "14:00",
            "leave": "14:40",
            "minutes": "40",
            "travel_minutes": "20",
            "organization_id": "中益机械",
            "place": "中益机械",
            "activity": "参观车间",
            "guide_id": "王工",
            "guide": "王工",
            "contact": "赵敏",
            "contact_phone": "139****2222",
        },
        {"number": "2"},
    ]


def test_texts_are_edited_in_the_language_of_the_window() -> None:
    values = {c.key: c.value(stop_rows(ROUTE)[0], "en") for c in COLUMNS if c.value}
    assert (values["activity"], values["arrive"], values["minutes"]) == ("Workshop tour", time(14), 40)
    assert [stored_column(key, "en") for key in ("activity", "place", "minutes")] == [
        "activity_en",
        "place_en",
        "minutes",
    ]
    assert [c.key for c in COLUMNS if c.value is None] == ["number", "leave"]


def test_an_arrival_that_cannot_be_met_is_marked() -> None:
    arrive = next(column for column in COLUMNS if column.key == "arrive")
    late, fine = stop_rows(ROUTE, frozenset({1}))
    assert arrive.token is not None
    assert (arrive.token(late), arrive.token(stop_rows(ROUTE)[0]), arrive.token(fine)) == ("bad", "ink", "ink_soft")


def test_the_panel_holds_what_is_stored_not_what_stands_in() -> None:
    values = stop_values(make.stop("单位", "Unit", organization=make.organization(id=7)))
    assert (values["organization_id"], values["place_zh"], values["arrive"]) == (7, "", None)
    assert route_values(ROUTE)["leader_id"] == LIANG.id
    assert vehicle_values(make.vehicle(own_driver=make.both("王师傅", "")))["driver_en"] == ""


def test_records_of_all_kinds_have_numbers_of_their_own() -> None:
    known = [(kind, row_id) for row_id in (1, 2) for kind in ("visit_route", "visit_stop", "vehicle")]
    assert [record_of(panel_id(kind, row_id)) for kind, row_id in known] == known
    assert len({panel_id(kind, row_id) for kind, row_id in known}) == 6


def test_qt_finds_no_fault(qapp: object, qtmodeltester: ModelTester) -> None:
    model = EditModel(COLUMNS, add_words="＋")
    model.show_rows(stop_rows(ROUTE))
    qtmodeltester.check(model)
