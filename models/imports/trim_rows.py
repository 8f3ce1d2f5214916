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
    for number, row in enumerate(rows):
        end = len(row)
        while end and (row[end - 1] == "" or row[end - 1] is None):
            end -= 1
        if end:
            if number >= MOST_ROWS or number - filled >= EMPTY_ROWS:
                return tuple(found[:filled]), filled
            filled = number + 1
        if number < MOST_ROWS:
            cells = row[:end]
            found.append(tuple([None if value == "" else value for value in cells] if "" in cells else cells))
    return tuple(found[:filled]), None
