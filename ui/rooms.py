"""The rooms by key, each made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from ui.room import Room

CLASSES = {
    "people": "ui.people.room:PeopleRoom",
    "agenda": "ui.agenda.room:AgendaRoom",
    "visits": "ui.visits.room:VisitsRoom",
    "agreements": "ui.agreements.room:AgreementsRoom",
    "papers": "ui.papers.room:PapersRoom",
}


class Rooms:
    """`rooms["people"]` makes the people room the first time, and hands it to `made` before anybody sees it."""

    def __init__(self, made: Callable[[Room], None]) -> None:
        self._made = made
        self._rooms: dict[str, Room] = {}

    def __getitem__(self, key: str) -> Room:
        if key not in self._rooms:
            module, _, name = CLASSES[key].partition(":")
            room = getattr(import_module(module), name)()
            self._rooms[key] = room
            self._made(room)
        return self._rooms[key]

    def open_ones(self) -> tuple[Room, ...]:
        """The rooms made so far."""
        return tuple(self._rooms.values())


def import_all() -> None:
    """Import what the rooms need, in a thread, so that opening one does not stop the window."""
    for path in CLASSES.values():
        import_module(path.partition(":")[0])
