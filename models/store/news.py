"""Notices what others commit: every change leaves an audit entry, and our own entries are known to us."""

from __future__ import annotations

from sqlalchemy import Connection, Integer, column, func, select, table

ENTRIES = table("audit_entry", column("id", Integer))


class News:
    """What one opening of a workspace has seen of the changes made to it."""

    def __init__(self) -> None:
        self._seen: int | None = None
        self._own: set[int] = set()

    def note_own(self, entry_id: int | None) -> None:
        """An entry that this opening has just committed."""
        if entry_id is not None:
            self._own.add(entry_id)

    def look(self, connection: Connection) -> bool:
        """Whether others have committed since the last look; the first look only remembers where things stand."""
        seen = self._seen
        if seen is None:
            self._seen = connection.scalar(select(func.max(ENTRIES.c.id))) or 0
            return False
        fresh = connection.scalars(select(ENTRIES.c.id).where(ENTRIES.c.id > seen)).all()
        others = set(fresh) - self._own
        self._own.difference_update(fresh)
        self._seen = max(fresh, default=seen)
        return bool(others)
