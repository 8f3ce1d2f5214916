"""A line with a list that narrows while one types: by Chinese, by pinyin, by initials."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ui.widgets.picker_entries import Entry, EntryList
from ui.widgets.picker_list import PickerList
from ui.widgets.whole_line import WholeLine

__all__ = ["Entry", "Picker"]

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Picker(QWidget):
    """Picks one of many. Enter, Tab, a click or leaving takes the line that is marked; Escape gives the old one back.

    With `create_words` ("Create “{text}”", in the language shown) a text that is not on the list can be asked for; with
    `free` any text is a value and the list only proposes. An emptied line picks None (free: the empty text).
    Letters look up: the first that matches is marked. Chinese that no entry is called is a name of its own: it asks
    for a new one, or, where none can be made, waits to be told which. 王洁 never becomes 王洁如 unseen. `takes_first`
    is for lists of words, of which any part will do.
    """

    picked = Signal(object)
    create_requested = Signal(str)
    given_back = Signal(str)  # what was typed and is nothing: the old value shows again
    turned_to = Signal()  # the line has the keyboard, or is about to be typed into

    def __init__(self, parent: QWidget | None = None, *, free: bool = False) -> None:
        super().__init__(parent)
        self.free = free
        self.create_words = ""
        self.takes_first = False
        self.line: QLineEdit = WholeLine()
        self._list: PickerList | None = None
        self._entries = EntryList()
        self._value: Any = "" if free else None
        self.entry: Entry | None = None  # that was taken from the list, of a free one
        self._typed = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # a table gives the keyboard only to an editor that takes it
        self.line.installEventFilter(self)
        self.line.textEdited.connect(self._narrow)

    def offer(self, entries: Sequence[Entry]) -> None:
        """What there is to pick from; what is shown or half typed stays, and a list that is open shows it at once."""
        if entries is self._entries.entries or tuple(entries) == self._entries.entries:
            return
        self._entries = EntryList(entries)
        if self._typed:
            if self.line.hasFocus():
                self._narrow(self.line.text())
        elif self.list_shown:
            self.open_list()
        else:
            self._show_value()

    def set_value(self, value: Any) -> None:
        """Show a value; nothing is told."""
        self._value = value
        self._show_value()

    def value(self) -> Any:
        """What is picked."""
        return self._value

    def text(self) -> str:
        """What stands in the line, picked or half typed."""
        return self.line.text()

    def type_text(self, text: str) -> None:
        """Put a text into the line as if it had been typed."""
        self.turned_to.emit()
        self.line.setText(text)
        self._narrow(text)

    @property
    def half_typed(self) -> bool:
        """Whether something is typed that is not picked yet."""
        return self._typed

    @property
    def list_shown(self) -> bool:
        """Whether the list is open."""
        return self._list is not None and self._list.isVisible()

    def shown_entries(self) -> tuple[str, ...]:
        """The words of the list, for tests and those who hear it."""
        model = self._popup().model
        return tuple(str(model.index(line, 0).data()) for line in range(model.rowCount())) if self.list_shown else ()

    def setAccessibleName(self, name: str) -> None:
        """Qt: the line is what is heard."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def open_list(self) -> None:
        """Drop the whole list, with what is picked marked."""
        self._fill("")
        place = next((n for n, entry in enumerate(self._popup().model.entries) if entry.value == self._value), -1)
        self._popup().choose(place)

    def close_list(self) -> None:
        """Close the list; nothing is picked."""
        if self._list is not None:
            self._list.hide()

    def take(self) -> None:
        """Take what is marked, or what is typed; a text that is nothing gives the old value back."""
        if not self._typed and not self.list_shown:
            return
        text, typed = self.line.text().strip(), self._typed
        marked = self._popup().current if self.list_shown else self._load(text)
        self.close_list()
        self._typed = False
        if self.free and self._popup().model.entry_at(marked) is None:
            self.entry = None
            self._pick(text)
        elif not text and marked < 0:
            self._pick(None)
        elif not self._took_entry(text, marked) and typed:
            self.given_back.emit(text)

    def hesitates(self) -> bool:
        """Whether Enter and Tab mark the first that matches, and take nothing: Chinese that no entry is called."""
        unclear = self._typed and self.list_shown and self._popup().current < 0 and not self.free
        if unclear and self.line.text().strip():
            self._popup().choose(0)
            return True
        return False

    def restore(self) -> None:
        """Give the old value back."""
        self.close_list()
        self._show_value()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the keys of the line move in the list."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key_pressed(event)
        if event.type() == QEvent.Type.FocusIn:
            self.turned_to.emit()
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            self._left(event)
        if event.type() == QEvent.Type.MouseButtonPress and self.line.hasFocus() and not self.list_shown:
            self.open_list()
        return False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt: a table hands on what is composed over a cell before the line has the keyboard."""
        QCoreApplication.sendEvent(self.line, event)

    def inputMethodQuery(self, query: Qt.InputMethodQuery) -> Any:
        """Qt: the input method asks the line, for one where its candidates may stand."""
        return self.line.inputMethodQuery(query)

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: the list goes with its line."""
        self.close_list()
        super().hideEvent(event)

    def _key_pressed(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in _STEPS and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._step(_STEPS[key])
            return True
        if key == Qt.Key.Key_Escape and (self._typed or self.list_shown):
            self.restore()
            return True
        if key in (*_ENTER, Qt.Key.Key_Tab) and self.hesitates():
            return True
        if key in _ENTER and (self._typed or self.list_shown):
            self.take()
            return not event.modifiers() & Qt.KeyboardModifier.ControlModifier  # that goes on to the form
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.take()
        return False

    def _step(self, lines: int) -> None:
        if self.list_shown:
            self._popup().step(lines)
        else:
            self.open_list()

    def _left(self, event: QFocusEvent) -> None:
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return  # the menu of the line itself
        if event.reason() == Qt.FocusReason.ActiveWindowFocusReason:
            self.close_list()  # half-typed text waits until one comes back
            return
        if not self._typed and self.list_shown:
            self.close_list()  # looked at, nothing chosen
        self.take()

    def _narrow(self, text: str) -> None:
        self._typed = True
        marked = self._fill(text)
        if marked == len(self._popup().model.entries) > 0:
            self._popup().propose_new()
        else:
            self._popup().choose(marked)

    def _fill(self, text: str) -> int:
        """Show what matches; the line that Enter would take."""
        marked, popup = self._load(text), self._popup()
        if popup.model.rowCount():
            popup.drop_below(self.line)
        else:
            popup.hide()
        return marked

    def _load(self, text: str) -> int:
        model, found = self._popup().model, self._entries.matching(text)
        model.show_entries(found, self._words_to_create(text.strip()))
        exact = self._entries.named(text)
        if not text.strip():
            return -1
        if exact is not None and exact in found:
            return found.index(exact)
        if not self.takes_first and _is_chinese(text):
            return len(found) if model.create_words else -1
        return -1 if self.free and not self.create_words else 0

    def _words_to_create(self, text: str) -> str:
        if not self.create_words or not text or (not self.free and self._entries.named(text) is not None):
            return ""
        return self.create_words.format(text=text)

    def _took_entry(self, text: str, marked: int) -> bool:
        popup = self._popup()
        entry = popup.model.entry_at(marked) if marked >= 0 else self._entries.named(text)
        self.entry = entry
        if entry is not None:
            self._pick(entry.words if self.free else entry.value)
        elif self.create_words and text:
            self.create_requested.emit(text)
        else:
            self._show_value()
            return False
        return True

    def _pick(self, value: Any) -> None:
        changed, self._value = value != self._value, value
        self._show_value()
        if changed:
            self.picked.emit(value)

    def _clicked(self, line: int) -> None:
        self._popup().choose(line)
        self.take()

    def _show_value(self) -> None:
        self._typed = False
        if self.free:
            self.line.setText(str(self._value or ""))
            return
        entry = self._entries.of(self._value)
        self.line.setText(entry.words if entry else "")
        self.line.setCursorPosition(0)

    def _popup(self) -> PickerList:
        if self._list is None:
            self._list = PickerList(self)
            self._list.entry_clicked.connect(self._clicked)
        return self._list


def _is_chinese(text: str) -> bool:
    from models.rules.person_names import is_han

    return any(map(is_han, text))
