"""Which meetings a change concerns."""

from __future__ import annotations

from typing import Any

import pytest

from models.records import (
    AgendaItem,
    AgendaPresenter,
    Base,
    Cooperation,
    Fact,
    Outcome,
    Person,
    PrintedPaper,
    PrintJob,
    Record,
    Setting,
)
from models.store.changes import ChangeSet, shared_kinds, ways_up
from models.store.workspace import Workspace
from tests.models.store.stored import add_agenda, add_meeting


def change_of(workspace: Workspace, *rows: Record) -> ChangeSet:
    """What is told when these rows are stored."""
    told: list[ChangeSet] = []
    unsubscribe = workspace.subscribe(lambda changes, _: told.append(changes))
    with workspace.change("add") as session:
        session.add_all(rows)
    unsubscribe()
    return told[0]


def test_row_belongs_to_the_meeting_of_its_owners(workspace: Workspace) -> None:
    add_meeting(workspace, "other")
    meeting_id = add_meeting(workspace)
    (item_id,) = add_agenda(workspace, meeting_id, "致辞")
    assert change_of(workspace, AgendaPresenter(agenda_item_id=item_id)).meeting_ids == {meeting_id}


def test_row_owned_by_none_belongs_to_the_meetings_it_names(workspace: Workspace) -> None:
    one, other = add_meeting(workspace, "one"), add_meeting(workspace, "other")
    (item_id,) = add_agenda(workspace, one, "致辞")
    cooperation = Cooperation(meeting_id=other)
    change_of(workspace, cooperation)
    fact = Fact(agenda_item_id=item_id)
    assert change_of(workspace, fact).meeting_ids == {one}
    assert change_of(workspace, Outcome(fact_id=fact.id, cooperation_id=cooperation.id)).meeting_ids == {one, other}
    assert change_of(workspace, Base(cooperation_id=cooperation.id)).meeting_ids == {other}
    assert change_of(workspace, Base(name_zh="基地")).meeting_ids == frozenset()


def test_row_moved_between_meetings_concerns_both(workspace: Workspace) -> None:
    one, other = add_meeting(workspace, "one"), add_meeting(workspace, "other")
    (item_id,) = add_agenda(workspace, one, "致辞")
    told: list[ChangeSet] = []
    workspace.subscribe(lambda changes, _: told.append(changes))
    with workspace.change("move") as session:
        session.get_one(AgendaItem, item_id).meeting_id = other
    workspace.undo()
    assert [changes.meeting_ids for changes in told] == [{one, other}, {one, other}]


def test_deleted_child_belongs_to_the_meeting_deleted_with_it(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    (item_id,) = add_agenda(workspace, meeting_id, "致辞")
    change_of(workspace, AgendaPresenter(agenda_item_id=item_id))
    told: list[ChangeSet] = []
    workspace.subscribe(lambda changes, _: told.append(changes))
    with workspace.change("delete") as session:
        session.delete(session.get_one(AgendaItem, item_id))
    workspace.undo()
    assert [(c.kinds, c.meeting_ids) for c in told] == [({"agenda_item", "agenda_presenter"}, {meeting_id})] * 2


def test_shared_rows_belong_to_no_meeting_and_concern_all(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    changes = change_of(workspace, Person(name_zh="梁涛"), Setting(key="office"))
    assert (changes.meeting_ids, changes.concerns(meeting_id)) == (frozenset(), True)


def test_printed_paper_belongs_to_the_meeting_of_its_job(workspace: Workspace) -> None:
    meeting_id = add_meeting(workspace)
    job = PrintJob(meeting_id=meeting_id, papers=[PrintedPaper(document="agenda")])
    assert change_of(workspace, job).meeting_ids == {meeting_id}


@pytest.mark.parametrize(
    ("changes", "concerned"),
    [
        (ChangeSet("x", kinds=frozenset({"agenda_item"}), meeting_ids=frozenset({1})), [1]),
        (ChangeSet("x", kinds=frozenset({"print_job"})), []),
        (ChangeSet("x", kinds=frozenset({"agenda_item", "organization"}), meeting_ids=frozenset({1})), [1, 2]),
    ],
)
def test_change_concerns_its_meetings_or_all(changes: ChangeSet, concerned: list[int]) -> None:
    assert [meeting_id for meeting_id in (1, 2) if changes.concerns(meeting_id)] == concerned


def test_tables_that_meetings_share() -> None:
    people = {"person", "person_alias", "organization", "organization_alias", "appointment"}
    assert shared_kinds() == people | {"base_type", "template", "library_clause", "setting", "kept_file"}


def test_ways_up_lead_to_the_meeting() -> None:
    ways: dict[str, Any] = ways_up()
    assert {name: ways[name] for name in ("agenda_item", "clause", "attendance_appointment", "base")} == {
        "agenda_item": (("meeting_id", "meeting"),),
        "clause": (("agreement_id", "agreement"),),
        "attendance_appointment": (("attendance_id", "attendance"),),
        "base": (("meeting_id", "meeting"), ("cooperation_id", "cooperation"), ("agreement_id", "agreement")),
    }
