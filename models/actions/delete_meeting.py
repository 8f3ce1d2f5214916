"""Deletes a meeting with everything that belongs to it; people, organizations and the print ledger stay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from models.actions.meetings import meeting_of
from models.errors import KnownError
from models.records import AgendaItem, Agreement, Base, Cooperation, Fact, PrintJob, Record, Revision


def delete_meeting(session: Session, meeting_id: int) -> None:
    """Delete a meeting and all that belongs to it alone, as one step. Links are checked at the commit: no order.

    KnownError: record_gone; meeting_has_revisions (title, count) and meeting_was_printed (title, count): frozen
    revisions and the print ledger are outside undo, so such a meeting is archived instead.
    """
    meeting = meeting_of(session, meeting_id)
    title = meeting.title_zh or meeting.title_en or meeting.key
    agreements = select(Agreement.id).where(Agreement.meeting_id == meeting_id)
    frozen = _count(session, select(Revision.id).where(Revision.agreement_id.in_(agreements)))
    if frozen:
        raise KnownError("meeting_has_revisions", title=title, count=frozen)
    printed = _count(session, select(PrintJob.id).where(PrintJob.meeting_id == meeting_id))
    if printed:
        raise KnownError("meeting_was_printed", title=title, count=printed)
    session.flush()
    with session.no_autoflush:  # a row met twice, by its meeting and by its owner, is deleted once
        for row in list(_belonging(session, meeting_id)):
            session.delete(row)
        session.delete(meeting)


def _count(session: Session, query: Any) -> int:
    return len(session.scalars(query).all())


def _belonging(session: Session, meeting_id: int) -> Iterator[Record]:
    """Rows of the meeting, and bases and facts that name it only by one of its rows. What they own goes with them."""
    for mapper in sorted(Record.registry.mappers, key=lambda mapper: mapper.class_.__name__):
        record: Any = mapper.class_
        if record.undoable and "meeting_id" in inspect(record).columns:
            yield from session.scalars(select(record).where(record.meeting_id == meeting_id)).all()
    agreements = select(Agreement.id).where(Agreement.meeting_id == meeting_id)
    cooperations = select(Cooperation.id).where(Cooperation.meeting_id == meeting_id)
    items = select(AgendaItem.id).where(AgendaItem.meeting_id == meeting_id)
    bases = select(Base).where(Base.agreement_id.in_(agreements) | Base.cooperation_id.in_(cooperations))
    yield from session.scalars(bases.where(Base.meeting_id.is_(None))).all()
    facts = select(Fact).where(Fact.cooperation_id.in_(cooperations) | Fact.agenda_item_id.in_(items))
    yield from session.scalars(facts.where(Fact.meeting_id.is_(None))).all()
