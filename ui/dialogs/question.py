"""A question with two answers and the way back; asked only for what undo cannot take back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator

WIDTH = 440


class Question(QDialog):
    """`first` is the answer for Enter, `second` the other one, Esc goes back. Opened with `open()`."""

    def __init__(self, parent: QWidget, language: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        self.title, self.words = QLabel(), QLabel()
        self.title.setProperty("role", "title")
        for label in (self.title, self.words):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFixedWidth(WIDTH - 48)
        self.first, self.second, self.back = QPushButton(), QPushButton(), QPushButton()
        self.first.setProperty("role", "main")
        self.first.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.second)
        buttons.addWidget(self.first)
        for button in (self.first, self.second, self.back):
            button.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        for label in (self.title, self.words):
            layout.addWidget(label)
        layout.addLayout(buttons)

    def say_leaving(self, *, printing: bool = False) -> None:
        """An export or a print is under way, and the window is to close."""
        _ = translator(self._language).gettext
        if printing:
            self.say(
                _("Printing is under way"),
                _("Pages are still on their way to the printer. Everything entered is saved either way."),
                (_("Finish, then close"), _("Stop printing and close"), _("Keep working")),
            )
            return
        self.say(
            _("An export is under way"),
            _("Papers are still being made. Everything entered is saved either way."),
            (_("Finish, then close"), _("Cancel the export and close"), _("Keep working")),
        )

    def say(self, title: str, words: str, answers: tuple[str, str, str]) -> None:
        """The words of the question, and of first, second and back."""
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title.setText(title)
        self.words.setText(words)
        for button, text in zip((self.first, self.second, self.back), answers, strict=True):
            button.setText(text)
            button.setAccessibleName(text)
