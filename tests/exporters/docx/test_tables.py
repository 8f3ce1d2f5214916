"""Widths of columns in Word."""

from __future__ import annotations

import pytest

from exporters.blocks import Cell, Column, Row, Table
from exporters.docx.tables import column_widths

DIGIT = 10 / 2 / (72 / 25.4)  # millimeters of a digit of 10 points


def table(*widths: float, rows: tuple[Row, ...] = (), headings: tuple[str, ...] = ("",) * 9) -> Table:
    return Table(tuple(Column(str(n), headings[n], width) for n, width in enumerate(widths)), rows)


def test_columns_share_the_page_as_they_wish() -> None:
    assert column_widths(table(10, 30), 150) == pytest.approx([37.5, 112.5])


def test_no_wish_at_all_shares_evenly() -> None:
    assert column_widths(table(0, 0), 150) == [2.4, 2.4]


def test_phone_and_date_are_not_broken() -> None:
    row = Row((Cell("13812345678"), Cell("2024年5月20日", 1), Cell("长" * 50)))
    phone, day, _ = widths = column_widths(table(1, 1, 40, rows=(row,)), 100)
    assert (phone, day) == pytest.approx((11 * DIGIT * 1.08 + 2.4, 13 * DIGIT * 1.08 + 2.4))
    assert sum(widths) == pytest.approx(100)


def test_long_address_gives_way_on_a_narrow_page() -> None:
    row = Row((Cell("x" * 40), Cell("欧阳文山")))
    first, second = column_widths(table(4, 4, rows=(row,)), 50)
    assert first + second == pytest.approx(50)
    assert second >= 8 * DIGIT * 1.08 + 2.4
    assert first < 30 * DIGIT


def test_too_many_columns_shrink_alike() -> None:
    widths = column_widths(table(*(40,) * 9), 90)
    assert widths == pytest.approx([10] * 9)
