"""Papers to look at, through the real worker process: newest wish, refusals, a worker that dies, none left behind."""

from __future__ import annotations

import multiprocessing
import threading
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot
from tests import sample_snapshots as make
from tests.ui.test_export_worker import CLAUSE
from ui.export_worker import Choice
from ui.preview_desk import PreviewDesk
from ui.preview_worker import LONG, Preview

MEETING = make.snapshot(attendees=(make.attendee(),), agenda=(make.agenda_item(),))
AGENDA, SCHEDULE, ITINERARY = (Choice(kind, "pdf", "zh") for kind in ("agenda", "schedule", "itinerary"))


class Owner(QObject):
    """Somebody who waits for papers."""

    told = Signal(object)

    def __init__(self, desk: PreviewDesk, name: str = "papers") -> None:
        super().__init__()
        self.desk, self.name = desk, name
        self.heard: list[object] = []
        self.told.connect(self.heard.append)

    def ask(self, choice: Choice, snapshot: MeetingSnapshot = MEETING) -> None:
        options = make.options("zh")
        self.desk.ask(
            self.name, snapshot, choice, options, self.told.emit, lambda error, _details: self.told.emit(error)
        )


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[PreviewDesk]:
    made = PreviewDesk()
    yield made
    made.close()
    assert [child.name for child in multiprocessing.active_children()] == []
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("preview")] == []


def test_the_newest_wish_of_an_owner_replaces_its_older_ones(desk: PreviewDesk, qtbot: QtBot):
    papers, agreements = Owner(desk), Owner(desk, "agreements")
    with qtbot.waitSignals([papers.told, agreements.told]):
        papers.ask(AGENDA)
        agreements.ask(AGENDA)
        papers.ask(ITINERARY)
        papers.ask(SCHEDULE)
    shown = [(preview.title, preview.pages, preview.pdf[:5]) for preview in (*papers.heard, *agreements.heard)]
    assert shown == [("日程", 1, b"%PDF-"), ("议程", 1, b"%PDF-")]


def test_what_cannot_be_made_is_told_and_the_next_wish_works(desk: PreviewDesk, qtbot: QtBot):
    owner = Owner(desk)
    with qtbot.waitSignal(owner.told) as told:
        owner.ask(ITINERARY)
    assert isinstance(told.args[0], KnownError) and told.args[0].code == "no_material"
    with qtbot.waitSignal(owner.told) as told:
        owner.ask(AGENDA)
    assert isinstance(told.args[0], Preview)


def test_a_worker_that_is_killed_fails_its_wish_and_is_replaced(desk: PreviewDesk, qtbot: QtBot):
    owner = Owner(desk)
    with qtbot.waitSignal(owner.told):
        owner.ask(AGENDA)
    multiprocessing.active_children()[0].kill()
    with qtbot.waitSignal(owner.told) as told:
        owner.ask(AGENDA)
    with qtbot.waitSignal(owner.told) as again:
        owner.ask(SCHEDULE, replace(MEETING))
    codes = [answer.code if isinstance(answer, KnownError) else answer.title for answer in (*told.args, *again.args)]
    assert codes in (["preview_worker_stopped", "日程"], ["议程", "日程"])  # as the death was noticed before or after


def test_of_a_long_agreement_the_page_looked_at_comes_first(desk: PreviewDesk, qtbot: QtBot):
    clauses = tuple(replace(CLAUSE, id=number, key=f"c{number}") for number in range(LONG + 10))
    meeting = make.snapshot(agreements=(make.agreement(clauses=clauses),))
    owner = Owner(desk)
    with qtbot.waitSignals([owner.told, owner.told]):
        owner.ask(Choice("agreement", "pdf", "zh", "framework"), meeting)
    assert [preview.complete for preview in owner.heard] == [False, True]
    assert owner.heard[0].pages == owner.heard[1].pages


def test_the_survey_names_the_papers_there_is_nothing_for(desk: PreviewDesk, qtbot: QtBot):
    owner = Owner(desk)
    with qtbot.waitSignal(owner.told) as told:
        desk.survey(
            "survey", MEETING, make.options("zh"), owner.told.emit, lambda error, _details: owner.told.emit(error)
        )
    of_agreements, of_travel = ("agreement", "comparison", "signature-pages"), ("contacts", "itinerary", "logistics")
    assert told.args == [(*of_agreements, *of_travel, "ledger", "register")]


def test_nothing_is_told_to_an_owner_who_has_left(desk: PreviewDesk, qtbot: QtBot):
    gone, other = Owner(desk), Owner(desk, "agreements")
    gone.ask(AGENDA)
    gone.desk.forget("papers")
    with qtbot.waitSignal(other.told):
        other.ask(AGENDA)
    assert gone.heard == []
