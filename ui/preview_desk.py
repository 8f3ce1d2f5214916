"""Papers to look at, made in a worker process of their own and never in the window's.

The newest wish of an owner (a room) replaces its older ones; an answer that nobody waits for any more is dropped.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from models.errors import KnownError
from ui.worker_process import WorkerProcess

if TYPE_CHECKING:
    from exporters.options import ExportOptions
    from models.agreement_assembly import Assembled
    from models.snapshots.shapes import MeetingSnapshot
    from ui.export_worker import Choice
    from ui.preview_worker import Answer, Errand, ErrandDone, Made, Preview, ReadyToKeep, Surveyed, Wish

LONGEST_OUTDATED = 2.0  # seconds a paper that nobody waits for may keep others waiting; a new worker takes about one

Shown = Callable[["Preview"], None]
Found = Callable[[tuple[str, ...]], None]
Kept = Callable[["Assembled"], None]
NotMade = Callable[["KnownError | None", str], None]


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an owner waits for, and whom to tell."""

    wish: Wish
    shown: Callable[[Any], None]
    failed: NotMade


class PreviewDesk(QObject):
    """`ask` for a paper; `shown` or `failed` is called in the window's thread, unless another wish came since."""

    _heard = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = ThreadPoolExecutor(1, thread_name_prefix="preview-control")
        self._worker: WorkerProcess | None = None  # touched in the lane's thread only, as the next
        self._sent: MeetingSnapshot | None = None
        self._waiting: dict[str, _Asked] = {}  # by owner, longest waiting first
        self._running: tuple[str, _Asked] | None = None
        self._since = 0.0
        self._count = 0
        self._open = True
        self._heard.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def warm_up(self) -> None:
        """Start the worker, off the window's thread."""
        self._submit(self._ready_worker)

    def ask(
        self,
        owner: str,
        snapshot: MeetingSnapshot,
        choice: Choice,
        options: ExportOptions,
        shown: Shown,
        failed: NotMade,
        *,
        page: int = 1,
    ) -> None:
        """Wish for a paper. Of a long one, `page` is shown first (not `complete`), then the whole."""
        self._take(owner, snapshot, choice, options, shown, failed, page)

    def survey(
        self, owner: str, snapshot: MeetingSnapshot, options: ExportOptions, found: Found, failed: NotMade
    ) -> None:
        """Find out for which kinds of papers the meeting holds nothing yet."""
        self._take(owner, snapshot, None, options, found, failed)

    def assemble(
        self, owner: str, snapshot: MeetingSnapshot, agreement_key: str, made_at: datetime, done: Kept, failed: NotMade
    ) -> None:
        """Make the text of an agreement ready to be kept."""
        from exporters.options import ExportOptions

        self._take(owner, snapshot, None, ExportOptions("zh", made_at=made_at), done, failed, assemble=agreement_key)

    def run(
        self,
        owner: str,
        snapshot: MeetingSnapshot,
        errand: Errand,
        done: Callable[[Any], None],
        failed: NotMade,
    ) -> None:
        """Have an errand done; `done` gets what it found."""
        from exporters.options import ExportOptions

        options = ExportOptions("zh", made_at=datetime.min)
        self._take(owner, snapshot, None, options, done, failed, errand=errand)

    def _take(
        self,
        owner: str,
        snapshot: MeetingSnapshot,
        choice: Choice | None,
        options: ExportOptions,
        shown: Callable[[Any], None],
        failed: NotMade,
        page: int = 1,
        assemble: str = "",
        errand: Errand | None = None,
    ) -> None:
        from ui.preview_worker import Wish

        self._count += 1
        asked = _Asked(Wish(self._count, snapshot, choice, options, page, assemble, errand), shown, failed)
        self._waiting.pop(owner, None)
        self._waiting[owner] = asked
        if self._running is None:
            self._send_next()
        elif self._running[0] == owner and time.monotonic() - self._since > LONGEST_OUTDATED:
            self._start_over()

    def forget(self, owner: str) -> None:
        """Nothing is wanted by this owner any more."""
        self._waiting.pop(owner, None)
        if self._running is not None and self._running[0] == owner:
            self._running = (owner, _silenced(self._running[1]))

    def close(self) -> None:
        """End the worker and wait for it."""
        if self._open:
            self._open = False
            self._waiting.clear()
            self._running = None
            self._lane.submit(self._stop)
            self._lane.shutdown(wait=True)

    def _send_next(self) -> None:
        if self._running is None and self._waiting:
            owner = next(iter(self._waiting))
            asked = self._waiting.pop(owner)
            self._running, self._since = (owner, asked), time.monotonic()
            self._submit(self._send, asked.wish)

    def _start_over(self) -> None:
        """End a worker that is busy with what nobody waits for."""
        self._running = None
        self._submit(self._stop)
        self._send_next()

    def _submit(self, work: Callable[..., object], *given: object) -> None:
        if self._open:
            self._lane.submit(work, *given)

    # --- in the lane's thread

    def _ready_worker(self) -> WorkerProcess:
        if self._worker is None or self._worker.has_ended():
            from ui.preview_worker import serve

            self._stop()
            self._worker = WorkerProcess("preview", serve, self._heard.emit, self._worker_died)
        return self._worker

    def _send(self, wish: Wish) -> None:
        try:
            self._hand_over(wish)
        except Exception:  # a process that cannot be started: whoever waits must hear of it
            self._refuse(wish.number, None, traceback.format_exc())

    def _hand_over(self, wish: Wish) -> None:
        worker, snapshot = self._ready_worker(), wish.snapshot
        known = snapshot is self._sent
        worker.send(wish.number, replace(wish, snapshot=None) if known else wish)
        self._sent = snapshot

    def _worker_died(self, number: int) -> None:
        self._refuse(number, KnownError("preview_worker_stopped"), "the preview worker ended by itself")

    def _refuse(self, number: int, error: KnownError | None, details: str) -> None:
        from ui.preview_worker import Refused

        self._heard.emit(Refused(number, error, details))

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.stop()
            self._worker = self._sent = None

    # --- in the window's thread

    @Slot(object)
    def _deliver(self, answer: Answer) -> None:
        from ui.export_worker import Ready
        from ui.preview_worker import Made, Refused

        if isinstance(answer, Ready) or self._running is None or answer.number != self._running[1].wish.number:
            return
        owner, asked = self._running
        outdated = owner in self._waiting
        whole = not isinstance(answer, Made) or answer.preview.complete
        if whole:
            self._running = None
            self._send_next()
        if outdated:
            return
        if isinstance(answer, Refused):
            asked.failed(answer.error, answer.details)
        else:
            asked.shown(_found(answer))


def _found(answer: Made | Surveyed | ReadyToKeep | ErrandDone) -> object:
    """What was asked for."""
    from ui.preview_worker import ErrandDone, Made, Surveyed

    if isinstance(answer, Made):
        return answer.preview
    if isinstance(answer, ErrandDone):
        return answer.result
    return answer.lacking if isinstance(answer, Surveyed) else answer.assembled


def _silenced(asked: _Asked) -> _Asked:
    return _Asked(asked.wish, lambda _preview: None, lambda _error, _details: None)
