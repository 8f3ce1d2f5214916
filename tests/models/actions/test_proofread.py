"""Ticks of the proof sheet: kept, renewed after a change, taken back, undone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from models.actions.edit_record import set_fields
from models.actions.proofread import tick_facts, untick_facts
from models.errors import KnownError
from models.rules.proof_places import ProofFact, proof_facts, valid_ticks
from models.snapshots.shapes import MeetingSnapshot
from models.snapshots.take import take_meeting
from models.store.workspace import Workspace, open_workspace
from tests import factories as make

AT = datetime(2024, 5, 18, 1, 0, tzinfo=UTC)


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with meeting 1 and somebody called 梁涛."""
    opened = open_workspace(tmp_path / "proof.sqlite", client="clerk")
    with opened.change("load_sample", meeting="m") as session:
        meeting, person = make.make_meeting(session), make.make_person(session)
        make.make_appointment(session, person, make.make_organization(session))
        make.make_attendance(session, meeting, person)
    return opened


def taken(workspace: Workspace) -> MeetingSnapshot:
    with workspace.read() as session:
        return take_meeting(session, 1, taken_at=datetime(2024, 5, 18))


def facts(workspace: Workspace) -> dict[str, ProofFact]:
    return {fact.place: fact for fact in proof_facts(taken(workspace))}


def tick(workspace: Workspace, *places: str, by: str = "李红", at: datetime = AT) -> int:
    hashes = {place: facts(workspace)[place].value_hash for place in places}
    with workspace.change("edit_meeting") as session:
        return tick_facts(session, 1, hashes, by=by, at=at)


def held(workspace: Workspace) -> dict[str, tuple[str, datetime | None]]:
    return {place: (one.ticked_by, one.ticked_at) for place, one in valid_ticks(taken(workspace)).items()}


NAME, TITLE = "people/1/name_zh", "people/1/title_zh"


def test_ticks_are_kept_with_who_and_when(workspace: Workspace) -> None:
    with workspace:
        assert tick(workspace, NAME, TITLE, by=" 李红 ") == 2
        assert tick(workspace, NAME, by="王明", at=AT + timedelta(days=1)) == 0
        assert held(workspace) == {NAME: ("李红", AT), TITLE: ("李红", AT)}


def test_a_change_voids_the_tick_of_that_fact_alone_and_it_can_be_ticked_again(workspace: Workspace) -> None:
    with workspace:
        tick(workspace, NAME, TITLE)
        with workspace.change("edit_meeting") as session:
            set_fields(session, "person", 1, {"name_zh": "梁滔"})
        assert set(held(workspace)) == {TITLE}
        later = AT + timedelta(hours=1)
        assert tick(workspace, NAME, by="王明", at=later) == 1
        assert held(workspace) == {NAME: ("王明", later), TITLE: ("李红", AT)}
        assert len(taken(workspace).proof_ticks) == 2


def test_ticks_are_taken_back_and_come_again_with_undo(workspace: Workspace) -> None:
    with workspace:
        tick(workspace, NAME, TITLE)
        with workspace.change("edit_meeting") as session:
            assert untick_facts(session, 1, [NAME, NAME, "people/9/name_zh"]) == 1
        assert set(held(workspace)) == {TITLE}
        workspace.undo()
        assert set(held(workspace)) == {NAME, TITLE}
        workspace.undo()
        assert held(workspace) == {}


def test_no_tick_without_a_meeting(workspace: Workspace) -> None:
    with workspace, pytest.raises(KnownError, match="record_gone"), workspace.change("edit_meeting") as session:
        tick_facts(session, 9, {NAME: "x"}, by="", at=AT)
