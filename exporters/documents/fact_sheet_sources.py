"""Reports, photos, and what was read out of unclear wording with how sure that is, for the fact sheet."""

from __future__ import annotations

from exporters.blocks import Block, Field, Heading, Paragraph, Row, Table, text_spans
from exporters.documents import frame
from exporters.documents.phrasebook import Phrasebook
from exporters.documents.words import N_
from models.snapshots.shapes import MeetingSnapshot, Reading, SourceDocument

KINDS = {
    "meeting": N_("meeting"),
    "organization": N_("organization"),
    "person": N_("individual"),
    "attendance": N_("attendee"),
    "attendee_group": N_("group of people"),
    "agenda_item": N_("agenda item"),
    "visit_route": N_("visit route"),
    "visit_stop": N_("visit stop"),
    "cooperation": N_("cooperation"),
    "base": N_("base"),
    "agreement": N_("agreement"),
    "plaque_award": N_("plaque"),
    "fact": N_("fact"),
    "source_document": N_("source"),
    "side": N_("side"),
}
FIELDS = {
    "title": N_("title"),
    "name": N_("name"),
    "starts_on": N_("date"),
    "city": N_("city"),
    "indicator": N_("indicator"),
    "text": N_("text"),
    "topic": N_("field of cooperation"),
    "authors": N_("authors"),
    "place": N_("place"),
    "label": N_("what it is called"),
    "detail": N_("details"),
    "appointments": N_("post"),
    "base_type": N_("type of base"),
    "bases": N_("bases"),
    "partner_organization": N_("partner"),
    "document_number": N_("document number"),
    "outcomes": N_("results"),
}


def source_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """Each report with where it stood and who wrote it; the photos."""
    blocks = [
        block for source in snapshot.sources for block in frame.titled_fields(source.title, _source(source, book))
    ]
    columns = frame.columns(("file", book._("File"), 14), ("caption", book._("Caption"), 30))
    photos = tuple(frame.text_row(photo.file_name, book.text(photo.caption)) for photo in snapshot.photos)
    return [*blocks, *frame.table_if_any(Table(columns, photos, caption=book._("Photos"), small=True))]


def _source(source: SourceDocument, book: Phrasebook) -> tuple[Field, ...]:
    language = {"zh": book._("Chinese"), "en": book._("English")}.get(source.language, source.language)
    translated = book._("machine translation") if source.machine_translated else ""
    return frame.fields(
        (book._("Original title"), source.original_title),
        (book._("Reading of the title"), book.text(source.title_reading)),
        (book._("Outlet"), book.text(source.outlet)),
        (book._("Published"), source.published),
        (book._("Authors"), source.authors),
        (book._("Editor"), source.editor),
        (book._("Language"), book.clauses((language, translated))),
        (book._("Notes"), source.notes),
    )


def report_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """The full text of each report that was kept, paragraph by paragraph."""
    blocks: list[Block] = []
    for source in snapshot.sources:
        paragraphs = [line.strip() for line in source.text.splitlines() if line.strip()]
        if paragraphs:
            blocks.append(Heading(source.title, 2))
            blocks += [Paragraph(text_spans(paragraph), small=True) for paragraph in paragraphs]
    return blocks


def reading_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """The original wording beside the reading, with its confidence and what it rests on."""
    columns = frame.columns(
        ("target", book._("Goes into"), 9),
        ("original", book._("Wording of the source"), 13),
        ("reading", book._("Reading"), 13),
        ("confidence", book._("Confidence"), 5),
        ("basis", book._("Basis"), 12),
        ("reviewed", book._("Reviewed by"), 6),
    )
    rows = tuple(_reading(reading, snapshot, book) for reading in snapshot.readings)
    return frame.table_if_any(Table(columns, rows, small=True))


def _reading(reading: Reading, snapshot: MeetingSnapshot, book: Phrasebook) -> Row:
    return frame.text_row(
        _target(reading, snapshot, book),
        reading.original,
        book.text(reading.reading) or book._("unresolved"),
        book.word(reading.confidence),
        reading.basis,
        reading.reviewed_by,
    )


def _target(reading: Reading, snapshot: MeetingSnapshot, book: Phrasebook) -> str:
    """The record and field the reading went into, in words; a meeting is called by its title, not its key."""
    kind = KINDS.get(reading.target_kind, "")
    field = FIELDS.get(reading.target_field, "")
    own = reading.target_label == snapshot.meeting.key
    label = book.text(snapshot.meeting.title) if own else reading.target_label
    what = book.join((book._(kind) if kind else reading.target_kind, book._(field) if field else reading.target_field))
    return f"{label}\n{what}"
