"""Who comes, side by side: named people, those to be named, unnamed groups, units of which nobody is named."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from exporters.documents.people_words import coming, people_count
from exporters.documents.phrasebook import Phrasebook
from models.snapshots.shapes import Attendee, AttendeeGroup, MeetingSnapshot, OpenPlace, Organization, Side


@dataclass(frozen=True, slots=True)
class Delegation:
    """One side as it is listed; `side` is None for those who belong to no side."""

    side: Side | None
    attendees: tuple[Attendee, ...]
    groups: tuple[AttendeeGroup, ...]
    unnamed_units: tuple[Organization, ...]
    open_places: tuple[OpenPlace, ...] = ()


def delegations(snapshot: MeetingSnapshot) -> tuple[Delegation, ...]:
    """Guests before hosts, then those without a side; sides of which nothing is known are left out."""
    guests_first = sorted(snapshot.sides, key=lambda side: side.is_host)
    found = [_delegation(snapshot, side) for side in (*guests_first, None)]
    return tuple(one for one in found if one.attendees or one.groups or one.unnamed_units or one.open_places)


def delegation_label(side: Side | None, book: Phrasebook) -> str:
    """What a side is called."""
    return (book.text(side.label) or book.word(side.kind)) if side else book._("Others")


def delegation_words(one: Delegation, book: Phrasebook) -> str:
    """The side with its head count: 校方（9人，列名1人） / University (9 people, 1 named)."""
    return delegation_label(one.side, book) + book.bracketed(_head_count(one, book))


def _head_count(one: Delegation, book: Phrasebook) -> str:
    """The stated number and the named; the named alone are the number only where nobody else is listed."""
    named = len(one.attendees)
    stated = one.side.stated_headcount if one.side else None
    some_named = book.n_("{count} named", "{count} named", named) if named else ""
    if one.side and stated is not None:
        total = people_count(book, stated, one.side.headcount_qualifier)
        return total if stated == named else book.clauses((total, some_named))
    if one.groups or one.unnamed_units or one.open_places:
        return some_named
    return people_count(book, named)


def _delegation(snapshot: MeetingSnapshot, side: Side | None) -> Delegation:
    sides = {one.id for one in snapshot.sides}
    attendees = tuple(one for one in coming(snapshot.attendees) if _belongs(one.side_id, side, sides))
    groups = tuple(one for one in snapshot.groups if _belongs(one.side_id, side, sides))
    invited = tuple(one for one in snapshot.attendees if _belongs(one.side_id, side, sides))
    named = set(_named_units(snapshot, invited, groups))
    unnamed = [unit for unit in (side.units if side else ()) if not _is_named(unit, named, invited, groups)]
    others = [unit for unit in unnamed if side and unit.name != side.label]
    places = tuple(one for one in snapshot.open_places if _belongs(one.side_id, side, sides))
    alone = not (
        attendees or groups or others or places
    )  # then even the unit after which the side is called is worth a line
    return Delegation(side, attendees, groups, tuple(unnamed if alone else others), places)


def _belongs(side_id: int | None, side: Side | None, sides: Collection[int]) -> bool:
    return side_id == side.id if side else side_id not in sides


def _named_units(
    snapshot: MeetingSnapshot, attendees: Collection[Attendee], groups: Collection[AttendeeGroup]
) -> Iterator[int]:
    """The ids of all units that somebody invited belongs to, with the units above them."""
    parents = {unit.id: unit.parent_id for unit in snapshot.all_organizations}
    start = {attendee.organization_id for attendee in attendees}
    start |= {post.organization.id for attendee in attendees for post in attendee.posts if post.organization}
    start |= {group.organization.id for group in groups if group.organization}
    for unit_id in start:
        above = unit_id
        seen: set[int] = set()
        while above is not None and above not in seen:
            seen.add(above)
            yield above
            above = parents.get(above)


def _is_named(
    unit: Organization, named: Collection[int], attendees: Collection[Attendee], groups: Collection[AttendeeGroup]
) -> bool:
    names = [name for name in (unit.name.zh, unit.short_name.zh, unit.name.en, *unit.aliases) if name]
    texts = [
        text for words in (*(a.unit for a in attendees), *(g.label for g in groups)) for text in (words.zh, words.en)
    ]
    return unit.id in named or any(name in text for name in names for text in texts)
