"""The tables of the handbook: rooms, meals and tables, vehicles, staff."""

from __future__ import annotations

import re
from dataclasses import replace

from exporters.blocks import Block, Cell, Column, Heading, Row, Table
from exporters.documents import frame
from exporters.documents.itinerary import vehicle_table
from exporters.documents.people_words import attendee_name, attendee_title, comer, coming
from exporters.documents.phrasebook import Phrasebook
from exporters.documents.post_words import list_unit
from models.codes import AgendaKind, AttendanceCategory
from models.snapshots.shapes import Attendee, MeetingSnapshot


def lodging(snapshot: MeetingSnapshot, book: Phrasebook) -> tuple[Block, ...]:
    """Who sleeps where, room by room."""
    columns = (
        Column("room", book._("Room"), 6, "center"),
        Column("name", book._("Name"), 8, "center"),
        Column("unit", book._("Organization"), 20),
    )
    lodged = sorted((one for one in coming(snapshot.attendees) if one.room), key=lambda one: _in_order(one.room))
    rows = [frame.text_row(one.room, attendee_name(one, book, spaced=True), list_unit(one, book)) for one in lodged]
    return _table(columns, rows)


def meals(snapshot: MeetingSnapshot, book: Phrasebook) -> tuple[Block, ...]:
    """Which meals there are, when and where."""
    columns = (
        Column("day", book._("Date"), 12, "center"),
        Column("time", book._("Time"), 8, "center"),
        Column("meal", book._("Meal"), 8),
        Column("place", book._("Place"), 16),
    )
    days = frame.effective_days(snapshot.agenda, snapshot.meeting)
    rows = []
    for item in (one for one in snapshot.agenda if one.kind is AgendaKind.MEAL):
        day = days[item.id]
        words = (book.date_with_weekday(day) if day else "", book.hours(item.start, item.end))
        rows.append(frame.text_row(*words, frame.item_title(item, book), book.text(item.place)))
    return _table(columns, rows)


def tables(snapshot: MeetingSnapshot, book: Phrasebook) -> tuple[Block, ...]:
    """Who sits at which table."""
    seated: dict[str, list[Attendee]] = {}
    for one in coming(snapshot.attendees):
        if one.table_number:
            seated.setdefault(one.table_number, []).append(one)
    columns = (Column("table", book._("Table No."), 5, "center"), Column("people", book._("Guests"), 40))
    rows = [
        frame.text_row(table, book.join(attendee_name(one, book) for one in seated[table]))
        for table in sorted(seated, key=_in_order)
    ]
    return (Heading(book._("Tables")), *_table(columns, rows)) if rows else ()


def vehicles(snapshot: MeetingSnapshot, book: Phrasebook, *, with_passengers: bool) -> tuple[Block, ...]:
    """The vehicles of every route; who rides in them is somebody's whereabouts."""
    blocks: list[Block] = []
    for number, route in enumerate((one for one in snapshot.routes if one.vehicles), 1):
        told = (one if with_passengers else replace(one, passengers=()) for one in route.vehicles)
        label = book.text(route.label) or book._("Route {number}", number=number)
        blocks += [Heading(label), vehicle_table(replace(route, vehicles=tuple(told)), book)]
    return tuple(blocks)


def staff(snapshot: MeetingSnapshot, book: Phrasebook) -> tuple[Block, ...]:
    """Whom to ask."""
    columns = (
        Column("name", book._("Name"), 8, "center"),
        Column("unit", book._("Organization"), 16),
        Column("title", book._("Position"), 12),
        Column("phone", book._("Mobile phone"), 9, "center"),
    )
    rows = [
        Row(
            (
                Cell(attendee_name(one, book, spaced=True)),
                Cell(list_unit(one, book)),
                Cell(attendee_title(one, book)),
                Cell(book.phone(comer(one).phone)),
            )
        )
        for one in _staff(snapshot)
    ]
    return _table(columns, rows)


def staff_contacts(snapshot: MeetingSnapshot, book: Phrasebook) -> str:
    """The names of the staff with their phones, on one line."""
    pairs = ((attendee_name(one, book), book.phone(comer(one).phone)) for one in _staff(snapshot))
    return book.join(" ".join(filter(None, pair)) for pair in pairs)


def _staff(snapshot: MeetingSnapshot) -> list[Attendee]:
    return [one for one in coming(snapshot.attendees) if one.category is AttendanceCategory.STAFF]


def _table(columns: tuple[Column, ...], rows: list[Row]) -> tuple[Block, ...]:
    return tuple(frame.table_if_any(Table(columns, tuple(rows))))


def _in_order(label: str) -> tuple[int, str]:
    """Room 0801 before 1003, table 2 before 10, names of tables after the numbers."""
    number = re.match(r"\d+", label)
    return (int(number[0]) if number else 10**9, label)
