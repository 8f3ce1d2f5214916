"""A meeting as its own page edits it: every field, its sides with their units, and the roles of organizations."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.meetings import meeting_of
from models.codes import OrganizationRole, Qualifier, SideKind
from models.records import Meeting, MeetingOrganization, Organization, Side, SideUnit
from models.snapshots.shapes import Bilingual
from models.store.directory import OrganizationRow, list_organizations

# What no page shows: identity and stamps.
HIDDEN = frozenset({"id", "version", "created_at", "updated_at"})


@dataclass(frozen=True, slots=True)
class SideRow:
    """A side."""

    id: int
    label: Bilingual
    kind: SideKind
    is_host: bool
    stated_headcount: int | None
    headcount_qualifier: Qualifier
    note: Bilingual


@dataclass(frozen=True, slots=True)
class SideUnitRow:
    """A unit in the list of a side."""

    id: int
    side_id: int
    organization_id: int | None
    name: Bilingual


@dataclass(frozen=True, slots=True)
class RoleRow:
    """An organization with its role for the meeting."""

    id: int
    organization_id: int | None
    name: Bilingual
    role: OrganizationRole
    note: Bilingual


@dataclass(frozen=True, slots=True)
class MeetingDetails:
    """All of it; `values` by the names of the columns."""

    id: int
    values: Mapping[str, Any]
    sides: tuple[SideRow, ...]
    units: tuple[SideUnitRow, ...]
    roles: tuple[RoleRow, ...]
    organizations: tuple[OrganizationRow, ...]


def read_meeting(session: Session, meeting_id: int) -> MeetingDetails:
    """The meeting, in a fixed number of queries. KnownError: record_gone."""
    meeting = meeting_of(session, meeting_id)
    columns = [column.name for column in Meeting.__table__.columns if column.name not in HIDDEN]
    sides = session.scalars(select(Side).where(Side.meeting_id == meeting_id).order_by(Side.position, Side.id))
    return MeetingDetails(
        id=meeting_id,
        values={name: getattr(meeting, name) for name in columns},
        sides=tuple(_side(side) for side in sides),
        units=_units(session, meeting_id),
        roles=_roles(session, meeting_id),
        organizations=list_organizations(session),
    )


def _side(side: Side) -> SideRow:
    return SideRow(
        side.id,
        Bilingual(side.label_zh, side.label_en),
        side.kind,
        side.is_host,
        side.stated_headcount,
        side.headcount_qualifier,
        Bilingual(side.note_zh, side.note_en),
    )


def _units(session: Session, meeting_id: int) -> tuple[SideUnitRow, ...]:
    query = (
        select(SideUnit.id, SideUnit.side_id, SideUnit.organization_id, Organization.name_zh, Organization.name_en)
        .join(Side, Side.id == SideUnit.side_id)
        .outerjoin(Organization, Organization.id == SideUnit.organization_id)
        .where(Side.meeting_id == meeting_id)
        .order_by(SideUnit.position, SideUnit.id)
    )
    return tuple(
        SideUnitRow(row.id, row.side_id, row.organization_id, Bilingual(row.name_zh or "", row.name_en or ""))
        for row in session.execute(query)
    )


def _roles(session: Session, meeting_id: int) -> tuple[RoleRow, ...]:
    role = MeetingOrganization
    query = (
        select(role, Organization.name_zh, Organization.name_en)
        .outerjoin(Organization, Organization.id == role.organization_id)
        .where(role.meeting_id == meeting_id)
        .order_by(role.position, role.id)
    )
    return tuple(
        RoleRow(
            row.id,
            row.organization_id,
            Bilingual(name_zh or "", name_en or ""),
            row.role,
            Bilingual(row.note_zh, row.note_en),
        )
        for row, name_zh, name_en in session.execute(query)
    )
