"""The register of agreements (协议登记表) with their terms, and the register of seals (用印登记表), for the archive."""

from __future__ import annotations

from exporters.blocks import Block, Cell, Column, Document, Row, Section, Table
from exporters.documents import frame
from exporters.documents.agreement import title_of
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.final_texts import final_revision
from models.snapshots.agreement_names import units_apart
from models.snapshots.agreement_terms import copies_of, days_in_force
from models.snapshots.shapes import Agreement, AgreementParty, Bilingual, MeetingSnapshot, SealUse

HASH_DIGITS = 8


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """Both registers. Raises no_material where there is neither an agreement nor a use of a seal."""
    book = frame.phrasebook(options)
    if not (snapshot.agreements or snapshot.seal_uses):
        raise frame.no_material(snapshot, "register")
    paper = book._("Register of agreements")
    rows = tuple(_agreement(number, one, book) for number, one in enumerate(snapshot.agreements, 1))
    agreements: tuple[Block, ...] = (
        frame.title_block(snapshot.meeting, paper, book),
        Table(_agreement_columns(book), rows, small=True),
    )
    blocks: tuple[Block, ...] = (Section(paper, agreements), *_seals(snapshot, book))
    return frame.finished(snapshot, options, book, kind="register", paper=paper, blocks=blocks, landscape=True)


def _seals(snapshot: MeetingSnapshot, book: Phrasebook) -> tuple[Section, ...]:
    """The register of seals; nothing where no seal was used."""
    if not snapshot.seal_uses:
        return ()
    paper = book._("Register of seals")
    apart = units_apart(snapshot.agreements)
    titles = {one.id: _title(one, apart.get(one.id, ()), book) for one in snapshot.agreements}
    rows = tuple(_seal(number, use, titles, book) for number, use in enumerate(snapshot.seal_uses, 1))
    table = Table(_seal_columns(book), rows, small=True)
    return (Section(paper, (frame.title_block(snapshot.meeting, paper, book), table)),)


def _agreement_columns(book: Phrasebook) -> tuple[Column, ...]:
    return (
        Column("number", book._("No."), 2.5, "center"),
        Column("reference", book._("Agreement No."), 6),
        Column("title", book._("Title of the agreement"), 14),
        Column("parties", book._("Parties"), 14),
        Column("signatories", book._("Signatories"), 8),
        Column("tier", book._("Kind of agreement"), 4.5, "center"),
        Column("status", book._("Status"), 4.5, "center"),
        Column("revision", book._("Final text (revision, fingerprint)"), 6.5, "center"),
        Column("signed_on", book._("Signed on"), 5.5, "center"),
        Column("signed_at", book._("Signed at"), 6),
        Column("starts_on", book._("In force from"), 5.5, "center"),
        Column("ends_on", book._("Expires on"), 5.5, "center"),
        Column("originals", book._("Originals"), 3, "center"),
        Column("duplicates", book._("Duplicates"), 3, "center"),
        Column("scans", book._("Scans"), 3, "center"),
        Column("archive", book._("Archive No."), 6),
        Column("archived_on", book._("Archived on"), 5.5, "center"),
        Column("remarks", book._("Remarks"), 8),
    )


def _agreement(number: int, one: Agreement, book: Phrasebook) -> Row:
    (first, last), copies = days_in_force(one), copies_of(one)
    return Row(
        (
            Cell(str(number), number),
            Cell(one.number),
            Cell(book.text(title_of(one, book.language))),
            Cell("\n".join(_party(party, book) for party in one.parties)),
            Cell("\n".join(book.name(party.signatory.name) for party in one.parties if party.signatory)),
            Cell(book.word(one.tier)),
            Cell(book.word(one.status)),
            Cell(_final_text(one)),
            Cell(book.day(one.signed_on), one.signed_on),
            Cell(book.text(one.signed_at)),
            Cell(book.day(first), first),
            Cell(book.day(last), last),
            _count(copies.originals),
            _count(copies.duplicates),
            _count(len(one.attachments) or None),
            Cell(one.archive_number),
            Cell(book.day(one.archived_on), one.archived_on),
            Cell(book.text(one.remarks)),
        )
    )


def _party(party: AgreementParty, book: Phrasebook) -> str:
    unit = book.text(party.organization.name) if party.organization else ""
    return unit + book.bracketed(book._("Witness")) if party.is_witness else unit


def _final_text(one: Agreement) -> str:
    """v2 · 7F3A91C0, as in the corner of the signed pages."""
    revision = final_revision(one)
    return f"v{revision.number} · {revision.content_hash[:HASH_DIGITS].upper()}" if revision else ""


def _count(number: int | None) -> Cell:
    return Cell("" if number is None else str(number), number)


def _seal_columns(book: Phrasebook) -> tuple[Column, ...]:
    return (
        Column("number", book._("No."), 2.5, "center"),
        Column("used_on", book._("Date"), 5.5, "center"),
        Column("document", book._("Document"), 16),
        Column("unit", book._("Unit"), 12),
        Column("seal", book._("Seal"), 7),
        Column("pages", book._("Pages"), 3, "center"),
        Column("copies", book._("Copies"), 3, "center"),
        Column("edges", book._("Across the edges"), 4, "center"),
        Column("approved_by", book._("Approved by"), 6),
        Column("operator", book._("Sealed by"), 6),
        Column("remarks", book._("Remarks"), 8),
    )


def _title(agreement: Agreement, apart: tuple[Bilingual, ...], book: Phrasebook) -> str:
    """《合作协议》（丰利粉碎设备）: with whom, where several agreements are called the same."""
    title = book.quoted(title_of(agreement, book.language).pick(book.language))
    units = ("、" if book.language == "zh" else ", ").join(filter(None, map(book.text, apart)))
    return title + (book.bracketed(units) if units else "")


def _seal(number: int, use: SealUse, titles: dict[int, str], book: Phrasebook) -> Row:
    agreement = titles.get(use.agreement_id, "") if use.agreement_id is not None else ""
    return Row(
        (
            Cell(str(number), number),
            Cell(book.day(use.used_on), use.used_on),
            Cell(agreement or use.document),
            Cell(book.text(use.organization.name) if use.organization else ""),
            Cell(use.seal),
            _count(use.pages),
            _count(use.copies),
            Cell(book._("yes") if use.across_edges else ""),
            Cell(use.approved_by),
            Cell(use.operator),
            Cell(use.remarks),
        )
    )
