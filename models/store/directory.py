"""The units and people of a workspace, and the titles given at a unit: what pickers offer. Frozen rows, few queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from models.codes import OrganizationKind
from models.looking import Source, looking_at
from models.snapshots.shapes import Bilingual
from models.stored_rows import stored_rows

UNIT = ("id", "name_zh", "name_en", "short_name_zh", "short_name_en", "kind", "parent_id")
TITLE = ("organization_id", "department_zh", "department_en", "title_zh", "title_en")
PEOPLE = "SELECT id, name_zh, name_en, phone FROM person ORDER BY id"
POSTS = """
    SELECT post.person_id, post.organization_id, post.title_zh, post.title_en, unit.name_zh, unit.name_en
    FROM appointment AS post LEFT JOIN organization AS unit ON unit.id = post.organization_id
    ORDER BY post.person_id, post.position, post.id
"""


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


def list_organizations(source: Source) -> tuple[OrganizationRow, ...]:
    """All units, in the order in which they were entered; two queries."""
    looking, spellings = looking_at(source), dict[int, list[str]]()
    for other in stored_rows(looking, "organization_alias", columns=("organization_id", "alias")):
        spellings.setdefault(other.organization_id, []).append(other.alias)
    return tuple(
        OrganizationRow(
            row.id,
            Bilingual(row.name_zh, row.name_en),
            Bilingual(row.short_name_zh, row.short_name_en),
            row.kind,
            row.parent_id,
            tuple(spellings.get(row.id, ())),
        )
        for row in stored_rows(looking, "organization", columns=UNIT, order=("id",))
    )


def list_people(source: Source) -> tuple[PersonRow, ...]:
    """All people, in the order in which they were entered; two queries."""
    looking, first = looking_at(source), dict[int, Sequence[Any]]()
    for person_id, *post in looking.rows(POSTS):
        first.setdefault(person_id, post)
    return tuple(_person(row, first.get(row[0])) for row in looking.rows(PEOPLE))


def titles_at(source: Source, organization_id: int) -> tuple[TitleRow, ...]:
    """The titles that were ever held at a unit, the most frequent first; one query."""
    return titles_by_unit(source, (organization_id,)).get(organization_id, ())


def titles_by_unit(source: Source, organization_ids: Sequence[int]) -> dict[int, tuple[TitleRow, ...]]:
    """The titles ever held at each of these units, the most frequent first; one query."""
    if not organization_ids:
        return {}
    looking, posts = looking_at(source), dict[int, list[tuple[str, ...]]]()
    held = stored_rows(looking, "appointment", {"organization_id": organization_ids}, columns=TITLE, order=("id",))
    for unit_id, *post in held:
        posts.setdefault(unit_id, []).append(tuple(post))
    return {unit_id: _counted(held) for unit_id, held in posts.items()}


def _counted(posts: Iterable[tuple[str, ...]]) -> tuple[TitleRow, ...]:
    """Each title once; the order of equal counts is the order of entry."""
    counts = Counter(post for post in posts if post[2] or post[3])
    return tuple(
        TitleRow(Bilingual(post[0], post[1]), Bilingual(post[2], post[3]), count)
        for post, count in counts.most_common()
    )


def _person(row: Sequence[Any], post: Sequence[Any] | None) -> PersonRow:
    number, zh, en, phone = row
    if post is None:
        return PersonRow(number, Bilingual(zh, en), phone)
    unit_id, title_zh, title_en, unit_zh, unit_en = post
    unit = Bilingual(unit_zh or "", unit_en or "")
    return PersonRow(number, Bilingual(zh, en), phone, unit_id, unit, Bilingual(title_zh, title_en))
