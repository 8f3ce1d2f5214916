"""Tells calmly what failed: one dialog a failure, in the language and theme of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from models.errors import KnownError
from ui.appearance import Appearance
from ui.dialogs.error import ErrorDialog
from ui.dialogs.troubles import Action, trouble_of
from ui.failures import Failures

if TYPE_CHECKING:
    from ui.theme import Theme

# Ctrl+Z pressed once more than there are steps: nothing to tell.
NOTHING_LEFT = ("nothing_to_undo", "nothing_to_redo")


class ErrorDesk(QObject):
    """Opens the dialogs; the window behind them stays alive."""

    def __init__(self, window: QWidget, failures: Failures, appearance: Appearance) -> None:
        super().__init__(window)
        self._window, self._failures, self._appearance = window, failures, appearance

    def tell(self, action: Action, error: Exception, details: str = "") -> None:
        """Say what failed; what nobody foresaw goes to the log as well."""
        if isinstance(error, KnownError) and error.code in NOTHING_LEFT:
            return
        if not isinstance(error, KnownError) and not details:
            self._failures.tell(error)
            return
        self._open(error, action, details or str(error))

    def export_failed(self, error: KnownError | None, details: str) -> None:
        """An export ended without papers."""
        self._open(error, Action.EXPORT, details)

    def unforeseen(self, details: str) -> None:
        """Something that nobody foresaw."""
        self._open(None, Action.OTHER, details)

    def retranslate(self, language: str) -> None:
        """Say everything in another language, also in the dialogs that are open."""
        for dialog in cast("list[ErrorDialog]", self._window.findChildren(ErrorDialog)):
            dialog.retranslate(language)

    def retheme(self, _theme: Theme) -> None:
        """A dialog that is open keeps its icon."""

    def _open(self, error: Exception | None, action: Action, details: str) -> None:
        language, theme = self._appearance.language, self._appearance.theme
        dialog = ErrorDialog(trouble_of(error, action, language, details), language, theme, self._window)
        dialog.open()
