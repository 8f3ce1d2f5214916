"""What is known in Chinese only: English papers would fall back to pinyin, or to the Chinese."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Finding, notice, warning
from models.codes import AgreementLanguage
from models.rules import person_names
from models.snapshots.shapes import Agreement, Attendee, Bilingual, Clause, MeetingSnapshot, PersonName

BEGINNING = 12  # characters by which a clause without a name is known


def check_english(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """The meeting, people, units, agenda, stops, plaques and agreements; of a meeting whose papers are Chinese alone,
    no more than the agreements that are signed in English.
    """
    if not snapshot.meeting.needs_english:
        for agreement in snapshot.agreements:
            if agreement.language is not AgreementLanguage.ZH:
                yield from _agreement(agreement)
        return
    yield from _lacking("meeting_without_english", "meeting", snapshot.meeting.title)
    yield from _lacking("venue_without_english", "meeting", snapshot.meeting.venue)
    for attendee in snapshot.attendees:
        yield from _attendee(attendee)
    for unit in snapshot.all_organizations:
        yield from _lacking("unit_without_english", f"organizations/{unit.id}", unit.name)
    for group in snapshot.groups:
        yield from _lacking("group_without_english", f"groups/{group.id}", group.label)
    for item in snapshot.agenda:
        yield from _lacking("item_without_english", f"agenda/{item.id}", item.title)
    for route in snapshot.routes:
        for stop in route.stops:
            yield from _lacking("stop_without_english", f"routes/{route.id}/stops/{stop.id}", stop.place)
    for plaque in snapshot.plaques:
        yield from _lacking("plaque_without_english", f"plaques/{plaque.id}", plaque.text)
    for agreement in snapshot.agreements:
        yield from _agreement(agreement)


def _lacking(code: str, place: str, text: Bilingual) -> Iterator[Finding]:
    if text.lacks("en"):
        yield warning(code, place, text=text.zh)


def _attendee(attendee: Attendee) -> Iterator[Finding]:
    place = f"people/{attendee.id}"
    yield from _name(attendee.person.name, place)
    yield from _lacking("title_without_english", place, attendee.title)


def _name(name: PersonName, place: str) -> Iterator[Finding]:
    """A proposed spelling is to be confirmed; a name that pinyin must not spell has none at all."""
    if not name.en_proposed:
        return
    if name.en == name.zh:
        yield warning("name_without_english", place, person=name.zh)
        return
    yield notice("name_in_pinyin", place, person=name.zh, proposed=name.en)
    other = person_names.other_reading(person_names.family_name_of(name.zh))
    if other:
        yield notice("surname_read_otherwise", place, person=name.zh, proposed=name.en, other=other)


def _agreement(agreement: Agreement) -> Iterator[Finding]:
    """A Chinese agreement needs no English; where it is to be printed in English, its clauses do."""
    place = f"agreements/{agreement.key}"
    yield from _lacking("agreement_without_english", place, agreement.title)
    if agreement.language is not AgreementLanguage.ZH:
        yield from _clauses(agreement.clauses, place)


def called(clause: Clause) -> str:
    """What a clause is called in a sentence: its heading, its key, or how it begins."""
    words = " ".join(clause.body.pick("zh").split())
    return clause.heading.pick("zh") or clause.key or (f"{words[:BEGINNING]}…" if len(words) > BEGINNING else words)


def _clauses(clauses: tuple[Clause, ...], above: str) -> Iterator[Finding]:
    for clause in clauses:
        place = f"{above}/clauses/{clause.key or clause.id}"
        if clause.heading.lacks("en") or clause.body.lacks("en"):
            yield warning("clause_without_english", place, clause=called(clause))
        yield from _clauses(clause.children, place)
