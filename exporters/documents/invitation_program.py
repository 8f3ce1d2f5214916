"""What an invitation tells of the meeting: its hours, when to report, the outline of the program, who is invited."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from exporters.documents import frame
from exporters.documents.agenda import Step, steps_in_order
from exporters.documents.delegations import delegation_label
from exporters.documents.phrasebook import Phrasebook
from models.codes import AgendaKind
from models.rules.dates import format_day
from models.snapshots.shapes import AgendaItem, MeetingSnapshot, Side

_SMALL = (AgendaKind.BREAK, AgendaKind.PHOTO)  # an outline does without them


def meeting_time(snapshot: MeetingSnapshot, book: Phrasebook) -> str:
    """The days, and the hour of the first item where all lies on one day."""
    days = frame.when(snapshot.meeting, book)
    steps = steps_in_order(frame.by_day(snapshot.agenda, snapshot.meeting))
    starts = [step.item.start for step in steps if step.item.start]
    one_day = len(_days(snapshot, steps)) == 1 and snapshot.meeting.ends_on in (None, snapshot.meeting.starts_on)
    if not starts or not one_day or not days:
        return days
    first = book.hours(starts[0], None)
    return f"{days} {first}" if book.language == "zh" else book.join((days, first))


def reporting(snapshot: MeetingSnapshot, book: Phrasebook) -> list[str]:
    """When and where to check in."""
    found = [item for item in snapshot.agenda if item.kind is AgendaKind.CHECK_IN]
    return [book.headed(frame.item_title(item, book), _moment(snapshot, item, book)) for item in found]


def program(snapshot: MeetingSnapshot, book: Phrasebook) -> list[str]:
    """The items of the agenda in order, each with its hours; a day stands before its first item."""
    items = [item for item in frame.by_day(snapshot.agenda, snapshot.meeting) if item.kind not in _SMALL]
    steps = [one for one in steps_in_order(items) if not one.depth]
    days = _days(snapshot, steps)
    several, last, lines = len(days) > 1, None, []
    of_item = frame.effective_days(snapshot.agenda, snapshot.meeting)
    for step in steps:
        day = of_item[step.item.id]
        dated = format_day(day, book.language) if several and day and day != last else ""
        last = day
        lines.append(_line(step, dated, book))
    return lines


def _line(step: Step, dated: str, book: Phrasebook) -> str:
    hours, title = book.hours(step.item.start, step.item.end), book.opened(frame.item_title(step.item, book))
    told = ("　" if book.language == "zh" else "  ").join(part for part in (hours, title) if part)
    said = told if hours else f"{step.number}. {title}"
    return f"{dated}{' ' if book.language == 'zh' else ', '}{said}" if dated else said


def _days(snapshot: MeetingSnapshot, steps: Sequence[Step]) -> set[object]:
    of_item = frame.effective_days(snapshot.agenda, snapshot.meeting)
    return {of_item[step.item.id] for step in steps}


def _moment(snapshot: MeetingSnapshot, item: AgendaItem, book: Phrasebook) -> str:
    day = frame.effective_days(snapshot.agenda, snapshot.meeting)[item.id]
    parts = (format_day(day, book.language) if day else "", book.hours(item.start, item.end))
    return book.clauses((" ".join(part for part in parts if part), book.text(item.place)))


def participants(snapshot: MeetingSnapshot, book: Phrasebook) -> list[str]:
    """The sides with their units, guests first."""
    sides = sorted(snapshot.sides, key=lambda side: side.is_host)
    return list(_sides(sides, book))


def _sides(sides: Sequence[Side], book: Phrasebook) -> Iterator[str]:
    for side in sides:
        label = delegation_label(side, book)
        units = [name for name in (book.text(unit.name) for unit in side.units) if name != label]
        yield book.headed(label, book.join(units) if book.language == "zh" else book.sentences(units))
