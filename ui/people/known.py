"""Reads what the editors of the people room offer: units, people, titles; in the reader's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer

from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.dialogs.troubles import Action
from ui.people.offers import Known, people_entries
from ui.widgets.picker_entries import Entries

if TYPE_CHECKING:
    from models.looking import Looking
    from models.store.directory import PersonRow
    from ui.office import Office


SOON = 200  # ms after which it is told that the people are being read


class KnownReader:
    """Fills a `Known`. Units and titles are read after every change; the people when they are first wanted."""

    def __init__(self, office: Office, known: Known, changed: Callable[[], None]) -> None:
        self._office, self._known, self._changed = office, known, changed
        self._asked = 0
        self._language = "zh"
        self._reading = False
        known.want_people = self.read_people

    def read(self, snapshot: MeetingSnapshot, language: str, *, whole: bool) -> None:
        """Read for a meeting, another one with `whole`; an answer that another question overtook is dropped."""
        unit_ids = tuple(sorted({one.organization_id for one in snapshot.attendees if one.organization_id}))
        self._asked += 1
        asked, self._language = self._asked, language
        if whole:
            self._known.forget_people()

        def work(looking: Looking) -> tuple[Any, Any]:
            from models.store.directory import list_organizations, titles_by_unit

            return list_organizations(looking), titles_by_unit(looking, unit_ids)

        self._office.look(work, lambda found: self._take(asked, found))

    def read_people(self) -> None:
        """Read everybody the workspace knows, once for a meeting: twenty thousand take a while and much room."""
        if self._known.people_read or self._reading:
            return
        self._reading, language = True, self._language
        QTimer.singleShot(SOON, self._office.link, self._say_reading)  # never once the window has gone
        self._office.look(lambda looking: _people(looking, language), self._take_people, self._no_people)

    def _say_reading(self) -> None:
        """Whoever wants to pick somebody must know why nobody is offered yet."""
        if self._reading:
            _ = translator(self._language).gettext
            self._office.notice(_("The people of the workspace are being read…"))

    def _take(self, asked: int, found: tuple[Any, Any]) -> None:
        if asked == self._asked:
            units, self._known.titles = found
            self._known.take_units(units)
            self._changed()

    def _take_people(self, found: tuple[tuple[PersonRow, ...], Entries, str]) -> None:
        self._reading = False
        self._known.take_people(*found)
        self._changed()

    def _no_people(self, error: Exception) -> None:
        self._reading = False
        self._office.tell_error(Action.OTHER, error)


def _people(looking: Looking, language: str) -> tuple[tuple[PersonRow, ...], Entries, str]:
    """The entries and their keys are made here, in the reader's thread."""
    from models.store.directory import list_people

    people = list_people(looking)
    entries = people_entries(people, language)
    entries.search_keys()
    return people, entries, language
