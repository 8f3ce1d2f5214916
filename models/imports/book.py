"""What was read from a file: sheets of plain values. No meaning yet; rows and columns count from 0."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

CellValue = str | int | float | bool | datetime | date | time | timedelta | None

Place = tuple[int, int]  # row, column


@dataclass(frozen=True, slots=True)
class Note:
    """Something to be told about a place: a code with values, the sentence is made in the window."""

    code: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CellMark:
    """What a cell carries besides its value; only cells that carry something have one."""

    struck: bool = False  # struck through: often means "no longer comes"
    struck_text: str = ""  # the words struck through where others in the cell are not
    comment: str = ""
    picture: bool = False  # a picture in the cell (WPS DISPIMG) stands where the text should be
    error: str = ""  # "#REF!", "#N/A" …; the value is None then
    formula: bool = False  # a formula without a stored result


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range, both ends included; the value stands in its first cell."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet, or a table of a text document. Row `i` is the sheet's row i + 1; empty cells at the end are cut off."""

    name: str
    rows: tuple[tuple[CellValue, ...], ...]
    merges: tuple[Merge, ...] = ()
    marks: Mapping[Place, CellMark] = field(default_factory=dict)
    hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    pictures: int = 0  # floating over the cells: photos, stamps
    cut_at: int | None = None  # the row at which reading stopped, though the sheet claims to go on


@dataclass(frozen=True, slots=True)
class Book:
    """A file as read. `name` without folders, `kind`: xlsx, xls, ods, csv, docx, clipboard; `size` in bytes."""

    name: str
    kind: str
    sheets: tuple[Sheet, ...]
    sha256: str = ""
    size: int = 0
    notes: tuple[Note, ...] = ()
