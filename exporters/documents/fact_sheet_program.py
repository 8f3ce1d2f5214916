"""Agenda, visits, plaques, signing rounds, seats and the host's script, for the fact sheet."""

from __future__ import annotations

from exporters.blocks import Block, Heading, Row, Table
from exporters.documents import frame
from exporters.documents.itinerary import route_blocks
from exporters.documents.people_words import introduced, name_and_title, presenter_words
from exporters.documents.phrasebook import Phrasebook
from models.snapshots.shapes import (
    AgendaItem,
    MeetingSnapshot,
    Plaque,
    Seat,
    SeatPlan,
    SigningRound,
)


def agenda_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Every item with all its particulars, meals and trips too."""
    columns = frame.columns(
        ("number", book._("No."), 3.5),
        ("time", book._("Time"), 8),
        ("kind", book._("Kind"), 5),
        ("title", book._("Item"), 14),
        ("presenters", book._("Speakers"), 11),
        ("moderator", book._("Chaired by"), 8),
        ("place", book._("Place"), 7),
        ("materials", book._("Materials"), 6),
    )
    rows = tuple(_item(number, item, snapshot, book) for number, item in enumerate(snapshot.agenda, start=1))
    return frame.table_if_any(Table(columns, rows, small=True))


def _item(number: int, item: AgendaItem, snapshot: MeetingSnapshot, book: Phrasebook) -> Row:
    parents = {other.id: place for place, other in enumerate(snapshot.agenda, start=1)}
    part = book._("part of {number}", number=parents[item.parent_id]) if item.parent_id in parents else ""
    minutes = book.n_("{count} minute each", "{count} minutes each", item.talk_minutes) if item.talk_minutes else ""
    return frame.text_row(
        str(number) + book.bracketed(part),
        _lines(book.day(item.day), book.hours(item.start, item.end), book.minutes(item.minutes)),
        book.word(item.kind),
        _lines(book.text(item.title), book.text(item.detail)),
        _lines(*(presenter_words(presenter, book) for presenter in item.presenters), minutes),
        introduced(item.moderator, book) if item.moderator else "",
        book.text(item.place),
        book.text(item.materials),
    )


def visit_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Every route as the itinerary prints it."""
    blocks: list[Block] = []
    for number, route in enumerate(snapshot.routes, start=1):
        label = book.text(route.label) or book._("Route {number}", number=number)
        blocks += [Heading(label, 2), *route_blocks(route, snapshot, book)]
    return blocks


def ceremony_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Plaques, signing rounds, seat plans, script."""
    return [
        *_plaques(snapshot, book),
        *_rounds(snapshot, book),
        *(block for plan in snapshot.seat_plans for block in _seat_plan(plan, book)),
        *_script(snapshot, book),
    ]


def _plaques(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    columns = frame.columns(
        ("action", book._("Action"), 6),
        ("text", book._("Wording of the plaque"), 14),
        ("giving", book._("Given by"), 12),
        ("receiving", book._("Received by"), 12),
        ("remarks", book._("Remarks"), 12),
    )
    rows = tuple(_plaque(plaque, book) for plaque in snapshot.plaques)
    return frame.table_if_any(Table(columns, rows, caption=book._("Plaques"), small=True))


def _plaque(plaque: Plaque, book: Phrasebook) -> Row:
    giving = book.text(plaque.giving.name) if plaque.giving else ""
    receiving = book.text(plaque.receiving.name) if plaque.receiving else ""
    return frame.text_row(
        book.word(plaque.action),
        book.text(plaque.text),
        _lines(giving, name_and_title(plaque.giver, book) if plaque.giver else "") or book._("not stated"),
        _lines(receiving, name_and_title(plaque.receiver, book) if plaque.receiver else "") or book._("not stated"),
        book.text(plaque.remarks),
    )


def _rounds(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    columns = frame.columns(
        ("round", book._("Round"), 7),
        ("agreements", book._("Agreements"), 16),
        ("people", book._("On stage"), 16),
        ("cue", book._("Cue"), 12),
        ("music", book._("Music"), 6),
    )
    titles = {agreement.id: book.quoted(book.text(agreement.title)) for agreement in snapshot.agreements}
    rows = tuple(_round(one, titles, book) for one in snapshot.rounds)
    return frame.table_if_any(Table(columns, rows, caption=book._("Signing rounds"), small=True))


def _round(one: SigningRound, titles: dict[int, str], book: Phrasebook) -> Row:
    people = [book.headed(book.word(person.part), name_and_title(person.attendee, book)) for person in one.people]
    agreements = [titles[agreement_id] for agreement_id in one.agreement_ids if agreement_id in titles]
    return frame.text_row(book.text(one.title), _lines(*agreements), _lines(*people), book.text(one.cue), one.music)


def _seat_plan(plan: SeatPlan, book: Phrasebook) -> list[Block]:
    """Seats row by row, from the front, as the audience sees them from left to right."""
    columns = frame.columns(("row", book._("Row"), 4), ("seats", book._("Seats, from the audience’s left"), 40))
    numbers = sorted({seat.row for seat in plan.seats})
    rows = tuple(
        frame.text_row(str(number), book.join(_seat(seat, book) for seat in plan.seats if seat.row == number))
        for number in numbers
    )
    caption = book.headed(book.word(plan.layout), book.text(plan.title))
    return frame.table_if_any(Table(columns, rows, caption=caption, small=True))


def _seat(seat: Seat, book: Phrasebook) -> str:
    name = book.name(seat.attendee.person.name) if seat.attendee else ""
    return book.headed(seat.label, name) or str(seat.position)


def _script(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    columns = frame.columns(
        ("text", book._("Words of the host"), 28), ("props", book._("Props"), 10), ("minutes", book._("Duration"), 6)
    )
    rows = tuple(
        frame.text_row(book.text(line.text), book.text(line.props), book.minutes(line.minutes))
        for line in snapshot.cue_lines
    )
    return frame.table_if_any(Table(columns, rows, caption=book._("Host’s script"), small=True))


def _lines(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
