"""The first minutes in the window: the page of the first start, and the tour."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from resources.languages import translator
from ui.settings import RECENT_WORKSPACES, TOUR_OFFERED
from ui.start.first_start import FirstStart
from ui.start.tour import Tour

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class StartDesk(QObject):
    """Shows the first page where nothing was ever opened, and leads through the rooms on demand."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.page: FirstStart | None = None
        self.tour: Tour | None = None
        self._is_new = False  # began here, just now
        self._samples_for = ""  # the workspace that is being made with samples
        window.link.opened.connect(self._opened)
        window.meeting_shown.connect(self._offer_tour)

    def is_first(self) -> bool:
        """Whether nobody has used the program here yet: no workspace was ever opened, and there is none to open."""
        window = self._window
        new_file = "://" not in window.location and not Path(window.location).exists()
        return new_file and not window.settings.get(RECENT_WORKSPACES)

    def show_first_page(self) -> None:
        """Ask how to begin."""
        window = self._window
        page = self.page = FirstStart()
        page.show_location(window.location)
        page.language_requested.connect(window.choose_language)
        page.samples_requested.connect(lambda: self._begin(with_samples=True))
        page.empty_requested.connect(lambda: self._begin(with_samples=False))
        page.open_requested.connect(window.files.ask_open)
        self.retheme_page()
        window.frame.addWidget(page)
        window.frame.setCurrentWidget(page)
        page.take_focus()

    def retheme_page(self) -> None:
        """Dress the page as the window is."""
        if self.page is not None:
            self.page.retheme(self._window.theme)
            self.page.retranslate(self._window.language)

    def begin_tour(self) -> None:
        """Lead through the rooms."""
        window = self._window
        if not window.meetings:
            window.frame.show_empty()
            return
        if self.tour is None:
            self.tour = Tour(window, self._part)
            self.tour.room_requested.connect(window.show_room)
        self.tour.retheme(window.theme)
        self.tour.retranslate(window.language)
        self.tour.begin()

    def _offer_tour(self, _key: object = None) -> None:
        """Once, as soon as somebody new has a meeting: a quiet line."""
        window = self._window
        if not self._is_new or not window.meetings or window.settings.get(TOUR_OFFERED) or window.desk.busy:
            return
        window.settings.set(TOUR_OFFERED, True)
        window.desk.tell(self._say_tour)

    def _say_tour(self) -> None:
        _ = translator(self._window.language).gettext
        words = _("New here? A five-minute tour leads through the rooms; it waits in the Help menu, too.")
        self._window.desk.line.show_result(words, "ink_soft", self._take_tour, follow_words=_("Begin the tour"))

    def _take_tour(self) -> None:
        self._window.desk.line.hide()
        self.begin_tour()

    def dress(self) -> None:
        """Language or theme have changed."""
        self.retheme_page()
        if self.tour is not None and self.tour.isVisible():
            self.tour.retheme(self._window.theme)
            self.tour.retranslate(self._window.language)

    def _begin(self, *, with_samples: bool) -> None:
        self._is_new = True
        self._samples_for = self._window.location if with_samples else ""
        self._window.open_workspace()

    def _opened(self) -> None:
        page, self.page = self.page, None
        if page is None:
            return
        self._window.frame.removeWidget(page)
        page.deleteLater()
        if self._samples_for == self._window.location:  # not another one, opened because that could not be made
            self._window.link.load_samples()

    def _part(self, name: str) -> QWidget | None:
        frame = self._window.frame
        return {"rail": frame.rail, "content": frame.content, "top_bar": frame.top_bar}.get(name)
