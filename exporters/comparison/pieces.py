"""A paper in pieces that can be compared: title, parties, paragraphs, clauses, annexes, places to sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from exporters.blocks import (
    Block,
    Clause,
    Document,
    FieldList,
    Heading,
    Paragraph,
    Row,
    Section,
    SignatureArea,
    SignatureParty,
    Table,
    Title,
)
from exporters.span_text import field_text, spans_text


class PieceKind(StrEnum):
    """What a piece is in the paper."""

    TITLE = "title"
    PARTY = "party"
    PARAGRAPH = "paragraph"
    CLAUSE = "clause"
    ANNEX = "annex"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text. `key` is stable across revisions where the paper has one, empty otherwise; `level` from 0.

    `within`: the number of the clause that an item belongs to.
    """

    kind: PieceKind
    key: str
    number: str
    heading: str
    text: str
    level: int = 0
    within: str = ""

    @property
    def place(self) -> str:
        """“第五条（一）”, “Article 5 (1)”: where it stands, to somebody who does not see what is around it."""
        between = " " if self.within and self.number and self.within.isascii() else ""
        return f"{self.within}{between}{self.number}"


def pieces_of(document: Document) -> tuple[Piece, ...]:
    """The pieces of a paper in one language, in order. Numbers and dates count as on the final paper."""
    return tuple(_pieces(document.blocks, document.language, PieceKind.PARAGRAPH))


def _pieces(blocks: tuple[Block, ...], language: str, kind: PieceKind) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Title):
            yield Piece(
                PieceKind.TITLE, "", "", "", "".join(block.lines) if language == "zh" else " ".join(block.lines)
            )
        elif isinstance(block, FieldList):
            lines = (field_text(field, language, final=True) for field in block.fields)
            yield Piece(PieceKind.PARTY, "", "", block.title, "\n".join(lines))
        elif isinstance(block, Clause):
            yield from _clause(block, 0)
        elif isinstance(block, SignatureArea):
            yield from (_signature(party) for party in (*block.parties, *block.witnesses))
        elif isinstance(block, Section):
            yield from _annex(block, language)
        else:
            yield from _plain(block, kind)


def _clause(clause: Clause, level: int, within: str = "") -> Iterator[Piece]:
    text = "\n".join(_text(paragraph) for paragraph in clause.paragraphs)
    piece = Piece(PieceKind.CLAUSE, clause.key, clause.number, clause.heading, text, level, within)
    yield piece
    for child in clause.children:
        yield from _clause(child, level + 1, piece.place)


def _signature(party: SignatureParty) -> Piece:
    return Piece(PieceKind.SIGNATURE, "", "", party.label, party.name)


def _annex(section: Section, language: str) -> Iterator[Piece]:
    yield Piece(PieceKind.ANNEX, "", "", section.name, "")
    said = (block for block in section.blocks if not (isinstance(block, Paragraph) and _text(block) == section.name))
    yield from _pieces(tuple(said), language, PieceKind.ANNEX)


def _plain(block: Block, kind: PieceKind) -> Iterator[Piece]:
    """Paragraphs, headings and the rows of tables; spacers, breaks and covers say nothing of their own."""
    if isinstance(block, Paragraph):
        yield Piece(kind, "", "", "", _text(block))
    elif isinstance(block, Heading):
        yield Piece(kind, "", block.number, block.text, "")
    elif isinstance(block, Table):
        yield from (_row(block, row, kind) for row in block.rows)


def _row(table: Table, row: Row, kind: PieceKind) -> Piece:
    """A row of a table; where the table counts its rows, the number is no part of the words."""
    cells = dict(zip((column.key for column in table.columns), (cell.text for cell in row.cells), strict=False))
    return Piece(kind, "", cells.pop("number", ""), "", " | ".join(cells.values()))


def _text(paragraph: Paragraph) -> str:
    return spans_text(paragraph.spans, final=True)
