"""People: the same name twice, the same person twice, places for somebody not named yet."""

from __future__ import annotations

from collections.abc import Iterator

from models.checks.finding import Finding, notice, said, warning
from models.snapshots.shapes import Attendee, MeetingSnapshot


def check_people(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """Doubles in the list of attendees, and places in it that nobody has."""
    yield from _listed_twice(snapshot.attendees)
    yield from _same_names(snapshot.attendees)
    for number, place in enumerate(snapshot.open_places, start=1):
        said = " ".join(part for part in (place.unit.pick("zh"), place.title.pick("zh")) if part)
        yield warning("attendee_not_named", f"people/{place.id}", what=said or str(number))


def _listed_twice(attendees: tuple[Attendee, ...]) -> Iterator[Finding]:
    seen: set[int] = set()
    for attendee in attendees:
        if attendee.person.id in seen:
            yield warning("person_listed_twice", f"people/{attendee.id}", person=said(attendee.person.name))
        seen.add(attendee.person.id)


def _same_names(attendees: tuple[Attendee, ...]) -> Iterator[Finding]:
    """Two people of one name: cards and seats must tell them apart by unit."""
    named: dict[str, Attendee] = {}
    for attendee in attendees:
        name = said(attendee.person.name)
        first = named.setdefault(name, attendee)
        if first.person.id != attendee.person.id:
            units = {"unit": said(attendee.unit), "other_unit": said(first.unit)}
            yield notice("same_name", f"people/{attendee.id}", person=name, **units)
