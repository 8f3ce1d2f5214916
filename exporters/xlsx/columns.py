"""The columns of a sheet: wide enough that no word, number or date is cut, and together as wide as the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exporters.blocks import Cell, Table
from exporters.text_width import unbroken, width
from exporters.xlsx.cell_values import cell_value
from exporters.xlsx.measure import PADDING, SAFETY
from exporters.xlsx.styles import BODY_SIZE, SMALL_SIZE

PAGE_WIDTHS = {False: 85.0, True: 126.0}  # printable width of A4 upright and on its side, in digits of 宋体 11
LARGE_WIDTH = 184.0  # of A3 on its side
WIDEST_FOR_A4 = 1.3  # of the page: a sheet that must be printed smaller than that is unreadable, and goes on A3
WIDEST_WORD = 48.0  # a longer run of letters (an address on the web) is broken after all
WIDEST_NAME = 36.0  # a longer name of a unit takes two lines
WIDEST_COLUMN = 255.0  # Excel's own limit
NARROWEST_COLUMN = 3.0
LEAST_WISH = 0.4  # a column narrower than that against its wish would be all height


def type_size(table: Table) -> float:
    """Points of the table's text."""
    return SMALL_SIZE if table.small else BODY_SIZE


@dataclass(frozen=True, slots=True)
class Needs:
    """A table, and what each of its columns cannot do without, in digits of its own type; `named`: nor like to."""

    table: Table
    least: tuple[float, ...]
    named: tuple[float, ...]  # names of people and units on one line


def measured(tables: Sequence[Table], language: str) -> tuple[Needs, ...]:
    """The tables of a sheet, measured once: their cells may be many."""
    return tuple(_needs(table, language) for table in tables)


def needs_large_paper(needs: Sequence[Needs], *, landscape: bool) -> bool:
    """Whether the sheet is too wide for A4."""
    least = sum(_shared(needs, wishes=LEAST_WISH))
    return landscape and least > PAGE_WIDTHS[landscape] * WIDEST_FOR_A4


def grid(needs: Sequence[Needs], *, landscape: bool, large: bool = False) -> tuple[float, ...]:
    """Widths of the sheet's columns. All its tables share them; a table with fewer ends in a merged one.

    A narrow sheet is stretched to the page. A wide one gives up what its columns wish beyond their longest words, so
    that it is printed as large as may be. `large`: on A3.
    """
    page = LARGE_WIDTH if large else PAGE_WIDTHS[landscape]
    wished = _shared(needs, wishes=1.0)
    if not wished:
        return (page,)
    if sum(wished) > page:
        least = _shared(needs, wishes=LEAST_WISH)
        spare = max(page - sum(least), 0.0) / (sum(wished) - sum(least) or 1.0)
        wished = [low + (high - low) * spare for low, high in zip(least, wished, strict=True)]
    stretch = max(page / sum(wished), 1.0)
    return tuple(min(column * stretch, WIDEST_COLUMN) for column in wished)


def _shared(needs: Sequence[Needs], *, wishes: float) -> list[float]:
    """Columns wide enough for every table, each given this share of the width it wishes."""
    shared: list[float] = []
    for one in sorted(needs, key=lambda one: -len(one.table.columns)):
        _widen(shared, _wanted(one, wishes))
    return shared


def spans(table: Table, columns: int) -> tuple[tuple[int, int], ...]:
    """First and last sheet column (from 0) of each table column: the last one reaches the right edge."""
    last = len(table.columns) - 1
    return tuple((index, columns - 1 if index == last else index) for index in range(len(table.columns)))


def _widen(shared: list[float], wanted: list[float]) -> None:
    if not shared:
        shared.extend(wanted)
        return
    for index, need in enumerate(wanted[:-1]):
        shared[index] = max(shared[index], need)
    if wanted:
        rest = sum(shared[len(wanted) - 1 :])
        shared[-1] += max(wanted[-1] - rest, 0.0)


def _wanted(needs: Needs, wishes: float) -> list[float]:
    scale = type_size(needs.table) / BODY_SIZE
    wished = [
        max(least, column.width * 2 * wishes, named * wishes)
        for column, least, named in zip(needs.table.columns, needs.least, needs.named, strict=True)
    ]
    return [max(least * scale * SAFETY + PADDING, NARROWEST_COLUMN) for least in wished]


def _needs(table: Table, language: str) -> Needs:
    """Numbers and dates do not wrap (Excel would print #####), names should not."""
    least = [unbroken(column.heading) * 1.1 for column in table.columns]
    named = [0.0] * len(least)
    for row in table.rows:
        if row.kind != "group":
            for place, cell in enumerate(row.cells[: len(least)]):
                least[place] = max(least[place], _need(cell, language))
                if cell.name:
                    named[place] = max(named[place], min(width(cell.text), WIDEST_NAME))
    return Needs(table, tuple(least), tuple(named))


def _need(cell: Cell, language: str) -> float:
    strong = 1.1 if cell.strong else 1.0
    if cell.value is None or cell_value(cell, language).is_text:
        return min(unbroken(cell.text), WIDEST_WORD) * strong
    return max(width(cell.text), width(str(cell.value))) * strong
