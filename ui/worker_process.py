"""A worker process as the window sees it: a pipe to it, and a thread that listens to what it answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

from models.imports.no_collection import short_pause

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

Serve = Callable[["Connection"], None]


class WorkerProcess:
    """One process, its pipe, and its listener. Made, fed and stopped in one thread, which is not the window's.

    `hear` gets every answer and `died` the number of the job that was under way when the process ended by itself; both
    are called in the listener's thread.
    """

    def __init__(self, name: str, serve: Serve, hear: Callable[[Any], None], died: Callable[[int], None]) -> None:
        import multiprocessing  # here, off the window's thread: it need not be loaded before the first paint

        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process: SpawnProcess = context.Process(target=serve, args=(there,), name=f"{name}-worker", daemon=True)
        self._process.start()
        there.close()
        self._hear, self._died = hear, died
        self._job: int | None = None
        self._ended = Event()
        self._listener = Thread(target=self._listen, name=f"{name}-listener", daemon=True)
        self._listener.start()

    def has_ended(self) -> bool:
        """Whether it hung up."""
        return self._ended.is_set()

    def send(self, number: int, job: object) -> None:
        """Hand over a job; a worker that has just died tells by hanging up, or did so before it knew of this job."""
        self._job = number
        self.tell(job)
        if self._ended.is_set():
            self._died(number)

    def tell(self, words: object) -> None:
        """Say something to the job under way, as an answer to what it asked."""
        with suppress(OSError):
            self._here.send(words)

    def stop(self) -> None:
        """End the process, whatever it does. Nobody is told."""
        self._job = None
        self._process.terminate()
        self._process.join()
        self._listener.join()
        self._here.close()
        self._process.close()

    def note(self, answer: object) -> None:
        """Called with every answer, in the listener's thread, before it is passed on. To override."""

    def _listen(self) -> None:
        for answer in _answers(self._here):
            self.note(answer)
            self._hear(answer)
        self._ended.set()
        number = self._job
        if number is not None:
            self._died(number)


def _answers(connection: Connection) -> Iterator[Any]:
    while True:
        try:
            answer = connection.recv_bytes()
        except (EOFError, OSError):
            return
        yield _unpacked(answer)


def _unpacked(answer: bytes) -> Any:
    """Without a search among all its values, which would stop the window."""
    from multiprocessing.reduction import ForkingPickler

    with short_pause():
        return ForkingPickler.loads(answer)
