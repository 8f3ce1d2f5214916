"""Where agreements stand: final texts that the records have left behind, approvals and checklists still open."""

from __future__ import annotations

from collections.abc import Iterator

from models.agreement_drift import POST, Drift, masked
from models.checks.finding import Finding, notice, said, warning
from models.codes import AgreementStatus
from models.final_texts import clauses_differ, final_drift, final_revision
from models.snapshots.shapes import Agreement, AgreementParty, Bilingual, MeetingSnapshot

PAGE = "life"  # of the window: where state, approvals and revisions of an agreement are


def check_lifecycle(snapshot: MeetingSnapshot) -> Iterator[Finding]:
    """Every agreement that is under review or final."""
    for agreement in snapshot.agreements:
        title = agreement.title or Bilingual(agreement.key)
        place = f"agreements/{agreement.key}/{PAGE}"
        for drift in final_drift(snapshot, agreement):
            yield _drifted(agreement, title, drift, f"{place}/drift/{drift.name}")
        if clauses_differ(agreement):
            yield warning("final_clauses_changed", place, agreement=said(title))
        yield from _open_steps(agreement, title, place)


def _drifted(agreement: Agreement, title: Bilingual, drift: Drift, place: str) -> Finding:
    shown = masked(drift)
    values = {"agreement": said(title), "now": said(shown.now or _BLANK), "frozen": said(shown.frozen or _BLANK)}
    signatory = signatory_of(agreement, drift)
    if signatory is not None and signatory.signatory is not None:
        return warning("post_drifted", place, person=said(signatory.signatory.name), **values)
    return warning("fact_drifted", place, variable=drift.name, **values)


_BLANK = Bilingual("（空）", "(nothing)")


def signatory_of(agreement: Agreement, drift: Drift) -> AgreementParty | None:
    """The party whose signatory has another post by now; None where something else has changed."""
    owner, _, detail = drift.name.partition(".")
    signing = [party for party in agreement.parties if not party.is_witness]
    number = ord(owner[-1]) - ord("a") if owner.startswith("party_") and detail in (POST, "capacity") else -1
    return signing[number] if 0 <= number < len(signing) else None


def _open_steps(agreement: Agreement, title: Bilingual, place: str) -> Iterator[Finding]:
    """Signed papers are not asked for approvals any more."""
    if agreement.status is not AgreementStatus.FINAL:
        return
    still = [item for item in agreement.checklist if not item.done]
    if still:
        items = Bilingual(
            "、".join(item.label.zh for item in still), ", ".join(item.label.pick("en") for item in still)
        )
        yield notice("checklist_open", place, agreement=said(title), items=said(items))
    if not agreement.approvals:
        yield notice("final_without_approval", place, agreement=said(title))
    else:
        yield from _changed_since(agreement, title, place)


def _changed_since(agreement: Agreement, title: Bilingual, place: str) -> Iterator[Finding]:
    """Whether what was approved is what is frozen; an approval that names no revision is taken at its word."""
    final, approved = final_revision(agreement), {approval.revision_number for approval in agreement.approvals}
    hashes = {revision.content_hash for revision in agreement.revisions if revision.number in approved}
    numbers = [number for number in approved if number is not None]
    if final is not None and None not in approved and final.content_hash not in hashes:
        values = {"approved": max(numbers), "final": final.number}
        yield notice("final_not_as_approved", place, agreement=said(title), **values)
