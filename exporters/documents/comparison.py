"""The comparison of two texts of an agreement (修改对照稿): the newer text whole, deleted words where they stood."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from exporters.blocks import Block, Document, Field, FieldList, Paragraph, Spacer, Span, SpanKind, Title, text_spans
from exporters.comparison.compare import Change, ChangeKind, Comparison, compare
from exporters.comparison.pieces import PieceKind
from exporters.comparison.word_diff import Run, RunKind
from exporters.documents import frame
from exporters.documents.agreement import halves, title_of, written_agreements
from exporters.documents.phrasebook import Phrasebook
from exporters.fingerprint import content_hash, from_json
from exporters.options import ExportOptions
from models.agreement_assembly import frozen_half
from models.errors import KnownError
from models.snapshots.shapes import Agreement, MeetingSnapshot, Revision

HASH_DIGITS = 16
_KINDS = {RunKind.SAME: SpanKind.TEXT, RunKind.INSERTED: SpanKind.INSERTED, RunKind.DELETED: SpanKind.DELETED}


@dataclass(frozen=True, slots=True)
class Version:
    """A text to be compared: of a revision, or (None) as it is now."""

    revision: Revision | None
    document: Document


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """One paper for each agreement asked for that has something to compare.

    KnownError: unknown_agreement, no_material; unknown_revision (agreement, number, known) where one is named;
    revision_without_language where it keeps no text in this language.
    """
    chosen = written_agreements(snapshot, replace(options, final=False))
    found = tuple(paper for one in chosen for paper in _papers(snapshot, one, options))
    if not found:
        raise frame.no_material(snapshot, "comparison")
    return found


def versions(snapshot: MeetingSnapshot, agreement: Agreement, options: ExportOptions) -> tuple[Version, Version] | None:
    """The two texts; None where nothing is named and there is nothing before the newer one, or both are one text."""
    newer = _version(snapshot, agreement, options.compare_to, options)
    if options.compare_from is not None:
        return _version(snapshot, agreement, options.compare_from, options), newer
    before = newer.revision.number if newer.revision else None
    older = [one for one in agreement.revisions if before is None or one.number < before]
    if not older:
        return None
    found = _version(snapshot, agreement, max(one.number for one in older), options)
    same = options.compare_to is None and content_hash(found.document) == content_hash(newer.document)
    return None if same else (found, newer)


def _papers(snapshot: MeetingSnapshot, agreement: Agreement, options: ExportOptions) -> Iterator[Document]:
    pair = versions(snapshot, agreement, options)
    if pair is not None:
        yield _paper(snapshot, agreement, *pair, options)


def _version(snapshot: MeetingSnapshot, agreement: Agreement, number: int | None, options: ExportOptions) -> Version:
    language = options.language
    if number is None:
        return Version(None, halves(snapshot, replace(agreement, frozen=None), language)[0])
    title = title_of(agreement, language).pick(language)
    revision = next((one for one in agreement.revisions if one.number == number), None)
    if revision is None:
        known = ", ".join(str(one.number) for one in agreement.revisions) or "–"
        raise KnownError("unknown_revision", agreement=title, number=number, known=known)
    half = frozen_half(revision, language)
    if half is None:
        raise KnownError("revision_without_language", agreement=title, number=number)
    return Version(revision, from_json(half))


def _paper(
    snapshot: MeetingSnapshot, agreement: Agreement, old: Version, new: Version, options: ExportOptions
) -> Document:
    book = frame.phrasebook(options)
    found = compare(old.document, new.document)
    title = title_of(agreement, book.language).pick(book.language)
    head = (
        Title((title, book._("Comparison"))),
        FieldList((Field(book._("Older text"), _told(old, book)), Field(book._("Newer text"), _told(new, book)))),
        Paragraph(text_spans(_summary(found, book)), indent=0),
        _legend(book),
        Spacer(),
    )
    (document,) = frame.finished(
        snapshot,
        replace(options, final=True),
        book,
        kind="comparison",
        paper=book._("Comparison"),
        blocks=(*head, *(block for change in found.changes for block in _blocks(change, book))),
    )
    return replace(document, key=agreement.key, title=book.joined_title(title, book._("Comparison")))


def _told(version: Version, book: Phrasebook) -> tuple[Span, ...]:
    """“v2, sent to the university, 18 May 2024 12:00 · 7f3a91c0…”; both hashes stand on the paper."""
    revision = version.revision
    digits = content_hash(version.document)[:HASH_DIGITS].upper()
    if revision is None:
        return text_spans(book.sentences((book._("the text as it is now"), digits)))
    at = revision.frozen_at
    kept = f"{at.astimezone() if at.tzinfo else at:%Y-%m-%d %H:%M}" if at else ""  # by the clock of the office
    words = book.clauses((f"v{revision.number}", book.word(revision.kind), revision.name, revision.author, kept))
    return text_spans(book.sentences((words, digits)))


def _summary(found: Comparison, book: Phrasebook) -> str:
    changed, inserted = found.count(ChangeKind.CHANGED), found.count(ChangeKind.INSERTED)
    deleted, renumbered = found.count(ChangeKind.DELETED), found.renumbered
    counts = (
        (changed, book.n_("{count} piece reworded", "{count} pieces reworded", changed)),
        (inserted, book.n_("{count} piece inserted", "{count} pieces inserted", inserted)),
        (deleted, book.n_("{count} piece deleted", "{count} pieces deleted", deleted)),
        (found.moved, book.n_("{count} piece moved", "{count} pieces moved", found.moved)),
        (renumbered, book.n_("{count} piece renumbered only", "{count} pieces renumbered only", renumbered)),
    )
    told = [words for count, words in counts if count]
    return book._("Changes: {changes}.", changes=book.clauses(told)) if told else book._("No differences.")


def _legend(book: Phrasebook) -> Paragraph:
    inserted = Span(book._("inserted words"), SpanKind.INSERTED)
    deleted = Span(book._("deleted words"), SpanKind.DELETED)
    return Paragraph((inserted, Span("　"), deleted), indent=0, small=True)


def _blocks(change: Change, book: Phrasebook) -> Iterator[Block]:
    """A piece: its mark, number and heading on a line with its first words, further lines below."""
    mark, piece = _mark(change, book), change.piece
    number = (
        f"{piece.number}　" if piece.number and book.language == "zh" else f"{piece.number} " if piece.number else ""
    )
    lead = [Span(mark, SpanKind.STRONG)] if mark else []
    if number or change.heading:
        lead += [Span(number, SpanKind.STRONG), *_spans(change.heading)]
    rows = _lines(change.text)
    if (piece.kind is PieceKind.CLAUSE and piece.level) or not (number or change.heading):
        first, *rest = rows or [[]]
        rows = [[*lead, *first], *rest]
    else:
        rows = [lead, *rows]
    for spans in rows:
        if spans:
            yield Paragraph(tuple(spans), indent=0 if piece.kind is PieceKind.PARTY else 2)


def _mark(change: Change, book: Phrasebook) -> str:
    """【新增】, 【移动，原第五条】: what became of the piece, for a reader who leafs through."""
    words = {
        ChangeKind.INSERTED: book._("inserted"),
        ChangeKind.DELETED: book._("deleted"),
        ChangeKind.CHANGED: book._("reworded"),
    }
    was = change.old.place if change.old else ""
    now = change.new.place if change.new and change.moved else change.new.number if change.new else ""
    renumbered = change.old is not None and now not in ("", was, change.old.number)
    parts = (
        words.get(change.kind, ""),
        book._("moved") if change.moved else "",
        book._("was {number}", number=was) if renumbered and was else "",
    )
    told = book.clauses(parts)
    return "" if not told else f"【{told}】" if book.language == "zh" else f"[{told}] "


def _spans(runs: tuple[Run, ...]) -> list[Span]:
    return [Span(run.text, _KINDS[run.kind]) for run in runs]


def _lines(runs: tuple[Run, ...]) -> list[list[Span]]:
    """The runs in lines of the text."""
    lines: list[list[Span]] = [[]]
    for run in runs:
        first, *rest = run.text.split("\n")
        lines[-1].append(Span(first, _KINDS[run.kind]))
        lines += [[Span(line, _KINDS[run.kind])] for line in rest]
    return [[span for span in line if span.text] for line in lines]
