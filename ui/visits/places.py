"""Places in the visits room, as findings and search name them."""

from __future__ import annotations

from dataclasses import dataclass

PARTS = ("stops", "vehicles", "people")


@dataclass(frozen=True)
class Place:
    """A place: the route, a part of it with its row, a field. What is not said is None or empty."""

    route: int | None = None
    part: str = ""
    row: int | None = None
    field: str = ""


def read_place(place: str) -> Place:
    """What a place names: "routes/5/stops/7/minutes", "visits/5/label_zh", "routes/5/people/12"."""
    parts = place.split("/")
    if len(parts) < 2 or not parts[1].isdecimal():
        return Place()
    route, rest = int(parts[1]), parts[2:]
    if not rest:
        return Place(route)
    if rest[0] not in PARTS:
        return Place(route, field=rest[0])
    row = int(rest[1]) if len(rest) > 1 and rest[1].isdecimal() else None
    return Place(route, rest[0], row, rest[2] if len(rest) > 2 else "")
