"""The card on the rail: names the current meeting, opens the list of all."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.meetings.popup import MeetingPopup
from ui.meetings.switcher import MeetingListModel, brief_date_and_city
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import pixmap
from ui.widgets.tips import as_tip

if TYPE_CHECKING:
    from models.store.queries import MeetingRow


class MeetingCard(QPushButton):
    """Names the current meeting; a press opens the list."""

    meeting_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.model = MeetingListModel(self)
        self.popup = MeetingPopup(self.model, self)
        self._current: MeetingRow | None = None
        self._read = False  # whether the workspace has told its meetings yet
        self._language = "zh"
        self.title_label, self.line_label, self._chevron = ElidedLabel(lines=2), ElidedLabel(), QLabel()
        self._lay_out()
        self.clicked.connect(self._open)
        self.popup.chosen.connect(self.meeting_requested)

    def _lay_out(self) -> None:
        self.line_label.setProperty("role", "small")
        self._chevron.setFixedSize(14, 14)
        line = QHBoxLayout()
        line.addWidget(self.line_label, 1)
        line.addWidget(self._chevron)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 9, 8, 9)
        layout.setSpacing(4)
        layout.addWidget(self.title_label)
        layout.addLayout(line)
        for child in (self.title_label, self.line_label, self._chevron):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def mark(self, marked: bool) -> None:
        """Show that the page of the meeting's details is open."""
        if self.property("marked") != marked:
            self.setProperty("marked", marked)
            self.style().unpolish(self)
            self.style().polish(self)

    def show_meetings(self, meetings: Sequence[MeetingRow], current_id: int | None) -> None:
        """List these meetings and name the current one."""
        self._read = True
        self.popup.show_meetings(meetings)
        self._current = next((meeting for meeting in meetings if meeting.id == current_id), None)
        self.setEnabled(bool(meetings))
        self._say()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        self.model.retranslate(language)
        self.popup.retranslate(language)
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Draw the chevron in another theme."""
        self.popup.lines.faint = theme.color("ink_faint")
        ratio = self.devicePixelRatioF()
        self._chevron.setPixmap(pixmap("chevron-down", theme.tokens["ink_faint"], size=14, scale=ratio))

    def _say(self) -> None:
        _ = translator(self._language).gettext
        nothing = _("No meeting yet") if self._read else _("Opening…")
        title = self._current.title.pick(self._language) if self._current else nothing
        self.title_label.setText(title)
        self.line_label.setText(brief_date_and_city(self._current, self._language) if self._current else "")
        self.setAccessibleName(_("Current meeting: {title}").format(title=title))
        self.setToolTip(as_tip(_("{title}\nClick to switch to another meeting (Ctrl+M)").format(title=title)))

    def _open(self) -> None:
        below = self.mapToGlobal(QPoint(0, self.height() + 4))
        self.popup.open_below(below, self._current.id if self._current else None)
