"""The page in place of the whole window when a workspace cannot be opened: why, try again, or open another."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from resources.languages import translator
from ui.dialogs.troubles import Action, trouble_of
from ui.widgets.message_page import MessagePage


class ProblemPage(MessagePage):
    """Says what keeps a workspace from opening, with two ways on."""

    retry_requested = Signal()
    other_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("circle-alert", parent)
        self.retry_button = self.add_button(self.retry_requested.emit, main=True)
        self.other_button = self.add_button(self.other_requested.emit)
        self._language = "zh"
        self._problem: Exception | None = None
        self._lost = False

    def tell(self, problem: Exception, *, lost: bool = False) -> None:
        """Say what is the matter; `lost`: the workspace was open, and can no longer be reached."""
        self._problem, self._lost = problem, lost
        self.retranslate(self._language)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        words = {self.retry_button: _("Try again"), self.other_button: _("Open another workspace…")}
        for button, text in words.items():
            button.setText(text)
            button.setAccessibleName(text)
        if self._problem is not None:
            happened = trouble_of(self._problem, Action.OPEN, language).happened
            if self._lost:
                happened += "\n" + _(
                    "Nothing typed is lost: what is stored is in the file, the rest stays in this window."
                )
            title = _("The workspace is not reachable") if self._lost else _("The workspace cannot be opened")
            self.say(title, happened)
