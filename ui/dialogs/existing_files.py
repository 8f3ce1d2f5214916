"""The one question of an export: files of other content lie where the papers are to go."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator

SHOWN = 6  # files named; the others are counted
WIDTH = 460


class ExistingFilesDialog(QDialog):
    """Keep both, replace, or cancel. Opened with `open()`: the window behind it stays alive."""

    keep_both = Signal()
    replace = Signal()

    def __init__(self, files: Sequence[str], language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._files = tuple(files)
        self.words, self.names = QLabel(), QLabel()
        self.both_button, self.replace_button, self.cancel_button = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.both_button.clicked.connect(self._keep_both)
        self.replace_button.clicked.connect(self._replace)
        self.cancel_button.clicked.connect(self.reject)
        self.retranslate(language)

    def _lay_out(self) -> None:
        for label in (self.words, self.names):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFixedWidth(WIDTH)
        self.names.setProperty("role", "soft")
        self.both_button.setProperty("role", "main")
        self.both_button.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel_button)
        buttons.addStretch(1)
        buttons.addWidget(self.replace_button)
        buttons.addWidget(self.both_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(self.words)
        layout.addWidget(self.names)
        layout.addLayout(buttons)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _, ngettext = translator(language).gettext, translator(language).ngettext
        count = len(self._files)
        self.setWindowTitle(_("Files are already there"))
        self.words.setText(
            ngettext(
                "{count} file with this name is already there, with other content. A replaced file cannot be brought "
                "back. Keep both puts the new paper beside it, with “-2” at the end of its name.",
                "{count} files with these names are already there, with other content. Replaced files cannot be "
                "brought back. Keep both puts the new papers beside them, with “-2” at the end of their names.",
                count,
            ).format(count=count)
        )
        shown = [Path(file).name for file in self._files[:SHOWN]]
        self.names.setText("\n".join([*shown, "…"] if count > SHOWN else shown))
        words = (
            (self.cancel_button, _("Cancel the export")),
            (self.replace_button, _("Replace")),
            (self.both_button, _("Keep both")),
        )
        for button, text in words:
            button.setText(text)
            button.setAccessibleName(text)
        self.setAccessibleName(self.words.text())

    def dismiss(self) -> None:
        """Nobody waits for the answer any more."""
        self.blockSignals(True)
        self.close()

    def _keep_both(self) -> None:
        self.keep_both.emit()
        self.accept()

    def _replace(self) -> None:
        self.replace.emit()
        self.accept()
