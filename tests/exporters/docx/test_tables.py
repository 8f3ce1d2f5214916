"""Tables in Word: the widths of columns, a head on every page, rows in one piece."""

from __future__ import annotations

import pytest

from exporters.blocks import Cell, Column, Row, Table
from exporters.docx.tables import column_widths
from tests.exporters.docx.reading import COLUMNS, cells, lines, row, word

DIGIT = 10 / 2 / (72 / 25.4)  # millimeters of a digit of 10 points


def table(*widths: float, rows: tuple[Row, ...] = (), headings: tuple[str, ...] = ("",) * 9) -> Table:
    return Table(tuple(Column(str(n), headings[n], width) for n, width in enumerate(widths)), rows)


def widths_of(asked: Table, room: float) -> list[float]:
    return column_widths(asked, room, 10)


def test_columns_share_the_page_as_they_wish() -> None:
    assert widths_of(table(10, 30), 150) == pytest.approx([37.5, 112.5])


def test_no_wish_at_all_shares_evenly() -> None:
    assert widths_of(table(0, 0), 150) == [2.4, 2.4]


def test_phone_and_date_are_not_broken() -> None:
    row = Row((Cell("13812345678"), Cell("2024年5月20日", 1), Cell("长" * 50)))
    phone, day, _ = widths = widths_of(table(1, 1, 40, rows=(row,)), 100)
    assert (phone, day) == pytest.approx((11 * DIGIT * 1.08 + 2.4, 13 * DIGIT * 1.08 + 2.4))
    assert sum(widths) == pytest.approx(100)


def test_long_address_gives_way_on_a_narrow_page() -> None:
    first, second = widths_of(table(4, 4, rows=(row("x" * 40, "欧阳文山"),)), 50)
    assert first + second == pytest.approx(50)
    assert second >= 8 * DIGIT * 1.08 + 2.4
    assert first < 30 * DIGIT


def test_too_many_columns_shrink_alike() -> None:
    assert widths_of(table(*(40,) * 9), 90) == pytest.approx([10] * 9)


def test_table_repeats_its_head_and_keeps_rows_whole() -> None:
    rows = (Row((Cell("武汉大学"),), "group"), row("1", "梁涛", "长" * 500), Row((Cell("合计"),), "total"))
    paper = word(Table(COLUMNS, rows, caption="名单", row_height=10, small=True))
    assert lines(paper)[0] == ("Caption", "名单")
    assert cells(paper) == [["序号", "姓名", "单位"], ["武汉大学"] * 3, ["1", "梁涛", "长" * 500], ["合计", "", ""]]
    table = paper.tables[0]
    assert [bool(row._tr.xpath("w:trPr/w:tblHeader")) for row in table.rows] == [True, False, False, False]
    assert [bool(row._tr.xpath("w:trPr/w:cantSplit")) for row in table.rows] == [True, True, False, True]
    assert [row.cells[0].paragraphs[0].runs[0].bold for row in table.rows] == [True, True, None, True]
    assert [round(row.height.mm) if row.height else None for row in table.rows] == [None, 10, 10, 10]


def test_cells_lie_as_their_columns_say() -> None:
    (_head, line) = word(Table(COLUMNS, (row("1", "梁涛", "武汉大学"),))).tables[0].rows
    assert [cell.paragraphs[0]._p.xpath("w:pPr/w:jc/@w:val") for cell in line.cells] == [["center"], [], ["left"]]
    assert {cell.paragraphs[0].style.name for cell in line.cells} == {"Desk Cell"}


def test_line_break_in_a_cell_stays_one() -> None:
    assert cells(word(Table(COLUMNS[:1], (row("上\n下"),))))[1] == ["上\n下"]


def test_table_without_headings_has_no_head() -> None:
    assert cells(word(Table((Column("a", "", 5),), (row("梁涛"), Row((), "blank"))))) == [["梁涛"], [""]]


def test_table_of_nothing_is_one_that_word_opens() -> None:
    assert cells(word(Table((Column("a", "", 5),), ()))) == [[""]]
