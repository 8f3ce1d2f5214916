"""From sheets to people: every table of every sheet, its columns, its rows cleaned, what was left aside and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, zip_longest

from models.imports.body_cells import Body
from models.imports.book import Book, CellValue, Note, Sheet
from models.imports.clean_columns import Reading
from models.imports.find_headings import Headings, find_headings, is_heading_row, joined, side_by_side
from models.imports.footers import Contact, contact_around, is_label, unit_of_title
from models.imports.forms import Form, forms_in
from models.imports.grid import Grid
from models.imports.headers import heading_key, usual_headings
from models.imports.match_columns import LOOKED_AT, Column, Teaching, columns_by_content, match_columns
from models.imports.split_cells import UnitSplitter
from models.imports.table_rows import TableRows
from models.imports.tables import ColumnMatch, Corrections, FoundTable, SlipRow, Understood
from models.imports.titles import is_unit

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
    reader = _Reader(book, teaching, Reading(meeting_year, UnitSplitter(known_units)))
    for sheet in book.sheets:
        reader.read_sheet(sheet)
    return Understood(tuple(reader.tables), tuple(reader.rows), (*book.notes, *reader.notes))


class _Reader:
    def __init__(self, book: Book, teaching: Teaching, reading: Reading) -> None:
        self._book, self._teaching, self._reading = book, teaching, reading
        self.tables: list[FoundTable] = []
        self.rows: list[SlipRow] = []
        self.notes: list[Note] = []

    def read_sheet(self, sheet: Sheet) -> None:
        """All tables of a sheet, unless it is left out."""
        corrections = self._teaching.corrections
        filled = sum(any(value not in (None, "") for value in row) for row in sheet.rows)
        if sheet.name in corrections.skipped_sheets or not filled:
            return
        if sheet.hidden and sheet.name not in corrections.included_sheets:
            self._tell("sheet_hidden", sheet, rows=filled)
            return
        self._tell_about(sheet)
        before = len(self.tables)
        self._read_tables(Grid(sheet))
        if len(self.tables) == before:
            self._tell("no_table", sheet, rows=filled)

    def _tell(self, code: str, sheet: Sheet, **values: object) -> None:
        self.notes.append(Note(code, {"sheet": sheet.name, **values}))

    def _tell_about(self, sheet: Sheet) -> None:
        if sheet.hidden_rows:
            self._tell("rows_hidden", sheet, rows=len(sheet.hidden_rows))
        if sheet.pictures:
            self._tell("pictures_left_out", sheet, count=sheet.pictures)
        if sheet.cut_at is not None:
            self._tell("sheet_cut", sheet, row=sheet.cut_at)

    def _read_tables(self, grid: Grid) -> None:
        chosen = self._teaching.corrections.headers.get(grid.sheet.name)
        last_row, last_column = len(grid.rows) - 1, grid.last_column
        if chosen is not None:
            self._read_chosen(grid, chosen, last_row, last_column)
            return
        if self._read_region(grid, 0, last_row, 0, last_column) or self._read_forms(grid, 0, last_row):
            return
        self._read_without_headings(grid, last_row, last_column)

    def _read_chosen(self, grid: Grid, chosen: Sequence[int], last_row: int, last_column: int) -> None:
        """The user says which rows head a table; rows one below the other head one together."""
        groups: list[list[int]] = []
        for row in sorted(row for row in chosen if 0 <= row <= last_row):
            if groups and groups[-1][-1] == row - 1:
                groups[-1].append(row)
            else:
                groups.append([row])
        starts = [*(group[0] for group in groups[1:]), last_row + 1]
        above = 0
        for group, end in zip(groups, starts, strict=True):
            headings = joined(grid, group, 0, last_column)
            for block in side_by_side(headings):
                self._read_table(grid, block, above, end - 1)
            above = end

    def _read_region(self, grid: Grid, row: int, last_row: int, first: int, last: int) -> bool:
        """Tables one below the other, and beside each other, within these cells; whether there were any."""
        found_any = False
        while row <= last_row and (headings := find_headings(grid, row, last_row, first, last)) is not None:
            found_any = True
            blocks = side_by_side(headings)
            ends = [self._read_block(grid, block, row, last_row) for block in blocks]
            row = min(ends) + 1
            if len(set(ends)) > 1:  # one of them goes on beside the next table of the other
                for block, end in zip(blocks, ends, strict=True):
                    self._read_region(grid, end + 1, last_row, block.first, block.last)
                return True
        return found_any

    def _read_block(self, grid: Grid, headings: Headings, above: int, last_row: int) -> int:
        """One table; the row it ends at."""
        start = headings.rows[-1] + 1
        end = last_row
        for row in _candidates(grid, headings, start, last_row):
            if is_heading_row(grid, row, headings.first, headings.last):
                end = _before_title(grid, row, start, headings)
                break
        self._read_table(grid, headings, above, end)
        return end

    def _read_table(self, grid: Grid, headings: Headings, above: int, end: int) -> None:
        start = headings.rows[-1] + 1
        skipped = [
            row for row in range(above, headings.rows[0]) if not grid.is_blank(row, headings.first, headings.last)
        ]
        self._read_forms(grid, above, headings.rows[0] - 1)
        texts_above = [grid.row_texts(row, headings.first, headings.last) for row in skipped]
        texts_below = [
            texts
            for row in range(end, start - 1, -1)[:30]
            if (texts := grid.row_texts(row, headings.first, headings.last)) and is_label(texts[0])
        ]
        contact = contact_around(texts_above, reversed(texts_below))

        def sample(column: int) -> Sequence[CellValue]:
            values = (grid.value(row, column) for row in range(start, end + 1))
            return list(islice((value for value in values if value not in (None, "")), LOOKED_AT))

        columns = match_columns(grid.sheet.name, headings, self._teaching, sample, unit_known=bool(contact.unit))
        self._keep(grid, headings, columns, skipped, contact, start, end)

    def _keep(
        self,
        grid: Grid,
        headings: Headings,
        columns: Sequence[Column],
        skipped: Sequence[int],
        contact: Contact,
        start: int,
        end: int,
    ) -> None:
        contact = self._with_unit(grid.sheet, columns, contact)
        body = Body(grid, tuple(columns), start, end, headings.first, headings.last, contact)
        reader = TableRows(body, self._teaching.corrections, self._reading)
        self.rows += reader.read()
        table = FoundTable(
            sheet=grid.sheet.name,
            header_rows=headings.rows,
            columns=tuple(column.match for column in columns),
            first_row=start,
            last_row=end,
            skipped_above=tuple(skipped),
            footer=tuple(reader.footer),
            unit=contact.unit,
            contact_name=contact.name,
            contact_phone=contact.phone,
        )
        self.tables.append(table)

    def _with_unit(self, sheet: Sheet, columns: Sequence[Column], contact: Contact) -> Contact:
        """Where neither column nor contact block name the unit, the name of the sheet or of the file may."""
        if contact.unit:
            if contact.from_title:
                self._tell("unit_from_title", sheet, unit=contact.unit)
            return contact
        if any(column.field in ("organization", "unit_and_title") for column in columns):
            return contact
        name = self._book.name.rpartition(".")[0] or self._book.name
        for code, text in (("unit_from_sheet", sheet.name), ("unit_from_file", name)):
            if unit := (text if is_unit(text) else unit_of_title(text)):
                self._tell(code, sheet, unit=unit)
                return Contact(unit, contact.name, contact.phone)
        return contact

    def _read_forms(self, grid: Grid, first_row: int, last_row: int) -> bool:
        """Forms within these rows; whether there were any. The unit of the first is that of those without one."""
        forms, unit = forms_in(grid, first_row, last_row), ""
        for form in forms:
            unit = self._read_form(grid.sheet, form, unit)
        if forms:
            self._tell("form_read", grid.sheet, count=len(forms))
        return bool(forms)

    def _read_form(self, sheet: Sheet, form: Form, unit: str) -> str:
        headings, line = form.as_headings(), Grid(form.as_sheet(sheet))
        columns = match_columns(sheet.name, headings, self._teaching, form.sample, unit_known=bool(unit))
        body = Body(line, tuple(columns), form.row, form.row, 0, headings.last, Contact(unit))
        rows = TableRows(body, self._teaching.corrections, self._reading).read()
        matches = [column.match for column in columns]
        shown = (ColumnMatch(form.columns[each.column], each.header, each.field, each.by) for each in matches)
        self.tables.append(FoundTable(sheet.name, (), tuple(shown), form.row, form.last_row, unit=unit))
        self.rows += rows
        return unit or (rows[0].values.get("organization", "") if rows else "")

    def _read_without_headings(self, grid: Grid, last_row: int, last_column: int) -> None:
        def sample(column: int) -> Sequence[CellValue]:
            return [row[column] for row in grid.rows[: 3 * LOOKED_AT] if column < len(row)]

        columns = columns_by_content(0, last_column, sample)
        if columns:
            self._tell("no_headings", grid.sheet)
            self._keep(grid, Headings((), {}, 0, last_column), columns, (), Contact(), 0, last_row)


def _candidates(grid: Grid, headings: Headings, start: int, last_row: int) -> Iterator[int]:
    """Rows that may head another table: a heading as it is usually written stands in them, or one of this table."""
    words = usual_headings() | set(headings.texts.values())
    columns = islice(zip_longest(*grid.rows[start : last_row + 1]), headings.first, headings.last + 1)
    found = {
        row
        for cells in columns
        if not words.isdisjoint(cells)
        for row, cell in enumerate(cells, start)
        if isinstance(cell, str) and cell in words
    }
    yield from sorted(found)


def _before_title(grid: Grid, heading_row: int, start: int, headings: Headings) -> int:
    """The last row of the table before: titles right above the next headings belong to these."""
    row = heading_row - 1
    while row >= start and len(grid.row_texts(row, headings.first, headings.last)) == 1:
        if is_label(grid.row_texts(row, headings.first, headings.last)[0]):
            break
        row -= 1
    return row
