"""The list of meetings of a workspace file, read before SQLAlchemy is loaded: what the window shows while it opens.

A glimpse is only looked at. It never creates, migrates or locks a file, and whatever it cannot read it leaves to the
opening that follows, which tells what is wrong.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from models.looking import FileLook
from models.store.meeting_row import MeetingRow, list_rows


def glimpse(location: str) -> tuple[MeetingRow, ...]:
    """The meetings, as `list_meetings` would list them; none where there is no such file or it is of another kind."""
    file = Path(location).expanduser()
    if "://" in location or not file.is_file():
        return ()
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return list_rows(FileLook(connection))
    except (sqlite3.Error, ValueError):
        return ()
