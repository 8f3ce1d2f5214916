"""One line of a clause that is stored as a whole: its condition, or its key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget


class KeptLine(QLineEdit):
    """Tells what is typed once, when the keyboard leaves it; a stored text never replaces half-typed words."""

    told = Signal(str)

    def __init__(self, stored: str, parent: QWidget | None = None) -> None:
        super().__init__(stored, parent)
        self.stored = stored
        self._told: str | None = None
        self.editingFinished.connect(self.commit)

    def typing(self) -> bool:
        """Whether something is typed that was not told yet."""
        return self.text().strip() not in (self.stored, self._told)

    def show_stored(self, stored: str) -> None:
        """What is stored now."""
        if stored == self.stored:
            return
        typing, self.stored, self._told = self.typing(), stored, None
        if not typing:
            self.setText(stored)

    def commit(self) -> None:
        """Tell what is typed, now."""
        if self.typing():
            self._told = self.text().strip()
            self.told.emit(self._told)

    def give_back(self) -> None:
        """It was refused: what is stored stands here again."""
        self._told = None
        self.setText(self.stored)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape gives up what is half typed; the next one is the page's."""
        if event.key() == Qt.Key.Key_Escape and self.typing():
            self.give_back()
        else:
            super().keyPressEvent(event)

    def type_again(self, typed: str) -> None:
        """Put back what was refused, to be mended."""
        self.setText(typed)
        self.setFocus()
