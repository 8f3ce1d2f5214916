"""Whether the file of a workspace is still the one that was opened: a USB drive may go while its file is open.

On Linux an open file that was deleted can be written on, into nothing; so this is asked before each change.
"""

from __future__ import annotations

from pathlib import Path

from models.errors import KnownError

# What a store says when its disk or server is no longer there.
OUT_OF_REACH = ("workspace_gone", "workspace_unreachable", "disk_failed", "database_unreachable")


class Presence:
    """The file behind a workspace, known by its number on the disk; a shared database has none."""

    def __init__(self, location: str) -> None:
        self._location = location
        self._file = _file_of(location)
        self._known = self._number()

    def ask(self) -> None:
        """KnownError: workspace_gone (path)."""
        if self._known is not None and self._number() != self._known:
            raise KnownError("workspace_gone", path=self._location)

    def _number(self) -> tuple[int, int] | None:
        try:
            found = self._file.stat() if self._file is not None else None
        except OSError:
            return None
        return (found.st_dev, found.st_ino) if found is not None else None


def is_out_of_reach(error: Exception) -> bool:
    """Whether an error says that the workspace cannot be reached any more."""
    return isinstance(error, KnownError) and error.code in OUT_OF_REACH


def must_be_there(location: str) -> None:
    """KnownError: workspace_gone (path). Nothing new is made in the place of a workspace that is only out of reach."""
    file = _file_of(location)
    if file is not None and not file.exists():
        raise KnownError("workspace_gone", path=location)


def _file_of(location: str) -> Path | None:
    return Path(location).expanduser() if "://" not in location else None
