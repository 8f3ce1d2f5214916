"""Where items lie on the timeline."""

from __future__ import annotations

from datetime import date, time

from models.rules.agenda_times import Slot
from ui.agenda.layout import Board, as_time, days_between, lay_out

DAY, NEXT = date(2024, 5, 20), date(2024, 5, 21)


def slot(
    id_: int, start: str = "", minutes: int | None = 30, day: date | None = DAY, parent: int | None = None
) -> Slot:
    """A slot; "09:30" is its start."""
    return Slot(id_, parent, day, time.fromisoformat(start) if start else None, minutes)


def shares(board: Board) -> dict[int, tuple[float, float]]:
    """The share of its column's width that each block takes."""
    return {block.item_id: (round(block.left, 2), round(block.right, 2)) for block in board.blocks}


def test_items_that_follow_one_another_take_the_whole_width():
    board = lay_out((slot(1, "09:00"), slot(2, "09:30")), (DAY,))
    assert [(block.column, block.begin, block.end) for block in board.blocks] == [(0, 540, 570), (0, 570, 600)]
    assert shares(board) == {1: (0, 1), 2: (0, 1)}


def test_items_that_overlap_lie_side_by_side_and_a_free_lane_is_taken_again():
    board = lay_out((slot(1, "09:00", 90), slot(2, "09:10"), slot(3, "09:45"), slot(4, "10:30")), (DAY,))
    assert shares(board) == {1: (0, 0.5), 2: (0.5, 1), 3: (0.5, 1), 4: (0, 1)}


def test_parts_lie_inside_their_item():
    board = lay_out((slot(1, "09:00", 60), slot(2, "09:00", 20, parent=1), slot(3, "09:20", 40, parent=1)), (DAY,))
    assert shares(board) == {1: (0, 1), 2: (0.34, 1), 3: (0.34, 1)}
    assert [block.item_id for block in board.blocks if block.has_parts] == [1]


def test_a_part_of_an_item_without_a_time_stands_alone():
    assert shares(lay_out((slot(1), slot(2, "09:00", parent=1)), (DAY,))) == {2: (0, 1)}


def test_items_without_clock_times_lie_in_the_tray_in_their_order():
    board = lay_out((slot(3), slot(1, "09:00"), slot(2)), (DAY,))
    assert board.tray == (3, 2)


def test_days_of_items_and_of_the_meeting_are_columns_and_an_unknown_day_comes_last():
    board = lay_out((slot(1, "09:00", day=NEXT), slot(2, "09:00", day=None)), (DAY,))
    assert (board.days, [block.column for block in board.blocks]) == ((DAY, NEXT, None), [1, 2])
    assert lay_out((), ()).days == (None,)


def test_an_item_without_minutes_has_an_open_end():
    block = lay_out((slot(1, "09:00", None),), (DAY,)).blocks[0]
    assert (block.end, block.open_end) == (555, True)


def test_free_minutes_between_items_are_told_and_those_behind_parallel_ones():
    board = lay_out((slot(1, "09:00", 60), slot(2, "09:10"), slot(3, "10:10"), slot(4, "16:00")), (DAY,))
    assert [(gap.after_id, gap.begin, gap.end) for gap in board.gaps] == [(1, 600, 610)]


def test_the_hours_reach_around_the_items_and_past_midnight():
    assert (lay_out((), (DAY,)).first, lay_out((), (DAY,)).last) == (420, 1140)
    late = lay_out((slot(1, "05:30"), slot(2, "23:30", 60)), (DAY,))
    assert (late.first, late.last, as_time(late.blocks[1].end)) == (240, 1560, time(0, 30))


def test_during_a_drag_days_and_hours_stay():
    board = lay_out((slot(1, "09:00"),), (DAY,))
    moved = lay_out((slot(1, "23:00", day=NEXT),), (DAY,), like=board)
    assert (moved.days, moved.first, moved.last, moved.blocks) == (board.days, board.first, board.last, ())


def test_the_days_of_a_meeting_are_a_fortnight_at_most():
    assert days_between(DAY, NEXT) == (DAY, NEXT)
    assert days_between(DAY, None) == (DAY,)
    assert days_between(None, NEXT) == ()
    assert len(days_between(DAY, date(2025, 5, 20))) == 14
