"""The first page anybody sees: the language, then an empty workspace or one with samples."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import LANGUAGES, translator
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import pixmap

WIDTH = 560
OWN_NAMES = {"zh": "中文", "en": "English"}


class FirstStart(QWidget):
    """Says what the program is for in both languages at once; every step has one obvious button."""

    language_requested = Signal(str)
    samples_requested = Signal()
    empty_requested = Signal()
    open_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language_buttons = {code: QPushButton(OWN_NAMES[code]) for code in LANGUAGES}
        self.title, self.words, self.ask, self.folder = QLabel(), QLabel(), QLabel(), ElidedLabel()
        self._icon = QLabel()
        self.samples_button, self.empty_button, self.open_button = QPushButton(), QPushButton(), QPushButton()
        self._location = ""
        self._dress()
        self._lay_out()
        self.samples_button.clicked.connect(self.samples_requested)
        self.empty_button.clicked.connect(self.empty_requested)
        self.open_button.clicked.connect(self.open_requested)

    def _dress(self) -> None:
        group = QButtonGroup(self)
        for code, button in self.language_buttons.items():
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setAccessibleName(OWN_NAMES[code])
            button.clicked.connect(lambda _checked, code=code: self.language_requested.emit(code))
            group.addButton(button)
        self.title.setProperty("role", "name")
        self.words.setProperty("role", "soft")
        self.folder.setProperty("role", "small")
        self.samples_button.setProperty("role", "main")
        for label in (self.words, self.ask):
            label.setWordWrap(True)
            label.setFixedWidth(WIDTH)

    def _lay_out(self) -> None:
        languages, choices = QHBoxLayout(), QHBoxLayout()
        for row, widgets in ((languages, self.language_buttons.values()), (choices, self._choices())):
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addStretch(2)
        for part in (self._icon, languages, self.title, self.words, self.ask, choices, self.folder):
            column.addLayout(part) if isinstance(part, QHBoxLayout) else column.addWidget(part)
        column.addStretch(3)
        layout = QHBoxLayout(self)
        layout.addStretch(1)
        layout.addLayout(column)
        layout.addStretch(1)

    def _choices(self) -> tuple[QPushButton, ...]:
        return self.samples_button, self.empty_button, self.open_button

    def show_location(self, location: str) -> None:
        """Name the file that would be made."""
        self._location = location

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self.language_buttons[language].setChecked(True)
        self.title.setText(_("Welcome to Signing Desk"))
        self.setAccessibleName(_("Welcome to Signing Desk"))
        self.words.setText(
            _(
                "For university–county meetings and signing ceremonies: enter a fact once, and every paper that uses "
                "it is right, current and printable, in Chinese or English. Everything stays on this computer; "
                "nothing goes online."
            )
        )
        self.ask.setText(_("How would you like to begin? Samples can be taken away again with Undo at any time."))
        words = (_("With sample meetings"), _("Empty"), _("Open an existing workspace…"))
        for button, text in zip(self._choices(), words, strict=True):
            button.setText(text)
            button.setAccessibleName(text)
        self.folder.setText(_("The workspace is one file: {file}").format(file=self._location))

    def retheme(self, theme: Theme) -> None:
        """Draw the icon in another theme."""
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap("file-pen-line", theme.tokens["accent"], size=44, scale=ratio))

    def take_focus(self) -> None:
        """Put the keyboard on the usual way to begin."""
        self.samples_button.setFocus(Qt.FocusReason.OtherFocusReason)
