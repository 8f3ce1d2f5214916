"""Loads the sample meetings of resources/samples: five read from news reports and one invented, complete one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.orm import Session

import resources
from models.agreement_assembly import Assembled
from models.codes import RevisionKind
from models.records import Agreement, BaseType, Meeting
from models.samples_file import read_entries, read_sample, read_tables
from models.samples_rows import RowMaker
from models.snapshots.shapes import MeetingSnapshot

if TYPE_CHECKING:
    from models.store.workspace import Workspace

SAMPLE_KEYS = ("hongdong-zju", "shengzhou-zjipc", "liandu-lsu", "shangdang-whu", "lanzhou-lzu", "demo-full")


@dataclass(frozen=True, slots=True)
class SampleReport:
    """Which meetings were loaded, and which were there before and left alone."""

    loaded: tuple[str, ...]
    present: tuple[str, ...]


Assemble = Callable[[MeetingSnapshot, str], Assembled]


def load_samples(
    workspace: Workspace, keys: tuple[str, ...] = SAMPLE_KEYS, *, assemble: Assemble | None = None
) -> SampleReport:
    """Load those sample meetings that the workspace does not hold yet, each as one change.

    `assemble` makes the text of an agreement ready to be kept: with it all agreements come with a final, frozen text.
    """
    with workspace.read() as session:
        held = set(session.scalars(select(Meeting.key).where(Meeting.key.in_(keys))))
    missing = tuple(key for key in keys if key not in held)
    if missing:
        _load_base_types(workspace)
    for key in missing:
        with workspace.change("load_sample", meeting=key) as session:
            meeting_id = load_meeting(session, _sample_file(key))
            if assemble is not None:
                _freeze(session, meeting_id, assemble, author=workspace.client)
    return SampleReport(loaded=missing, present=tuple(key for key in keys if key in held))


def _freeze(session: Session, meeting_id: int, assemble: Assemble, *, author: str) -> None:
    """Make every text final; what the reports call signed stays signed."""
    from models.actions.revisions import finalize, keep_revision
    from models.rules.agreement_steps import FINALIZED
    from models.snapshots.take import take_meeting

    at = datetime.now(UTC)
    session.flush()
    snapshot = take_meeting(session, meeting_id, taken_at=at)
    for agreement in snapshot.agreements:
        assembled = assemble(snapshot, agreement.key)
        if agreement.status in FINALIZED:
            keep_revision(session, agreement.id, assembled, kind=RevisionKind.FINAL, author=author, at=at)
        else:
            finalize(session, agreement.id, assembled, author=author, at=at)


def _sample_file(key: str) -> Path:
    return resources.path(f"samples/{key}.toml")


def load_meeting(session: Session, file: Path) -> int:
    """Store the meeting of a sample file, draft its agreements from their templates, and return its id."""
    meeting_id = RowMaker(session).store(read_sample(file))
    of_meeting = select(Agreement).where(Agreement.meeting_id == meeting_id).order_by(Agreement.position)
    for agreement in session.scalars(of_meeting).all():
        _draft(session, agreement)
    return meeting_id


def _draft(session: Session, agreement: Agreement) -> None:
    """Give the agreement its clauses, but not the usual number of originals where the report states none."""
    from models.actions.draft_agreement import draft_agreement  # brings Jinja2, which nothing else here needs

    unstated = agreement.originals is None
    draft_agreement(session, agreement.id)
    if unstated:
        agreement.originals = None
        for party in agreement.parties:
            party.originals = None


def _load_base_types(workspace: Workspace) -> None:
    with workspace.read() as session:
        held = set(session.scalars(select(BaseType.code)))
    missing = [base_type for base_type in base_types() if base_type.code not in held]
    if missing:
        with workspace.change("load_base_types", count=len(missing)) as session:
            session.add_all(missing)


def base_types() -> tuple[BaseType, ...]:
    """The kinds of joint base of resources/tables/base_types.toml, in order, as new rows."""
    file = resources.path("tables/base_types.toml")
    entries = read_entries(read_tables(file), BaseType, file.name)
    return tuple(BaseType(**entry.values, position=number) for number, entry in enumerate(entries))
