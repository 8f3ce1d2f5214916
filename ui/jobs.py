"""Exports for the window: one warm worker process, one queued signal, cancel by ending the process."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from models.errors import KnownError
from ui.worker_process import WorkerProcess

if TYPE_CHECKING:
    from ui.export_worker import Existing, Failed, Job, Report

    Hear = Callable[[Report], None]


class ExportJobs(QObject):
    """Runs one export at a time. Every report on it arrives as `reported`, in this object's thread."""

    reported = Signal(object)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="export-control")
        self._worker: _Worker | None = None  # touched in the lane's thread only
        self._running: int | None = None
        self._permission = Permission()  # of the job under way
        self._count = 0
        self._heard.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> int | None:
        """The number of the job under way, or None."""
        return self._running

    def warm_up(self) -> None:
        """Start the worker, off the window's thread."""
        self._lane.submit(self._ready_worker)

    def next_number(self) -> int:
        """A number for a new job."""
        self._count += 1
        return self._count

    def submit(self, job: Job) -> None:
        """Hand a job to the worker. KnownError: export_under_way."""
        if self._running is not None:
            raise KnownError("export_under_way")
        self._running, self._permission = job.number, Permission()
        self._lane.submit(self._send, job, self._permission)

    def answer(self, existing: Existing) -> None:
        """What to do with the files in the way, which the job under way asked about."""
        self._lane.submit(self._answer, existing)

    def cancel(self) -> bool:
        """End the worker and what it is doing, and start a new one; False where files are put in place already."""
        if not self._permission.withdraw():
            return False
        self._running = None
        self._lane.submit(self._stop)
        self._lane.submit(self._ready_worker)
        return True

    def close(self) -> None:
        """End the worker and wait for it; files that are being put in place are waited for."""
        self._permission.withdraw()
        self._running = None
        self._lane.submit(self._stop)
        self._lane.shutdown(wait=True)

    def _ready_worker(self) -> _Worker:
        """The worker, a new one where it has ended."""
        if self._worker is None or self._worker.has_ended():
            self._stop()
            self._worker = _Worker(self._heard.emit)
        return self._worker

    def _send(self, job: Job, permission: Permission) -> None:
        from ui.export_worker import Failed

        try:
            worker = self._ready_worker()
            worker.permission, worker.folder = permission, job.folder
            worker.send(job.number, job)
        except Exception:  # a process that cannot be started: whoever waits must hear of it
            self._heard.emit(Failed(job.number, None, traceback.format_exc()))

    def _answer(self, existing: Existing) -> None:
        if self._worker is not None:
            self._worker.tell(existing)

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    @Slot(object)
    def _deliver(self, report: Report) -> None:
        """Pass on what belongs to the job under way; a cancelled one is no longer spoken of."""
        from ui.export_worker import Done, Failed, Ready

        if not isinstance(report, Ready) and report.number != self._running:
            return
        if isinstance(report, Done | Failed):
            self._running = None
        self.reported.emit(report)


SAVING_SECONDS = 20.0  # a whole pack on a slow USB stick


class Permission:
    """To put files in place: given once the papers are made, or withdrawn before; what comes first holds."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._given: bool | None = None

    @property
    def given(self) -> bool:
        """Whether files may be put in place."""
        return self._given is True

    def give(self) -> bool:
        """Whether it is given now."""
        with self._lock:
            self._given = self._given is not False
            return self._given

    def withdraw(self) -> bool:
        """Whether it will never be given."""
        with self._lock:
            self._given = self._given is True
            return not self._given


class _Worker(WorkerProcess):
    """The process that exports; a pack that is being saved is saved to the end: whole or not there."""

    def __init__(self, hear: Hear) -> None:
        from ui.export_worker import serve

        self._idle, self.permission = Event(), Permission()
        self.folder, self._total = "", 0
        super().__init__("export", serve, hear, lambda number: hear(self._stopped(number)))

    def send(self, number: int, job: object) -> None:
        """Hand over a job."""
        self._idle.clear()
        super().send(number, job)

    def stop(self) -> None:
        """End the process, whatever it does besides saving."""
        if self.permission.given and not self.has_ended():
            self._idle.wait(SAVING_SECONDS)
        super().stop()

    def note(self, answer: object) -> None:
        """Allow it to save, unless somebody has cancelled."""
        from ui.export_worker import Done, Failed, Go, Progress

        if isinstance(answer, Progress) and answer.saving and self.permission.give():
            self._total = answer.total
            self.tell(Go())
        if isinstance(answer, Done | Failed):
            self._idle.set()

    def _stopped(self, number: int) -> Failed:
        from ui.export_worker import Failed

        details = "the worker process ended by itself"
        if self.permission.given and not self._idle.is_set():
            self._idle.set()
            return Failed(number, KnownError("stopped_while_saving", folder=self.folder, total=self._total), details)
        return Failed(number, KnownError("export_worker_stopped"), details)
