"""What papers have in common: the title, when and where, tables without empty columns, the finished document."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from exporters.blocks import (
    Block,
    Cell,
    Column,
    Document,
    Field,
    FieldList,
    Heading,
    Row,
    Section,
    Table,
    Title,
    text_spans,
)
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.codes import DatePrecision, VisitPhase
from models.errors import KnownError
from models.rules.dates import format_day_range
from models.snapshots.shapes import AgendaItem, Meeting, MeetingSnapshot, VisitStop

Style = Literal["official", "agreement", "sheet"]


def no_material(snapshot: MeetingSnapshot, document: str) -> KnownError:
    """The error of a meeting that holds nothing for this paper."""
    return KnownError("no_material", document=document, meeting=snapshot.meeting.key)


def phrasebook(options: ExportOptions) -> Phrasebook:
    """The words of the paper these options ask for."""
    return Phrasebook(options.language, unmasked=options.unmasked)


def title_block(meeting: Meeting, paper: str, book: Phrasebook, subtitle: str = "") -> Title:
    """The meeting's title above the paper's."""
    return Title(tuple(line for line in (book.text(meeting.title), paper) if line), subtitle)


def labelled(label: str, text: str) -> tuple[Field, ...]:
    """One labelled line, or none where there is nothing to say."""
    return (Field(label, text_spans(text)),) if text else ()


def fields(*pairs: tuple[str, str]) -> tuple[Field, ...]:
    """Labelled lines for the pairs that say something."""
    return tuple(field for label, text in pairs for field in labelled(label, text))


def titled_fields(title: str, fields: tuple[Field, ...]) -> list[Block]:
    """Labelled lines below a heading of the second level; the heading alone where nothing more is known."""
    return [Heading(title, 2), *([FieldList(fields)] if fields else [])]


def columns(*columns: tuple[str, str, float]) -> tuple[Column, ...]:
    """Left-aligned columns: key, heading, width."""
    return tuple(Column(key, heading, width) for key, heading, width in columns)


def table_if_any(table: Table) -> list[Block]:
    """The table without its empty columns, or nothing where it has no rows."""
    return [without_empty_columns(table)] if table.rows else []


def when(meeting: Meeting, book: Phrasebook) -> str:
    """The days of the meeting, with the weekday of a single known day."""
    known = meeting.starts_on and meeting.date_precision in (DatePrecision.DAY, DatePrecision.YEAR_INFERRED)
    if known and meeting.starts_on and meeting.ends_on in (None, meeting.starts_on):
        return book.date_with_weekday(meeting.starts_on)
    return format_day_range(meeting.starts_on, meeting.ends_on, book.language, meeting.date_precision)


def where(meeting: Meeting, book: Phrasebook) -> str:
    """The venue and its city, unless the venue names it: that 武汉大学 lies in 武汉市 need not be said."""
    host = meeting.venue_organization
    venue = book.text(meeting.venue) or (book.text(host.name) if host else "")
    city = book.text(meeting.city)
    if not venue or (city.removesuffix("市") or city) in venue:
        return venue or city
    return f"{venue}（{city}）" if book.language == "zh" else f"{venue}, {city}"


def effective_days(items: Sequence[AgendaItem], meeting: Meeting) -> dict[int, date | None]:
    """The day of each item by id: its own, else its parent's, else that of the item before, else the first day."""
    days: dict[int, date | None] = {}
    last = day_of_phase(VisitPhase.DURING, meeting)
    for item in items:
        inherited = days.get(item.parent_id) if item.parent_id is not None else None
        last = item.day or inherited or last
        days[item.id] = last
    return days


def by_day(items: Sequence[AgendaItem], meeting: Meeting) -> list[AgendaItem]:
    """The items day by day, else as they are: one added last may belong to the first day. Unknown days come last."""
    days = effective_days(items, meeting)
    return sorted(items, key=lambda item: days[item.id] or date.max)


def day_of_phase(phase: VisitPhase, meeting: Meeting) -> date | None:
    """The likely day of a route without one: the last of the meeting for visits after it, else the first."""
    if meeting.date_precision not in (DatePrecision.DAY, DatePrecision.YEAR_INFERRED):
        return None
    return (meeting.ends_on or meeting.starts_on) if phase is VisitPhase.AFTER else meeting.starts_on


def stop_unit_and_place(stop: VisitStop, book: Phrasebook) -> tuple[str, str]:
    """The unit that is visited and the place, once where both are the same."""
    unit, place = book.text(stop.organization.name) if stop.organization else "", book.text(stop.place)
    return ("", place) if unit == place else (unit, place)


def item_title(item: AgendaItem, book: Phrasebook) -> str:
    """The item's title, or what kind of step it is."""
    return book.text(item.title) or book.word(item.kind)


def group_row(text: str) -> Row:
    """A row that spans the table."""
    return Row((Cell(text, strong=True),), "group")


def text_row(*texts: str) -> Row:
    """A row of plain cells."""
    return Row(tuple(Cell(text) for text in texts))


def without_empty_columns(table: Table, keep: Collection[str] = ()) -> Table:
    """The table without the columns that no row fills, except those to keep."""
    full = [len(row.cells) == len(table.columns) and row.kind != "group" for row in table.rows]
    shown = [
        place
        for place, column in enumerate(table.columns)
        if column.key in keep
        or any(whole and row.cells[place].text for row, whole in zip(table.rows, full, strict=True))
    ]
    if len(shown) == len(table.columns):
        return table
    rows = tuple(
        replace(row, cells=tuple(row.cells[place] for place in shown)) if whole else row
        for row, whole in zip(table.rows, full, strict=True)
    )
    return replace(table, columns=tuple(table.columns[place] for place in shown), rows=rows)


def finished(
    snapshot: MeetingSnapshot,
    options: ExportOptions,
    book: Phrasebook,
    *,
    kind: str,
    paper: str,
    blocks: tuple[Block, ...],
    style: Style = "sheet",
    landscape: bool = False,
) -> tuple[Document, ...]:
    """The one document of this paper; a draft ends with its notes."""
    title = book.text(snapshot.meeting.title)
    notes = () if options.final else book.draft_notes()
    document = Document(
        kind=kind,
        title=book.joined_title(title, paper),
        language=options.language,
        blocks=_with_notes(blocks, notes),
        style=style,
        landscape=landscape,
        subject=title,
        footer=_footer(snapshot.meeting, book),
    )
    return (document,)


def _with_notes(blocks: tuple[Block, ...], notes: tuple[Block, ...]) -> tuple[Block, ...]:
    """The notes at the end, inside the last section so that they open no page or sheet of their own."""
    if notes and blocks and isinstance(blocks[-1], Section):
        return (*blocks[:-1], replace(blocks[-1], blocks=blocks[-1].blocks + notes))
    return blocks + notes


def _footer(meeting: Meeting, book: Phrasebook) -> str:
    """What must stand on each page: that the meeting is invented, or who may see the paper."""
    invented = book._("Invented sample, not a real event") if meeting.invented else ""
    return book.sentences((book.word(meeting.confidentiality), invented))
