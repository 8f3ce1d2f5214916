"""Typed values: numbers and dates stay what they are and are still printed as worded."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest

from exporters.blocks import Cell, CellValue
from exporters.xlsx import cell_values
from exporters.xlsx.cell_values import cell_value


@pytest.mark.parametrize(
    ("text", "value", "number_format"),
    [
        ("12", 12, "0"),
        ("12.50", Decimal("12.5"), "0.00"),
        ("1,234,567.00", Decimal(1234567), "#,##0.00"),
        ("约200个", 200, '"约"0"个"'),
        ("60余项", 60, '0"余项"'),
        ("-3", -3, "0"),
        ("0", 0, "0"),
        ("“5”", 5, '"“"0"”"'),
        ('5"', 5, '0\\"'),
        ("第2批3人", 3, '"第2批"0"人"'),
        ("", 7, "0"),
        ("5万元", 50000, "0"),
        ("", Decimal("0.25"), "0.00"),
        ("about 1,2x", 999, "#,##0"),
        ("3" + "字" * 200, 3, "0"),
        ("3\x00项", 3, "0"),
        ("3\n项", 3, "0"),
    ],
)
def test_number_is_printed_as_worded(text: str, value: int | Decimal, number_format: str) -> None:
    assert cell_value(Cell(text, value), "zh") == cell_values.CellValue(value, number_format)


@pytest.mark.parametrize(
    ("text", "language", "number_format"),
    [
        ("2024年5月2日", "zh", 'yyyy"年"m"月"d"日"'),
        ("5月2日", "zh", 'm"月"d"日"'),
        ("2024-05-02", "zh", "yyyy-mm-dd"),
        ("2024.5.2", "zh", "yyyy.m.d"),
        ("2 May 2024", "en", "[$-409]d mmmm yyyy"),
        ("", "zh", 'yyyy"年"m"月"d"日"'),
        ("", "en", "yyyy-mm-dd"),
    ],
)
def test_date_is_printed_as_worded(text: str, language: str, number_format: str) -> None:
    day = date(2024, 5, 2)
    assert cell_value(Cell(text, day), language) == cell_values.CellValue(day, number_format)


def test_times_have_their_formats() -> None:
    moment = datetime(2024, 5, 2, 9, 30)
    assert cell_value(Cell("09:30", time(9, 30)), "zh") == cell_values.CellValue(time(9, 30), "hh:mm")
    assert cell_value(Cell("x", moment), "zh") == cell_values.CellValue(moment, "yyyy-mm-dd hh:mm")


@pytest.mark.parametrize(
    "value",
    [
        None,
        110105194912310021,
        Decimal("NaN"),
        Decimal("1E+20"),
        Decimal("1E-20"),
        date(1899, 12, 31),
        datetime(1899, 12, 31),
        datetime(2024, 5, 2, tzinfo=UTC),
        time(9, 30, tzinfo=UTC),
    ],
)
def test_what_excel_cannot_hold_is_text(value: CellValue) -> None:
    found = cell_value(Cell("原样", value), "zh")
    assert (found.value, found.is_text) == ("原样", True)


def test_typed_text_is_the_value() -> None:
    assert cell_value(Cell("138****5678", "13812345678"), "zh").value == "13812345678"
