"""The fact sheet (资料汇编): all that is known about a meeting, with the wording of the sources and how sure it is.

For the office's own use: nothing a record holds is lost, except what only the app needs (ids, keys, template names),
the clauses and frozen texts that the agreements themselves print, and personal data, which is masked or left out
unless the paper is asked for in full.
"""

from __future__ import annotations

from collections.abc import Sequence

from exporters.blocks import Block, Document, FieldList, Heading, Table
from exporters.documents import frame
from exporters.documents.fact_sheet_background import fact_blocks
from exporters.documents.fact_sheet_cooperation import agreement_blocks, cooperation_blocks
from exporters.documents.fact_sheet_people import group_blocks, organization_blocks, people_blocks, side_blocks
from exporters.documents.fact_sheet_program import agenda_blocks, ceremony_blocks, visit_blocks
from exporters.documents.fact_sheet_sources import reading_blocks, report_blocks, source_blocks
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.codes import DatePrecision
from models.rules.numerals import chinese_number
from models.snapshots.shapes import MeetingSnapshot


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The fact sheet; every meeting has one."""
    book = frame.phrasebook(options)
    paper = book._("Fact sheet")
    parts: tuple[tuple[str, Sequence[Block]], ...] = (
        (book._("The meeting"), _basics(snapshot, book)),
        (book._("Sides"), side_blocks(snapshot, book)),
        (book._("Organizations"), organization_blocks(snapshot, book)),
        (book._("People"), (*people_blocks(snapshot, book), *group_blocks(snapshot, book))),
        (book._("Agenda"), agenda_blocks(snapshot, book)),
        (book._("Visits"), visit_blocks(snapshot, book)),
        (book._("Cooperations and bases"), cooperation_blocks(snapshot, book)),
        (book._("Agreements"), agreement_blocks(snapshot, book)),
        (book._("Signing and plaque ceremony"), ceremony_blocks(snapshot, book)),
        (book._("Background"), fact_blocks(snapshot, book)),
        (book._("Sources"), source_blocks(snapshot, book)),
        (book._("Readings of unclear wording"), reading_blocks(snapshot, book)),
        (book._("Texts of the sources"), report_blocks(snapshot, book)),
    )
    blocks = (frame.title_block(snapshot.meeting, paper, book), *_numbered(parts, book))
    return frame.finished(snapshot, options, book, kind="fact-sheet", paper=paper, blocks=blocks, style="sheet")


def _numbered(parts: Sequence[tuple[str, Sequence[Block]]], book: Phrasebook) -> list[Block]:
    """The parts that say something, below their numbered headings."""
    numbered: list[Block] = []
    told = [(heading, blocks) for heading, blocks in parts if blocks]
    for place, (heading, blocks) in enumerate(told, start=1):
        number = f"{chinese_number(place)}、" if book.language == "zh" else f"{place}."
        numbered += [Heading(heading, 1, number), *blocks]
    return numbered


def _basics(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    meeting = snapshot.meeting
    precision = "" if meeting.date_precision is DatePrecision.DAY else book.word(meeting.date_precision)
    venue_unit = book.text(meeting.venue_organization.name) if meeting.venue_organization else ""
    fields = frame.fields(
        (book._("Title of the meeting"), book.text(meeting.title)),
        (book._("Kind"), book.join(book.word(kind) for kind in meeting.kinds)),
        (book._("Theme"), book.text(meeting.theme)),
        (book._("Purpose"), book.text(meeting.purpose)),
        (book._("Date"), frame.when(meeting, book)),
        (book._("Certainty of the date"), precision),
        (book._("Note on the date"), book.text(meeting.date_note)),
        (book._("Place"), frame.where(meeting, book)),
        (book._("Organization at the venue"), venue_unit),
        (book._("State"), book.word(meeting.status)),
        (book._("Confidentiality"), book.word(meeting.confidentiality)),
        (book._("Notes"), book.text(meeting.notes)),
    )
    return [FieldList(fields), *_roles(snapshot, book)]


def _roles(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    columns = frame.columns(
        ("role", book._("Role"), 8), ("unit", book._("Organization"), 18), ("note", book._("Remarks"), 16)
    )
    rows = tuple(
        frame.text_row(book.word(one.role), book.text(one.organization.name), book.text(one.note))
        for one in snapshot.organizations
    )
    return frame.table_if_any(Table(columns, rows, caption=book._("Roles of organizations"), small=True))
