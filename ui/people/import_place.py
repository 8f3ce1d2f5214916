"""Where the import of slips stands in the people room: its page, made when it is first wanted, and its result."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QStackedWidget

from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.slips.result_bar import ResultBar
from ui.slips.sources import Source
from ui.theme import Theme, load_theme
from ui.widgets.clipboard import write_text

if TYPE_CHECKING:
    from models.imports.apply_import import Imported
    from ui.people.room import PeopleRoom
    from ui.slips.desk import ImportDesk


class ImportPlace(QObject):
    """Opens, hides and ends an import; `desk` is None until somebody imports."""

    def __init__(self, room: PeopleRoom, pages: QStackedWidget) -> None:
        super().__init__(room)
        self._room, self._pages = room, pages
        self.bar = ResultBar()
        self.desk: ImportDesk | None = None
        self._open = False
        self._theme = load_theme("light")
        self._untouched: frozenset[int] = frozenset()
        self._fresh = False  # the change that the bar tells of is the last one
        self.bar.undo_requested.connect(self._undo)
        self.bar.people_requested.connect(self.show_people)

    @property
    def is_open(self) -> bool:
        """Whether the import stands in the place of the table: of the meeting shown only."""
        return self._open and self.is_begun

    @property
    def is_begun(self) -> bool:
        """Whether an import of the meeting shown waits to be gone on with."""
        return self.desk is not None and self.desk.sitting is not None

    def begin(self) -> None:
        """Go on with the import under way, or ask for the files."""
        if self.is_begun:
            self._show()
        elif (desk := self._ready()) is not None:
            desk.ask_files()

    def add_paths(self, paths: Sequence[str]) -> bool:
        """Read these; whether that is possible here."""
        desk = self._ready()
        if desk is not None:
            desk.add_paths(paths)
        return desk is not None

    def add_cells(self, cells: Sequence[Sequence[str]]) -> bool:
        """Read cells that were pasted with the headings of a slip; whether that is possible here."""
        desk = self._ready()
        if desk is not None:
            desk.add([Source(text=write_text(cells))])
        return desk is not None

    def follow(self, snapshot: MeetingSnapshot, *, another: bool) -> None:
        """The room shows another meeting, or the same one after a change."""
        if another:
            self.bar.hide()
        if self.desk is not None:
            self.desk.follow(snapshot)

    def leave(self) -> None:
        """Back to the list; what is read and decided stays."""
        self._open = False
        self._room.show_page()

    def page_shown(self) -> bool:
        """Show the page of the import if it is open; whether it is."""
        if self.is_open and self.desk is not None:
            self._pages.setCurrentWidget(self.desk.page)
        return self.is_open

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.bar.retranslate(language)
        if self.desk is not None:
            self.desk.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self.bar.retheme(theme)
        if self.desk is not None:
            self.desk.retheme(theme)

    def may_close(self, close: Callable[[], object]) -> bool:
        """Whether the window may close now."""
        return self.desk is None or self.desk.may_close(close)

    def end(self) -> None:
        """The window is going."""
        if self.desk is not None:
            self.desk.end()

    def show_people(self) -> None:
        """Show only those whom the import brought or met."""
        rows = {row.id for row in self._room.bar.filter.rows}
        self._room.bar.choose("row", frozenset(rows - self._untouched))
        self._room.table.setFocus()

    # ---

    def _ready(self) -> ImportDesk | None:
        """The desk, made the first time; None where nothing can be written."""
        room = self._room
        if room.office is None or room.snapshot is None or room.office.read_only:
            return None
        if self.desk is None:
            from ui.slips.desk import ImportDesk

            desk = self.desk = ImportDesk(room.office, self)
            desk.retheme(self._theme)
            desk.retranslate(room.language)
            desk.follow(room.snapshot)
            self._pages.addWidget(desk.page)
            desk.shown.connect(self._show)
            desk.hidden.connect(self._hide)
            desk.imported.connect(self._imported)
            room.office.link.feed.committed.connect(self._committed)
        return self.desk

    def _show(self) -> None:
        self._open = True
        self._room.keep_typed()
        self._room.show_page()
        if self.desk is not None:
            self.desk.page.take_focus()

    def _hide(self) -> None:
        self.leave()
        self._room.take_focus()

    def _imported(self, result: Imported, untouched: frozenset[int]) -> None:
        from ui.slips.result_words import result_words

        self._untouched, self._fresh = untouched, True
        self.bar.show_result(lambda language: result_words(result, language))
        self._room.show_page()

    def _committed(self, *_told: object) -> None:
        """Something was changed: what the bar can undo is no longer the last step."""
        if self._fresh:
            self._fresh = False
            self.bar.hide()

    def _undo(self) -> None:
        office = self._room.office
        self.bar.hide()
        if office is not None:
            office.link.undo(newest=True)
            _ = translator(self._room.language).gettext
            office.notice(_("The import was taken back."))
