"""From sheets to people: every table of every sheet, its columns, its rows cleaned, what was left aside and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

from models.imports.book import Book, Note, Sheet
from models.imports.clean_columns import Reading
from models.imports.headers import heading_key
from models.imports.match_columns import Teaching
from models.imports.sheet_reader import SheetReader
from models.imports.split_cells import UnitSplitter
from models.imports.tables import Corrections, FoundTable, SlipRow, Understood

_NOTHING: Corrections = Corrections()


def understand(
    book: Book,
    *,
    remembered: Mapping[str, str] | None = None,
    corrections: Corrections = _NOTHING,
    meeting_year: int | None = None,
    known_units: Sequence[str] = (),
) -> Understood:
    """Read the sheets of a slip. Nothing is lost silently: what is no person stands in a footer or in a note."""
    teaching = Teaching(corrections, {heading_key(head): field for head, field in (remembered or {}).items()})
    reading = _reading(meeting_year, tuple(known_units))
    tables: list[FoundTable] = []
    rows: list[SlipRow] = []
    notes = list(book.notes)
    for sheet in book.sheets:
        if (left_out := _left_out(sheet, corrections)) is not None:
            notes += left_out
            continue
        reader = SheetReader(book.name, sheet, teaching, reading)
        reader.read()
        tables += reader.tables
        rows += reader.rows
        notes += reader.notes
    return Understood(tuple(tables), tuple(rows), tuple(notes))


@lru_cache(maxsize=2)
def _reading(year: int | None, known_units: tuple[str, ...]) -> Reading:
    """The same for all files of an import."""
    return Reading(year, UnitSplitter(known_units))


def _left_out(sheet: Sheet, corrections: Corrections) -> tuple[Note, ...] | None:
    """What to say of a sheet that is not read; None for one that is."""
    filled = sum(map(any, sheet.rows))
    if sheet.name in corrections.skipped_sheets or not filled:
        return ()
    if sheet.hidden and sheet.name not in corrections.included_sheets:
        return (Note("sheet_hidden", {"sheet": sheet.name, "rows": filled}),)
    return None
