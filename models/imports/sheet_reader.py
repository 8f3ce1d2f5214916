"""One sheet of a slip: its tables, wherever they stand, its forms, and what must be told about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice, zip_longest

from models.imports.body_cells import Body
from models.imports.book import CellValue, Note, Sheet
from models.imports.clean_columns import Reading
from models.imports.find_headings import Headings, find_headings, is_heading_row, joined, side_by_side
from models.imports.footers import Contact, contact_around, is_label, unit_of_title
from models.imports.forms import Form, forms_in
from models.imports.grid import Grid
from models.imports.headers import usual_headings
from models.imports.match_columns import (
    LOOKED_AT,
    Column,
    Teaching,
    columns_by_content,
    match_columns,
    with_units_in_titles,
)
from models.imports.name_cells import clean_name
from models.imports.table_rows import TableRows
from models.imports.tables import ColumnMatch, FoundTable, MatchedBy, SlipRow
from models.imports.titles import is_unit

Region = tuple[int, int, int, int]  # first and last row, first and last column
MOST_ROWS_NAMED = 12
LONGEST_FOOTER = 30


@lru_cache(maxsize=200)
def _headings_with(own: frozenset[str]) -> frozenset[str]:
    return usual_headings() | own


class SheetReader:
    """Reads one sheet of a file: its tables, the rows in them, and what must be told of the sheet."""

    def __init__(self, file_name: str, sheet: Sheet, teaching: Teaching, reading: Reading) -> None:
        self._file_name, self._sheet = file_name, sheet
        self._teaching, self._reading = teaching, reading
        self._grid = Grid(sheet)
        self._last_row, self._last_column = len(self._grid.rows) - 1, self._grid.last_column
        self._seen: list[Region] = []
        self.tables: list[FoundTable] = []
        self.rows: list[SlipRow] = []
        self.notes: list[Note] = []

    def read(self) -> None:
        """All tables of the sheet; cells that stand in none of them are told."""
        self._tell_about()
        chosen = self._teaching.corrections.headers.get(self._sheet.name)
        if chosen is not None:
            self._read_chosen(chosen)
        elif not self._read_region(0, self._last_row, 0, self._last_column) and not self._read_forms(0, self._last_row):
            self._read_without_headings()
        if self.tables:
            self._tell_unseen()
        elif chosen is None:
            self._tell("no_table", rows=sum(map(any, self._sheet.rows)))

    def _tell(self, code: str, **values: object) -> None:
        self.notes.append(Note(code, {"sheet": self._sheet.name, **values}))

    def _tell_about(self) -> None:
        if self._sheet.hidden_rows:
            self._tell("rows_hidden", rows=len(self._sheet.hidden_rows))
        if self._sheet.pictures:
            self._tell("pictures_left_out", count=self._sheet.pictures)
        if self._sheet.cut_at is not None:
            self._tell("sheet_cut", row=self._sheet.cut_at)

    def _tell_unseen(self) -> None:
        """Cells beside or between the tables; their rows are named as people count them."""
        if (0, self._last_row, 0, self._last_column) in self._seen:
            return
        unseen = [row + 1 for row in range(self._last_row + 1) if self._has_unseen(row)]
        if unseen:
            named = ", ".join(map(str, unseen[:MOST_ROWS_NAMED])) + (" …" if len(unseen) > MOST_ROWS_NAMED else "")
            self._tell("cells_left_out", rows=named, count=len(unseen))

    def _has_unseen(self, row: int) -> bool:
        spans = [(first, last) for top, bottom, first, last in self._seen if top <= row <= bottom]
        return any(
            value not in (None, "")
            and not any(first <= column <= last for first, last in spans)
            and (row, column) not in self._grid.continued
            for column, value in enumerate(self._grid.rows[row])
        )

    def _read_chosen(self, chosen: Sequence[int]) -> None:
        """The user says which rows head a table; rows one below the other head one together."""
        groups: list[list[int]] = []
        for row in sorted(row for row in chosen if 0 <= row <= self._last_row):
            if groups and groups[-1][-1] == row - 1:
                groups[-1].append(row)
            else:
                groups.append([row])
        above = 0
        ends = [*(group[0] for group in groups[1:]), self._last_row + 1]
        for group, end in zip(groups, ends, strict=False):
            for block in side_by_side(joined(self._grid, group, 0, self._last_column)):
                self._read_table(block, above, end - 1)
            above = end

    def _read_region(self, row: int, last_row: int, first: int, last: int) -> bool:
        """Tables one below the other, and beside each other, within these cells; whether there were any."""
        found_any = False
        while row <= last_row and (headings := find_headings(self._grid, row, last_row, first, last)) is not None:
            found_any = True
            self._read_forms(row, headings.rows[0] - 1)
            blocks = side_by_side(headings)
            ends = [self._read_block(block, row, last_row) for block in blocks]
            row = min(ends) + 1
            if len(set(ends)) > 1:  # one of them goes on beside the next table of the other
                for block, end in zip(blocks, ends, strict=True):
                    self._read_region(end + 1, last_row, block.first, block.last)
                return True
        return found_any

    def _read_block(self, headings: Headings, above: int, last_row: int) -> int:
        """One table; the row it ends at."""
        start, end = headings.rows[-1] + 1, last_row
        for row in self._candidates(headings, start, last_row):
            if is_heading_row(self._grid, row, headings.first, headings.last):
                end = self._before_title(row, start, headings)
                break
        self._read_table(headings, above, end)
        return end

    def _candidates(self, headings: Headings, start: int, last_row: int) -> Iterator[int]:
        """Rows that may head another table: a heading as it is usually written stands in them, or one of this table."""
        known = _headings_with(frozenset(headings.texts.values()))
        columns = islice(zip_longest(*self._grid.rows[start : last_row + 1]), headings.first, headings.last + 1)
        found = {
            row
            for cells in columns
            if not known.isdisjoint(cells)
            for row, cell in enumerate(cells, start)
            if isinstance(cell, str) and cell in known
        }
        yield from sorted(found)

    def _before_title(self, heading_row: int, start: int, headings: Headings) -> int:
        """The last row of the table before: titles right above the next headings belong to these."""
        row = heading_row - 1
        while row >= start:
            texts = self._grid.row_texts(row, headings.first, headings.last)
            if len(texts) != 1 or is_label(texts[0]) or clean_name(texts[0]) == texts[0]:
                break
            row -= 1
        return row

    def _read_table(self, headings: Headings, above: int, end: int) -> None:
        grid, first, last, start = self._grid, headings.first, headings.last, headings.rows[-1] + 1
        skipped = [row for row in range(above, headings.rows[0]) if not grid.is_blank(row, first, last)]
        above_texts = [grid.row_texts(row, first, last) for row in skipped]
        contact = contact_around(above_texts, self._words_below(headings, start, end))

        def sample(column: int) -> Sequence[CellValue]:
            values = (grid.value(row, column) for row in range(start, end + 1))
            return list(islice((value for value in values if value not in (None, "")), LOOKED_AT))

        columns = match_columns(self._sheet.name, headings, self._teaching, sample, unit_known=bool(contact.unit))
        if not contact.unit:
            columns = with_units_in_titles(columns, sample, self._reading.splitter.divides)
        if headings.unit:
            columns.append(Column(ColumnMatch(*headings.unit, "organization", MatchedBy.HEADER)))
        body = Body(grid, tuple(columns), start, end, first, last, self._with_unit(columns, contact))
        self._keep(body, headings.rows, skipped)
        self._seen.append((above, end, first, last))

    def _words_below(self, headings: Headings, start: int, end: int) -> list[list[str]]:
        """The notes and the contact block that end a table, from the last row up to the first that is full of cells."""
        found: list[list[str]] = []
        for row in range(end, start - 1, -1)[:LONGEST_FOOTER]:
            texts = self._grid.row_texts(row, headings.first, headings.last)
            if texts and is_label(texts[0]):
                found.append(texts)
            elif 2 * len(texts) > len(headings.texts) and len(texts) > 2:
                break
        return found[::-1]

    def _keep(self, body: Body, header_rows: tuple[int, ...], skipped: Sequence[int] = ()) -> None:
        reader = TableRows(body, self._teaching.corrections, self._reading)
        self.rows += reader.read()
        table = FoundTable(
            sheet=self._sheet.name,
            header_rows=header_rows,
            columns=tuple(column.match for column in body.columns),
            first_row=body.first_row,
            last_row=body.last_row,
            skipped_above=tuple(skipped),
            footer=tuple(reader.footer),
            unit=body.contact.unit,
            contact_name=body.contact.name,
            contact_phone=body.contact.phone,
        )
        self.tables.append(table)

    def _with_unit(self, columns: Sequence[Column], contact: Contact) -> Contact:
        """Where neither column nor contact block name the unit, the name of the sheet or of the file may."""
        if contact.unit:
            if contact.from_title:
                self._tell("unit_from_title", unit=contact.unit)
            return contact
        if any(column.field in ("organization", "unit_and_title") for column in columns):
            return contact
        file = self._file_name.rpartition(".")[0] or self._file_name
        for code, text in (("unit_from_sheet", self._sheet.name), ("unit_from_file", file)):
            if unit := (text if is_unit(text) else unit_of_title(text)):
                self._tell(code, unit=unit)
                return Contact(unit, contact.name, contact.phone)
        return contact

    def _read_forms(self, first_row: int, last_row: int) -> bool:
        """Forms within these rows; whether there were any. The unit of the first is that of those without one."""
        forms, unit = forms_in(self._grid, first_row, last_row), ""
        above = first_row
        for form in forms:
            unit = self._read_form(form, above, unit)
            above = form.last_row + 1
        if forms:
            self._tell("form_read", count=len(forms))
            self._seen.append((first_row, above - 1, 0, self._last_column))
        return bool(forms)

    def _read_form(self, form: Form, above: int, unit: str) -> str:
        headings, line = form.as_headings(), Grid(form.as_sheet(self._sheet))
        columns = match_columns(self._sheet.name, headings, self._teaching, form.sample, unit_known=bool(unit))
        body = Body(line, tuple(columns), form.row, form.row, 0, headings.last, Contact(unit))
        rows = TableRows(body, self._teaching.corrections, self._reading).read()
        matches = [column.match for column in columns]
        shown = (ColumnMatch(form.columns[each.column], each.header, each.field, each.by) for each in matches)
        skipped = (row for row in range(above, form.first_row) if not self._grid.is_blank(row, 0, self._last_column))
        footer = tuple(form.beside(self._grid))
        rows_of_form = (form.first_row, form.last_row, tuple(skipped), footer, unit)
        self.tables.append(FoundTable(self._sheet.name, (), tuple(shown), *rows_of_form))
        self.rows += rows
        return unit or (rows[0].values.get("organization", "") if rows else "")

    def _read_without_headings(self) -> None:
        """Columns told by what stands in them, where that is plain enough."""

        def sample(column: int) -> Sequence[CellValue]:
            return [row[column] for row in self._grid.rows[: 3 * LOOKED_AT] if column < len(row)]

        columns = columns_by_content(0, self._last_column, sample)
        if columns:
            self._tell("no_headings")
            self._keep(Body(self._grid, tuple(columns), 0, self._last_row, 0, self._last_column, Contact()), ())
            self._seen.append((0, self._last_row, 0, self._last_column))
