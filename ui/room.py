"""What every room of the window is: it shows a snapshot, speaks two languages, and leads to each of its places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from models.checks.finding import Finding
    from ui.office import Office
    from ui.theme import Theme


class Room(QWidget):
    """A room. The window attaches its office, then themes, translates and shows it; each may come again at any time."""

    export_requested = Signal(object)  # tuple[Choice, ...]: which papers; empty: the whole pack

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.snapshot: Any = None  # MeetingSnapshot, once a meeting is shown
        self.office: Office | None = None
        self._forgotten = False

    def attach(self, office: Office) -> None:
        """Take the services of the window; called once, before anything is shown."""
        self.office = office

    def show_snapshot(self, snapshot: Any) -> None:
        """Show another meeting, or the same one after a change: what is being typed or chosen stays."""
        self.snapshot, self._forgotten = snapshot, False

    def forget(self) -> None:
        """Another workspace is about to be shown: what comes next is of another meeting, though their ids are alike."""
        self._forgotten = True

    def is_another(self, snapshot: Any) -> bool:
        """Whether this is of another meeting than what is shown."""
        return self._forgotten or self.snapshot is None or self.snapshot.meeting.id != snapshot.meeting.id

    def retranslate(self, language: str) -> None:
        """Say everything in another language, at once."""
        self.language = language

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme, at once."""

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, place: str) -> None:
        """Go to a place as findings and search name it ("people/12/title_zh"): choose the row, enter the field."""

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the checks found in the snapshot shown, where it is found; comes some time after the snapshot."""

    def commands(self) -> tuple[QAction, ...]:
        """What can be done here, for the search box and the menu; each with its words and its keys, if any."""
        return ()

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet: the window is about to close or to show another meeting."""

    def take_files(self, paths: Sequence[str]) -> bool:
        """Files or folders were dropped on the window; whether this room has a use for them."""
        return False

    def may_close(self, close: Callable[[], object]) -> bool:
        """Whether the window may close now; a room with unfinished work asks, and calls `close` when it may."""
        return True

    def end_work(self) -> None:
        """The window is going: end what runs for this room alone."""

    def allow_export(self, allowed: bool) -> None:
        """Whether an export may be started now; rooms that export override it."""

    def export_chosen(self) -> None:
        """Export what is chosen; rooms that export override it."""
