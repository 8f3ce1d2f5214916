"""A page of the agreements room beside list and editor: of all agreements (templates) or of one of them (revisions)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from resources.languages import translator
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.link_button import LinkButton

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from models.snapshots.shapes import Agreement, MeetingSnapshot
    from ui.office import Office
    from ui.theme import Theme


class SidePage(QWidget):
    """Made when it is first turned to; then attached, themed, translated and shown, each of which may come again.

    `head` is the line with the way back, the title, and room for buttons; `body` lies below it. `agreement` is None on
    a page of all agreements.
    """

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self.read_only = "zh", False
        self.office: Office | None = None
        self.snapshot: MeetingSnapshot | None = None
        self.agreement: Agreement | None = None
        self.findings: tuple[Finding, ...] = ()
        self.back_button, self.title = LinkButton(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.back_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.head, self.body = QHBoxLayout(), QVBoxLayout()
        self.head.addWidget(self.back_button)
        self.head.addWidget(self.title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self.head)
        layout.addLayout(self.body, 1)
        self.back_button.clicked.connect(self.left)

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        self.office = office

    def begin(self) -> None:
        """The page was just turned to; snapshot and agreement are there."""

    def show_snapshot(self, snapshot: MeetingSnapshot, agreement: Agreement | None) -> None:
        """Show the meeting as it is now; what is being typed or chosen stays."""
        self.snapshot, self.agreement = snapshot, agreement

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """What the checks found in the snapshot shown."""
        self.findings = tuple(findings)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self.read_only = read_only

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.back_button.say("‹ " + (_("All agreements") if self.agreement is None else _("Back to the agreement")))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        self.back_button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, place: str) -> None:
        """Go to a place below this page."""

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""

    def may_close(self, close: Callable[[], object]) -> bool:
        """Whether the window may close now; a page with unfinished work asks, and calls `close` when it may."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
