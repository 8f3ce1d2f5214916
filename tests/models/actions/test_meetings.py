"""Whole meetings: made, copied, laid by, deleted; each step undone and redone exactly."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models import records
from models.actions.copy_meeting import TakeAlong, copy_meeting
from models.actions.delete_meeting import delete_meeting
from models.actions.meetings import archive_meeting, create_meeting, unarchive_meeting
from models.codes import AgreementStatus, DatePrecision, MeetingKind, MeetingStatus, Reply
from models.errors import KnownError
from models.samples import load_samples
from models.snapshots.shapes import Bilingual
from models.store.workspace import Workspace, open_workspace
from tests import factories as make
from tests.models.store.stored import content

NAME = Bilingual("第二届座谈会", "Second Symposium")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The largest sample meeting and a small one."""
    with open_workspace(tmp_path / "w.sqlite") as opened:
        load_samples(opened, ("demo-full", "shangdang-whu"))
        yield opened


def meeting_id(workspace: Workspace, key: str = "demo-full") -> int:
    """The id of a meeting."""
    with workspace.read() as session:
        return session.scalars(select(records.Meeting.id).where(records.Meeting.key == key)).one()


def counts(workspace: Workspace, meeting: int) -> dict[str, int]:
    """How many rows of each kind a meeting has."""
    kinds = (records.Attendance, records.AgendaItem, records.VisitRoute, records.Agreement, records.Side)
    with workspace.read() as session:
        return {
            kind.__tablename__: session.scalar(select(func.count(kind.id)).where(kind.meeting_id == meeting))
            for kind in kinds
        }


def test_a_new_meeting_has_a_key_of_its_own_and_is_undone(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        before = content(workspace)
        for _number in range(2):
            with workspace.change("create_meeting") as session:
                create_meeting(session, title=NAME, starts_on=date(2027, 5, 1), kinds=[MeetingKind.SIGNING])
        with workspace.read() as session:
            made = session.scalars(select(records.Meeting).order_by(records.Meeting.id)).all()
            assert [(one.key, one.title_zh, one.kinds, one.date_precision) for one in made] == [
                ("meeting-2027-05-01", "第二届座谈会", (MeetingKind.SIGNING,), DatePrecision.DAY),
                ("meeting-2027-05-01-2", "第二届座谈会", (MeetingKind.SIGNING,), DatePrecision.DAY),
            ]
        workspace.undo()
        workspace.undo()
        assert content(workspace) == before


def test_a_meeting_without_a_day_says_so(session):
    made = session.get_one(records.Meeting, create_meeting(session, title=NAME))
    assert (made.key, made.starts_on, made.date_precision) == ("meeting", None, DatePrecision.UNKNOWN)


def test_a_meeting_goes_into_the_archive_and_comes_back(session):
    meeting = make.make_meeting(session)
    archive_meeting(session, meeting.id)
    assert meeting.status == MeetingStatus.ARCHIVED
    unarchive_meeting(session, meeting.id)
    unarchive_meeting(session, meeting.id)
    assert meeting.status == MeetingStatus.CLOSED


def test_a_meeting_is_deleted_with_all_that_is_its_own_and_brought_back(workspace: Workspace):
    before, number, other = content(workspace), meeting_id(workspace), meeting_id(workspace, "shangdang-whu")
    kept = counts(workspace, other)
    with workspace.change("delete_meeting") as session:
        delete_meeting(session, number)
    after = content(workspace)
    left = [name for name, rows in after.items() for row in rows.values() if row.get("meeting_id") == number]
    assert (left, number in after["meeting"], counts(workspace, other)) == ([], False, kept)
    assert (after["person"], after["organization"]) == (before["person"], before["organization"])
    workspace.undo()
    assert content(workspace) == before
    workspace.redo()
    assert content(workspace) == after


@pytest.mark.parametrize("key", ["demo-full", "shangdang-whu"])
def test_nothing_of_a_deleted_meeting_is_left_hanging(workspace: Workspace, key: str):
    everything = content(workspace)
    with workspace.change("delete_meeting") as session:
        delete_meeting(session, meeting_id(workspace, key))
    other = meeting_id(workspace, "shangdang-whu" if key == "demo-full" else "demo-full")
    with workspace.change("delete_meeting") as session:
        delete_meeting(session, other)
    shared = {"person", "person_alias", "appointment", "organization", "organization_alias", "base_type"}
    left = content(workspace)
    assert {name for name, rows in left.items() if rows} == {name for name in shared if everything.get(name)}


def test_frozen_revisions_and_the_print_ledger_forbid_it(workspace: Workspace):
    number = meeting_id(workspace)
    with workspace.change("print") as session:
        session.add(records.PrintJob(meeting_id=number))
    with workspace.change("freeze") as session:
        agreement = session.scalars(select(records.Agreement).where(records.Agreement.meeting_id == number)).first()
        make.make_revision(session, agreement)
    told = []
    for _time in range(2):
        with pytest.raises(KnownError) as refused, workspace.change("delete_meeting") as session:
            delete_meeting(session, number)
        told.append((refused.value.code, refused.value.values["count"]))
        with workspace.change("thaw") as session:
            for revision in session.scalars(select(records.Revision)):
                session.delete(revision)
    assert told == [("meeting_has_revisions", 1), ("meeting_was_printed", 1)]


def test_a_copy_holds_what_was_chosen_and_nothing_that_was_done(workspace: Workspace):
    number, before = meeting_id(workspace), content(workspace)
    with workspace.change("copy_meeting") as session:
        made = copy_meeting(session, number, title=NAME, starts_on=date(2028, 3, 1))
    assert counts(workspace, made) == counts(workspace, number)
    with workspace.read() as session:
        copied = session.get_one(records.Meeting, made)
        assert (copied.key, copied.starts_on, copied.ends_on, copied.invented) == (
            "meeting-2028-03-01",
            date(2028, 3, 1),
            date(2028, 3, 2),
            False,
        )
        people = session.scalars(select(records.Attendance).where(records.Attendance.meeting_id == made)).all()
        assert {(one.reply, one.signed_in_at, one.arrival, one.room) for one in people} == {
            (Reply.UNKNOWN, None, "", "")
        }
        drafts = session.scalars(select(records.Agreement).where(records.Agreement.meeting_id == made)).all()
        assert {(one.status, one.number, one.signed_on) for one in drafts} == {(AgreementStatus.DRAFT, "", None)}
    workspace.undo()
    assert content(workspace) == before


def test_a_copy_names_no_row_of_the_old_meeting(workspace: Workspace):
    number = meeting_id(workspace)
    old = {name: set(rows) for name, rows in content(workspace).items()}
    with workspace.change("copy_meeting") as session:
        copy_meeting(session, number, title=NAME, starts_on=date(2028, 3, 1))
    of_meetings = {"attendance_id", "side_id", "group_id", "moderator_id", "route_id", "agenda_item_id", "leader_id"}
    links = of_meetings | {"guide_id", "vehicle_id", "agreement_id", "parent_id", "column_id"}
    strays = {
        (name, column)
        for name, rows in content(workspace).items()
        for row_id, row in rows.items()
        if row_id not in old[name]
        for column in links & set(row)
        if row[column] is not None and row[column] in old[_table(name, column)]
    }
    assert strays == set()


def _table(table: str, column: str) -> str:
    """The table a link leads to."""
    stored = records.Record.metadata.tables[table].c[column]
    return next(iter(stored.foreign_keys)).column.table.name


def test_days_of_the_copy_move_along_and_answers_that_are_days_stay_behind(workspace: Workspace):
    number = meeting_id(workspace)
    copy = partial(copy_meeting, title=NAME)
    with workspace.change("copy_meeting") as session:
        later = copy(session, number, starts_on=date(2028, 3, 1))
        undated = copy(session, number)

    def days(meeting: int) -> set[date | None]:
        with workspace.read() as session:
            item = records.AgendaItem
            return set(session.scalars(select(item.day).where(item.meeting_id == meeting)))

    def answers(meeting: int) -> set[str]:
        with workspace.read() as session:
            query = select(records.AgreementVariable.name).join(records.Agreement)
            return set(session.scalars(query.where(records.Agreement.meeting_id == meeting)))

    assert days(number) == {date(2027, 4, 15), date(2027, 4, 16)}
    assert (days(later), days(undated)) == ({date(2028, 3, 1), date(2028, 3, 2)}, {None})
    assert answers(number) - answers(later) == {"dispatch.start", "dispatch.end"}


def test_what_is_not_chosen_stays_behind(workspace: Workspace):
    nothing = TakeAlong(sides=False, people=False, agenda=True, visits=False, vehicles=False, agreements=False)
    with workspace.change("copy_meeting") as session:
        made = copy_meeting(session, meeting_id(workspace), title=NAME, take=nothing)
    found = counts(workspace, made)
    with workspace.read() as session:
        item = records.AgendaItem
        named = select(records.AgendaPresenter.attendance_id).join(item).where(item.meeting_id == made)
        assert {one for one in session.scalars(named) if one is not None} == set()
    assert {name for name, count in found.items() if count} == {"agenda_item"}
