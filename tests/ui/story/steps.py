"""Undo and redo by their keys, step by step, and what the workspace holds at each end."""

from __future__ import annotations

from PySide6.QtCore import Qt

from tests.models.store.stored import Content, content
from tests.ui.story.hands import CTRL, KEY, Clerk

SOON = 2000  # ms


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
    """A press that comes before the window knows its next step takes none: then one presses again."""
    menu, link, steps = clerk.window.top_bar.undo_menu, clerk.window.link, 0
    action = menu.undo_action if key == KEY.Key_Z else menu.redo_action
    while action.isEnabled():
        with clerk.qtbot.waitSignal(link.glanced, timeout=SOON, raising=False):
            with clerk.qtbot.waitSignal(link.feed.committed, timeout=SOON, raising=False) as told:
                clerk.press(key, held=CTRL)
            steps += told.signal_triggered
    return steps
