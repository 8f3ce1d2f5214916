"""What the ledger adds up to, each figure with its definition and the lines it comes from, and the figures of reports.

Bases, plaques, agreements and projects are counted apart; a college counts as its own partner (domain practice).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from exporters.blocks import Block, Cell, Column, Heading, Row, Table
from exporters.documents import frame
from exporters.documents.fact_words import fact_examples, fact_period, fact_value
from exporters.documents.ledger_rows import Line
from exporters.documents.phrasebook import Phrasebook
from models.codes import AgreementStatus, CooperationStatus, FactKind
from models.snapshots.shapes import AgreementBatch, Base, Fact, MeetingSnapshot

LANDED = (CooperationStatus.LANDED, CooperationStatus.DELIVERING, CooperationStatus.CLOSED)
SIGNED = (CooperationStatus.SIGNED, *LANDED)
INTENDED = (CooperationStatus.LEAD, CooperationStatus.MATCHED, CooperationStatus.INTENT, CooperationStatus.TO_BE_SIGNED)
STATED_KINDS = (FactKind.STATISTIC, FactKind.PLATFORM, FactKind.HONOR, FactKind.DISPATCH, FactKind.AWARD)


def figure_blocks(snapshot: MeetingSnapshot, lines: Sequence[Line], book: Phrasebook) -> list[Block]:
    """The counted figures, and below them those that reports state."""
    blocks: list[Block] = [
        Heading(book._("Counted from the records"), 2),
        Table(_counted_columns(book), tuple(_counted(snapshot, lines, book))),
    ]
    stated = [fact for fact in snapshot.facts if fact.kind in STATED_KINDS and fact.value is not None]
    rows = (*(_batch(batch, snapshot, book) for batch in snapshot.batches), *(_stated(fact, book) for fact in stated))
    if rows:
        table = frame.without_empty_columns(Table(_stated_columns(book), rows), keep=("figure", "value"))
        blocks += [Heading(book._("Stated by the sources"), 2), table]
    return blocks


def all_bases(snapshot: MeetingSnapshot) -> tuple[Base, ...]:
    """Every base of the meeting, once."""
    found = [base for cooperation in snapshot.cooperations for base in cooperation.bases]
    found += [base for agreement in snapshot.agreements for base in agreement.bases]
    return tuple({base.id: base for base in (*found, *snapshot.bases)}.values())


def _counted_columns(book: Phrasebook) -> tuple[Column, ...]:
    return (
        Column("figure", book._("Figure"), 16),
        Column("value", book._("Number"), 6, "center"),
        Column("definition", book._("How it is counted"), 26),
        Column("lines", book._("Ledger lines"), 12),
    )


def _counted(snapshot: MeetingSnapshot, lines: Sequence[Line], book: Phrasebook) -> Iterator[Row]:
    partners = [line for line in lines if line.partner_id is not None]
    yield _figure(
        book._("Partner organizations"),
        len({line.partner_id for line in partners}),
        book._("Each university, college or institute once"),
        partners,
    )
    for label, states, definition in (
        (book._("Intents"), INTENDED, book._("Lines that are not signed yet, from lead to to-be-signed")),
        (book._("Signed projects"), SIGNED, book._("Lines signed or further")),
        (book._("Implemented projects"), LANDED, book._("Lines being implemented or further")),
    ):
        chosen = [line for line in lines if line.status in states]
        yield _figure(label, len(chosen), definition, chosen)
    yield from _objects(snapshot, book)


def _objects(snapshot: MeetingSnapshot, book: Phrasebook) -> Iterator[Row]:
    """Agreements, plaques and bases, which are no lines."""
    signed = [one for one in snapshot.agreements if one.status in (AgreementStatus.SIGNED, AgreementStatus.ARCHIVED)]
    yield _figure(book._("Agreements recorded"), len(snapshot.agreements), book._("Whatever their state"))
    yield _figure(book._("Agreements signed"), len(signed), book._("Of these, signed or archived"))
    yield _figure(book._("Plaques recorded"), len(snapshot.plaques), book._("Plaques awarded, unveiled or hung"))
    yield from _bases_by(
        snapshot,
        lambda base: book.text(base.type_name),
        book._("Bases of this type, planned ones included, each once"),
        book,
    )
    yield from _bases_by(
        snapshot,
        lambda base: book.word(base.level),
        book._("Bases of this level, planned ones included, each once"),
        book,
    )


def _bases_by(
    snapshot: MeetingSnapshot, group: Callable[[Base], str], definition: str, book: Phrasebook
) -> Iterator[Row]:
    counts: dict[str, int] = {}
    for base in all_bases(snapshot):
        if label := group(base):
            counts[label] = counts.get(label, 0) + 1
    for label, count in counts.items():
        yield _figure(book._("Bases: {kind}", kind=label), count, definition)


def _figure(label: str, count: int, definition: str, lines: Iterable[Line] = ()) -> Row:
    numbers = ", ".join(str(line.number) for line in lines)
    return Row((Cell(label), Cell(str(count), count), Cell(definition), Cell(numbers)))


def _stated_columns(book: Phrasebook) -> tuple[Column, ...]:
    return (
        Column("figure", book._("Figure"), 14),
        Column("value", book._("Number"), 9, "center"),
        Column("level", book._("Level"), 7, "center"),
        Column("subject", book._("Concerning"), 10),
        Column("period", book._("Period"), 9),
        Column("examples", book._("Named"), 14),
        Column("wording", book._("Wording of the source"), 14),
    )


def _stated(fact: Fact, book: Phrasebook) -> Row:
    return frame.text_row(
        book.opened(book.text(fact.indicator) or book.text(fact.text)),
        fact_value(fact, book),
        book.word(fact.level),
        book.text(fact.subject),
        fact_period(fact, book),
        fact_examples(fact, book),
        fact.source_wording,
    )


def _batch(batch: AgreementBatch, snapshot: MeetingSnapshot, book: Phrasebook) -> Row:
    """Agreements signed together, of which a source may name only some."""
    named = sum(agreement.batch_id == batch.id for agreement in snapshot.agreements)
    total = named if batch.stated_count is None else batch.stated_count
    open_list = "" if batch.list_complete else book._("the list is not complete")
    words = book.n_("{count} recorded", "{count} recorded", named) + book.bracketed(open_list)
    return frame.text_row(book.text(batch.title), book.number(total), "", "", "", words, book.text(batch.remarks))
