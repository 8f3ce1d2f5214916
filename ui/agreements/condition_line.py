"""The condition of a clause: chosen from the usual ones or written in words; what is stored is its own spelling."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from resources.languages import translator
from ui.agreements.condition_words import condition_of, condition_words, usual_conditions
from ui.agreements.kept_line import KeptLine
from ui.theme import Theme
from ui.widgets.icons import icon


class ConditionLine(KeptLine):
    """`told(condition)`; `not_understood(words)`. `knows`: whether a name of the office's own is asked for here."""

    not_understood = Signal(str)

    def __init__(self, condition: str, knows: Callable[[str], bool], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.language, self._condition, self._knows = "zh", "", knows
        self.choices = QAction(self)
        self.addAction(self.choices, QLineEdit.ActionPosition.TrailingPosition)
        self.choices.triggered.connect(lambda _on=False: self.open_choices())
        self.show_stored(condition)

    def show_stored(self, stored: str) -> None:
        """What is stored now, in words."""
        self._condition = stored
        super().show_stored(condition_words(stored, self.language) if stored else "")

    def commit(self) -> None:
        """Tell what is typed, now, as it is stored."""
        if not self.typing():
            return
        words = self._told = self.text().strip()
        condition = condition_of(words, self._knows)
        if condition is None:
            self.not_understood.emit(words)
        elif condition == self._condition:
            self.give_back()
        else:
            self.told.emit(condition)

    def type_again(self, typed: str) -> None:
        """Put back what was refused, to be mended."""
        super().type_again(condition_words(typed, self.language))

    def open_choices(self) -> None:
        """The usual conditions, below the line."""
        self.menu().popup(self.mapToGlobal(QPoint(0, self.height())))

    def menu(self) -> QMenu:
        """The usual conditions."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, condition in usual_conditions(self.language):
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(condition == self._condition)
            action.triggered.connect(lambda _on, words=words, empty=not condition: self._choose("" if empty else words))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Down opens what there is to choose from."""
        if event.key() == Qt.Key.Key_Down and not self.isReadOnly():
            self.open_choices()
        else:
            super().keyPressEvent(event)

    def setReadOnly(self, read_only: bool) -> None:
        """Qt: nothing is offered where nothing can be changed."""
        super().setReadOnly(read_only)
        self.choices.setVisible(not read_only)

    def retranslate(self, language: str) -> None:
        """Say the condition in another language."""
        _ = translator(language).gettext
        self.setPlaceholderText(_("Always; or such as: with Party C"))
        self.setAccessibleName(_("Condition"))
        self.choices.setText(_("Usual conditions"))
        self.choices.setToolTip(_("Usual conditions"))
        if language != self.language:
            typing, self.language = self.typing(), language
            self.stored = condition_words(self._condition, language) if self._condition else ""
            if not typing:
                self.setText(self.stored)

    def retheme(self, theme: Theme) -> None:
        """Draw the arrow in another theme."""
        self.choices.setIcon(icon("chevron-down", theme))

    def _choose(self, words: str) -> None:
        self.setText(words)
        self.commit()
