"""The maker of huge workspaces, made small."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from models.records import Person
from models.snapshots.take import take_meeting
from models.store.integrity import check_integrity
from models.store.queries import find_meeting, list_meetings
from models.store.workspace import open_workspace
from tests.benchmarks.huge import AGENDA_ITEMS, AGREEMENTS, STOPS, main, make_huge

TAKEN_AT = datetime(2026, 1, 5, tzinfo=UTC)


def test_a_small_one_is_whole_and_counts_what_was_asked(tmp_path: Path):
    file = tmp_path / "huge.sqlite"
    make_huge(file, meetings=3, people=50)
    assert check_integrity(str(file)) == ()
    with open_workspace(file) as workspace, workspace.read() as session:
        counts = [(row.key, row.people, row.agenda_items, row.routes, row.agreements) for row in list_meetings(session)]
        meeting = take_meeting(session, find_meeting(session, "huge-002"), taken_at=TAKEN_AT)
    rest = (AGENDA_ITEMS, 1, AGREEMENTS)
    assert sorted(counts) == [("huge-001", 17, *rest), ("huge-002", 17, *rest), ("huge-003", 16, *rest)]
    assert [one.rank for one in meeting.attendees] == list(range(17))
    assert all(one.title.zh and one.unit.zh for one in meeting.attendees)
    assert len(meeting.routes[0].stops) == STOPS
    assert {len(agreement.parties) for agreement in meeting.agreements} == {2}


def test_the_same_seed_makes_the_same_people(tmp_path: Path):
    names = []
    for file, seed in (("a", 7), ("b", 7), ("c", 8)):
        make_huge(tmp_path / file, meetings=1, people=30, seed=seed)
        with open_workspace(tmp_path / file) as workspace, workspace.read() as session:
            meeting = take_meeting(session, find_meeting(session, "huge-001"), taken_at=TAKEN_AT)
        names.append([one.person.name.zh for one in meeting.attendees])
    assert names[0] == names[1] != names[2]


def test_it_is_made_from_the_command_line_and_can_be_changed_and_undone(tmp_path: Path):
    file = tmp_path / "own.sqlite"
    main([str(file), "--meetings", "1", "--people", "3"])
    with open_workspace(file) as workspace:
        with workspace.change("add_person") as session:
            session.add(Person(name_zh="梁涛"))
        with workspace.read() as session:
            assert session.scalars(select(Person.id)).all() == [1, 2, 3, 4]
        workspace.undo()
        with workspace.read() as session:
            assert session.scalars(select(Person.id)).all() == [1, 2, 3]
