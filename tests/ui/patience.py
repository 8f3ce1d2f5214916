"""A robot that gives what is waited for the time a busy machine takes. A wait that is met takes no longer by it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

PATIENCE = 60_000  # ms until a test gives up; usual are a few, and a second where a worker process starts


class PatientBot(QtBot):
    """`QtBot`, which by itself gives up after five seconds."""

    def waitSignal(self, signal: Any, *, timeout: int = PATIENCE, **given: Any) -> Any:
        """Wait for a signal."""
        return super().waitSignal(signal, timeout=timeout, **given)

    def waitSignals(self, signals: list[Any], *, timeout: int = PATIENCE, **given: Any) -> Any:
        """Wait for each of several signals."""
        return super().waitSignals(signals, timeout=timeout, **given)

    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        """Wait until something holds."""
        super().waitUntil(callback, timeout=timeout)
