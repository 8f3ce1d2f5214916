"""Where a typed item lands: behind the one somebody pointed at, else at the end, and behind those on their way."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.rules.agenda_kinds import usual_minutes

if TYPE_CHECKING:
    from models.codes import AgendaKind
    from models.snapshots.shapes import AgendaItem
    from ui.agenda.room import AgendaRoom


@dataclass
class Spot:
    """An item to stand behind. One that is on its way gets its id in the writer's thread, when it is stored."""

    item_id: int | None = None
    timed: bool = False


class Adding:
    """Adds the titles that are typed in the line below the agenda."""

    def __init__(self, room: AgendaRoom) -> None:
        self._room = room
        self._pointed: int | None = None  # the item somebody chose; the room chooses one by itself at first
        self._last: Spot | None = None  # typed, and not shown yet

    def point(self, item_id: int | None) -> None:
        """Somebody chooses an item."""
        self._pointed, self._last = item_id, None
        self._say_place()

    def arrive(self, item_id: int) -> None:
        """An item that was just made is shown and chosen: what is typed now follows it."""
        self._pointed = item_id
        if self._last is not None and self._last.item_id == item_id:
            self._last = None
        self._say_place()

    def show(self) -> None:
        """The agenda is shown anew."""
        self._say_place()

    def forget(self) -> None:
        """Another meeting."""
        self._pointed = self._last = None

    def add(self, title: str, kind: AgendaKind) -> None:
        """Add an item."""
        desk, before = self._room.desk, self._last or self._spot()
        if desk is None:
            return
        made = self._last = Spot(timed=before.timed)

        def refused(_error: Exception) -> None:
            if self._last is made:
                self._last = None
            self._room.add_line.give_back(title)

        minutes = usual_minutes(kind) if before.timed else None
        desk.add(title, kind, before=before, made=made, minutes=minutes, done=self._room.await_item, failed=refused)

    def _item(self) -> AgendaItem | None:
        """The item that was pointed at, if it is still the chosen one."""
        agenda, wanted = self._room.snapshot.agenda, self._room.current
        return next((item for item in agenda if item.id == wanted == self._pointed), None)

    def _spot(self) -> Spot:
        item, tops = self._item(), [item for item in self._room.snapshot.agenda if item.parent_id is None]
        after = item or (tops[-1] if tops else None)
        return Spot() if after is None else Spot(after.id, after.start is not None)

    def _say_place(self) -> None:
        item = self._item() if self._room.snapshot is not None else None
        self._room.add_line.say_place("" if item is None else item.title.pick(self._room.language))
