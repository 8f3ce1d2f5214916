"""The calm way to say that something failed: what happened, what was kept, what to do."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.theme import Theme
from ui.widgets.icons import pixmap

WIDTH = 480


@dataclass(frozen=True)
class Trouble:
    """A failure in words; `details` is for whoever helps, never shown."""

    happened: str
    kept: str
    to_do: str
    details: str


class ErrorDialog(QDialog):
    """Shows one trouble. Opened with `open()`: the window behind it stays alive."""

    def __init__(self, trouble: Trouble, language: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.trouble = trouble
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.copy_button, self.close_button = QPushButton(), QPushButton()
        self._parts = [(QLabel(), QLabel()) for _ in range(3)]
        self._icon = QLabel()
        self._icon.setPixmap(pixmap("circle-alert", theme.tokens["bad"], size=28, scale=self.devicePixelRatioF()))
        self._lay_out()
        self.copy_button.clicked.connect(self._copy)
        self.close_button.clicked.connect(self.accept)
        self.retranslate(language)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(3)
        for number, (heading, text) in enumerate(self._parts):
            heading.setProperty("role", "section")
            heading.setContentsMargins(0, 10 if number else 4, 0, 0)
            text.setWordWrap(True)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            text.setFixedWidth(WIDTH - 96)
            words.addWidget(heading)
            words.addWidget(text)
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.copy_button, self.close_button):
            buttons.addWidget(button)
        self.close_button.setProperty("role", "main")
        self.close_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(18)
        layout.addLayout(top)
        layout.addLayout(buttons)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self.setWindowTitle(_("Something did not work"))
        said = (
            (_("What happened"), self.trouble.happened),
            (_("What was kept"), self.trouble.kept),
            (_("What to do"), self.trouble.to_do),
        )
        for (heading, text), (title, words) in zip(self._parts, said, strict=True):
            heading.setText(title)
            text.setText(words)
        for button, label in ((self.copy_button, _("Copy details")), (self.close_button, _("Close"))):
            button.setText(label)
            button.setAccessibleName(label)
        self.setAccessibleName(self.trouble.happened)

    def _copy(self) -> None:
        trouble = self.trouble
        text = "\n\n".join(filter(None, (trouble.happened, trouble.kept, trouble.to_do, trouble.details)))
        QGuiApplication.clipboard().setText(text)
