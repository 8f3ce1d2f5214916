"""The people, units, templates and clauses that the agreements room offers to pick, read in the reader's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.template_file import LibraryClause
    from models.templates import Templates
    from ui.widgets.picker_entries import Entry

    Sources = tuple[Templates, tuple[LibraryClause, ...]]
    Lists = tuple[tuple[Entry, ...], tuple[Entry, ...]]


def read_entries(language: str, here: frozenset[int]) -> Callable[[Session], Lists]:
    """People (those of the meeting first) and units, as entries in a language."""

    def work(session: Session) -> Lists:
        from models.store.directory import list_organizations, list_people
        from ui.units.fields import person_entries, unit_entries

        people = sorted(list_people(session), key=lambda person: person.id not in here)
        return tuple(person_entries(people, language)), tuple(unit_entries(list_organizations(session), language))

    return work


def read_sources(session: Session) -> Sources:
    """All templates, and the clauses of the library, built-in ones first."""
    from models.template_library import all_templates, builtin_clauses, own_clauses

    return all_templates(session), (*builtin_clauses(), *own_clauses(session))
