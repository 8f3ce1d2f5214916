"""Where something about a paper is mended: the room of a paper, the record behind a notice or a refusal."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from models.errors import KnownError
    from models.snapshots.shapes import MeetingSnapshot
    from ui.export_worker import Noted

# The room where the material of each paper is entered.
ROOMS: Mapping[str, str] = {
    "signing-set": "agreements",
    "agreement": "agreements",
    "signature-pages": "agreements",
    "agenda": "agenda",
    "handbook": "agenda",
    "schedule": "agenda",
    "attendees": "people",
    "sign-in": "people",
    "reply-slip": "people",
    "contacts": "people",
    "logistics": "people",
    "table-cards": "people",
    "badges": "people",
    "proof-sheet": "people",
    "invitation": "meeting",
    "itinerary": "visits",
    "ledger": "agreements",
    "register": "agreements",
    "comparison": "agreements",
    "fact-sheet": "overview",
}


def place_of_paper(document: str, agreement_key: str | None = None) -> str:
    """Where what a paper says is entered."""
    room = ROOMS.get(document, "overview")
    return f"agreements/{agreement_key}" if agreement_key and room == "agreements" else room


def place_of_notice(noted: Noted, snapshot: MeetingSnapshot) -> str:
    """Where a notice leads; nothing for one about this computer's fonts."""
    if noted.notice.code in ("fallback_font", "font_skipped"):
        return ""
    title = dict(noted.notice.values).get("agreement", "")
    named = _agreement_place(title, snapshot)
    document, _slash, key = noted.paper.partition("/")
    return named or place_of_paper(document, key or None)


def place_of_refusal(error: KnownError, snapshot: MeetingSnapshot) -> str:
    """Where what a refused paper lacks is entered; nothing where no room can help."""
    values = error.values
    if error.code == "english_missing":
        return _place_of_text(str(values.get("text", "")), snapshot)
    if error.code == "no_material":
        return place_of_paper(str(values.get("document", "")))
    return _agreement_place(str(values.get("agreement", "")), snapshot)


def _agreement_place(named: str, snapshot: MeetingSnapshot) -> str:
    found = (one for one in snapshot.agreements if named and named in (one.key, one.title.zh, one.title.en))
    return next((f"agreements/{one.key}" for one in found), "")


def _place_of_text(text: str, snapshot: MeetingSnapshot) -> str:
    """The record that holds a Chinese text without its English."""
    for place, record in _records(snapshot):
        if any(zh == text and not en for zh, en in _texts(record)):
            return place
    return ""


def _records(snapshot: MeetingSnapshot) -> Iterator[tuple[str, Any]]:
    yield from ((f"people/{one.id}", one) for one in snapshot.attendees)
    yield from ((f"groups/{one.id}", one) for one in snapshot.groups)
    yield from ((f"agenda/{one.id}", (one.title, one.detail, one.place, one.materials)) for one in snapshot.agenda)
    yield from ((f"routes/{one.id}", one) for one in snapshot.routes)
    yield from ((f"agreements/{one.key}", one) for one in snapshot.agreements)
    yield from ((f"sides/{one.id}", one) for one in snapshot.sides)
    yield from ((f"organizations/{one.organization.id}", one) for one in snapshot.organizations)
    yield from ((f"cooperations/{one.id}", one) for one in snapshot.cooperations)
    yield "meeting", snapshot.meeting


def _texts(value: object) -> Iterator[tuple[str, str]]:
    """Every text in two languages below a value; anything with both, so that nothing need be imported to look."""
    if isinstance(value, tuple):
        for item in value:
            yield from _texts(item)
    elif is_dataclass(value):
        zh, en = getattr(value, "zh", None), getattr(value, "en", None)
        if isinstance(zh, str) and isinstance(en, str):
            yield zh, en
            return
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
