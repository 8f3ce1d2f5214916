"""The list of meetings of a workspace file, read before SQLAlchemy is loaded: what the window shows while it opens.

A glimpse is only looked at. It never creates, migrates or locks a file, and whatever it cannot read it leaves to the
opening that follows, which tells what is wrong.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from models.codes import DatePrecision, MeetingStatus
from models.snapshots.shapes import Bilingual
from models.store.meeting_row import MeetingRow

QUERY = """
    SELECT id, key, title_zh, title_en, starts_on, ends_on, date_precision, city_zh, city_en, status, invented,
        (SELECT count(*) FROM attendance WHERE meeting_id = meeting.id),
        (SELECT count(*) FROM agenda_item WHERE meeting_id = meeting.id),
        (SELECT count(*) FROM visit_route WHERE meeting_id = meeting.id),
        (SELECT count(*) FROM agreement WHERE meeting_id = meeting.id)
    FROM meeting ORDER BY starts_on IS NULL, starts_on DESC, id
"""


def glimpse(location: str) -> tuple[MeetingRow, ...]:
    """The meetings, as `list_meetings` would list them; none where there is no such file or it is of another kind."""
    file = Path(location).expanduser()
    if "://" in location or not file.is_file():
        return ()
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            return tuple(map(_row, connection.execute(QUERY)))
    except (sqlite3.Error, ValueError):
        return ()


def _row(found: tuple[object, ...]) -> MeetingRow:
    number, key, zh, en, first, last, precision, city_zh, city_en, status, invented, *counts = found
    return MeetingRow(
        int(str(number)),
        str(key),
        Bilingual(str(zh), str(en)),
        date.fromisoformat(str(first)) if first else None,
        date.fromisoformat(str(last)) if last else None,
        DatePrecision(str(precision)),
        Bilingual(str(city_zh), str(city_en)),
        MeetingStatus(str(status)),
        bool(invented),
        *(int(str(count)) for count in counts),
    )
