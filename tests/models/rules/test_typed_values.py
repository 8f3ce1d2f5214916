"""What people type for days, times and numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from functools import partial

import pytest

from models.rules.typed_values import read_day, read_number, read_time

MAY_20 = date(2024, 5, 20)


def is_refused(read: Callable[[str], object], typed: str) -> bool:
    """Whether a text cannot be read."""
    try:
        read(typed)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("9:30", time(9, 30)),
        ("9：30", time(9, 30)),
        ("0930", time(9, 30)),
        ("930", time(9, 30)),
        ("９", time(9)),
        ("9点半", time(9, 30)),
        ("9时05分", time(9, 5)),
        ("下午2:30", time(14, 30)),
        ("2:30 pm", time(14, 30)),
        ("下午14:00", time(14)),
        ("中午12点", time(12)),
        ("中午11:30", time(11, 30)),
        ("中午1点", time(13)),
        ("晚上7点半", time(19, 30)),
        ("晚上12点", time(0)),
        ("晚上12:30", time(0, 30)),
        ("凌晨1点", time(1)),
        ("傍晚6点", time(18)),
        ("上午12点", time(12)),
        ("上午0:30", time(0, 30)),
        ("早上7点", time(7)),
        ("下午12:30", time(12, 30)),
        ("12 am", time(0)),
        ("24:00", time(0)),
        ("  ", None),
    ],
)
def test_a_time_is_read_as_it_is_written_in_an_office(typed: str, meant: time | None):
    assert read_time(typed) == meant


@pytest.mark.parametrize("typed", ["25:00", "9:70", "soon", "9:30:15", "-1", "半"])
def test_what_is_no_time_is_refused(typed: str):
    assert is_refused(read_time, typed)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2024-05-21", date(2024, 5, 21)),
        ("2024/5/21", date(2024, 5, 21)),
        ("2024年5月21日", date(2024, 5, 21)),
        ("20240521", date(2024, 5, 21)),
        ("5-21", date(2024, 5, 21)),
        ("5月21日", date(2024, 5, 21)),
        ("21日", date(2024, 5, 21)),
        ("２１", date(2024, 5, 21)),
        ("", None),
    ],
)
def test_a_day_is_completed_by_the_one_nearby(typed: str, meant: date | None):
    assert read_day(typed, near=MAY_20) == meant


@pytest.mark.parametrize(("typed", "near"), [("2-30", MAY_20), ("5-21", None), ("21", None), ("tomorrow", MAY_20)])
def test_what_is_no_day_is_refused(typed: str, near: date | None):
    assert is_refused(partial(read_day, near=near), typed)


@pytest.mark.parametrize(("typed", "meant"), [("45", 45), ("４５", 45), ("1,200", 1200), ("45分钟", 45), ("", None)])
def test_a_count_is_read(typed: str, meant: int | None):
    assert read_number(typed) == meant


@pytest.mark.parametrize("typed", ["-1", "1.5", "many", "分钟", "nan", "1e99", "一"])
def test_what_is_no_count_is_refused(typed: str):
    assert is_refused(read_number, typed)


def test_an_amount_keeps_its_decimals():
    assert [read_number("12000.50", decimals=2), read_number("3", decimals=2)] == [Decimal("12000.50"), Decimal(3)]
