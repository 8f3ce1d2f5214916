"""Dates and times as papers print them."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from models.codes import DatePrecision
from models.rules import dates

DAY = date(2024, 5, 20)


@pytest.mark.parametrize(
    ("precision", "zh", "en"),
    [
        (DatePrecision.DAY, "2024年5月20日", "20 May 2024"),
        (DatePrecision.YEAR_INFERRED, "2024年5月20日", "20 May 2024"),
        (DatePrecision.MONTH, "2024年5月", "May 2024"),
        (DatePrecision.YEAR, "2024年", "2024"),
        (DatePrecision.UNKNOWN, "", ""),
    ],
)
def test_format_date_says_no_more_than_is_known(precision: DatePrecision, zh: str, en: str) -> None:
    assert dates.format_date(DAY, "zh", precision) == zh
    assert dates.format_date(DAY, "en", precision) == en


@pytest.mark.parametrize(
    ("last", "zh", "en"),
    [
        (date(2024, 5, 20), "2024年5月20日", "20 May 2024"),
        (date(2024, 5, 22), "2024年5月20日至22日", "20–22 May 2024"),
        (date(2024, 6, 1), "2024年5月20日至6月1日", "20 May – 1 June 2024"),
        (date(2025, 1, 2), "2024年5月20日至2025年1月2日", "20 May 2024 – 2 January 2025"),
        (None, "2024年5月20日", "20 May 2024"),
    ],
)
def test_format_day_range(last: date | None, zh: str, en: str) -> None:
    assert dates.format_day_range(DAY, last, "zh") == zh
    assert dates.format_day_range(DAY, last, "en") == en


def test_a_range_of_months_names_both_only_when_they_differ() -> None:
    month = DatePrecision.MONTH
    assert dates.format_day_range(DAY, date(2024, 5, 30), "zh", month) == "2024年5月"
    assert dates.format_day_range(DAY, date(2024, 6, 30), "zh", month) == "2024年5月至2024年6月"
    assert dates.format_day_range(DAY, date(2024, 6, 30), "en", month) == "May 2024 – June 2024"


def test_a_range_without_days_is_empty() -> None:
    assert dates.format_date(None, "zh") == ""
    assert dates.format_day_range(None, None, "zh") == ""
    assert dates.format_day_range(DAY, None, "zh", DatePrecision.UNKNOWN) == ""
    assert dates.format_day_range(None, DAY, "zh") == "2024年5月20日"


def test_weekday_day_and_times() -> None:
    assert dates.format_weekday(DAY, "zh") == "星期一"
    assert dates.format_weekday(DAY, "en") == "Monday"
    assert dates.format_day(DAY, "zh") == "5月20日"
    assert dates.format_time(time(9, 5)) == "09:05"
    assert dates.format_time(time(0)) == "00:00"
    assert dates.format_time(None) == ""
    assert dates.format_time_range(time(9), time(9, 30)) == "09:00–09:30"
    assert dates.format_time_range(time(9), None) == "09:00"
    assert dates.format_time_range(None, time(9)) == ""


def test_format_moment() -> None:
    moment = datetime(2024, 5, 20, 9, 30)
    assert dates.format_moment(moment, "zh") == "2024年5月20日 09:30"
    assert dates.format_moment(moment, "en") == "20 May 2024, 09:30"
