"""Closing the window: what is typed is stored first, and an export or a print under way is asked about once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ui.dialogs.question import Question

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class Leaving(QObject):
    """Decides whether the window may close now; if not, it closes itself as soon as it may."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._waiting = False  # for the export or the print to end
        self.question: Question | None = None
        window.desk.allowed_changed.connect(self._export_ended)

    def may_close(self) -> bool:
        """Store what is typed, then ask about an export, a print or an import under way."""
        window = self._window
        window.showing.keep_typed()
        if not window.link.finish():
            return False  # the dialog tells what was refused; what was typed is still there
        if window.desk.busy:
            self._ask()
            return False
        return all(room.may_close(window.close) for room in window.rooms.open_ones())

    def _ask(self) -> None:
        if self.question is not None:
            self.question.raise_()
            return
        self._waiting = False
        question = self.question = Question(self._window, self._window.language)
        question.say_leaving(printing=self._window.desk.is_printing)
        question.first.clicked.connect(self._finish)
        question.second.clicked.connect(self._cancel)
        question.finished.connect(self._answered)
        question.open()

    def _answered(self) -> None:
        self.question = None

    def _finish(self) -> None:
        self._waiting = True

    def _cancel(self) -> None:
        if self._window.desk.give_up():
            self._window.close()
        else:
            self._waiting = True

    def _export_ended(self, allowed: bool) -> None:
        if not allowed:
            return
        if self.question is not None:
            self.question.reject()  # there is nothing left to ask
        if self._waiting:
            self._waiting = False
            self._window.close()
