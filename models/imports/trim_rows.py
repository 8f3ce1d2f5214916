"""Cuts the used range down to what is filled: it may reach the last row of the sheet."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.imports.book import CellValue
from models.imports.limits import EMPTY_ROWS, MOST_ROWS

Row = tuple[CellValue, ...]


def trim_rows(rows: Iterable[Sequence[CellValue]]) -> tuple[tuple[Row, ...], int | None]:
    """The filled rows, empty texts as None, and the row at which reading stopped though more is filled below."""
    found: list[Row] = []
    filled = 0  # rows up to the last filled one
    more = False
    for row in rows:
        cells = [None if value == "" else value for value in row]
        while cells and cells[-1] is None:
            cells.pop()
        if cells and (len(found) >= MOST_ROWS or len(found) - filled >= EMPTY_ROWS):
            more = True
            break
        if len(found) < MOST_ROWS:
            found.append(tuple(cells))
            filled = len(found) if cells else filled
    return tuple(found[:filled]), filled if more else None
