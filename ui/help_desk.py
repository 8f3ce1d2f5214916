"""Help: the shortcuts, made from the real actions, and what this program is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class HelpDesk(QObject):
    """Opens the pages of help; a second press brings the same one to the front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window

    def show_shortcuts(self) -> None:
        """List every shortcut there is now."""
        from ui.dialogs.shortcuts import ShortcutsDialog

        window = self._window
        ShortcutsDialog(self.shortcut_groups(), window.language, window).open()

    def show_about(self) -> None:
        """Name, version, license."""
        from ui.dialogs.about import AboutDialog

        AboutDialog(self._window.language, self._window).open()

    def shortcut_groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """What can be done by keys: menu by menu, then in the room that is open. Words, then keys."""
        window = self._window
        groups = [
            (_plain(title), _shortcuts([action for menu in menus for action in menu.actions()]))
            for title, menus in window.menus.menus()
        ]
        if window.snapshot is not None:
            room = window.rooms[window.room]
            inside = [action for widget in [room, *room.findChildren(QWidget)] for action in widget.actions()]
            groups.append((room.accessibleName(), _shortcuts([*room.commands(), *inside])))
        return [(title, lines) for title, lines in groups if lines]


def _shortcuts(actions: list[QAction]) -> list[tuple[str, str]]:
    lines: dict[tuple[str, str], None] = {}
    for action in actions:
        words, _, told = action.text().partition("\t")
        keys = [keys.toString(QKeySequence.SequenceFormat.NativeText) for keys in action.shortcuts()]
        if told or keys:
            lines[_plain(words), told or " / ".join(keys)] = None
    return list(lines)


def _plain(words: str) -> str:
    """Without the mark of the mnemonic: “文件(&F)” and “&File” are “文件” and “File”."""
    import re

    return re.sub(r"\(&\w\)", "", words).replace("&&", "\0").replace("&", "").replace("\0", "&")
