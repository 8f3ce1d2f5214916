"""What the cards of the overview say: pure functions from a snapshot to a few lines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, time

from exporters.documents.words import word
from models.codes import AgendaKind, AgreementStatus, Reply
from models.rules.dates import format_day, format_time
from models.snapshots.shapes import Bilingual, MeetingSnapshot
from resources.languages import translator


@dataclass(frozen=True, slots=True)
class KeyTime:
    """A moment of the meeting, in its order; `place` is where it is entered."""

    day: date | None
    start: time
    title: Bilingual
    place: str


@dataclass(frozen=True, slots=True)
class SideCount:
    """How a side has replied. `waiting` has no answer yet, or none is known."""

    label: Bilingual
    all: int
    coming: int
    waiting: int
    not_coming: int


LAST = date.max
# What happens between the moments that matter.
BETWEEN = (AgendaKind.MEAL, AgendaKind.BREAK, AgendaKind.TRANSFER)


def key_times(snapshot: MeetingSnapshot) -> tuple[KeyTime, ...]:
    """What begins at a clock time: agenda items at the top level, meals and ways left out, and departures of routes."""
    found = [
        KeyTime(item.day, item.start, item.title, f"agenda/{item.id}")
        for item in snapshot.agenda
        if item.start is not None and item.parent_id is None and item.kind not in BETWEEN
    ]
    found += [
        KeyTime(route.day, route.departs_at, route.label, f"routes/{route.id}")
        for route in snapshot.routes
        if route.departs_at is not None
    ]
    return tuple(sorted(found, key=lambda entry: (entry.day or snapshot.meeting.starts_on or LAST, entry.start)))


def moment_words(entry: KeyTime, language: str, *, with_day: bool) -> str:
    """ "5月20日 09:30", or the time alone."""
    clock = format_time(entry.start)
    return f"{format_day(entry.day, language)} {clock}" if with_day and entry.day else clock


def side_counts(snapshot: MeetingSnapshot) -> tuple[SideCount, ...]:
    """Each side's people by reply, in the order of the sides; those without a side come last."""
    sides = [(side.id, side.label) for side in snapshot.sides] + [(None, Bilingual())]
    known = {side.id for side in snapshot.sides}
    counted = []
    for side_id, label in sides:
        replies = Counter(
            attendee.reply
            for attendee in snapshot.attendees
            if (attendee.side_id if attendee.side_id in known else None) == side_id
        )
        total = replies.total()
        if total:
            coming = replies[Reply.CONFIRMED] + replies[Reply.SUBSTITUTE] + replies[Reply.WALK_IN]
            counted.append(
                SideCount(label, total, coming, total - coming - replies[Reply.DECLINED], replies[Reply.DECLINED])
            )
    return tuple(counted)


def agreement_counts(snapshot: MeetingSnapshot, language: str) -> tuple[tuple[str, int], ...]:
    """Agreements by status, in the order of the life cycle."""
    counted = Counter(agreement.status for agreement in snapshot.agreements)
    return tuple((word(status, language), counted[status]) for status in AgreementStatus if counted[status])


def groups_words(snapshot: MeetingSnapshot, language: str) -> str:
    """How many groups without names there are; nothing where there is none."""
    count = len(snapshot.groups)
    ngettext = translator(language).ngettext
    words = ngettext("{count} group without names", "{count} groups without names", count)
    return words.format(count=count) if count else ""


def filled_rooms(snapshot: MeetingSnapshot) -> frozenset[str]:
    """The rooms that hold something of this meeting; the meeting itself always does."""
    held = {
        "people": (snapshot.attendees, snapshot.groups),
        "agenda": (snapshot.agenda,),
        "visits": (snapshot.routes,),
        "agreements": (snapshot.agreements,),
        "ceremony": (snapshot.rounds, snapshot.plaques, snapshot.cue_lines, snapshot.seat_plans),
        "ledger": (snapshot.cooperations,),
    }
    return frozenset({"overview", *(room for room, families in held.items() if any(families))})
