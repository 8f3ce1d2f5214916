"""The findings of the agenda at every item they concern: both that overlap, both in which somebody is needed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from models.checks.agenda import agenda_overlaps, check_agenda, double_bookings
from models.checks.finding import Finding
from models.snapshots.shapes import MeetingSnapshot


def agenda_marks(snapshot: MeetingSnapshot) -> Mapping[int, tuple[Finding, ...]]:
    """The findings by item id."""
    found: dict[int, list[Finding]] = {}
    for item_id, finding in _marks(snapshot):
        if finding not in found.setdefault(item_id, []):
            found[item_id].append(finding)
    return {item_id: tuple(findings) for item_id, findings in found.items()}


def _marks(snapshot: MeetingSnapshot) -> Iterator[tuple[int, Finding]]:
    for finding in check_agenda(snapshot):
        item_id = _item_of(finding.place)
        if item_id is not None:
            yield item_id, finding
    for first, _second, finding in agenda_overlaps(snapshot.agenda):
        yield first, finding
    for first, second, finding in double_bookings(snapshot):
        yield from ((item_id, finding) for item_id in (first, second) if item_id > 0)


def _item_of(place: str) -> int | None:
    room, _, rest = place.partition("/")
    number = rest.partition("/")[0]
    return int(number) if room == "agenda" and number.isdecimal() else None
