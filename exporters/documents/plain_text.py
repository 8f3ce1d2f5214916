"""A document as plain text: its words in order, without any format. For reviews, searching and the clipboard."""

from __future__ import annotations

from collections.abc import Iterable
from functools import singledispatch

from exporters.blocks import (
    Block,
    Card,
    Cards,
    Clause,
    Contents,
    Cover,
    Document,
    DraftNote,
    Field,
    FieldList,
    Heading,
    PageBreak,
    Paragraph,
    Parallel,
    Row,
    Section,
    SignatureArea,
    SignatureParty,
    Spacer,
    Span,
    SpanKind,
    Table,
    Title,
)
from exporters.span_text import numbered

BETWEEN_CELLS = " | "
PAGE_END = "-" * 8
LINE_BREAK = " / "  # stands for a line break inside a cell


def plain_text(document: Document) -> str:
    """All words of the document, one line a paragraph, field or row; the footer last."""
    lines = [*blocks_as_lines(document.blocks), *([f"[{document.footer}]"] if document.footer else [])]
    return "\n".join(lines) + "\n"


def blocks_as_lines(blocks: Iterable[Block]) -> list[str]:
    """The lines of some blocks."""
    return [line for block in blocks for line in _lines(block)]


@singledispatch
def _lines(block: object) -> list[str]:
    raise TypeError(f"no plain text for {type(block).__name__}")


@_lines.register
def _title(block: Title) -> list[str]:
    return [*(line for line in (*block.lines, block.subtitle) if line), ""]


@_lines.register
def _heading(block: Heading) -> list[str]:
    return ["", f"{'#' * block.level} {numbered(block)}"]


@_lines.register
def _paragraph(block: Paragraph) -> list[str]:
    return [_spans(block.spans)]


@_lines.register
def _clause(block: Clause) -> list[str]:
    return [numbered(block), *blocks_as_lines(block.paragraphs), *blocks_as_lines(block.children)]


@_lines.register
def _cover(block: Cover) -> list[str]:
    return [*_front(block), *(_front(block.english) if block.english else ()), PAGE_END]


def _front(cover: Cover) -> list[str]:
    """The words of a cover in one language; a field without words is filled in with the other's."""
    named = [_field(field) for field in (*cover.parties, *cover.signing) if field.spans]
    number = [_field(cover.number)] if cover.number.spans else []
    return [*([cover.mark] if cover.mark else []), *number, "", *cover.lines, "", *named, ""]


@_lines.register
def _parallel(block: Parallel) -> list[str]:
    return [line for row in block.rows for line in (*_half(row.left, "<"), *_half(row.right, ">"))]


@_lines.register
def _fields(block: FieldList) -> list[str]:
    lines = [_field(field) for field in block.fields]
    return [block.title, *lines] if block.title else lines


@_lines.register
def _table(block: Table) -> list[str]:
    heading = BETWEEN_CELLS.join(column.heading for column in block.columns).replace("\n", LINE_BREAK)
    return [*([block.caption] if block.caption else []), heading, *(_row(row) for row in block.rows)]


@_lines.register
def _signatures(block: SignatureArea) -> list[str]:
    parties = (*block.parties, *block.witnesses)
    told = [block.note, *(line for party in parties for line in _party(party)), block.count]
    return [line for line in told if line] + (_signatures(block.english) if block.english else [])


@_lines.register
def _contents(block: Contents) -> list[str]:
    return [block.title, *block.entries]


@_lines.register
def _cards(block: Cards) -> list[str]:
    return [f"{block.width:g} × {block.height:g}", *map(_card, block.cards)]


def _card(card: Card) -> str:
    parts = (card.head, *card.above, f"[{card.name}]", card.second, *card.below, card.band, card.corner)
    return BETWEEN_CELLS.join(part for part in parts if part).replace("\n", LINE_BREAK)


@_lines.register
def _draft_note(block: DraftNote) -> list[str]:
    return [f"({block.text})"]


@_lines.register
def _spacer(block: Spacer) -> list[str]:
    return [""]


@_lines.register
def _page_break(block: PageBreak) -> list[str]:
    return ["", PAGE_END]


@_lines.register
def _section(block: Section) -> list[str]:
    return ["", f"== {block.name} ==", *blocks_as_lines(block.blocks)]


def _field(field: Field) -> str:
    """“标签: 值”; a field without a label continues the one above."""
    return f"{field.label}: {_spans(field.spans)}" if field.label else _spans(field.spans)


def _half(blocks: Iterable[Block], side: str) -> list[str]:
    """What stands on the left (<) or on the right (>)."""
    return [f"{side} {line}" for line in blocks_as_lines(blocks) if line]


def _spans(spans: Iterable[Span]) -> str:
    return "".join(_span(span) for span in spans).replace("\n", LINE_BREAK)


def _span(span: Span) -> str:
    return f"[{span.text}]" if span.kind is SpanKind.BLANK else span.text


def _row(row: Row) -> str:
    text = BETWEEN_CELLS.join(cell.text for cell in row.cells).replace("\n", LINE_BREAK)
    return f"-- {text}" if row.kind == "group" else text.rstrip() if row.kind != "blank" else "__"


def _party(party: SignatureParty) -> list[str]:
    return [f"{party.label} {party.name}".strip(), *(f"  {line}" for line in party.lines)]
