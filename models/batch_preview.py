"""What a row of a batch will be, before it is drafted: its title, and which clauses its facts let stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.actions.batch_agreements import AMOUNT, BatchCommon, BatchParty, BatchRow
from models.actions.draft_agreement import title_of
from models.codes import AgreementStatus, Confidentiality
from models.errors import KnownError
from models.rules.template_text import holds
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import (
    Agreement,
    AgreementParty,
    Base,
    Bilingual,
    MeetingSnapshot,
    Organization,
    Variable,
)
from models.templates import AgreementTemplate

Names = Mapping[int, Bilingual]  # of the units that are not in the meeting yet


@dataclass(frozen=True, slots=True)
class RowPreview:
    """A row as it will be drafted."""

    title: Bilingual
    without: tuple[str, ...]  # keys of the clauses that fall away: no fact of the row lets them stand

    def stand(self, template: AgreementTemplate, left_out: frozenset[str] = frozenset()) -> int:
        """How many clauses stand."""
        return sum(clause.key not in self.without and clause.key not in left_out for clause in template.clauses)


def preview_row(
    snapshot: MeetingSnapshot, template: AgreementTemplate, common: BatchCommon, row: BatchRow, names: Names
) -> RowPreview:
    """The row drafted in thought. A condition that cannot be read falls away nowhere: the checks tell."""
    agreement = _agreement(snapshot, template, common, row, names)
    values = agreement_values(snapshot, agreement)
    without = tuple(clause.key for clause in template.clauses if not _stands(clause.condition, values))
    title = agreement.title or title_of(template, snapshot, agreement)
    return RowPreview(title, without)


def _stands(condition: str, values: Mapping[str, object]) -> bool:
    try:
        return holds(condition, values)
    except KnownError:
        return True


def _agreement(
    snapshot: MeetingSnapshot, template: AgreementTemplate, common: BatchCommon, row: BatchRow, names: Names
) -> Agreement:
    units = {unit.id: unit for unit in snapshot.all_organizations}
    given = list(common.parties)
    given.insert(common.row_place, row.party)
    parties = sorted([*given, *row.others], key=lambda party: party.is_witness)
    answers = {**common.answers, **row.answers}
    amount = {} if row.amount is None else {AMOUNT: (format(row.amount, "f"), "")}
    return Agreement(
        id=0,
        key=row.key,
        number="",
        template=template.key,
        tier=common.tier or template.tier,
        title=Bilingual(*(row.title if any(row.title) else common.title)),
        language=common.language,
        prevailing_language="zh",
        status=AgreementStatus.DRAFT,
        confidentiality=Confidentiality.NORMAL,
        signed_on=common.signed_on,
        signed_at=Bilingual(*common.signed_at),
        starts_on=common.starts_on,
        ends_on=common.ends_on,
        term_years=common.term_years,
        originals=None,
        duplicates=None,
        filing_copies=common.filing_copies,
        parties=tuple(_party(party, units, names) for party in parties),
        areas=tuple(Bilingual(*area) for area in row.areas or common.areas),
        bases=tuple(_base(words) for words in row.bases or common.bases),
        variables=tuple(Variable(name, Bilingual(*pair)) for name, pair in (answers | amount).items()),
    )


def _party(party: BatchParty, units: Mapping[int, Organization], names: Names) -> AgreementParty:
    unit = None
    if isinstance(party.unit, str):
        unit = Organization(0, Bilingual(party.unit))
    elif party.unit is not None:
        unit = units.get(party.unit) or Organization(party.unit, names.get(party.unit, Bilingual()))
    return AgreementParty(unit, is_witness=party.is_witness, capacity=Bilingual(*party.capacity))


def _base(words: str) -> Base:
    return Base(0, "", Bilingual(), Bilingual(words))
