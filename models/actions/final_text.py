"""Refuses to change what a final text was made of in the agreement itself; the way on is to open it again."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.codes import RevisionKind
from models.errors import KnownError
from models.records import Agreement, AgreementArea, AgreementParty, AgreementVariable, Clause, Record, Revision
from models.rules.agreement_steps import FINALIZED

# What no text prints, or what says where the agreement stands.
_FREE = {"position", "batch_id", "cooperation_id", "tier", "status", "mark", "archive_number", "archived_on"} | {
    "confidentiality",
    "remarks_zh",
    "remarks_en",
}
_PARTS = (AgreementArea, AgreementParty, AgreementVariable, Clause)


def has_final_text(session: Session, agreement: Agreement) -> bool:
    """Whether a text is frozen. One that was entered as signed, without its text, may still be written."""
    if agreement.status not in FINALIZED:
        return False
    finals = select(Revision.id).where(Revision.agreement_id == agreement.id, Revision.kind == RevisionKind.FINAL)
    return session.scalar(finals.limit(1)) is not None


def refuse_final(session: Session, agreement: Agreement) -> None:
    """KnownError: agreement_is_final (agreement)."""
    if has_final_text(session, agreement):
        raise KnownError("agreement_is_final", agreement=agreement.title_zh or agreement.title_en or agreement.key)


def refuse_final_id(session: Session, agreement_id: int) -> None:
    """KnownError: agreement_is_final (agreement). An agreement that is gone is told by whoever wants it."""
    agreement = session.get(Agreement, agreement_id)
    if agreement is not None:
        refuse_final(session, agreement)


def refuse_final_fields(session: Session, row: Record, fields: Iterable[str]) -> None:
    """KnownError: agreement_is_final (agreement), where these fields of the row are printed in a final text."""
    if isinstance(row, Agreement):
        if set(fields) - _FREE:
            refuse_final(session, row)
    elif isinstance(row, _PARTS):
        refuse_final_id(session, row.agreement_id)
