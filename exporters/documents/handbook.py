"""The conference handbook (会务手册): what everybody at the meeting needs to know, between two covers.

It lies on every table, so it keeps to what all may see: where somebody sleeps or whom they ride with is their
whereabouts (Personal Information Protection Law art. 28) and is printed only in the copy asked for unmasked, which
stays with the staff. Parts without material are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from exporters.blocks import Block, Contents, Document, DraftNote, Field, FieldList, Heading, Section, Title
from exporters.documents import agenda, attendees, frame, schedule
from exporters.documents.handbook_tables import lodging, meals, staff, staff_contacts, tables, vehicles
from exporters.documents.itinerary import route_blocks
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.errors import KnownError
from models.rules.numerals import chinese_number
from models.snapshots.shapes import MeetingSnapshot, VisitRoute
from resources.languages import translator

Assemble = Callable[[MeetingSnapshot, ExportOptions], tuple[Document, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the handbook."""

    name: str
    blocks: tuple[Block, ...]
    landscape: bool = False


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The handbook. Raises no_material where there is nothing but the meeting's date and place."""
    book = frame.phrasebook(options)
    program = [part for part in _program(snapshot, options, book) if part.blocks]
    if not program:
        raise frame.no_material(snapshot, "handbook")
    paper = book._("Conference handbook")
    parts = [Part(book._("Notes for participants"), _notes(snapshot, book)), *program]
    sections = [_section(number, part, book) for number, part in enumerate(parts, 1)]
    notes = dict.fromkeys(block for section in sections for block in section.blocks if isinstance(block, DraftNote))
    front = Section(
        paper,
        (frame.title_block(snapshot.meeting, paper, book), Contents(book._("Contents"), tuple(_names(sections)))),
    )
    blocks = (front, *map(_without_notes, sections))
    (document,) = frame.finished(snapshot, options, book, kind="handbook", paper=paper, blocks=blocks)
    return (replace(document, blocks=_with_notes(document.blocks, notes)),)


def _program(snapshot: MeetingSnapshot, options: ExportOptions, book: Phrasebook) -> Iterator[Part]:
    """All that the meeting may have, in the order it is looked for."""
    yield Part(book._("Schedule"), _blocks_of(schedule.assemble, snapshot, options))
    yield Part(book._("Agenda"), _blocks_of(agenda.assemble, snapshot, options))
    yield Part(book._("List of attendees"), _blocks_of(attendees.assemble, snapshot, options))
    yield Part(book._("Accommodation"), lodging(snapshot, book) if options.unmasked else ())
    yield Part(book._("Meals and tables"), (*meals(snapshot, book), *tables(snapshot, book)))
    yield Part(book._("Transport"), vehicles(snapshot, book, with_passengers=options.unmasked), landscape=True)
    yield Part(book._("Visit itinerary"), tuple(_routes(snapshot, options, book)), landscape=True)
    yield Part(book._("Staff"), staff(snapshot, book))


def _notes(snapshot: MeetingSnapshot, book: Phrasebook) -> tuple[Block, ...]:
    """When, where and what for, and whom to ask; the office's own notes on the meeting are not for the guests."""
    meeting = snapshot.meeting
    return (
        FieldList(
            frame.fields(
                (book._("Time"), frame.when(meeting, book)),
                (book._("Place"), frame.where(meeting, book)),
                (book._("Theme"), book.text(meeting.theme)),
                (book._("Purpose"), book.text(meeting.purpose)),
                *_roles(snapshot, book),
                (book._("Contact"), staff_contacts(snapshot, book)),
            )
        ),
    )


def _roles(snapshot: MeetingSnapshot, book: Phrasebook) -> Iterable[tuple[str, str]]:
    """Host, organizer and the others, the units of a role on one line."""
    for role, units in groupby(snapshot.organizations, key=lambda one: one.role):
        yield book.word(role), book.join(book.text(one.organization.name) for one in units)


def _blocks_of(paper: Assemble, snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Block, ...]:
    """What another paper says, without its title and without what the notes for participants tell."""
    try:
        (document,) = paper(snapshot, options)
    except KnownError as error:
        if error.code != "no_material":
            raise
        return ()
    _ = translator(options.language).gettext
    told = (_("Time"), _("Place"), _("Theme"))
    return tuple(_untold(document.blocks, told))


def _untold(blocks: Iterable[Block], told: Sequence[str]) -> Iterator[Block]:
    """The blocks without titles; labelled lines without those told, and without the lines that continue them."""
    for block in blocks:
        if isinstance(block, FieldList):
            if kept := tuple(_other_fields(block.fields, told)):
                yield replace(block, fields=kept)
        elif not isinstance(block, Title):
            yield block


def _other_fields(fields: Iterable[Field], told: Sequence[str]) -> Iterator[Field]:
    label = ""
    for one in fields:
        label = one.label or label
        if label not in told:
            yield one


def _routes(snapshot: MeetingSnapshot, options: ExportOptions, book: Phrasebook) -> Iterator[Block]:
    for number, route in enumerate(snapshot.routes, 1):
        if len(snapshot.routes) > 1:
            yield Heading(book.text(route.label) or book._("Route {number}", number=number))
        yield from route_blocks(_for_all(route, options), snapshot, book)


def _for_all(route: VisitRoute, options: ExportOptions) -> VisitRoute:
    """The route without its vehicles, which have a part of their own, and without its people unless unmasked."""
    return replace(route, vehicles=(), members=route.members if options.unmasked else ())


def _section(number: int, part: Part, book: Phrasebook) -> Section:
    mark = f"{chinese_number(number)}、" if book.language == "zh" else f"{number}. "
    name = mark + part.name
    return Section(name, (Title((name,)), *_set_apart(part.blocks)), landscape=part.landscape)


def _set_apart(blocks: Sequence[Block]) -> Iterator[Block]:
    """Days and routes are headings of the second level here, below the part's own entry in the outline."""
    for block in blocks:
        yield replace(block, level=block.level + 1) if isinstance(block, Heading) else block


def _names(sections: Iterable[Section]) -> Iterator[str]:
    return (section.name for section in sections)


def _without_notes(section: Section) -> Section:
    return replace(section, blocks=tuple(block for block in section.blocks if not isinstance(block, DraftNote)))


def _with_notes(blocks: tuple[Block, ...], notes: Iterable[DraftNote]) -> tuple[Block, ...]:
    """The notes of all parts at the end, each once."""
    *others, last = blocks
    assert isinstance(last, Section)
    kept = tuple(dict.fromkeys((*notes, *(block for block in last.blocks if isinstance(block, DraftNote)))))
    return (*others, replace(_without_notes(last), blocks=_without_notes(last).blocks + kept))
