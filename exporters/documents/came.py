"""The list after the meeting: those who came, substitutes in the place of those they stood in for, counts by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exporters.blocks import Cell, Column, Row, Table
from exporters.documents.delegations import delegation_label
from exporters.documents.people_words import substitute_of
from exporters.documents.phrasebook import Phrasebook
from models.codes import Reply
from models.errors import KnownError
from models.rules.presence import PresenceCounts, is_here, presence_by_side, presence_in_all
from models.snapshots.shapes import Attendee, MeetingSnapshot

NAME_WIDTH = 13.0  # characters of a column in which (代 …) stands behind names


def only_those_who_came(snapshot: MeetingSnapshot) -> MeetingSnapshot:
    """The meeting with those alone who were signed in. KnownError: nobody_signed_in.

    Groups, open places and stated head counts say who was to come, and are left out; somebody who had declined and came
    is listed.
    """
    came = tuple(_counted(one) for one in snapshot.attendees if is_here(one))
    if not came:
        raise KnownError("nobody_signed_in", meeting=snapshot.meeting.key)
    sides = tuple(replace(side, units=(), stated_headcount=None) for side in snapshot.sides)
    return replace(snapshot, attendees=came, groups=(), open_places=(), sides=sides)


def marked(row: Row, keys: Sequence[str], attendee: Attendee, book: Phrasebook) -> Row:
    """The row of somebody with (代 …) behind the name, and with a remark where nobody had announced them."""
    cells = dict(zip(keys, row.cells, strict=True))
    if substitute_of(attendee) and "name" in cells:
        instead = book.bracketed(book._("for {name}", name=book.name(attendee.person.name)))
        cells["name"] = replace(cells["name"], text=cells["name"].text + instead)
    if "remarks" in cells:
        unannounced = book.word(attendee.reply) if attendee.reply is Reply.WALK_IN else ""
        told = book.opened(book.sentences((unannounced, book.remarks(attendee.remarks))))
        cells["remarks"] = replace(cells["remarks"], text=told)
    return replace(row, cells=tuple(cells.values()))


def with_room_for_substitutes(columns: Sequence[Column], attendees: Sequence[Attendee]) -> tuple[Column, ...]:
    """A broad column of names, where substitutes are among them."""
    if not any(map(substitute_of, attendees)):
        return tuple(columns)
    return tuple(replace(one, width=NAME_WIDTH) if one.key == "name" else one for one in columns)


def counts_table(snapshot: MeetingSnapshot, book: Phrasebook) -> Table:
    """Expected, here, absent, substitutes and walk-ins of each side and in all; the unnamed where there are any."""
    unnamed = presence_in_all(snapshot).unnamed
    columns = (
        Column("number", book._("No."), 4, "center"),  # in Excel its columns are those of the list
        Column("side", book._("Side"), 16),
        Column("expected", book._("Expected"), 6, "center"),
        Column("here", book._("Came"), 6, "center"),
        Column("absent", book._("Absent"), 6, "center"),
        Column("substitutes", book._("Substitutes"), 8, "center"),
        Column("walk_ins", book._("Unannounced"), 8, "center"),
        *((Column("unnamed", book._("Without names"), 10, "center"),) if unnamed else ()),
    )
    sides = presence_by_side(snapshot)
    rows = [_row(place, delegation_label(one.side, book), one, len(columns)) for place, one in enumerate(sides, 1)]
    if len(sides) > 1:
        rows.append(_row(None, book._("Total"), presence_in_all(snapshot), len(columns)))
    return Table(columns, tuple(rows), caption=book._("Counts by side"), whole=True)


def _row(number: int | None, label: str, counts: PresenceCounts, columns: int) -> Row:
    """A side; without a number the total, in bold."""
    figures = (counts.expected, counts.here, counts.absent, counts.substitutes, counts.walk_ins, counts.unnamed)
    strong, first = number is None, "" if number is None else str(number)
    cells = (Cell(str(figure), figure, strong=strong) for figure in figures)
    return Row((Cell(first, number), Cell(label, strong=strong), *cells)[:columns])


def _counted(attendee: Attendee) -> Attendee:
    return replace(attendee, reply=Reply.CONFIRMED) if attendee.reply is Reply.DECLINED else attendee
