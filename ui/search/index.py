"""The index of everything that can be found: read once, refreshed after changes, searched at every key."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from models.store.search_entries import SearchEntry
    from ui.office import Office

MOST_FOUND = 60
AT_ONCE = 400  # rows whose keys are made before the window gets a breath
BREATH = 0.002  # seconds


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry with what it can be found by."""

    entry: SearchEntry
    keys: str


class SearchIndex(QObject):
    """`ready` comes when the entries are read; until then, and while they are read anew, the old ones are searched."""

    ready = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hits: tuple[Hit, ...] = ()
        self._stale = True
        self._reading = False

    def note_change(self) -> None:
        """Something was changed: read again when somebody searches."""
        self._stale = True

    def forget(self) -> None:
        """Another workspace is open: what was read belongs to the one before."""
        self._hits, self._stale = (), True

    def refresh(self, office: Office) -> None:
        """Read the workspace where it has changed since; answers with `ready`."""
        if not self._stale or self._reading:
            return
        self._stale, self._reading = False, True
        known = {hit.entry: hit for hit in self._hits}
        office.read(lambda session: _read(session, known), self._take, lambda _error: self._not_read())

    def find(self, typed: str, meeting_id: int | None) -> tuple[SearchEntry, ...]:
        """What matches every word typed: what begins so first, of these what belongs to the meeting shown."""
        from models.rules.search_text import folded, typed_words

        words, start = typed_words(typed), folded(typed)
        if not words:
            return ()
        found = [
            (_closeness(hit.keys, start), _distance(hit.entry, meeting_id), place)
            for place, hit in enumerate(self._hits)
            if all(word in hit.keys for word in words)
        ]
        return tuple(self._hits[place].entry for *_rank, place in sorted(found)[:MOST_FOUND])

    def _take(self, hits: tuple[Hit, ...]) -> None:
        self._reading = False
        self._hits = hits
        self.ready.emit()

    def _not_read(self) -> None:
        self._reading, self._stale = False, True


def _distance(entry: SearchEntry, meeting_id: int | None) -> int:
    """What belongs to the meeting shown comes first, then what belongs to all, then other meetings."""
    if meeting_id and entry.meeting_id == meeting_id:
        return 0
    return 1 if entry.kind in ("meeting", "organization") else 2


def _closeness(keys: str, start: str) -> int:
    """A key that begins with what was typed before one that only holds it."""
    return 0 if keys.startswith(start) or f" {start}" in keys else 1


def _read(session: object, known: dict[SearchEntry, Hit]) -> tuple[Hit, ...]:
    """Runs in the reader's thread; leaves the window a breath, for making keys is plain Python work."""
    from sqlalchemy.orm import Session

    from models.store.search_entries import search_entries

    assert isinstance(session, Session)
    hits = []
    for place, entry in enumerate(search_entries(session)):
        hits.append(known.get(entry) or Hit(entry, _keys(entry)))
        if place % AT_ONCE == AT_ONCE - 1:
            time.sleep(BREATH)
    return tuple(hits)


def _keys(entry: SearchEntry) -> str:
    from models.rules.search_text import search_keys

    texts = (entry.words.zh, entry.words.en, entry.also, entry.detail.zh, entry.detail.en)
    return " ".join([search_keys(text) for text in texts if text])


Command = tuple[str, str, Callable[[], None]]  # words, keys, what to do


def matching_commands(commands: Sequence[Command], typed: str) -> tuple[Command, ...]:
    """The commands that match every word typed; all of them for nothing typed."""
    from models.rules.search_text import search_keys, typed_words

    words = typed_words(typed)
    return tuple(command for command in commands if all(word in search_keys(command[0]) for word in words))
