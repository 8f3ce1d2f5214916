"""The reader as the window sees it: the newest wish counts, and a worker that dies is told and started again."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from models.imports.known_people import KnownPeople
from ui.slips.reader_desk import RESTS_FOR, ReaderDesk
from ui.slips.reader_process import NotPlanned, Planned, Report, Source, Wish


@pytest.fixture(scope="module")
def desk(qapp) -> Iterator[ReaderDesk]:
    made = ReaderDesk()
    yield made
    made.close()


def wish(desk: ReaderDesk, *names: str) -> Wish:
    text = "\n".join(("姓名\t单位", *(f"{name}\t第一中学" for name in names)))
    return Wish(desk.next_number(), (Source(text=text),), KnownPeople(1))


def answer(desk: ReaderDesk, qtbot: QtBot, *wishes: Wish) -> list[Report]:
    """Ask for all of these; the answers until nothing is awaited."""
    heard: list[Report] = []
    desk.reported.connect(heard.append)
    for each in wishes:
        desk.ask(each)
    qtbot.waitUntil(lambda: not desk.busy)
    desk.reported.disconnect(heard.append)
    return [report for report in heard if isinstance(report, Planned | NotPlanned)]


def process_of(desk: ReaderDesk) -> int | None:
    """The worker at this moment."""
    return desk._lane.submit(lambda: desk._worker and desk._worker._process.pid).result()


def kill(desk: ReaderDesk) -> None:
    """Kill the worker from outside, once it has what was asked for."""
    desk._lane.submit(lambda: desk._worker._process.kill()).result()


def test_only_the_newest_of_those_that_wait_is_answered(desk: ReaderDesk, qtbot: QtBot):
    wishes = wish(desk, "侯亮"), wish(desk, "侯亮", "王芳"), wish(desk, "李四", "王五", "赵六")
    answers = answer(desk, qtbot, *wishes)
    assert [(made.number, len(made.plan.rows)) for made in answers] == [(wishes[-1].number, 3)]


def test_a_worker_rests_for_a_while_and_reads_again(desk: ReaderDesk, qtbot: QtBot):
    first, process = answer(desk, qtbot, wish(desk, "侯亮")), process_of(desk)
    desk.rest()
    waits = desk._rest.isActive()
    second = answer(desk, qtbot, wish(desk, "王芳"))
    assert (waits, desk._rest.isActive(), process_of(desk) == process) == (True, False, True)
    assert [len(made.plan.rows) for made in (*first, *second)] == [1, 1]


def test_a_worker_that_nobody_asks_for_a_while_is_ended(desk: ReaderDesk, qtbot: QtBot):
    answer(desk, qtbot, wish(desk, "侯亮"))
    desk._rest.setInterval(0)
    desk.rest()
    qtbot.waitUntil(lambda: not desk._rest.isActive())
    desk._rest.setInterval(RESTS_FOR)
    assert process_of(desk) is None


def test_a_worker_that_died_while_nobody_waited_is_started_again(desk: ReaderDesk, qtbot: QtBot):
    first = answer(desk, qtbot, wish(desk, "侯亮"))
    kill(desk)
    desk._lane.submit(lambda: desk._worker._ended.wait(10)).result()
    second = answer(desk, qtbot, wish(desk, "侯亮"))
    assert [len(made.plan.rows) for made in (*first, *second)] == [1, 1]


@pytest.mark.posix
def test_a_worker_that_dies_over_its_work_is_told(desk: ReaderDesk, qtbot: QtBot):
    heard: list[Report] = []
    desk.reported.connect(heard.append)
    asked = wish(desk, "侯亮")
    desk.warm_up()
    process = process_of(desk)
    assert process is not None
    os.kill(process, signal.SIGSTOP)  # it might answer before it is killed
    desk.ask(asked)
    kill(desk)
    qtbot.waitUntil(lambda: not desk.busy)
    desk.reported.disconnect(heard.append)
    told = [(report.number, report.error.code) for report in heard if isinstance(report, NotPlanned)]
    assert told == [(asked.number, "slips_worker_stopped")]


def test_what_is_stopped_is_not_spoken_of(desk: ReaderDesk, qtbot: QtBot):
    heard: list[Report] = []
    desk.reported.connect(heard.append)
    desk.ask(wish(desk, "侯亮"))
    desk.stop()
    desk._lane.submit(int).result()
    asked = wish(desk, "王芳")
    made = answer(desk, qtbot, asked)
    desk.reported.disconnect(heard.append)
    assert [report.number for report in heard if isinstance(report, Planned)] == [made[0].number] == [asked.number]
