"""Slips filled in as a form, 姓名 | 张三 | 性别 | 男: what each heading is answered with, one person a form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from models.imports.book import CellMark, CellValue, Sheet
from models.imports.find_headings import Headings
from models.imports.grid import Grid
from models.imports.headers import LONGEST, NAME_FIELDS, meaning_of
from models.imports.texts import text_of, tidy

FEWEST = 3  # headings with answers; fewer make no form
_IN_ONE_CELL = re.compile(r"(?P<heading>[^:：]{1,20})[:：]\s*(?P<answer>.+)", re.DOTALL)


@dataclass(slots=True)
class Form:
    """Headings with their answers, in the order of the sheet; `row`: that of the name."""

    row: int
    columns: list[int] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    answers: list[CellValue] = field(default_factory=list)
    marks: dict[int, CellMark] = field(default_factory=dict)
    first_row: int = -1
    last_row: int = -1

    def as_sheet(self, sheet: Sheet) -> Sheet:
        """The form as a line of a table, in its row."""
        marks = {(self.row, place): mark for place, mark in self.marks.items()}
        rows = ((),) * self.row + (tuple(self.answers),)
        return Sheet(sheet.name, rows, marks=marks, hidden_rows=sheet.hidden_rows & {self.row})

    def sample(self, place: int) -> Sequence[CellValue]:
        """What stands below a heading."""
        return [self.answers[place]]

    def beside(self, grid: Grid) -> Iterator[tuple[int, str]]:
        """What stands in the rows of the form and is neither a heading that is known nor its answer."""
        known = {*self.headings, *(tidy(text_of(answer)) for answer in self.answers)}
        for row in range(self.first_row, self.last_row + 1):
            texts = [text for text in grid.row_texts(row, 0, grid.last_column) if not self._is_known(text, known)]
            if texts:
                yield row, " | ".join(texts)

    @staticmethod
    def _is_known(text: str, known: set[str]) -> bool:
        said = _IN_ONE_CELL.fullmatch(text)
        return text in known or bool(said and {said["heading"], said["answer"]} <= known)

    def as_headings(self) -> Headings:
        """The headings above that line."""
        return Headings((), dict(enumerate(self.headings)), 0, len(self.headings) - 1)


def forms_in(grid: Grid, first_row: int, last_row: int) -> list[Form]:
    """The forms within these rows: a name begins one, unless what stands before it belongs to it."""
    forms: list[Form] = []
    early: list[tuple[int, int, str, CellValue]] = []
    for row in range(first_row, min(last_row + 1, len(grid.rows))):
        for column, heading, answer in _pairs(grid, row):
            is_name = _is_name(heading)
            if is_name and answer not in (None, ""):
                forms.append(Form(row))
                for pair in early:
                    _add(forms[-1], grid, *pair)
                early = []
            if not forms:
                early.append((row, column, heading, answer))
            elif not (is_name and answer in (None, "")):
                _add(forms[-1], grid, row, column, heading, answer)
    return [form for form in forms if len([answer for answer in form.answers if answer not in (None, "")]) >= FEWEST]


def _is_name(heading: str) -> bool:
    found = meaning_of(heading)
    return found is not None and found.field in NAME_FIELDS and found.field != "name_en" and not found.keep


def _add(form: Form, grid: Grid, row: int, column: int, heading: str, answer: CellValue) -> None:
    form.columns.append(column)
    form.headings.append(heading)
    form.answers.append(answer)
    form.last_row = max(form.last_row, row)
    form.first_row = row if form.first_row < 0 else form.first_row
    if mark := grid.sheet.marks.get((row, column)):
        form.marks[len(form.answers) - 1] = mark


def _pairs(grid: Grid, row: int) -> Iterator[tuple[int, str, CellValue]]:
    """The answers of a row: column of the answer, heading, value (None where nothing is filled in)."""
    columns = [
        column
        for column in range(len(grid.rows[row]))
        if (row, column) not in grid.continued and grid.value(row, column) not in (None, "")
    ]
    for place, column in enumerate(columns):
        text = grid.text(row, column)
        if (said := _IN_ONE_CELL.fullmatch(text)) and meaning_of(said["heading"]) is not None:
            yield column, said["heading"], said["answer"]
        elif len(text) <= LONGEST and meaning_of(text) is not None:
            yield _answer(grid, row, column, text, columns[place + 1 : place + 2])


def _answer(grid: Grid, row: int, column: int, heading: str, after: Sequence[int]) -> tuple[int, str, CellValue]:
    """The next cell, unless it is a heading itself."""
    if not after or meaning_of(grid.text(row, after[0])) is not None:
        return column + 1, heading, None
    return after[0], heading, grid.value(row, after[0])
