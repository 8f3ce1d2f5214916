"""An edit that began earlier is refused when the row has moved on."""

from __future__ import annotations

from models.records import AgendaItem, Attendance, Meeting, Person, PlaqueAward, Side
from models.store.images import image_of, table_named
from models.store.names import name_of
from models.store.versions import fetch
from models.store.workspace import Workspace
from tests.models.store.stored import add_agenda, add_attendee, add_meeting, refused


def test_row_of_the_seen_version_is_fetched(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    with workspace.change("edit") as session:
        row = fetch(session, Meeting, meeting_id, version=1)
        assert row is fetch(session, Meeting, meeting_id)


def test_row_that_moved_on_is_refused_with_what_changed_since(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace, title_zh="座谈会")
    for name, value in (("theme_zh", "一"), ("title_zh", "签约仪式"), ("city_zh", "长治")):
        with workspace.change("edit") as session:
            setattr(session.get_one(Meeting, meeting_id), name, value)
    values = {"record": "meeting", "name": "签约仪式", "fields": "title_zh, city_zh"}
    with refused("changed_elsewhere", **values), workspace.change("edit") as session:
        fetch(session, Meeting, meeting_id, version=2)


def test_row_that_is_gone_is_missing(workspace: Workspace) -> None:
    with refused("record_missing", record="agenda_item"), workspace.change("edit") as session:
        fetch(session, AgendaItem, 5, version=1)


def test_row_is_called_by_its_own_name_or_that_of_whom_it_is_about(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    (item_id,) = add_agenda(workspace, meeting_id, "关于" * 30)
    attendance_id = add_attendee(workspace, meeting_id, "梁涛")
    with workspace.change("add") as session:
        rows = [
            Side(meeting_id=meeting_id),
            PlaqueAward(meeting_id=meeting_id, agenda_item_id=item_id),
            Person(family_name="王"),
        ]
        session.add_all(rows)
        session.flush()
        rows += [session.get_one(Attendance, attendance_id)]
        connection = session.connection()
        names = [name_of(connection, type(row).__tablename__, stored(row)) for row in rows]
    assert names == [f"#{rows[0].id}", "关于" * 19 + "关…", "王", "梁涛"]


def stored(row: object) -> dict[str, object]:
    """The image of a row in a session."""
    columns = table_named(type(row).__tablename__).columns
    return image_of({column.name: getattr(row, column.name) for column in columns})
