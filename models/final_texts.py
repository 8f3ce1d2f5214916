"""A final text beside its records: what they say otherwise by now, and whether its clauses were changed since."""

from __future__ import annotations

from models.agreement_assembly import clauses_of
from models.agreement_drift import Drift, drift_of, printed_facts
from models.codes import AgreementStatus, RevisionKind
from models.rules.agreement_steps import FINALIZED
from models.snapshots.shapes import Agreement, MeetingSnapshot, Revision

# Filled in by hand on the paper, or when it is signed: a blank for it is no difference.
_BY_HAND = frozenset({"agreement.sign_date", "agreement.sign_place", "agreement.no"})


def final_revision(agreement: Agreement) -> Revision | None:
    """The newest frozen text of an agreement that is final, signed or archived; None for one that may still change."""
    if agreement.status not in FINALIZED:
        return None
    finals = [revision for revision in agreement.revisions if revision.kind is RevisionKind.FINAL]
    return max(finals, key=lambda revision: revision.number, default=None)


def final_drift(snapshot: MeetingSnapshot, agreement: Agreement) -> tuple[Drift, ...]:
    """What the frozen text has otherwise than the records now, one for each place; nothing where no text is frozen."""
    revision = final_revision(agreement)
    if revision is None or not revision.facts:
        return ()
    signed = agreement.status is not AgreementStatus.FINAL
    found: dict[str, Drift] = {}
    for drift in drift_of(revision.facts, printed_facts(snapshot, agreement)):
        if not (signed and drift.name in _BY_HAND and not drift.frozen):
            found.setdefault(drift.place or drift.name, drift)
    return tuple(found.values())


def clauses_differ(agreement: Agreement) -> bool:
    """Whether the clauses are no longer those that were frozen."""
    revision = final_revision(agreement)
    return revision is not None and bool(revision.terms) and clauses_of(revision.terms) != agreement.clauses
