"""Which side somebody belongs to, by the unit they come from."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.records import Organization, OrganizationAlias, Side, SideUnit

SidesOfUnits = dict[int, set[int]]
ENDINGS = ("代表团", "考察团", "一行", "方")  # a side is called by its unit and one of these, or by the unit alone


def sides_of_units(session: Session, meeting_id: int) -> SidesOfUnits:
    """The sides of a meeting by the units that each has, or is named after."""
    found: SidesOfUnits = {}
    query = select(SideUnit.organization_id, Side.id).join(Side, Side.id == SideUnit.side_id)
    for unit_id, side_id in session.execute(query.where(Side.meeting_id == meeting_id)):
        if unit_id is not None:
            found.setdefault(unit_id, set()).add(side_id)
    for unit_id, side_id in sides_named_after(session, meeting_id).items():
        found.setdefault(unit_id, {side_id})
    return found


def sides_named_after(session: Session, meeting_id: int) -> dict[int, int]:
    """The sides by the unit whose name is theirs: 武汉大学, 武汉大学代表团, Wuhan University."""
    labels: dict[int, list[str]] = {}
    for label, side_id in labels_of_sides(session, meeting_id).items():
        labels.setdefault(side_id, []).append(label)
    found: dict[int, int] = {}
    for side_id, own in labels.items():
        for unit_id in units_called(session, own):
            found.setdefault(unit_id, side_id)
    return found


def labels_of_sides(session: Session, meeting_id: int) -> dict[str, int]:
    """What each side is called, with and without the ending, in the order of the sides."""
    query = select(Side.id, Side.label_zh, Side.label_en).where(Side.meeting_id == meeting_id)
    found: dict[str, int] = {}
    for side_id, *labels in session.execute(query.order_by(Side.position)):
        for label in names_in(labels):
            found.setdefault(label, side_id)
    return found


def names_in(labels: Iterable[str]) -> list[str]:
    """The labels of a side, with and without the ending."""
    return [name for label in labels for name in (label, *_shorter(label)) if name]


def units_called(session: Session, labels: Iterable[str]) -> list[int]:
    """The units that a side with these labels is named after."""
    names = names_in(labels)
    if not names:
        return []
    columns = (Organization.name_zh, Organization.name_en, Organization.short_name_zh, Organization.short_name_en)
    also = select(OrganizationAlias.organization_id).where(OrganizationAlias.alias.in_(names))
    query = select(Organization.id).where(or_(*(column.in_(names) for column in columns), Organization.id.in_(also)))
    return list(session.scalars(query.order_by(Organization.id)))


def _shorter(label: str) -> list[str]:
    return [label.removesuffix(ending) for ending in ENDINGS if label.endswith(ending)]


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
