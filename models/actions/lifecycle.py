"""Takes an agreement from draft through review and signing to the archive, and back where that was a mistake."""

from __future__ import annotations

import string
from collections.abc import Sequence
from datetime import UTC, date, datetime

from sqlalchemy.orm import Session

from models.actions.checklist import add_usual_items
from models.actions.final_text import has_final_text
from models.actions.revisions import agreement_of, finalize, keep_revision, reopen
from models.agreement_assembly import Assembled, frozen_agreement, packed_agreement, packed_terms
from models.agreement_drift import POST, Drift, printed_facts
from models.agreement_history import TAKEN_BACK
from models.codes import AgreementMark, AgreementStatus, RevisionKind
from models.errors import KnownError
from models.final_texts import final_revision
from models.records import Agreement, AuditEntry
from models.rules.agreement_steps import FINALIZED, REVIEW_MARKS, Step, steps_from
from models.snapshots import shapes
from models.snapshots.shapes import MeetingSnapshot
from models.snapshots.take import take_meeting


def send_to_review(
    session: Session,
    agreement_id: int,
    *,
    mark: AgreementMark = AgreementMark.FOR_REVIEW,
    assembled: Assembled | None = None,
    name: str = "",
    note: str = "",
    author: str = "",
    at: datetime | None = None,
) -> int | None:
    """A draft goes round under a mark, with the usual checklist; with `assembled`, its text is kept as a revision.

    Returns the number of that revision. KnownError: record_gone, step_not_allowed, agreement_changed_meanwhile.
    """
    agreement = _stepping(session, agreement_id, Step.SEND)
    if assembled is not None:
        refuse_outdated(session, agreement_id, assembled)
    agreement.status = AgreementStatus.UNDER_REVIEW
    set_mark(session, agreement_id, mark)
    add_usual_items(session, agreement_id)
    if assembled is None:
        return None
    kind, moment = RevisionKind.KEPT, at or datetime.now(UTC)
    return keep_revision(session, agreement_id, assembled, kind=kind, author=author, at=moment, name=name, note=note)


def set_mark(session: Session, agreement_id: int, mark: AgreementMark) -> None:
    """Under which mark a text goes round: 送审稿 or 征求意见稿. KnownError: record_gone, step_not_allowed."""
    agreement = agreement_of(session, agreement_id)
    if agreement.status is not AgreementStatus.UNDER_REVIEW or mark not in REVIEW_MARKS:
        raise _not_allowed(agreement)
    agreement.mark = mark


def withdraw_from_review(session: Session, agreement_id: int) -> None:
    """Back to a draft; checklist and approvals stay. KnownError: record_gone, step_not_allowed."""
    agreement = _stepping(session, agreement_id, Step.WITHDRAW)
    agreement.status, agreement.mark = AgreementStatus.DRAFT, AgreementMark.NONE


def make_final(
    session: Session, agreement_id: int, assembled: Assembled, *, author: str, at: datetime, note: str = ""
) -> int:
    """Freeze the text as it is stored now, and have the usual checklist beside it; returns the revision's number.

    What was entered as signed stays signed. KnownError: record_gone, step_not_allowed, agreement_changed_meanwhile.
    """
    agreement = _stepping(session, agreement_id, Step.FINALIZE)
    refuse_outdated(session, agreement_id, assembled)
    if agreement.status in FINALIZED:
        kind = RevisionKind.FINAL
        return keep_revision(session, agreement_id, assembled, kind=kind, author=author, at=at, note=note)
    add_usual_items(session, agreement_id)
    return finalize(session, agreement_id, assembled, author=author, at=at, note=note)


def reopen_and_take_over(
    session: Session, agreement_id: int, drifts: Sequence[Drift], *, reason: str, author: str, at: datetime
) -> None:
    """Open a final text again; where a signatory's post has changed, the capacity that said the old one says the new.

    Everything else comes from the records by itself. KnownError: as `reopen`.
    """
    reopen(session, agreement_id, reason=reason, author=author, at=at)
    parties = [party for party in agreement_of(session, agreement_id).parties if not party.is_witness]
    for letter, party in zip(string.ascii_lowercase, parties, strict=False):
        for drift in drifts:
            if drift.name == f"party_{letter}.{POST}" and party.capacity_zh.strip() == drift.frozen.zh.strip():
                party.capacity_zh, party.capacity_en = drift.now.zh, drift.now.en


def mark_signed(session: Session, agreement_id: int, *, signed_on: date | None = None) -> None:
    """The paper is signed; the day is kept where none was entered. KnownError: record_gone, step_not_allowed."""
    agreement = _stepping(session, agreement_id, Step.SIGN)
    agreement.status = AgreementStatus.SIGNED
    if agreement.signed_on is None:
        agreement.signed_on = signed_on


def archive(session: Session, agreement_id: int, *, archived_on: date | None, number: str = "") -> None:
    """The signed paper lies in the archive, under a number. KnownError: record_gone, step_not_allowed."""
    agreement = _stepping(session, agreement_id, Step.ARCHIVE)
    agreement.status = AgreementStatus.ARCHIVED
    agreement.archived_on, agreement.archive_number = archived_on, number.strip() or agreement.archive_number


def take_back(session: Session, agreement_id: int, *, reason: str, author: str, at: datetime) -> None:
    """Signed or archived by mistake: one step back. The reason is kept in the audit trail.

    KnownError: record_gone, step_not_allowed, reason_needed.
    """
    agreement = _stepping(session, agreement_id, Step.TAKE_BACK)
    if not reason.strip():
        raise KnownError("reason_needed")
    archived = agreement.status is AgreementStatus.ARCHIVED
    agreement.status = AgreementStatus.SIGNED if archived else AgreementStatus.FINAL
    if archived:
        agreement.archived_on = None
    elif not _frozen_with_a_day(session, agreement):
        agreement.signed_on = None  # it came with the step that is taken back
    values: dict[str, object] = {"agreement": agreement.key, "agreement_id": agreement.id, "reason": reason.strip()}
    session.add(AuditEntry(client=author, label=TAKEN_BACK, values=values, row_count=1, happened_at=at))


def _frozen_with_a_day(session: Session, agreement: Agreement) -> bool:
    """Whether the day of signing was entered before the text was frozen."""
    revision = final_revision(_as_stored(session, agreement)[1])
    stood = frozen_agreement(revision) if revision is not None else None
    return stood is None or stood.signed_on is not None


def refuse_outdated(session: Session, agreement_id: int, assembled: Assembled) -> None:
    """Whether the text was assembled of what is stored now: between the two somebody may have written.

    KnownError: record_gone, agreement_changed_meanwhile (agreement).
    """
    stored = agreement_of(session, agreement_id)
    snapshot, now = _as_stored(session, stored)
    same = (
        assembled.terms == packed_terms(now.clauses)
        and assembled.agreement == packed_agreement(now)
        and assembled.facts == printed_facts(snapshot, now)
    )
    if not same:
        raise KnownError("agreement_changed_meanwhile", agreement=_title(stored))


def _as_stored(session: Session, agreement: Agreement) -> tuple[MeetingSnapshot, shapes.Agreement]:
    """The meeting and the agreement as they are stored now."""
    session.flush()
    snapshot = take_meeting(session, agreement.meeting_id, taken_at=datetime.now(UTC))
    return snapshot, next(one for one in snapshot.agreements if one.id == agreement.id)


def _stepping(session: Session, agreement_id: int, step: Step) -> Agreement:
    agreement = agreement_of(session, agreement_id)
    if step not in steps_from(agreement.status, frozen=has_final_text(session, agreement)):
        raise _not_allowed(agreement)
    return agreement


def _not_allowed(agreement: Agreement) -> KnownError:
    return KnownError("step_not_allowed", agreement=_title(agreement), status=agreement.status.value)


def _title(agreement: Agreement) -> str:
    return agreement.title_zh or agreement.title_en or agreement.key
