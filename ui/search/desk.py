"""The search in the window: opens the palette, keeps the index fresh, goes to what is chosen."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtGui import QAction, QKeySequence

from ui.search.index import Command, SearchIndex
from ui.search.palette import SearchPalette

if TYPE_CHECKING:
    from models.store.search_entries import SearchEntry
    from ui.main_window import MainWindow


class SearchDesk(QObject):
    """Between the search box, the palette and the window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.index = SearchIndex(self)
        self.palette = SearchPalette(self.index, self.open_entry, window)
        self._waiting = (0, "")  # a meeting that is not shown yet, and a place in it
        window.top_bar.offer_search()
        window.top_bar.search_requested.connect(self.open)
        window.link.feed.committed.connect(lambda *_given: self.index.note_change())
        window.link.changed_elsewhere.connect(self.index.note_change)
        window.link.opened.connect(self.index.forget)
        window.meeting_shown.connect(self._meeting_shown)

    def open(self) -> None:
        """Show the palette below the search box."""
        window, box = self._window, self._window.top_bar.search_box
        if window.link.workspace is None:
            return
        self.index.refresh(window.office)
        titles = {meeting.id: meeting.title.pick(window.language) for meeting in window.meetings}
        corner = box.mapToGlobal(QPoint(box.width(), box.height() + 4))
        self.palette.open_at(corner, window.meeting_id, tuple(self.commands()), titles)

    def open_entry(self, entry: SearchEntry) -> None:
        """Show what was found: its meeting first, then its place."""
        window = self._window
        if entry.kind == "meeting":
            window.show_meeting(entry.meeting_id)
        elif entry.meeting_id in (0, window.meeting_id):
            window.show_place(entry.place)
        else:
            self._waiting = entry.meeting_id, entry.place
            window.show_meeting(entry.meeting_id)

    def commands(self) -> Iterator[Command]:
        """What can be done now: the menus, then the room that is open."""
        window = self._window
        window.menus.refresh()
        menus = [menu for _title, below in window.menus.menus() for menu in below]
        actions = [action for menu in menus for action in menu.actions()]
        if window.snapshot is not None:
            actions += window.rooms[window.room].commands()
        opening = [menu.menuAction() for menu in menus]
        for action in dict.fromkeys(actions):
            if action.isEnabled() and not action.isSeparator() and action not in opening and action.text():
                yield _words(action), _keys(action), action.trigger

    def _meeting_shown(self, meeting_id: int) -> None:
        (wanted, place), self._waiting = self._waiting, (0, "")
        if place and wanted == meeting_id:
            self._window.show_place(place)


def _words(action: QAction) -> str:
    """Without mnemonic and keys: “文件(&F)” is “文件”."""
    import re

    words = action.text().partition("\t")[0]
    return re.sub(r"\(&\w\)", "", words).replace("&&", "\0").replace("&", "").replace("\0", "&")


def _keys(action: QAction) -> str:
    told = action.text().partition("\t")[2]
    return told or action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
