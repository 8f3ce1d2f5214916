"""The units and people of a workspace, and the titles given at a unit: what pickers offer. Frozen rows, few queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from models.codes import OrganizationKind
from models.records import Appointment, Organization, OrganizationAlias, Person
from models.snapshots.shapes import Bilingual


@dataclass(frozen=True, slots=True)
class OrganizationRow:
    """A unit to pick."""

    id: int
    name: Bilingual
    short_name: Bilingual
    kind: OrganizationKind
    parent_id: int | None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person to pick, with the unit and title of the first post."""

    id: int
    name: Bilingual
    phone: str
    organization_id: int | None = None
    unit: Bilingual = field(default=Bilingual())
    title: Bilingual = field(default=Bilingual())


@dataclass(frozen=True, slots=True)
class TitleRow:
    """A department and title held at a unit, and by how many."""

    department: Bilingual
    title: Bilingual
    count: int


def list_organizations(session: Session) -> tuple[OrganizationRow, ...]:
    """All units, in the order in which they were entered; two queries."""
    spellings: dict[int, list[str]] = {}
    aliases = select(OrganizationAlias.organization_id, OrganizationAlias.alias)
    for owner, alias in session.execute(aliases.order_by(OrganizationAlias.position, OrganizationAlias.id)):
        spellings.setdefault(owner, []).append(alias)
    return tuple(
        OrganizationRow(
            row.id,
            Bilingual(row.name_zh, row.name_en),
            Bilingual(row.short_name_zh, row.short_name_en),
            row.kind,
            row.parent_id,
            tuple(spellings.get(row.id, ())),
        )
        for row in session.execute(_organizations())
    )


def list_people(session: Session) -> tuple[PersonRow, ...]:
    """All people, in the order in which they were entered; two queries."""
    first: dict[int, Row[*tuple[Any, ...]]] = {}
    for post in session.execute(_posts()):
        first.setdefault(post.person_id, post)
    people = select(Person.id, Person.name_zh, Person.name_en, Person.phone).order_by(Person.id)
    return tuple(_person(row, first.get(row.id)) for row in session.execute(people))


def titles_at(session: Session, organization_id: int) -> tuple[TitleRow, ...]:
    """The titles that were ever held at a unit, the most frequent first; one query."""
    held = select(Appointment.department_zh, Appointment.department_en, Appointment.title_zh, Appointment.title_en)
    rows = session.execute(held.where(Appointment.organization_id == organization_id).order_by(Appointment.id))
    return _counted(tuple(row) for row in rows)


def titles_by_unit(session: Session, organization_ids: Sequence[int]) -> dict[int, tuple[TitleRow, ...]]:
    """The titles ever held at each of these units; one query."""
    columns = (Appointment.department_zh, Appointment.department_en, Appointment.title_zh, Appointment.title_en)
    query = select(Appointment.organization_id, *columns).where(Appointment.organization_id.in_(organization_ids))
    posts: dict[int, list[tuple[str, ...]]] = {}
    for unit_id, *post in session.execute(query.order_by(Appointment.id)) if organization_ids else ():
        posts.setdefault(unit_id or 0, []).append(tuple(post))
    return {unit_id: _counted(held) for unit_id, held in posts.items()}


def _counted(posts: Iterable[tuple[str, ...]]) -> tuple[TitleRow, ...]:
    """Each title once; the order of equal counts is the order of entry."""
    counts = Counter(post for post in posts if post[2] or post[3])
    return tuple(
        TitleRow(Bilingual(post[0], post[1]), Bilingual(post[2], post[3]), count)
        for post, count in counts.most_common()
    )


def _organizations() -> Select[*tuple[Any, ...]]:
    return select(
        Organization.id,
        Organization.name_zh,
        Organization.name_en,
        Organization.short_name_zh,
        Organization.short_name_en,
        Organization.kind,
        Organization.parent_id,
    ).order_by(Organization.id)


def _posts() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Appointment.person_id,
            Appointment.organization_id,
            Appointment.title_zh,
            Appointment.title_en,
            Organization.name_zh,
            Organization.name_en,
        )
        .outerjoin(Organization, Organization.id == Appointment.organization_id)
        .order_by(Appointment.person_id, Appointment.position, Appointment.id)
    )


def _person(row: Row[*tuple[Any, ...]], post: Row[*tuple[Any, ...]] | None) -> PersonRow:
    name = Bilingual(row.name_zh, row.name_en)
    if post is None:
        return PersonRow(row.id, name, row.phone)
    unit, title = Bilingual(post.name_zh or "", post.name_en or ""), Bilingual(post.title_zh, post.title_en)
    return PersonRow(row.id, name, row.phone, post.organization_id, unit, title)
