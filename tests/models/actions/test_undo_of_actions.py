"""Every action is undone and redone exactly: step by step back to the start, and forward again."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from models.actions.draft_agreement import draft_agreement
from models.records import Agreement, Clause
from models.samples import load_samples
from models.store.workspace import Workspace, open_workspace
from tests.models.store.stored import content


def round_trip(workspace: Workspace, steps: int) -> None:
    """Undo that many steps and redo them; each state on the way back is met again on the way forward."""
    states = [content(workspace)]
    for _step in range(steps):
        workspace.undo()
        states.append(content(workspace))
    for expected in reversed(states[:-1]):
        workspace.redo()
        assert content(workspace) == expected


def test_loading_samples_with_their_drafts(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        before = content(workspace)
        load_samples(workspace, ("shangdang-whu", "demo-full"))
        round_trip(workspace, 3)  # the base types, then each meeting
        for _step in range(3):
            workspace.undo()
        assert (content(workspace), workspace.next_undo()) == (before, None)


def test_drafting_an_agreement_again(tmp_path: Path):
    with open_workspace(tmp_path / "w.sqlite") as workspace:
        load_samples(workspace, ("shangdang-whu",))
        with workspace.change("clear_clauses") as session:
            for clause in session.scalars(select(Clause)):
                session.delete(clause)
        with workspace.change("draft_agreement") as session:
            for agreement in session.scalars(select(Agreement)):
                draft_agreement(session, agreement.id)
        assert len(content(workspace)["clause"]) > 20
        round_trip(workspace, 2)
