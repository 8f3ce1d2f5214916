"""From a place that a finding or the search names to the room where it is mended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Protocol

# The first word of a place ("people/12/title_zh") where it is not the room itself.
ROOM_OF: Mapping[str, str] = {
    "groups": "people",
    "routes": "visits",
    "batches": "agreements",
    "plaques": "ceremony",
    "rounds": "ceremony",
    "seat_plans": "ceremony",
    "cue_lines": "ceremony",
    "cooperations": "ledger",
    "bases": "ledger",
    "people": "people",
    "agenda": "agenda",
    "visits": "visits",
    "agreements": "agreements",
    "ceremony": "ceremony",
    "papers": "papers",
    "ledger": "ledger",
}
ELSE = "overview"  # the meeting itself, its sides, units, sources and facts


class Placed(Protocol):
    """Anything that says where it belongs."""

    @property
    def place(self) -> str:
        """A path: "people/12"."""


def room_of(place: str) -> str:
    """The key of the room where the place is mended."""
    return ROOM_OF.get(place.partition("/")[0], ELSE)


def count_by_room(findings: Iterable[Placed]) -> dict[str, int]:
    """How many findings wait in each room."""
    return dict(Counter(room_of(finding.place) for finding in findings))
