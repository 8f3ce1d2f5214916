"""The short lists of a meeting: its sides, their units, the roles of organizations. Order, delete, name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.actions.edit_record import record_class, record_of, set_fields
from models.actions.meetings import set_host_side
from models.records import Organization, OrganizationAlias, Side
from models.rules.scripts import by_script


def set_list_cells(session: Session, kind: str, cells: Sequence[tuple[int, str, Any, Any]]) -> None:
    """Cells of such a list: row, column, the value shown, the new one. KnownError: as `set_fields`.

    A side that becomes the host takes that from the one before.
    """
    for row_id, column, before, after in cells:
        set_fields(session, kind, row_id, {column: after}, expected={column: before})
        if kind == Side.__tablename__ and column == "is_host" and after:
            set_host_side(session, row_id)


def move_list_rows(session: Session, kind: str, row_ids: Sequence[int], *, before_id: int | None) -> None:
    """Put rows before another one of their list, or at its end. KnownError: record_gone."""
    moved = [record_of(session, kind, row_id) for row_id in row_ids]
    if not moved:
        return
    stored: Any = record_class(kind)
    owner = "side_id" if kind == "side_unit" else "meeting_id"
    same = getattr(stored, owner) == getattr(moved[0], owner)
    listed = session.scalars(select(stored).where(same).order_by(stored.position, stored.id)).all()
    rest = [row for row in listed if row not in moved]
    place = next((at for at, row in enumerate(rest) if row.id == before_id), len(rest))
    for position, row in enumerate([*rest[:place], *moved, *rest[place:]]):
        if row.position != position:
            row.position = position


def delete_list_rows(session: Session, kind: str, row_ids: Sequence[int]) -> None:
    """Delete rows of a list. KnownError: record_gone; record_in_use where somebody belongs to the side."""
    for row_id in row_ids:
        session.delete(record_of(session, kind, row_id))


def organization_named(session: Session, name: str) -> int:
    """The organization of this name, short name or other spelling; a new one where there is none. Its id."""
    wanted, row = name.strip(), Organization
    named = or_(row.name_zh == wanted, row.name_en == wanted, row.short_name_zh == wanted, row.short_name_en == wanted)
    found = session.scalars(select(row.id).where(named).order_by(row.id)).first()
    if found is None:
        alias = select(OrganizationAlias.organization_id).where(OrganizationAlias.alias == wanted)
        found = session.scalars(alias.order_by(OrganizationAlias.id)).first()
    if found is not None:
        return int(found)
    name_zh, name_en = by_script(wanted)
    fresh = Organization(name_zh=name_zh, name_en=name_en)
    session.add(fresh)
    session.flush()
    return fresh.id
