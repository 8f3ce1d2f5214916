"""Which key does what in a table, when no editor is open."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


class Act(Enum):
    """What a key asks for."""

    EDIT = auto()
    UP = auto()
    DOWN = auto()
    LEFT = auto()
    RIGHT = auto()
    CLEAR = auto()
    FILL_DOWN = auto()
    COPY = auto()
    CUT = auto()
    PASTE = auto()
    MOVE_UP = auto()
    MOVE_DOWN = auto()
    INSERT_ROW = auto()
    DELETE_ROWS = auto()
    SELECT_ROWS = auto()
    LEAVE = auto()
    NEXT_PART = auto()  # of the window
    PREVIOUS_PART = auto()


_STANDARD = (
    (QKeySequence.StandardKey.Copy, Act.COPY),
    (QKeySequence.StandardKey.Cut, Act.CUT),
    (QKeySequence.StandardKey.Paste, Act.PASTE),
)
_NO = Qt.KeyboardModifier.NoModifier
_SHIFT, _CTRL, _ALT = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_KEYS = {
    (Qt.Key.Key_F2, _NO): Act.EDIT,
    (Qt.Key.Key_Return, _NO): Act.DOWN,
    (Qt.Key.Key_Return, _SHIFT): Act.UP,
    (Qt.Key.Key_Return, _CTRL): Act.LEAVE,
    (Qt.Key.Key_Tab, _NO): Act.RIGHT,
    (Qt.Key.Key_Tab, _SHIFT): Act.LEFT,
    (Qt.Key.Key_Backtab, _NO): Act.LEFT,
    (Qt.Key.Key_Backtab, _SHIFT): Act.LEFT,
    (Qt.Key.Key_Tab, _CTRL): Act.NEXT_PART,
    (Qt.Key.Key_Tab, _CTRL | _SHIFT): Act.PREVIOUS_PART,
    (Qt.Key.Key_Backtab, _CTRL | _SHIFT): Act.PREVIOUS_PART,
    (Qt.Key.Key_Delete, _NO): Act.CLEAR,
    (Qt.Key.Key_Backspace, _NO): Act.CLEAR,
    (Qt.Key.Key_D, _CTRL): Act.FILL_DOWN,
    (Qt.Key.Key_Up, _ALT): Act.MOVE_UP,
    (Qt.Key.Key_Down, _ALT): Act.MOVE_DOWN,
    (Qt.Key.Key_Minus, _CTRL): Act.DELETE_ROWS,
    (Qt.Key.Key_Plus, _CTRL): Act.INSERT_ROW,
    (Qt.Key.Key_Plus, _CTRL | _SHIFT): Act.INSERT_ROW,
    (Qt.Key.Key_Equal, _CTRL | _SHIFT): Act.INSERT_ROW,
    (Qt.Key.Key_Space, _SHIFT): Act.SELECT_ROWS,
}


def act_of(event: QKeyEvent) -> Act | None:
    """What a pressed key asks for, or None: then Qt knows."""
    for standard, act in _STANDARD:
        if event.matches(standard):
            return act
    key = Qt.Key.Key_Return if event.key() == Qt.Key.Key_Enter else Qt.Key(event.key())
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _KEYS.get((key, held))
