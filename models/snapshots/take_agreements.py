"""Agreements of a snapshot: parties, clauses, variables, revisions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.snapshots import shapes
from models.snapshots.names import both
from models.snapshots.order import children_of
from models.snapshots.rows import MeetingRows, grouped
from models.snapshots.take_agreement_files import take_approval, take_attachment, take_checklist_item
from models.snapshots.take_cooperation import take_bases
from models.snapshots.take_people import Known

if TYPE_CHECKING:
    from models import records


@dataclass(frozen=True, slots=True)
class _Parts:
    """The rows below the agreements, by agreement."""

    parties: dict[int, list[records.AgreementParty]]
    areas: dict[int, list[records.AgreementArea]]
    variables: dict[int, list[records.AgreementVariable]]
    bases: dict[int, list[records.Base]]
    clauses: dict[int, list[records.Clause]]
    revisions: dict[int, list[records.Revision]]
    checklists: dict[int, list[records.ChecklistItem]]
    approvals: dict[int, list[records.Approval]]
    attachments: dict[int, list[records.Attachment]]


def take_agreements(rows: MeetingRows, known: Known) -> tuple[shapes.Agreement, ...]:
    """The agreements in order."""
    parts = _Parts(
        grouped(rows.parties, lambda row: row.agreement_id),
        grouped(rows.areas, lambda row: row.agreement_id),
        grouped(rows.variables, lambda row: row.agreement_id),
        grouped(rows.bases, lambda row: row.agreement_id),
        grouped(rows.clauses, lambda row: row.agreement_id),
        grouped(rows.revisions, lambda row: row.agreement_id),
        grouped(rows.checklists, lambda row: row.agreement_id),
        grouped(rows.approvals, lambda row: row.agreement_id),
        grouped(rows.attachments, lambda row: row.agreement_id),
    )
    own = {template.key: template.title for template in take_own_templates(rows)}
    return tuple(_agreement(row, parts, rows, known, own.get(row.template, shapes.EMPTY)) for row in rows.agreements)


def take_own_templates(rows: MeetingRows) -> tuple[shapes.OwnTemplate, ...]:
    """The office's own templates, by key, in their newest editions."""
    newest = {row.key: row for row in rows.templates}
    return tuple(
        shapes.OwnTemplate(row.key, row.edition, both(row, "title"), row.based_on)
        for row in sorted(newest.values(), key=lambda row: row.key)
    )


def take_batches(rows: MeetingRows) -> tuple[shapes.AgreementBatch, ...]:
    """Batches of agreements, of which not all may be named."""
    return tuple(
        shapes.AgreementBatch(row.id, both(row, "title"), row.stated_count, row.list_complete, both(row, "remarks"))
        for row in rows.batches
    )


def _agreement(
    row: records.Agreement, parts: _Parts, rows: MeetingRows, known: Known, template_title: shapes.Bilingual
) -> shapes.Agreement:
    return shapes.Agreement(
        id=row.id,
        key=row.key,
        number=row.number,
        template=row.template,
        tier=row.tier,
        title=both(row, "title"),
        language=row.language,
        prevailing_language=row.prevailing_language,
        status=row.status,
        confidentiality=row.confidentiality,
        signed_on=row.signed_on,
        signed_at=both(row, "signed_at"),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        term_years=row.term_years,
        originals=row.originals,
        duplicates=row.duplicates,
        filing_copies=row.filing_copies,
        batch_id=row.batch_id,
        cooperation_id=row.cooperation_id,
        parties=tuple(_party(party, known) for party in parts.parties.get(row.id, [])),
        areas=tuple(both(area, "text") for area in parts.areas.get(row.id, [])),
        variables=tuple(shapes.Variable(v.name, both(v, "value")) for v in parts.variables.get(row.id, [])),
        bases=take_bases(parts.bases.get(row.id, []), rows, known),
        clauses=_clauses(parts.clauses.get(row.id, [])),
        revisions=tuple(_revision(revision) for revision in parts.revisions.get(row.id, [])),
        remarks=both(row, "remarks"),
        mark=row.mark,
        archive_number=row.archive_number,
        archived_on=row.archived_on,
        checklist=tuple(map(take_checklist_item, parts.checklists.get(row.id, []))),
        approvals=tuple(map(take_approval, parts.approvals.get(row.id, []))),
        attachments=tuple(map(take_attachment, parts.attachments.get(row.id, []))),
        template_title=template_title,
    )


def _party(row: records.AgreementParty, known: Known) -> shapes.AgreementParty:
    return shapes.AgreementParty(
        organization=known.unit(row.organization_id),
        department=both(row, "department"),
        is_witness=row.is_witness,
        signatory=known.person(row.signatory_id),
        capacity=both(row, "capacity"),
        authorization=row.authorization,
        liaison_department=both(row, "liaison_department"),
        liaison=known.person(row.liaison_id),
        liaison_phone=row.liaison_phone,
        originals=row.originals,
        duplicates=row.duplicates,
        id=row.id,
    )


def _clauses(rows: list[records.Clause]) -> tuple[shapes.Clause, ...]:
    top, below = children_of(rows)
    return tuple(_clause(row, below) for row in top)


def _clause(row: records.Clause, below: dict[int, list[records.Clause]]) -> shapes.Clause:
    children = tuple(_clause(child, below) for child in below.get(row.id, []))
    return shapes.Clause(row.id, row.kind, row.key, row.condition, both(row, "heading"), both(row, "body"), children)


def _revision(row: records.Revision) -> shapes.Revision:
    return shapes.Revision(
        row.id,
        row.number,
        row.language,
        row.content_hash,
        row.blocks,
        row.frozen_at,
        row.author,
        row.note,
        row.name,
        row.kind,
        row.facts,
        row.terms,
        row.template_text,
    )
