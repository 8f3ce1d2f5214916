"""Ends, arrivals and overlaps, also across midnight."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.timing import Leg, Period, StopTimes, is_before, later, period, stop_times

DAY = date(2024, 5, 20)


@pytest.mark.parametrize(
    ("start", "minutes", "end"),
    [
        (time(9), 30, time(9, 30)),
        (time(23, 30), 45, time(0, 15)),
        (time(9), 0, time(9)),
        (None, 30, None),
        (time(9), None, None),
    ],
)
def test_later(start: time | None, minutes: int | None, end: time | None) -> None:
    assert later(start, minutes) == end


@given(st.times(), st.integers(min_value=0, max_value=1440), st.integers(min_value=0, max_value=1440))
def test_minutes_add_up(start: time, first: int, second: int) -> None:
    assert later(later(start, first), second) == later(start, first + second)


def test_a_period_needs_day_start_and_length() -> None:
    whole = Period(datetime(2024, 5, 20, 23, 30), datetime(2024, 5, 21, 0, 15))
    assert period(DAY, time(23, 30), 45) == whole
    assert [period(None, time(9), 5), period(DAY, None, 5), period(DAY, time(9), None)] == [None, None, None]


def test_periods_that_only_touch_do_not_overlap() -> None:
    first = Period(datetime(2024, 5, 20, 9), datetime(2024, 5, 20, 10))
    touching = Period(datetime(2024, 5, 20, 10), datetime(2024, 5, 20, 11))
    inside = Period(datetime(2024, 5, 20, 9, 59), datetime(2024, 5, 20, 10, 1))
    assert (first.overlaps(touching), first.overlaps(inside), inside.overlaps(touching)) == (False, True, True)


def test_stops_follow_one_another_by_travel_buffer_and_minutes() -> None:
    legs = [Leg(minutes=40, travel_minutes=20, buffer_minutes=10), Leg(minutes=30, travel_minutes=15)]
    assert stop_times(time(14), legs) == (
        StopTimes(time(14, 30), time(15, 10), time(14, 30)),
        StopTimes(time(15, 25), time(15, 55), time(15, 25)),
    )


def test_a_fixed_arrival_wins_over_the_computed_one() -> None:
    legs = [Leg(arrive=time(15), minutes=30, travel_minutes=20)]
    assert stop_times(time(14), legs) == (StopTimes(time(15), time(15, 30), time(14, 20)),)


def test_times_are_unknown_after_a_gap_until_the_next_fixed_one() -> None:
    legs = [Leg(minutes=30), Leg(minutes=30, travel_minutes=10), Leg(arrive=time(16)), Leg(travel_minutes=5)]
    assert stop_times(time(14), legs) == (
        StopTimes(None, None),
        StopTimes(None, None),
        StopTimes(time(16), None),
        StopTimes(None, None),
    )


@pytest.mark.parametrize(
    ("first", "second", "before"),
    [
        (time(9), time(10), True),
        (time(10), time(9), False),
        (time(9), time(9), False),
        (time(23, 30), time(0, 15), True),
        (time(0, 15), time(23, 30), False),
    ],
)
def test_is_before_within_a_route(first: time, second: time, before: bool) -> None:
    assert is_before(first, second) is before


def test_a_length_beyond_all_measure_goes_round_the_clock():
    assert later(time(9), 10**11) == time(19, 40)
    assert period(date(2024, 5, 20), time(9), 10**11) == period(date(2024, 5, 20), time(9), 366 * 24 * 60)
