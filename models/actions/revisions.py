"""Keeps revisions of an agreement's text, makes it final, opens it again. Revisions are never changed or removed."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of
from models.agreement_assembly import Assembled
from models.agreement_history import REOPENED
from models.codes import AgreementMark, AgreementStatus, RevisionKind
from models.errors import KnownError
from models.records import Agreement, AuditEntry, Revision
from models.rules.agreement_steps import FINALIZED
from models.template_library import newest_edition
from models.templates import builtin_text


def keep_revision(
    session: Session,
    agreement_id: int,
    assembled: Assembled,
    *,
    kind: RevisionKind,
    author: str,
    at: datetime,
    name: str = "",
    note: str = "",
) -> int:
    """Keep the assembled text; returns the number of the revision. `at` with a time zone.

    KnownError: record_gone, agreement_changed_meanwhile (agreement) where another agreement's text was assembled.
    """
    agreement = agreement_of(session, agreement_id)
    if assembled.key != agreement.key:
        raise KnownError("agreement_changed_meanwhile", agreement=agreement.title_zh or agreement.key)
    newest = session.scalar(select(func.max(Revision.number)).where(Revision.agreement_id == agreement_id))
    revision = Revision(
        agreement_id=agreement_id,
        number=(newest or 0) + 1,
        language=assembled.language,
        content_hash=assembled.content_hash,
        blocks=assembled.blocks(),
        frozen_at=at.astimezone(UTC),
        author=author,
        note=note,
        name=name,
        kind=kind,
        facts=dict(assembled.facts),
        terms=dict(assembled.terms),
        template_text=_template_text(session, agreement.template),
    )
    session.add(revision)
    session.flush()
    return revision.number


def finalize(
    session: Session, agreement_id: int, assembled: Assembled, *, author: str, at: datetime, note: str = ""
) -> int:
    """Freeze the text: papers for signing print it from now on. Returns the number of its revision.

    KnownError: as `keep_revision`; agreement_is_final (agreement) where it is final already.
    """
    agreement = agreement_of(session, agreement_id)
    if agreement.status in FINALIZED:
        raise KnownError("agreement_is_final", agreement=agreement.title_zh or agreement.title_en or agreement.key)
    kind = RevisionKind.FINAL
    number = keep_revision(session, agreement_id, assembled, kind=kind, author=author, at=at, note=note)
    agreement.status, agreement.mark = AgreementStatus.FINAL, AgreementMark.FINAL
    return number


def reopen(session: Session, agreement_id: int, *, reason: str, author: str, at: datetime) -> None:
    """Make a final text a draft again; its revisions stay. The reason is kept in the audit trail.

    KnownError: record_gone, agreement_not_final (agreement), reason_needed, agreement_is_signed (agreement).
    """
    agreement = agreement_of(session, agreement_id)
    title = agreement.title_zh or agreement.title_en or agreement.key
    if agreement.status in (AgreementStatus.SIGNED, AgreementStatus.ARCHIVED):
        raise KnownError("agreement_is_signed", agreement=title)
    if agreement.status is not AgreementStatus.FINAL:
        raise KnownError("agreement_not_final", agreement=title)
    if not reason.strip():
        raise KnownError("reason_needed")
    agreement.status, agreement.mark = AgreementStatus.DRAFT, AgreementMark.NONE
    values: dict[str, object] = {"agreement": agreement.key, "agreement_id": agreement.id, "reason": reason.strip()}
    session.add(AuditEntry(client=author, label=REOPENED, values=values, row_count=1, happened_at=at))


def agreement_of(session: Session, agreement_id: int) -> Agreement:
    """The stored agreement. KnownError: record_gone."""
    row = record_of(session, "agreement", agreement_id)
    assert isinstance(row, Agreement)
    return row


def _template_text(session: Session, key: str) -> str:
    """The text of the office's own template of this key (its newest edition), else of the built-in one."""
    own = newest_edition(session, key)
    return builtin_text(key) if own is None else own.text
