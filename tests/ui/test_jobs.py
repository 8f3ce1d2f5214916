"""Exports through the real worker process: papers on the disk, cancel, a worker that dies, none left behind."""

from __future__ import annotations

import multiprocessing
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from models.errors import KnownError
from tests import sample_snapshots as make
from ui.export_worker import Choice, Done, Failed, Job, Progress, Ready
from ui.jobs import ExportJobs, Permission

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
    with qtbot.waitSignal(jobs.reported, check_params_cb=lambda report: isinstance(report, Ready)):
        jobs.warm_up()
    with qtbot.waitSignal(jobs.reported, check_params_cb=ended):
        jobs.submit(job(jobs, tmp_path))
    file = str(tmp_path / "20_agenda_shangdang_zh.pdf")
    assert heard[1:] == [
        Progress(1, 0, 1, document="agenda"),
        Progress(1, 1, 1, saving=True),
        Done(1, str(tmp_path), (file,), ()),
    ]
    assert ([path.name for path in tmp_path.glob("*.*")], jobs.running) == (["20_agenda_shangdang_zh.pdf"], None)


def test_a_cancelled_export_leaves_nothing_and_the_next_one_works(jobs: ExportJobs, qtbot: QtBot, tmp_path: Path):
    many = tuple(Choice("attendees", "pdf", "zh") for _ in range(500))  # long enough
    with qtbot.waitSignal(jobs.reported, check_params_cb=lambda report: isinstance(report, Progress)):
        jobs.submit(job(jobs, tmp_path / "one", *many))
    jobs.cancel()
    heard: list[object] = []
    jobs.reported.connect(heard.append)
    with qtbot.waitSignal(jobs.reported, check_params_cb=ended):
        jobs.submit(job(jobs, tmp_path / "two"))
    assert [(type(report), getattr(report, "number", 2)) for report in heard] == [
        (Ready, 2),
        (Progress, 2),
        (Progress, 2),
        (Done, 2),
    ]
    assert ((tmp_path / "one").exists(), len(list((tmp_path / "two").iterdir()))) == (False, 1)


def saving(report: object) -> bool:
    """Whether the papers are being put in place."""
    return isinstance(report, Progress) and report.saving


def test_a_cancel_that_comes_while_files_are_put_in_place_is_refused(jobs: ExportJobs, qtbot: QtBot, tmp_path: Path):
    cancelled: list[bool] = []
    jobs.reported.connect(lambda report: cancelled.append(jobs.cancel()) if saving(report) else None)
    with qtbot.waitSignal(jobs.reported, check_params_cb=ended) as told:
        jobs.submit(job(jobs, tmp_path, Choice("agenda", "pdf", "zh"), Choice("schedule", "pdf", "zh")))
    assert (cancelled, type(told.args[0]), len(list(tmp_path.glob("*.pdf")))) == ([False], Done, 2)


def test_the_permission_to_save_is_given_or_withdrawn_whichever_comes_first():
    given, withdrawn = Permission(), Permission()
    assert (given.give(), given.withdraw(), given.give(), given.given) == (True, False, True, True)
    assert (withdrawn.withdraw(), withdrawn.give(), withdrawn.withdraw(), withdrawn.given) == (True, False, True, False)


def test_a_worker_that_dies_while_files_are_put_in_place_says_so(jobs: ExportJobs, qtbot: QtBot, tmp_path: Path):
    many = tuple(Choice("agenda", "pdf", "zh") for _ in range(100))
    heard: list[object] = []

    def kill(report: object) -> None:
        """At once, in the thread that hears it: a hundred papers are soon in place."""
        if saving(report):
            multiprocessing.active_children()[0].kill()

    jobs._heard.connect(kill, Qt.ConnectionType.DirectConnection)
    jobs.reported.connect(heard.append)
    with qtbot.waitSignal(jobs.reported, check_params_cb=ended):
        jobs.submit(job(jobs, tmp_path, *many))
    told = heard[-1]
    assert isinstance(told, Failed) and isinstance(told.error, KnownError)
    assert (told.error.code, told.error.values) == ("stopped_while_saving", {"folder": str(tmp_path), "total": 100})


def test_a_pack_that_is_being_saved_is_saved_to_the_end(qtbot: QtBot, tmp_path: Path):
    jobs = ExportJobs()
    many = tuple(Choice("agenda", "pdf", "zh") for _ in range(30))
    with qtbot.waitSignal(jobs.reported, check_params_cb=saving):
        jobs.submit(job(jobs, tmp_path, *many))
    jobs.close()
    assert (len(list(tmp_path.glob("*.pdf"))), list(tmp_path.glob(".*"))) == (30, [])
    assert multiprocessing.active_children() == []


def test_only_one_export_runs_at_a_time(jobs: ExportJobs, tmp_path: Path):
    jobs.submit(job(jobs, tmp_path))
    with pytest.raises(KnownError, match="export_under_way"):
        jobs.submit(job(jobs, tmp_path))


def test_a_worker_that_dies_fails_its_job_and_is_replaced(jobs: ExportJobs, qtbot: QtBot, tmp_path: Path):
    many = tuple(Choice("attendees", "pdf", "zh") for _ in range(500))  # long enough
    with qtbot.waitSignal(jobs.reported, check_params_cb=lambda report: isinstance(report, Progress)):
        jobs.submit(job(jobs, tmp_path, *many))
    with qtbot.waitSignal(jobs.reported, check_params_cb=ended) as told:
        multiprocessing.active_children()[0].kill()
    assert isinstance(told.args[0], Failed) and isinstance(told.args[0].error, KnownError)
    assert told.args[0].error.code == "export_worker_stopped"
    with qtbot.waitSignal(jobs.reported, check_params_cb=ended) as again:
        jobs.submit(job(jobs, tmp_path))
    assert isinstance(again.args[0], Done)


def test_a_jobs_object_that_never_worked_closes_at_once(qtbot: QtBot):
    ExportJobs().close()
    assert multiprocessing.active_children() == []
