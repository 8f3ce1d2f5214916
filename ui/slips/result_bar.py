"""Above the people table after an import: what was written, Undo, and the way to the people it brought."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from resources.languages import translator
from ui.theme import Theme, load_theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import ICON_GAP, icon, pixmap

Say = Callable[[str], str]


class ResultBar(QFrame):
    """Stays until it is put away, or until something else is changed."""

    undo_requested = Signal()
    people_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self._icon, self.words = QLabel(), ElidedLabel()
        self.undo_button, self.people_button, self.close_button = QPushButton(), QPushButton(), QToolButton()
        self.close_button.setProperty("role", "quiet")
        self._theme, self._language = load_theme("light"), "zh"
        self._say: Say | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 5, 8, 5)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self.words, 1)
        for button in (self.people_button, self.undo_button, self.close_button):
            layout.addWidget(button)
        self.undo_button.clicked.connect(self.undo_requested)
        self.people_button.clicked.connect(self.people_requested)
        self.close_button.clicked.connect(self.hide)
        self.hide()

    def show_result(self, say: Say) -> None:
        """Show what was done; `say` makes the words in a language."""
        self._say = say
        self.words.setText(say(self._language))
        self.setVisible(True)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("What the import did"))
        self.undo_button.setText(ICON_GAP + _("Undo"))
        self.people_button.setText(_("Show these people"))
        for button, words in (
            (self.undo_button, _("Undo the import")),
            (self.people_button, _("Show these people")),
            (self.close_button, _("Put away")),
        ):
            button.setAccessibleName(words)
        self.close_button.setToolTip(_("Put away"))
        if self._say is not None:
            self.words.setText(self._say(language))

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self._theme = theme
        self.undo_button.setIcon(icon("undo-2", theme))
        self.close_button.setIcon(icon("x", theme))
        ratio = self.devicePixelRatioF()
        self._icon.setPixmap(pixmap("circle-check", theme.tokens["good"], size=16, scale=ratio))
