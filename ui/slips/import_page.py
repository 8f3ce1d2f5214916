"""The page of an import, in the place of the people table: the plan, the sheets, what is under way, the one press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QMenu,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.imports.plan import Action, ImportPlan
from resources.languages import translator
from ui.slips.file_list import TWICE, SheetPlace, is_locked, refusals, unknown_columns
from ui.slips.plan_page import PlanPage
from ui.slips.sheets_page import SheetsPage
from ui.slips.sitting import WRITTEN, Sitting
from ui.slips.words import note_words
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import icon
from ui.widgets.message_page import MessagePage
from ui.wording.messages import N_

KEYS = (
    (N_("Same person"), "S"),
    (N_("Add as new"), "A"),
    (N_("Leave out"), "X"),
    (N_("Choose who is meant"), "1–9"),
    (N_("Next to decide"), "N"),
    (N_("Write the import"), "Ctrl+Enter"),
)

OUTDATED = N_(
    "Somebody has changed the list meanwhile: nothing was written. The plan is made anew and keeps your decisions; "
    "look at it and import again."
)


class ImportPage(QWidget):
    """Wishes as signals; the desk answers with `show_sitting`, `show_reading` and `show_writing`."""

    apply_requested = Signal()
    left = Signal()  # back to the list; nothing is forgotten
    discarded = Signal()
    files_requested = Signal()
    folder_requested = Signal()
    clipboard_requested = Signal()
    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.sitting: Sitting | None = None
        self.plan, self.sheets, self.waiting = PlanPage(), SheetsPage(), MessagePage("file-spreadsheet")
        self.heading, self.remark = QLabel(), ElidedLabel()
        self.note, self.progress_words, self.bar = ElidedLabel(), ElidedLabel(), QProgressBar()
        self.back_button, self.add_button, self.discard_button = QPushButton(), QPushButton(), QPushButton()
        self.reveal_button, self.apply_button, self.cancel_button = QPushButton(), QPushButton(), QPushButton()
        self.plan_tab, self.sheets_tab, self.note_button = QPushButton(), QPushButton(), QPushButton()
        self.tabs, self.pages = QButtonGroup(self), QStackedWidget()
        self._keys = [QAction(self) for _key in KEYS]  # for the list of all keys
        self.addActions(self._keys)
        self.progress = QWidget()
        self._running = False
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.heading.setProperty("role", "title")
        self.remark.setProperty("role", "faint")
        self.note.setProperty("role", "note")
        self.apply_button.setProperty("role", "main")
        self.reveal_button.setCheckable(True)
        for number, tab in enumerate((self.plan_tab, self.sheets_tab)):
            tab.setProperty("role", "chip")
            tab.setCheckable(True)
            self.tabs.addButton(tab, number)
        self.plan_tab.setChecked(True)
        for page in (self.plan, self.sheets, self.waiting):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        layout.addLayout(self._note_line())
        layout.addWidget(self._progress_line())
        layout.addWidget(self.pages, 1)
        self.note.hide()
        self.note_button.hide()
        self.progress.hide()

    def _note_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.note, 1)
        line.addWidget(self.note_button)
        return line

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setSpacing(8)
        for widget in (self.back_button, self.heading, self.plan_tab, self.sheets_tab):
            head.addWidget(widget)
        head.addWidget(self.remark, 1)
        for button in (self.reveal_button, self.add_button, self.discard_button, self.apply_button):
            head.addWidget(button)
        return head

    def _progress_line(self) -> QWidget:
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(220)
        line = QHBoxLayout(self.progress)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self.progress_words)
        line.addWidget(self.bar)
        line.addWidget(self.cancel_button)
        line.addStretch(1)
        return self.progress

    def _connect(self) -> None:
        self.tabs.idClicked.connect(lambda number: self.open_page(self.sheets if number else self.plan))
        self.back_button.clicked.connect(self.left)
        self.discard_button.clicked.connect(self.discarded)
        self.cancel_button.clicked.connect(self.cancel_requested)
        self.apply_button.clicked.connect(self.apply_requested)
        self.add_button.clicked.connect(self._offer_sources)
        self.note_button.clicked.connect(self._show_refused)
        self.reveal_button.toggled.connect(self._reveal)
        self.plan.changed.connect(self._say_counts)
        self.plan.sheet_requested.connect(self._show_row)

    # what is shown
    def open_page(self, page: QWidget) -> None:
        """The plan, or the sheets."""
        self.pages.setCurrentWidget(page)
        self.tabs.button(1 if page is self.sheets else 0).setChecked(True)
        self.take_focus()

    def begin(self) -> None:
        """Another import: nothing of the one before is shown."""
        self.sitting = None
        self.reveal_button.setChecked(False)
        self.pages.setCurrentWidget(self.waiting)
        self.plan.begin()
        self.show_idle()
        self._say_counts()

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        page = self.pages.currentWidget()
        if isinstance(page, PlanPage | SheetsPage):
            page.take_focus()

    def show_sitting(self, sitting: Sitting) -> None:
        """Show the plan as it is now; a locked file comes first when nothing else is to be seen."""
        first = self.pages.currentWidget() is self.waiting
        self.sitting = sitting
        self.show_idle()
        self.plan.show_sitting(sitting)
        self.sheets.show_sitting(sitting)
        self._say_counts()
        if first:
            nobody = sitting.plan is None or not sitting.plan.rows
            self.open_page(self.sheets if nobody else self.plan)
            self.plan.go_to_next()

    def show_reading(self, name: str, done: int, total: int) -> None:
        """Files are being read; a plan that is there stays in sight."""
        _ = translator(self.language).gettext
        if self.sitting is None or self.sitting.plan is None:
            self.pages.setCurrentWidget(self.waiting)
        words = _("Reading {name}…").format(name=name) if name else _("Comparing with the list…")
        self._show_progress(words, done, total)
        self.cancel_button.setVisible(True)

    def show_writing(self, count: int) -> None:
        """The people are being written."""
        ngettext = translator(self.language).ngettext
        words = ngettext("Writing {count} row…", "Writing {count} rows…", count).format(count=count)
        self._show_progress(words, 0, 0)
        self.cancel_button.setVisible(False)
        self.pages.setEnabled(False)
        self.discard_button.setEnabled(False)

    def show_written(self, done: int, total: int) -> None:
        """So far it is; the last quarter is for what undo will need, and for the disk."""
        if self._running:
            self.bar.setRange(0, total * 4)
            self.bar.setValue(done * 3)

    def show_idle(self) -> None:
        """Nothing is under way."""
        self._running = False
        self.progress.hide()
        self.pages.setEnabled(True)
        self.discard_button.setEnabled(True)
        self._allow()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.heading.setText(_("Import reply slips"))
        self.setAccessibleName(_("Import reply slips"))
        for action, (said, keys) in zip(self._keys, KEYS, strict=True):
            action.setText(f"{_(said)}\t{keys}")
        words = (
            (self.back_button, _("Back to the list")),
            (self.add_button, _("Add files") + " ▾"),
            (self.discard_button, _("Discard")),
            (self.note_button, _("Have a look")),
            (self.cancel_button, _("Cancel")),
        )
        for button, said in words:
            button.setText(said)
            button.setAccessibleName(said)
        self.reveal_button.setAccessibleName(_("Show the phone numbers"))
        self.reveal_button.setToolTip(_("Show the phone numbers"))
        self.discard_button.setToolTip(_("Forget this import; nothing has been written"))
        self.bar.setAccessibleName(_("Progress of the import"))
        self.waiting.say(_("Reading the slips"), _("Nothing is written before you say so."))
        self.plan.retranslate(language)
        self.sheets.retranslate(language)
        self._say_counts()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.plan, self.sheets, self.waiting):
            part.retheme(theme)
        self.back_button.setIcon(icon("chevron-left", theme))
        self.reveal_button.setIcon(icon("eye", theme, checked="accent"))
        self.add_button.setIcon(icon("plus", theme))

    def sources_menu(self) -> QMenu:
        """Where more may come from."""
        _ = translator(self.language).gettext
        menu = QMenu(self)
        menu.addAction(_("Files…"), self.files_requested.emit)
        menu.addAction(_("A folder…"), self.folder_requested.emit)
        menu.addAction(_("What is on the clipboard") + "\tCtrl+V", self.clipboard_requested.emit)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Ctrl+V adds the clipboard, Ctrl+Enter writes, Escape goes back to the list."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.clipboard_requested.emit()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier and self.apply_button.isEnabled():
            self.apply_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # ---

    def _show_progress(self, words: str, done: int, total: int) -> None:
        self._running = True
        self.progress_words.setText(words)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.progress.show()
        self._allow()

    def _say_counts(self) -> None:
        """How many people come, how many rows wait, and what was not read."""
        _ = translator(self.language).gettext
        plan = self.sitting.plan if self.sitting else None
        counts = self.sitting.counts() if self.sitting else dict.fromkeys(Action, 0)
        words = self._apply_words()
        self.apply_button.setText(words)
        self.apply_button.setAccessibleName(words)
        self.apply_button.setToolTip("Ctrl+Enter")
        rows, sheets = (len(plan.rows), sum(len(file.book.sheets) for file in plan.files)) if plan else (0, 0)
        self.plan_tab.setText(" ".join((_("People"), str(rows))))
        warned = bool(plan and (_unread(plan) or unknown_columns(plan)))
        self.sheets_tab.setText(" ".join((_("Sheets"), str(sheets), "▲" if warned else "")).rstrip())
        for tab in (self.plan_tab, self.sheets_tab):
            tab.setAccessibleName(tab.text())
        self._say_remark(counts[Action.DOUBT])
        self._say_note()
        self._allow()

    def _apply_words(self) -> str:
        """Import 12 people and 1 group."""
        _, ngettext = translator(self.language).gettext, translator(self.language).ngettext
        people, groups = self.sitting.written() if self.sitting else (0, 0)
        words = ngettext("Import {count} person", "Import {count} people", people).format(count=people)
        if not groups:
            return words
        return words + ngettext(" and {count} group", " and {count} groups", groups).format(count=groups)

    def _say_remark(self, doubts: int) -> None:
        ngettext = translator(self.language).ngettext
        plan = self.sitting.plan if self.sitting else None
        count = len(plan.files) if plan else 0
        said = [ngettext("{count} file", "{count} files", count).format(count=count)] if plan else []
        if doubts:
            words = ngettext("{count} row to decide", "{count} rows to decide", doubts)
            said.append(words.format(count=doubts))
        self.remark.setText(" · ".join(said))

    def _say_note(self) -> None:
        """Files that gave nothing, and what is to be known about the whole."""
        plan, ngettext = self.sitting.plan if self.sitting else None, translator(self.language).ngettext
        said = [note_words(note, self.language) for note in plan.notes] if plan else []
        outdated = self.sitting is not None and self.sitting.outdated
        refused = _unread(plan) if plan else []
        twice = [name for name in refusals(plan) if name not in refused] if plan else []
        if twice:
            words = ngettext(
                "{count} file holds the same as another and is read once: {names}",
                "{count} files hold the same as others and are read once: {names}",
                len(twice),
            )
            said.insert(0, words.format(count=len(twice), names="、".join(twice)))
        if refused:
            words = ngettext(
                "{count} file was not read: {names}",
                "{count} files were not read: {names}",
                len(refused),
            )
            said.insert(0, words.format(count=len(refused), names="、".join(refused)))
        if outdated:
            said.insert(0, translator(self.language).gettext(OUTDATED))
        self.note.setText("▲ " + "  ▲ ".join(said) if said else "")
        self.note.setVisible(bool(said))
        self.note_button.setVisible(bool(refused))

    def _allow(self) -> None:
        counts = self.sitting.counts() if self.sitting else dict.fromkeys(Action, 0)
        self.apply_button.setEnabled(not self._running and any(counts[action] for action in WRITTEN))
        self.add_button.setEnabled(not self._running)

    def _offer_sources(self) -> None:
        menu = self.sources_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.add_button.mapToGlobal(self.add_button.rect().bottomLeft()))

    def _reveal(self, revealed: bool) -> None:
        self.plan.reveal(revealed)
        self.sheets.reveal(revealed)

    def _show_refused(self) -> None:
        """The first file that could not be read; one that only needs its password first."""
        plan = self.sitting.plan if self.sitting else None
        names = sorted(plan.refused_files, key=lambda told: not is_locked(told[1])) if plan else []
        if names:
            self.open_page(self.sheets)
            self.sheets.files.choose(SheetPlace(names[0][0]))
            self.sheets.take_focus()

    def _show_row(self, file: str, sheet: str, row: int) -> None:
        self.open_page(self.sheets)
        self.sheets.show_row(file, sheet, row)


def _unread(plan: ImportPlan) -> list[str]:
    """The files that gave nothing; one whose content is there already is none of them."""
    return [name for name, note in plan.refused_files if note.code != TWICE]
