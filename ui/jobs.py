"""Exports for the window: one warm worker process, one queued signal, cancel by ending the process."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from models.errors import KnownError

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    from ui.export_worker import Failed, Job, Report

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
        self._running = job.number
        self._lane.submit(self._send, job)

    def cancel(self) -> None:
        """End the worker and what it is doing; start a new one."""
        self._running = None
        self._lane.submit(self._stop)
        self._lane.submit(self._ready_worker)

    def close(self) -> None:
        """End the worker and wait for it."""
        self._running = None
        self._lane.submit(self._stop)
        self._lane.shutdown(wait=True)

    def _ready_worker(self) -> _Worker:
        """The worker, a new one where it has ended."""
        if self._worker is None or self._worker.has_ended():
            self._stop()
            self._worker = _Worker(self._heard.emit)
        return self._worker

    def _send(self, job: Job) -> None:
        worker = self._ready_worker()
        worker.send(job)
        if worker.has_ended():  # before it could tell which job that ends
            self._heard.emit(_stopped(job.number))

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    @Slot(object)
    def _deliver(self, report: Report) -> None:
        """Pass on what belongs to the job under way; a cancelled one is no longer spoken of."""
        from ui.export_worker import Progress, Ready

        if not isinstance(report, Ready) and report.number != self._running:
            return
        if not isinstance(report, Ready | Progress):
            self._running = None
        self.reported.emit(report)


SAVING_SECONDS = 20.0  # a whole pack on a slow USB stick


class _Worker:
    """One process, its pipe, and the thread that listens to it."""

    def __init__(self, hear: Hear) -> None:
        import multiprocessing  # here, in the control thread: it need not be loaded before the first paint

        from ui.export_worker import serve

        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process: SpawnProcess = context.Process(target=serve, args=(there,), name="export-worker", daemon=True)
        self._process.start()
        there.close()
        self._job: int | None = None
        self._ended, self._idle = Event(), Event()
        self._saving = False
        self._listener = Thread(target=self._listen, args=(hear,), name="export-listener", daemon=True)
        self._listener.start()

    def has_ended(self) -> bool:
        """Whether it hung up."""
        return self._ended.is_set()

    def send(self, job: Job) -> None:
        """Hand over a job; a worker that has just died tells by hanging up."""
        self._job = job.number
        self._idle.clear()
        with suppress(OSError):
            self._here.send(job)

    def stop(self) -> None:
        """End the process, whatever it does; but a pack that is being saved is saved to the end: whole or not there."""
        if self._saving:
            self._idle.wait(SAVING_SECONDS)
        self._process.terminate()
        self._process.join()
        self._listener.join()
        self._here.close()
        self._process.close()

    def _listen(self, hear: Hear) -> None:
        """Pass on every report; when the process hangs up, its job has failed."""
        for report in _reports(self._here):
            self._note(report)
            hear(report)
        self._ended.set()
        self._idle.set()
        if self._job is not None:
            hear(_stopped(self._job))

    def _note(self, report: Report) -> None:
        from ui.export_worker import Progress, Ready

        self._saving = isinstance(report, Progress) and report.saving
        if not isinstance(report, Ready | Progress):
            self._idle.set()


def _reports(connection: Connection) -> Iterator[Report]:
    while True:
        try:
            yield connection.recv()
        except (EOFError, OSError):
            return


def _stopped(number: int) -> Failed:
    from ui.export_worker import Failed

    return Failed(number, KnownError("export_worker_stopped"), "the worker process ended by itself")
