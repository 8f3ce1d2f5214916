"""Exports through the real worker process: papers on the disk, cancel, a worker that dies, none left behind."""

from __future__ import annotations

import multiprocessing
import threading
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from tests import sample_snapshots as make
from ui.export_worker import Choice, Done, Failed, Job, Progress, Ready
from ui.jobs import ExportJobs

PATIENCE = 30_000  # ms until a test gives up; usual is a second
MEETING = make.snapshot(attendees=(make.attendee(),), agenda=(make.agenda_item(),))


@pytest.fixture
def jobs(qtbot: QtBot):
    made = ExportJobs()
    yield made
    made.close()
    assert [child.name for child in multiprocessing.active_children()] == []
    assert [thread.name for thread in threading.enumerate() if thread.name.startswith("export")] == []


def job(jobs: ExportJobs, folder: Path, *choices: Choice) -> Job:
    """An export of the agenda, unless said otherwise."""
    chosen = choices or (Choice("agenda", "pdf", "zh"),)
    return Job(jobs.next_number(), MEETING, (make.options("zh"),), str(folder), chosen)


def ended(report: object) -> bool:
    """Whether it is the last report of a job."""
    return isinstance(report, Done | Failed)


def test_a_warm_worker_exports_and_says_how_far_it_is(jobs: ExportJobs, qtbot: QtBot, tmp_path: Path):
    heard: list[object] = []
    jobs.reported.connect(heard.append)
    with qtbot.waitSignal(jobs.reported, timeout=PATIENCE, check_params_cb=lambda report: isinstance(report, Ready)):
        jobs.warm_up()
    with qtbot.waitSignal(jobs.reported, timeout=PATIENCE, check_params_cb=ended):
        jobs.submit(job(jobs, tmp_path))
    file = str(tmp_path / "20_agenda_shangdang_zh.pdf")
    assert heard[1:] == [
        Progress(1, 0, 1, document="agenda"),
        Progress(1, 1, 1, saving=True),
        Done(1, str(tmp_path), (file,), ()),
    ]
    assert ([path.name for path in tmp_path.glob("*.*")], jobs.running) == (["20_agenda_shangdang_zh.pdf"], None)


def test_a_cancelled_export_leaves_nothing_and_the_next_one_works(jobs: ExportJobs, qtbot: QtBot, tmp_path: Path):
    many = tuple(Choice("attendees", "pdf", "zh") for _ in range(500))
    with qtbot.waitSignal(jobs.reported, timeout=PATIENCE, check_params_cb=lambda report: isinstance(report, Progress)):
        jobs.submit(job(jobs, tmp_path / "one", *many))
    jobs.cancel()
    heard: list[object] = []
    jobs.reported.connect(heard.append)
    with qtbot.waitSignal(jobs.reported, timeout=PATIENCE, check_params_cb=ended):
        jobs.submit(job(jobs, tmp_path / "two"))
    assert [(type(report), getattr(report, "number", 2)) for report in heard] == [
        (Ready, 2),
        (Progress, 2),
        (Progress, 2),
        (Done, 2),
    ]
    assert ((tmp_path / "one").exists(), len(list((tmp_path / "two").iterdir()))) == (False, 1)


def test_a_pack_that_is_being_saved_is_saved_to_the_end(qtbot: QtBot, tmp_path: Path):
    jobs = ExportJobs()
    many = tuple(Choice("agenda", "pdf", "zh") for _ in range(150))
    with qtbot.waitSignal(
        jobs.reported, timeout=PATIENCE, check_params_cb=lambda report: isinstance(report, Progress) and report.saving
    ):
        jobs.submit(job(jobs, tmp_path, *many))
    jobs.close()
    assert (len(list(tmp_path.glob("*.pdf"))), list(tmp_path.glob(".*"))) == (150, [])
    assert multiprocessing.active_children() == []


def test_only_one_export_runs_at_a_time(jobs: ExportJobs, tmp_path: Path):
    jobs.submit(job(jobs, tmp_path))
    with pytest.raises(KnownError, match="export_under_way"):
        jobs.submit(job(jobs, tmp_path))


def test_a_worker_that_dies_fails_its_job_and_is_replaced(jobs: ExportJobs, qtbot: QtBot, tmp_path: Path):
    many = tuple(Choice("attendees", "pdf", "zh") for _ in range(500))
    with qtbot.waitSignal(jobs.reported, timeout=PATIENCE, check_params_cb=lambda report: isinstance(report, Progress)):
        jobs.submit(job(jobs, tmp_path, *many))
    with qtbot.waitSignal(jobs.reported, timeout=PATIENCE, check_params_cb=ended) as told:
        multiprocessing.active_children()[0].kill()
    assert isinstance(told.args[0], Failed) and isinstance(told.args[0].error, KnownError)
    assert told.args[0].error.code == "export_worker_stopped"
    with qtbot.waitSignal(jobs.reported, timeout=PATIENCE, check_params_cb=ended) as again:
        jobs.submit(job(jobs, tmp_path))
    assert isinstance(again.args[0], Done)


def test_a_jobs_object_that_never_worked_closes_at_once(qtbot: QtBot):
    ExportJobs().close()
    assert multiprocessing.active_children() == []
