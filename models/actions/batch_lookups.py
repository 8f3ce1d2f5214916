"""What the rows of a batch name, looked up once for all: units, people, their posts, base types, cooperations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.actions.fill_fact import add_person, add_unit
from models.records import Agreement, Appointment, Base, BaseType, Cooperation, Organization

Named = int | str | None  # a record by id, or by a name


class NamedRows:
    """Units and people by id or name; a name that nobody bears is added."""

    def __init__(self, session: Session, units: Iterable[Named], signatories: Iterable[tuple[Named, Named]]) -> None:
        pairs = list(signatories)
        self._units = {name: add_unit(session, name) for name in _names([*units, *(unit for _, unit in pairs)])}
        self._people = {name: add_person(session, name) for name in _names(person for person, _unit in pairs)}
        session.flush()
        ids = {self.unit(unit) for _person, unit in pairs}
        stored = session.scalars(select(Organization).where(Organization.id.in_(ids - {None})))
        self._names_en = {row.id: row.short_name_en or row.name_en for row in stored}
        self._posts = _posts(session, [self.person(person) for person, _unit in pairs])

    def unit(self, named: Named) -> int | None:
        """The id of a unit."""
        return self._units.get(named.strip()) if isinstance(named, str) else named

    def person(self, named: Named) -> int | None:
        """The id of a person."""
        return self._people.get(named.strip()) if isinstance(named, str) else named

    def names_en(self, unit: Named) -> list[str]:
        """What a key is made of: the English name of a unit, none where it has none."""
        name = self._names_en.get(self.unit(unit) or 0, "")
        return [name] if name else []

    def capacity(self, person: int | None, unit: int | None) -> tuple[str, str]:
        """The title of a person's post at a unit; of the only post where there is none at this one."""
        posts = self._posts.get(person or 0, [])
        there = next((post for post in posts if post.organization_id == unit), None)
        post = there or (posts[0] if len(posts) == 1 else None)
        return (post.title_zh, post.title_en) if post is not None else ("", "")


class Cooperations:
    """The cooperations of a meeting that have no agreement yet, with their bases. Each is given away once."""

    def __init__(self, session: Session, meeting_id: int, agreements: Sequence[Agreement]) -> None:
        taken = {agreement.cooperation_id for agreement in agreements}
        query = select(Cooperation).where(Cooperation.meeting_id == meeting_id)
        stored = session.scalars(query.order_by(Cooperation.position, Cooperation.id))
        self._open = [one for one in stored if one.id not in taken]
        of_them = [one.id for one in self._open]
        bases = select(Base).where(Base.cooperation_id.in_(of_them), Base.agreement_id.is_(None))
        self._bases = list(session.scalars(bases.order_by(Base.position, Base.id))) if of_them else []

    def take(self, units: Sequence[int | None]) -> Cooperation | None:
        """The one between two of these units; none where there are several, for who could say which."""
        known = {unit for unit in units if unit is not None}
        found = [one for one in self._open if {one.local_organization_id, one.partner_organization_id} <= known]
        if len(found) != 1:
            return None
        self._open.remove(found[0])
        return found[0]

    def take_base(self, cooperation_id: int | None, base_type_id: int | None) -> Base | None:
        """A base of this type that is planned in the cooperation already: the agreement is about that one."""
        planned = (base for base in self._bases if base.cooperation_id == cooperation_id and cooperation_id is not None)
        found = next((base for base in planned if base_type_id and base.base_type_id == base_type_id), None)
        if found is not None:
            self._bases.remove(found)
        return found


def base_types_by_name(session: Session) -> dict[str, int]:
    """Base types by code, name and other names, as `folded` writes them."""
    found: dict[str, int] = {}
    for row in session.scalars(select(BaseType).order_by(BaseType.position, BaseType.id)):
        names = (row.code, row.name_zh, row.name_en, *row.aliases_zh.replace("；", "、").replace(";", "、").split("、"))
        for name in names:
            if name.strip():
                found.setdefault(folded(name), row.id)
    return found


def folded(name: str) -> str:
    """A name without regard to upper and lower case and to blanks."""
    return "".join(name.split()).casefold()


def _names(given: Iterable[Named]) -> list[str]:
    return list(dict.fromkeys(name.strip() for name in given if isinstance(name, str) and name.strip()))


def _posts(session: Session, people: Iterable[int | None]) -> dict[int, list[Appointment]]:
    """The posts of people, in order."""
    ids = {person for person in people if person is not None}
    found: dict[int, list[Appointment]] = {}
    if ids:
        query = select(Appointment).where(Appointment.person_id.in_(ids))
        for post in session.scalars(query.order_by(Appointment.position, Appointment.id)):
            found.setdefault(post.person_id, []).append(post)
    return found
