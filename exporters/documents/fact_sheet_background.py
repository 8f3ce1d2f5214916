"""Facts of the background by kind, each with its number as the source gives it, for the fact sheet."""

from __future__ import annotations

from exporters.blocks import Block, Heading, Row, Table
from exporters.documents import frame
from exporters.documents.fact_words import fact_examples, fact_period, fact_value
from exporters.documents.ledger_rows import outcome_words
from exporters.documents.phrasebook import Phrasebook
from models.codes import FactKind
from models.snapshots.shapes import Fact, MeetingSnapshot


def fact_blocks(snapshot: MeetingSnapshot, book: Phrasebook) -> list[Block]:
    """A table a kind, in the order of the kinds; the facts of one kind in record order."""
    blocks: list[Block] = []
    titles = {item.id: frame.item_title(item, book) for item in snapshot.agenda}
    for kind in FactKind:
        rows = tuple(
            _fact(fact, titles.get(fact.agenda_item_id or 0, ""), book) for fact in snapshot.facts if fact.kind is kind
        )
        if rows:
            blocks += [Heading(book.word(kind), 2), *frame.table_if_any(_table(rows, book))]
    return blocks


def _table(rows: tuple[Row, ...], book: Phrasebook) -> Table:
    columns = frame.columns(
        ("subject", book._("Concerning"), 8),
        ("indicator", book._("Indicator"), 10),
        ("text", book._("Text"), 16),
        ("value", book._("Number"), 7),
        ("level", book._("Level"), 5),
        ("period", book._("Period"), 7),
        ("examples", book._("Named"), 10),
        ("document", book._("Document number, issuer"), 9),
        ("owner", book._("By whom, until when"), 8),
        ("results", book._("Results"), 12),
        ("item", book._("Agenda item"), 8),
        ("wording", book._("Wording of the source"), 12),
    )
    return Table(columns, rows, small=True)


def _fact(fact: Fact, item: str, book: Phrasebook) -> Row:
    until = (book.text(fact.owner), book.day(fact.due_on), book._("done") if fact.done else "")
    return frame.text_row(
        book.text(fact.subject),
        book.opened(book.text(fact.indicator)),
        book.opened(book.text(fact.text)),
        fact_value(fact, book),
        book.word(fact.level),
        fact_period(fact, book),
        fact_examples(fact, book),
        book.clauses((fact.document_number, book.text(fact.issuer))),
        book.clauses(until),
        "\n".join(book.opened(outcome_words(outcome, book)) for outcome in fact.outcomes),
        item,
        fact.source_wording,
    )
