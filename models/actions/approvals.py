"""Who approved a text, when, and which revision of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of
from models.actions.revisions import agreement_of
from models.errors import KnownError
from models.records import Approval, Revision


def add_approval(
    session: Session, agreement_id: int, *, approved_by: str, approved_on: date | None, opinion: str = ""
) -> int:
    """Somebody approved the text under its present mark, as the newest revision keeps it; returns the id.

    KnownError: record_gone, name_needed.
    """
    agreement, name = agreement_of(session, agreement_id), approved_by.strip()
    if not name:
        raise KnownError("name_needed")
    newest = session.scalar(select(func.max(Revision.number)).where(Revision.agreement_id == agreement_id))
    row = Approval(
        position=max((one.position for one in agreement.approvals), default=-1) + 1,
        mark=agreement.mark,
        revision_number=newest,
        approved_by=name,
        approved_on=approved_on,
        opinion=opinion.strip(),
    )
    agreement.approvals.append(row)
    session.flush()
    return row.id


def remove_approvals(session: Session, approval_ids: Sequence[int]) -> None:
    """Approvals less. KnownError: record_gone."""
    for approval_id in approval_ids:
        row = record_of(session, "approval", approval_id)
        assert isinstance(row, Approval)
        agreement = agreement_of(session, row.agreement_id)  # held, or it is let go of before the list tells it
        agreement.approvals.remove(row)
    session.flush()
