"""Findings of the agenda at every item they concern."""

from __future__ import annotations

from datetime import date, time

from models.checks.agenda_marks import agenda_marks
from models.snapshots.shapes import Presenter
from tests import sample_snapshots as make

DAY = date(2024, 5, 20)
LIANG = make.attendee()


def item(id_: int, start: time, **changes: object):
    """Half an hour."""
    return make.agenda_item(f"第{id_}项", id=id_, day=DAY, start=start, minutes=30, **changes)


def codes(*items: object, routes: tuple[object, ...] = ()) -> dict[int, list[str]]:
    """The codes found by item."""
    marks = agenda_marks(make.snapshot(agenda=items, routes=routes))
    return {item_id: [finding.code for finding in findings] for item_id, findings in marks.items()}


def test_both_items_that_overlap_are_marked():
    assert codes(item(1, time(9)), item(2, time(9, 15)), item(3, time(10))) == {
        1: ["agenda_overlap"],
        2: ["agenda_overlap"],
    }


def test_sessions_in_different_places_run_side_by_side():
    rooms = {"place": make.both("一号厅", "Hall 1")}, {"place": make.both("二号厅", "Hall 2")}
    assert codes(item(1, time(9), **rooms[0]), item(2, time(9, 15), **rooms[1])) == {}


def test_somebody_needed_in_two_parallel_sessions_is_marked_in_both():
    who = {"presenters": (Presenter(attendee=LIANG),)}
    first = item(1, time(9), place=make.both("一号厅", "Hall 1"), **who)
    second = item(2, time(9, 15), place=make.both("二号厅", "Hall 2"), moderator=LIANG)
    assert codes(first, second) == {1: ["double_booked"], 2: ["double_booked"]}


def test_a_presenter_on_a_visit_at_that_time_is_marked_in_the_agenda():
    stop = make.stop(arrive=time(9), leave=time(10), minutes=60)
    route = make.route(id=7, day=DAY, departs_at=time(8, 30), stops=(stop,), members=(LIANG,))
    assert codes(item(1, time(9), presenters=(Presenter(attendee=LIANG),)), routes=(route,)) == {1: ["double_booked"]}


def test_talks_that_do_not_fit_are_marked_once():
    teachers = Presenter(group=make.group(stated_count=26))
    assert codes(item(1, time(9), talk_minutes=2, presenters=(teachers,))) == {1: ["talks_too_long"]}
