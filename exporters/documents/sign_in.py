"""The sign-in sheet (签到表): high rows to sign in, by side or unit, without anybody's phone, with lines for walk-ins.

English sheets print the Chinese name beside the English one, so that everybody finds their own line.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exporters.blocks import Block, Cell, Column, Document, FieldList, Row, Table
from exporters.documents import frame
from exporters.documents.listing import Part, parts
from exporters.documents.people_words import attendee_name, attendee_title, comer, group_words
from exporters.documents.phrasebook import Phrasebook
from exporters.documents.post_words import list_unit
from exporters.options import ExportOptions
from models.snapshots.shapes import Attendee, AttendeeGroup, MeetingSnapshot, OpenPlace

ROW_HEIGHT = 10.0  # mm; below 9 there is no room to sign
WALK_INS = 8
LINES_FOR_UNCOUNTED = 3
MOST_LINES = 60  # for one unnamed group; beyond that the clerk copies the page


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The sheet. Raises no_material where nobody is named or counted, unknown_grouping."""
    book = frame.phrasebook(options)
    found = parts(snapshot, options, book, counted=False)
    if not found:
        raise frame.no_material(snapshot, "sign-in")
    paper = book._("Sign-in sheet")
    table = _table(found, WALK_INS if options.blank_lines is None else options.blank_lines, book)
    blocks: tuple[Block, ...] = (
        frame.title_block(snapshot.meeting, paper, book),
        FieldList(
            (
                *frame.labelled(book._("Time"), frame.when(snapshot.meeting, book)),
                *frame.labelled(book._("Place"), frame.where(snapshot.meeting, book)),
            )
        ),
        _without_units(table) if options.grouping == "unit" else table,
    )
    return frame.finished(snapshot, options, book, kind="sign-in", paper=paper, blocks=blocks, landscape=True)


def _table(found: Sequence[Part], walk_ins: int, book: Phrasebook) -> Table:
    columns = (
        Column("number", book._("No."), 4, "center"),
        Column("unit", book._("Organization"), 18),
        Column("name", book._("Name"), 13, "center"),
        Column("title", book._("Position"), 16),
        Column("signature", book._("Signature"), 14),
    )
    rows: list[Row] = []
    number = 0
    for part in found:
        if part.heading:
            rows.append(frame.group_row(part.heading))
        rows += [_person(place, attendee, book) for place, attendee in enumerate(part.attendees, start=number + 1)]
        rows += [_open_place(place, book) for place in part.open_places]
        rows += [row for group in part.groups for row in _group(group, book)]
        rows += [_blank(book.text(unit.name)) for unit in part.unnamed_units]
        number += len(part.attendees)
    if walk_ins > 0:
        rows += [frame.group_row(book._("Walk-ins")), *[_blank()] * walk_ins]
    return Table(columns, tuple(rows), row_height=ROW_HEIGHT)


def _without_units(table: Table) -> Table:
    """The units stand above their people already."""
    rows = (row if row.kind == "group" else replace(row, cells=row.cells[:1] + row.cells[2:]) for row in table.rows)
    return replace(table, columns=table.columns[:1] + table.columns[2:], rows=tuple(rows))


def _person(number: int, attendee: Attendee, book: Phrasebook) -> Row:
    name = attendee_name(attendee, book, spaced=True)
    chinese = comer(attendee).name.zh if book.language == "en" else ""
    both = name if chinese in name else f"{name} {chinese}"
    unit, title = list_unit(attendee, book), attendee_title(attendee, book)
    return Row((Cell(str(number), number), Cell(unit, name=True), Cell(both, name=True), Cell(title), Cell("")))


def _group(group: AttendeeGroup, book: Phrasebook) -> list[Row]:
    """A line for each of the people, as far as they are counted, under what the group is called."""
    lines = min(group.stated_count or LINES_FOR_UNCOUNTED, MOST_LINES)
    unit = book.text(group.organization.name) if group.organization else ""
    return [frame.group_row(book.opened(group_words(group, book))), *(_blank(unit) for _ in range(lines))]


def _open_place(place: OpenPlace, book: Phrasebook) -> Row:
    """A place for somebody who is not named yet, to be written in by hand."""
    texts = ("", book.text(place.unit), "", book.text(place.title), "")
    return Row(tuple(Cell(text) for text in texts), "blank")


def _blank(unit: str = "") -> Row:
    return Row((Cell(""), Cell(unit), Cell(""), Cell(""), Cell("")), "blank")
