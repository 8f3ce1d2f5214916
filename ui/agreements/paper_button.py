"""A button with a menu that opens, saves or prints one paper: the paper of what a page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from resources.languages import translator
from ui.export_desk import at_once
from ui.export_worker import Choice
from ui.paper_options import PaperOptions
from ui.theme import Theme
from ui.widgets.icons import ICON_GAP, icon

if TYPE_CHECKING:
    from models.snapshots.shapes import MeetingSnapshot
    from ui.office import Office

LONGEST_TITLE = 24  # characters: a file name is cut at its end, where the numbers stand


@dataclass(frozen=True)
class ShownPaper:
    """A paper that can be made: of which meeting, which one, how."""

    snapshot: MeetingSnapshot
    choice: Choice
    options: PaperOptions


class PaperButton(QPushButton):
    """Knows how a paper is opened, saved and printed; a page's own button says which, and what the file is called."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self._office: Office | None = None
        self.menu_shown = QMenu(self)
        self.open_action, self.save_action, self.print_action = (QAction(self) for _each in range(3))
        self.menu_shown.addActions([self.open_action, self.save_action, self.print_action])
        self.setMenu(self.menu_shown)
        self.setProperty("role", "menu")
        self.menu_shown.aboutToShow.connect(self._allow)
        self.open_action.triggered.connect(self.open_copy)
        self.save_action.triggered.connect(self.save)
        self.print_action.triggered.connect(self.print)

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        self._office = office

    def paper(self) -> ShownPaper | None:
        """The paper of what the page shows; None where there is none."""
        raise NotImplementedError

    def file_name(self) -> str:
        """What its file is called; empty where there is none."""
        raise NotImplementedError

    def words(self) -> str:
        """What the button says."""
        raise NotImplementedError

    def open_copy(self) -> None:
        """Open a copy that cannot be changed."""
        paper, office = self.paper(), self._office
        if paper is not None and office is not None and not office.desk.busy:
            office.desk.open_copy(paper.snapshot, paper.choice, self.file_name(), paper.options)

    def save(self) -> None:
        """Ask where to, and save it."""
        paper, office = self.paper(), self._office
        if paper is not None and office is not None and not office.desk.busy:
            office.desk.ask_and_save(paper.snapshot, paper.choice, self.file_name(), paper.options)

    def print(self) -> None:
        """Print it."""
        paper, office = self.paper(), self._office
        if paper is not None and office is not None and not office.desk.busy:
            office.desk.printing.print_papers(paper.snapshot, (paper.choice,), paper.options, at_once)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.open_action.setText(_("Open as {kind}").format(kind="PDF"))
        self.save_action.setText(_("Save as PDF…"))
        self.print_action.setText(_("Print…"))
        self.say()

    def say(self) -> None:
        """Say what it is about."""
        words = self.words()
        self.setText(ICON_GAP + words)
        self.setAccessibleName(words)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.setIcon(icon("printer", theme))

    def _allow(self) -> None:
        free = self._office is not None and not self._office.desk.busy
        for action in self.menu_shown.actions():
            action.setEnabled(free)
