"""Reads what the editors of the people room offer: units, people, titles; in the reader's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from models.snapshots.shapes import MeetingSnapshot
from ui.people.columns import Known, people_entries
from ui.widgets.picker_entries import Entries

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.store.directory import PersonRow
    from ui.office import Office


class KnownReader:
    """Fills a `Known`. Units and titles are read after every change, the people when a meeting is opened."""

    def __init__(self, office: Office, known: Known, changed: Callable[[], None]) -> None:
        self._office, self._known, self._changed = office, known, changed
        self._asked = 0

    def read(self, snapshot: MeetingSnapshot, language: str, *, whole: bool) -> None:
        """Read for a meeting; an answer that another question overtook is dropped."""
        unit_ids = tuple(sorted({one.organization_id for one in snapshot.attendees if one.organization_id}))
        self._asked += 1
        asked = self._asked

        def work(session: Session) -> tuple[Any, Any, Any]:
            from models.store.directory import list_organizations, list_people, titles_by_unit

            people = _with_entries(list_people(session), language) if whole else None
            return list_organizations(session), titles_by_unit(session, unit_ids), people

        self._office.read(work, lambda found: self._take(asked, found))

    def _take(self, asked: int, found: tuple[Any, Any, Any]) -> None:
        units, titles, people = found
        if people is not None:
            self._known.take_people(*people)
        if asked == self._asked:
            self._known.take_units(units)
            self._known.titles = titles
            self._changed()


def _with_entries(people: tuple[PersonRow, ...], language: str) -> tuple[tuple[PersonRow, ...], Entries, str]:
    """The entries and their keys are made here, in the reader's thread: twenty thousand take a while."""
    entries = people_entries(people, language)
    entries.search_keys()
    return people, entries, language
