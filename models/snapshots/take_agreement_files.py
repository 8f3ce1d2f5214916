"""What surrounds the agreements of a snapshot: checklist, approvals, attachments, uses of seals; and proof ticks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from models.snapshots import shapes
from models.snapshots.names import both
from models.snapshots.rows import MeetingRows
from models.snapshots.take_people import Known

if TYPE_CHECKING:
    from models import records


def take_checklist_item(row: records.ChecklistItem) -> shapes.ChecklistItem:
    """Something to be done before signing."""
    return shapes.ChecklistItem(row.id, row.key, both(row, "label"), row.done, row.done_by, row.done_on, row.note)


def take_approval(row: records.Approval) -> shapes.Approval:
    """Who approved a text."""
    return shapes.Approval(row.id, row.mark, row.revision_number, row.approved_by, row.approved_on, row.opinion)


def take_attachment(row: records.Attachment) -> shapes.Attachment:
    """A file beside the agreement."""
    return shapes.Attachment(row.id, row.name, row.kind, row.media_type, row.sha256, row.size)


def take_seal_uses(rows: MeetingRows, known: Known) -> tuple[shapes.SealUse, ...]:
    """The register of seals, in order."""
    return tuple(
        shapes.SealUse(
            id=row.id,
            agreement_id=row.agreement_id,
            organization=known.unit(row.organization_id),
            document=row.document,
            seal=row.seal,
            used_on=row.used_on,
            pages=row.pages,
            copies=row.copies,
            across_edges=row.across_edges,
            operator=row.operator,
            approved_by=row.approved_by,
            remarks=row.remarks,
        )
        for row in rows.seal_uses
    )


def take_proof_ticks(rows: MeetingRows) -> tuple[shapes.ProofTick, ...]:
    """What has been ticked on the proof sheet, in the order of ticking."""
    return tuple(
        shapes.ProofTick(row.place, row.value_hash, row.ticked_by, row.ticked_at, row.id) for row in rows.proof_ticks
    )
