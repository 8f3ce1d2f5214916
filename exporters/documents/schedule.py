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
from models.rules.timing import is_before
from models.snapshots.shapes import AgendaItem, MeetingSnapshot, VisitRoute, VisitStop

LOGISTICS = (AgendaKind.MEAL, AgendaKind.TRANSFER, AgendaKind.CHECK_IN, AgendaKind.VISIT, AgendaKind.BREAK)
AGENDA_RANK = 1
RANKS = {VisitPhase.BEFORE: 0, VisitPhase.DURING: 2, VisitPhase.AFTER: 3}  # where routes without times stand
Rank = tuple[time, int, int]  # the time, what comes first at one time, and behind which item of the agenda


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the timetable; `begins` orders it within its day."""

    day: date | None
    begins: Rank
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
    for item, day, begins in _top_items(snapshot):
        yield _item(item, day, begins, book)


def _top_items(snapshot: MeetingSnapshot) -> Iterator[tuple[AgendaItem, date | None, Rank]]:
    days = frame.effective_days(snapshot.agenda, snapshot.meeting)
    latest: dict[date | None, time] = {}
    for place, item in enumerate(snapshot.agenda):
        if item.parent_id in days and item.kind not in LOGISTICS:
            continue
        day = days[item.id]
        before = latest.get(day, time.min)
        past_midnight = item.day is None and item.start and is_before(before, item.start) and item.start < before
        latest[day] = before if past_midnight else item.start or before
        yield item, day, (latest[day], AGENDA_RANK, place)


def _item(item: AgendaItem, day: date | None, begins: Rank, book: Phrasebook) -> Entry:
    lines = [book.opened(frame.item_title(item, book)), book.text(item.detail) if item.kind in LOGISTICS else ""]
    return Entry(
        day,
        begins,
        book.hours(item.start, item.end) or book.minutes(item.minutes),
        "\n".join(line for line in lines if line),
        book.text(item.place),
    )


def _from_routes(snapshot: MeetingSnapshot, book: Phrasebook) -> Iterator[Entry]:
    """Stop by stop; of routes that run side by side each is one entry, or nobody could tell which stop is whose."""
    for route in snapshot.routes:
        day = _route_day(route, snapshot)
        first = _first_rank(route, day, snapshot)
        if any(_side_by_side(route, other, snapshot) for other in snapshot.routes if other is not route):
            yield _whole_route(route, day, first, book)
            continue
        yield from _route(route, day, first, book, label=book.text(route.label) if len(snapshot.routes) > 1 else "")


def _first_rank(route: VisitRoute, day: date | None, snapshot: MeetingSnapshot) -> Rank:
    """Where the route begins: at its first known time, else behind the item that announces it, else by its phase."""
    times = [route.departs_at, *(stop.arrive for stop in route.stops)]
    known = next((moment for moment in times if moment), None)
    visits = [found for found in _top_items(snapshot) if found[0].kind is AgendaKind.VISIT]
    announcing = [rank for _, of_day, rank in visits if of_day == day]
    if known is None and announcing:
        return announcing[-1 if route.phase is VisitPhase.AFTER else 0]
    return known or (time.min if route.phase is VisitPhase.BEFORE else time.max), RANKS[route.phase], 0


def _route_day(route: VisitRoute, snapshot: MeetingSnapshot) -> date | None:
    return route.day or frame.day_of_phase(route.phase, snapshot.meeting)


def _times(route: VisitRoute) -> list[time]:
    stops = (moment for stop in route.stops for moment in (stop.arrive, stop.leave))
    return [moment for moment in (route.departs_at, *stops) if moment]


def _side_by_side(one: VisitRoute, other: VisitRoute, snapshot: MeetingSnapshot) -> bool:
    """Whether two routes of one day overlap."""
    ours, theirs = _times(one), _times(other)
    if not ours or not theirs or _route_day(one, snapshot) != _route_day(other, snapshot):
        return False
    return is_before(ours[0], theirs[-1]) and is_before(theirs[0], ours[-1])


def _whole_route(route: VisitRoute, day: date | None, first: Rank, book: Phrasebook) -> Entry:
    """A route with its stops below one another."""
    times, stops = _times(route), (_stop_line(stop, book) for stop in route.stops)
    departure = book._("Departure") + book.bracketed(book.text(route.departs_from))
    begins = _timed(book.hours(route.departs_at, None), departure) if route.departs_at or route.departs_from else ""
    lines = (book.text(route.label), begins, *stops)
    return Entry(
        day,
        first,
        book.hours(times[0], times[-1] if len(times) > 1 else None),
        "\n".join(line for line in lines if line),
        who=book.opened(book.text(route.participants)),
    )


def _stop_line(stop: VisitStop, book: Phrasebook) -> str:
    """When, where, what is done there, and who goes there if that is not the whole route."""
    unit, place = frame.stop_unit_and_place(stop, book)
    visit = book._("Visit to {place}", place=unit or place) + book.bracketed(place if unit else "")
    activity, who = book.opened(book.text(stop.activity)), book.bracketed(book.text(stop.participants))
    said = (book.headed(visit, activity) if activity else visit) if unit or place else activity
    return _timed(book.hours(stop.arrive, stop.leave), book.opened(said) + who)


def _timed(hours: str, words: str) -> str:
    return f"{hours} {words}" if hours else words


def _route(route: VisitRoute, day: date | None, first: Rank, book: Phrasebook, *, label: str) -> Iterator[Entry]:
    place, who = book.text(route.departs_from), book.opened(book.text(route.participants))
    if route.departs_at or place:
        what = book._("Departure") + book.bracketed(label)
        yield Entry(day, first, book.hours(route.departs_at, None), what, place, who)
    begins = first[0]
    for stop in route.stops:
        begins = stop.arrive or begins
        yield _stop(stop, route, day, (begins, *first[1:]), label, book)


def _stop(stop: VisitStop, route: VisitRoute, day: date | None, begins: Rank, label: str, book: Phrasebook) -> Entry:
    unit, place = frame.stop_unit_and_place(stop, book)
    visit = book._("Visit to {place}", place=unit or place) if unit or place else ""
    return Entry(
        day,
        begins,
        book.hours(stop.arrive, stop.leave) or book.minutes(stop.minutes),
        "\n".join(line for line in (visit + book.bracketed(label), book.opened(book.text(stop.activity))) if line),
        place if unit else "",
        book.opened(book.text(stop.participants) or book.text(route.participants)),
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
