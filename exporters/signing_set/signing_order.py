"""The signing-order sheet for the assistants: who signs where, and which copy first.

Rotation: each side first signs the copies it keeps, on which it is named first; then the folders move on by one.
"""

from __future__ import annotations

from exporters.blocks import Block, Cell, Column, Document, Field, FieldList, Heading, Paragraph, Row, Span, Table
from exporters.documents.frame import fields, finished, title_block, when, where
from exporters.options import ExportOptions
from exporters.signing_set.build import SignedAgreement, SigningSet
from exporters.signing_set.copies import Keeper
from exporters.signing_set.wording import CopyWords
from models.snapshots.shapes import MeetingSnapshot

MOST_ROUNDS = 4  # parties whose rounds have a column each
_TALL = 10.0  # millimeters: room for an assistant's name


def signing_order(signing_set: SigningSet, snapshot: MeetingSnapshot, options: ExportOptions) -> Document:
    """The sheet for all agreements, in their order."""
    words = CopyWords(options.language)
    paper = words._("Signing order")
    blocks: list[Block] = [
        title_block(snapshot.meeting, paper, words),
        *_head(snapshot, words),
        _rule(words),
    ]
    for signed in signing_set.agreements:
        blocks += _agreement(signed, words)
    (document,) = finished(
        snapshot, options, words, kind="signing-set", paper=paper, blocks=tuple(blocks), landscape=True
    )
    return document


def _head(snapshot: MeetingSnapshot, words: CopyWords) -> tuple[FieldList, ...]:
    meeting = snapshot.meeting
    known: tuple[Field, ...] = fields(
        (words._("Time"), when(meeting, words)), (words._("Place"), where(meeting, words))
    )
    return (FieldList(known),) if known else ()


def _rule(words: CopyWords) -> Paragraph:
    text = words._(
        "Each side first signs the copies it keeps, on which it is named first; then the folders are exchanged and the "
        "other copies are signed. The assistant turns to the signature page and points to the line."
    )
    return Paragraph((Span(text),))


def _agreement(signed: SignedAgreement, words: CopyWords) -> list[Block]:
    """A heading, the table of who signs when and where, and what is signed after the rounds."""
    parties = _parties(signed, words)
    heading = words.quoted(signed.title)
    after = [
        words._("Signed last, in the order of the parties: {copies}.", copies=copies) for copies in _last(signed, words)
    ]
    return [
        Heading(heading, 2, f"{signed.number}."),
        _table(parties, words),
        *(Paragraph((Span(line),), indent=0, small=True) for line in after),
    ]


def _parties(signed: SignedAgreement, words: CopyWords) -> tuple[Keeper, ...]:
    """Every party, also one that keeps no copy."""
    kept = {keeper.party: keeper for keeper in signed.copies.keepers if keeper.party is not None}
    parties = [party for party in signed.agreement.parties if not party.is_witness]
    return tuple(kept.get(place) or Keeper(place, party, 0, 0) for place, party in enumerate(parties))


def _table(parties: tuple[Keeper, ...], words: CopyWords) -> Table:
    rounds = len(parties) if len(parties) <= MOST_ROUNDS else 1
    columns = (
        Column("party", words._("Party to the agreement"), 11),
        Column("signatory", words._("Signatory"), 7),
        *(Column(f"round_{turn}", _heading(turn, words), 7) for turn in range(rounds)),
        *(() if rounds == len(parties) else (Column("others", words._("After the exchange"), 7),)),
        Column("assistant", words._("Signing assistant"), 6),
    )
    rows = tuple(_row(parties, party, rounds, words) for party in parties)
    return Table(columns, rows, row_height=_TALL)


def _heading(turn: int, words: CopyWords) -> str:
    if turn == 0:
        return words._("First: own copies")
    return words._("Exchange {number}", number=turn)


def _row(parties: tuple[Keeper, ...], party: Keeper, rounds: int, words: CopyWords) -> Row:
    own = party.party or 0
    turns = [_turn(parties, own, parties[(own + turn) % len(parties)], words) for turn in range(rounds)]
    others = [] if rounds == len(parties) else [words._("all other copies, in the order of their numbers")]
    texts = (words.role_and_name(party), words.signatory(party), *turns, *others, "")
    return Row(tuple(Cell(text) for text in texts))


def _turn(parties: tuple[Keeper, ...], signs: int, keeper: Keeper, words: CopyWords) -> str:
    """“正本第 1—2 份，左栏”: the keeper's originals, and where the party's place is on them."""
    numbers = words.numbered(keeper.originals_after, keeper.originals, duplicate=False)
    place = place_on_copy(signs, keeper.party or 0, len(parties), words)
    return words.opened(words.clauses((numbers, place))) if numbers else "—"


def place_on_copy(party: int, keeper: int, parties: int, words: CopyWords) -> str:
    """Where the party signs on a copy that names its keeper first: two stand side by side, more below one another."""
    place = 0 if party == keeper else party + 1 if party < keeper else party
    if parties == 2:
        return words._("right column") if place else words._("left column")
    return words._("row {number}", number=place + 1)


def _last(signed: SignedAgreement, words: CopyWords) -> list[str]:
    """The originals of witnesses and files, then all duplicates."""
    kept = [keeper for keeper in signed.copies.keepers if keeper.party is None and keeper.originals]
    told = [
        words.numbered(keeper.originals_after, keeper.originals, duplicate=False)
        + words.bracketed(words.role_and_name(keeper))
        for keeper in kept
    ]
    duplicates = signed.copies.duplicates
    return [*told, *([words.numbered(0, duplicates, duplicate=True)] if duplicates else [])]
