"""The cooperation ledger (合作台账): a line a cooperation with every column of practice, and the figures it adds up to.

An agreement that belongs to no recorded cooperation has a line of its own, so that nothing signed is missing.
"""

from __future__ import annotations

from decimal import Decimal

from exporters.blocks import Block, Cell, Column, Document, Row, Section, Table
from exporters.documents import frame
from exporters.documents.ledger_figures import figure_blocks
from exporters.documents.ledger_rows import Line, ledger_lines
from exporters.documents.phrasebook import Phrasebook
from exporters.options import ExportOptions
from models.snapshots.shapes import MeetingSnapshot


def assemble(snapshot: MeetingSnapshot, options: ExportOptions) -> tuple[Document, ...]:
    """The ledger. Raises no_material where there is neither a cooperation nor an agreement."""
    book = frame.phrasebook(options)
    lines = ledger_lines(snapshot, book)
    if not lines:
        raise frame.no_material(snapshot, "ledger")
    paper = book._("Cooperation ledger")
    ledger: tuple[Block, ...] = (
        frame.title_block(snapshot.meeting, paper, book),
        Table(_columns(book), (*(_row(line, book) for line in lines), _total(lines, book)), small=True),
    )
    figures: tuple[Block, ...] = (
        frame.title_block(snapshot.meeting, book._("Summary figures"), book),
        *figure_blocks(snapshot, lines, book),
    )
    blocks = (Section(book._("Ledger"), ledger), Section(book._("Summary figures"), figures))
    return frame.finished(snapshot, options, book, kind="ledger", paper=paper, blocks=blocks, landscape=True)


def _columns(book: Phrasebook) -> tuple[Column, ...]:
    return (
        Column("number", book._("No."), 2.5, "center"),
        Column("name", book._("Project"), 8),
        Column("partner", book._("Partner (university, school, platform, expert)"), 8),
        Column("local", book._("Local partner"), 8),
        Column("lead", book._("Lead department"), 6),
        Column("category", book._("Category"), 4.5),
        Column("bases", book._("Type of base"), 7),
        Column("field", book._("Field of cooperation"), 8),
        Column("content", book._("Main content"), 10),
        Column("status", book._("Status"), 4, "center"),
        Column("matched", book._("Matched (date, event)"), 7),
        Column("signed", book._("Signed (date, agreement, number)"), 10),
        Column("term", book._("Term of the agreement"), 7),
        Column("amount", book._("Funds (CNY 10,000)"), 4.5, "right"),
        Column("targets", book._("Targets (by year)"), 8),
        Column("progress", book._("Progress"), 11),
        Column("problems", book._("Problems"), 6),
        Column("next_step", book._("Next step"), 6),
        Column("responsible", book._("Responsible unit and person"), 8),
        Column("contact", book._("Contact"), 8),
        Column("due", book._("Due"), 5.5, "center"),
        Column("evidence", book._("Evidence"), 5),
        Column("updated", book._("Updated"), 5.5, "center"),
        Column("remarks", book._("Remarks"), 7),
    )


def _row(line: Line, book: Phrasebook) -> Row:
    return Row(
        (
            Cell(str(line.number), line.number),
            Cell(line.name),
            Cell(line.partner),
            Cell(line.local),
            Cell(line.lead),
            Cell(line.category),
            Cell("\n".join(book.opened(base) for base in line.bases)),
            Cell(book.opened(line.field)),
            Cell(book.opened(line.content)),
            Cell(book.word(line.status)),
            line.matched,
            line.signed,
            Cell(line.term),
            line.amount,
            Cell(book.opened(line.targets)),
            Cell(book.opened(line.progress)),
            Cell(book.opened(line.problems)),
            Cell(book.opened(line.next_step)),
            Cell(book.opened(line.responsible)),
            Cell(line.contact),
            line.due,
            Cell(book.opened(line.evidence)),
            line.updated,
            Cell(book.opened(line.remarks)),
        )
    )


def _total(lines: tuple[Line, ...], book: Phrasebook) -> Row:
    """How many lines, and the sum of their funds."""
    cells = [Cell("") for _ in _columns(book)]
    cells[1] = Cell(book.n_("Total: {count} item", "Total: {count} items", len(lines)))
    amounts = [line.amount.value for line in lines if isinstance(line.amount.value, Decimal)]
    if amounts:
        total = sum(amounts, Decimal(0))
        cells[13] = Cell(book.number(total), total)
    return Row(tuple(cells), "total")
