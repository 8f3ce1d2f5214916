"""What a move or a stretch does to the clock times of an agenda."""

from __future__ import annotations

from datetime import date, time

from models.codes import DatePrecision
from models.rules.agenda_times import (
    Slot,
    begun,
    days_of,
    first_day,
    first_from,
    in_turn,
    is_in_time,
    moved,
    place_in_time,
    relaid,
    shared_minutes,
    shifted,
    stretched,
)

DAY, NEXT = date(2024, 5, 20), date(2024, 5, 21)


def slot(
    id_: int, start: str = "", minutes: int | None = 30, day: date | None = DAY, parent: int | None = None
) -> Slot:
    """A slot; "09:30" is its start."""
    return Slot(id_, parent, day, time.fromisoformat(start) if start else None, minutes)


MORNING = (slot(1, "09:00"), slot(2, "09:30"), slot(3, "10:15"), slot(4), slot(5, "09:00", day=NEXT))


def told(changed: dict[int, Slot]) -> dict[int, str]:
    """The starts by id."""
    return {id_: f"{each.day:%d} {each.start:%H:%M} {each.minutes}" for id_, each in changed.items()}


def test_without_push_only_the_item_moves():
    assert told(moved(MORNING, 1, day=DAY, start=time(9, 10))) == {1: "20 09:10 30"}


def test_with_push_what_follows_on_that_day_moves_as_far_and_keeps_its_pauses():
    changed = moved(MORNING, 1, day=DAY, start=time(9, 10), push=True)
    assert told(changed) == {1: "20 09:10 30", 2: "20 09:40 30", 3: "20 10:25 30"}


def test_an_earlier_start_pulls_what_follows():
    assert told(moved(MORNING, 2, day=DAY, start=time(9, 20), push=True)) == {2: "20 09:20 30", 3: "20 10:05 30"}


def test_another_day_pushes_nobody():
    assert told(moved(MORNING, 1, day=NEXT, start=time(9), push=True)) == {1: "21 09:00 30"}


def test_what_runs_beside_the_item_is_not_pushed():
    beside = (slot(1, "09:00", 60), slot(2, "09:30"), slot(3, "10:00"))
    assert told(moved(beside, 1, day=DAY, start=time(9, 5), push=True)) == {1: "20 09:05 60", 3: "20 10:05 30"}


def test_parts_go_with_their_item_and_with_one_that_is_pushed():
    nested = (slot(1, "09:00"), slot(2, "09:30"), slot(3, "09:30", 10, parent=2), slot(4, "09:10", 5, parent=1))
    assert told(moved(nested, 1, day=DAY, start=time(9, 5), push=True)) == {
        1: "20 09:05 30",
        4: "20 09:15 5",
        2: "20 09:35 30",
        3: "20 09:35 10",
    }


def test_a_push_goes_past_midnight_into_the_night_but_not_into_the_next_morning():
    late = (slot(1, "23:00"), slot(2, "23:30"), slot(3, "00:10", day=NEXT), slot(4, "08:00", day=NEXT))
    assert told(moved(late, 1, day=DAY, start=time(23, 45), push=True)) == {
        1: "20 23:45 30",
        2: "21 00:15 30",
        3: "21 00:55 30",
    }


def test_without_a_start_the_item_and_its_parts_lose_their_clock_times():
    nested = (slot(1, "09:00"), slot(2, "09:10", 5, parent=1), slot(3, "09:30"))
    changed = moved(nested, 1, day=DAY, start=None, push=True)
    assert changed == {1: slot(1), 2: slot(2, "", 5, parent=1)}


def test_a_first_start_moves_nobody_else():
    assert moved(MORNING, 4, day=DAY, start=time(11), push=True) == {4: slot(4, "11:00")}


def test_a_longer_item_pushes_by_the_difference():
    assert told(stretched(MORNING, 1, minutes=45, push=True)) == {
        1: "20 09:00 45",
        2: "20 09:45 30",
        3: "20 10:30 30",
    }


def test_a_first_length_pushes_nobody():
    unknown = (slot(1, "09:00", None), slot(2, "09:30"))
    assert told(stretched(unknown, 1, minutes=45, push=True)) == {1: "20 09:00 45"}


def test_an_upper_edge_keeps_the_end():
    assert told(begun(MORNING, 2, start=time(9, 20))) == {2: "20 09:20 40"}
    assert begun(MORNING, 2, start=time(10)) == {}
    assert begun(MORNING, 4, start=time(10)) == {}


def test_a_clock_without_a_day_goes_round():
    assert shifted(slot(1, "23:50", day=None), 20) == slot(1, "00:10", day=None)
    assert shifted(slot(1), 20) == slot(1)


def test_siblings_that_change_places_take_each_others_times_and_the_pauses_stay():
    assert told(relaid(MORNING[:3], [3, 1, 2])) == {3: "20 09:00 30", 1: "20 09:30 30", 2: "20 10:15 30"}


def test_an_order_says_nothing_where_times_are_unknown_overlap_or_lie_on_two_days():
    assert relaid((slot(1, "09:00"), slot(2)), [2, 1]) == {}
    assert relaid((slot(1, "09:00", 60), slot(2, "09:30")), [2, 1]) == {}
    assert relaid((slot(1, "09:00"), slot(2, "09:30", day=NEXT)), [2, 1]) == {}
    assert relaid((), []) == {}


def test_an_item_belongs_in_front_of_the_first_that_begins_later():
    assert place_in_time(MORNING, slot(9, "09:40")) == 3
    assert place_in_time(MORNING, slot(9, "23:00")) == 5
    assert place_in_time(MORNING, slot(9, "10:00", day=NEXT)) is None
    assert place_in_time(MORNING, slot(9)) is None


def test_items_without_times_do_not_disturb_the_order_of_the_clock():
    assert is_in_time(MORNING, MORNING[2])
    assert not is_in_time((slot(2, "10:00"), slot(1, "09:00")), slot(1, "09:00"))


def test_the_first_sibling_from_a_moment_on():
    assert first_from(MORNING, MORNING[0]) == MORNING[1]
    assert first_from(MORNING, MORNING[1], 45) == MORNING[2]
    assert first_from(MORNING, MORNING[2]) is None
    assert first_from(MORNING, MORNING[3]) is None


def test_an_item_without_a_day_counts_for_its_parents_or_the_one_before():
    items = (slot(1, day=None), slot(2, day=NEXT), slot(3, day=None), slot(4, day=None, parent=1), slot(5, day=None))
    assert days_of(items, DAY) == {1: DAY, 2: NEXT, 3: NEXT, 4: DAY, 5: DAY}


def test_a_meeting_known_to_the_month_has_no_first_day():
    assert first_day(DAY, DatePrecision.YEAR_INFERRED) == DAY
    assert first_day(DAY, DatePrecision.MONTH) is None


def test_items_without_clock_times_get_them_in_turn_parts_with_their_item():
    day_later = slot(6, "", None, day=NEXT)
    items = (slot(1), slot(2, "", None), slot(3, "", 5, parent=2), slot(4, "", 5, parent=2), slot(5, "11:00"), slot(7))
    usual = dict.fromkeys(range(1, 8), 20)
    assert told(in_turn((*items, day_later), usual, first=time(8, 30))) == {
        1: "20 08:30 30",
        2: "20 09:00 20",
        3: "20 09:00 5",
        4: "20 09:05 5",
        7: "20 11:30 30",
        6: "21 08:30 20",
    }


def test_parts_of_unknown_length_share_what_their_item_has_left():
    parts = (slot(2, "", 5, parent=1), slot(3, "", None, parent=1), slot(4, "", None, parent=1))
    assert shared_minutes((slot(1, "09:00", 25), *parts)) == {3: 10, 4: 10}
    assert shared_minutes((slot(1, "09:00", 5), *parts)) == {3: 1, 4: 1}
    assert shared_minutes((slot(1, "09:00", None), *parts)) == {}
