"""What the store's tests share: a few rows to begin with, and the whole content of a workspace to compare."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, time
from typing import Any

import pytest

from models.codes import MeetingKind
from models.errors import KnownError
from models.records import AgendaItem, Attendance, Meeting, Person, Record
from models.store.history import OUTSIDE_UNDO
from models.store.images import VOLATILE
from models.store.workspace import Workspace


def add_meeting(workspace: Workspace, key: str = "shangdang-whu", **values: Any) -> int:
    """Store a meeting in a change of its own; returns its id."""
    with workspace.change("add_meeting") as session:
        meeting = Meeting(key=key, kinds=(MeetingKind.SIGNING,), starts_on=date(2024, 5, 20), **values)
        session.add(meeting)
        session.flush()
        return meeting.id


def add_agenda(workspace: Workspace, meeting_id: int, *titles: str) -> tuple[int, ...]:
    """Store agenda items in one change; returns their ids in order."""
    with workspace.change("add_agenda") as session:
        items = [
            AgendaItem(meeting_id=meeting_id, position=position, title_zh=title, start=time(9, position), minutes=10)
            for position, title in enumerate(titles)
        ]
        session.add_all(items)
        session.flush()
        return tuple(item.id for item in items)


def add_attendee(workspace: Workspace, meeting_id: int, name: str = "梁涛") -> int:
    """Store a person who attends; returns the id of the attendance."""
    with workspace.change("add_attendee") as session:
        person = Person(name_zh=name)
        session.add(person)
        session.flush()
        attendance = Attendance(meeting_id=meeting_id, person_id=person.id)
        session.add(attendance)
        session.flush()
        return attendance.id


Content = dict[str, dict[int, dict[str, object]]]

TABLES = sorted(set(Record.metadata.tables) - OUTSIDE_UNDO)


def content(workspace: Workspace) -> Content:
    """Every row that undo answers for, by table and id, as the driver gives it, without what undo leaves out."""
    found: Content = {}
    with workspace.read() as session:
        connection = session.connection()
        for table in TABLES:
            for row in connection.exec_driver_sql(f'SELECT * FROM "{table}" ORDER BY id').mappings():
                values = {name: value for name, value in row.items() if name not in VOLATILE}
                found.setdefault(table, {})[row["id"]] = values
    return found


@contextmanager
def refused(code: str, **values: object) -> Iterator[None]:
    """Expect a KnownError with exactly this code and these values."""
    with pytest.raises(KnownError) as caught:
        yield
    assert (caught.value.code, caught.value.values) == (code, values)
