"""Looking without records: one moment, never a write, the same values as reading with records."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy.pool import QueuePool

from models.looking import FileLook, first_value
from models.snapshots.take import take_meeting
from models.store.directory import list_organizations, list_people, titles_by_unit
from models.store.engines import file_engine
from models.store.looks import FileLooks, SharedLooks
from models.store.next_steps import StepName, next_step
from models.store.queries import find_meeting, list_meetings
from models.store.workspace import Workspace, open_workspace
from tests import factories as make
from tests.models.snapshots.whole_meeting import make_whole_meeting
from tests.models.store.stored import add_meeting, refused

MEETINGS = "SELECT count(*) FROM meeting"


def connection_of(looks: FileLooks) -> sqlite3.Connection:
    """The connection of one look."""
    with looks.look() as looking:
        assert isinstance(looking, FileLook)
        return looking.connection


def test_looks_tell_what_reading_tells(workspace: Workspace) -> None:
    with workspace.change("make", count=3) as session:
        meeting_id = make_whole_meeting(session, 2).id
    with workspace.read() as session:
        read = [take_meeting(session, meeting_id, taken_at=make.TAKEN_AT), list_meetings(session)]
        read += [list_organizations(session), list_people(session), titles_by_unit(session, (1, 2, 3))]
        read += [find_meeting(session, "shangdang-whu"), next_step(session, workspace.client, undone=False)]
    with workspace.look() as looking:
        seen = [take_meeting(looking, meeting_id, taken_at=make.TAKEN_AT), list_meetings(looking)]
        seen += [list_organizations(looking), list_people(looking), titles_by_unit(looking, (1, 2, 3))]
        seen += [find_meeting(looking, "shangdang-whu"), next_step(looking, workspace.client, undone=False)]
    assert seen == read
    assert (read[5], workspace.next_undo()) == (meeting_id, StepName("make", {"count": 3}))


def test_a_look_sees_one_moment(workspace: Workspace) -> None:
    add_meeting(workspace, "one")
    with workspace.look() as looking:
        seen = [first_value(looking, MEETINGS)]
        add_meeting(workspace, "two")
        seen.append(first_value(looking, MEETINGS))
    with workspace.look() as looking:
        seen.append(first_value(looking, MEETINGS))
    assert seen == [1, 1, 2]


def test_a_look_at_a_file_cannot_write(file: Path) -> None:
    with open_workspace(file) as workspace:
        reason = "attempt to write a readonly database"
        with refused("workspace_read_only", path=str(file), reason=reason), workspace.look() as looking:
            looking.rows("DELETE FROM meeting")
        add_meeting(workspace)
        with workspace.look() as looking:
            assert first_value(looking, MEETINGS) == 1


def test_a_connection_that_served_is_used_again_unless_it_met_an_error(file: Path) -> None:
    looks = FileLooks(file)
    first = connection_of(looks)
    again = connection_of(looks)
    with suppress(sqlite3.OperationalError), looks.look() as looking:
        looking.rows("SELECT nothing FROM nowhere")
    fresh = connection_of(looks)
    looks.close()
    assert (again is first, fresh is first) == (True, False)
    for closed in (first, fresh):
        with pytest.raises(sqlite3.ProgrammingError, match="closed"):
            closed.execute(MEETINGS)


def test_a_look_under_way_when_the_workspace_closes_closes_at_its_end(file: Path) -> None:
    looks = FileLooks(file)
    with looks.look() as looking:
        looks.close()
        assert (isinstance(looking, FileLook), first_value(looking, MEETINGS)) == (True, 0)
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        first_value(looking, MEETINGS)


def test_looks_at_a_shared_database_leave_no_connection_behind(file: Path) -> None:
    engine = file_engine(file)
    pool, looks = engine.pool, SharedLooks(engine)
    assert isinstance(pool, QueuePool)
    with looks.look() as looking:
        assert first_value(looking, MEETINGS) == 0
    resting = pool.checkedin()
    looks.close()
    assert (resting, pool.checkedin(), engine.pool is pool) == (1, 0, False)
