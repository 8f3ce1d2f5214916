"""The sign-in sheet: room to sign, nobody's phone, lines for those without a name."""

from __future__ import annotations

import pytest

from exporters.blocks import Cell, Column, Row, Table
from exporters.documents.sign_in import MOST_LINES, WALK_INS, assemble
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot, OpenPlace
from tests.sample_snapshots import attendee, both, group, options, organization, side, snapshot

BLANK = Row((Cell(""), Cell(""), Cell(""), Cell(""), Cell("")), "blank")


def group_row(text: str) -> Row:
    """A row across the table."""
    return Row((Cell(text, strong=True),), "group")


def table(taken: MeetingSnapshot, language: str = "zh") -> Table:
    """The sheet's table."""
    [document] = assemble(taken, options(language))
    assert document.landscape
    [found] = [block for block in document.blocks if isinstance(block, Table)]
    return found


def test_whole_sheet() -> None:
    guests = side(id=1, units=(organization("校办", "President’s Office"),))
    taken = snapshot(sides=(guests,), attendees=(attendee("王明", side_id=1, phone="13812345678"),))
    assert table(taken) == Table(
        (
            Column("number", "序号", 4, "center"),
            Column("unit", "单位", 18),
            Column("name", "姓名", 13, "center"),
            Column("title", "职务", 16),
            Column("signature", "签名", 14),
        ),
        (
            group_row("校方"),
            Row((Cell("1", 1), Cell("武汉大学", name=True), Cell("王　明", name=True), Cell("院长"), Cell(""))),
            Row((Cell(""), Cell("校办"), Cell(""), Cell(""), Cell("")), "blank"),
            group_row("临时参会人员"),
            *([BLANK] * WALK_INS),
        ),
        row_height=10.0,
    )


@pytest.mark.parametrize(("zh", "shown"), [("王明", "Wang Ming 王明"), ("", "Wang Ming")])
def test_english_sheet_shows_both_names(zh: str, shown: str) -> None:
    row = table(snapshot(attendees=(attendee(zh, "Wang Ming"),)), "en").rows[1]
    assert row.cells[2] == Cell(shown, name=True)


@pytest.mark.parametrize(("count", "lines"), [(2, 2), (None, 3), (500, MOST_LINES)])
def test_lines_for_people_without_a_name(count: int | None, lines: int) -> None:
    rows = table(snapshot(groups=(group(stated_count=count, organization=organization()),))).rows
    unit_row = Row((Cell(""), Cell("武汉大学"), Cell(""), Cell(""), Cell("")), "blank")
    assert [row for row in rows if row == unit_row] == [unit_row] * lines


def test_no_material() -> None:
    with pytest.raises(KnownError) as caught:
        assemble(snapshot(), options())
    assert caught.value.values == {"document": "sign-in", "meeting": "shangdang"}


def test_a_place_for_somebody_not_named_yet_is_left_to_be_filled_in() -> None:
    taken = snapshot(open_places=(OpenPlace(9, None, both("财政局"), both("局长")),))
    assert table(taken).rows[1] == Row((Cell(""), Cell("财政局"), Cell(""), Cell("局长"), Cell("")), "blank")
