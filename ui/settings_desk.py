"""Opens the settings, and puts on at once what they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.settings import LANGUAGE, THEME, interface_language
from ui.theme import chosen_theme

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class SettingsDesk(QObject):
    """Between the settings dialog and the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def open(self) -> None:
        """Show the settings of this computer."""
        from ui.dialogs.settings import SettingsDialog

        window = self._window
        dialog = SettingsDialog(window.settings, window.language, window.theme, window)
        dialog.changed.connect(self._changed)
        for signal, said in (
            (window.appearance.language_applied, dialog.retranslate),
            (window.appearance.theme_applied, dialog.retheme),
        ):
            signal.connect(said)
        dialog.open()

    def _changed(self, key: str) -> None:
        window = self._window
        if key == LANGUAGE.key:
            window.apply_language(interface_language(window.settings))
        elif key == THEME.key:
            window.apply_theme(chosen_theme(window.settings))
