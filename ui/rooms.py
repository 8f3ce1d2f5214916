"""The rooms by key, each made when it is first opened; and which room a place belongs to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache
from importlib import import_module
from importlib.util import find_spec

from ui.room import Room


def N_(message: str) -> str:
    """Mark a message; it is translated where it is shown."""
    return message


# In the order of the work: key, name, icon.
ALL_ROOMS = (
    ("overview", N_("Overview"), "layout-dashboard"),
    ("people", N_("People"), "users"),
    ("agenda", N_("Agenda"), "list-ordered"),
    ("visits", N_("Visits"), "map-pin"),
    ("agreements", N_("Agreements"), "file-pen-line"),
    ("ceremony", N_("Ceremony"), "award"),
    ("papers", N_("Papers"), "printer"),
    ("ledger", N_("Ledger"), "book-open"),
)
MEETING = "meeting"  # the page of the meeting's own details: opened from the meeting card, not from the rail

CLASSES = {
    "overview": "ui.overview.room:OverviewRoom",
    "people": "ui.people.room:PeopleRoom",
    "agenda": "ui.agenda.room:AgendaRoom",
    "visits": "ui.visits.room:VisitsRoom",
    "agreements": "ui.agreements.room:AgreementsRoom",
    "ceremony": "ui.ceremony.room:CeremonyRoom",
    "papers": "ui.papers.room:PapersRoom",
    "ledger": "ui.ledger.room:LedgerRoom",
    MEETING: "ui.meetings.details_room:MeetingRoom",
}

IMPORT_SLIPS = "people/import"  # the place that begins an import, or goes on with one
DOOR, PROOF = "people/door", "people/proof"  # the places that open those pages

# The first part of a place that is not the key of its room.
HELD_BY = {
    "groups": "people",
    "organizations": "overview",
    "sides": MEETING,
    "roles": MEETING,
    "facts": "overview",
    "sources": "overview",
    "photos": "overview",
    "readings": "overview",
    "routes": "visits",
    "batches": "agreements",
    "plaques": "ceremony",
    "rounds": "ceremony",
    "seat_plans": "ceremony",
    "cue_lines": "ceremony",
    "cooperations": "ledger",
    "bases": "ledger",
}

# The stored tables whose rows are seen in a room.
SHOWS = {
    "people": frozenset({"attendance", "attendance_appointment", "attendee_group", "person", "person_alias"})
    | {"appointment", "organization", "organization_alias"},
    "agenda": frozenset({"agenda_item", "agenda_presenter"}),
    "visits": frozenset({"visit_route", "visit_stop", "vehicle", "passenger", "route_member"}),
    "agreements": frozenset({"agreement", "agreement_batch", "agreement_party", "agreement_area", "agreement_variable"})
    | {"clause", "attachment", "revision", "checklist_item", "approval", "seal_use", "template"},
    "ceremony": frozenset({"signing_round", "round_agreement", "round_person", "plaque_award", "seat_plan", "seat"})
    | {"cue_line"},
    "ledger": frozenset({"cooperation", "cooperation_responsible", "base", "follow_up", "outcome"}),
    MEETING: frozenset({"meeting", "meeting_organization", "side", "side_unit"}),
}


@cache
def is_built(key: str) -> bool:
    """Whether the program has this room."""
    module = CLASSES.get(key, "").partition(":")[0]
    try:
        return bool(module) and find_spec(module) is not None
    except ModuleNotFoundError:  # not even its folder
        return False


def room_of(place: str) -> str:
    """The key of the room that holds a place ("routes/3/stops/1"); empty where no room does."""
    first = place.partition("/")[0]
    key = HELD_BY.get(first, first)
    return key if is_built(key) else ""


def counts_by_room(places: Iterable[str]) -> dict[str, int]:
    """How many places each room holds."""
    return dict(Counter(filter(None, map(room_of, places))))


ROOMS = tuple(room for room in ALL_ROOMS if is_built(room[0]))


class Rooms:
    """`rooms["people"]` makes the people room the first time, and hands it to `made` before anybody sees it."""

    def __init__(self, made: Callable[[Room], None]) -> None:
        self._made = made
        self._rooms: dict[str, Room] = {}

    def __getitem__(self, key: str) -> Room:
        if key not in self._rooms:
            module, _, name = CLASSES[key].partition(":")
            room = getattr(import_module(module), name)()
            self._rooms[key] = room
            self._made(room)
        return self._rooms[key]

    def __contains__(self, key: object) -> bool:
        return key in self._rooms

    def open_keys(self) -> tuple[str, ...]:
        """The keys of the rooms made so far."""
        return tuple(self._rooms)

    def open_ones(self) -> tuple[Room, ...]:
        """The rooms made so far."""
        return tuple(self._rooms.values())


def import_rooms(keys: Iterable[str]) -> None:
    """Import what rooms need, in a thread, so that opening one does not stop the window."""
    for key in filter(is_built, keys):
        with suppress(ImportError):  # told when the room is opened: the other rooms can be worked in
            import_module(CLASSES[key].partition(":")[0])
