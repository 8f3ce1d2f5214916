"""One sheet: blocks become rows. Every text is stored as text, so that “=1+1” is never computed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest
from math import ceil

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from exporters.blocks import (
    Align,
    Block,
    Cell,
    Clause,
    DraftNote,
    FieldList,
    Heading,
    PageBreak,
    Paragraph,
    Row,
    SignatureArea,
    SignatureParty,
    Spacer,
    Table,
    Title,
)
from exporters.span_text import field_text, label_text, line_to_fill, numbered, spans_text
from exporters.text_width import width
from exporters.typeset.safe_text import clean_text
from exporters.xlsx import styles
from exporters.xlsx.cell_values import TEXT, CellValue, cell_value
from exporters.xlsx.columns import spans, type_size
from exporters.xlsx.forms import FIELD_HEIGHT, field_places, offer_choices
from exporters.xlsx.measure import PADDING, TALLEST_ROW, fitting_size, row_height
from exporters.xlsx.page_breaks import Stretch
from exporters.xlsx.sheet_rows import Plain, SheetRows
from exporters.xlsx.styles import BODY_SIZE, Look, StyleBook, opened, sized

POINTS_PER_MILLIMETER = 72 / 25.4
LAST_ROWS = 3  # of a table stand on one page: none is left alone on its last
LONGEST_TEXT = 32_000  # Excel keeps 32,767 characters in a cell; the rest goes on below
LONGEST_KEPT_AS_TEXT = 255  # older Excel prints ##### for longer cells of the format “text”
FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")


class SheetWriter:
    """Writes rows from the top; `widths` are the sheet's columns in digits."""

    def __init__(
        self, sheet: Worksheet, book: StyleBook, widths: Sequence[float], *, language: str, final: bool
    ) -> None:
        self.sheet, self.rows = sheet, SheetRows(sheet)
        self.header_rows: list[int] = []
        self.kept: list[Stretch] = []  # rows that one page should hold
        self.is_form = False
        self._book, self._widths, self._language, self._final = book, tuple(widths), language, final
        self._writers: dict[type, Callable[..., None]] = {
            Title: self._title,
            Heading: self._heading,
            Paragraph: self._paragraph,
            Clause: self._clause,
            FieldList: self._fields,
            Table: self._table,
            SignatureArea: self._signatures,
            DraftNote: self._draft_note,
            Spacer: self._spacer,
            PageBreak: self._page_break,
        }
        for index, column in enumerate(self._widths, start=1):
            sheet.column_dimensions[get_column_letter(index)].width = round(column, 2)

    @property
    def last_row(self) -> int:
        """The last row written so far; at least 1."""
        return max(len(self.rows.heights), 1)

    @property
    def _row(self) -> int:
        """The row to be written next."""
        return len(self.rows.heights) + 1

    def write(self, blocks: Sequence[Block]) -> None:
        """Write the blocks below what is there; a table and the heading above it are kept together."""
        heading = 0
        for block, following in zip_longest(blocks, blocks[1:]):
            if isinstance(block, Heading) and isinstance(following, Table):
                heading = self._row
            self._writers[type(block)](block)
            if isinstance(block, Table) and heading:
                self.kept.append((heading, self.last_row))
                heading = 0

    def _title(self, title: Title) -> None:
        for line in title.lines:
            size = fitting_size(clean_text(line), sum(self._widths), styles.TITLE.size)
            self._band(line, replace(styles.TITLE, size=size))
        if title.subtitle:
            self._band(title.subtitle, styles.SUBTITLE)

    def _heading(self, heading: Heading) -> None:
        self._band(numbered(heading), styles.HEADINGS.get(heading.level, styles.MINOR_HEADING))

    def _paragraph(self, paragraph: Paragraph) -> None:
        text = spans_text(paragraph.spans, final=self._final)
        indent = "　" * paragraph.indent if self._language == "zh" else ""
        self._band(indent + text, styles.SMALL_TEXT if paragraph.small else styles.TEXT, paragraph.align)

    def _clause(self, clause: Clause) -> None:
        self._band(numbered(clause), styles.MINOR_HEADING)
        self.write(clause.paragraphs)
        self.write(clause.children)

    def _fields(self, fields: FieldList) -> None:
        if fields.title:
            self._band(fields.title, styles.CAPTION)
        if fields.form and self._form_fields(fields):
            return
        for field in fields.fields:
            self._band(field_text(field, self._language, final=self._final), styles.TEXT)

    def _form_fields(self, fields: FieldList) -> bool:
        """Fields beside one another, each with a cell of its own to write in; False where there is no room for them."""
        labels = [label_text(field.label, self._language) for field in fields.fields]
        places = field_places(self._widths, [width(label) * 1.1 + PADDING for label in labels])
        if not places:
            return False
        self.is_form = True
        texts = [spans_text(field.spans, final=self._final) for field in fields.fields]
        rooms = [sum(self._widths[room : last + 1]) for _first, room, last in places]
        needed = (row_height(clean_text(text), room, BODY_SIZE) for text, room in zip(texts, rooms, strict=True))
        top, bottom = self._begin(max(FIELD_HEIGHT, *needed))
        for label, text, (first, room, last) in zip(labels, texts, places, strict=True):
            self._put(top, bottom, first, room - 1, CellValue(label), styles.FIELD_LABEL, None)
            look = styles.FIELD_ROOM if text else opened(styles.FIELD_ROOM)
            self._put(top, bottom, room, last, CellValue(text), look, None)
        return True

    def _signatures(self, area: SignatureArea) -> None:
        if area.note:
            self._band(area.note, styles.TEXT)
        for party in (*area.parties, *area.witnesses):
            self._signature(party)

    def _signature(self, party: SignatureParty) -> None:
        self._spacer(Spacer())
        self._band(label_text(party.label, self._language) + party.name, styles.MINOR_HEADING)
        for line in party.lines:
            self._band(line_to_fill(line, self._language), styles.TEXT)

    def _draft_note(self, note: DraftNote) -> None:
        if not self._final:
            self._band(note.text, styles.NOTE)

    def _spacer(self, spacer: Spacer) -> None:
        self.rows.add(min(spacer.lines * styles.BODY_SIZE * 1.36, TALLEST_ROW))

    def _page_break(self, _: PageBreak) -> None:
        if self._row > 1:
            self.sheet.row_breaks.append(Break(id=self._row - 1))

    def _band(self, text: str, look: Look, align: Align | None = None) -> None:
        """A text across the whole sheet, in as many rows as its height takes."""
        for part in _parts(clean_text(text)):
            first, last = self._begin(row_height(part, sum(self._widths), look.size))
            self._put(first, last, 0, len(self._widths) - 1, CellValue(part), look, align)

    def _table(self, table: Table) -> None:
        if table.caption:
            self._band(table.caption, styles.CAPTION)
        headings = tuple(Cell(column.heading) for column in table.columns)
        if any(cell.text for cell in headings):
            self.header_rows.append(self._row)
            self._table_row(table, Row(headings), styles.HEADER, centered=True)
        first = self._row
        for row in table.rows:
            for part in _row_parts(row):
                self._body_row(table, part)
        if len(table.rows) > LAST_ROWS:
            self.kept.append((self._row - LAST_ROWS, self.last_row))
        if table.form:
            self.is_form = True
            offer_choices(self.sheet, table, first, self.last_row, self._language)

    def _body_row(self, table: Table, row: Row) -> None:
        if row.kind == "group":
            self.kept.append((self._row, self._row + 1))
            self._band(row.cells[0].text if row.cells else "", styles.GROUP)
        elif table.form and row.kind == "blank":
            self._table_row(table, row, opened(styles.BODY))
        else:
            self._table_row(table, row, styles.TOTAL if row.kind == "total" else styles.BODY)

    def _table_row(self, table: Table, row: Row, look: Look, *, centered: bool = False) -> None:
        size = type_size(table)
        places = spans(table, len(self._widths))
        cells = row.cells + (Cell(""),) * (len(places) - len(row.cells))
        values = [cell_value(cell, self._language) for cell in cells]
        rooms = [sum(self._widths[first : last + 1]) for first, last in places]
        texts = (clean_text(cell.text) if cell.text else "" for cell in cells)
        height = max(row_height(text, room, size) for text, room in zip(texts, rooms, strict=False))
        top, bottom = self._begin(max(height, table.row_height * POINTS_PER_MILLIMETER))
        plain, strong = sized(look, size), sized(look, size, strong=True)
        for cell, value, column, (first, last) in zip(cells, values, table.columns, places, strict=False):
            align: Align = "center" if centered else column.align
            self._put(top, bottom, first, last, value, strong if cell.strong else plain, align)

    def _begin(self, height: float) -> tuple[int, int]:
        """Begin the rows that the height takes, none taller than Excel allows: the first and the last."""
        rows = max(ceil(height / TALLEST_ROW), 1)
        first = self.rows.add(*[round(height / rows, 2)] * rows)
        return first, first + rows - 1

    def _put(
        self, top: int, bottom: int, first: int, last: int, value: CellValue, look: Look, align: Align | None
    ) -> None:
        """Fill a cell, merged with its neighbors where it spans several."""
        plain = clean_text(value.value) if isinstance(value.value, str) else value.value
        style = self._style(plain, value.number_format, look, align)
        self.rows.put(top, first + 1, plain, style)
        if first != last or top != bottom:
            self.rows.merge(top, first + 1, bottom, last + 1, style)

    def _style(self, plain: Plain, number_format: str, look: Look, align: Align | None) -> int:
        """Text stays text, also when somebody edits the cell later."""
        if not isinstance(plain, str):
            return self._book.number(look, align, number_format)
        if plain.startswith(FORMULA_MARKS):
            return self._book.number(look, align, quoted=True)
        # a phone number or an identity number is no quantity, nor is what somebody will write in a form
        is_number = look.open or (plain[:1].isdigit() and len(plain) <= LONGEST_KEPT_AS_TEXT)
        return self._book.number(look, align, TEXT if is_number else "")


def _parts(text: str) -> list[str]:
    """The text in pieces that a cell can hold; one empty piece for an empty text."""
    return [text[start : start + LONGEST_TEXT] for start in range(0, len(text), LONGEST_TEXT)] or [""]


def _row_parts(row: Row) -> list[Row]:
    """The row, continued below where a text is longer than a cell can hold."""
    if all(len(cell.text) <= LONGEST_TEXT for cell in row.cells):
        return [row]
    columns = [_parts(cell.text) for cell in row.cells]
    continued = zip_longest(*columns, fillvalue="")
    return [Row(tuple(Cell(text) for text in texts), row.kind) for texts in continued]
