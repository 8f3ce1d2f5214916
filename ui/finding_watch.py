"""Checks each new snapshot while nothing else happens: check by check, with a breath after each."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ui.lane import Lane

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from models.snapshots.shapes import MeetingSnapshot

CALM = 250  # ms without a newer snapshot before the checks begin
BREATH = 0.004  # seconds left to the window after each check


class FindingWatch(QObject):
    """`checked` carries all findings of the newest snapshot; one that was overtaken is not finished."""

    checked = Signal(object)
    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lane = Lane("checks", self)
        self._newest: MeetingSnapshot | None = None
        self._clock = QTimer(self, interval=CALM, singleShot=True)
        self._clock.timeout.connect(self._begin)

    def look_at(self, snapshot: MeetingSnapshot) -> None:
        """Check this snapshot soon."""
        self._newest = snapshot
        self._clock.start()

    def close(self) -> None:
        """Check no more."""
        self._newest = None
        self._clock.stop()
        self._lane.close()

    def _begin(self) -> None:
        snapshot = self._newest
        if snapshot is not None:
            self._lane.run(lambda: self._check(snapshot), self._told, self.failed.emit)

    def _check(self, snapshot: MeetingSnapshot) -> tuple[Finding, ...] | None:
        """Runs in the lane's thread."""
        from models.checks import in_order, one_by_one

        found: list[Finding] = []
        for part in one_by_one(snapshot):
            found += part
            if self._newest is not snapshot:
                return None
            time.sleep(BREATH)
        return in_order(found)

    def _told(self, findings: tuple[Finding, ...] | None) -> None:
        if findings is not None:
            self.checked.emit(findings)
