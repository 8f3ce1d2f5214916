"""How a list of people is divided: by side, by unit, or in one row by rank."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from exporters.documents.delegations import Delegation, delegation_label, delegation_words, delegations
from exporters.documents.people_words import people_count
from exporters.documents.phrasebook import Phrasebook
from exporters.documents.post_words import list_unit
from exporters.options import ExportOptions
from models.codes import OrganizationKind
from models.errors import KnownError
from models.rules.ranks import Ladders, Rung, ladders_of
from models.snapshots.shapes import Attendee, AttendeeGroup, MeetingSnapshot, OpenPlace, Organization


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a list under its heading; without one it follows what is above."""

    heading: str
    attendees: tuple[Attendee, ...] = ()
    groups: tuple[AttendeeGroup, ...] = ()
    unnamed_units: tuple[Organization, ...] = ()
    open_places: tuple[OpenPlace, ...] = ()


def parts(snapshot: MeetingSnapshot, options: ExportOptions, book: Phrasebook, *, counted: bool) -> tuple[Part, ...]:
    """The parts of the list as `options.grouping` wants them, guests before hosts; nothing where nobody comes.

    `counted`: headings say how many people they stand over. KnownError: unknown_grouping.
    """
    divide = GROUPINGS.get(options.grouping or "side")
    if divide is None:
        raise KnownError("unknown_grouping", grouping=options.grouping, known=", ".join(GROUPINGS))
    return divide(delegations(snapshot), _Manner(book, counted, snapshot.rungs))


@dataclass(frozen=True, slots=True)
class _Manner:
    """How the parts are told, and by which ranks."""

    book: Phrasebook
    counted: bool
    rungs: tuple[Rung, ...]


def _by_side(sides: Sequence[Delegation], manner: _Manner) -> tuple[Part, ...]:
    return tuple(
        Part(_side_words(one, manner), one.attendees, one.groups, one.unnamed_units, one.open_places) for one in sides
    )


def _side_words(one: Delegation, manner: _Manner) -> str:
    return delegation_words(one, manner.book) if manner.counted else delegation_label(one.side, manner.book)


def _by_unit(sides: Sequence[Delegation], manner: _Manner) -> tuple[Part, ...]:
    """Units in the order in which their first people are listed; those who name none come last."""
    book = manner.book
    found: dict[str, _Unit] = {}
    for side in sides:
        for one in side.attendees:
            found.setdefault(list_unit(one, book), _Unit()).attendees.append(one)
        for place in side.open_places:
            found.setdefault(book.text(place.unit), _Unit()).open_places.append(place)
        for group in side.groups:
            unit = book.text(group.organization.name) if group.organization else ""
            found.setdefault(unit, _Unit()).groups.append(group)
        for organization in side.unnamed_units:
            found.setdefault(book.text(organization.name), _Unit())
    rest = found.pop("", None)
    named = tuple(_unit_part(unit, one, manner) for unit, one in found.items())
    return (*named, _unit_part(book._("Others"), rest, manner)) if rest else named


@dataclass(slots=True)
class _Unit:
    """Those of one unit, as they are found."""

    attendees: list[Attendee] = field(default_factory=list)
    groups: list[AttendeeGroup] = field(default_factory=list)
    open_places: list[OpenPlace] = field(default_factory=list)


def _unit_part(heading: str, one: _Unit, manner: _Manner) -> Part:
    """A unit with its number of people, where all of them are named."""
    if manner.counted and one.attendees and not one.groups and not one.open_places:
        heading += manner.book.bracketed(people_count(manner.book, len(one.attendees)))
    return Part(heading, tuple(one.attendees), tuple(one.groups), (), tuple(one.open_places))


def _by_rank(sides: Sequence[Delegation], manner: _Manner) -> tuple[Part, ...]:
    """One list without headings: the higher title first, in manual order where the table of ranks knows no more."""
    if not sides:
        return ()
    ladders = ladders_of(manner.rungs)
    attendees = sorted((one for side in sides for one in side.attendees), key=lambda one: _rank(one, ladders))
    return (
        Part(
            "",
            tuple(attendees),
            tuple(one for side in sides for one in side.groups),
            tuple(one for side in sides for one in side.unnamed_units),
            tuple(one for side in sides for one in side.open_places),
        ),
    )


def _rank(attendee: Attendee, ladders: Ladders) -> int:
    units = [post.organization for post in attendee.posts if post.organization]
    return ladders.rank(attendee.title.zh, units[0].kind if units else OrganizationKind.OTHER)


Divide = Callable[[Sequence[Delegation], _Manner], tuple[Part, ...]]
GROUPINGS: dict[str, Divide] = {"side": _by_side, "unit": _by_unit, "rank": _by_rank}
