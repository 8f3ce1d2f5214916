"""A thread that does one thing after another and hands every result back to the window's thread."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal, Slot

Result = TypeVar("Result")


class Lane(QObject):
    """Runs work in order; `done` or `failed` is called in the thread that made the lane, never after `close`."""

    _ended = Signal(object, object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=name)
        self._open = True
        self._ended.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` in the lane's thread, then tell."""
        if self._open:
            self._executor.submit(self._work, work, done, failed)

    def finish(self) -> None:
        """Wait until everything asked for so far is done, and told."""
        if self._open:
            self._executor.submit(int).result()
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    def close(self) -> None:
        """Finish the work under way, forget what waits."""
        self._open = False
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _work(self, work: Callable[[], Any], done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        try:
            result = work()
        except Exception as error:  # handed to whoever asked for the work
            self._ended.emit(failed, error)
        else:
            self._ended.emit(done, result)

    @Slot(object, object)
    def _deliver(self, tell: Callable[[Any], None], value: Any) -> None:
        if self._open:
            tell(value)
