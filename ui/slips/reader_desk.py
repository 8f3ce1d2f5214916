"""The reading of slips as the window sees it: one worker process, one queued signal; the newest wish counts."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from models.errors import KnownError
from models.imports.no_collection import stays_long
from ui.worker_process import WorkerProcess

if TYPE_CHECKING:
    from models.imports.plan import PlanRow
    from ui.slips.reader_process import Report, Wish

RESTS_FOR = 60_000  # ms that a worker waits for more slips: starting another takes a second


class ReaderDesk(QObject):
    """`ask` for a plan; what becomes of it arrives as `reported`, in this object's thread.

    A wish that comes while another is under way waits for it, since files that are being read are read for both; only
    the newest of those that wait is fulfilled.
    """

    reported = Signal(object)
    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="slips-control")
        self._worker: WorkerProcess | None = None  # touched in the lane's thread only
        self._running: int | None = None
        self._rows: list[PlanRow] = []  # of the plan that is coming
        self._next: Wish | None = None
        self._open = True
        self._count = 0
        self._rest = QTimer(self, singleShot=True, interval=RESTS_FOR)
        self._rest.timeout.connect(self.stop)
        self._heard.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a plan is awaited."""
        return self._running is not None

    def next_number(self) -> int:
        """A number for a new wish."""
        self._count += 1
        return self._count

    def warm_up(self) -> None:
        """Start the worker, off the window's thread."""
        self._rest.stop()
        self._submit(self._ready_worker)

    def ask(self, wish: Wish) -> None:
        """Read and plan; an older wish that has not begun is forgotten."""
        self._rest.stop()
        if self._running is None:
            self._running = wish.number
            self._submit(self._send, wish)
        else:
            self._next = wish

    def rest(self) -> None:
        """Nothing more is to be read for now: the worker waits a while for the next slips; one at work is ended."""
        if self.busy:
            self.stop()
        else:
            self._rest.start()

    def stop(self) -> None:
        """End the worker and whatever it does; nobody waits for it any more."""
        self._rest.stop()
        self._running, self._next, self._rows = None, None, []
        self._submit(self._stop)

    def close(self) -> None:
        """End the worker and wait for it."""
        if self._open:
            self.stop()
            self._open = False
            self._lane.shutdown(wait=True)

    def _submit(self, work: Callable[..., object], *given: object) -> None:
        if self._open:
            self._lane.submit(work, *given)

    # --- in the lane's thread

    def _ready_worker(self) -> WorkerProcess:
        if self._worker is None or self._worker.has_ended():
            from ui.slips.reader_process import serve

            self._stop()
            self._worker = WorkerProcess("slips", serve, self._heard.emit, self._died)
        return self._worker

    def _send(self, wish: Wish) -> None:
        from ui.slips.reader_process import NotPlanned

        try:
            self._ready_worker().send(wish.number, wish)
        except Exception:  # a process that cannot be started: whoever waits must hear of it
            self._heard.emit(NotPlanned(wish.number, None, traceback.format_exc()))

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.stop()
            self._worker = None

    def _died(self, number: int) -> None:
        from ui.slips.reader_process import NotPlanned

        error = KnownError("slips_worker_stopped")
        self._heard.emit(NotPlanned(number, error, "the worker process ended by itself"))

    # --- in this object's thread

    @Slot(object)
    def _deliver(self, report: Report) -> None:
        from ui.slips.reader_process import Planned, PlannedRows, Reading, Ready, whole

        if isinstance(report, Ready) or report.number != self._running:
            return
        if isinstance(report, Reading):
            self.reported.emit(report)
            return
        if isinstance(report, PlannedRows):
            self._rows += report.rows
            return
        rows, self._running, self._rows = self._rows, None, []
        if self._next is not None:
            wish, self._next = self._next, None
            self.ask(wish)
        else:
            self.reported.emit(whole(report, rows) if isinstance(report, Planned) else report)
            stays_long()
