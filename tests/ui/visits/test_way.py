"""The way of a route: where its parts stand, how long stays are drawn, what the times become."""

from __future__ import annotations

from datetime import time

import pytest

from tests import sample_snapshots as make
from ui.visits.way import (
    DEPARTURE,
    END,
    LEAST_STAY,
    LEG,
    MOST_STAY,
    Part,
    blocks,
    slack,
    slot_at,
    stay_height,
    stepped,
    stretched,
    total_minutes,
    with_stay,
    with_times,
)

FIRST = make.stop("一厂", id=1, minutes=40, travel_minutes=20, buffer_minutes=5)
SECOND = make.stop("二厂", id=2, minutes=30, travel_minutes=10)
ROUTE = make.route(id=4, departs_at=time(9), stops=(FIRST, SECOND))


def test_parts_stand_below_one_another() -> None:
    way = blocks((FIRST, SECOND), {1: (("ink", "a"), ("ink", "b"))}, top=0)
    tall = stay_height(40, 2)
    assert [(block.part, block.top, block.number) for block in way] == [
        (Part.DEPARTURE, 0, 0),
        (Part.LEG, DEPARTURE, 1),
        (Part.STOP, DEPARTURE + LEG, 1),
        (Part.LEG, DEPARTURE + LEG + tall, 2),
        (Part.STOP, DEPARTURE + 2 * LEG + tall, 2),
        (Part.END, DEPARTURE + 2 * LEG + tall + LEAST_STAY, 0),
    ]
    assert (way[2].bottom, way[-1].height, way[2].lines) == (way[3].top, END, (("ink", "a"), ("ink", "b")))


@pytest.mark.parametrize(
    ("minutes", "lines", "height"), [(None, 0, LEAST_STAY), (120, 0, 180), (600, 1, MOST_STAY), (5, 9, 210)]
)
def test_a_long_stay_is_drawn_tall_and_words_always_fit(minutes: int | None, lines: int, height: int) -> None:
    assert stay_height(minutes, lines) == height


@pytest.mark.parametrize(
    ("minutes", "pixels", "after"), [(40, 15, 50), (40, 10, 45), (40, -200, 5), (None, 30, 20), (700, 999, 720)]
)
def test_stretching_goes_in_steps_of_five_minutes(minutes: int | None, pixels: float, after: int) -> None:
    assert stretched(minutes, pixels) == after


def test_keys_stretch_by_one_step() -> None:
    assert [stepped(40, 1), stepped(40, -1), stepped(5, -1), stepped(None, 1)] == [45, 35, 5, 5]


def test_times_follow_a_new_order_and_a_new_stay() -> None:
    assert [(s.id, s.arrive, s.leave) for s in with_times(ROUTE, (SECOND, FIRST))] == [
        (2, time(9, 10), time(9, 40)),
        (1, time(10, 5), time(10, 45)),
    ]
    assert [(s.id, s.arrive, s.leave) for s in with_stay(ROUTE, 1, 60)] == [
        (1, time(9, 25), time(10, 25)),
        (2, time(10, 35), time(11, 5)),
    ]


def test_what_is_dropped_goes_before_the_stop_whose_middle_is_below() -> None:
    way = blocks((FIRST, SECOND), {}, top=0)
    first, second = way[2], way[4]
    assert slot_at(way, first.top + 1) == 1
    assert slot_at(way, first.bottom - 1) == 2
    assert slot_at(way, second.bottom) is None


def test_the_whole_takes_from_departure_to_the_last_stop() -> None:
    timed = make.route(departs_at=time(23), stops=(make.stop(leave=time(0, 30)),))
    assert total_minutes(timed) == 90
    assert total_minutes(make.route(departs_at=time(9))) is None
    assert total_minutes(make.route(departs_at=time(9), stops=(make.stop(leave=time(10)), make.stop()))) is None


@pytest.mark.parametrize(
    ("fixed", "earliest", "minutes"),
    [
        (time(10), time(9, 45), 15),
        (time(10), time(10, 15), -15),
        (time(0, 10), time(23, 50), 20),
        (time(23, 50), time(0, 10), -20),
        (None, time(9), None),
        (time(9), None, None),
    ],
)
def test_what_is_to_spare_before_a_fixed_arrival(
    fixed: time | None, earliest: time | None, minutes: int | None
) -> None:
    assert slack(make.stop(fixed_arrival=fixed, earliest=earliest)) == minutes
