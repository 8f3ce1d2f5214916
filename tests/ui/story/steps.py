"""Undo and redo by their keys, step by step, and what the workspace holds at each end."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.models.store.stored import Content, content
from tests.ui.story.hands import CTRL, KEY, Clerk


def stored(clerk: Clerk) -> Content:
    """Everything that undo answers for."""
    assert clerk.window.link.workspace is not None
    return content(clerk.window.link.workspace)


def undo_all(clerk: Clerk) -> int:
    """Ctrl+Z until there is nothing left to take back; how many times."""
    return _to_the_end(clerk, KEY.Key_Z)


def redo_all(clerk: Clerk) -> int:
    """Ctrl+Y until there is nothing left to do again; how many times."""
    return _to_the_end(clerk, KEY.Key_Y)


def _to_the_end(clerk: Clerk, key: Qt.Key) -> int:
    menu, steps = clerk.window.top_bar.undo_menu, 0
    action = menu.undo_action if key == KEY.Key_Z else menu.redo_action
    while action.isEnabled():
        with clerk.qtbot.waitSignal(clerk.window.link.glanced):
            clerk.press(key, held=CTRL)
        steps += 1
    return steps
