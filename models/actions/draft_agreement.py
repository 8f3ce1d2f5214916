"""Drafts an agreement: the template's clauses become its own, to be edited freely."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy.orm import Session

from models.errors import KnownError
from models.records import Agreement, Clause
from models.rules.template_text import render
from models.snapshots import shapes
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Bilingual, MeetingSnapshot
from models.snapshots.take import take_meeting
from models.template_library import find_template
from models.templates import AgreementTemplate, TemplateClause


def draft_agreement(session: Session, agreement_id: int) -> None:
    """Copy the clauses of the agreement's template; give it a title and a number of originals where it has none.

    KnownError: unknown_agreement (id), already_drafted (agreement), unknown_template.
    """
    session.flush()
    agreement = session.get(Agreement, agreement_id)
    if agreement is None:
        raise KnownError("unknown_agreement", agreement=str(agreement_id), known="")
    session.refresh(agreement, ["parties", "clauses"])
    if agreement.clauses:
        raise KnownError("already_drafted", agreement=agreement.key)
    template = find_template(session, agreement.template)
    add_clauses_of(session, template, [agreement_id])
    _count_originals(agreement, template)
    if not agreement.title_zh and not agreement.title_en:
        title = _title(session, agreement, template)
        agreement.title_zh, agreement.title_en = title.zh, title.en
    session.flush()
    session.expire(agreement, ["clauses"])


def add_clauses_of(
    session: Session,
    template: AgreementTemplate,
    agreement_ids: Sequence[int],
    left_out: Sequence[frozenset[str]] | None = None,
) -> None:
    """Give agreements the clauses of a template, each without those whose keys are left out. Flushes twice at most."""
    above: list[tuple[Clause, TemplateClause]] = []
    for agreement_id, without in zip(agreement_ids, left_out or [frozenset()] * len(agreement_ids), strict=True):
        wanted = [clause for clause in template.clauses if clause.key not in without]
        above += [(_row(agreement_id, clause, place, None), clause) for place, clause in enumerate(wanted)]
    session.add_all(row for row, _clause in above)
    session.flush()  # items need the ids
    session.add_all(
        _row(row.agreement_id, item, place, row.id) for row, clause in above for place, item in enumerate(clause.items)
    )


def _row(agreement_id: int, clause: TemplateClause, place: int, parent_id: int | None) -> Clause:
    return Clause(
        agreement_id=agreement_id,
        parent_id=parent_id,
        position=place,
        kind=clause.kind,
        key=clause.key,
        condition=clause.condition,
        heading_zh=clause.heading.zh,
        heading_en=clause.heading.en,
        body_zh=clause.body.zh,
        body_en=clause.body.en,
    )


def _count_originals(agreement: Agreement, template: AgreementTemplate) -> None:
    """Only where nobody has said a number: two for each party."""
    parties = [party for party in agreement.parties if not party.is_witness]
    if agreement.originals is not None or any(party.originals is not None for party in agreement.parties):
        return
    for party in parties:
        party.originals = template.originals_each
    if parties:
        agreement.originals = template.originals_each * len(parties) + (agreement.filing_copies or 0)


def _title(session: Session, agreement: Agreement, template: AgreementTemplate) -> Bilingual:
    snapshot = take_meeting(session, agreement.meeting_id, taken_at=datetime.now(UTC))
    shape = next(shape for shape in snapshot.agreements if shape.id == agreement.id)
    return title_of(template, snapshot, shape)


def title_of(template: AgreementTemplate, snapshot: MeetingSnapshot, agreement: shapes.Agreement) -> Bilingual:
    """The template's title with the parties' names, or without any where one is not known."""
    values = agreement_values(snapshot, agreement)
    filled = [render(text, values) for text in (template.title.zh, template.title.en)]
    plain = (template.plain_title.zh, template.plain_title.en)
    zh, en = (text if rendered.missing else rendered.text for rendered, text in zip(filled, plain, strict=True))
    return Bilingual(zh, en)
