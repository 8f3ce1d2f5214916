"""The list of attendees (参会人员名单): by side, guests before hosts, each side in the order the office put it in.

The English list prints names in English alone: its readers cannot read characters, and the Chinese list lies beside
it. Those who sign in need both (see `sign_in.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from exporters.blocks import Block, Cell, Column, Document, FieldList, Row, Table
from exporters.documents import frame
from exporters.documents.delegations import Delegation, delegation_words, delegations
from exporters.documents.people_words import (
    attendee_name,
    attendee_title,
    comer,
    group_words,
    substitution,
)
from exporters.documents.phrasebook import Phrasebook
from exporters.documents.post_words import list_unit
from exporters.options import ExportOptions
from models.snapshots.shapes import Attendee, AttendeeGroup, MeetingSnapshot, OpenPlace, Organization


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The list. Raises no_material where nobody is named or counted."""
    book = frame.phrasebook(options)
    sides = delegations(snapshot)
    if not sides:
        raise frame.no_material(snapshot, "attendees")
    blocks: tuple[Block, ...] = (
        frame.title_block(snapshot.meeting, book._("List of attendees"), book),
        _head(snapshot, book),
        _table(sides, book),
    )
    return frame.finished(snapshot, options, book, kind="attendees", paper=book._("List of attendees"), blocks=blocks)


def _head(snapshot: MeetingSnapshot, book: Phrasebook) -> FieldList:
    return FieldList(
        (
            *frame.labelled(book._("Time"), frame.when(snapshot.meeting, book)),
            *frame.labelled(book._("Place"), frame.where(snapshot.meeting, book)),
        )
    )


def _table(sides: Sequence[Delegation], book: Phrasebook) -> Table:
    columns = (
        Column("number", book._("No."), 4, "center"),
        Column("name", book._("Name"), 7, "center"),
        Column("unit", book._("Organization"), 16),
        Column("title", book._("Position"), 14),
        Column("phone", book._("Mobile phone"), 8, "center"),
        Column("remarks", book._("Remarks"), 10),
    )
    rows: list[Row] = []
    number = 0
    for side in sides:
        rows.append(frame.group_row(delegation_words(side, book)))
        rows += [_person(place, attendee, book) for place, attendee in enumerate(side.attendees, start=number + 1)]
        rows += [_open_place(place, book) for place in side.open_places]
        rows += [_group(group, book) for group in side.groups]
        rows += [_unit(unit, book) for unit in side.unnamed_units]
        number += len(side.attendees)
    return frame.without_empty_columns(Table(columns, tuple(rows)), keep=("unit",))


def _person(number: int, attendee: Attendee, book: Phrasebook) -> Row:
    remarks = book.sentences((substitution(attendee, book), book.text(attendee.remarks)))
    return Row(
        (
            Cell(str(number), number),
            Cell(attendee_name(attendee, book, spaced=True), name=True),
            Cell(list_unit(attendee, book), name=True),
            Cell(attendee_title(attendee, book)),
            Cell(book.phone(comer(attendee).phone), name=True),
            Cell(book.opened(remarks)),
        )
    )


def _open_place(place: OpenPlace, book: Phrasebook) -> Row:
    """A place for somebody who is not named yet."""
    unit, title, remarks = (book.opened(book.text(text)) for text in (place.unit, place.title, place.remarks))
    return frame.text_row("", book._("to be named"), unit, title, "", remarks)


def _group(group: AttendeeGroup, book: Phrasebook) -> Row:
    """People without names: their number and what they are, where the unit stands."""
    unit = book.text(group.organization.name) if group.organization else ""
    words = group_words(group, book)
    parts = ("" if unit in words else unit, words)
    what = book.clauses(reversed(parts) if book.language == "en" else parts)
    return frame.text_row("", "", book.opened(what), "", "", book.text(group.remarks))


def _unit(unit: Organization, book: Phrasebook) -> Row:
    """A unit of the side of which nobody is named."""
    return frame.text_row("", "", book.text(unit.name), "", "", "")
