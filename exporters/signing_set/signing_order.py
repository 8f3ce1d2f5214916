"""The signing-order sheet for the assistants: who signs where, and which copy first.

Rotation: each side first signs the copies it keeps, on which it is named first; then the folders move on by one.
"""

from __future__ import annotations

from exporters.blocks import Block, Cell, Column, Document, Field, FieldList, Heading, Paragraph, Row, Span, Table
from exporters.documents.frame import fields, finished, group_row, title_block, when, where
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
    """A heading, and the table of who signs when and where."""
    return [Heading(words.quoted(signed.title), 2, f"{signed.number}."), _table(signed, words)]


def _parties(signed: SignedAgreement) -> tuple[Keeper, ...]:
    """Every party, also one that keeps no copy."""
    kept = {keeper.party: keeper for keeper in signed.copies.keepers if keeper.party is not None}
    parties = [party for party in signed.agreement.parties if not party.is_witness]
    return tuple(kept.get(place) or Keeper(place, party, 0, 0) for place, party in enumerate(parties))


def _table(signed: SignedAgreement, words: CopyWords) -> Table:
    """A row a party, a column a round; then the witnesses, who sign all copies, and what all sign in the end."""
    parties = _parties(signed)
    rounds = len(parties) if len(parties) <= MOST_ROUNDS else 1
    others = rounds != len(parties)
    columns = (
        Column("party", words._("Party to the agreement"), 10),
        Column("signatory", words._("Signatory"), 7),
        *(Column(f"round_{turn}", _heading(turn, words), 6.5) for turn in range(rounds)),
        *((Column("others", words._("After the exchange"), 6.5),) if others else ()),
        *((Column("duplicates", words._("Duplicates"), 9.5),) if signed.copies.duplicates else ()),
        Column("assistant", words._("Signing assistant"), 5),
    )
    rows = [_row(signed, parties, party, rounds, words) for party in parties]
    rows += [_witness_row(signed, witness, len(columns), words) for witness in _witnesses(signed)]
    last = words.join(_last(signed, words))
    if last:
        rows.append(group_row(words._("Signed last, in the order of the parties: {copies}.", copies=last)))
    return Table(columns, tuple(rows), row_height=_TALL, whole=True)


def _heading(turn: int, words: CopyWords) -> str:
    if turn == 0:
        return words._("First: own copies")
    return words._("Exchange {number}", number=turn)


def _row(signed: SignedAgreement, parties: tuple[Keeper, ...], party: Keeper, rounds: int, words: CopyWords) -> Row:
    own = party.party or 0
    turns = [_turn(parties, own, parties[(own + turn) % len(parties)], words) for turn in range(rounds)]
    others = [] if rounds == len(parties) else [words.opened(_others(words))]
    duplicates = [_duplicates(signed, party, words)] if signed.copies.duplicates else []
    texts = (*turns, *others, *duplicates, "")
    return Row((*_who(party, words), *map(Cell, texts)))


def _who(keeper: Keeper, words: CopyWords) -> tuple[Cell, Cell]:
    return Cell(words.role_and_name(keeper), name=True), Cell(words.signatory(keeper), name=True)


def _witnesses(signed: SignedAgreement) -> list[Keeper]:
    return [Keeper(None, party, 0, 0) for party in signed.agreement.parties if party.is_witness]


def _witness_row(signed: SignedAgreement, witness: Keeper, columns: int, words: CopyWords) -> Row:
    """A witness signs all copies, when the parties have: in the last round, and the duplicates in their column."""
    copies = signed.copies
    originals = words._("after all parties: {copies}", copies=words.numbered(0, copies.originals, duplicate=False))
    texts = [words.opened(originals), *([_all_duplicates(signed, words)] if copies.duplicates else []), ""]
    waiting = columns - 2 - len(texts)  # rounds that pass before
    return Row((*_who(witness, words), *map(Cell, (*["—"] * waiting, *texts))))


def _all_duplicates(signed: SignedAgreement, words: CopyWords) -> str:
    return words.opened(words.numbered(0, signed.copies.duplicates, duplicate=True))


def _turn(parties: tuple[Keeper, ...], signs: int, keeper: Keeper, words: CopyWords) -> str:
    """“正本第 1—2 份”, and below it “第 1 位”: the keeper's originals, and where the party's place is on them."""
    numbers = words.numbered(keeper.originals_after, keeper.originals, duplicate=False)
    return _placed(numbers, signs, keeper, words) if numbers else "—"


def _placed(numbers: str, signs: int, keeper: Keeper, words: CopyWords) -> str:
    return "\n".join((words.opened(numbers), words.opened(place_on_copy(signs, keeper.party or 0, words))))


def _duplicates(signed: SignedAgreement, party: Keeper, words: CopyWords) -> str:
    """The party's own duplicates, then all others as they come."""
    total = signed.copies.duplicates
    if not party.duplicates:
        return _all_duplicates(signed, words)
    own = words.numbered(party.duplicates_after, party.duplicates, duplicate=True)
    others = [words.opened(_others(words))] if party.duplicates < total else []
    return "\n".join((_placed(own, party.party or 0, party, words), *others))


def _others(words: CopyWords) -> str:
    return words._("all other copies, in the order of their numbers")


def place_on_copy(party: int, keeper: int, words: CopyWords) -> str:
    """Where the party signs on a copy that names its keeper first: the left column or the upper row is place 1."""
    place = 0 if party == keeper else party + 1 if party < keeper else party
    return words._("place {number}", number=place + 1)


def _last(signed: SignedAgreement, words: CopyWords) -> list[str]:
    """The originals of witnesses and files."""
    kept = [keeper for keeper in signed.copies.keepers if keeper.party is None and keeper.originals]
    return [
        words.numbered(keeper.originals_after, keeper.originals, duplicate=False)
        + words.bracketed(words.headed(words.role(keeper), words.unit(keeper)))
        for keeper in kept
    ]
