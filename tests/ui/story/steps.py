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
    """Press, once the window knows its next step, until there is none."""
    workspace, link, taken = clerk.window.link.workspace, clerk.window.link, list[object]()
    assert workspace is not None
    next_step = workspace.next_undo if key == KEY.Key_Z else workspace.next_redo
    link.feed.committed.connect(lambda change, _initiator: taken.append(change))
    while (step := next_step()) is not None:
        clerk.until(lambda step=step: step in (link._shown.undo, link._shown.redo))
        before = len(taken)
        clerk.press(key, held=CTRL)
        clerk.until(lambda before=before: len(taken) > before)
    menu = clerk.window.top_bar.undo_menu
    action = menu.undo_action if key == KEY.Key_Z else menu.redo_action
    clerk.until(lambda: not action.isEnabled())
    return len(taken)
