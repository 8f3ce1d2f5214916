"""The visit itinerary (考察行程单): a section a route, with computed times, vehicles and who rides in them."""

from __future__ import annotations

from exporters.blocks import (
    Block,
    Cell,
    Column,
    Document,
    FieldList,
    Heading,
    Paragraph,
    Row,
    Section,
    Span,
    SpanKind,
    Table,
)
from exporters.documents import frame
from exporters.documents.people_words import attendee_name, coming, introduced, name_and_title, people_count
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.snapshots.shapes import Attendee, MeetingSnapshot, Vehicle, VisitRoute, VisitStop


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The itinerary. Raises no_material where there is no route."""
    book = frame.phrasebook(options)
    if not snapshot.routes:
        raise frame.no_material(snapshot, "itinerary")
    sections = tuple(_section(number, route, snapshot, book) for number, route in enumerate(snapshot.routes, start=1))
    paper = book._("Visit itinerary")
    return frame.finished(snapshot, options, book, kind="itinerary", paper=paper, blocks=sections, landscape=True)


def _section(number: int, route: VisitRoute, snapshot: MeetingSnapshot, book: Phrasebook) -> Section:
    label = book.text(route.label) or book._("Route {number}", number=number)
    title = frame.title_block(snapshot.meeting, book._("Visit itinerary"), book, subtitle=label)
    return Section(label, (title, *route_blocks(route, snapshot, book)))


def route_blocks(route: VisitRoute, snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """A route with its stops, vehicles and participants."""
    blocks: list[Block] = [_head(route, snapshot, book)]
    if route.stops:
        blocks.append(_stops(route, book))
    if route.vehicles:
        blocks += [Heading(book._("Vehicles"), 2), vehicle_table(route, book)]
    members = coming(route.members)
    if members and not _all_seated(route):
        heading = book._("Participants") + book.bracketed(people_count(book, len(members)))
        blocks += [Heading(heading, 2), _members(members, book)]
    return blocks


def _all_seated(route: VisitRoute) -> bool:
    """Whether the vehicles already name everybody who goes."""
    seated = {rider.id for vehicle in route.vehicles for rider in vehicle.passengers}
    return all(member.id in seated for member in coming(route.members))


def _participants(route: VisitRoute, book: Phrasebook) -> str:
    """Who goes, with their number where the vehicles alone name them."""
    members = coming(route.members)
    count = people_count(book, len(members)) if members and _all_seated(route) else ""
    words = book.opened(book.text(route.participants))
    return words + book.bracketed(count) if words else count


def _head(route: VisitRoute, snapshot: MeetingSnapshot, book: Phrasebook) -> FieldList:
    day = route.day or frame.day_of_phase(route.phase, snapshot.meeting)
    departure = " ".join(part for part in (book.hours(route.departs_at, None), book.text(route.departs_from)) if part)
    date_words = book.date_with_weekday(day) if day else ""
    phase = book.inside(book.word(route.phase)) if date_words else book.word(route.phase)
    return FieldList(
        (
            *frame.labelled(book._("Date"), book.clauses((date_words, phase))),
            *frame.labelled(book._("Departure"), departure),
            *frame.labelled(book._("Group leader"), introduced(route.leader, book) if route.leader else ""),
            *frame.labelled(book._("Participants"), _participants(route, book)),
            *frame.labelled(book._("Purpose"), book.text(route.purpose)),
            *frame.labelled(book._("Remarks"), book.text(route.remarks)),
        )
    )


def _stops(route: VisitRoute, book: Phrasebook) -> Table:
    columns = (
        Column("number", book._("No."), 3.5, "center"),
        Column("time", book._("Time"), 7, "center"),
        Column("travel", book._("Travel"), 5, "center"),
        Column("stay", book._("Stay"), 5, "center"),
        Column("place", book._("Place"), 13),
        Column("activity", book._("Activities"), 14),
        Column("participants", book._("Participants"), 9),
        Column("guide", book._("Guide"), 8),
        Column("contact", book._("Contact and phone"), 9),
        Column("remarks", book._("Remarks"), 8),
    )
    rows = tuple(_stop(number, stop, book) for number, stop in enumerate(route.stops, start=1))
    return frame.without_empty_columns(Table(columns, rows), keep=("number", "place"))


def _stop(number: int, stop: VisitStop, book: Phrasebook) -> Row:
    return Row(
        (
            Cell(str(number), number),
            Cell(book.hours(stop.arrive, stop.leave)),
            Cell(book.minutes(stop.travel_minutes)),
            Cell(book.minutes(stop.minutes)),
            Cell("\n".join(book.opened(part) for part in frame.stop_unit_and_place(stop, book) if part)),
            Cell(book.opened(book.text(stop.activity))),
            Cell(book.opened(book.text(stop.participants))),
            Cell(book.text(stop.guide), name=True),
            Cell("\n".join(part for part in (book.text(stop.contact), book.phone(stop.contact_phone)) if part)),
            Cell(book.text(stop.remarks)),
        )
    )


def vehicle_table(route: VisitRoute, book: Phrasebook) -> Table:
    """The vehicles of a route and who rides in them."""
    columns = (
        Column("vehicle", book._("Vehicle"), 6, "center"),
        Column("model", book._("Model"), 7),
        Column("plate", book._("Plate"), 7, "center"),
        Column("seats", book._("Seats"), 4, "center"),
        Column("driver", book._("Driver"), 6),
        Column("phone", book._("Driver’s phone"), 8, "center"),
        Column("leader", book._("In charge"), 9),
        Column("passengers", book._("Passengers in seat order"), 30),
    )
    rows = tuple(_vehicle(vehicle, book) for vehicle in route.vehicles)
    return frame.without_empty_columns(Table(columns, rows), keep=("vehicle", "plate", "driver"))


def _vehicle(vehicle: Vehicle, book: Phrasebook) -> Row:
    return Row(
        (
            Cell(book.text(vehicle.label)),
            Cell(book.text(vehicle.model)),
            Cell(vehicle.plate, name=True),
            Cell(str(vehicle.seats or ""), vehicle.seats),
            Cell(book.text(vehicle.driver), name=True),
            Cell(book.phone(vehicle.driver_phone), name=True),
            Cell(name_and_title(vehicle.leader, book) if vehicle.leader else ""),
            Cell(book.join(attendee_name(one, book) for one in coming(vehicle.passengers))),
        )
    )


def _members(members: tuple[Attendee, ...], book: Phrasebook) -> Paragraph:
    """All names, none broken over two lines."""
    separator = Span("、" if book.language == "zh" else ", ")
    spans = [part for one in members for part in (separator, Span(attendee_name(one, book), SpanKind.NAME))]
    return Paragraph(tuple(spans[1:]), indent=0)
