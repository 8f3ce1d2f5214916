"""The bar on top: the meeting's title and days to go, undo and redo, search, interface language, theme."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from resources.languages import LANGUAGES, translator
from ui.light_frame import TOP_BAR_HEIGHT
from ui.theme import Theme
from ui.undo_menu import UndoMenu
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.tips import as_tip

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from models.store.queries import MeetingRow

# Each language by its own name, in every language of the interface.
OWN_NAMES = {"zh": "中", "en": "EN"}
MINUTE = 60_000  # ms: a day may begin while the window is open, and a clock may jump
SEARCH_KEYS = "Ctrl+K"
SEARCH_WIDTH = 212


class SearchBox(QPushButton):
    """Looks like a line to type in; opens the search when it is pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self.setIconSize(QSize(14, 14))
        self.setFixedWidth(SEARCH_WIDTH)
        self._keys = QLabel(SEARCH_KEYS)
        self._keys.setProperty("role", "keys")
        self._keys.setFixedHeight(18)
        self._keys.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 6, 0)
        layout.addStretch(1)
        layout.addWidget(self._keys)
        self.hide()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self.setText(ICON_GAP + _("Search…"))
        self.setAccessibleName(_("Search people, organizations, agreements, agenda and commands"))
        self.setToolTip(f"{self.accessibleName()} ({SEARCH_KEYS})")


class TopBar(QWidget):
    """Title, undo, search, language, theme. `offer_search` shows the search box once somebody answers it."""

    language_requested = Signal(str)
    theme_requested = Signal()
    search_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(TOP_BAR_HEIGHT)
        self.title, self.days, self.badge, self.warning = ElidedLabel(), QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for label, role in ((self.days, "quiet_badge"), (self.badge, "badge"), (self.warning, "warning_badge")):
            label.setProperty("role", role)
            label.hide()
        self.undo_menu, self.search_box = UndoMenu(), SearchBox()
        self.search_box.clicked.connect(self.search_requested)
        self.language_buttons = {code: QToolButton() for code in LANGUAGES}
        self.theme_button = QToolButton()
        self.theme_button.setProperty("role", "quiet")
        self.theme_button.setIconSize(QSize(16, 16))
        self.theme_button.clicked.connect(self.theme_requested)
        self._dark, self._language = False, "zh"
        self._meeting: MeetingRow | None = None
        self._warned: Sequence[Finding] = ()
        self._day = QTimer(self, interval=MINUTE)
        self._day.timeout.connect(self._say_days)
        self._day.start()
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 12, 0)
        layout.setSpacing(8)
        layout.addWidget(self.title)
        for label in (self.days, self.badge, self.warning):
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        layout.addWidget(self.undo_menu)
        layout.addWidget(self.search_box)
        layout.addLayout(self._languages())
        layout.addWidget(self.theme_button)

    def _languages(self) -> QHBoxLayout:
        group, languages = QButtonGroup(self), QHBoxLayout()
        languages.setSpacing(2)
        for code, button in self.language_buttons.items():
            button.setText(OWN_NAMES[code])
            button.setProperty("role", "switch")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, code=code: self.language_requested.emit(code))
            group.addButton(button)
            languages.addWidget(button)
        return languages

    def offer_search(self) -> None:
        """Show the search box: from now on somebody answers `search_requested`."""
        self.search_box.show()

    def show_meeting(self, meeting: MeetingRow | None) -> None:
        """Name the meeting, and how far away it is."""
        self._meeting = meeting
        self._say()

    def warn(self, findings: Sequence[Finding]) -> None:
        """Say plainly that something looks classified, where a check found so; the tooltip tells each place."""
        self._warned = [finding for finding in findings if finding.code.startswith("classified_")]
        self._say_warning()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("Meeting title, undo, search, language and theme"))
        self.undo_menu.retranslate(language)
        self.search_box.retranslate(language)
        names = {"zh": _("Show the window in Chinese"), "en": _("Show the window in English")}
        for code, button in self.language_buttons.items():
            button.setChecked(code == language)
            button.setAccessibleName(names[code])
            button.setToolTip(names[code])
        self._name_theme_button()
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self._dark = theme.name == "dark"
        self.undo_menu.retheme(theme)
        self.search_box.setIcon(icon("search", theme, "ink_faint", size=14))
        self.theme_button.setIcon(icon("sun" if self._dark else "moon", theme))
        self._name_theme_button()

    def _say(self) -> None:
        _ = translator(self._language).gettext
        meeting = self._meeting
        self.title.setText((meeting.title.pick(self._language) if meeting else "") or _("Signing Desk"))
        self.badge.setText(_("Invented example"))
        self.badge.setVisible(meeting is not None and meeting.invented)
        self._say_days()
        self._say_warning()

    def _say_days(self) -> None:
        words = days_to_go(self._meeting, date.today(), self._language) if self._meeting else ""
        self.days.setText(words)
        self.days.setVisible(bool(words))

    def _say_warning(self) -> None:
        from ui.wording import finding_sentence

        _ = translator(self._language).gettext
        told = "\n".join(finding_sentence(finding, self._language) for finding in self._warned)
        self.warning.setText("▲ " + _("Not for classified material"))
        self.warning.setToolTip(as_tip(told))
        self.warning.setAccessibleDescription(told)
        self.warning.setVisible(bool(self._warned))

    def _name_theme_button(self) -> None:
        _ = translator(self._language).gettext
        words = _("Switch to the light theme") if self._dark else _("Switch to the dark theme")
        self.theme_button.setAccessibleName(words)
        self.theme_button.setToolTip(words)


def days_to_go(meeting: MeetingRow, today: date, language: str) -> str:
    """“3 days to go”, “Today”, “Day 2”; a meeting that is over or whose day is not known says nothing or “Over”."""
    from models.codes import DatePrecision

    first, last = meeting.starts_on, meeting.ends_on or meeting.starts_on
    if first is None or last is None or meeting.date_precision not in (DatePrecision.DAY, DatePrecision.YEAR_INFERRED):
        return ""
    _, ngettext = translator(language).gettext, translator(language).ngettext
    if today < first:
        left = (first - today).days
        return ngettext("{count} day to go", "{count} days to go", left).format(count=left)
    if today > last:
        return _("Over")
    day = (today - first).days + 1
    return _("Today") if first == last else _("Today: day {number}").format(number=day)
