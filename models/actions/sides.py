"""Which side somebody belongs to, by the unit they come from."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.records import Organization, Side, SideUnit

SidesOfUnits = dict[int, set[int]]


def sides_of_units(session: Session, meeting_id: int) -> SidesOfUnits:
    """The sides of a meeting by the units that each has."""
    found: SidesOfUnits = {}
    query = select(SideUnit.organization_id, Side.id).join(Side, Side.id == SideUnit.side_id)
    for unit_id, side_id in session.execute(query.where(Side.meeting_id == meeting_id)):
        if unit_id is not None:
            found.setdefault(unit_id, set()).add(side_id)
    return found


def side_of(session: Session, sides: SidesOfUnits, unit_ids: Iterable[int | None]) -> int | None:
    """The one side that has these units, or those above them; None where there is none, or more than one."""
    found = set().union(*(_sides_above(session, sides, unit_id) for unit_id in unit_ids)) if sides else set()
    return found.pop() if len(found) == 1 else None


def _sides_above(session: Session, sides: SidesOfUnits, unit_id: int | None) -> set[int]:
    """Of the unit itself, else of the nearest unit above it that a side has."""
    passed: set[int] = set()
    while unit_id is not None and unit_id not in passed:
        if unit_id in sides:
            return sides[unit_id]
        passed.add(unit_id)
        unit = session.get(Organization, unit_id)
        unit_id = unit.parent_id if unit is not None else None
    return set()
