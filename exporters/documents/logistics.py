"""The sheets of those who look after the guests (会务保障表): arrivals, rooms, meals, vehicles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from exporters.blocks import Block, Cell, Document, Heading, Row, Section, Table
from exporters.documents import frame
from exporters.documents.handbook_tables import vehicles
from exporters.documents.people_words import comer, coming, people_count
from exporters.documents.person_columns import columns, person_row
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.snapshots.shapes import Attendee, MeetingSnapshot

_NUMBERS = re.compile(r"\d+")
_YEARS = range(1900, 2200)  # 2024年5月19日 and 5月19日 are put in one order

ARRIVALS = ("number", "name", "unit", "phone", "arrival", "arrival_trip", "departure", "departure_trip", "remarks")
ROOMS = ("number", "room", "name", "gender", "unit", "roommate", "phone", "arrival", "departure", "remarks")
MEALS = ("number", "table_number", "name", "unit", "diet", "meals", "remarks")
OWN_CARS = ("number", "name", "unit", "phone", "vehicle", "remarks")

Make = Callable[[MeetingSnapshot, Phrasebook], list[Block]]


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The sheets. Raises no_material where nothing is known of how anybody comes, sleeps, eats or rides."""
    book = frame.phrasebook(options)
    paper = book._("Logistics")
    sections: tuple[Block, ...] = tuple(
        Section(name, (frame.title_block(snapshot.meeting, paper, book, subtitle=name), *blocks))
        for name, make in _sheets(book)
        if (blocks := make(snapshot, book))
    )
    if not sections:
        raise frame.no_material(snapshot, "logistics")
    return frame.finished(snapshot, options, book, kind="logistics", paper=paper, blocks=sections, landscape=True)


def _sheets(book: Phrasebook) -> tuple[tuple[str, Make], ...]:
    return (
        (book._("Arrivals and departures"), _arrivals),
        (book._("Rooms"), _rooms),
        (book._("Meals"), _meals),
        (book._("Vehicles"), _vehicles),
    )


def _arrivals(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """In the order in which they arrive, so that the list is ticked from the top at the station."""
    travelling = [
        one
        for one in coming(snapshot.attendees)
        if one.arrival or one.arrival_trip or one.departure or one.departure_trip
    ]
    travelling.sort(key=lambda one: moment_key(one.arrival))
    return _table(ARRIVALS, travelling, book)


def _rooms(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Room by room; those who still need one at the end."""
    lodged = [one for one in coming(snapshot.attendees) if one.room]
    lodged.sort(key=lambda one: label_key(one.room))
    waiting = [one for one in coming(snapshot.attendees) if one.needs_room and not one.room]
    if not lodged and not waiting:
        return []
    rows = _people(ROOMS, lodged, book)
    if waiting:
        rows += [frame.group_row(book._("Room still to be given")), *_people(ROOMS, waiting, book, after=len(lodged))]
    rooms = len({one.room for one in lodged})
    told = (book.n_("{count} room", "{count} rooms", rooms), people_count(book, len(lodged) + len(waiting)))
    rows.append(_total(ROOMS, book.clauses(told), book))
    return [frame.without_empty_columns(Table(columns(ROOMS, book), tuple(rows)), keep=("room",))]


def _meals(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Table by table, then how many need which food."""
    eating = [one for one in coming(snapshot.attendees) if one.table_number or one.meals or comer(one).diet]
    if not eating:
        return []
    eating.sort(key=lambda one: label_key(one.table_number))
    diets = Counter(comer(one).diet for one in eating if comer(one).diet)
    counted = (f"{diet} {people_count(book, count)}" for diet, count in sorted(diets.items()))
    rows = [*_people(MEALS, eating, book), _total(MEALS, book.join(counted), book)]
    return [frame.without_empty_columns(Table(columns(MEALS, book), tuple(rows)))]


def _vehicles(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Who rides where, and who drives themselves."""
    driving = [one for one in coming(snapshot.attendees) if one.own_vehicle]
    own = _table(OWN_CARS, driving, book)
    return [
        *vehicles(snapshot, book, with_passengers=True),
        *([Heading(book._("Guests with their own cars")), *own] if own else []),
    ]


def _table(keys: Sequence[str], people: Sequence[Attendee], book: Phrasebook) -> list[Block]:
    return frame.table_if_any(Table(columns(keys, book), tuple(_people(keys, people, book))))


def _people(keys: Sequence[str], people: Sequence[Attendee], book: Phrasebook, after: int = 0) -> list[Row]:
    return [person_row(keys, number, one, book) for number, one in enumerate(people, start=after + 1)]


def _total(keys: Sequence[str], words: str, book: Phrasebook) -> Row:
    told = {"name": book._("Total"), "unit": words}
    return Row(tuple(Cell(told.get(key, "")) for key in keys), "total")


def label_key(label: str) -> tuple[tuple[int, ...], str]:
    """Room 0801 before 1003 and 8-1203 before 8-1301; names behind the numbers, nothing last."""
    numbers = tuple(int(found) for found in _NUMBERS.findall(label))
    return (numbers or (10**9, 0 if label else 1), label)


def moment_key(text: str) -> tuple[tuple[int, ...], str]:
    """Arrivals as people write them (5月19日14:30, 2024-05-19 14:30) in order of time; words behind, nothing last."""
    numbers = [int(found) for found in _NUMBERS.findall(text)]
    if numbers and numbers[0] in _YEARS:
        numbers = numbers[1:]
    if len(numbers) >= 3 and any(word in text for word in ("下午", "晚", "pm", "PM")) and numbers[2] < 12:
        numbers[2] += 12
    return (tuple(numbers) or (10**9, 0 if text else 1), text)
