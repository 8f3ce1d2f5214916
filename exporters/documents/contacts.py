"""The contact list (通讯录): who comes, and whom to call on site. Phones are masked unless asked for in full."""

from __future__ import annotations

from collections.abc import Iterator

from exporters.blocks import Block, Cell, Column, Document, Heading, Row, Section, Table
from exporters.documents import frame
from exporters.documents.listing import parts
from exporters.documents.people_words import attendee_name, attendee_title, comer, coming
from exporters.documents.person_columns import columns, person_row
from exporters.documents.phrasebook import Phrasebook
from exporters.documents.post_words import list_unit
from exporters.options import ExportOptions
from models.codes import AttendanceCategory
from models.snapshots.shapes import MeetingSnapshot, Person

COLUMNS = ("number", "name", "unit", "title", "phone", "phone_2", "email")
Told = tuple[str, str, str, str]  # what for, name, where from, phone


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The list. Raises no_material where nobody can be reached, unknown_grouping."""
    book = frame.phrasebook(options)
    paper = book._("Contact list")
    people, on_site = _people(snapshot, options, book), _on_site(snapshot, book)
    found = ((book._("Everybody at the meeting"), people), (book._("On site"), on_site))
    sections: tuple[Block, ...] = tuple(
        Section(name, (frame.title_block(snapshot.meeting, paper, book, subtitle=name), *blocks))
        for name, blocks in found
        if blocks
    )
    if not sections:
        raise frame.no_material(snapshot, "contacts")
    return frame.finished(snapshot, options, book, kind="contacts", paper=paper, blocks=sections, landscape=True)


def _people(snapshot: MeetingSnapshot, options: ExportOptions, book: Phrasebook) -> list[Block]:
    """Everybody who is named, also those whose number is not known yet: it is filled in by hand."""
    if not any(_reachable(comer(one)) for one in coming(snapshot.attendees)):
        return []
    rows: list[Row] = []
    number = 0
    for part in parts(snapshot, options, book, counted=False):
        if part.heading and part.attendees:
            rows.append(frame.group_row(part.heading))
        for one in part.attendees:
            number += 1
            rows.append(person_row(COLUMNS, number, one, book))
    table = Table(columns(COLUMNS, book), tuple(rows))
    return [frame.without_empty_columns(table, keep=("name", "unit", "phone"))]


def _reachable(person: Person) -> bool:
    return bool(person.phone or person.phone_2 or person.email)


def _on_site(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Staff, drivers, those who receive the visitors, and the units themselves."""
    headings = (
        Column("for", book._("Matter"), 12),
        Column("name", book._("Name"), 8, "center"),
        Column("from", book._("Organization or vehicle"), 20),
        Column("phone", book._("Phone"), 9, "center"),
    )
    groups = ((book._("Staff"), _staff), (book._("Vehicles"), _drivers), (book._("Visits"), _receiving))
    blocks: list[Block] = []
    for heading, told in groups:
        rows = tuple(Row(_cells(one)) for one in dict.fromkeys(told(snapshot, book)))
        if rows:
            blocks += [Heading(heading, 2), Table(headings, rows)]
    return blocks


def _cells(told: Told) -> tuple[Cell, ...]:
    what, name, where, phone = told
    return (Cell(what), Cell(name, name=True), Cell(where, name=True), Cell(phone, name=True))


def _staff(snapshot: MeetingSnapshot, book: Phrasebook) -> Iterator[Told]:
    for one in coming(snapshot.attendees):
        if one.category is AttendanceCategory.STAFF:
            name, unit = attendee_name(one, book, spaced=True), list_unit(one, book)
            yield attendee_title(one, book) or book._("Staff"), name, unit, book.phone(comer(one).phone)


def _drivers(snapshot: MeetingSnapshot, book: Phrasebook) -> Iterator[Told]:
    for route in snapshot.routes:
        for vehicle in route.vehicles:
            if vehicle.driver or vehicle.driver_phone:
                named = book.join((book.text(vehicle.label), vehicle.plate))
                yield book._("Driver"), book.text(vehicle.driver), named, book.phone(vehicle.driver_phone)


def _receiving(snapshot: MeetingSnapshot, book: Phrasebook) -> Iterator[Told]:
    for route in snapshot.routes:
        for stop in route.stops:
            if stop.contact or stop.contact_phone:
                place = book.join(part for part in frame.stop_unit_and_place(stop, book) if part)
                yield book._("Contact on site"), book.text(stop.contact), place, book.phone(stop.contact_phone)
