"""The reply slip (参会回执): the empty form that goes out to a unit and comes back with its people.

Its headings are words that the importer knows, so that what comes back is understood without a question. In Excel the
headings are protected, the rows are open, and lists are offered where answers are few.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import resources
from exporters.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    Field,
    FieldList,
    Paragraph,
    Row,
    Span,
    SpanKind,
    Spans,
    Table,
    text_spans,
)
from exporters.documents import frame
from exporters.documents.phrasebook import Phrasebook
from exporters.options import EACH_UNIT, ExportOptions
from models.codes import OrganizationRole
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot, Organization

USUAL_LINES = 12
ROW_HEIGHT = 9.0  # mm: it may be printed and filled in by hand
BLANK_WIDTH = 8  # characters of a place to be filled in


def N_(message: str) -> str:
    """Mark a message for the catalogs."""
    return message


@dataclass(frozen=True, slots=True)
class SlipColumn:
    """A column: its heading and the answers it offers (messages), its width in characters."""

    heading: str
    width: float
    choices: tuple[str, ...] = ()
    table: str = ""  # of answers that Chinese slips offer, in resources/tables


YES_NO = (N_("Yes"), N_("No"))
SLIP_COLUMNS: Mapping[str, SlipColumn] = {
    "sequence": SlipColumn(N_("No."), 3),
    "name_zh": SlipColumn(N_("Name"), 6),
    "name_en": SlipColumn(N_("Name in English"), 8),
    "organization": SlipColumn(N_("Organization"), 11),
    "department": SlipColumn(N_("Department"), 8),
    "title_zh": SlipColumn(N_("Position"), 9),
    "gender": SlipColumn(N_("Gender"), 3, (N_("Male"), N_("Female"))),
    "ethnicity": SlipColumn(N_("Ethnic group"), 4, table="ethnic_groups.txt"),
    "phone": SlipColumn(N_("Mobile phone"), 7),
    "phone_2": SlipColumn(N_("Office phone"), 7),
    "email": SlipColumn(N_("E-mail"), 9),
    "id_number": SlipColumn(N_("ID number"), 10),
    "lodging": SlipColumn(N_("Room required"), 4, YES_NO),
    "arrival": SlipColumn(N_("Arrival time"), 7),
    "arrival_trip": SlipColumn(N_("Arrival flight/train"), 7),
    "departure": SlipColumn(N_("Departure time"), 7),
    "departure_trip": SlipColumn(N_("Departure flight/train"), 7),
    "meals": SlipColumn(N_("Meals"), 4, YES_NO),
    "diet": SlipColumn(N_("Dietary needs"), 5, (N_("None"), N_("Halal"), N_("Vegetarian"))),
    "vehicle": SlipColumn(N_("License plate"), 7),
    "remarks": SlipColumn(N_("Remarks"), 7),
}
USUAL_COLUMNS = (
    "sequence",
    "name_zh",
    "name_en",
    "organization",
    "department",
    "title_zh",
    "gender",
    "ethnicity",
    "phone",
    "lodging",
    "arrival",
    "arrival_trip",
    "departure",
    "departure_trip",
    "diet",
    "vehicle",
    "remarks",
)


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The form, or one for each unit of the meeting. KnownError: unknown_column; no_material without a title."""
    if not snapshot.meeting.title:
        raise frame.no_material(snapshot, "reply-slip")
    if options.unit != EACH_UNIT:
        return _slip(snapshot, options)
    units = units_of(snapshot)
    if not units:
        raise frame.no_material(snapshot, "reply-slip")
    names = (unit.name.pick(options.language) for unit in units)
    return tuple(one for name in names for one in _slip(snapshot, replace(options, unit=name)))


def units_of(snapshot: MeetingSnapshot) -> tuple[Organization, ...]:
    """The units that send people: those of the sides, guests first; those that take part; those of people listed."""
    sides = sorted(snapshot.sides, key=lambda side: side.is_host)
    listed = [unit for side in sides for unit in side.units]
    alone = [one.organization for one in snapshot.organizations if one.role is OrganizationRole.PARTICIPANT]
    of_people = [post.organization for one in snapshot.attendees for post in one.posts[:1] if post.organization]
    return tuple({unit.id: unit for unit in (*listed, *alone, *of_people)}.values())


def _slip(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    book = frame.phrasebook(options)
    paper = book._("Reply slip")
    blocks: tuple[Block, ...] = (
        frame.title_block(snapshot.meeting, paper, book),
        *(Paragraph(spans, "left", indent=0) for spans in _instructions(snapshot, options, book)),
        FieldList(tuple(_head(options, book)), form=True),
        form_table(snapshot, options, book),
    )
    found = frame.finished(snapshot, options, book, kind="reply-slip", paper=paper, blocks=blocks, landscape=True)
    return tuple(replace(one, key=options.unit) for one in found)


def form_table(snapshot: MeetingSnapshot, options: ExportOptions, book: Phrasebook) -> Table:
    """The rows to be filled in."""
    keys = _keys(snapshot, options)
    lines = USUAL_LINES if options.blank_lines is None else max(options.blank_lines, 1)
    rows = (
        Row(tuple(Cell(str(number), number) if key == "sequence" else Cell("") for key in keys), "blank")
        for number in range(1, lines + 1)
    )
    return Table(tuple(_column(key, book) for key in keys), tuple(rows), row_height=ROW_HEIGHT, form=True)


def _keys(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[str, ...]:
    """The columns chosen, the name always among them; else the usual ones, as far as this meeting needs them."""
    if not options.slip_columns:
        left_out = {"organization" if options.unit else "department"}
        if options.language == "en":
            left_out |= {"ethnicity", "name_zh"}
        elif not snapshot.meeting.needs_english:
            left_out.add("name_en")
        return tuple(key for key in USUAL_COLUMNS if key not in left_out)
    for key in options.slip_columns:
        if key not in SLIP_COLUMNS:
            raise KnownError("unknown_column", column=key, known=", ".join(SLIP_COLUMNS))
    keys = tuple(dict.fromkeys(options.slip_columns))
    return keys if {"name_zh", "name_en"} & set(keys) else ("name_zh", *keys)


def _column(key: str, book: Phrasebook) -> Column:
    column = SLIP_COLUMNS[key]
    choices = tuple(book._(choice) for choice in column.choices)
    own = _listed(column.table) if column.table and book.language == "zh" else ()
    align: Align = "left" if key in ("title_zh", "organization", "department", "remarks") else "center"
    return Column(key, book._(column.heading), column.width, align, (*choices, *own))


@cache
def _listed(table: str) -> tuple[str, ...]:
    lines = resources.path(f"tables/{table}").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def _instructions(snapshot: MeetingSnapshot, options: ExportOptions, book: Phrasebook) -> Iterator[Spans]:
    """When, where, by which day and to whom; then how it is filled in, and what becomes of what is written."""
    told = (
        (book._("Time"), frame.when(snapshot.meeting, book)),
        (book._("Place"), frame.where(snapshot.meeting, book)),
    )
    when_and_where = book.sentences(book.headed(label, text) for label, text in told if text)
    if when_and_where:
        yield text_spans(when_and_where)
    yield tuple(_return(snapshot, options, book))
    yield text_spans(
        book._(
            "One person a line, names as on the identity card. Please leave the headings as they are; cells with an "
            "arrow offer a list; rows can be inserted where there are too few."
        )
    )
    yield text_spans(
        book._("What is written here serves this meeting only and is deleted after it as the law requires.")
    )


def _return(snapshot: MeetingSnapshot, options: ExportOptions, book: Phrasebook) -> Iterator[Span]:
    """Please return it by 10 May 2026 to …"""
    day, place = "\x00", "\x01"  # stand for what may be a blank
    before, _mark, rest = book._("Please return this slip by {day} to {place}.", day=day, place=place).partition(day)
    between, _mark, after = rest.partition(place)
    due = book.date_with_weekday(options.reply_by) if options.reply_by else ""
    yield Span(before)
    yield _or_blank(due, book._("Day by which replies are due"))
    yield Span(between)
    yield _or_blank(options.return_to or _organizer(snapshot, book), book._("Where replies go"))
    yield Span(after)


def _organizer(snapshot: MeetingSnapshot, book: Phrasebook) -> str:
    """The organizer with the number and address of the unit, which are public; else the host."""
    for role in (OrganizationRole.ORGANIZER, OrganizationRole.HOST):
        for unit in (one.organization for one in snapshot.organizations if one.role is role):
            contact = book.clauses((unit.email, unit.phone))
            if contact:
                return book.text(unit.name) + book.bracketed(contact)
    return ""


def _head(options: ExportOptions, book: Phrasebook) -> Iterator[Field]:
    """Who answers: the labels are known to the importer."""
    for label, text in (
        (book._("Organization (reporting)"), options.unit),
        (book._("Contact person"), ""),
        (book._("Phone (contact)"), ""),
    ):
        yield Field(label, text_spans(text))


def _or_blank(text: str, what: str) -> Span:
    return Span(text, SpanKind.TEXT) if text else Span(what, SpanKind.BLANK, BLANK_WIDTH)
