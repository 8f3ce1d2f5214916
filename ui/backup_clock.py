"""The clock of the backups: one at start if the last is older than a day, then hourly while something changes."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.lane import Lane

if TYPE_CHECKING:
    from models.store.backup_rounds import Backup

LOOK_EVERY = 60_000  # ms
HOUR = 3600.0  # s, of the clock that never jumps


class BackupClock(QObject):
    """Backs up the open workspace in a thread of its own. A failure is told once, until a backup works again."""

    backed_up = Signal(object)  # datetime of the last backup, or None where there is none yet
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None, ticks: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._ticks = ticks
        self._lane = Lane("backup", self)
        self._location = ""
        self._changed = False
        self._running = False
        self._wanted = False  # by hand, while another one was under way
        self._told = False
        self._last_tick = self._ticks()
        self._clock = QTimer(self, interval=LOOK_EVERY)
        self._clock.timeout.connect(self.look)

    def follow(self, location: str) -> None:
        """Care for the workspace just opened; a shared database is cared for elsewhere."""
        self._location, self._changed, self._told, self._wanted = location, False, False, False
        self._last_tick = self._ticks()
        self._clock.start()
        self._running = True
        self._lane.run(lambda: _at_start(location), self._looked, self._not_made)

    def leave(self) -> None:
        """Care for no workspace until `follow` comes again."""
        self._clock.stop()
        self._location = ""

    def note_change(self) -> None:
        """Something was changed since the last backup."""
        self._changed = True

    def look(self) -> None:
        """Make a backup where something was changed and the last look that made one is an hour ago."""
        if self._changed and self._ticks() - self._last_tick >= HOUR:
            self.back_up_now()

    def back_up_now(self) -> None:
        """Make one at once; answers with `backed_up` or `failed`."""
        self._make(_made)

    def back_up_by_hand(self) -> None:
        """Make one at once, or after the one under way, that never makes way for others; a failure is always told."""
        self._told, self._wanted = False, self._running
        self._make(_made_by_hand)

    def _make(self, make: Callable[[str], Backup]) -> None:
        location = self._location
        if location and not self._running:
            self._running, self._changed = True, False
            self._lane.run(lambda: make(location), self._made, self._not_made)

    def close(self) -> None:
        """Finish the backup under way."""
        self._clock.stop()
        self._lane.close()

    def _looked(self, found: Backup | None) -> None:
        self._running = False
        if self._wanted:
            self._wanted = False
            self._make(_made_by_hand)
            return
        self.backed_up.emit(found.made_at if found else None)

    def _made(self, made: Backup) -> None:
        self._last_tick = self._ticks()
        self._told = False
        self._looked(made)

    def _not_made(self, error: Exception) -> None:
        self._running = self._wanted = False
        self._last_tick = self._ticks()  # the next try is in an hour, not in a minute
        self._changed = True
        if not self._told:
            self._told = True
            self.failed.emit(error)


def _at_start(location: str) -> Backup | None:
    """The newest backup of any kind, after one was made where it was due. Runs in the lane's thread."""
    from models.errors import KnownError
    from models.store.backup_rounds import AT_START, backups_of, is_due

    try:
        known = backups_of(location)
    except KnownError as error:
        if error.code == "needs_a_file":  # a shared database has backups of its own
            return None
        raise
    last = known[0] if known else None
    if is_due(last.made_at if last else None, datetime.now(), every=AT_START):
        return _made(location)
    return last


def _made(location: str) -> Backup:
    """Runs in the lane's thread."""
    from models.store.backup_rounds import back_up_by_itself

    return back_up_by_itself(location, datetime.now())


def _made_by_hand(location: str) -> Backup:
    """Runs in the lane's thread."""
    from models.store.backup_rounds import back_up_by_hand

    return back_up_by_hand(location, datetime.now())
