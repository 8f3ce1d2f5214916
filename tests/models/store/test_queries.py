"""Lists of meetings: complete, in order, in a constant number of statements."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.engine import Engine

from models.codes import DatePrecision, MeetingStatus
from models.records import Agreement, AgreementBatch, Meeting, VisitRoute
from models.snapshots.shapes import Bilingual
from models.store.queries import MeetingRow, find_meeting, list_meetings
from models.store.workspace import Workspace
from tests.models.store.stored import add_agenda, add_attendee, add_meeting, refused


def test_list_tells_what_a_meeting_holds(workspace: Workspace) -> None:
    add_meeting(workspace, "other")
    meeting_id = add_meeting(workspace, title_zh="座谈会", title_en="Symposium", city_zh="长治", invented=True)
    add_agenda(workspace, meeting_id, "致辞", "签约")
    add_attendee(workspace, meeting_id)
    with workspace.change("add_more") as session:
        session.add_all([VisitRoute(meeting_id=meeting_id), AgreementBatch(meeting_id=meeting_id)])
        session.add_all([Agreement(meeting_id=meeting_id, key=key) for key in "abc"])
    with workspace.read() as session:
        found = {meeting.key: meeting for meeting in list_meetings(session)}
    assert found["shangdang-whu"] == MeetingRow(
        id=meeting_id,
        key="shangdang-whu",
        title=Bilingual("座谈会", "Symposium"),
        starts_on=date(2024, 5, 20),
        ends_on=None,
        date_precision=DatePrecision.DAY,
        city=Bilingual("长治"),
        status=MeetingStatus.PREPARING,
        invented=True,
        people=1,
        agenda_items=2,
        routes=1,
        agreements=3,
    )
    assert (found["other"].people, found["other"].agreements) == (0, 0)


def test_latest_meeting_comes_first_and_undated_ones_last(workspace: Workspace) -> None:
    with workspace.change("add") as session:
        for key, starts_on in (("none", None), ("old", date(2018, 5, 1)), ("new", date(2024, 5, 20)), ("none-2", None)):
            session.add(Meeting(key=key, starts_on=starts_on))
            session.flush()
    with workspace.read() as session:
        assert [meeting.key for meeting in list_meetings(session)] == ["new", "old", "none", "none-2"]


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_one_statement(workspace: Workspace, count: int) -> None:
    for number in range(count):
        add_meeting(workspace, f"m{number}")
    statements: list[str] = []

    def note(_c: object, _cursor: object, statement: str, *_rest: object) -> None:
        statements.append(statement.split()[0])

    with workspace.read() as session:
        session.connection()
        event.listen(Engine, "before_cursor_execute", note)
        try:
            list_meetings(session)
        finally:
            event.remove(Engine, "before_cursor_execute", note)
    assert statements == ["SELECT"]


def test_meeting_is_found_by_key_before_number(workspace: Workspace) -> None:
    first = add_meeting(workspace, "whu")
    second = add_meeting(workspace, str(first))
    with workspace.read() as session:
        found = [find_meeting(session, name) for name in ("whu", str(first), str(second))]
    assert found == [first, second, second]


@pytest.mark.parametrize("name", ["wuhan", "", "99", "９", "99999999999999999999", "-1"])
def test_unknown_meeting_is_told_with_the_known_ones(workspace: Workspace, name: str) -> None:
    add_meeting(workspace, "whu")
    add_meeting(workspace, "zju")
    with workspace.read() as session, refused("unknown_meeting", meeting=name, known="whu, zju"):
        find_meeting(session, name)
