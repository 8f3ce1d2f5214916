"""The agenda (议程): the ordered topics with who speaks. Meals and trips stand in the schedule (日程)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from exporters.blocks import Block, Cell, Column, Document, Field, FieldList, Heading, Row, Table, text_spans
from exporters.documents import frame
from exporters.documents.people_words import attendee_name, introduced, presenter_words
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.codes import AgendaKind
from models.snapshots.shapes import AgendaItem, Attendee, Meeting, MeetingSnapshot

NOT_SPOKEN = (AgendaKind.SIGNING, AgendaKind.PLAQUE, AgendaKind.VISIT, AgendaKind.PHOTO)  # taking part is not speaking
NOT_ON_AGENDA = (AgendaKind.MEAL, AgendaKind.TRANSFER, AgendaKind.CHECK_IN)
INDENT = "\u3000"  # of a part below its item, besides its number


@dataclass(frozen=True, slots=True)
class Step:
    """An item with its place in the order: "2", or "2.1" for the first part of the second item."""

    item: AgendaItem
    number: str

    @property
    def depth(self) -> int:
        """How far below the top level."""
        return self.number.count(".")


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The agenda. Raises no_material where there are no items but meals and trips."""
    book = frame.phrasebook(options)
    steps = steps_in_order(frame.by_day(snapshot.agenda, snapshot.meeting))
    if not steps:
        raise frame.no_material(snapshot, "agenda")
    blocks: tuple[Block, ...] = (
        frame.title_block(snapshot.meeting, book._("Agenda"), book),
        _head(snapshot, steps, book),
        *_days(snapshot, steps, book),
    )
    return frame.finished(snapshot, options, book, kind="agenda", paper=book._("Agenda"), blocks=blocks, style="sheet")


def steps_in_order(agenda: Sequence[AgendaItem]) -> tuple[Step, ...]:
    """The items with their numbers, parts behind their item, without meals, trips and check-in."""
    known = {item.id for item in agenda}
    top = [item for item in agenda if item.parent_id not in known]
    return tuple(_numbered(top, agenda, ""))


def _numbered(items: Sequence[AgendaItem], agenda: Sequence[AgendaItem], above: str) -> Iterator[Step]:
    shown = [item for item in items if item.kind not in NOT_ON_AGENDA]
    for place, item in enumerate(shown, start=1):
        yield Step(item, f"{above}{place}")
        yield from _numbered([part for part in agenda if part.parent_id == item.id], agenda, f"{above}{place}.")


def _chairs(steps: Sequence[Step]) -> list[Attendee]:
    """Who chairs: introduced in the head; one alone is not named again in the rows."""
    return list({step.item.moderator.id: step.item.moderator for step in steps if step.item.moderator}.values())


def _head(snapshot: MeetingSnapshot, steps: Sequence[Step], book: Phrasebook) -> FieldList:
    meeting = snapshot.meeting
    return FieldList(
        (
            *frame.labelled(book._("Time"), _time(meeting, steps, book)),
            *frame.labelled(book._("Place"), frame.where(meeting, book)),
            *frame.labelled(book._("Theme"), book.text(meeting.theme)),
            *_chair_fields(steps, book),
        )
    )


def _chair_fields(steps: Sequence[Step], book: Phrasebook) -> Iterator[Field]:
    """Each of those who chair on a line of their own."""
    for place, chair in enumerate(_chairs(steps)):
        yield Field("" if place else book._("Chair"), text_spans(introduced(chair, book)))


def _time(meeting: Meeting, steps: Sequence[Step], book: Phrasebook) -> str:
    """The day, and the hours where the whole agenda lies on one day and is timed."""
    days = frame.when(meeting, book)
    starts = [step.item.start for step in steps if step.item.start]
    several_days = len({step.item.day for step in steps if step.item.day}) > 1
    if not starts or several_days or meeting.ends_on not in (None, meeting.starts_on):
        return days
    hours = book.hours(starts[0], steps[-1].item.end)
    return f"{days} {hours}" if book.language == "zh" else book.join((days, hours))


def _days(snapshot: MeetingSnapshot, steps: Sequence[Step], book: Phrasebook) -> list[Block]:
    several_chairs = len(_chairs(steps)) > 1
    days = frame.effective_days(snapshot.agenda, snapshot.meeting)
    if len({days[step.item.id] for step in steps}) == 1:
        return [_table(steps, several_chairs, snapshot.meeting, book)]
    blocks: list[Block] = []
    for day, of_day in groupby(steps, key=lambda step: days[step.item.id]):
        blocks += [_day_heading(day, book), _table(list(of_day), several_chairs, snapshot.meeting, book)]
    return blocks


def _day_heading(day: date | None, book: Phrasebook) -> Heading:
    return Heading(book.date_with_weekday(day) if day else book._("Day not fixed"))


def _table(steps: Sequence[Step], several_chairs: bool, meeting: Meeting, book: Phrasebook) -> Table:
    timed = any(step.item.start for step in steps)
    columns = (
        Column("number", book._("No."), 3.5, "center"),
        Column("time", book._("Time"), 7, "center"),
        Column("minutes", book._("Duration"), 6, "center"),
        Column("title", book._("Item"), 17),
        Column("presenters", _heading(steps, book), 24),
        Column("moderator", book._("Chaired by"), 6, "center"),
    )
    rows = tuple(_row(step, timed, several_chairs, meeting, book) for step in steps)
    return frame.without_empty_columns(Table(columns, rows), keep=("number", "title"))


def _heading(steps: Sequence[Step], book: Phrasebook) -> str:
    """What the column of the presenters is called: whoever signs or is visited is no speaker."""
    silent = any(step.item.presenters and step.item.kind in NOT_SPOKEN for step in steps)
    return book._("Speakers and participants") if silent else book._("Speakers")


def _row(step: Step, timed: bool, several_chairs: bool, meeting: Meeting, book: Phrasebook) -> Row:
    item = step.item
    minutes = book.minutes(item.minutes)
    texts = (
        step.number,
        (book.hours(item.start, item.end) or minutes) if timed else "",
        "" if timed else minutes,
        _what(step, meeting, book),
        _presenters(item, book),
    )
    chair = attendee_name(item.moderator, book) if item.moderator and several_chairs else ""
    return Row((*(Cell(text) for text in texts), Cell(chair, name=True)))


def _what(step: Step, meeting: Meeting, book: Phrasebook) -> str:
    """The item, and where it is held unless that is the meeting's venue: few are, which makes no column."""
    item = step.item
    elsewhere = book.text(item.place) if item.place != meeting.venue else ""
    place = book.headed(book._("Place"), elsewhere) if elsewhere else ""
    lines = (book.opened(frame.item_title(item, book)), book.text(item.detail), place)
    return "\n".join(INDENT * step.depth + line for line in lines if line)


def _presenters(item: AgendaItem, book: Phrasebook) -> str:
    """One presenter a line, and the minutes that each of them has."""
    told = [(presenter, presenter_words(presenter, book)) for presenter in item.presenters]
    known = [(presenter, book.opened(words)) for presenter, words in told if words]
    lines = [words for _, words in known]
    minutes = item.talk_minutes
    if not lines or not minutes:
        return "\n".join(lines)
    if len(lines) == 1 and not known[0][0].group:
        return lines[0] + book.bracketed(book.minutes(minutes))
    each = book.n_("{count} minute each", "{count} minutes each", minutes)
    return book.clauses((lines[0], each)) if len(lines) == 1 else "\n".join((*lines, each))
