"""Takes the signed paper into the archive, and proposes the number under which it goes there."""

from __future__ import annotations

import re
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.attach_file import Scan, attach_file
from models.actions.lifecycle import archive, mark_signed
from models.actions.revisions import agreement_of
from models.codes import AgreementStatus
from models.records import Agreement

_LAST_FIGURES = re.compile(r"\d+(?=\D*$)")


def archive_agreement(
    session: Session,
    agreement_id: int,
    *,
    signed_on: date | None,
    archived_on: date | None,
    number: str = "",
    scan: Scan | None = None,
) -> None:
    """A final text is entered as signed and archived at once; a signed one is archived. The scan, if any, goes along.

    KnownError: record_gone, step_not_allowed, and those of `attach_file`.
    """
    if agreement_of(session, agreement_id).status is AgreementStatus.FINAL:
        mark_signed(session, agreement_id, signed_on=signed_on)
    archive(session, agreement_id, archived_on=archived_on, number=number)
    if scan is not None:
        attach_file(session, agreement_id, scan)


def next_archive_number(session: Session) -> str:
    """One more than the number of the paper that was archived last; empty where none has a number."""
    query = select(Agreement.archive_number).where(Agreement.archive_number != "")
    taken = list(session.scalars(query.order_by(Agreement.archived_on, Agreement.id)))
    number = taken[-1] if taken else ""
    while number in taken:
        following = _following(number)
        if following == number:
            return ""
        number = following
    return number


def _following(number: str) -> str:
    """Its last figures counted on, as wide as they are: 2026-009 becomes 2026-010."""
    return _LAST_FIGURES.sub(lambda found: str(int(found[0]) + 1).zfill(len(found[0])), number, count=1)
