"""What was accepted of a returned draft is written; fields stay expressions; the file and a revision are kept."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from exporters.assembly import assemble_agreement
from exporters.exchange import Sendable, prepare_exchange
from models.actions.accept_changes import (
    ReturnedFile,
    accept_changes,
    keep_accepted,
    keep_sent,
    new_clause,
    sent_paper,
    stored_sources,
)
from models.actions.edit_clauses import NewClause
from models.actions.revisions import finalize
from models.codes import ClauseKind, RevisionKind
from models.errors import KnownError
from models.imports.returned_docx import read_returned
from models.records import Agreement, Clause, Revision
from models.rules.returned_changes import Returned, ReturnedChange, ReturnedKind, returned_changes
from models.samples import load_samples
from models.snapshots.shapes import MeetingSnapshot
from models.snapshots.take import take_meeting
from models.store.kept_files import list_kept, read_kept
from models.store.queries import find_meeting
from models.store.workspace import Workspace, open_workspace
from tests.returned_drafts import MADE_AT, edited, reworded, with_paragraph, without

AT = datetime(2024, 5, 18, 4, 0, tzinfo=UTC)
KEY = "hesui"


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """The invented sample."""
    with open_workspace(tmp_path / "w.sqlite") as opened:
        load_samples(opened, ("demo-full",))
        yield opened


def taken(workspace: Workspace) -> MeetingSnapshot:
    """The meeting as it is now."""
    with workspace.read() as session:
        return take_meeting(session, find_meeting(session, "demo-full"), taken_at=MADE_AT)


def agreement_id(workspace: Workspace) -> int:
    """The agreement that goes to and fro."""
    with workspace.read() as session:
        return session.scalars(select(Agreement.id).where(Agreement.key == KEY)).one()


def send(workspace: Workspace) -> Sendable:
    """Send the draft as it is."""
    made = prepare_exchange(taken(workspace), KEY, made_at=MADE_AT)
    owner = agreement_id(workspace)
    with workspace.change("send_draft") as session:
        keep_sent(session, owner, made.assembled, made.number, author="office", at=AT, to="沧澜大学")
    return made


def read_back(workspace: Workspace, made: Sendable, *edits: Callable[[str], str]) -> Returned:
    """What the other side's edits are."""
    paper = read_returned("back.docx", edited(made.content, *edits))
    with workspace.read() as session:
        owner = agreement_id(workspace)
        return returned_changes(sent_paper(session, owner, paper.revision), paper, stored_sources(session, owner))


def accept(workspace: Workspace, *changes: ReturnedChange, file: ReturnedFile | None = None) -> None:
    """Accept changes."""
    owner = agreement_id(workspace)
    with workspace.change("accept_changes") as session:
        accept_changes(session, owner, changes, file=file)


def printed(workspace: Workspace) -> dict[str, str]:
    """Heading → body of each article, with its fields."""
    agreement = next(one for one in taken(workspace).agreements if one.key == KEY)
    return {clause.heading.zh: clause.body.zh for clause in agreement.clauses}
