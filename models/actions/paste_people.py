"""What a paste brings, as one step: new units, new people, and cells of those who are there already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy.orm import Session

from models.actions.attendance import add_people, organization_named
from models.actions.people import CellChange, set_cells
from models.new_people import NewPerson


def paste_people(
    session: Session,
    meeting_id: int,
    *,
    people: Sequence[NewPerson] = (),
    cells: Sequence[CellChange] = (),
    units: Sequence[str] = (),
) -> tuple[int, ...]:
    """Write it all; `units` are made where the cells of a unit hold a name instead of a number. The new attendances."""
    made = {name: organization_named(session, name) for name in dict.fromkeys(units)}
    set_cells(session, [_with_unit(cell, made) for cell in cells])
    return add_people(session, meeting_id, people)


def _with_unit(cell: CellChange, made: Mapping[str, int]) -> CellChange:
    if cell.column == "unit" and isinstance(cell.after, str):
        return replace(cell, after=made[cell.after])
    return cell
