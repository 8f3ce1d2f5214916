"""Texts to be pasted into WeChat: to chase a unit's reply slip, to tell somebody their car, room and seat.

A text goes to one unit or one person and is sent by hand. Phone numbers stand in it only where they were asked for in
full: masked ones help nobody there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from exporters.documents import frame
from exporters.documents.fact_sheet_people import moment_words
from exporters.documents.invitation_program import meeting_time, reporting
from exporters.documents.people_words import attendee_name, attendee_title, comer, coming
from exporters.documents.phrasebook import Phrasebook
from exporters.documents.post_words import list_unit
from exporters.documents.seats import seat_codes
from models.codes import AttendanceCategory, Reply
from models.rules.dates import format_day
from models.snapshots.shapes import Attendee, MeetingSnapshot, Vehicle, VisitRoute

MESSAGE = "message"  # what the audit trail calls such a text
_UNANSWERED = (Reply.UNKNOWN, Reply.INVITED)


def chasing_texts(
    snapshot: MeetingSnapshot,
    attendees: Iterable[Attendee],
    *,
    language: str,
    reply_by: date | None = None,
    unmasked: bool = False,
) -> tuple[str, ...]:
    """For each unit of people who have not answered, one text that names them."""
    book = Phrasebook(language, unmasked=unmasked)
    waiting: dict[str, list[str]] = {}
    for one in attendees:
        if one.reply in _UNANSWERED:
            waiting.setdefault(list_unit(one, book), []).append(attendee_name(one, book))
    return tuple(_chasing(snapshot, unit, names, reply_by, book) for unit, names in waiting.items())


def by_language(attendees: Iterable[Attendee]) -> dict[str, list[Attendee]]:
    """Who is written to in which language: those without a Chinese name in English."""
    found: dict[str, list[Attendee]] = {}
    for one in attendees:
        found.setdefault("zh" if comer(one).name.zh else "en", []).append(one)
    return found


def _chasing(
    snapshot: MeetingSnapshot, unit: str, names: Sequence[str], reply_by: date | None, book: Phrasebook
) -> str:
    day = book.day(reply_by)
    lines = (
        book._("Hello, {who}!", who=unit) if unit else book._("Hello!"),
        book._("This is about: {title}", title=book.text(snapshot.meeting.title)),
        *_when_and_where(snapshot, book),
        book._("We do not have the reply slip of: {names}", names=book.join(names)),
        book._("Please send it by {day}. Thank you!", day=day) if day else book._("Please send it soon. Thank you!"),
        _contact(snapshot, book),
    )
    return _joined(lines)


def arrangement_texts(
    snapshot: MeetingSnapshot, attendees: Iterable[Attendee], *, language: str, unmasked: bool = False
) -> tuple[str, ...]:
    """For each of these people who come, their own car, room, table and seat; no text where nothing is arranged yet."""
    book = Phrasebook(language, unmasked=unmasked)
    seats = seat_codes(snapshot)
    texts = (_arrangement(snapshot, one, seats.get(one.id, ""), book) for one in coming(tuple(attendees)))
    return tuple(text for text in texts if text)


def _arrangement(snapshot: MeetingSnapshot, one: Attendee, seat: str, book: Phrasebook) -> str:
    own = (
        _labelled(book._("Arrival"), _spaced(moment_words(one.arrival, book), one.arrival_trip), book),
        *(_labelled(book._("Car"), car, book) for car in _cars(snapshot, one, book)),
        _labelled(book._("Room"), one.room, book),
        _labelled(book._("Table No."), one.table_number, book),
        _labelled(book._("Seat"), seat, book),
        _labelled(book._("Return trip"), _spaced(moment_words(one.departure, book), one.departure_trip), book),
    )
    if not any(own):
        return ""
    lines = (
        book._("Hello, {who}!", who=_called(one, book)),
        book._("Your arrangements for: {title}", title=book.text(snapshot.meeting.title)),
        *_when_and_where(snapshot, book),
        *reporting(snapshot, book),
        *own,
        _contact(snapshot, book),
    )
    return _joined(lines)


def _called(one: Attendee, book: Phrasebook) -> str:
    """How somebody is addressed: the Chinese name with the first title."""
    name = attendee_name(one, book)
    return name + attendee_title(one, book).partition("、")[0] if book.language == "zh" else name


def _cars(snapshot: MeetingSnapshot, one: Attendee, book: Phrasebook) -> Iterator[str]:
    for route in snapshot.routes:
        for vehicle in route.vehicles:
            if any(passenger.id == one.id for passenger in vehicle.passengers):
                yield _car(route, vehicle, book)


def _car(route: VisitRoute, vehicle: Vehicle, book: Phrasebook) -> str:
    """A线，1号车（示A·D1001），司机钱守诚，4月16日 13:30，云岭宾馆."""
    driver = _spaced(book.text(vehicle.driver), vehicle.driver_phone if book.unmasked else "")
    leaves = _spaced(format_day(route.day, book.language) if route.day else "", book.hours(route.departs_at, None))
    parts = (
        book.text(route.label),
        book.text(vehicle.label) + book.bracketed(vehicle.plate),
        book._("driver {name}", name=driver) if driver else "",
        book._("leaves {time}", time=leaves) if leaves else "",
        book.text(route.departs_from),
    )
    return book.clauses(parts)


def _when_and_where(snapshot: MeetingSnapshot, book: Phrasebook) -> tuple[str, str]:
    return (
        _labelled(book._("Time"), meeting_time(snapshot, book), book),
        _labelled(book._("Place"), frame.where(snapshot.meeting, book), book),
    )


def _contact(snapshot: MeetingSnapshot, book: Phrasebook) -> str:
    """The first of the staff, with the phone where numbers are wanted in full."""
    staff = (one for one in coming(snapshot.attendees) if one.category is AttendanceCategory.STAFF)
    for one in staff:
        phone = comer(one).phone if book.unmasked else ""
        return book.headed(book._("Contact"), _spaced(attendee_name(one, book), phone))
    return ""


def _labelled(label: str, text: str, book: Phrasebook) -> str:
    return book.headed(label, text) if text else ""


def _spaced(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(line for line in lines if line)
