"""The schedule (日程): day by day, with meals, trips, check-in and visits; who speaks stands in the agenda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from exporters.blocks import Block, Column, Document, FieldList, Heading, Row, Table
from exporters.documents import frame
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.codes import AgendaKind, VisitPhase
from models.snapshots.shapes import AgendaItem, MeetingSnapshot, VisitRoute, VisitStop

LOGISTICS = (AgendaKind.MEAL, AgendaKind.TRANSFER, AgendaKind.CHECK_IN, AgendaKind.VISIT, AgendaKind.BREAK)
AGENDA_RANK = 1
RANKS = {VisitPhase.BEFORE: 0, VisitPhase.DURING: 2, VisitPhase.AFTER: 3}  # where routes without times stand


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timetable; `begins` orders it within its day."""

    day: date | None
    begins: tuple[time, int]
    hours: str
    what: str
    place: str = ""
    who: str = ""


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The schedule. Raises no_material where there is neither agenda nor visit."""
    book = frame.phrasebook(options)
    entries = [*_from_agenda(snapshot, book), *_from_routes(snapshot, book)]
    if not entries:
        raise frame.no_material(snapshot, "schedule")
    paper = book._("Schedule")
    blocks: tuple[Block, ...] = (
        frame.title_block(snapshot.meeting, paper, book),
        FieldList(
            (
                *frame.labelled(book._("Time"), frame.when(snapshot.meeting, book)),
                *frame.labelled(book._("Place"), frame.where(snapshot.meeting, book)),
            )
        ),
        *_days(entries, book),
    )
    return frame.finished(snapshot, options, book, kind="schedule", paper=paper, blocks=blocks)


def _from_agenda(snapshot: MeetingSnapshot, book: Phrasebook) -> Iterator[Entry]:
    """The items of the first level, and of the parts below them the meals, trips and visits."""
    days = frame.effective_days(snapshot.agenda, snapshot.meeting)
    latest: dict[date | None, time] = {}
    for item in snapshot.agenda:
        if item.parent_id in days and item.kind not in LOGISTICS:
            continue
        day = days[item.id]
        latest[day] = item.start or latest.get(day, time.min)
        yield _item(item, day, latest[day], book)


def _item(item: AgendaItem, day: date | None, begins: time, book: Phrasebook) -> Entry:
    lines = [frame.item_title(item, book), book.text(item.detail) if item.kind in LOGISTICS else ""]
    return Entry(
        day,
        (begins, AGENDA_RANK),
        book.hours(item.start, item.end) or book.minutes(item.minutes),
        "\n".join(line for line in lines if line),
        book.text(item.place),
    )


def _from_routes(snapshot: MeetingSnapshot, book: Phrasebook) -> Iterator[Entry]:
    for route in snapshot.routes:
        day = route.day or frame.day_of_phase(route.phase, snapshot.meeting)
        yield from _route(route, day, book, label=book.text(route.label) if len(snapshot.routes) > 1 else "")


def _route(route: VisitRoute, day: date | None, book: Phrasebook, *, label: str) -> Iterator[Entry]:
    rank = RANKS[route.phase]
    begins = route.departs_at or (time.min if route.phase is VisitPhase.BEFORE else time.max)
    place = book.text(route.departs_from)
    if route.departs_at or place:
        what = book._("Departure") + book.bracketed(label)
        yield Entry(day, (begins, rank), book.hours(route.departs_at, None), what, place, book.text(route.participants))
    for stop in route.stops:
        begins = stop.arrive or begins
        yield _stop(stop, route, day, (begins, rank), label, book)


def _stop(
    stop: VisitStop, route: VisitRoute, day: date | None, begins: tuple[time, int], label: str, book: Phrasebook
) -> Entry:
    unit, place = frame.stop_unit_and_place(stop, book)
    visit = book._("Visit to {place}", place=unit or place) if unit or place else ""
    return Entry(
        day,
        begins,
        book.hours(stop.arrive, stop.leave) or book.minutes(stop.minutes),
        "\n".join(line for line in (visit + book.bracketed(label), book.text(stop.activity)) if line),
        place if unit else "",
        book.text(stop.participants) or book.text(route.participants),
    )


def _days(entries: list[Entry], book: Phrasebook) -> list[Block]:
    """A table a day, in order of time; lines without times keep the order they were given in."""
    ordered = sorted(entries, key=lambda entry: (entry.day or date.max, entry.begins))
    days = [(day, _table(list(of_day), book)) for day, of_day in groupby(ordered, key=lambda entry: entry.day)]
    if len(days) == 1:
        return [days[0][1]]
    headed: list[Block] = []
    for day, table in days:
        headed += [Heading(book.date_with_weekday(day) if day else book._("Day not fixed")), table]
    return headed


def _table(entries: list[Entry], book: Phrasebook) -> Table:
    columns = (
        Column("number", book._("No."), 3.5, "center"),
        Column("time", book._("Time"), 8, "center"),
        Column("what", book._("Activities"), 20),
        Column("place", book._("Place"), 12),
        Column("who", book._("Participants"), 12),
    )
    timed = any(entry.hours for entry in entries)
    rows: tuple[Row, ...] = tuple(
        frame.text_row("" if timed else str(number), entry.hours, entry.what, entry.place, entry.who)
        for number, entry in enumerate(entries, start=1)
    )
    return frame.without_empty_columns(Table(columns, rows), keep=("what",))
