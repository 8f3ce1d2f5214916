"""The rail on the left: the meeting, then the rooms in the order of the work, each with a quiet count of findings."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.light_frame import RAIL_WIDTH
from ui.meetings.card import MeetingCard
from ui.rooms import MEETING, ROOMS
from ui.theme import Theme
from ui.widgets.icons import ICON_GAP, icon

MOST = 99  # a higher count is told as “99+”, and whole in the tooltip


class RoomButton(QPushButton):
    """Opens a room, and carries the number of its findings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "room")
        self.setCheckable(True)
        self.setIconSize(QSize(16, 16))
        self.count = QLabel()
        self.count.setProperty("role", "count")
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.count.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addStretch(1)
        layout.addWidget(self.count)

    def say(self, words: str, keys: str, count: int, counted: str) -> None:
        """Name the room; `counted` says the count in words."""
        self.setText(ICON_GAP * 2 + words)
        self.setAccessibleName(f"{words}, {counted}" if count else words)
        self.setToolTip(f"{words} ({keys})" + (f"\n{counted}" if count else ""))
        self.count.setText(str(count) if count <= MOST else f"{MOST}+")
        self.count.setVisible(count > 0)


class Rail(QWidget):
    """The meeting card and one button a room; `offer_settings` shows the entry at the foot."""

    room_requested = Signal(str)
    settings_requested = Signal()
    approached = Signal()  # the pointer comes

    def __init__(self, card: MeetingCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(RAIL_WIDTH)
        self.card = card
        self.buttons: dict[str, RoomButton] = {}
        self.settings_button = QPushButton()
        self.settings_button.setProperty("role", "room")
        self.settings_button.setIconSize(QSize(16, 16))
        self.settings_button.clicked.connect(self.settings_requested)
        self.settings_button.hide()
        self._counts: Mapping[str, int] = {}
        self._language = "zh"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 9, 10)
        layout.setSpacing(2)
        layout.addWidget(self.card)
        layout.addSpacing(10)
        for key, _message, _icon in ROOMS:
            layout.addWidget(self._room_button(key))
        layout.addStretch(1)
        layout.addWidget(self.settings_button)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Qt: the pointer comes."""
        super().enterEvent(event)
        self.approached.emit()

    def _room_button(self, key: str) -> RoomButton:
        button = self.buttons[key] = RoomButton()
        button.clicked.connect(lambda: self.room_requested.emit(key))
        return button

    def show_room(self, key: str) -> None:
        """Mark the room that is open; the page of the meeting's details is none of the rail."""
        for known, button in self.buttons.items():
            button.setChecked(known == key)
        self.card.mark(key == MEETING)

    def allow_rooms(self, allowed: bool) -> None:
        """Whether there is a meeting to show in them."""
        for button in self.buttons.values():
            button.setEnabled(allowed)

    def offer_settings(self) -> None:
        """Show the entry at the foot: from now on somebody answers `settings_requested`."""
        self.settings_button.show()

    def show_counts(self, counts: Mapping[str, int]) -> None:
        """How many findings wait in each room ({"people": 2}); none where it is not named."""
        self._counts = dict(counts)
        self._say()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("Meeting and rooms"))
        self.settings_button.setText(ICON_GAP * 2 + _("Settings"))
        self.settings_button.setAccessibleName(_("Settings"))
        self.card.retranslate(language)
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self.card.retheme(theme)
        for key, _message, name in ROOMS:
            self.buttons[key].setIcon(icon(name, theme, "ink_soft", checked="accent"))
        self.settings_button.setIcon(icon("settings", theme))

    def _say(self) -> None:
        words = translator(self._language)
        for number, (key, message, _icon) in enumerate(ROOMS, 1):
            count = self._counts.get(key, 0)
            counted = words.ngettext("{count} finding", "{count} findings", count).format(count=count)
            self.buttons[key].say(words.gettext(message), f"Ctrl+{number}", count, counted)
