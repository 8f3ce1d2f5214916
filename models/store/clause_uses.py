"""Which agreements have taken a clause over from the library, in the whole workspace."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.clause_sources import LIBRARY
from models.records import Agreement, Clause, Meeting
from models.snapshots.shapes import Bilingual


@dataclass(frozen=True, slots=True)
class ClauseUse:
    """An agreement that holds the clause, with the meeting it belongs to."""

    meeting: Bilingual
    agreement: Bilingual


def uses_of_clause(session: Session, key: str) -> tuple[ClauseUse, ...]:
    """In the order of meetings and agreements, each once. The variant taken over is not known."""
    columns = (Meeting.title_zh, Meeting.title_en, Agreement.title_zh, Agreement.title_en, Agreement.key)
    holds = select(Clause.agreement_id).where(Clause.library_clause == f"{LIBRARY}/{key}")
    query = select(*columns).join(Meeting, Meeting.id == Agreement.meeting_id).where(Agreement.id.in_(holds))
    rows = session.execute(query.order_by(Meeting.id, Agreement.position, Agreement.id))
    return tuple(ClauseUse(Bilingual(row[0], row[1]), Bilingual(row[2] or row[4], row[3])) for row in rows)
