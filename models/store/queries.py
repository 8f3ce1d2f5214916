"""Lists of what a workspace holds, read without records, so that starting needs none."""

from __future__ import annotations

from models.errors import KnownError
from models.looking import Source, first_value, looking_at
from models.store.meeting_row import MeetingRow, list_rows

__all__ = ["MeetingRow", "find_meeting", "list_meetings"]


def list_meetings(source: Source) -> tuple[MeetingRow, ...]:
    """All meetings, the latest first, those without a date last; one query."""
    return list_rows(looking_at(source))


def find_meeting(source: Source, key_or_id: str) -> int:
    """The id of the meeting with this key, else with this number. KnownError: unknown_meeting."""
    looking = looking_at(source)
    found = first_value(looking, 'SELECT id FROM meeting WHERE "key" = :key', key=key_or_id)
    if found is None and key_or_id.isascii() and key_or_id.isdecimal() and len(key_or_id) < 10:
        found = first_value(looking, "SELECT id FROM meeting WHERE id = :id", id=int(key_or_id))
    if found is None:
        keys = (row[0] for row in looking.rows('SELECT "key" FROM meeting ORDER BY id'))
        raise KnownError("unknown_meeting", meeting=key_or_id, known=", ".join(keys))
    return int(found)
