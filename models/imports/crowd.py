"""Finds, among many, those whom a row may be: by name, phone and unit, without comparing everybody with everybody."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from typing import TypeVar

from models.imports.likeness import Judgment, Verdict, judge
from models.imports.somebody import Somebody

Key = TypeVar("Key", bound=Hashable)

Mark = tuple[str, str]
MOST_NAMESAKES = 8  # kept of those who have something in common; a hostile slip holds ten thousand


class Crowd:
    """Those whom the rows so far are compared with."""

    def __init__(self) -> None:
        self._by_mark: dict[Mark, list[Somebody]] = {}
        self._by_name: dict[str, list[Somebody]] = {}
        self._by_phone: dict[str, list[Somebody]] = {}
        self._by_id: dict[str, list[Somebody]] = {}
        self._count = 0

    def add(self, somebody: Somebody, marks: Iterable[Mark] | None = None) -> None:
        """One more; one who is there already is found by what is new about them too."""
        if somebody.number < 0:
            somebody.number = self._count
            self._count += 1
        for written, looks, _sounds in somebody.names:
            _put(self._by_name, looks, somebody)
            _put(self._by_name, written, somebody)
        for phone in somebody.phones:
            _put(self._by_phone, phone, somebody)
        if number := id_of(somebody.values):
            _put(self._by_id, number, somebody)
        for mark in marks_of(somebody) if marks is None else marks:
            _put(self._by_mark, mark, somebody)

    def find(self, row: Somebody, marks: Iterable[Mark]) -> list[tuple[Judgment, Somebody]]:
        """Those it may be, the likeliest first, those on the list before others."""
        near = self._near(row, marks)
        judged = [(judgment, one) for one in near if (judgment := judge(row, one)).verdict < Verdict.NOBODY]
        return sorted(judged, key=lambda found: (found[0].verdict, found[1].attendance_id is None, found[1].number))

    def _near(self, row: Somebody, marks: Iterable[Mark]) -> Iterable[Somebody]:
        near = [
            *map(self._by_mark.get, marks),
            *(self._by_name.get(looks) for _written, looks, _sounds in row.names),
            *map(self._by_phone.get, row.phones),
            self._by_id.get(id_of(row.values)),
        ]
        return {id(one): one for some in near if some for one in some}.values()


def id_of(values: Mapping[str, str]) -> str:
    """The identity number as it is compared, "" where there is none."""
    return values.get("id_number", "").upper()


def marks_of(somebody: Somebody) -> tuple[Mark, ...]:
    """A name as it looks or sounds, with a phone, a unit, a number or an address."""
    return tuple(_marks(somebody))


def _marks(somebody: Somebody) -> Iterator[Mark]:
    values = somebody.values
    marks = {*somebody.phones, id_of(values), values.get("email", "").lower()} - {""}
    for place in somebody.units:
        marks.update(place.marks())
    for _written, looks, sounds in somebody.names:
        for mark in marks:
            yield looks, mark
            if sounds != looks:
                yield sounds, mark


def _put(index: dict[Key, list[Somebody]], key: Key, one: Somebody) -> None:
    known = index.setdefault(key, [])
    if len(known) < MOST_NAMESAKES and one not in known:
        known.append(one)
