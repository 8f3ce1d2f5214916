"""In the place of a sheet that cannot be read: why, what to do, and the line for its password where that is missing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from models.imports.book import Note
from resources.languages import translator
from ui.slips.file_list import TWICE, is_locked
from ui.slips.words import note_words
from ui.theme import Theme, load_theme
from ui.widgets.icons import pixmap

WIDTH = 440


class LockedPage(QWidget):
    """`password_given` carries the password; `retry_requested` asks to read the file once more."""

    password_given = Signal(str)
    retry_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon, self.title, self.words = QLabel(), QLabel(), QLabel()
        self.line, self.open_button, self.retry_button = QLineEdit(), QPushButton(), QPushButton()
        self._theme, self._language = load_theme("light"), "zh"
        self._name, self._note = "", Note("")
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.open_button.setProperty("role", "main")
        self.line.returnPressed.connect(self._give)
        self.open_button.clicked.connect(self._give)
        self.retry_button.clicked.connect(self.retry_requested)
        self._lay_out()

    def _lay_out(self) -> None:
        self.title.setProperty("role", "title")
        self.words.setProperty("role", "soft")
        for label in (self.title, self.words):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setFixedWidth(WIDTH)
        row = QWidget()
        row.setFixedWidth(WIDTH)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.line, 1)
        line.addWidget(self.open_button)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(2)
        for label in (self._icon, self.title, self.words):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(row, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.retry_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_refusal(self, name: str, note: Note) -> None:
        """Show why a file could not be read."""
        if (name, note) != (self._name, self._note):
            self.line.clear()
        self._name, self._note = name, note
        self._say()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        for button, words in ((self.open_button, _("Open")), (self.retry_button, _("Read it again"))):
            button.setText(words)
            button.setAccessibleName(words)
        self.line.setPlaceholderText(_("Password of the file"))
        self.line.setAccessibleName(_("Password of the file"))
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Draw the icon in another theme."""
        self._theme = theme
        self._draw()

    def _say(self) -> None:
        locked = is_locked(self._note)
        self.title.setText(self._name)
        self.words.setText(note_words(self._note, self._language) if self._note.code else "")
        for label in (self.title, self.words):
            label.ensurePolished()
            label.setFixedHeight(max(label.heightForWidth(WIDTH), 0))
        for widget in (self.line, self.open_button):
            widget.setVisible(locked)
        self.retry_button.setVisible(not locked and self._note.code != TWICE)
        self._draw()

    def _draw(self) -> None:
        name = "lock" if is_locked(self._note) else "circle-alert"
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap(name, self._theme.tokens["ink_faint"], size=40, scale=ratio))

    def _give(self) -> None:
        if self.line.text():
            self.password_given.emit(self.line.text())
            self.line.clear()
