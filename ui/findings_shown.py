"""Where findings are told in the frame: on the rail, at the foot, as a warning on top, in the list of meetings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.rooms import counts_by_room, is_built

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from ui.showing import Showing
    from ui.window_frame import WindowFrame
    from ui.workspace_link import WorkspaceLink


class FindingsShown(QObject):
    """Follows the checks of the meeting shown; those of another meeting are forgotten at once."""

    def __init__(self, frame: WindowFrame, link: WorkspaceLink, showing: Showing) -> None:
        super().__init__(frame)
        self._frame, self._link, self._showing = frame, link, showing
        self._meeting_id: int | None = None
        self._counts: dict[int, int] = {}  # of each meeting looked at, by its id
        link.checked.connect(self._checked)
        showing.changed.connect(self._meeting_changed)
        frame.status.findings_requested.connect(self.show_first)

    def show_first(self) -> None:
        """The overview lists all; without one, the first finding is shown where it is."""
        if is_built("overview"):
            self._showing.show_room("overview")
        elif self._link.findings:
            self._showing.show_place(self._link.findings[0].place)

    def _checked(self, findings: tuple[Finding, ...]) -> None:
        meeting_id = self._meeting_id = self._showing.meeting_id
        if meeting_id is None:
            return  # the meeting looked at was taken back meanwhile
        self._counts[meeting_id] = len(findings)
        self._tell(findings)
        self._showing.tell_findings(findings)

    def _meeting_changed(self) -> None:
        if self._showing.meeting_id != self._meeting_id:
            self._meeting_id = self._showing.meeting_id
            self._tell(())

    def _tell(self, findings: tuple[Finding, ...]) -> None:
        self._frame.rail.show_counts(counts_by_room(finding.place for finding in findings))
        self._frame.status.show_findings(len(findings))
        self._frame.top_bar.warn(findings)
        self._frame.rail.card.popup.show_findings(self._counts)
