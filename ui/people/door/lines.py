"""Who is to be ticked at the door, as lines: the missing first; while one types, those who match, the best first."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from exporters.documents.words import word
from models.codes import Reply
from models.rules.presence import is_here
from models.rules.search_text import folded, search_keys, typed_words
from models.snapshots.shapes import Attendee, MeetingSnapshot, Person
from resources.languages import translator
from ui.people.rows import PersonRow, keys_of
from ui.widgets.tick_list import TickLine

NEW = "new"  # the key of the line that takes somebody whom nobody announced
MISSING, DECLINED, HERE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Comer:
    """Somebody on the list, with all that they can be found by."""

    attendee: Attendee
    names: str
    keys: str


def comers(snapshot: MeetingSnapshot, known: dict[int, Comer]) -> tuple[Comer, ...]:
    """Everybody with a name; keys are made anew only for those who changed. `known` is filled."""
    for attendee in snapshot.attendees:
        found = known.get(attendee.id)
        if found is None or found.attendee != attendee:
            known[attendee.id] = _comer(attendee)
    return tuple(known[attendee.id] for attendee in snapshot.attendees)


def state_of(attendee: Attendee, awaited: Collection[int] = ()) -> int:
    """Missing, declined or here; those whose tick is being written are here."""
    if is_here(attendee) or attendee.id in awaited:
        return HERE
    return DECLINED if attendee.reply is Reply.DECLINED else MISSING


def door_lines(people: Sequence[Comer], typed: str, language: str, awaited: Collection[int] = ()) -> list[TickLine]:
    """All under three headings, or those who match what is typed and a line for somebody new."""
    if typed_words(typed):
        return _matching(people, typed, language, awaited)
    lines: list[TickLine] = []
    for state, heading in zip((MISSING, DECLINED, HERE), _headings(language), strict=True):
        own = [one.attendee for one in people if state_of(one.attendee, awaited) == state]
        if state == HERE:
            own.sort(key=_latest_first)
        if own:
            lines.append(TickLine(f"heading-{state}", heading, note=str(len(own)), ticked=None, heading=True))
        lines += [_line(one, state, language) for one in own]
    return lines


def called(person: Person, language: str) -> str:
    """The name in a language, or the other one where it is missing."""
    name = person.name
    return (name.en or name.zh) if language == "en" else (name.zh or name.en)


def comer_words(attendee: Attendee, language: str) -> str:
    """Who comes: 李四（代王明）, or simply the name."""
    own = called(attendee.person, language)
    if attendee.reply is not Reply.SUBSTITUTE or attendee.substitute is None:
        return own
    _ = translator(language).gettext
    return _("{substitute} (for {name})").format(substitute=called(attendee.substitute, language), name=own)


def place_words(attendee: Attendee, language: str) -> str:
    """Unit and title, as printed."""
    return " ".join(filter(None, (attendee.unit.pick(language), attendee.title.pick(language))))


def _comer(attendee: Attendee) -> Comer:
    people = [attendee.person, *([attendee.substitute] if attendee.substitute else [])]
    texts = [text for person in people for text in (person.name.zh, person.name.en, *person.aliases) if text]
    names = " ".join(search_keys(text) for text in texts)
    row = PersonRow(attendee.id, "", attendee.unit, attendee=attendee)
    return Comer(attendee, names, f"{names} {keys_of(row)}")


def _matching(people: Sequence[Comer], typed: str, language: str, awaited: Collection[int]) -> list[TickLine]:
    words, start = typed_words(typed), folded(typed)
    found = []
    for place, one in enumerate(people):
        if all(word in one.keys for word in words):
            exact, begins = f" {start} " in f" {one.names} ", f" {start}" in f" {one.names}"
            state = state_of(one.attendee, awaited)
            found.append(((not exact, not begins, start not in one.names, state, place), one.attendee, state))
    found.sort(key=lambda entry: entry[0])
    _ = translator(language).gettext
    new = TickLine(NEW, _("New: “{text}”").format(text=typed.strip()), _("came unannounced"), ticked=None)
    return [*(_line(attendee, state, language) for _key, attendee, state in found), new]


def _line(attendee: Attendee, state: int, language: str) -> TickLine:
    note, shade = "", "ink_soft"
    if attendee.signed_in_at is not None:
        note, shade = f"{attendee.signed_in_at:%H:%M}", "good"
        if attendee.reply is Reply.WALK_IN:
            note = f"{word(attendee.reply, language)} · {note}"
    elif state == DECLINED:
        note, shade = word(attendee.reply, language), "bad"
    words, detail = comer_words(attendee, language), place_words(attendee, language)
    return TickLine(str(attendee.id), words, detail, note, shade, state == HERE)


def _latest_first(attendee: Attendee) -> tuple[bool, float]:
    """A tick that is being written is the latest of all."""
    at = attendee.signed_in_at
    return at is not None, -at.timestamp() if at else 0.0


def _headings(language: str) -> tuple[str, str, str]:
    _ = translator(language).gettext
    return _("Not here yet"), _("Declined"), _("Here")
