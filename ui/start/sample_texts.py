"""Assembles the texts of the sample agreements in a process of its own: the window's never makes a paper."""

from __future__ import annotations

import signal
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING

from models.agreement_assembly import Assembled
from models.errors import KnownError
from models.snapshots.shapes import MeetingSnapshot

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess
    from types import TracebackType

Asked = tuple[MeetingSnapshot | None, str, datetime]  # the meeting is sent once


class SampleTexts:
    """While it is entered: `texts(snapshot, key)` waits for the text of an agreement. Never in the window's thread."""

    def __init__(self) -> None:
        import multiprocessing

        context = multiprocessing.get_context("spawn")
        self._here, there = context.Pipe()
        self._process: SpawnProcess = context.Process(target=serve, args=(there,), name="sample-texts", daemon=True)
        self._process.start()
        there.close()
        self._sent: MeetingSnapshot | None = None

    def __enter__(self) -> SampleTexts:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._here.close()  # the process ends by itself
        self._process.join()
        self._process.close()

    def __call__(self, snapshot: MeetingSnapshot, agreement_key: str) -> Assembled:
        """The text of an agreement. KnownError: preview_worker_stopped, and what assembling raises."""
        asked: Asked = (None if snapshot is self._sent else snapshot, agreement_key, datetime.now())
        self._sent = snapshot
        try:
            self._here.send(asked)
            answer: Assembled | KnownError = self._here.recv()
        except (EOFError, OSError) as error:
            raise KnownError("preview_worker_stopped") from error
        if isinstance(answer, KnownError):
            raise answer
        return answer


def serve(connection: Connection) -> None:
    """Assemble until the other end hangs up."""
    from exporters.assembly import assemble_agreement

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is for the window to answer
    snapshot: MeetingSnapshot | None = None
    with suppress(EOFError, OSError):
        while True:
            asked: Asked = connection.recv()
            snapshot = asked[0] or snapshot
            assert snapshot is not None
            try:
                connection.send(assemble_agreement(snapshot, asked[1], made_at=asked[2]))
            except KnownError as error:
                connection.send(error)
