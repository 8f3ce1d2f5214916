"""The list of attendees (参会人员名单): by side, guests before hosts, each side in the order the office put it in;
or by unit, or by rank; with the columns that the office has chosen. After the meeting it can name those who came.

The English list prints names in English alone: its readers cannot read characters, and the Chinese list lies beside
it. Those who sign in need both (see `sign_in.py`).
"""

from __future__ import annotations

from collections.abc import Sequence

from exporters.blocks import Block, Document, FieldList, Row, Table
from exporters.documents import frame
from exporters.documents.came import counts_table, marked, only_those_who_came, with_room_for_substitutes
from exporters.documents.listing import Part, parts
from exporters.documents.people_words import group_words
from exporters.documents.person_columns import Known, checked, columns, columns_of, person_row, told_row
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.snapshots.shapes import AttendeeGroup, MeetingSnapshot, OpenPlace

WIDEST_UPRIGHT = 78.0  # characters; more columns than that take the page on its side
USUAL_COLUMNS = ("number", "name", "unit", "title", "phone", "remarks")


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The list. Raises no_material where nobody is named or counted, unknown_column, unknown_grouping.

    With `options.came_only` it is of those who came; nobody_signed_in where none is ticked.
    """
    book = frame.phrasebook(options)
    shown = only_those_who_came(snapshot) if options.came_only else snapshot
    found = parts(shown, options, book, counted=True)
    if not found:
        raise frame.no_material(snapshot, "attendees")
    known = columns_of(snapshot)
    table = _table(found, _keys(options, known), book, known, came=options.came_only)
    paper = book._("List of those who came") if options.came_only else book._("List of attendees")
    blocks: tuple[Block, ...] = (
        frame.title_block(snapshot.meeting, paper, book),
        _head(snapshot, book),
        table if options.columns else frame.without_empty_columns(table, keep=("unit",)),
        *((counts_table(snapshot, book),) if options.came_only else ()),
    )
    broad = sum(column.width for column in table.columns) > WIDEST_UPRIGHT
    return frame.finished(snapshot, options, book, kind="attendees", paper=paper, blocks=blocks, landscape=broad)


def _keys(options: ExportOptions, known: Known) -> tuple[str, ...]:
    """The columns chosen; else the usual ones, without the unit where it stands above its people."""
    chosen = checked(options.columns, known)
    return chosen or tuple(key for key in USUAL_COLUMNS if key != "unit" or options.grouping != "unit")


def _head(snapshot: MeetingSnapshot, book: Phrasebook) -> FieldList:
    return FieldList(
        (
            *frame.labelled(book._("Time"), frame.when(snapshot.meeting, book)),
            *frame.labelled(book._("Place"), frame.where(snapshot.meeting, book)),
        )
    )


def _table(found: Sequence[Part], keys: Sequence[str], book: Phrasebook, known: Known, *, came: bool) -> Table:
    rows: list[Row] = []
    number = 0
    for part in found:
        if part.heading:
            rows.append(frame.group_row(part.heading))
        for place, one in enumerate(part.attendees, start=number + 1):
            row = person_row(keys, place, one, book, known)
            rows.append(marked(row, keys, one, book) if came else row)
        rows += [_open_place(keys, place, book) for place in part.open_places]
        rows += [_group(keys, group, book) for group in part.groups]
        rows += [told_row(keys, {_widest(keys): book.text(unit.name)}) for unit in part.unnamed_units]
        number += len(part.attendees)
    listed = [one for part in found for one in part.attendees] if came else []
    return Table(with_room_for_substitutes(columns(keys, book, known), listed), tuple(rows))


def _open_place(keys: Sequence[str], place: OpenPlace, book: Phrasebook) -> Row:
    """A place for somebody who is not named yet."""
    unit, title = (book.opened(book.text(text)) for text in (place.unit, place.title))
    remarks = book.opened(book.remarks(place.remarks))
    return told_row(keys, {"name": book._("to be named"), "unit": unit, "title": title, "remarks": remarks})


def _group(keys: Sequence[str], group: AttendeeGroup, book: Phrasebook) -> Row:
    """People without names: their number and what they are, where the unit stands."""
    unit = book.text(group.organization.name) if group.organization else ""
    words = group_words(group, book)
    parts = ("" if unit in words or "unit" not in keys else unit, words)
    what = book.clauses(reversed(parts) if book.language == "en" else parts)
    return told_row(keys, {_widest(keys): book.opened(what), "remarks": book.remarks(group.remarks)})


def _widest(keys: Sequence[str]) -> str:
    """Where the words about those without a name stand."""
    return next((key for key in ("unit", "title", "name") if key in keys), keys[0])
