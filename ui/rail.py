"""The rail on the left: the meeting, then the rooms in the order of the work."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.meetings.switcher import MeetingCard
from ui.theme import Theme
from ui.widgets.icons import ICON_GAP, icon

WIDTH = 196


def N_(message: str) -> str:
    """Mark a message; `retranslate` translates it."""
    return message


ROOMS = (
    ("people", N_("People"), "users"),
    ("agenda", N_("Agenda"), "list-ordered"),
    ("visits", N_("Visits"), "map-pin"),
    ("agreements", N_("Agreements"), "file-pen-line"),
    ("papers", N_("Papers"), "printer"),
)


class Rail(QWidget):
    """The meeting card and one button a room."""

    room_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(WIDTH)
        self.card = MeetingCard()
        self.buttons: dict[str, QPushButton] = {}
        group = QButtonGroup(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 10, 9, 10)
        layout.setSpacing(2)
        layout.addWidget(self.card)
        layout.addSpacing(10)
        for key, _message, _icon in ROOMS:
            layout.addWidget(self._room_button(key, group))
        layout.addStretch(1)

    def _room_button(self, key: str, group: QButtonGroup) -> QPushButton:
        button = QPushButton()
        button.setProperty("role", "room")
        button.setCheckable(True)
        button.setIconSize(QSize(16, 16))
        button.clicked.connect(lambda: self.room_requested.emit(key))
        group.addButton(button)
        self.buttons[key] = button
        return button

    def known_room(self, key: str) -> str:
        """The room of this key, or the first one where settings name a room that is no more."""
        return key if key in self.buttons else ROOMS[0][0]

    def show_room(self, key: str) -> None:
        """Mark the room that is open."""
        self.buttons[key].setChecked(True)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self.setAccessibleName(_("Meeting and rooms"))
        self.card.retranslate(language)
        for number, (key, message, _icon) in enumerate(ROOMS, 1):
            button, words = self.buttons[key], _(message)
            button.setText(ICON_GAP * 2 + words)
            button.setAccessibleName(words)
            button.setToolTip(f"{words} (Ctrl+{number})")

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self.card.retheme(theme)
        for key, _message, name in ROOMS:
            self.buttons[key].setIcon(icon(name, theme, "ink_soft", checked="accent"))
