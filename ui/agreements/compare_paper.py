"""The comparison on paper: opened, saved or printed from the page that shows it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from resources.languages import translator
from ui.export_desk import at_once
from ui.export_worker import Choice
from ui.paper_options import USUAL, PaperOptions
from ui.theme import Theme
from ui.widgets.icons import ICON_GAP, icon

if TYPE_CHECKING:
    from models.snapshots.shapes import MeetingSnapshot
    from ui.agreements.compare_errands import CompareTexts
    from ui.office import Office

LONGEST_TITLE = 24  # characters: a file name is cut at its end, where the numbers stand


class ComparePaper(QPushButton):
    """A button with a menu; `show_wish` says which comparison it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self._office: Office | None = None
        self._about: tuple[MeetingSnapshot, CompareTexts, str] | None = None
        self.menu_shown = QMenu(self)
        self.open_action, self.save_action, self.print_action = (QAction(self) for _each in range(3))
        self.menu_shown.addActions([self.open_action, self.save_action, self.print_action])
        self.setMenu(self.menu_shown)
        self.setProperty("role", "menu")
        self.menu_shown.aboutToShow.connect(self._allow)
        self.open_action.triggered.connect(self._open)
        self.save_action.triggered.connect(self._save)
        self.print_action.triggered.connect(self._print)

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        self._office = office

    def show_wish(self, snapshot: MeetingSnapshot | None, wish: CompareTexts | None, title: str) -> None:
        """Of which comparison the paper is made; without one there is none."""
        self._about = None if snapshot is None or wish is None else (snapshot, wish, title)
        self.setEnabled(self._about is not None)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        words = _("Comparison on paper")
        self.setText(ICON_GAP + words)
        self.setAccessibleName(words)
        self.open_action.setText(_("Open as {kind}").format(kind="PDF"))
        self.save_action.setText(_("Save as PDF…"))
        self.print_action.setText(_("Print…"))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.setIcon(icon("printer", theme))

    def _allow(self) -> None:
        free = self._office is not None and not self._office.desk.busy
        for action in self.menu_shown.actions():
            action.setEnabled(free)

    def _open(self) -> None:
        if self._office is not None and self._about is not None:
            snapshot, wish, _title = self._about
            self._office.desk.open_copy(snapshot, _choice(wish), self.file_name(), _options(wish))

    def _save(self) -> None:
        if self._office is not None and self._about is not None:
            snapshot, wish, _title = self._about
            self._office.desk.ask_and_save(snapshot, _choice(wish), self.file_name(), _options(wish))

    def _print(self) -> None:
        if self._office is not None and self._about is not None:
            snapshot, wish, _title = self._about
            self._office.desk.printing.print_papers(snapshot, (_choice(wish),), _options(wish), at_once)

    def file_name(self) -> str:
        """“战略合作协议_修改对照稿_v1-v3_zh.pdf”."""
        from exporters.save import safe_stem

        if self._about is None:
            return ""
        _snapshot, wish, title = self._about
        words = translator(wish.language).gettext
        newer = f"v{wish.newer}" if wish.newer is not None else words("the text as it is now")
        parts = (title[:LONGEST_TITLE], words("Comparison"), f"v{wish.older}-{newer}", wish.language)
        return f"{safe_stem('_'.join(parts))}.pdf"


def _choice(wish: CompareTexts) -> Choice:
    return Choice("comparison", "pdf", wish.language, wish.agreement_key)


def _options(wish: CompareTexts) -> PaperOptions:
    return replace(USUAL, compare_from=wish.older, compare_to=wish.newer)
