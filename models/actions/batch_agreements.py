"""Drafts many agreements from one template at once: a row a counterparty, one undo step.

The meeting is read once, whatever the number of rows: no snapshot for each, no query for each clause.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.batch_lookups import Cooperations, NamedRows, base_types_by_name, folded
from models.actions.create_agreement import propose_key, refuse_bad_key
from models.actions.draft_agreement import add_clauses_of, title_of
from models.actions.edit_agreement import MOST_PARTIES
from models.actions.edit_record import record_of
from models.codes import AgreementLanguage, AgreementTier
from models.errors import KnownError
from models.records import (
    Agreement,
    AgreementArea,
    AgreementBatch,
    AgreementParty,
    AgreementVariable,
    Base,
    Cooperation,
)
from models.rules.signing_order import signing_order
from models.snapshots.take import take_meeting
from models.template_library import find_template
from models.templates import AgreementTemplate

Pair = tuple[str, str]  # Chinese, English
AMOUNT = "fund.amount"  # the name by which the text knows the money of an agreement


@dataclass(frozen=True, slots=True)
class BatchParty:
    """A party as the table names it: records by id, or names that are looked up and added where nobody bears them."""

    unit: int | str | None = None
    signatory: int | str | None = None
    capacity: Pair = ("", "")  # empty: proposed from the signatory's post at the unit
    is_witness: bool = False


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What one agreement has of its own. Fields and bases that are not named here are those of all."""

    party: BatchParty
    others: tuple[BatchParty, ...] = ()  # further parties of this one, behind those of all
    areas: tuple[Pair, ...] = ()
    bases: tuple[str, ...] = ()  # codes or names of base types; any other words name a base
    amount: Decimal | None = None  # yuan
    answers: Mapping[str, Pair] = field(default_factory=dict)  # to questions of the template
    left_out: frozenset[str] = frozenset()  # keys of clauses that this one goes without
    key: str = ""  # empty: proposed
    title: Pair = ("", "")  # empty: made from the template


@dataclass(frozen=True, slots=True)
class BatchCommon:
    """What all agreements of the batch have in common."""

    parties: tuple[BatchParty, ...] = ()
    row_place: int = 1  # where the party of the row stands among them: 0 makes it 甲方, 1 乙方
    language: AgreementLanguage = AgreementLanguage.ZH
    tier: AgreementTier | None = None  # None: the template's
    title: Pair = ("", "")
    signed_on: date | None = None
    signed_at: Pair = ("", "")
    starts_on: date | None = None
    ends_on: date | None = None
    term_years: int | None = None
    originals_each: int | None = None  # None: nobody has said
    filing_copies: int | None = None
    areas: tuple[Pair, ...] = ()
    bases: tuple[str, ...] = ()
    answers: Mapping[str, Pair] = field(default_factory=dict)
    batch_title: Pair = ("", "")  # empty: the template's own
    in_order: bool = True  # put all agreements of the meeting into the order of signing


def draft_batch(
    session: Session, meeting_id: int, template: str, common: BatchCommon, rows: Sequence[BatchRow]
) -> tuple[int, ...]:
    """Draft an agreement for each row, as a batch of the meeting; returns their ids, in the order of the rows.

    An agreement belongs to the one cooperation of the meeting between its parties that has none yet. KnownError:
    record_gone, unknown_template, batch_empty, too_many_parties (most), agreement_key_taken, agreement_key_invalid.
    """
    if not rows:
        raise KnownError("batch_empty")
    _refuse_crowds(common, rows)
    record_of(session, "meeting", meeting_id)
    session.flush()
    maker = _Maker(session, meeting_id, find_template(session, template), common, rows)
    made = maker.agreements()
    maker.give_titles(made)
    left_out = [row.left_out for row in rows]
    add_clauses_of(session, maker.template, [agreement.id for agreement in made], left_out)
    if common.in_order:
        _number(signing_order([*maker.before, *made]))
    session.flush()
    return tuple(agreement.id for agreement in made)


def _refuse_crowds(common: BatchCommon, rows: Sequence[BatchRow]) -> None:
    here = sum(not party.is_witness for party in common.parties)
    for row in rows:
        if here + 1 + sum(not party.is_witness for party in row.others) > MOST_PARTIES:
            raise KnownError("too_many_parties", most=MOST_PARTIES)


class _Maker:
    """What all rows look up, read once."""

    def __init__(
        self,
        session: Session,
        meeting_id: int,
        template: AgreementTemplate,
        common: BatchCommon,
        rows: Sequence[BatchRow],
    ) -> None:
        self.session, self.meeting_id, self.template = session, meeting_id, template
        self.common, self.rows = common, rows
        query = select(Agreement).where(Agreement.meeting_id == meeting_id)
        self.before = list(session.scalars(query.order_by(Agreement.position, Agreement.id)))
        parties = [*common.parties, *(party for row in rows for party in (row.party, *row.others))]
        self.named = NamedRows(
            session, [party.unit for party in parties], [(party.signatory, party.unit) for party in parties]
        )
        self._cooperations = Cooperations(session, meeting_id, self.before)
        self._types = base_types_by_name(session) if common.bases or any(row.bases for row in rows) else {}

    def agreements(self) -> list[Agreement]:
        """All of them with their parties, fields, answers and bases, stored; still without clauses."""
        batch = self._batch()
        self.session.add(batch)
        self.session.flush()
        made, bases = [], []
        first = max((agreement.position for agreement in self.before), default=-1) + 1
        for place, (row, key) in enumerate(zip(self.rows, self._keys(), strict=True)):
            agreement, of = self._agreement(row, key)
            agreement.batch_id, agreement.position = batch.id, first + place
            made.append(agreement)
            bases.append((row, agreement, of))
        self.session.add_all(made)
        self.session.flush()
        for row, agreement, of in bases:
            self._add_bases(row, agreement, of)
        self.session.flush()
        return made

    def give_titles(self, made: Sequence[Agreement]) -> None:
        """The template's title with the parties' names, where the table gives none."""
        unnamed = [agreement for agreement in made if not agreement.title_zh and not agreement.title_en]
        if not unnamed:
            return
        snapshot = take_meeting(self.session, self.meeting_id, taken_at=datetime.now(UTC))
        shapes = {shape.id: shape for shape in snapshot.agreements}
        for agreement in unnamed:
            title = title_of(self.template, snapshot, shapes[agreement.id])
            agreement.title_zh, agreement.title_en = title.zh, title.en

    def _batch(self) -> AgreementBatch:
        title, plain = self.common.batch_title, self.template.plain_title
        zh, en = title if any(title) else (plain.zh, plain.en)
        positions = select(AgreementBatch.position).where(AgreementBatch.meeting_id == self.meeting_id)
        place = max(self.session.scalars(positions), default=-1) + 1
        return AgreementBatch(meeting_id=self.meeting_id, position=place, title_zh=zh, title_en=en)

    def _keys(self) -> list[str]:
        taken = {agreement.key for agreement in self.before}
        keys = []
        for row in self.rows:
            if row.key:
                refuse_bad_key(row.key)
            if row.key in taken:
                raise KnownError("agreement_key_taken", key=row.key)
            keys.append(row.key or propose_key(taken, self.template.key, self.named.names_en(row.party.unit)))
            taken.add(keys[-1])
        return keys

    def _agreement(self, row: BatchRow, key: str) -> tuple[Agreement, Cooperation | None]:
        common, parties = self.common, self._parties(row)
        title = row.title if any(row.title) else common.title
        cooperation = self._cooperations.take([party.organization_id for party in parties])
        made = Agreement(
            meeting_id=self.meeting_id,
            cooperation_id=cooperation.id if cooperation else None,
            key=key,
            template=self.template.key,
            tier=common.tier or self.template.tier,
            title_zh=title[0].strip(),
            title_en=title[1].strip(),
            language=common.language,
            signed_on=common.signed_on,
            signed_at_zh=common.signed_at[0],
            signed_at_en=common.signed_at[1],
            starts_on=common.starts_on,
            ends_on=common.ends_on,
            term_years=common.term_years,
            originals=_originals(common, parties),
            filing_copies=common.filing_copies,
            parties=parties,
            areas=_areas(row.areas or common.areas),
            variables=_answers({**common.answers, **row.answers}, row.amount),
        )
        return made, cooperation

    def _parties(self, row: BatchRow) -> list[AgreementParty]:
        """Parties first, witnesses behind them."""
        given = list(self.common.parties)
        given.insert(self.common.row_place, row.party)
        ordered = sorted([*given, *row.others], key=lambda party: party.is_witness)
        return [self._party(party, place) for place, party in enumerate(ordered)]

    def _party(self, party: BatchParty, place: int) -> AgreementParty:
        unit, signatory = self.named.unit(party.unit), self.named.person(party.signatory)
        capacity = party.capacity if any(party.capacity) else self.named.capacity(signatory, unit)
        return AgreementParty(
            position=place,
            organization_id=unit,
            signatory_id=signatory,
            capacity_zh=capacity[0].strip(),
            capacity_en=capacity[1].strip(),
            is_witness=party.is_witness,
            originals=None if party.is_witness else self.common.originals_each,
        )

    def _add_bases(self, row: BatchRow, agreement: Agreement, of: Cooperation | None) -> None:
        """Bases that the cooperation plans already are taken; the others are new."""
        named = (words.strip() for words in row.bases or self.common.bases)
        for place, words in enumerate(filter(None, named)):
            kind = self._types.get(folded(words))
            planned = self._cooperations.take_base(agreement.cooperation_id, kind)
            if planned is not None:
                planned.agreement_id = agreement.id
                continue
            base = Base(agreement_id=agreement.id, base_type_id=kind, name_zh="" if kind else words)
            base.position = place
            if of is not None:
                base.cooperation_id = of.id
                base.partner_organization_id = of.partner_organization_id
                base.local_organization_id = of.local_organization_id
            self.session.add(base)


def _originals(common: BatchCommon, parties: Sequence[AgreementParty]) -> int | None:
    """Those of all parties, and the copies for filing."""
    if common.originals_each is None:
        return None
    signing = sum(not party.is_witness for party in parties)
    return common.originals_each * signing + (common.filing_copies or 0)


def _areas(areas: Sequence[Pair]) -> list[AgreementArea]:
    wanted = [(zh.strip(), en.strip()) for zh, en in areas if zh.strip() or en.strip()]
    return [AgreementArea(position=place, text_zh=zh, text_en=en) for place, (zh, en) in enumerate(wanted)]


def _answers(answers: Mapping[str, Pair], amount: Decimal | None) -> list[AgreementVariable]:
    given = {name: (zh.strip(), en.strip()) for name, (zh, en) in answers.items()}
    if amount is not None:
        given[AMOUNT] = (format(amount.normalize(), "f"), "")
    wanted = [(name, pair) for name, pair in given.items() if any(pair)]
    return [
        AgreementVariable(position=place, name=name, value_zh=zh, value_en=en)
        for place, (name, (zh, en)) in enumerate(wanted)
    ]


def _number(rows: Sequence[Agreement]) -> None:
    for place, row in enumerate(rows):
        if row.position != place:
            row.position = place
