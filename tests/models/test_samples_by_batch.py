"""The agreements of the samples, drafted anew by the batch, are what the loader made of the reports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from models.actions.batch_agreements import BatchCommon, BatchParty, BatchRow, draft_batch
from models.actions.create_agreement import delete_agreements
from models.codes import AgreementStatus
from models.records import AgreementBatch
from models.samples import load_samples
from models.snapshots.shapes import EMPTY, Agreement, AgreementParty, Bilingual, Clause, MeetingSnapshot
from models.snapshots.take import take_meeting
from models.store.queries import find_meeting
from models.store.workspace import Workspace, open_workspace
from tests.factories import TAKEN_AT
from tests.models.store.stored import content

BY_BATCH = ("shengzhou-zjipc", "liandu-lsu")  # whose agreements are of one kind, with one counterparty each


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workspace]:
    """Two samples as they are loaded."""
    with open_workspace(tmp_path_factory.mktemp("batch") / "samples.sqlite") as opened:
        load_samples(opened, BY_BATCH)
        yield opened


def taken(workspace: Workspace, key: str) -> MeetingSnapshot:
    with workspace.read() as session:
        return take_meeting(session, find_meeting(session, key), taken_at=TAKEN_AT)


def pair(text: Bilingual) -> tuple[str, str]:
    return text.zh, text.en


def as_party(party: AgreementParty) -> BatchParty:
    assert party.organization is not None
    return BatchParty(party.organization.id)


def batch_of(before: MeetingSnapshot) -> tuple[BatchCommon, list[BatchRow]]:
    """The agreements of a report as the table of a batch."""
    first = before.agreements[0]
    common = BatchCommon(
        parties=(as_party(first.parties[0]),),
        tier=first.tier,
        title=pair(first.title),
        signed_on=first.signed_on,
        signed_at=pair(first.signed_at),
        areas=tuple(pair(area) for area in first.areas),
        batch_title=pair(before.batches[0].title),
    )
    return common, [BatchRow(as_party(one.parties[1]), key=one.key) for one in before.agreements]


def numberless(clause: Clause) -> Clause:
    return replace(clause, id=0, children=tuple(map(numberless, clause.children)))


def said(agreement: Agreement) -> Agreement:
    """What an agreement says, without the numbers of its rows, its remarks and its state: a draft is a draft."""
    return replace(
        agreement,
        id=0,
        batch_id=None,
        status=AgreementStatus.DRAFT,
        remarks=EMPTY,
        clauses=tuple(map(numberless, agreement.clauses)),
        parties=tuple(replace(party, id=0) for party in agreement.parties),
    )


@pytest.mark.parametrize("key", BY_BATCH)
def test_a_batch_makes_the_agreements_of_the_sample(workspace: Workspace, key: str):
    before = taken(workspace, key)
    common, rows = batch_of(before)
    with workspace.change("delete_agreements", count=len(rows)) as session:
        delete_agreements(session, [one.id for one in before.agreements])
        for batch in session.query(AgreementBatch).filter_by(meeting_id=before.meeting.id):
            session.delete(batch)
    emptied = content(workspace)
    with workspace.change("draft_batch", count=len(rows)) as session:
        draft_batch(session, before.meeting.id, before.agreements[0].template, common, rows)
    after = taken(workspace, key)
    assert len(rows) == {"shengzhou-zjipc": 8, "liandu-lsu": 2}[key]
    assert [said(one) for one in after.agreements] == [said(one) for one in before.agreements]
    assert [one.title for one in after.batches] == [one.title for one in before.batches]
    workspace.undo()
    assert content(workspace) == emptied
    workspace.redo()
    again = taken(workspace, key)
    assert replace(again, taken_at=after.taken_at) == after
