"""What was typed and refused is offered again: one press puts it back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from resources.languages import translator
from ui.widgets.tips import as_tip

LONGEST = 40


class PutBackButton(QPushButton):
    """Hidden until something was refused; only what was refused last is offered. `wanted(typed)` when it is pressed."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.typed = ""
        self.setProperty("role", "link")
        self.hide()
        self.clicked.connect(self._pressed)

    def offer(self, typed: str, language: str) -> None:
        """Offer a text that was not stored."""
        _ = translator(language).gettext
        self.typed, words = typed, " ".join(typed.split())
        cut = words[:LONGEST] + "…" * (len(words) > LONGEST)
        self.setText(_("Not stored: “{text}” — put it back").format(text=cut))
        self.setToolTip(as_tip(typed))
        self.show()

    def retranslate(self, language: str) -> None:
        """Say it in another language."""
        self.setAccessibleName(translator(language).gettext("Put back what was typed"))
        if self.typed:
            self.offer(self.typed, language)

    def _pressed(self) -> None:
        typed, self.typed = self.typed, ""
        self.hide()
        self.wanted.emit(typed)
