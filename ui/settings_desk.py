"""Opens the settings, and puts on at once what they change."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui.settings import LANGUAGE, THEME, interface_language
from ui.theme import chosen_theme

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ui.dialogs.settings import SettingsDialog
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
        dialog.office_changed.connect(self._keep_of_office)
        dialog.ranks_requested.connect(lambda: self._edit_ranks(dialog))
        if not window.link.read_only:
            window.link.read(_office_values, dialog.show_office, window.link.failed.emit)
        for signal, said in (
            (window.appearance.language_applied, dialog.retranslate),
            (window.appearance.theme_applied, dialog.retheme),
        ):
            signal.connect(said)
        dialog.open()

    def _keep_of_office(self, key: str, value: object) -> None:
        """Keep a setting of the workspace; it can be undone like any other change."""
        self._window.link.change("set_office_setting", partial(_write_office, key, value))

    def _edit_ranks(self, above: SettingsDialog) -> None:
        """The table of ranks, over the settings."""
        from ui.dialogs.ranks_desk import edit_ranks

        window = self._window
        edit_ranks(window.link, window.language, window.theme, above)

    def _changed(self, key: str) -> None:
        window = self._window
        if key == LANGUAGE.key:
            window.apply_language(interface_language(window.settings))
        elif key == THEME.key:
            window.apply_theme(chosen_theme(window.settings))


def _office_values(session: Session) -> dict[str, Any]:
    from models.office_settings import read_office_setting
    from ui.dialogs.settings import OF_OFFICE

    return {key: read_office_setting(session, setting) for key, setting in OF_OFFICE.items()}


def _write_office(key: str, value: Any, session: Session) -> None:
    from models.office_settings import write_office_setting
    from ui.dialogs.settings import OF_OFFICE

    write_office_setting(session, OF_OFFICE[key], value)
