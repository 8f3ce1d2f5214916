"""A sheet with its merged cells filled: down in every row, sideways where headings stand."""

from __future__ import annotations

from collections.abc import Sequence

from models.imports.book import CellValue, Merge, Sheet
from models.imports.texts import line_of


class Grid:
    """The rows of a sheet. `continued`: cells that a merge above fills; a merged name is one person."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.rows: list[Sequence[CellValue]] = list(sheet.rows)
        self.continued: set[tuple[int, int]] = set()
        self._wide: dict[int, list[Merge]] = {}
        self._texts: dict[tuple[int, int, int], dict[int, str]] = {}
        for merge in sheet.merges:
            self._fill(merge)

    def _fill(self, merge: Merge) -> None:
        last_row = min(merge.last_row, len(self.rows) - 1)
        value = self.value(merge.first_row, merge.first_column)
        if value is None or value == "":
            return
        for row in range(merge.first_row, last_row + 1):
            if merge.last_column > merge.first_column:
                self._wide.setdefault(row, []).append(merge)
            if row > merge.first_row:
                self._put(row, merge.first_column, value)

    def _put(self, row: int, column: int, value: CellValue) -> None:
        cells = list(self.rows[row])
        cells += [None] * (column + 1 - len(cells))
        cells[column] = value
        self.rows[row] = cells
        self.continued.add((row, column))

    def value(self, row: int, column: int) -> CellValue:
        """The value, with merges filled downward; None outside."""
        if not 0 <= row < len(self.rows):
            return None
        cells = self.rows[row]
        return cells[column] if column < len(cells) else None

    def text(self, row: int, column: int) -> str:
        """The cell in one line."""
        value = self.value(row, column)
        return "" if value is None else line_of(value)

    def heading_texts(self, row: int, first: int, last: int) -> dict[int, str]:
        """Column → text of a row of headings, `last` included, merged cells filled sideways."""
        texts = self._texts.get((row, first, last))
        if texts is None:
            texts = self._texts[row, first, last] = self._heading_texts(row, first, last)
        return dict(texts)

    def _heading_texts(self, row: int, first: int, last: int) -> dict[int, str]:
        texts = {
            column: text
            for column, value in enumerate(self.rows[row][first : last + 1], first)
            if value is not None and value != "" and (text := line_of(value))
        }
        for merge in self._wide.get(row, ()):
            if words := self.text(row, merge.first_column):
                for column in range(max(first, merge.first_column), min(last, merge.last_column) + 1):
                    texts.setdefault(column, words)
        return texts

    def is_wide(self, row: int, column: int) -> bool:
        """Whether a cell merged sideways begins here."""
        return any(merge.first_column == column for merge in self._wide.get(row, ()))

    def widest(self, row: int) -> int:
        """How many columns the widest merged cell of a row takes."""
        return max((merge.last_column - merge.first_column + 1 for merge in self._wide.get(row, ())), default=1)

    def row_texts(self, row: int, first: int, last: int) -> list[str]:
        """What is written in the row itself, cell by cell; cells filled by a merge above are left out."""
        return [
            text
            for column, value in enumerate(self.rows[row][first : last + 1], first)
            if value is not None and (row, column) not in self.continued and (text := line_of(value))
        ]

    def is_blank(self, row: int, first: int, last: int) -> bool:
        """Whether nothing is written in these columns."""
        cells = self.rows[row][first : last + 1]
        return not any(cells) or not self.row_texts(row, first, last)

    @property
    def last_column(self) -> int:
        """The last column of the widest row."""
        return max(map(len, self.rows), default=0) - 1
