"""A finalized agreement prints its frozen text: the same bytes, whatever becomes of the records it was made from."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from exporters.assembly import assemble_agreement
from exporters.export import export_papers, signing_set_works
from exporters.options import ExportOptions
from models.actions.revisions import finalize, reopen
from models.codes import AgreementStatus
from models.records import Agreement, Appointment, Clause, Meeting, Organization, Person
from models.samples import load_samples
from models.snapshots.shapes import MeetingSnapshot
from models.snapshots.take import take_meeting
from models.store.queries import find_meeting
from models.store.workspace import Workspace, open_workspace

KEY, MADE_AT = "demo-full", datetime(2024, 5, 18, 12, 0)
AT = datetime(2024, 5, 18, 4, 0, tzinfo=UTC)


def taken(workspace: Workspace) -> MeetingSnapshot:
    """The meeting as it is now, with the first of its agreements in each language."""
    with workspace.read() as session:
        snapshot = take_meeting(session, find_meeting(session, KEY), taken_at=MADE_AT)
    firsts = {one.language: one for one in reversed(snapshot.agreements)}
    return replace(snapshot, agreements=tuple(one for one in snapshot.agreements if one in firsts.values()))


def finalize_all(workspace: Workspace) -> None:
    """Freeze the text of each of them."""
    snapshot = taken(workspace)
    for agreement in snapshot.agreements:
        assembled = assemble_agreement(snapshot, agreement.key, made_at=MADE_AT)
        with workspace.change("finalize_agreement") as session:
            finalize(session, agreement.id, assembled, author="office", at=AT)


def change_everything(session: Session) -> None:
    """Other names, titles, dates, copies and clauses for all that an agreement uses."""
    for unit in session.scalars(select(Organization)):
        unit.name_zh, unit.name_en, unit.short_name_zh, unit.address_zh = "改名单位", "Renamed", "改名", "别处"
    for person in session.scalars(select(Person)):
        person.name_zh, person.name_en, person.phone = "改名人", "Gai Mingren", "13000130000"
    for post in session.scalars(select(Appointment)):
        post.title_zh = "另一职务"
    for agreement in session.scalars(select(Agreement)):
        agreement.title_zh, agreement.title_en, agreement.signed_on = "另一协议", "Another", date(2030, 1, 1)
        for party in agreement.parties:
            party.capacity_zh, party.originals = "另一身份", 9
    for clause in session.scalars(select(Clause)):
        clause.body_zh, clause.body_en = "另一条款。", "Another clause."
    for meeting in session.scalars(select(Meeting)):
        meeting.title_zh = meeting.title_en = "另一会议"


def papers(snapshot: MeetingSnapshot, language: str) -> dict[str, bytes]:
    """All that is signed: agreements, signature pages, the copies of the signing set."""
    options = ExportOptions(language, made_at=MADE_AT, final=True)
    made = [
        *export_papers(snapshot, "agreement", "pdf", options),
        *export_papers(snapshot, "agreement", "docx", options),
    ]
    copies = [work() for work in signing_set_works(snapshot, options)[0]]
    return {
        f"{paper.document} {paper.key} {paper.title} {paper.format}": paper.content
        for paper in [*made, *copies]
        if paper.document == "agreement" or paper.key
    }


@pytest.fixture(scope="module")
def final_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented sample with final agreements; copy it before you change it."""
    file = tmp_path_factory.mktemp("final") / "w.sqlite"
    with open_workspace(file) as opened:
        load_samples(opened, (KEY,))
        finalize_all(opened)
    return file


@pytest.fixture
def workspace(final_file: Path, tmp_path: Path) -> Iterator[Workspace]:
    """The same, this test's own."""
    with open_workspace(shutil.copy(final_file, tmp_path / "w.sqlite")) as opened:
        yield opened


def test_the_same_bytes_after_every_record_has_changed(workspace: Workspace):
    before = papers(taken(workspace), "zh")
    with workspace.change("change_everything") as session:
        change_everything(session)
    assert papers(taken(workspace), "zh") == before


def test_a_reopened_agreement_prints_what_the_records_say(workspace: Workspace):
    frozen = papers(taken(workspace), "en")
    with workspace.change("change_everything") as session:
        change_everything(session)
    for agreement in taken(workspace).agreements:
        with workspace.change("reopen_agreement") as session:
            reopen(session, agreement.id, reason="名称有误", author="office", at=AT)
    assert {agreement.status for agreement in taken(workspace).agreements} == {AgreementStatus.DRAFT}
    now = papers(taken(workspace), "en")
    assert not set(now.values()) & set(frozen.values())
