"""Ticks facts of a meeting as found right by a second person, and takes ticks back."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_of
from models.records import ProofTick


def tick_facts(session: Session, meeting_id: int, hashes: Mapping[str, str], *, by: str, at: datetime) -> int:
    """Tick places with the hash of what was seen there; how many ticks are new or hold again.

    A tick that holds already stays whose it is. `at` is a UTC moment. KnownError: record_gone.
    """
    record_of(session, "meeting", meeting_id)
    known = _ticks(session, meeting_id)
    changed = [place for place, value in hashes.items() if place not in known or known[place].value_hash != value]
    for place in changed:
        tick = known.get(place)
        if tick is None:
            session.add(
                ProofTick(
                    meeting_id=meeting_id, place=place, value_hash=hashes[place], ticked_by=by.strip(), ticked_at=at
                )
            )
        else:
            tick.value_hash, tick.ticked_by, tick.ticked_at = hashes[place], by.strip(), at
    session.flush()
    return len(changed)


def untick_facts(session: Session, meeting_id: int, places: Collection[str]) -> int:
    """Take the ticks at these places back; how many there were."""
    known = _ticks(session, meeting_id)
    found = [known[place] for place in dict.fromkeys(places) if place in known]
    for tick in found:
        session.delete(tick)
    session.flush()
    return len(found)


def _ticks(session: Session, meeting_id: int) -> dict[str, ProofTick]:
    query = select(ProofTick).where(ProofTick.meeting_id == meeting_id).order_by(ProofTick.id)
    return {tick.place: tick for tick in session.scalars(query)}
