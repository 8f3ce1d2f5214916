"""The people and units that the agreements room offers to pick, made ready in the reader's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ui.widgets.picker_entries import Entry

    Lists = tuple[tuple[Entry, ...], tuple[Entry, ...]]


def read_entries(language: str, here: frozenset[int]) -> Callable[[Session], Lists]:
    """People (those of the meeting first) and units, as entries in a language."""

    def work(session: Session) -> Lists:
        from models.store.directory import list_organizations, list_people
        from ui.units.fields import person_entries, unit_entries

        people = sorted(list_people(session), key=lambda person: person.id not in here)
        return tuple(person_entries(people, language)), tuple(unit_entries(list_organizations(session), language))

    return work
