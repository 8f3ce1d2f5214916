"""The paper beside the list: what it is, its pages, and what can be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QPushButton, QToolButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.papers.rows import FORMAT_NAMES, Lack, PaperRow, content, language_words
from ui.theme import Theme, load_theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.page_view import PageView

if TYPE_CHECKING:
    from ui.preview_worker import Preview


class PreviewPanel(QFrame):
    """Shows one paper; the wishes carry the format where there are several."""

    print_requested = Signal()
    save_requested = Signal(str)
    open_requested = Signal(str)
    formats_chosen = Signal(object)  # tuple[str, ...]
    place_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.language, self._theme = "zh", load_theme("light")
        self.row: PaperRow | None = None
        self.preview: Preview | None = None  # what is shown, whole
        self._place = ""
        self.title, self.subtitle, self.note = ElidedLabel(), ElidedLabel(), ElidedLabel()
        self.title.setProperty("role", "title")
        self.subtitle.setProperty("role", "faint")
        self.note.setProperty("role", "soft")
        self.told, self.view = QWidget(), PageView()
        self.place_button, self.print_button = QPushButton(), QPushButton()
        self.save_button, self.open_button = QPushButton(), QPushButton()
        self.format_chips: dict[str, QToolButton] = {}
        self._formats = QHBoxLayout()
        self._lay_out()
        self.print_button.setProperty("role", "main")
        self.print_button.clicked.connect(self.print_requested)
        self.save_button.clicked.connect(lambda: self._press(self.save_button, self.save_requested.emit))
        self.open_button.clicked.connect(lambda: self._press(self.open_button, self.open_requested.emit))
        for wished in (self.place_button.clicked, self.view.step_requested):
            wished.connect(lambda: self.place_requested.emit(self._place))
        self.allow(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self.title)
        names.addWidget(self.subtitle)
        head.addLayout(names, 1)
        self._formats.setSpacing(4)
        head.addLayout(self._formats)
        told = QHBoxLayout(self.told)
        told.setContentsMargins(0, 0, 0, 0)
        told.setSpacing(8)
        told.addWidget(self.note, 1)
        told.addWidget(self.place_button)
        actions = QHBoxLayout()
        actions.setSpacing(8)
        for button in (self.open_button, self.save_button):
            actions.addWidget(button)
        actions.addStretch(1)
        actions.addWidget(self.print_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 10, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.told)
        layout.addWidget(self.view, 1)
        layout.addLayout(actions)

    # --- what is shown

    def show_row(self, row: PaperRow | None, formats: tuple[str, ...]) -> bool:
        """Name a paper and say what stands against it; whether its pages are to be asked for."""
        same = row is not None and self.row is not None and row.name == self.row.name
        self.row = row
        if not same:
            self.preview = None
        self._say_row()
        self._show_formats(row, formats)
        if row is None or not row.makeable or "pdf" not in row.formats:
            self.preview = None
            self._say_instead(row)
            self._allow_actions()
            return False
        self._allow_actions()
        return True

    def show_preview(self, preview: Preview, *, draft: bool) -> None:
        """Show the pages."""
        self.preview = preview if preview.complete else None
        self.view.show_preview(preview, draft=draft)
        self._say_row()
        self._allow_actions()

    def show_refusal(self, words: str, place: str) -> None:
        """Say why there is no page, and where that is mended."""
        _ = translator(self.language).gettext
        self.preview = None
        self._place = place
        self.view.say(words, _("Go there") if place else "")
        self._allow_actions()

    def _say_instead(self, row: PaperRow | None) -> None:
        _ = translator(self.language).gettext
        lacks = row is not None and not row.makeable
        self._place = row.place if row is not None and lacks else ""
        self.view.say(self._words_instead(row), _("Go there") if lacks else "")

    def _words_instead(self, row: PaperRow | None) -> str:
        _ = translator(self.language).gettext
        if row is None:
            return _("Choose a paper to see its pages here.")
        if row.lack is Lack.TEXT:
            return _("This agreement has no text yet. Write it, or take it from a template.")
        if row.lack is Lack.NOTHING:
            return _("The meeting holds nothing for this paper yet.")
        kind = FORMAT_NAMES.get(row.formats[0], row.formats[0])
        return _(
            "This paper is made as a {kind} file only. Open shows it in WPS or {kind}: a copy, so that nothing is "
            "changed by looking."
        ).format(kind=kind)

    def _say_row(self) -> None:
        _ = translator(self.language).gettext
        row = self.row
        self.title.setText(row.title(self.language) if row else "")
        facts = [language_words(row, self.language), content(row, self.language)] if row else []
        if row is not None and self.preview is not None:
            ngettext = translator(self.language).ngettext
            pages = self.preview.pages
            facts.insert(1, ngettext("{count} page", "{count} pages", pages).format(count=pages))
            if len(row.formats) > 1:
                facts.append(_("shown as PDF"))
        self.subtitle.setText(" · ".join(filter(None, facts)))
        english = row is not None and row.lack is Lack.ENGLISH
        if english and row is not None:
            self._place = row.place
        self.told.setVisible(english)
        self.note.setText(_("What has no English yet stands in Chinese on the page.") if english else "")

    # --- formats

    def _show_formats(self, row: PaperRow | None, chosen: tuple[str, ...]) -> None:
        for chip in self.format_chips.values():
            self._formats.removeWidget(chip)
            chip.deleteLater()
        self.format_chips = {}
        for name in row.formats if row is not None and len(row.formats) > 1 else ():
            chip = QToolButton()
            chip.setText(FORMAT_NAMES.get(name, name))
            chip.setCheckable(True)
            chip.setChecked(name in chosen)
            chip.setProperty("role", "switch")
            chip.clicked.connect(partial(self._format_pressed, name))
            self._formats.addWidget(chip)
            self.format_chips[name] = chip
        self._name_formats()

    def _format_pressed(self, name: str) -> None:
        chosen = tuple(key for key, chip in self.format_chips.items() if chip.isChecked())
        if not chosen:  # one at least
            self.format_chips[name].setChecked(True)
            chosen = (name,)
        self.formats_chosen.emit(chosen)

    def _name_formats(self) -> None:
        _ = translator(self.language).gettext
        for chip in self.format_chips.values():
            words = _("Export as {kind}").format(kind=chip.text())
            chip.setAccessibleName(words)
            chip.setToolTip(words)

    # --- actions

    def allow(self, allowed: bool) -> None:
        """Whether anything can be exported or printed now."""
        self._allowed = allowed
        self._allow_actions()

    def _allow_actions(self) -> None:
        makeable = self._allowed and self.row is not None and self.row.makeable
        self.save_button.setEnabled(makeable)
        self.open_button.setEnabled(makeable)
        printable = self.row is not None and "pdf" in self.row.formats
        self.print_button.setEnabled(makeable and printable)
        _ = translator(self.language).gettext
        elsewhere = _("Open this paper, and print it from WPS or the program that opens it")
        own = _("Print this paper (Ctrl+P)")
        self.print_button.setToolTip(own if printable or self.row is None else elsewhere)

    def _press(self, button: QPushButton, wish: Callable[[str], None]) -> None:
        """One format: at once; several: a menu of them."""
        formats = self.row.formats if self.row is not None else ()
        if len(formats) == 1:
            wish(formats[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name in formats:
            menu.addAction(FORMAT_NAMES.get(name, name)).triggered.connect(lambda _on, one=name: wish(one))
        menu.popup(button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("Preview"))
        self.view.retranslate(language)
        words = (
            (self.print_button, _("Print…"), ""),
            (self.save_button, _("Save as…"), _("Save this paper as a file (Ctrl+Shift+S)")),
            (self.open_button, _("Open"), _("Open a copy that cannot be changed, in WPS or another program")),
            (self.place_button, _("Go there"), _("Go to where this is entered")),
        )
        for button, text, tip in words:
            button.setText((ICON_GAP if button is not self.place_button else "") + text)
            button.setAccessibleName(text)
            button.setToolTip(tip)
        self._name_formats()
        self._say_row()
        self._allow_actions()
        if self.row is None or not self.row.makeable or "pdf" not in self.row.formats:
            self._say_instead(self.row)

    def retheme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        self._theme = theme
        self.view.retheme(theme)
        self.print_button.setIcon(icon("printer", theme, "on_accent"))
        self.save_button.setIcon(icon("file-down", theme))
        self.open_button.setIcon(icon("folder-open", theme))

    def sizeHint(self) -> QSize:
        """Qt: as wide as a page is read."""
        return QSize(470, 560)
