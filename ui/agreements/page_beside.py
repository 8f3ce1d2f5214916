"""The live page: the very bytes of the agreement's PDF, made anew after each pause in typing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from resources.languages import translator
from ui.pdf_pages import pdfium_lane
from ui.theme import Theme
from ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from models.errors import KnownError
    from models.snapshots.shapes import MeetingSnapshot
    from ui.office import Office
    from ui.preview_worker import Preview

PAUSE = 150  # ms without a key before a page is made
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
        self._heading = ""  # of the clause being edited
        self._followed = 0  # the page it was last followed to
        self._places: tuple[tuple[str, int], ...] = ()  # the outline of the paper: words without spaces, page
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

    def follow(self, heading: str) -> None:
        """Show the page where a clause begins (“第三条  合作领域”), as soon as it is known."""
        if heading != self._heading:
            self._heading, self._followed = heading, 0
            self._go()

    def forget(self) -> None:
        """Nothing is shown any more."""
        self._pause.stop()
        self._wanted = self._made = None
        if self._office is not None:
            self._office.preview.forget(OWNER)

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: in view again; what was changed meanwhile is made now."""
        super().showEvent(event)
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
        options = ExportOptions(language, snapshot.taken_at, final=is_final(snapshot, key))
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
            if preview.complete:
                pdfium_lane().run(lambda: read_outline(preview.pdf), self._outlined, lambda _error: None)

    def _outlined(self, places: tuple[tuple[str, int], ...]) -> None:
        self._places = places
        self._go()

    def _go(self) -> None:
        """Go to the clause's page when it is another one than before: who reads elsewhere is not disturbed."""
        wanted = _tight(self._heading)
        page = next((page for words, page in self._places if wanted and words.startswith(wanted)), 0)
        if page and page != self._followed:
            self._followed = page
            self.view.go_to(page)

    def _failed(self, error: KnownError | None, _details: str) -> None:
        from ui.wording import error_sentence

        self._made = None
        _ = translator(self.language).gettext
        self.view.say(error_sentence(error, self.language) if error else _("The page could not be made."))


def is_final(snapshot: MeetingSnapshot, key: str) -> bool:
    """Whether the agreement's text is final: then its page is the one that will be signed, without a draft's mark."""
    from models.final_texts import final_revision

    return any(one.key == key and final_revision(one) is not None for one in snapshot.agreements)


def read_outline(pdf: bytes) -> tuple[tuple[str, int], ...]:
    """The entries of a file's outline with their pages, from 1. For the PDFium thread only."""
    import pypdfium2

    file = pypdfium2.PdfDocument(pdf)
    try:
        found = []
        for mark in file.get_toc():
            place = mark.get_dest()
            if place is not None and place.get_index() is not None:
                found.append((_tight(mark.get_title()), place.get_index() + 1))
        return tuple(found)
    finally:
        file.close()


def _tight(words: str) -> str:
    return "".join(words.split())
