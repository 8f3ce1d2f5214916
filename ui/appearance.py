"""Language and theme of the window: put on at once, everywhere, and remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Protocol, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ui.fonts import window_font
from ui.qt_words import QtWords
from ui.settings import LANGUAGE, THEME, Settings
from ui.theme import Theme, chosen_theme, load_theme, palette, style_sheet


class Dressed(Protocol):
    """Anything that speaks a language and has colors."""

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""


class Appearance(QObject):
    """Keeps all parts in one language and one theme. `parts` tells the parts that are there now."""

    language_applied = Signal(str)
    theme_applied = Signal(object)

    def __init__(
        self, window: QWidget, settings: Settings, language: str, parts: Callable[[], Iterable[Dressed]]
    ) -> None:
        super().__init__(window)
        self._window, self._settings, self._parts = window, settings, parts
        self.language, self.theme = language, load_theme(chosen_theme(settings))
        self.qt_words = QtWords(self)

    def choose_language(self, language: str) -> None:
        """Speak another language from now on, and the next time as well."""
        self.apply_language(language)
        self._settings.set(LANGUAGE, language)

    def choose_theme(self, choice: str) -> None:
        """Wear another theme ("light", "dark", "system") from now on, and the next time as well."""
        self._settings.set(THEME, choice)
        self.apply_theme(chosen_theme(self._settings))

    def switch_theme(self) -> None:
        """Light to dark, and back."""
        self.choose_theme("light" if self.theme.name == "dark" else "dark")

    def apply_language(self, language: str) -> None:
        """Say everything in a language, at once."""
        self.language = language
        self.qt_words.speak(language)
        self.wear()
        for part in self._parts():
            part.retranslate(language)
        self.language_applied.emit(language)

    def apply_theme(self, name: str) -> None:
        """Draw everything in a theme, at once."""
        self.theme = load_theme(name)
        self.wear()
        for part in self._parts():
            part.retheme(self.theme)
        self.theme_applied.emit(self.theme)

    def wear(self) -> None:
        """Put on font and colors, only where they differ; an application's style sheet takes three times as long."""
        application, worn = cast(QApplication, QApplication.instance()), f"{self.language} {self.theme.name}"
        if application.property("worn") != worn:
            application.setProperty("worn", worn)
            application.setFont(window_font(self.language))
            application.setPalette(palette(self.theme))
        if self._window.property("worn") != worn:
            self._window.setProperty("worn", worn)
            self._window.setStyleSheet(style_sheet(self.theme.name))  # last: it builds on the font

    def stop(self) -> None:
        """Take Qt's words out again."""
        self.qt_words.stop()
