"""The live page: the very bytes of the agreement's PDF, made anew after each pause in typing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.languages import translator
from ui.theme import Theme
from ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from models.errors import KnownError
    from models.snapshots.shapes import MeetingSnapshot
    from ui.office import Office
    from ui.preview_worker import Preview

PAUSE = 250  # ms without a key before a page is made
OWNER = "agreements"


class PageBeside(QWidget):
    """Shows one agreement. `show_agreement` may come at every key: only the last of a burst is made."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.view = PageView()
        self._office: Office | None = None
        self._wanted: tuple[MeetingSnapshot, str, str] | None = None
        self._made: tuple[MeetingSnapshot, str, str] | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._ask)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def attach(self, office: Office) -> None:
        """Take the preview desk of the window."""
        self._office = office

    def show_agreement(self, snapshot: MeetingSnapshot, key: str, language: str, *, soon: bool = False) -> None:
        """Make the page of this agreement in "zh", "en" or "zh-en"; at once, or `soon`: after a pause."""
        another = self._wanted is None or self._wanted[1] != key
        self._wanted = (snapshot, key, language)
        if not self.isVisible():
            return
        if another:
            self.view.show_making()
        if soon:
            self._pause.start()
        else:
            self._ask()

    def forget(self) -> None:
        """Nothing is shown any more."""
        self._pause.stop()
        self._wanted = self._made = None
        if self._office is not None:
            self._office.preview.forget(OWNER)

    def wake(self) -> None:
        """The page is in view again."""
        if self._wanted is not None:
            self._ask()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self.view.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.view.retheme(theme)

    def _ask(self) -> None:
        from exporters.options import ExportOptions
        from ui.export_worker import Choice

        self._pause.stop()
        if self._office is None or self._wanted is None or self._same_as_made():
            return
        self._made = self._wanted
        snapshot, key, language = self._wanted
        choice = Choice("agreement", "pdf", language, key)
        options = ExportOptions(language, snapshot.taken_at)
        page = max(self.view.page, 1)
        self._office.preview.ask(OWNER, snapshot, choice, options, self._shown, self._failed, page=page)

    def _same_as_made(self) -> bool:
        """Whether the page in view shows this text already: a stored text was typed before it was stored."""
        if self._made is None or self._wanted is None or self._made[1:] != self._wanted[1:]:
            return False
        made, wanted = self._made[0], self._wanted[0]
        return made == replace(wanted, taken_at=made.taken_at)

    def _shown(self, preview: Preview) -> None:
        if self._wanted is not None:
            self.view.show_preview(preview)

    def _failed(self, error: KnownError | None, _details: str) -> None:
        from ui.wording import error_sentence

        self._made = None
        _ = translator(self.language).gettext
        self.view.say(error_sentence(error, self.language) if error else _("The page could not be made."))
