"""Drafts an agreement: the template's clauses become its own, to be edited freely."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy.orm import Session

from models.errors import KnownError
from models.records import Agreement, Clause
from models.rules.template_text import render
from models.snapshots.agreement_values import agreement_values
from models.snapshots.shapes import Bilingual
from models.snapshots.take import take_meeting
from models.templates import AgreementTemplate, TemplateClause, builtin_template


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
    template = builtin_template(agreement.template)
    for place, clause in enumerate(template.clauses):
        _add(session, agreement_id, clause, place, None)
    _count_originals(agreement, template)
    if not agreement.title_zh and not agreement.title_en:
        title = _title(session, agreement, template)
        agreement.title_zh, agreement.title_en = title.zh, title.en
    session.flush()
    session.expire(agreement, ["clauses"])


def _add(session: Session, agreement_id: int, clause: TemplateClause, place: int, parent_id: int | None) -> None:
    row = Clause(
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
    session.add(row)
    if clause.items:
        session.flush()  # they need its id
    for item_place, item in enumerate(clause.items):
        _add(session, agreement_id, item, item_place, row.id)


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
    """The template's title with the parties' names, or without any where one is not known."""
    snapshot = take_meeting(session, agreement.meeting_id, taken_at=datetime.now(UTC))
    shape = next(shape for shape in snapshot.agreements if shape.id == agreement.id)
    values = agreement_values(snapshot, shape)
    filled = [render(text, values) for text in (template.title.zh, template.title.en)]
    plain = (template.plain_title.zh, template.plain_title.en)
    zh, en = (text if rendered.missing else rendered.text for rendered, text in zip(filled, plain, strict=True))
    return Bilingual(zh, en)
