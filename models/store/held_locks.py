"""Locks on a workspace file that this process cannot lose, beside those that SQLite takes.

POSIX lets go of all locks of a process on a file as soon as the process closes the file anywhere: a file dialog that
looks into a folder to show what lies there is enough (https://sqlite.org/howtocorrupt.html, 2.2). The next process that
closes the workspace would then delete the write-ahead log that we go on writing. Locks of an open file description stay
until it is closed; SQLite in other processes meets them as it meets its own. Linux has both kinds; Windows loses none.
"""

from __future__ import annotations

import os
import struct
import sys
import threading
from contextlib import suppress
from pathlib import Path

# What SQLite's connections hold while they are open (os_unix.c): a byte range of the file, and one byte of the index.
SHARED = (0x40000002, 510)
DEAD_MANS_SWITCH = (128, 1)

if sys.platform == "linux":
    import fcntl

    def _lock(descriptor: int, kind: int, place: tuple[int, int]) -> None:
        """OSError where the file system knows no such locks, or another process holds a stronger one."""
        fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, struct.pack("hhqqi4x", kind, os.SEEK_SET, *place, 0))

    READ, NONE = fcntl.F_RDLCK, fcntl.F_UNLCK
else:
    READ, NONE = 0, 0

    def _lock(descriptor: int, kind: int, place: tuple[int, int]) -> None:
        raise OSError(descriptor, kind, place)


class HeldLocks:
    """Holds what SQLite holds, of a file with a write-ahead log, from `hold` to `let_go`."""

    def __init__(self, path: Path) -> None:
        self._path, self._index = path, path.with_name(path.name + "-shm")
        self._held: dict[Path, tuple[int, tuple[int, int]]] = {}
        self._taking = threading.Lock()
        self._over = sys.platform != "linux"

    def hold(self) -> None:
        """Hold the file, before SQLite opens it."""
        self._take(self._path, SHARED)

    def hold_index(self) -> None:
        """Hold the index of the log, too, which is there once SQLite has the file open."""
        self._take(self._index, DEAD_MANS_SWITCH)

    def let_go(self) -> None:
        """Before SQLite closes the file: the last that does puts the log into it."""
        with self._taking:
            self._over = True
            for descriptor, place in self._held.values():
                with suppress(OSError):
                    _lock(descriptor, NONE, place)

    def close(self) -> None:
        """After SQLite has closed the file: with this, the locks of whatever else is open in this process go."""
        with self._taking:
            while self._held:
                os.close(self._held.popitem()[1][0])

    def _take(self, path: Path, place: tuple[int, int]) -> None:
        if path in self._held:
            return
        with self._taking, suppress(OSError):
            if not self._over and path not in self._held:
                descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
                self._held[path] = descriptor, place  # also where it cannot be locked: closing it would do harm
                _lock(descriptor, READ, place)
