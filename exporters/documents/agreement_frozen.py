"""A finalized agreement: what its revision keeps, in the place of what the records say by now."""

from __future__ import annotations

from dataclasses import replace

from exporters.blocks import Document
from exporters.fingerprint import from_json
from models.agreement_assembly import frozen_agreement, frozen_half
from models.final_texts import final_revision
from models.snapshots.shapes import Agreement


def as_frozen(agreement: Agreement) -> Agreement:
    """The agreement as it stood when it was finalized, with its frozen text; itself where there is none."""
    revision = final_revision(agreement)
    stood = None if revision is None else frozen_agreement(revision)
    if stood is None:
        return agreement
    return replace(
        stood,
        id=agreement.id,
        status=agreement.status,
        mark=agreement.mark,
        clauses=agreement.clauses,
        revisions=agreement.revisions,
        frozen=revision,
    )


def frozen_document(agreement: Agreement, language: str) -> Document | None:
    """The frozen text in a language; None where the agreement comes with none."""
    half = frozen_half(agreement.frozen, language) if agreement.frozen else None
    return None if half is None else from_json(half)
