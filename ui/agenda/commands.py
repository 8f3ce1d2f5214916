"""What can be done in the agenda room: keys, context menu, search box."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from resources.languages import translator
from ui.agenda.rows import N_

if TYPE_CHECKING:
    from ui.agenda.room import AgendaRoom


class Commands:
    """The actions of one room. Those whose keys mean something else in a table have them on the timeline only."""

    def __init__(self, room: AgendaRoom) -> None:
        self._room, self._messages = room, list[tuple[QAction, str]]()
        room_wide, timeline = room, room.timeline
        self.add = self._make(N_("Add an agenda item"), "Ctrl+Shift+N", room_wide, lambda: room.add_line.begin())
        self.open = self._make(N_("Edit the agenda item"), "", room_wide, lambda: room.panel.focus_field("title"))
        self.duplicate = self._make(N_("Duplicate the agenda item"), "Ctrl+D", timeline, self._duplicate)
        self.indent = self._make(N_("Make it a part of the item before"), "Ctrl+]", room_wide, self._indent)
        self.outdent = self._make(N_("Make it an item of its own"), "Ctrl+[", room_wide, self._outdent)
        self.untime = self._make(N_("Take its clock time away"), "", room_wide, self._untime)
        self.in_turn = self._make(
            N_("Set clock times in turn"), "", room_wide, lambda: room.desk.time_in_turn() if room.desk else None
        )
        self.close_gap = self._make(N_("Close the gap behind it"), "", room_wide, self._close_gap)
        self.delete = self._make(N_("Delete the agenda item"), "Del", timeline, self._delete)
        self.nearer = self._make(N_("Zoom in"), "Ctrl++", timeline, lambda: timeline.set_zoom(timeline.zoom + 1))
        self.farther = self._make(N_("Zoom out"), "Ctrl+-", timeline, lambda: timeline.set_zoom(timeline.zoom - 1))
        self.add.setShortcuts([QKeySequence("Ctrl+Shift+N"), QKeySequence("Ins")])
        self.nearer.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self.actions = tuple(action for action, _message in self._messages)
        self._of_items = (self.open, self.duplicate, self.indent, self.outdent, self.untime, self.delete)

    def open_menu(self, place: QPoint) -> None:
        """The context menu of what is chosen."""
        self.menu().popup(place)

    def menu(self) -> QMenu:
        """The context menu, its lines enabled as far as they mean something."""
        menu = QMenu(self._room)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chosen = bool(self._room.chosen_ids())
        for action in self._of_items:
            action.setEnabled(chosen and not self._room.timeline.read_only)
        self.close_gap.setEnabled(self.close_gap.isEnabled() and self._room.gap_behind() > 0)
        menu.addActions([self.add, self.open, self.duplicate])
        menu.addSeparator()
        menu.addActions([self.indent, self.outdent, self.untime, self.close_gap])
        menu.addSeparator()
        menu.addAction(self.delete)
        menu.aboutToHide.connect(self._enable_all)
        return menu

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        for action in self.actions:
            action.setEnabled(not read_only or action in (self.nearer, self.farther))

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        for action, message in self._messages:
            action.setText(_(message))

    def _make(self, message: str, keys: str, owner: QWidget, do: Callable[[], object]) -> QAction:
        action = QAction(self._room)
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: do())
        owner.addAction(action)
        self._messages.append((action, message))
        return action

    def _enable_all(self) -> None:
        self.set_read_only(self._room.timeline.read_only)

    def _duplicate(self) -> None:
        room = self._room
        if room.desk is not None and room.chosen_ids():
            room.desk.duplicate(room.chosen_ids(), done=lambda ids: room.await_item(ids[0]))

    def _delete(self) -> None:
        room = self._room
        if room.desk is not None:
            room.desk.delete(room.chosen_ids())

    def _indent(self) -> None:
        room = self._room
        if room.desk is not None and room.chosen_ids():
            room.desk.indent(room.chosen_ids())

    def _outdent(self) -> None:
        room = self._room
        if room.desk is not None and room.chosen_ids():
            room.desk.indent(room.chosen_ids(), out=True)

    def _untime(self) -> None:
        room = self._room
        if room.desk is not None:
            room.desk.untime(room.chosen_ids())

    def _close_gap(self) -> None:
        room = self._room
        if room.desk is not None and room.current is not None:
            room.desk.close_gap(room.current)
