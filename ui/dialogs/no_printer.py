"""Said when there is no printer: the papers can still be saved and printed elsewhere."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator

WIDTH = 420


class NoPrinterDialog(QDialog):
    """Opened with `open()`; `save_requested` where the user wants PDF files instead."""

    save_requested = Signal()

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setFixedWidth(WIDTH)
        self.save_button, self.close_button = QPushButton(), QPushButton()
        self.save_button.setProperty("role", "main")
        self.save_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.close_button, self.save_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(16)
        layout.addWidget(self.words)
        layout.addLayout(buttons)
        self.save_button.clicked.connect(self._save)
        self.close_button.clicked.connect(self.reject)
        self.retranslate(language)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self.setWindowTitle(_("No printer"))
        self.words.setText(
            _(
                "This computer has no printer set up. Connect one in the system's settings, or save the papers as PDF "
                "files and print them elsewhere, at 100 %."
            )
        )
        self.setAccessibleName(self.words.text())
        for button, text in ((self.save_button, _("Save as PDF…")), (self.close_button, _("Close"))):
            button.setText(text)
            button.setAccessibleName(text)

    def _save(self) -> None:
        self.save_requested.emit()
        self.accept()
