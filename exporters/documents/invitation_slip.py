"""The reply slip at the end of an invitation (参会回执): to be filled in by hand, or in Word, and sent back."""

from __future__ import annotations

from exporters.blocks import Block, Cell, Column, Paragraph, Row, Spans, Table, Title
from exporters.documents.phrasebook import Phrasebook
from exporters.options import EACH_UNIT, ExportOptions

LINES = 6
ROW_HEIGHT = 9.0  # mm


def slip_blocks(options: ExportOptions, book: Phrasebook, title: str, reply_to: Spans) -> tuple[Block, ...]:
    """The title, by when and whereto, who fills it in, the table of those who come."""
    unit = "" if options.unit == EACH_UNIT else options.unit
    lines = options.blank_lines or LINES
    return (
        Title((title,)),
        Paragraph(reply_to, align="left", indent=0, small=True),
        _filled_in_by(book, unit),
        _people(book, unit, lines),
    )


def _filled_in_by(book: Phrasebook, unit: str) -> Table:
    columns = (
        Column("unit", book._("Organization (seal)"), 24),
        Column("by", book._("Filled in by"), 12),
        Column("phone", book._("Telephone"), 14),
    )
    return Table(columns, (Row((Cell(unit), Cell(""), Cell("")), "blank"),), row_height=ROW_HEIGHT, small=True)


def _people(book: Phrasebook, unit: str, lines: int) -> Table:
    columns = (
        Column("number", book._("No."), 3, "center"),
        Column("name", book._("Name"), 8, "center"),
        Column("gender", book._("Gender"), 4, "center"),
        Column("unit", book._("Organization"), 14),
        Column("title", book._("Position"), 11),
        Column("phone", book._("Mobile phone"), 9, "center"),
        Column("lodging", book._("Room needed"), 5, "center"),
        Column("arrival", book._("Arrival: time, train or flight"), 11),
        Column("departure", book._("Return: time, train or flight"), 11),
        Column("diet", book._("Dietary needs"), 7),
        Column("remarks", book._("Remarks"), 8),
    )
    rows = tuple(_line(number, unit, len(columns)) for number in range(1, lines + 1))
    return Table(columns, rows, row_height=ROW_HEIGHT, small=True)


def _line(number: int, unit: str, columns: int) -> Row:
    texts = {0: str(number), 3: unit}
    return Row(tuple(Cell(texts.get(place, "")) for place in range(columns)), "blank")
