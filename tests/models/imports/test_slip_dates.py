"""When people come and go, as slips write it."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from models.codes import DatePrecision
from models.imports.book import CellValue
from models.imports.slip_dates import Moment, clean_moment, read_moment
from models.imports.texts import Cleaned

READ: dict[CellValue, str] = {
    "2024年5月20日下午3:00": "2024-05-20T15:00",
    "2024年5月20日 15时30分": "2024-05-20T15:30",
    "5月20日下午2点半": "2024-05-20T14:30",
    "5月20日中午12:00": "2024-05-20T12:00",
    "5月20日晚8点": "2024-05-20T20:00",
    "5月20日": "2024-05-20",
    "5.20": "2024-05-20",
    "5/20": "2024-05-20",
    "5-20": "2024-05-20",
    "２０２４．５．２０": "2024-05-20",
    "2024-05-20": "2024-05-20",
    "2024-05-20T09:30": "2024-05-20T09:30",
    "2024-05-20 09:30:00": "2024-05-20T09:30",
    "20240520": "2024-05-20",
    "24/5/20": "2024-05-20",
    "24.5.20": "2024-05-20",
    "5.20上午9:00": "2024-05-20T09:00",
    "20 May 2024": "2024-05-20",
    "May 20th, 2:30 pm": "2024-05-20T14:30",
    "20 May 2024, 09:30": "2024-05-20T09:30",
    "20/5/2024": "2024-05-20",
    "5/20/2024": "2024-05-20",
    "5月20日（周一）": "2024-05-20",
    "5月20日 3:00 PM": "2024-05-20T15:00",
    "5月20日14:30到达": "2024-05-20T14:30",
    "5月20日下午": "2024年5月20日下午",
    "2024年5月20日下午": "2024年5月20日下午",
    "45432": "2024-05-20",
    45432: "2024-05-20",
    45432.375: "2024-05-20T09:00",
    5.21: "2024-05-21",
    date(2024, 5, 20): "2024-05-20",
    datetime(2024, 5, 20, 9, 30): "2024-05-20T09:30",
    "待定": "待定",
    "无": "",
    "": "",
    None: "",
}
TOLD: dict[CellValue, tuple[str, str]] = {
    "五月下旬": ("五月下旬", "day_unknown"),
    "2024年5月": ("2024年5月", "day_unknown"),
    "14:30": ("14:30", "time_without_day"),
    "20日下午": ("20日下午", "time_without_day"),
    "中旬": ("中旬", "time_not_read"),
    "自行前往": ("自行前往", "time_not_read"),
    "5/6/2024": ("5/6/2024", "time_with_words"),
    5.2: ("5.2", "time_not_read"),
    "5月20日14:30左右": ("5月20日14:30左右", "time_with_words"),
    "5月20日或21日": ("5月20日或21日", "time_with_words"),
    "2月30日": ("2月30日", "time_not_read"),
    "5月20日25:00": ("5月20日25:00", "time_with_words"),
}


@pytest.mark.parametrize("value", READ, ids=repr)
def test_a_time_that_can_be_read_is_stored_whole(value: CellValue):
    assert clean_moment("arrival", value, 2024) == READ[value]


@pytest.mark.parametrize("value", TOLD, ids=repr)
def test_a_time_that_says_less_or_more_is_kept_and_told(value: CellValue):
    cell = clean_moment("arrival", value, 2024)
    assert isinstance(cell, Cleaned)
    assert (cell.text, cell.notes[0].code, len(cell.notes)) == (*TOLD[value], 1)


@pytest.mark.parametrize(
    ("text", "arrival", "trip"),
    [
        ("5月19日 G1234次 14:30到达", "2024-05-19T14:30", "G1234"),
        ("5月19日乘MU5123", "2024-05-19", "MU5123"),
        ("G87", "", "G87"),
    ],
)
def test_a_train_or_flight_goes_to_its_own_field(text: str, arrival: str, trip: str):
    cell = clean_moment("arrival", text, 2024)
    assert isinstance(cell, Cleaned)
    assert (cell.extra, cell.text if arrival != "2024-05-19" else arrival) == ((("arrival_trip", trip),), arrival)


def test_a_day_without_a_year_stays_words_where_the_year_is_not_known():
    cell = clean_moment("departure", "5月20日", None)
    assert isinstance(cell, Cleaned)
    assert (cell.text, cell.notes[0].values["field"]) == ("5月20日", "departure")


def test_what_is_known_of_a_moment_says_how_exact_it_is():
    assert read_moment("五月下旬", 2024) == Moment(date(2024, 5, 1), precision=DatePrecision.MONTH)
    assert read_moment("5月20日下午", 2024) == Moment(date(2024, 5, 20), None, "下午", DatePrecision.DAY)
    assert read_moment("待定") == Moment(open=True)
    assert read_moment(time(9, 30)) == read_moment(timedelta(hours=9, minutes=30)) == Moment(hour=time(9, 30))
    assert read_moment(0.5) == Moment(hour=time(12))
