"""Texts on their way to the workspace: a snapshot taken before they were stored must not bring back the old words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

Place = tuple[int, str]  # clause id, column


@dataclass(frozen=True)
class _Sent:
    """What was told for one place: the stored texts it replaces one after another, and the newest."""

    befores: frozenset[str]
    after: str
    stored_at: datetime | None = None


class SentTexts:
    """Remembers what was told until a snapshot holds it, or something newer."""

    def __init__(self) -> None:
        self._sent: dict[Place, _Sent] = {}

    def send(self, place: Place, before: str, after: str) -> None:
        """A text was told."""
        known = self._sent.get(place)
        befores = known.befores if known else frozenset()
        self._sent[place] = _Sent(befores | {before.strip()}, after)

    def stored(self, place: Place, after: str, at: datetime) -> None:
        """A text has been stored: snapshots taken from now on are newer, whatever they hold."""
        known = self._sent.get(place)
        if known is not None and known.after == after:
            self._sent[place] = replace(known, stored_at=at)

    def refuse(self, place: Place) -> None:
        """A text was not stored."""
        self._sent.pop(place, None)

    def settle(self, stored_text: Callable[[Place], str | None], taken_at: datetime) -> None:
        """A snapshot came: forget what it holds, what somebody has changed since, and what is older than it."""
        for place, sent in list(self._sent.items()):
            now = stored_text(place)
            newer = sent.stored_at is not None and taken_at >= sent.stored_at
            if newer or (now is not None and now.strip() not in sent.befores):
                del self._sent[place]

    def newest(self, place: Place, stored: str) -> str:
        """The text to show where a snapshot holds `stored`."""
        sent = self._sent.get(place)
        return stored if sent is None else sent.after

    def texts(self) -> dict[Place, str]:
        """All that is on its way."""
        return {place: sent.after for place, sent in self._sent.items()}
