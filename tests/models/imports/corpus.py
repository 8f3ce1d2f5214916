"""Reply slips as offices really send them, made by script, with invented people; each says exactly whom it names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

Person = Mapping[str, str]
YEAR = 2024  # of the meeting all slips are for


@dataclass(frozen=True)
class Group:
    """People without names, as a row gives them."""

    count: int | None
    organization: str = ""


@dataclass(frozen=True)
class Slip:
    """A file of the corpus. `cases`: numbers of the bad inputs it stands for. `make` writes it to the path given."""

    file: str
    cases: tuple[int, ...]
    make: Callable[[Path], object]
    people: tuple[Person, ...]
    groups: tuple[Group, ...] = ()
    refused: int = 0  # rows that are no person and no group, or must be entered again
    password: str = ""
    notes: frozenset[str] = field(default_factory=frozenset)  # codes that must be told, at least

    def write(self, folder: Path) -> Path:
        """Write it into a folder; the path."""
        path = folder / self.file
        self.make(path)
        return path


def slips() -> tuple[Slip, ...]:
    """The whole corpus."""
    from tests.models.imports import corpus_cells, corpus_files, corpus_layouts

    return (*corpus_layouts.SLIPS, *corpus_cells.SLIPS, *corpus_files.SLIPS)


def slip(file: str) -> Slip:
    """The slip of this name."""
    return next(one for one in slips() if one.file == file)


def person(name: str, unit: str = "", title: str = "", phone: str = "", **more: str) -> Person:
    """Whom a row names: what is known of them, empty values left out."""
    values = {"name_zh": name, "organization": unit, "title_zh": title, "phone": phone, **more}
    return {key: value for key, value in values.items() if value}


def workbook(
    path: Path, *sheets: Iterable[Sequence[object]], change: Callable[[Workbook], object] | None = None
) -> None:
    """Write an Excel workbook with these rows on its sheets; `change` adds what rows cannot say."""
    book = Workbook()
    book.remove(book.active)
    for number, rows in enumerate(sheets, 1):
        fill(book.create_sheet(f"Sheet{number}"), rows)
    if change:
        change(book)
    book.save(path)


def fill(sheet: Worksheet, rows: Iterable[Sequence[object]]) -> None:
    """Write rows, texts as texts whatever they begin with."""
    for row, values in enumerate(rows, 1):
        for column, value in enumerate(values, 1):
            if value is not None:
                cell = sheet.cell(row, column, value)
                if isinstance(value, str) and value.startswith("=") and not value.startswith("=_"):
                    cell.data_type = "s"


def excel(
    *sheets: Iterable[Sequence[object]], change: Callable[[Workbook], object] | None = None
) -> Callable[[Path], None]:
    """How to make such a workbook."""
    kept = tuple(tuple(map(tuple, rows)) for rows in sheets)
    return lambda path: workbook(path, *kept, change=change)
