"""The line at the foot: what is saved, the last backup, which workspace, what waits. There is no Save button."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from resources.languages import translator
from ui.light_frame import STATUS_BAR_HEIGHT
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import pixmap
from ui.widgets.tips import as_tip

if TYPE_CHECKING:
    from models.store.queries import MeetingRow

NOTICE_SHOWN = 6000  # ms, at least
READING_TIME = 120  # ms a character
LONGEST = 40  # characters of a workspace's name; the tooltip has it whole


class StatusBar(QWidget):
    """Says that everything is saved, and where."""

    findings_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(STATUS_BAR_HEIGHT)
        self._icon, self.saved, self.backup = QLabel(), QLabel(), QLabel()
        self.workspace, self.read_only, self.counts = QLabel(), QLabel(), QLabel()
        self.findings, self.notice_label = QToolButton(), ElidedLabel()
        self.findings.setProperty("role", "status_button")
        self.findings.clicked.connect(self.findings_requested)
        self.workspace.setTextFormat(Qt.TextFormat.PlainText)
        roles = ((self.saved, "good"), (self.backup, "soft"), (self.workspace, "soft"), (self.counts, "soft"))
        for label, role in (*roles, (self.read_only, "warn")):
            label.setProperty("role", role)
        self._lay_out()
        self._notice_clock = QTimer(self, interval=NOTICE_SHOWN, singleShot=True)
        self._notice_clock.timeout.connect(self.notice_label.clear)
        self._language, self._name, self._location = "zh", "", ""
        self._is_read_only, self._saving, self._waiting = False, False, 0
        self._changed_at: datetime | None = None
        self._backed_up: datetime | None = None
        self._meeting: MeetingRow | None = None

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 14, 0)
        layout.setSpacing(6)
        layout.addWidget(self._icon)
        layout.addWidget(self.saved)
        for widget in (self.backup, self.workspace, self.findings, self.read_only):
            layout.addSpacing(10)
            layout.addWidget(widget)
        layout.addSpacing(10)
        layout.addWidget(self.notice_label, 1)
        layout.addWidget(self.counts)

    def show_workspace(self, name: str, location: str, *, read_only: bool) -> None:
        """Name the open workspace."""
        if location != self._location:
            self._changed_at = self._backed_up = None
        self._name, self._location, self._is_read_only = name, location, read_only
        self._say()

    def show_change(self, moment: datetime) -> None:
        """Remember when something was last changed."""
        self._changed_at = moment
        self._say()

    def show_backup(self, moment: datetime | None) -> None:
        """When the workspace was last backed up; None: not known."""
        self._backed_up = moment
        self._say()

    def show_saving(self, saving: bool) -> None:
        """Whether a change is being written."""
        self._saving = saving
        self._say()

    def show_findings(self, count: int) -> None:
        """How many findings wait."""
        self._waiting = count
        self._say_findings()

    def show_meeting(self, meeting: MeetingRow | None) -> None:
        """Count what the meeting holds."""
        self._meeting = meeting
        self._say()

    def notice(self, words: str) -> None:
        """Show a line that goes away by itself."""
        self.notice_label.setText(words)
        self._notice_clock.start(max(NOTICE_SHOWN, READING_TIME * len(words)))

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
        self.backup.setText(self._backup_words())
        self.backup.setVisible(self._backed_up is not None)
        name = self._name if len(self._name) <= LONGEST else self._name[: LONGEST - 1] + "…"
        self.workspace.setText(_("Workspace: {name}").format(name=name) if is_open else "")
        self.workspace.setToolTip(as_tip(self._location))
        self.read_only.setText(
            _("Read only: you can look at everything and export, not change") if self._is_read_only else ""
        )
        self.counts.setText(self._counted())
        self._say_findings()

    def _say_findings(self) -> None:
        ngettext = translator(self._language).ngettext
        words = ngettext("{count} thing to check", "{count} things to check", self._waiting).format(count=self._waiting)
        self.findings.setText(f"▲ {words}")
        self.findings.setAccessibleName(words)
        self.findings.setToolTip(words)
        self.findings.setVisible(self._waiting > 0)

    def _saved_words(self) -> str:
        _ = translator(self._language).gettext
        if self._saving:
            return _("Saving…")
        if self._changed_at is None:
            return _("Everything is saved")
        return _("Saved {time}").format(time=self._changed_at.strftime("%H:%M:%S"))

    def _backup_words(self) -> str:
        """The time of a backup made today, else its day."""
        moment = self._backed_up
        if moment is None:
            return ""
        _ = translator(self._language).gettext
        told = moment.strftime("%H:%M") if moment.date() == date.today() else moment.date().isoformat()
        return _("Backup {time}").format(time=told)

    def _counted(self) -> str:
        if self._meeting is None:
            return ""
        ngettext = translator(self._language).ngettext
        people, agreements = self._meeting.people, self._meeting.agreements
        first = ngettext("{count} person", "{count} people", people).format(count=people)
        return f"{first} · " + ngettext("{count} agreement", "{count} agreements", agreements).format(count=agreements)
