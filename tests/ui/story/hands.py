"""The hands of a clerk: keys go to what has the keyboard, the mouse to places; nothing else reaches the window."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from models.snapshots.shapes import MeetingSnapshot
from tests.ui.patience import PATIENCE
from ui.main_window import MainWindow

KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
NONE, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@dataclass
class Clerk:
    """Somebody at the window."""

    window: MainWindow
    qtbot: QtBot

    @property
    def seen(self) -> MeetingSnapshot:
        """What the rooms show."""
        snapshot = self.window.snapshot
        assert snapshot is not None
        return snapshot

    def keyboard(self) -> QWidget:
        """What the next key reaches."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            return popup.focusWidget() or popup
        if QApplication.activeWindow() is None:  # a dialog has closed: the desktop gives the keyboard to what is behind
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
        return QApplication.focusWidget() or self.window

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press keys, one after the other."""
        for key in keys:
            self.qtbot.keyClick(self.keyboard(), key, held)

    def type(self, words: str) -> None:
        """Type words; what is not ASCII comes from the input method, which first shows it under way."""
        for part in re.findall(r"[\x20-\x7e]+|[^\x20-\x7e]+", words):
            if part.isascii():
                for letter in part:
                    self.qtbot.keyClicks(self.keyboard(), letter)  # the first one may open an editor
                continue
            for event in (QInputMethodEvent("pin yin", []), QInputMethodEvent("", [])):
                if not event.preeditString():
                    event.setCommitString(part)
                QApplication.sendEvent(self.keyboard(), event)

    def enter(self, words: str) -> None:
        """Type words, and Enter."""
        self.type(words)
        self.press(KEY.Key_Return)

    def retype(self, words: str, *, end: Qt.Key = KEY.Key_Return) -> None:
        """Type over everything that stands in the field."""
        self.press(KEY.Key_A, held=CTRL)
        self.type(words)
        self.press(end)

    def click(self, widget: QWidget, at: QPoint | None = None, *, twice: bool = False) -> None:
        """Click a widget that can be seen and used."""
        self.until(lambda: widget.isVisible() and widget.isEnabled())
        place = widget.rect().center() if at is None else at
        self.qtbot.mouseClick(widget, LEFT, pos=place)
        if twice:
            self.qtbot.mouseDClick(widget, LEFT, pos=place)

    def drag(self, widget: QWidget, start: QPoint, end: QPoint) -> None:
        """Press, move in two steps, let go."""
        self.qtbot.mousePress(widget, LEFT, pos=start)
        for point in ((start + end) / 2, end):
            self.qtbot.mouseMove(widget, point)
        self.qtbot.mouseRelease(widget, LEFT, pos=end)

    def choose(self, *words: str) -> None:
        """Choose a line of the open menu, and of the one that it opens, by the arrow keys."""
        for said in words:
            menu = QApplication.activePopupWidget()
            assert isinstance(menu, QMenu)
            offered = [action.text() for action in menu.actions()]
            assert any(text.startswith(said) for text in offered), offered
            while (active := menu.activeAction()) is None or not active.text().startswith(said):
                self.press(KEY.Key_Down)
            self.press(KEY.Key_Return)

    def go_to(self, number: int) -> None:
        """Another room, by Ctrl and its number."""
        self.press(Qt.Key(KEY.Key_0 + number), held=CTRL)

    def until(self, holds: Callable[[], Any], timeout: int = PATIENCE) -> None:
        """Wait until something can be seen."""
        self.qtbot.waitUntil(lambda: bool(holds()), timeout=timeout)

    def see(self, tells: Callable[[MeetingSnapshot], Any], expected: object) -> None:
        """Wait until the window shows what is expected; if it never does, tell what it shows."""
        try:
            self.until(lambda: self.window.snapshot is not None and tells(self.seen) == expected)
        except TimeoutError:
            shown = tells(self.seen)
            assert shown == expected, f"{shown!r} is shown, not {expected!r}"
