"""Texts to be pasted into WeChat: to chase a unit's reply slip, to tell somebody their car, room and seat.

A text goes to one unit or one person and is sent by hand. Phone numbers stand in it only where they were asked for in
full: masked ones help nobody there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from exporters.documents import frame
from exporters.documents.invitation_program import meeting_time, reporting
from exporters.documents.people_words import attendee_name, attendee_title, comer, coming
from exporters.documents.phrasebook import Phrasebook
from exporters.documents.post_words import list_unit
from exporters.documents.seats import seat_codes
from models.codes import AttendanceCategory, Reply
from models.snapshots.shapes import Attendee, MeetingSnapshot, Vehicle, VisitRoute

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


def _chasing(
    snapshot: MeetingSnapshot, unit: str, names: Sequence[str], reply_by: date | None, book: Phrasebook
) -> str:
    meeting = snapshot.meeting
    greeting = book._("Hello, {unit}!", unit=unit) if unit else book._("Hello!")
    about = book._("This is about: {title}", title=book.text(meeting.title))
    missing = book._("We do not have the reply slip of: {names}", names=book.join(names))
    day = book.day(reply_by)
    wish = book._("Please send it by {day}. Thank you!", day=day) if day else book._("Please send it soon. Thank you!")
    when = book.headed(book._("Time"), meeting_time(snapshot, book))
    where = book.headed(book._("Place"), frame.where(meeting, book))
    told = (greeting, about, *_known(when, book._("Time")), *_known(where, book._("Place")), missing, wish)
    return "\n".join((*told, *_contact(snapshot, book)))


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
        book.headed(book._("Arrival"), " ".join(part for part in (one.arrival, one.arrival_trip) if part)),
        *_cars(snapshot, one, book),
        book.headed(book._("Room"), one.room),
        book.headed(book._("Table No."), one.table_number),
        book.headed(book._("Seat"), seat),
        book.headed(book._("Return"), " ".join(part for part in (one.departure, one.departure_trip) if part)),
    )
    labels = {book._(word) for word in ("Arrival", "Room", "Table No.", "Seat", "Return")}
    arranged = [line for line in own if line and line not in labels]
    if not arranged:
        return ""
    meeting = snapshot.meeting
    name = attendee_name(one, book)
    title = attendee_title(one, book).partition("、")[0] if book.language == "zh" else ""
    general = (
        book._("Your arrangements for: {title}", title=book.text(meeting.title)),
        *_known(book.headed(book._("Time"), meeting_time(snapshot, book)), book._("Time")),
        *_known(book.headed(book._("Place"), frame.where(meeting, book)), book._("Place")),
        *reporting(snapshot, book),
    )
    return "\n".join((book._("Hello, {name}!", name=name + title), *general, *arranged, *_contact(snapshot, book)))


def _cars(snapshot: MeetingSnapshot, one: Attendee, book: Phrasebook) -> Iterator[str]:
    """Each car somebody rides in; who drives their own needs none."""
    for route in snapshot.routes:
        for vehicle in route.vehicles:
            if any(passenger.id == one.id for passenger in vehicle.passengers):
                yield book.headed(book._("Car"), _car(route, vehicle, book))


def _car(route: VisitRoute, vehicle: Vehicle, book: Phrasebook) -> str:
    """1号车（示A·D1001），司机钱守诚，13:20出发，云岭宾馆."""
    driver = book.text(vehicle.driver)
    phone = vehicle.driver_phone if book.unmasked else ""
    parts = (
        book.text(vehicle.label) + book.bracketed(vehicle.plate),
        book._("driver {name}", name=" ".join(part for part in (driver, phone) if part)) if driver else "",
        book._("leaves at {time}", time=book.hours(route.departs_at, None)) if route.departs_at else "",
        book.text(route.departs_from),
    )
    return book.clauses((book.text(route.label), *parts))


def _contact(snapshot: MeetingSnapshot, book: Phrasebook) -> Iterator[str]:
    """The first of the staff, with the phone where numbers are wanted in full."""
    for one in coming(snapshot.attendees):
        if one.category is AttendanceCategory.STAFF:
            phone = comer(one).phone if book.unmasked else ""
            words = " ".join(part for part in (attendee_name(one, book), phone) if part)
            yield book.headed(book._("Contact"), words)
            return


def _known(line: str, label: str) -> Iterator[str]:
    if line and line != label:
        yield line
