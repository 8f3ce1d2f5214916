"""Who has come to a meeting: counts by side, from the ticks at the door."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from models.codes import Reply
from models.snapshots.shapes import Attendee, AttendeeGroup, MeetingSnapshot, Side


@dataclass(frozen=True, slots=True)
class PresenceCounts:
    """Heads of a side (None: of those without one). `here` counts substitutes and walk-ins, too.

    `unnamed`: who was announced without a name (随行2人). Nobody can tick them; who of them comes is let in by name.
    """

    side: Side | None
    expected: int = 0
    here: int = 0
    absent: int = 0
    substitutes: int = 0
    walk_ins: int = 0
    unnamed: int = 0


def is_here(attendee: Attendee) -> bool:
    """Whether somebody has come: in person, or through a substitute."""
    return attendee.signed_in_at is not None


def is_expected(attendee: Attendee) -> bool:
    """Whether somebody was to come: neither declined nor came unannounced."""
    return attendee.reply not in (Reply.DECLINED, Reply.WALK_IN)


def presence_by_side(snapshot: MeetingSnapshot) -> tuple[PresenceCounts, ...]:
    """Guests before hosts, then those without a side; sides without anybody expected or here are left out."""
    known = {side.id for side in snapshot.sides}
    guests_first = sorted(snapshot.sides, key=lambda side: side.is_host)
    found = []
    for side in (*guests_first, None):
        wanted = side.id if side else None
        own = [one for one in snapshot.attendees if (one.side_id if one.side_id in known else None) == wanted]
        groups = [one for one in snapshot.groups if (one.side_id if one.side_id in known else None) == wanted]
        found.append(_counted(side, own, groups))
    return tuple(one for one in found if one.expected or one.here or one.unnamed)


def presence_in_all(snapshot: MeetingSnapshot) -> PresenceCounts:
    """Of the whole meeting."""
    return _counted(None, snapshot.attendees, snapshot.groups)


def _counted(side: Side | None, attendees: Iterable[Attendee], groups: Iterable[AttendeeGroup]) -> PresenceCounts:
    people = tuple(attendees)
    came = [one for one in people if is_here(one)]
    return PresenceCounts(
        side=side,
        expected=sum(map(is_expected, people)),
        here=len(came),
        absent=sum(is_expected(one) and not is_here(one) for one in people),
        substitutes=sum(one.reply is Reply.SUBSTITUTE for one in came),
        walk_ins=sum(one.reply is Reply.WALK_IN for one in came),
        unnamed=sum(one.stated_count or 0 for one in groups if not one.counts_organizations),
    )
