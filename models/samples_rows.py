"""Stores the entries of a sample file: numbers rows, resolves local names, uses units and people already present."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from models.records import (
    Appointment,
    Attendance,
    Base,
    BaseType,
    Meeting,
    Organization,
    Person,
    Record,
)
from models.samples_file import Entry


@dataclass(slots=True)
class RowMaker:
    """Stores one file; `names` holds the rows that can be named, by table and local name."""

    session: Session
    names: dict[tuple[str, str], Record] = field(default_factory=dict)
    late: list[tuple[Record, str, Entry]] = field(default_factory=list)
    meeting_id: int = 0

    def store(self, entries: Mapping[type[Record], Iterable[Entry]]) -> int:
        """Store the entries record by record and return the meeting's id; KnownError where a name leads nowhere."""
        for base_type in self.session.scalars(select(BaseType)):
            self.names["base_type", base_type.code] = base_type
        for record, rows in entries.items():
            stored = [self._store_row(entry, number) for number, entry in enumerate(rows)]
            self.session.flush()
            if record is Meeting:
                self.meeting_id = stored[0].id
        self._settle_late_links()
        return self.meeting_id

    def _store_row(self, entry: Entry, number: int) -> Record:
        row = self._present(entry)
        if row is None:
            row = self._make(entry, number)
            if hasattr(row, "meeting_id") and not (isinstance(row, Base) and _has_owner(entry)):
                row.meeting_id = self.meeting_id
            self.session.add(row)
        self._call(row, entry)
        self._fill_lists(row, entry)
        return row

    def _make(self, entry: Entry, number: int) -> Record:
        """A new row with its values, its place among its like, and those links that have a number by now."""
        row = entry.shape.record(**entry.values)
        place = "rank" if isinstance(row, Attendance) else "position"
        if hasattr(row, place):
            setattr(row, place, number)
        for column in entry.links:
            named = self._named(entry, column)
            if named is None or named.id is None:
                self.late.append((row, column, entry))
            else:
                setattr(row, column, named.id)
        return row

    def _call(self, row: Record, entry: Entry) -> None:
        name = (entry.shape.table, entry.name)
        if entry.name and name in self.names:
            raise entry.place.error("sample_name_twice", "id", entry.name)
        if entry.name:
            self.names[name] = row

    def _named(self, entry: Entry, column: str) -> Record | None:
        return self.names.get((entry.shape.links[column.removesuffix("_id")], entry.links[column]))

    def _fill_lists(self, row: Record, entry: Entry) -> None:
        """Add the rows of its own; a row that was present before gets only what it does not have yet."""
        for key, children in entry.lists.items():
            rows: list[Record] = getattr(row, key)
            for child in children:
                made = self._make(child, len(rows))
                kept = next((old for old in rows if old.id and _says_the_same(old, made, child)), made)
                if kept is made:
                    rows.append(made)
                self._call(kept, child)
                self._fill_lists(kept, child)

    def _settle_late_links(self) -> None:
        for row, column, entry in self.late:
            named = self._named(entry, column)
            if named is None:
                raise entry.place.error("sample_unknown_name", column.removesuffix("_id"), entry.links[column])
            setattr(row, column, named.id)
        self.session.flush()

    def _present(self, entry: Entry) -> Record | None:
        """The unit of the same name, or the person of the same name and unit, that the workspace holds already.

        Two people of one name in one file are two people.
        """
        if entry.shape.record is Organization:
            same_name = _same_name(Organization.name_zh, Organization.name_en, entry)
            return self.session.scalars(select(Organization).where(same_name).order_by(Organization.id)).first()
        if entry.shape.record is Person:
            posts = [post for post in entry.lists["appointments"] if "organization_id" in post.links]
            units = [unit.id for post in posts if (unit := self._named(post, "organization_id"))]
            there = Person.appointments.any(Appointment.organization_id.in_(units))
            same_name = _same_name(Person.name_zh, Person.name_en, entry)
            found = self.session.scalars(select(Person).where(same_name, there).order_by(Person.id))
            return next((person for person in found if person not in self.names.values()), None)
        return None


def _same_name(zh: InstrumentedAttribute[str], en: InstrumentedAttribute[str], entry: Entry) -> ColumnElement[bool]:
    """The same Chinese name, or the same English one where there is no Chinese; the nameless are never the same."""
    name_zh, name_en = entry.values.get("name_zh", ""), entry.values.get("name_en", "")
    if name_zh:
        return zh == name_zh
    return and_(zh == "", en == name_en, en != "")


def _has_owner(entry: Entry) -> bool:
    """A base of a cooperation or an agreement belongs to the meeting through that alone."""
    return bool({"cooperation_id", "agreement_id"} & entry.links.keys())


def _says_the_same(old: Record, new: Record, entry: Entry) -> bool:
    return all(getattr(old, column) == getattr(new, column) for column in (*entry.values, *entry.links))
