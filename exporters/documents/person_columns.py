"""The columns that a list of people may have: what each is called, how wide it is, what it says of somebody."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from exporters.blocks import Align, Cell, Column, Row
from exporters.documents.people_words import attendee_name, attendee_title, comer, substitution
from exporters.documents.phrasebook import Phrasebook
from exporters.documents.post_words import list_unit
from models.errors import KnownError
from models.snapshots.shapes import EMPTY, Attendee, Bilingual, MeetingSnapshot, OwnColumn

GENDERS = ("male", "female")  # as they are stored


def N_(message: str) -> str:
    """Mark a heading for the catalogs; `columns` translates it."""
    return message


@dataclass(frozen=True, slots=True)
class PersonColumn:
    """A column: its heading (a message, or a label of the meeting's own), its width in characters, and its words."""

    heading: str
    width: float
    words: Callable[[Attendee, Phrasebook], str]
    align: Align = "left"
    name: bool = False  # kept on one line where it fits
    label: Bilingual = EMPTY


def gender_words(gender: str, book: Phrasebook) -> str:
    """男 / Male; what is neither stays as it was written."""
    return {"male": book._("Male"), "female": book._("Female")}.get(gender, gender)


def remarks_words(attendee: Attendee, book: Phrasebook) -> str:
    """Whom somebody stands in for, and what the office has remarked."""
    return book.opened(book.sentences((substitution(attendee, book), book.remarks(attendee.remarks))))


def _other_name(attendee: Attendee, book: Phrasebook) -> str:
    """The name in the other language, where there is one."""
    name = comer(attendee).name
    return (name.en if book.language == "zh" else name.zh) if name.zh and name.en else ""


def _moment(text: str, book: Phrasebook) -> str:
    """4月15日15:10 / 15 April 15:10: the year is that of the meeting. Words from a slip stay as they are."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    day, year = book.day(moment.date()), f"{moment:%Y}"
    short = day.removeprefix(f"{year}年").removesuffix(f" {year}")
    gap = "" if book.language == "zh" else " "
    return short + (f"{gap}{moment:%H:%M}" if "T" in text else "")


PERSON_COLUMNS: Mapping[str, PersonColumn] = {
    "number": PersonColumn(N_("No."), 4, lambda _one, _book: "", "center"),  # counted by the list
    "name": PersonColumn(N_("Name"), 7, lambda one, book: attendee_name(one, book, spaced=True), "center", name=True),
    "other_name": PersonColumn(N_("Name in the other language"), 8, _other_name, "center", name=True),
    "unit": PersonColumn(N_("Organization"), 16, list_unit, name=True),
    "title": PersonColumn(N_("Position"), 14, attendee_title),
    "gender": PersonColumn(N_("Gender"), 3, lambda one, book: gender_words(comer(one).gender, book), "center"),
    "ethnicity": PersonColumn(N_("Ethnic group"), 4, lambda one, _book: comer(one).ethnicity, "center"),
    "phone": PersonColumn(N_("Mobile phone"), 8, lambda one, book: book.phone(comer(one).phone), "center", name=True),
    "phone_2": PersonColumn(
        N_("Second phone"), 8, lambda one, book: book.phone(comer(one).phone_2), "center", name=True
    ),
    "email": PersonColumn(N_("E-mail"), 12, lambda one, book: book.email(comer(one).email)),
    "id_number": PersonColumn(
        N_("Identity number"), 11, lambda one, book: book.identity_number(comer(one).identity_number), name=True
    ),
    "category": PersonColumn(N_("Attends as"), 6, lambda one, book: book.word(one.category), "center"),
    "reply": PersonColumn(N_("Reply"), 6, lambda one, book: book.word(one.reply), "center"),
    "arrival": PersonColumn(N_("Arrival time"), 8, lambda one, book: _moment(one.arrival, book), name=True),
    "arrival_trip": PersonColumn(N_("Arrival by"), 7, lambda one, _book: one.arrival_trip),
    "departure": PersonColumn(N_("Departure time"), 8, lambda one, book: _moment(one.departure, book), name=True),
    "departure_trip": PersonColumn(N_("Leaves by"), 7, lambda one, _book: one.departure_trip),
    "lodging": PersonColumn(N_("Needs a room"), 4, lambda one, book: book.yes_or_no(one.needs_room), "center"),
    "room": PersonColumn(N_("Room"), 5, lambda one, _book: one.room, "center"),
    "roommate": PersonColumn(N_("Shares with"), 7, lambda one, _book: one.roommate, "center", name=True),
    "meals": PersonColumn(N_("Meals"), 8, lambda one, _book: one.meals),
    "diet": PersonColumn(N_("Diet"), 6, lambda one, _book: comer(one).diet),
    "table_number": PersonColumn(N_("Table No."), 4, lambda one, _book: one.table_number, "center"),
    "vehicle": PersonColumn(N_("Own car"), 7, lambda one, _book: one.own_vehicle, "center", name=True),
    "remarks": PersonColumn(N_("Remarks"), 10, remarks_words),
}


Known = Mapping[str, PersonColumn]
FREE_WORDS = frozenset({"arrival_trip", "departure_trip", "roommate", "meals", "diet", "remarks"})  # may name a number
OWN = "own_"  # own_1, own_2 …: the columns that a meeting adds to its list, in their order
_OWN_WIDTH = 8.0
_OWN_KEY = re.compile(OWN + r"([1-9]|10)")


def columns_of(snapshot: MeetingSnapshot) -> Known:
    """All columns that a list of this meeting's people may have, its own ones last."""
    own = {f"{OWN}{place}": _own(column) for place, column in enumerate(snapshot.own_columns, start=1)}
    return {**PERSON_COLUMNS, **own}


def _own(column: OwnColumn) -> PersonColumn:
    def words(attendee: Attendee, _book: Phrasebook) -> str:
        return next((value.text for value in attendee.own if value.column_id == column.id), "")

    return PersonColumn("", _OWN_WIDTH, words, label=column.label)


def checked(keys: Sequence[str], known: Known = PERSON_COLUMNS) -> tuple[str, ...]:
    """The keys, each once. A column of another meeting's own is left out. KnownError: unknown_column."""
    for key in keys:
        if key not in known and not _OWN_KEY.fullmatch(key):
            raise KnownError("unknown_column", column=key, known=", ".join(known))
    return tuple(dict.fromkeys(key for key in keys if key in known))


def columns(keys: Sequence[str], book: Phrasebook, known: Known = PERSON_COLUMNS) -> tuple[Column, ...]:
    """The columns with their headings in the language of the paper."""
    shown = ((key, known[key]) for key in keys)
    return tuple(Column(key, _heading(one, book), one.width, one.align) for key, one in shown)


def _heading(column: PersonColumn, book: Phrasebook) -> str:
    return book.text(column.label) if column.label else book._(column.heading)


def person_row(
    keys: Sequence[str], number: int, attendee: Attendee, book: Phrasebook, known: Known = PERSON_COLUMNS
) -> Row:
    """A row about somebody, with a number of the list."""
    return Row(tuple(_cell(key, number, attendee, book, known) for key in keys))


def told_row(keys: Sequence[str], told: Mapping[str, str]) -> Row:
    """A row about something else, which fills only the columns named."""
    return Row(tuple(Cell(told.get(key, "")) for key in keys))


def _cell(key: str, number: int, attendee: Attendee, book: Phrasebook, known: Known) -> Cell:
    if key == "number":
        return Cell(str(number), number)
    column = known[key]
    words = column.words(attendee, book)
    if words and (key in FREE_WORDS or key.startswith(OWN)):
        words = book.free_words(words)
    return Cell(words, name=column.name)
