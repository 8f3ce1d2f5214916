"""Two long texts compared, and an agreement of sixty clauses with thirty revisions opened.

The comparison is told against a plain word diff of the same two texts in the same run, the meeting with revisions
against the same meeting without; both also in milliseconds. A comparison should be there in some 100 ms.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from difflib import SequenceMatcher
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import select
from sqlalchemy.orm import Session

from exporters.assembly import assemble_agreement
from exporters.comparison import word_diff
from exporters.comparison.pieces import pieces_of
from exporters.documents.comparison import versions
from exporters.export import export_papers
from exporters.options import ExportOptions
from models.actions.edit_clauses import NewClause, add_clauses, delete_clauses, edit_clause_text, move_clauses
from models.actions.revisions import keep_revision
from models.codes import RevisionKind
from models.records import Agreement, Clause
from models.samples import load_samples
from models.snapshots.shapes import MeetingSnapshot
from models.snapshots.take import take_meeting
from models.store.workspace import Workspace, open_workspace
from tests.ui.conftest import activate
from ui.agreements.compare_errands import CompareTexts
from ui.agreements.room import AgreementsRoom
from ui.app import dress
from ui.main_window import MainWindow
from ui.settings import LAST_MEETING, LAST_ROOM, Settings

CLAUSES, REVISIONS, ROUNDS, PATIENCE = 60, 30, 7, 60_000
MOST_COMPARED, MOST_TAKEN = 0.5, 4.0  # times the plain diff, times the meeting without revisions
KEY, AT = "strategic", datetime(2024, 5, 18, 12, 0, tzinfo=UTC)
WORDS = "甲乙双方共同推进{{ party_b.short_zh }}与{{ party_a.short_zh }}的合作，每年召开NUMBER次会议，通报项目台账。" * 3


@dataclass(frozen=True)
class Made:
    """A workspace with the long agreement, before and after its revisions were kept."""

    file: Path
    agreement_id: int
    bare: float  # seconds a snapshot took without revisions
    taken: float  # with them
    snapshot: MeetingSnapshot


def best(work: Callable[[], object]) -> float:
    """Seconds of processor time: other things run on the machine."""
    taken = []
    for _round in range(ROUNDS):
        started = time.process_time()
        work()
        taken.append(time.process_time() - started)
    return min(taken)


def report(capsys: pytest.CaptureFixture[str], words: str) -> None:
    """Print a line beside the results."""
    with capsys.disabled():
        sys.stdout.write(f"\n{words}\n")


def edit(session: Session, agreement_id: int) -> None:
    """Every third clause reworded, one moved, one deleted."""
    clauses = session.scalars(select(Clause).where(Clause.agreement_id == agreement_id).order_by(Clause.id)).all()
    for clause in clauses[::3]:
        edit_clause_text(session, clause.id, {"body_zh": clause.body_zh.replace("合作", "协作")})
    ours = [clause for clause in clauses if clause.heading_zh.startswith("事项")]
    move_clauses(session, [ours[20].id], parent_id=None, before_id=ours[3].id)
    delete_clauses(session, [ours[30].id])


def keep(workspace: Workspace, agreement_id: int, snapshot: MeetingSnapshot, count: int) -> None:
    """Keep the text that many times."""
    text = assemble_agreement(snapshot, KEY, made_at=AT)
    for _revision in range(count):
        with workspace.change("keep_revision") as session:
            keep_revision(session, agreement_id, text, kind=RevisionKind.SENT, author="", at=AT)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    """Sixty clauses more; one revision, then edits, then the others."""
    file = tmp_path_factory.mktemp("compare") / "long.sqlite"
    with open_workspace(file) as workspace:
        load_samples(workspace, ("demo-full",))
        with workspace.change("add_clauses") as session:
            agreement = session.scalars(select(Agreement).where(Agreement.key == KEY)).one()
            words = [WORDS.replace("NUMBER", str(number)) for number in range(CLAUSES)]
            new = [NewClause(heading_zh=f"事项{number}", body_zh=body) for number, body in enumerate(words)]
            add_clauses(session, agreement.id, new)
            number, meeting_id = agreement.id, agreement.meeting_id

        def taken() -> MeetingSnapshot:
            with workspace.look() as looking:
                return take_meeting(looking, meeting_id, taken_at=AT)

        bare = best(taken)
        keep(workspace, number, taken(), 1)
        with workspace.change("edit_clause") as session:
            edit(session, number)
        keep(workspace, number, taken(), REVISIONS - 1)
        return Made(file, number, bare, best(taken), taken())


@pytest.mark.bench
def test_two_long_revisions_are_compared_at_once(made: Made, capsys: pytest.CaptureFixture[str]):
    errand, options = CompareTexts(KEY, "zh", 1, 2), ExportOptions("zh", AT, agreement_key=KEY, compare_from=1)
    (paper,) = export_papers(made.snapshot, "agreement", "pdf", options)
    agreement = next(one for one in made.snapshot.agreements if one.key == KEY)
    pair = versions(made.snapshot, agreement, options)
    assert pair is not None

    def compared() -> None:
        for remembered in (word_diff.words_of, word_diff._pairs):
            remembered.cache_clear()
        errand.do(made.snapshot)

    def plain() -> None:
        word_diff.words_of.cache_clear()
        texts = ["\n".join(piece.text for piece in pieces_of(version.document)) for version in pair]
        before, after = (word_diff.words_of(text) for text in texts)
        SequenceMatcher(None, before, after, autojunk=False).get_opcodes()

    ours, bare = best(compared), best(plain)
    told = f"compare two texts of {paper.pages} pages: {ours * 1000:.0f} ms, plain diff {bare * 1000:.0f} ms"
    report(capsys, f"{told}, ratio {ours / bare:.2f}")
    assert ours / bare <= MOST_COMPARED


@pytest.mark.bench
def test_revisions_that_nobody_looks_at_hardly_count(made: Made, capsys: pytest.CaptureFixture[str]):
    ratio = made.taken / made.bare
    told = f"meeting taken with {REVISIONS} revisions: {made.taken * 1000:.0f} ms, without {made.bare * 1000:.0f} ms"
    report(capsys, f"{told}, ratio {ratio:.2f}")
    assert ratio <= MOST_TAKEN


@pytest.fixture
def room(qapp: QApplication, qtbot: QtBot, made: Made, tmp_path: Path) -> Iterator[AgreementsRoom]:
    """A window on the meeting, the list shown."""
    dress(qapp)
    settings = Settings(tmp_path / "settings.json")
    settings.set(LAST_MEETING, "demo-full")
    settings.set(LAST_ROOM, "agreements")
    window = MainWindow(str(made.file), "zh", settings)
    window.resize(1366, 768)
    window.show()
    with qtbot.waitSignal(window.meeting_shown, timeout=PATIENCE):
        window.open_workspace()
    activate(window, qtbot)
    found = window.rooms["agreements"]
    assert isinstance(found, AgreementsRoom)
    yield found
    window.close()


@pytest.mark.bench
def test_an_agreement_with_many_clauses_and_revisions_opens(
    room: AgreementsRoom, made: Made, qapp: QApplication, capsys: pytest.CaptureFixture[str]
):
    taken = []
    for _round in range(ROUNDS):
        started = time.perf_counter()
        room.open_agreement(made.agreement_id)
        qapp.processEvents()
        taken.append(time.perf_counter() - started)
        room.show_list()
        qapp.processEvents()
    assert room.editor.agreement is not None and len(room.editor.agreement.revisions) == REVISIONS
    times = sorted(taken)
    told = f"{times[0] * 1000:.0f} ms, the first time {taken[0] * 1000:.0f} ms"
    report(capsys, f"agreement of {CLAUSES} clauses more and {REVISIONS} revisions opened: {told}")
