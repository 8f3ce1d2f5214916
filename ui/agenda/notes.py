"""What is to be looked at in the chosen item, above its fields, and the free minutes behind it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator


class ItemNotes(QWidget):
    """Warnings, and one button that closes the gap behind the item."""

    close_gap_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.close_gap = QLabel(), QPushButton()
        self.words.setProperty("role", "note")
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.close_gap.clicked.connect(self.close_gap_requested)
        self._gap, self._read_only, self._language = 0, False, "zh"
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.words)
        layout.addWidget(self.close_gap)

    def show_marks(self, marks: Sequence[str], gap: int) -> None:
        """Show what was found in an item, and how many minutes are free behind it."""
        self._gap = gap
        self.words.setText("\n".join(marks))
        self.words.setVisible(bool(marks))
        self.close_gap.setVisible(bool(gap) and not self._read_only)
        self._say()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self._read_only = read_only
        self.close_gap.setVisible(bool(self._gap) and not read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        self._say()

    def _say(self) -> None:
        _ = translator(self._language).gettext
        self.close_gap.setText(_("Close the gap of {minutes} min behind it").format(minutes=self._gap))
