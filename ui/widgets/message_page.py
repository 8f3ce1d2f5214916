"""A calm page in place of a table or of the whole window: an icon, what is the matter, the first step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.icons import pixmap

WIDTH = 520
_ICON_SIZE = 40


class MessagePage(QWidget):
    """An icon, a title, a few words and up to two buttons, in the middle."""

    def __init__(self, icon_name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon, self.title, self.words = QLabel(), QLabel(), QLabel()
        self.title.setProperty("role", "title")
        self.words.setProperty("role", "soft")
        self.words.setWordWrap(True)
        self.words.setFixedWidth(WIDTH)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        for label in (self._icon, self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(self._buttons)
        layout.addStretch(3)
        self._buttons.setAlignment(Qt.AlignmentFlag.AlignHCenter)

    def add_button(self, clicked: Callable[[], None], *, main: bool = False) -> QPushButton:
        """A button below the words."""
        button = QPushButton()
        button.setProperty("role", "main" if main else "")
        button.clicked.connect(clicked)
        self._buttons.addWidget(button)
        return button

    def say(self, title: str, words: str) -> None:
        """Change what the page says."""
        self.title.setText(title)
        self.words.setText(words)
        self.words.ensurePolished()
        self.words.setFixedHeight(self.words.heightForWidth(WIDTH))
        self.setAccessibleName(title)

    def retheme(self, theme: Theme) -> None:
        """Draw the icon in another theme."""
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap(self._icon_name, theme.tokens["ink_faint"], size=_ICON_SIZE, scale=ratio))
