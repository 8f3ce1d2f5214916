"""The model of the agenda table."""

from __future__ import annotations

from datetime import date, time

from pytestqt.modeltest import ModelTester

from tests import sample_snapshots as make
from ui.agenda.cards import slots_of
from ui.agenda.table import AgendaTable, item_rows
from ui.widgets.row_model import Column

SPEECH = make.agenda_item(
    id=1, day=date(2024, 5, 20), start=time(23, 30), end=time(0, 15), minutes=45, place=make.both("一号厅", "Hall 1")
)
PART = make.agenda_item("提问", "Questions", id=2, parent_id=1)
MEETING = make.snapshot(agenda=(SPEECH, PART))


def cells(table: AgendaTable, language: str) -> list[list[str]]:
    """The columns that are shown at first."""
    table.items.retranslate(language)
    shown: list[Column] = [column for column in table.items.columns if not column.hidden]
    return [[column.text(row, language) for column in shown] for row in table.items.rows()]


def test_the_table_shows_ends_past_midnight_and_parts_below_their_item(qtbot, qtmodeltester: ModelTester):
    table = AgendaTable(lambda _language: ())
    qtbot.addWidget(table)
    table.items.show_rows(item_rows(MEETING, slots_of(MEETING), lambda _id: ()))
    assert cells(table, "zh") == [
        ["1", "5月20日", "23:30", "00:15", "45", "致辞", "Opening remarks", "致辞", ""],
        ["1.1", "", "", "", "", "　提问", "Questions", "致辞", ""],
    ]
    assert cells(table, "en")[0][1] == "20 May"
    qtmodeltester.check(table.items)
