"""The worker's side, run here on a pipe of our own: what it answers to every kind of job."""

from __future__ import annotations

import threading
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from exporters.paper import Notice
from models.errors import KnownError
from tests import sample_snapshots as make
from ui.export_worker import Choice, Done, Failed, Job, Progress, answer

MEETING = make.snapshot(attendees=(make.attendee(),), agenda=(make.agenda_item(),))
AGENDA = Choice("agenda", "pdf", "zh")
NOTHING = Choice("itinerary", "pdf", "zh")


def job(folder: Path, *choices: Choice) -> Job:
    """A job in both languages."""
    return Job(7, MEETING, (make.options("zh"), make.options("en")), str(folder), choices)


@pytest.fixture
def pipe():
    here, there = Pipe()
    with here, there:
        yield here, there


def run(pipe: tuple[Connection, Connection], asked: Job) -> list[object]:
    """All progress, then the answer."""
    here, there = pipe
    heard: list[object] = []
    thread = threading.Thread(target=lambda: there.send(answer(asked, there)))
    thread.start()
    while not heard or not isinstance(heard[-1], Done | Failed):
        heard.append(here.recv())
    thread.join()
    return heard


def test_chosen_papers_are_made_then_saved(pipe, tmp_path: Path):
    file = str(tmp_path / "20_agenda_shangdang_zh.pdf")
    assert run(pipe, job(tmp_path, AGENDA)) == [
        Progress(7, 0, 1, document="agenda"),
        Progress(7, 1, 1, saving=True),
        Done(7, str(tmp_path), (file,), ()),
    ]
    assert Path(file).read_bytes().startswith(b"%PDF")


def test_a_chosen_paper_without_material_is_left_out(pipe, tmp_path: Path):
    done = run(pipe, job(tmp_path, NOTHING, AGENDA))[-1]
    assert isinstance(done, Done)
    assert (len(done.files), done.notices) == (1, (Notice("left_out", (("document", "itinerary"),)),))


@pytest.mark.parametrize("choices", [(NOTHING,), (NOTHING, NOTHING)])
def test_nothing_but_papers_without_material_is_an_error(pipe, tmp_path: Path, choices: tuple[Choice, ...]):
    failed = run(pipe, job(tmp_path, *choices))[-1]
    assert isinstance(failed, Failed) and isinstance(failed.error, KnownError)
    assert (failed.error.code, failed.error.values) == (
        "no_material",
        {"document": "itinerary", "meeting": "shangdang"},
    )
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_told(pipe, tmp_path: Path):
    (tmp_path / "file").touch()
    failed = run(pipe, job(tmp_path / "file" / "folder", AGENDA))[-1]
    assert isinstance(failed, Failed) and isinstance(failed.error, KnownError)
    assert failed.error.code == "folder_not_writable"


def test_whatever_else_goes_wrong_is_told_with_its_details(pipe, tmp_path: Path):
    wrong = Job(7, MEETING, (), str(tmp_path), (AGENDA,))  # without options
    failed = run(pipe, wrong)[-1]
    assert isinstance(failed, Failed)
    assert (failed.error, "IndexError" in failed.details) == (None, True)
