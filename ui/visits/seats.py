"""Where the seats of a vehicle stand, drawn from above with the front at the top; no Qt here.

The order of honor with a driver follows the reception rules: in a car the rear right seat is the first, then rear left,
rear middle, and the seat beside the driver (the attendant's) last; in a van the middle row comes first; in a bus front
rows come before rear rows and the right side before the left.
"""

from __future__ import annotations

from dataclasses import dataclass

CAR, VAN = 4, 8  # the most seats of each, without the driver's
ACROSS = 4  # seats in a row of a bus
MOST = 120  # seats that are drawn; a longer vehicle is a slip of the pen


@dataclass(frozen=True)
class SeatGrid:
    """Rows and columns; `cells[n]` is the place of seat n. A bus has an aisle behind column 1."""

    rows: int
    columns: int
    cells: tuple[tuple[int, int], ...]
    driver: tuple[int, int] | None = (0, 0)
    aisle: bool = False


def seat_grid(seats: int) -> SeatGrid:
    """The grid of a vehicle with so many seats beside the driver's."""
    if seats <= 0:
        return SeatGrid(1, 3, ())
    seats = min(seats, MOST)
    if seats <= CAR:
        return SeatGrid(2, 3, _car(seats))
    if seats <= VAN:
        return _van(seats)
    return _bus(seats)


def _car(seats: int) -> tuple[tuple[int, int], ...]:
    """Rear right, rear left, rear middle (of four), beside the driver."""
    rear = ((1, 2), (1, 0), (1, 1))[: max(seats - 1, 1)]
    return (*rear, (0, 2))[:seats]


def _van(seats: int) -> SeatGrid:
    """One beside the driver, the others in two rows, the wider one in the rear."""
    behind = seats - 1
    middle = behind // 2
    columns = max(3, behind - middle)
    rows = ((1, middle), (2, behind - middle))
    cells = [(row, column) for row, width in rows for column in _from_right(width, columns)]
    return SeatGrid(3, columns, (*cells, (0, columns - 1)))


def _from_right(width: int, columns: int) -> list[int]:
    """Right, left, then what lies between."""
    ends = [columns - 1, 0][:width]
    return ends + list(range(columns - 2, 0, -1))[: width - len(ends)]


def _bus(seats: int) -> SeatGrid:
    """Two and two beside an aisle; one more than fits stands in the aisle of the last row."""
    rows, rest = divmod(seats, ACROSS)
    bench = rest == 1  # five across at the back
    order = (3, 2, 0, 1)
    cells = [(row + 1, column) for row in range(rows) for column in order]
    if bench:
        cells.append((rows, -1))  # in the aisle
    else:
        cells += [(rows + 1, column) for column in order[:rest]]
    return SeatGrid(rows + 1 + (rest > 1), ACROSS, tuple(cells), aisle=True)
