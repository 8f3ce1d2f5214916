"""Every text of a snapshot with its place, each shape visited where it belongs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum

from models.snapshots.shapes import (
    Agreement,
    Attendee,
    AttendeeGroup,
    Bilingual,
    Clause,
    MeetingSnapshot,
    Organization,
    Revision,
)

# They are visited under their own family; a revision's text was checked when it was frozen.
_ELSEWHERE = (Organization, Attendee, AttendeeGroup, Revision)


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the snapshot: where it stands, in which field of which shape, and itself."""

    place: str
    field: str
    text: str


def texts_of(snapshot: MeetingSnapshot) -> Iterator[Text]:
    """All texts that are not empty."""
    yield from _walk(snapshot.meeting, "meeting")
    families = {
        "organizations": snapshot.all_organizations,
        "roles": snapshot.organizations,
        "sides": snapshot.sides,
        "people": snapshot.attendees,
        "groups": snapshot.groups,
        "agenda": snapshot.agenda,
        "routes": snapshot.routes,
        "cooperations": snapshot.cooperations,
        "bases": snapshot.bases,
        "batches": snapshot.batches,
        "agreements": snapshot.agreements,
        "plaques": snapshot.plaques,
        "rounds": snapshot.rounds,
        "seat_plans": snapshot.seat_plans,
        "cue_lines": snapshot.cue_lines,
        "facts": snapshot.facts,
        "sources": snapshot.sources,
        "photos": snapshot.photos,
        "readings": snapshot.readings,
    }
    for family, shapes in families.items():
        for number, shape in enumerate(shapes, 1):
            yield from _walk(shape, f"{family}/{_key(shape, number)}")


def _walk(shape: object, place: str) -> Iterator[Text]:
    if not is_dataclass(shape):
        return
    for field in fields(shape):
        yield from _values(getattr(shape, field.name), place, field.name)


def _values(value: object, place: str, name: str) -> Iterator[Text]:
    if isinstance(value, str) and not isinstance(value, Enum):
        if value:
            yield Text(place, name, value)
    elif isinstance(value, Bilingual):
        yield from (Text(place, name, text) for text in (value.zh, value.en) if text)
    elif isinstance(value, tuple):
        for number, item in enumerate(value, 1):
            below = f"{place}/{_folder(item, name)}/{_key(item, number)}" if is_dataclass(item) else place
            if isinstance(item, Bilingual):
                below = place
            yield from _values(item, below, name)
    elif not isinstance(value, _ELSEWHERE):
        yield from _walk(value, place)


def _folder(item: object, name: str) -> str:
    """Sub-clauses lie among the clauses."""
    return "clauses" if isinstance(item, Clause) else name


def _key(shape: object, number: int) -> str:
    """What tells a shape from its neighbors: key, id, or place in the list."""
    if isinstance(shape, Agreement | Clause) and shape.key:
        return shape.key
    return str(getattr(shape, "id", number))
