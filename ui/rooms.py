"""The rooms by key, made once the window is on the screen."""

from __future__ import annotations

from collections.abc import Callable

from ui.agenda.room import AgendaRoom
from ui.agreements.room import AgreementsRoom
from ui.papers.room import PapersRoom
from ui.people.room import PeopleRoom
from ui.visits.room import VisitsRoom
from ui.widgets.table_room import TableRoom

Room = TableRoom


def make_rooms(export: Callable[[tuple[object, ...]], None]) -> dict[str, Room]:
    """All rooms. `export` is called with the choices when a room wants papers."""
    agreements, papers = AgreementsRoom(), PapersRoom()
    agreements.export_requested.connect(export)
    papers.export_requested.connect(export)
    return {
        "people": PeopleRoom(),
        "agenda": AgendaRoom(),
        "visits": VisitsRoom(),
        "agreements": agreements,
        "papers": papers,
    }
