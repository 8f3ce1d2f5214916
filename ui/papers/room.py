"""The papers room: every paper of the meeting, its pages beside the list, printed, saved and exported from here.

Places: "papers/<document>/<language>" ("papers/agenda/zh"), "papers/agreement/<key>/<language>"; both also shorter.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.papers.commands import COMMANDS
from ui.papers.filters import PaperFilter
from ui.papers.menu import fill_menu
from ui.papers.options_bar import OptionsBar
from ui.papers.preview_panel import PreviewPanel
from ui.papers.preview_wishes import PreviewWishes
from ui.papers.rows import PaperRow, PapersModel, RowNumbers, paper_rows
from ui.papers.table import PaperTable
from ui.papers.work import PaperWork
from ui.room import Room
from ui.settings import PAPERS_WIDTH
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.message_page import MessagePage

if TYPE_CHECKING:
    from ui.office import Office

PAUSE = 90  # ms without another row chosen, until its pages are asked for
LIST_SHARE = 0.56  # of the width, at first


class PapersRoom(Room):
    """Every paper that can be made of this meeting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.papers, self.numbers = PapersModel(), RowNumbers()
        self.table = PaperTable(self.papers)
        self.filter, self.options_bar, self.panel = PaperFilter(), OptionsBar(), PreviewPanel()
        self.wishes = PreviewWishes(self.panel)
        self.heading, self.remark = QLabel(), ElidedLabel()
        self.all_button, self.export_button, self.pack_button = QPushButton(), QPushButton(), QPushButton()
        self.empty_page = MessagePage("printer")
        self.show_all_button = self.empty_page.add_button(self.filter.show_all, main=True)
        self.splitter, self._pages = QSplitter(), QStackedWidget()
        self.lacking: tuple[str, ...] = ()
        self.allowed = True
        self._wanted = ""  # the place to be shown once there is a snapshot
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._lay_out()
        self._make_actions()
        self._connect()

    def _lay_out(self) -> None:
        self.heading.setProperty("role", "title")
        self.heading.setMinimumHeight(30)
        self.remark.setProperty("role", "faint")
        self.pack_button.setProperty("role", "main")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.heading)
        head.addWidget(self.remark, 1)
        for widget in (self.options_bar, self.export_button, self.pack_button):
            head.addWidget(widget)
        chips = QHBoxLayout()
        chips.addWidget(self.filter, 1)
        chips.addWidget(self.all_button)
        for page in (self.table, self.empty_page):
            self._pages.addWidget(page)
        for part in (self._pages, self.panel):
            self.splitter.addWidget(part)
        self.splitter.setHandleWidth(12)
        self.splitter.setChildrenCollapsible(False)
        self._pages.setMinimumWidth(380)
        self.panel.setMinimumWidth(330)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addLayout(chips)
        layout.addWidget(self.splitter, 1)

    def _connect(self) -> None:
        self._pause.timeout.connect(self._ask)
        self.wishes.surveyed.connect(self._surveyed)
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(lambda _id: self.panel.view.setFocus(Qt.FocusReason.OtherFocusReason))
        self.table.menu_requested.connect(self._open_menu)
        self.filter.changed.connect(self._show_rows)
        self.papers.ticks_changed.connect(self._ticked)
        self.options_bar.changed.connect(self._options_changed)
        self.all_button.clicked.connect(self._tick_all_or_none)
        self.export_button.clicked.connect(self.export_chosen)
        self.pack_button.clicked.connect(self.export_pack)
        self.splitter.splitterMoved.connect(self._remember_width)
        panel = self.panel
        panel.print_requested.connect(self.print_current)
        panel.save_requested.connect(self.save_current)
        panel.open_requested.connect(self.open_current)
        panel.formats_chosen.connect(self._formats_chosen)
        panel.place_requested.connect(self.go)
        panel.view.refused.connect(self._no_pages)

    def _make_actions(self) -> None:
        called: dict[str, Callable[[], None]] = {
            "print": self.print_chosen,
            "save": lambda: self.save_current(""),
            "open": lambda: self.open_current(""),
            "export": self.export_chosen,
            "pack": self.export_pack,
            "final": lambda: self._press_final(True),
            "draft": lambda: self._press_final(False),
        }
        self.actions_by_key: dict[str, QAction] = {}
        for key, keys, _message in COMMANDS:
            action = self.actions_by_key[key] = QAction(self)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            action.triggered.connect(called[key])
            self.addAction(action)

    # --- the room

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        self.options_bar.use(office.settings, may_log=not office.read_only)
        self.allow_export(not office.desk.busy)

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show another meeting, or the same one after a change."""
        other = self.is_another(snapshot)
        super().show_snapshot(snapshot)
        self.options_bar.take_snapshot(snapshot, other=other)
        if other:
            self.papers.tick([row.id for row in self.papers.ticked()], on=False)
            self.lacking = ()
        if self.office is not None:
            self.options_bar.allow_unmasked(not self.office.read_only)
        self._take_rows()
        self._survey()
        self._pause.start()

    def _take_rows(self) -> None:
        self.papers.take_all(paper_rows(self.snapshot, self.lacking, self.numbers))
        self._ticked()
        self._show_rows()

    def _show_rows(self) -> None:
        """What passes the filter; the chosen paper stays chosen where it still does."""
        ticked = {row.id for row in self.papers.ticked()}
        rows = tuple(self.filter.chosen(self.papers.all_rows(), ticked))
        if rows != self.papers.rows():
            self.papers.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        self._name_buttons()
        if self._wanted:
            self.reveal(self._wanted)

    def _survey(self) -> None:
        """Ask which kinds of papers there is nothing for; until then all are taken to be makeable."""
        if self.office is not None and self.snapshot is not None:
            self.wishes.survey(self.office, self.snapshot, self.options_bar.options)

    def _surveyed(self, snapshot: MeetingSnapshot, lacking: tuple[str, ...]) -> None:
        if snapshot is self.snapshot and lacking != self.lacking:
            self.lacking = lacking
            self._take_rows()
            self._pause.start()

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, place: str) -> None:
        """Choose the paper a place names."""
        if not self.papers.all_rows():
            self._wanted = place
            return
        self._wanted = ""
        row = self._row_at(place)
        if row is None:
            return
        if self.papers.place_of(row.id) is None:
            self.filter.show_all()
        self.table.choose(row.id)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_at(self, place: str) -> PaperRow | None:
        parts = [part for part in place.split("/")[1:] if part]
        if not parts:
            return None
        found = [row for row in self.papers.all_rows() if row.document == parts[0]]
        for part in parts[1:]:
            narrower = [row for row in found if part in (row.agreement_key, row.language)]
            found = narrower or found
        return next(iter(found), None)

    def commands(self) -> tuple[QAction, ...]:
        """What can be done here."""
        return tuple(self.actions_by_key.values())

    def allow_export(self, allowed: bool) -> None:
        """Whether an export may be started now."""
        self.allowed = allowed
        self.panel.allow(allowed)
        self._name_buttons()

    # --- the paper in view

    def current(self) -> PaperRow | None:
        """The chosen paper."""
        row = self.table.chosen()
        return row if isinstance(row, PaperRow) else None

    def _row_chosen(self, row: PaperRow | None) -> None:
        shown = self.panel.row
        known = row is not None and shown is not None and row.name == shown.name
        if self.panel.show_row(row, self.papers.formats(row) if row is not None else ()):
            if not known:
                self.panel.view.show_making()
                self._pause.start()
        elif self.office is not None:
            self._pause.stop()
            self.wishes.forget(self.office)

    def _ask(self) -> None:
        """Have the pages of the chosen paper made."""
        row, office = self.current(), self.office
        if row is not None and office is not None and row.makeable and "pdf" in row.formats:
            self.wishes.ask(office, self.snapshot, row, self.options_bar.options)

    def _no_pages(self) -> None:
        _ = translator(self.language).gettext
        self.panel.view.say(_("No pages to show."))

    def _options_changed(self) -> None:
        self._say_remark()
        self._survey()
        self._pause.start()

    def _press_final(self, on: bool) -> None:
        (self.options_bar.final_button if on else self.options_bar.draft_button).setChecked(True)

    def _formats_chosen(self, formats: tuple[str, ...]) -> None:
        row = self.current()
        if row is not None:
            self.papers.choose_formats(row, formats)

    # --- print, save, open, export

    def _work(self) -> PaperWork | None:
        if self.office is None or self.snapshot is None or not self.allowed:
            return None
        return PaperWork(self.office, self.snapshot, self.options_bar.options)

    def print_current(self) -> None:
        """Print the paper in view."""
        row = self.current()
        if row is not None:
            self._print((row,))

    def print_chosen(self) -> None:
        """Print the ticked papers that are PDF files, or the one in view."""
        self._print(self.papers.ticked() or tuple(filter(None, (self.current(),))))

    def _print(self, rows: tuple[PaperRow, ...]) -> None:
        printable = tuple(row for row in rows if row.makeable and "pdf" in row.formats)
        work, current = self._work(), self.current()
        if work is None or not printable:
            return
        in_view = current is not None and [row.name for row in printable] == [current.name]
        current_pages = self.wishes.is_current(work.snapshot, work.options)
        ready = self.panel.preview if in_view and current_pages else None
        work.print_rows(printable, self.panel.view.page if in_view else 1, ready)

    def save_current(self, format_name: str) -> None:
        """Save the paper in view as a file; in its first format where none is named."""
        row, work = self.current(), self._work()
        if row is not None and row.makeable and work is not None:
            work.save(row, format_name or self.papers.formats(row)[0])

    def open_current(self, format_name: str) -> None:
        """Open a copy of the paper in view in the program for it."""
        row, work = self.current(), self._work()
        if row is not None and row.makeable and work is not None:
            work.open(row, format_name or self.papers.formats(row)[0])

    def export_chosen(self) -> None:
        """Ask for an export of the ticked papers, or of the one the cursor is on."""
        current, work = self.current(), self._work()
        rows = self.papers.ticked() or ((current,) if current is not None and current.makeable else ())
        if rows and work is not None:
            work.export(rows, self.papers.choices(rows))

    def export_pack(self) -> None:
        """Ask for an export of everything."""
        work = self._work()
        if work is not None:
            work.export((), ())

    # --- ticks, menu, words

    def _ticked(self) -> None:
        ticked = {row.id for row in self.papers.ticked()}
        self.filter.count(self.papers.all_rows(), ticked)
        self._name_buttons()

    def _tick_all_or_none(self) -> None:
        on = not self.papers.ticked()
        rows = self.papers.rows() if on else self.papers.all_rows()
        self.papers.tick([row.id for row in rows if row.makeable or not on], on=on)

    def go(self, place: str) -> None:
        """Go to another place in the window."""
        if self.office is not None and place:
            self.office.show_place(place)

    def _open_menu(self, place: QPoint) -> None:
        row = self.current()
        if row is not None:
            fill_menu(QMenu(self), self, row).popup(place)

    def _remember_width(self, _position: int, _index: int) -> None:
        if self.office is not None:
            self.office.settings.set(PAPERS_WIDTH, self.splitter.sizes()[0])

    def showEvent(self, event: Any) -> None:
        """Qt: share the width as it was left."""
        super().showEvent(event)
        width = self.splitter.width()
        kept = self.office.settings.get(PAPERS_WIDTH) if self.office is not None else 0
        left = kept if 0 < kept < width else round(width * LIST_SHARE)
        self.splitter.setSizes([left, width - left])

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.heading.setText(_("Papers"))
        self.setAccessibleName(_("Papers"))
        self.table.setAccessibleName(_("Papers"))
        self.empty_page.say(_("No paper here"), _("No paper passes the chips above. Show them all to go on."))
        self.show_all_button.setText(_("Show all papers"))
        self.show_all_button.setAccessibleName(_("Show all papers"))
        for part in (self.filter, self.options_bar, self.panel):
            part.retranslate(language)
        self.papers.retranslate(language)
        for key, _keys, message in COMMANDS:
            self.actions_by_key[key].setText(_(message))
        self._name_buttons()
        self._say_remark()
        if self.panel.preview is None:
            self._pause.start()  # what stands in the place of the pages is said anew

    def retheme(self, theme: Theme) -> None:
        """Draw everything in another theme."""
        self.papers.retheme(theme)
        self.empty_page.retheme(theme)
        self.panel.retheme(theme)
        self.options_bar.retheme(theme)
        self.export_button.setIcon(icon("file-down", theme))
        self.pack_button.setIcon(icon("package", theme, "on_accent"))

    def _say_remark(self) -> None:
        self.remark.setText(self.options_bar.remark(self.language))

    def _name_buttons(self) -> None:
        _, count = translator(self.language).gettext, len(self.papers.ticked())
        export = _("Export the ticked ({count})…").format(count=count) if count else _("Export this paper…")
        words = (
            (self.export_button, export),
            (self.pack_button, _("Export the whole pack…")),
            (self.all_button, _("Tick none") if count else _("Tick all")),
        )
        for button, text in words:
            button.setText(text if button is self.all_button else ICON_GAP + text)
            button.setAccessibleName(text)
        self.export_button.setToolTip(f"{export} (Ctrl+E)")
        self.pack_button.setToolTip(_("Every paper this meeting has something for, in every format"))
        current = self.current()
        self.export_button.setEnabled(self.allowed and bool(count or (current is not None and current.makeable)))
        self.pack_button.setEnabled(self.allowed)
