"""The registers: the counterparty where several agreements are called the same, the days worked out from the years."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from exporters.blocks import Section, Table
from exporters.documents import register
from models.snapshots.shapes import SealUse
from tests.sample_meetings import sample_meetings
from tests.sample_snapshots import options

EXPECTED = {
    "zh": "《产教融合、校行（企）合作框架协议》（丰利粉碎设备）",
    "en": "Framework Agreement on the Integration of Industry and Education and School–Association (Enterprise) "
    "Cooperation (Fengli Crushing Equipment)",
}


@pytest.mark.parametrize("language", EXPECTED)
def test_the_counterparty_stands_behind_the_title(language: str):
    snapshot = sample_meetings()["shengzhou-zjipc"]
    fengli = next(one for one in snapshot.agreements if one.key == "fengli")
    blank = {"organization": None, "seal": "公章", "used_on": None, "pages": None, "copies": None}
    one = SealUse(1, document="", agreement_id=fengli.id, **blank)
    uses = (one, replace(one, id=2, document="会议通知", agreement_id=None))
    (paper,) = register.assemble(replace(snapshot, seal_uses=uses), options(language))
    seals = [block for block in paper.blocks if isinstance(block, Section)][1]
    (table,) = (block for block in seals.blocks if isinstance(block, Table))
    assert [row.cells[2].text for row in table.rows] == [EXPECTED[language], "会议通知"]


def test_years_count_from_the_signing_where_no_day_is_told():
    snapshot = sample_meetings()["shengzhou-zjipc"]
    signed = replace(snapshot.agreements[0], signed_on=date(2027, 4, 16), term_years=3)
    (paper,) = register.assemble(replace(snapshot, agreements=(signed,)), options("zh"))
    (section,) = (block for block in paper.blocks if isinstance(block, Section))
    (table,) = (block for block in section.blocks if isinstance(block, Table))
    days = {column.key: cell.value for column, cell in zip(table.columns, table.rows[0].cells, strict=True)}
    assert (days["starts_on"], days["ends_on"]) == (date(2027, 4, 16), date(2030, 4, 15))
