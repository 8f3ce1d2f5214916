"""Where seats stand: the place of honor first, nobody on the driver's knees."""

from __future__ import annotations

import pytest

from ui.visits.seats import SeatGrid, seat_grid


def test_a_car_begins_at_the_rear_right_and_ends_beside_the_driver() -> None:
    assert seat_grid(4) == SeatGrid(2, 3, ((1, 2), (1, 0), (1, 1), (0, 2)))
    assert seat_grid(3).cells == ((1, 2), (1, 0), (0, 2))
    assert seat_grid(1).cells == ((1, 2),)


def test_a_van_begins_in_the_middle_row() -> None:
    assert seat_grid(6) == SeatGrid(3, 3, ((1, 2), (1, 0), (2, 2), (2, 0), (2, 1), (0, 2)))
    assert seat_grid(8).cells[-1] == (0, 4 - 1)


def test_a_bus_fills_row_by_row_from_the_right() -> None:
    bus = seat_grid(10)
    assert bus.cells == (
        *((1, 3), (1, 2), (1, 0), (1, 1)),
        *((2, 3), (2, 2), (2, 0), (2, 1)),
        *((3, 3), (3, 2)),
    )
    assert (bus.rows, bus.columns, bus.aisle) == (4, 4, True)


def test_the_fifth_on_the_rear_bench_sits_in_the_aisle() -> None:
    coach = seat_grid(45)
    assert (coach.cells[-1], coach.rows, len(coach.cells)) == ((11, -1), 12, 45)


@pytest.mark.parametrize("seats", range(61))
def test_no_two_sit_in_one_place_and_nobody_in_the_drivers(seats: int) -> None:
    grid = seat_grid(seats)
    assert len(grid.cells) == len(set(grid.cells)) == seats
    assert grid.driver not in grid.cells
    assert all(row < grid.rows and column < grid.columns for row, column in grid.cells)
