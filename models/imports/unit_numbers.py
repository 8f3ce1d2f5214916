"""The units that rows name: found under every spelling, made where there is none."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.imports.known_people import KnownPeople, known_units
from models.imports.somebody import Units, key_of
from models.records import Appointment, Organization
from models.rules.person_names import is_han
from models.rules.unit_names import full_name

Post = tuple[int | None, str]  # unit and department


class UnitNumbers:
    """Unit and department as a slip writes them → the unit's id and the department as they are stored."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._units = Units(KnownPeople(0, units=known_units(session)))
        self._divided = self._departments()
        self.made = 0

    def _departments(self) -> dict[str, Post]:
        """武汉大学法学院 in one word, where somebody is known to work at 法学院 of 武汉大学."""
        query = select(Appointment.organization_id, Appointment.department_zh).distinct()
        found: dict[str, Post] = {}
        for unit_id, department in self._session.execute(query.where(Appointment.department_zh != "")):
            for spelling in self._units.spellings.get(unit_id or 0, ()):
                found.setdefault(spelling + key_of(department), (unit_id, department))
        return found

    def make(self, names: Iterable[str]) -> None:
        """Make those that are not known, all at once."""
        wanted: dict[str, str] = {}  # by the full name; of several spellings the full one, else the first is written
        for name in filter(None, dict.fromkeys(names)):
            key = key_of(name)
            if self._units.id_of(key) is None and key not in self._divided:
                full = full_name(key)
                wanted[full] = name if key == full != key_of(wanted.get(full, "")) else wanted.get(full, name)
        units = [Organization(**{"name_zh" if any(map(is_han, name)) else "name_en": name}) for name in wanted.values()]
        self._session.add_all(units)
        self._session.flush()
        self._units.ids |= {full: unit.id for full, unit in zip(wanted, units, strict=True)}
        self.made += len(units)

    def post(self, unit: str, department: str) -> Post:
        """Where somebody works. The unit is known or was made."""
        key = key_of(unit)
        known = self._units.id_of(key)
        if known is not None:
            return known, department
        unit_id, divided = self._divided.get(key, (None, ""))
        return unit_id, divided + department
