"""Runs of a window for the benchmarks, each in a process of its own; the results go to standard output as JSON.

python -m tests.benchmarks.window_runs bare|ours|meetings|resting STARTED [WORKSPACE]; STARTED is when the caller began.
`resting` without a workspace is the bare window.
"""

from __future__ import annotations

import json
import multiprocessing
import statistics
import sys
import time
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QObject, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow

TICK = 1  # ms
IDLE = 3000  # ms of watching an idle window
VISITS = 12  # of a meeting of 500 people
REST = 5000  # ms after a meeting is shown: checks, the first look at the backups and the worker's start are over


def megabytes(kind: str = "VmHWM", process: int | str = "self") -> float:
    """The most memory a process has used so far, or with "VmRSS" what it uses now.

    `VmHWM` begins anew with each program: `ru_maxrss` is inherited from whoever started it.
    """
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{kind}:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("this system does not tell the memory of a process")


def say(**found: Any) -> None:
    """The result."""
    sys.stdout.write(json.dumps(found) + "\n")


class Bare(QMainWindow):
    """The smallest window: what any of ours must cost at least."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the first paint ends the run."""
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, QApplication.quit)


def run_bare(started: float) -> None:
    """A window of Qt's own."""
    application = QApplication([])
    window = Bare()
    window.resize(1366, 768)
    window.show()
    application.exec()
    say(first_paint=time.time() - started, megabytes=megabytes())


def run_ours(started: float, location: str) -> None:
    """Our window, as `main.py` starts it, until the meetings are listed and one is shown."""
    from ui.app import make_application
    from ui.main_window import MainWindow
    from ui.settings import Settings

    application, found = make_application([]), {}

    def note(name: str) -> None:
        found.setdefault(name, time.time() - started)

    class Noted(MainWindow):
        """Tells when the first frame is painted: before the parts are made."""

        def complete(self) -> None:
            """Ours: make the parts."""
            note("first_paint")
            super().complete()

    window = Noted(location, "zh", Settings(Path(location + ".json")), paint_first=True)
    window.first_painted.connect(lambda: window.link.glimpsed.connect(lambda _glance: note("listed")))
    window.first_painted.connect(lambda: window.link.glanced.connect(lambda _glance: note("listed")))
    window.first_painted.connect(lambda: window.meeting_shown.connect(lambda _id: note("shown")))
    window.first_painted.connect(lambda: window.meeting_shown.connect(lambda _id: QTimer.singleShot(0, window.close)))
    window.first_painted.connect(window.open_workspace)
    window.show()
    application.exec()
    say(**found, megabytes=megabytes())


def run_resting(location: str = "") -> None:
    """What a window keeps in memory when it has opened and nothing happens; ours begins as `main.py` begins it."""
    if location:
        from ui.app import make_application
        from ui.main_window import MainWindow
        from ui.settings import Settings

        make_application([])
        window = MainWindow(location, "zh", Settings(Path(location + ".json")), paint_first=True)
        window.show()
        wait_for(window.first_painted, lambda: None)
        wait_for(window.meeting_shown, window.start)
    else:
        application = QApplication([])
        window = Bare()
        window.resize(1366, 768)
        window.show()
        application.exec()
    settle(REST)
    workers = [megabytes("VmRSS", child.pid or "self") for child in multiprocessing.active_children()]
    say(resting=megabytes("VmRSS"), peak=megabytes(), workers=sum(workers))
    window.close()
    if location:
        window.release()


class Gaps(QObject):
    """Notes the longest time in which the event loop did nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.longest = 0.0
        self._last = time.perf_counter()
        self._clock = QTimer(self, interval=TICK)
        self._clock.timeout.connect(self._tick)
        self._clock.start()

    def begin(self) -> None:
        """Forget what was before."""
        self.longest, self._last = 0.0, time.perf_counter()

    def _tick(self) -> None:
        now = time.perf_counter()
        self.longest, self._last = max(self.longest, now - self._last), now


def run_meetings(location: str) -> None:
    """How fast a meeting of 500 people opens, and how long the loop stands still: idle, and while undoing."""
    from ui.app import make_application
    from ui.main_window import MainWindow
    from ui.settings import Settings

    make_application([])
    window = MainWindow(location, "zh", Settings(Path(location + ".json")))
    window.show()
    wait_for(window.meeting_shown, window.open_workspace)
    times = []
    for number in range(VISITS):
        started = time.perf_counter()
        wait_for(window.meeting_shown, lambda number=number: window.show_meeting(1 + number % 2))
        QApplication.sendPostedEvents()
        window.repaint()
        times.append(time.perf_counter() - started)
    gaps = Gaps()
    settle(1500)
    gaps.begin()
    settle(IDLE)
    idle = gaps.longest
    wait_for(window.meeting_shown, window.meeting_desk.archive)
    settle(1000)
    gaps.begin()
    wait_for(window.meeting_shown, window.link.undo)
    settle(300)
    undo = gaps.longest
    window.close()
    p95 = statistics.quantiles(times, n=20)[-1]
    say(open_p95=p95, open_median=statistics.median(times), idle_gap=idle, undo_gap=undo, megabytes=megabytes())


def wait_for(signal: Any, do: Any) -> None:
    """Do something and wait for a signal."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    do()
    loop.exec()
    signal.disconnect(loop.quit)


def settle(milliseconds: int) -> None:
    """Let the window live for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


if __name__ == "__main__":
    kind, begun, *rest = sys.argv[1:]
    if kind == "bare":
        run_bare(float(begun))
    elif kind == "ours":
        run_ours(float(begun), *rest)
    elif kind == "resting":
        run_resting(*rest)
    else:
        run_meetings(*rest)
