"""The cells of a table's rows, column by column, and which rows are words about the table instead of people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest
from types import NoneType
from typing import cast

from models.imports.book import CellMark, CellValue
from models.imports.footers import Contact, is_label
from models.imports.grid import Grid
from models.imports.match_columns import Column
from models.imports.tables import SEQUENCE
from models.imports.texts import text_of, tidy

_NOTHING = frozenset({"", "-", "—", "——", "/", "--"})
LONGEST_NUMBER = 5  # of a row in a list; longer ones say something


@dataclass(frozen=True, slots=True)
class Body:
    """Where the rows of a table stand, and what its columns mean."""

    grid: Grid
    columns: tuple[Column, ...]
    first_row: int
    last_row: int  # included
    first_column: int
    last_column: int
    contact: Contact


class BodyCells:
    """Its cells; rows count from the first of the table, columns as on the sheet."""

    def __init__(self, body: Body) -> None:
        self.body = body
        rows = body.grid.rows[body.first_row : body.last_row + 1]
        self.size = len(rows)
        width = body.last_column + 1
        self.columns: list[Sequence[CellValue]] = []
        self.columns.extend(islice(zip_longest(*rows), width))
        self.columns += [(None,) * self.size] * (width - len(self.columns))
        self._numbers = {column.match.column for column in body.columns if column.field == SEQUENCE}

    def is_continued(self, row: int, column: int | None) -> bool:
        """Whether a merge above fills the cell."""
        return column is not None and (self.body.first_row + row, column) in self.body.grid.continued

    def written(self, row: int) -> list[str]:
        """What is written in a row itself, without its number."""
        return [
            text
            for column in range(self.body.first_column, self.body.last_column + 1)
            if not self.is_continued(row, column)
            if (text := tidy(text_of(self.columns[column][row]))) not in _NOTHING
            if column not in self._numbers or not text.isdecimal() or len(text) > LONGEST_NUMBER
        ]

    def marks(self, row: int) -> dict[int, CellMark]:
        """Column → mark of its cell."""
        marks, place = self.body.grid.sheet.marks, self.body.first_row + row
        columns = range(self.body.first_column, self.body.last_column + 1)
        return {column: marks[place, column] for column in columns if (place, column) in marks}

    def labelled_rows(self, before: int | None) -> Iterator[int]:
        """Rows that begin with words of a total, a note or a contact block, in a column before that of the names."""
        end = self.body.first_column if before is None else before
        for cells in self.columns[self.body.first_column : end]:
            labels = {text for text in set(cells) if isinstance(text, str) and is_label(tidy(text))}
            if labels:
                yield from (row for row, value in enumerate(cells) if value in labels)

    def originals(self) -> list[str]:
        """Each row as written, its cells joined by " | ", empty ones left out."""
        texts = [_texts(column) for column in self.columns[self.body.first_column : self.body.last_column + 1]]
        rows = zip(*texts, strict=True) if texts else iter([()] * self.size)
        return [" | ".join(filter(None, row)) for row in rows]


def _texts(column: Sequence[CellValue]) -> Sequence[str | None]:
    """The texts of a column; plain cells stay what they are, None too: only what is true is joined."""
    kinds = set(map(type, column))
    if kinds <= {str, NoneType}:
        texts = cast("Sequence[str | None]", column)
        together = "".join(filter(None, texts))
        if together.isprintable() and " " not in together:
            return texts
    if kinds <= {float, NoneType}:
        return [_number_text(value) for value in cast("Sequence[float | None]", column)]
    if bool in kinds:  # True and 1 are one key
        return [tidy(text_of(value)) for value in column]
    return list(map(_TextMemo().__getitem__, column))


def _number_text(value: float | None) -> str:
    return "" if value is None else str(int(value)) if value % 1 == 0 and -1e15 < value < 1e15 else text_of(value)


class _TextMemo(dict[CellValue, str]):
    """Value → its text."""

    def __missing__(self, value: CellValue) -> str:
        self[value] = text = tidy(value if type(value) is str else text_of(value))
        return text
