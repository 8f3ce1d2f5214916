"""The register of seals (用印登记): its entries, and the usual ones proposed from the agreements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of
from models.actions.row_order import moved_before, number
from models.records import SealUse
from models.rules.agreement_steps import FINALIZED
from models.snapshots.agreement_terms import copies_of
from models.snapshots.shapes import Agreement, MeetingSnapshot
from models.snapshots.take import take_meeting

USUAL_SEAL = "公章"


def add_seal_use(
    session: Session, meeting_id: int, *, document: str = "", agreement_id: int | None = None, seal: str = USUAL_SEAL
) -> int:
    """A new entry at the end; its id. KnownError: record_gone."""
    record_of(session, "meeting", meeting_id)
    row = SealUse(meeting_id=meeting_id, document=document.strip(), agreement_id=agreement_id, seal=seal)
    row.position = _end(_rows(session, meeting_id))
    session.add(row)
    session.flush()
    return row.id


def add_usual_uses(session: Session, meeting_id: int) -> int:
    """An entry for each party of each final agreement that has none yet, with the copies known; how many.

    Every party seals every copy, duplicates too; copies of more than a page are sealed across their edges.
    """
    snapshot = take_meeting(session, meeting_id, taken_at=datetime.now(UTC))
    rows = _rows(session, meeting_id)
    there, position, added = {(row.agreement_id, row.organization_id) for row in rows}, _end(rows), 0
    for agreement in _sealable(snapshot):
        for organization_id in _sealing(agreement):
            if (agreement.id, organization_id) not in there:
                session.add(_usual(snapshot, agreement, organization_id, position + added))
                added += 1
    session.flush()
    return added


def _sealable(snapshot: MeetingSnapshot) -> tuple[Agreement, ...]:
    """The agreements that may be sealed: nobody seals a draft."""
    return tuple(agreement for agreement in snapshot.agreements if agreement.status in FINALIZED)


def remove_seal_uses(session: Session, use_ids: Sequence[int]) -> None:
    """Entries less. KnownError: record_gone."""
    for use_id in use_ids:
        session.delete(record_of(session, "seal_use", use_id))
    session.flush()


def move_seal_uses(session: Session, meeting_id: int, use_ids: Sequence[int], before_id: int | None) -> None:
    """Entries to another place of the register: before one, or to the end."""
    number(moved_before(_rows(session, meeting_id), set(use_ids), before_id))


def _rows(session: Session, meeting_id: int) -> list[SealUse]:
    query = select(SealUse).where(SealUse.meeting_id == meeting_id).order_by(SealUse.position, SealUse.id)
    return list(session.scalars(query))


def _end(rows: Sequence[SealUse]) -> int:
    return max((row.position for row in rows), default=-1) + 1


def _sealing(agreement: Agreement) -> tuple[int, ...]:
    """The units whose seals stand on the signature page, each once."""
    return tuple(dict.fromkeys(party.organization.id for party in agreement.parties if party.organization is not None))


def _usual(snapshot: MeetingSnapshot, agreement: Agreement, organization_id: int, position: int) -> SealUse:
    copies = copies_of(agreement)
    known = [count for count in (copies.originals, copies.duplicates) if count is not None]
    return SealUse(
        meeting_id=snapshot.meeting.id,
        agreement_id=agreement.id,
        organization_id=organization_id,
        position=position,
        seal=USUAL_SEAL,
        copies=sum(known) if known else None,
        across_edges=True,
    )
