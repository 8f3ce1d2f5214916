"""Notices what others commit: every change leaves an audit entry, and our own entries are known to us."""

from __future__ import annotations

from models.looking import Looking, first_value


class News:
    """What one opening of a workspace has seen of the changes made to it."""

    def __init__(self) -> None:
        self._seen: int | None = None
        self._own: set[int] = set()

    def note_own(self, entry_id: int | None) -> None:
        """An entry that this opening has just committed."""
        if entry_id is not None:
            self._own.add(entry_id)

    def look(self, looking: Looking) -> bool:
        """Whether others have committed since the last look; the first look only remembers where things stand."""
        seen = self._seen
        if seen is None:
            self._seen = first_value(looking, "SELECT max(id) FROM audit_entry") or 0
            return False
        fresh = [row[0] for row in looking.rows("SELECT id FROM audit_entry WHERE id > :seen", seen=seen)]
        others = set(fresh) - self._own
        self._own.difference_update(fresh)
        self._seen = max(fresh, default=seen)
        return bool(others)
