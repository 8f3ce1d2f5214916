"""A kept revision on paper: opened, saved or printed as it was kept, from the table of revisions."""

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
    from ui.agreements.lifecycle_tables import RevisionRow
    from ui.office import Office

BOTH = "zh-en"
LONGEST_TITLE = 24  # characters: a file name is cut at its end, where the number stands


class RevisionPaper(QPushButton):
    """A button with a menu; `show_row` says which revision it is about."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self._office: Office | None = None
        self._snapshot: MeetingSnapshot | None = None
        self._row: RevisionRow | None = None
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

    def show_row(self, snapshot: MeetingSnapshot | None, row: RevisionRow | None) -> None:
        """The revision that is chosen; without one there is nothing to print."""
        self._snapshot, self._row = snapshot, row
        self.setEnabled(row is not None)
        self._say()

    def open_copy(self) -> None:
        """Open a copy that cannot be changed."""
        if self._office is not None and self._snapshot is not None and not self._office.desk.busy:
            self._office.desk.open_copy(self._snapshot, self._choice(), self.file_name(), self._options())

    def save(self) -> None:
        """Ask where to, and save it."""
        if self._office is not None and self._snapshot is not None:
            self._office.desk.ask_and_save(self._snapshot, self._choice(), self.file_name(), self._options())

    def print(self) -> None:
        """Print it."""
        if self._office is not None and self._snapshot is not None:
            self._office.desk.printing.print_papers(self._snapshot, (self._choice(),), self._options(), at_once)

    def file_name(self) -> str:
        """“战略合作协议_v2_历史版本_zh.pdf”; the final text in force is called so."""
        from exporters.save import safe_stem
        from models.final_texts import final_revision

        assert self._row is not None
        agreement, revision = self._row.agreement, self._row.revision
        _ = translator(self.language).gettext
        state = _("Final text") if final_revision(agreement) == revision else _("PAST REVISION").capitalize()
        title = agreement.title.pick(self.language) or agreement.key
        parts = (title[:LONGEST_TITLE], f"v{revision.number}", state, _language_of(self._row))
        return f"{safe_stem('_'.join(parts))}.pdf"

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.open_action.setText(_("Open as {kind}").format(kind="PDF"))
        self.save_action.setText(_("Save as PDF…"))
        self.print_action.setText(_("Print…"))
        self.setToolTip(_("The text as it was kept, with the number of the revision and its hash on every page"))
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.setIcon(icon("printer", theme))

    def _say(self) -> None:
        _ = translator(self.language).gettext
        number = self._row.revision.number if self._row is not None else ""
        words = _("v{number} on paper").format(number=number)
        self.setText(ICON_GAP + words)
        self.setAccessibleName(words)

    def _allow(self) -> None:
        free = self._office is not None and not self._office.desk.busy
        for action in self.menu_shown.actions():
            action.setEnabled(free)

    def _choice(self) -> Choice:
        assert self._row is not None
        return Choice("agreement", "pdf", _language_of(self._row), self._row.agreement.key)

    def _options(self) -> PaperOptions:
        assert self._row is not None
        return replace(USUAL, revision=self._row.revision.number)


def _language_of(row: RevisionRow) -> str:
    """The language in which its text was to be signed."""
    kept = row.revision.language
    return kept if kept in ("zh", "en") else BOTH
