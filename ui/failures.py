"""What happens to a failure nobody foresaw: written to the log, told once, and the work goes on."""

from __future__ import annotations

import sys
import threading
import traceback
from collections.abc import Callable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from ui.log import write_log


class Failures(QObject):
    """Catches what no code caught, in any thread. `happened` carries the details, in the window's thread."""

    happened = Signal(str)
    _caught = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._caught.connect(self.happened, Qt.ConnectionType.QueuedConnection)
        self._previous: tuple[Callable[..., object], Callable[..., object]] | None = None

    def catch(self) -> None:
        """Take over the hooks of the interpreter."""
        self._previous = sys.excepthook, threading.excepthook
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook

    def release(self) -> None:
        """Give the hooks back."""
        if self._previous is not None:
            sys.excepthook, threading.excepthook = self._previous
            self._previous = None

    def tell(self, error: BaseException) -> None:
        """Log an exception that was caught elsewhere, and tell it."""
        self._hook(type(error), error, error.__traceback__)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        details = "".join(traceback.format_exception(kind, error, trace))
        write_log(details)
        self._caught.emit(details)

    def _thread_hook(self, given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            self._hook(given.exc_type, given.exc_value, given.exc_traceback)
