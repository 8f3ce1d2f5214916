"""Into the archive: under a number, in one step, with the scan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from models.actions.archive_agreement import archive_agreement, next_archive_number
from models.actions.attach_file import PDF, Scan
from models.codes import AgreementStatus, RevisionKind
from models.records import Agreement
from models.store.workspace import Workspace, open_workspace
from tests import factories as make
from tests.models.store.stored import refused

SIGNED, ARCHIVED = date(2024, 5, 20), date(2024, 6, 3)
TITLE = "战略合作框架协议"
SCAN = Scan("签字页.pdf", PDF, b"%PDF-1.7\n%%EOF")


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """A workspace with a final agreement."""
    with open_workspace(tmp_path / "office.sqlite") as opened:
        with opened.change("make") as session:
            meeting = make.make_meeting(session)
            final = make.make_agreement(session, meeting, "framework", status=AgreementStatus.FINAL)
            make.make_revision(session, final, kind=RevisionKind.FINAL)
        yield opened


def stored(workspace: Workspace) -> tuple[AgreementStatus, date | None, date | None, str, int]:
    """Where the agreement stands."""
    with workspace.read() as session:
        found = session.get_one(Agreement, 1)
        dates = found.signed_on, found.archived_on
        return found.status, *dates, found.archive_number, len(found.attachments)


def archive(workspace: Workspace, number: str = "2024-009", scan: Scan | None = SCAN) -> None:
    """Archive it, as one step."""
    with workspace.change("archive_agreement") as session:
        archive_agreement(session, 1, signed_on=SIGNED, archived_on=ARCHIVED, number=number, scan=scan)


def test_a_final_agreement_is_signed_and_archived_in_one_step(workspace: Workspace):
    archive(workspace)
    assert stored(workspace) == (AgreementStatus.ARCHIVED, SIGNED, ARCHIVED, "2024-009", 1)
    workspace.undo()
    assert stored(workspace) == (AgreementStatus.FINAL, None, None, "", 0)


def test_what_is_archived_is_not_archived_again(workspace: Workspace):
    archive(workspace)
    with refused("step_not_allowed", agreement=TITLE, status="archived"):
        archive(workspace)


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ((), ""),
        (("2024-009",), "2024-010"),
        (("浙协2024第99号",), "浙协2024第100号"),
        (("第三卷",), ""),
        (("2024-010", "2024-009"), "2024-011"),
    ],
)
def test_the_next_number_counts_on(workspace: Workspace, taken: tuple[str, ...], following: str):
    with workspace.change("make") as session:
        meeting = make.make_meeting(session, "other")
        for place, number in enumerate(taken):
            make.make_agreement(session, meeting, f"a{place}", archive_number=number, archived_on=ARCHIVED)
    with workspace.read() as session:
        assert next_archive_number(session) == following
