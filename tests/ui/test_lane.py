"""A lane: work in order, away from the window's thread; results back in it."""

from __future__ import annotations

import threading

import pytest
from pytestqt.qtbot import QtBot

from ui.lane import Lane


@pytest.fixture
def lane(qtbot: QtBot):
    made = Lane("test")
    yield made
    made.close()


def test_work_is_done_in_order_and_told_in_the_threads_that_belong(lane: Lane, qtbot: QtBot):
    here, told = threading.get_ident(), []
    for number in range(3):
        lane.run(
            lambda number=number: (number, threading.get_ident()),
            lambda result: told.append((*result, threading.get_ident())),
            pytest.fail,
        )
    qtbot.waitUntil(lambda: len(told) == 3)
    assert [number for number, _, _ in told] == [0, 1, 2]
    assert {working != here and telling == here for _, working, telling in told} == {True}


def test_a_failure_is_told_to_whoever_asked(lane: Lane, qtbot: QtBot):
    failures: list[Exception] = []
    lane.run(lambda: 1 // 0, lambda _: pytest.fail("it failed"), failures.append)
    qtbot.waitUntil(lambda: bool(failures))
    assert [type(failure) for failure in failures] == [ZeroDivisionError]


def test_a_closed_lane_tells_nothing_and_takes_nothing(lane: Lane, qtbot: QtBot):
    told: list[object] = []
    lane.run(lambda: 1, told.append, told.append)
    lane.close()
    lane.run(lambda: 2, told.append, told.append)
    qtbot.wait(1)
    assert told == []


def test_no_thread_stays_behind(lane: Lane):
    lane.run(lambda: None, lambda _: None, lambda _: None)
    lane.close()
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("test")] == []
