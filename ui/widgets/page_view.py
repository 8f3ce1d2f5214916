"""A paper to look at: its pages, and below them where one is, how large they are, and whether it is a draft."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.page_images import PageImages, Picture
from ui.pdf_pages import Size
from ui.theme import Theme, load_theme
from ui.widgets.icons import icon
from ui.widgets.page_canvas import FIT_PAGE, FIT_WIDTH, PageCanvas, Zoom

if TYPE_CHECKING:
    from ui.preview_worker import Preview

ZOOMS: tuple[Zoom, ...] = (FIT_WIDTH, FIT_PAGE, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0)
PATIENCE = 400  # ms; what comes sooner needs no word about being made


class PageView(QWidget):
    """`show_pdf` shows a file, `say` words in its place; `drawn` tells that the page in view is on the screen."""

    page_changed = Signal(int)
    drawn = Signal(int)
    refused = Signal()  # the bytes given are no PDF file
    step_requested = Signal()  # the button below the words that stand in the place of the pages

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self._theme = "zh", load_theme("light")
        self.canvas, self.message, self.step_button = PageCanvas(), QLabel(), QPushButton()
        self._single = PageImages(self)  # one page that comes before the whole paper
        self._single_page = 0
        self._single_of = 0
        self._stack, self.bar, self._bar_row = QStackedWidget(), QWidget(), QHBoxLayout()
        self.back_button, self.next_button = QToolButton(), QToolButton()
        self.smaller_button, self.larger_button, self.zoom_button = QToolButton(), QToolButton(), QToolButton()
        self.place, self.mark = QLabel(), QLabel()
        self._soon = QTimer(self, singleShot=True, interval=PATIENCE)
        self._making = False  # the words shown are those about being made
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.canvas)

    def _lay_out(self) -> None:
        self.message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.message.setWordWrap(True)
        self.message.setMargin(24)
        self.message.setProperty("role", "soft")
        self.place.setProperty("role", "small")
        self.mark.setProperty("role", "warning_badge")
        self._stack.addWidget(self.canvas)
        self._stack.addWidget(self._message_page())
        row = self._bar_row
        self.bar.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for button in (self.back_button, self.next_button, self.smaller_button, self.larger_button, self.zoom_button):
            button.setProperty("role", "quiet")
            button.setIconSize(QSize(14, 14))
        self.zoom_button.setProperty("role", "quiet_menu")
        self.zoom_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.zoom_button.setMenu(QMenu(self.zoom_button))
        before: tuple[QWidget, ...] = (self.back_button, self.place, self.next_button, self.mark)
        for widget in before:
            row.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)
        for button in (self.smaller_button, self.zoom_button, self.larger_button):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self.bar)
        self.mark.hide()

    def _message_page(self) -> QWidget:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.addStretch(2)
        layout.addWidget(self.message)
        layout.addWidget(self.step_button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.step_button.clicked.connect(self.step_requested)
        return page

    def _connect(self) -> None:
        self.canvas.page_changed.connect(self._page_changed)
        self.canvas.drawn.connect(self.drawn)
        self.canvas.refused.connect(self.refused)
        self.canvas.zoom_changed.connect(self._say_zoom)
        self.canvas.opened.connect(self._opened)
        self._single.opened.connect(self._single_opened)
        self._single.drawn.connect(self._single_drawn)
        self.back_button.clicked.connect(lambda: self.go_to(self.page - 1))
        self.next_button.clicked.connect(lambda: self.go_to(self.page + 1))
        self.smaller_button.clicked.connect(lambda: self.canvas.step_zoom(-1))
        self.larger_button.clicked.connect(lambda: self.canvas.step_zoom(1))
        self._soon.timeout.connect(self._say_making)

    # --- what is shown

    def show_pdf(self, pdf: bytes | None, *, draft: bool = False) -> None:
        """Show a file, or nothing. The old pages stay until the new ones are drawn, and the place in view is kept."""
        self._soon.stop()
        self._single.close()
        self.mark.setVisible(draft and pdf is not None)
        self._stack.setCurrentWidget(self.canvas)
        if pdf is None:
            self.canvas.clear()
            self._opened()
        else:
            self.canvas.open(pdf)

    def show_preview(self, preview: Preview, *, draft: bool = False) -> None:
        """Show what the preview desk made: the whole paper, or one page of it while the rest is being made."""
        if preview.complete:
            self.show_pdf(preview.pdf, draft=draft)
            return
        self._soon.stop()
        self._single_page, self._single_of = preview.page, preview.pages
        self._stack.setCurrentWidget(self.canvas)
        self._single.open(preview.pdf)

    def show_making(self) -> None:
        """Another paper is being made: said in the place of the old one if it takes a moment."""
        self._soon.start()

    def say(self, words: str, step: str = "") -> None:
        """Show words in the place of the pages, and a button with the first step, if there is one."""
        self._soon.stop()
        self._making = False
        self.canvas.clear()
        self.mark.hide()
        self.message.setText(words)
        self.step_button.setText(step)
        self.step_button.setAccessibleName(step or words)
        self.step_button.setVisible(bool(step))
        self._stack.setCurrentIndex(1)
        self._opened()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return len(self.canvas.sizes)

    @property
    def page(self) -> int:
        """The page in view, from 1; 0 where there is none."""
        return self.canvas.page

    def go_to(self, page: int) -> None:
        """Bring a page, from 1, to the top."""
        self.canvas.go_to(page)

    def set_zoom(self, zoom: Zoom) -> None:
        """FIT_WIDTH, FIT_PAGE, or a factor of the real size."""
        self.canvas.set_zoom(zoom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: a narrow bar says how large the pages are, and no more."""
        super().resizeEvent(event)
        self._say_zoom()

    def _single_opened(self, sizes: tuple[Size, ...]) -> None:
        self.canvas.expect(sizes[0], self._single_of)
        self._single.want(0, self.canvas.pixel_scale(self._single_page))

    def _single_drawn(self, picture: Picture) -> None:
        self.canvas.take_page(self._single_page, picture)
        self._opened()

    # --- words

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        names = (
            (self.back_button, _("Page before")),
            (self.next_button, _("Next page")),
            (self.smaller_button, _("Smaller (Ctrl+−)")),
            (self.larger_button, _("Larger (Ctrl++)")),
        )
        for button, words in names:
            button.setAccessibleName(words)
            button.setToolTip(words)
        self.canvas.setAccessibleName(_("Pages of the paper"))
        self.step_button.setAccessibleName(self.step_button.accessibleName() or _("Pages of the paper"))
        self.zoom_button.setAccessibleName(_("Zoom"))
        self.mark.setText(_("Draft"))
        self.mark.setToolTip(_("The draft mark is printed, too"))
        self._fill_zoom_menu()
        self._opened()
        if self._making:
            self._say_making()

    def retheme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        self._theme = theme
        self.canvas.retheme(theme)
        self.back_button.setIcon(icon("chevron-left", theme))
        self.next_button.setIcon(icon("chevron-right", theme))
        self.smaller_button.setIcon(icon("minus", theme))
        self.larger_button.setIcon(icon("plus", theme))

    def _fill_zoom_menu(self) -> None:
        menu = self.zoom_button.menu()
        menu.clear()
        for zoom in ZOOMS:
            action = QAction(self._zoom_words(zoom), menu)
            action.triggered.connect(partial(self.set_zoom, zoom))
            menu.addAction(action)
        self._say_zoom()

    def _zoom_words(self, zoom: Zoom) -> str:
        _ = translator(self.language).gettext
        if isinstance(zoom, float):
            return f"{zoom:.0%}"
        return _("Fit width") if zoom == FIT_WIDTH else _("Fit page")

    def _say_zoom(self) -> None:
        words = self._zoom_words(self.canvas.zoom)
        shown = f"{self.canvas.factor:.0%}"
        whole = words if words == shown or not self.pages else f"{words} · {shown}"
        self.zoom_button.setText(whole)
        self.zoom_button.setToolTip(whole)
        if self.pages and self._bar_row.sizeHint().width() > self.width():
            self.zoom_button.setText(shown)

    def _say_making(self) -> None:
        _ = translator(self.language).gettext
        self.say(_("Making the pages…"))
        self._making = True

    def _page_changed(self, page: int) -> None:
        self._say_place()
        self.page_changed.emit(page)

    def _opened(self) -> None:
        self._say_place()
        self._say_zoom()
        self.bar.setVisible(bool(self.pages))
        for button in (self.smaller_button, self.larger_button, self.zoom_button):
            button.setEnabled(bool(self.pages))

    def _say_place(self) -> None:
        _ = translator(self.language).gettext
        self.place.setText(_("{page} of {pages}").format(page=self.page, pages=self.pages) if self.pages else "")
        self.back_button.setEnabled(self.page > 1)
        self.next_button.setEnabled(0 < self.page < self.pages)
