"""The line at the foot: what is saved, which workspace, how much it holds. There is no Save button."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from resources.languages import translator
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import pixmap
from ui.widgets.tips import as_tip

if TYPE_CHECKING:
    from models.store.queries import MeetingRow

HEIGHT = 28
NOTICE_SHOWN = 6000  # ms
LONGEST = 40  # characters of a workspace's name; the tooltip has it whole


class StatusBar(QWidget):
    """Says that everything is saved, and where."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(HEIGHT)
        self._icon, self.saved, self.workspace, self.read_only, self.counts = (QLabel() for _ in range(5))
        self.notice_label = ElidedLabel()
        self.workspace.setTextFormat(Qt.TextFormat.PlainText)
        self.saved.setProperty("role", "good")
        self.read_only.setProperty("role", "warn")
        self.workspace.setProperty("role", "soft")
        self.counts.setProperty("role", "soft")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon)
        layout.addWidget(self.saved)
        for label in (self.workspace, self.read_only):
            layout.addSpacing(14)
            layout.addWidget(label)
        layout.addSpacing(14)
        layout.addWidget(self.notice_label, 1)
        layout.addWidget(self.counts)
        self._notice_clock = QTimer(self, interval=NOTICE_SHOWN, singleShot=True)
        self._notice_clock.timeout.connect(self.notice_label.clear)
        self._language, self._name, self._location = "zh", "", ""
        self._is_read_only, self._saving = False, False
        self._changed_at: datetime | None = None
        self._meeting: MeetingRow | None = None

    def show_workspace(self, name: str, location: str, *, read_only: bool) -> None:
        """Name the open workspace."""
        self._name, self._location, self._is_read_only = name, location, read_only
        self._say()

    def show_change(self, moment: datetime) -> None:
        """Remember when something was last changed."""
        self._changed_at = moment
        self._say()

    def show_saving(self, saving: bool) -> None:
        """Whether a change is being written."""
        self._saving = saving
        self._say()

    def show_meeting(self, meeting: MeetingRow | None) -> None:
        """Count what the meeting holds."""
        self._meeting = meeting
        self._say()

    def notice(self, words: str) -> None:
        """Show a line that goes away by itself."""
        self.notice_label.setText(words)
        self._notice_clock.start()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Draw the icon in another theme."""
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap("circle-check", theme.tokens["good"], size=14, scale=ratio))

    def _say(self) -> None:
        _ = translator(self._language).gettext
        self.setAccessibleName(_("State of the workspace"))
        is_open = bool(self._name)
        self._icon.setVisible(is_open and not self._saving)
        self.saved.setText(self._saved_words() if is_open else _("Opening the workspace…"))
        name = self._name if len(self._name) <= LONGEST else self._name[: LONGEST - 1] + "…"
        self.workspace.setText(_("Workspace: {name}").format(name=name) if is_open else "")
        self.workspace.setToolTip(as_tip(self._location))
        self.read_only.setText(
            _("Read only: you can look at everything and export, not change") if self._is_read_only else ""
        )
        self.counts.setText(self._counted())

    def _saved_words(self) -> str:
        _ = translator(self._language).gettext
        if self._saving:
            return _("Saving…")
        if self._changed_at is None:
            return _("Everything is saved")
        return _("Saved {time}").format(time=self._changed_at.strftime("%H:%M:%S"))

    def _counted(self) -> str:
        if self._meeting is None:
            return ""
        ngettext = translator(self._language).ngettext
        people, agreements = self._meeting.people, self._meeting.agreements
        first = ngettext("{count} person", "{count} people", people).format(count=people)
        return f"{first} · " + ngettext("{count} agreement", "{count} agreements", agreements).format(count=agreements)
