"""Somebody new, cell by cell: Tab behind the name goes on in the new row, and keys typed before it comes wait."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.widgets.edit_table_delegate import CellDelegate

if TYPE_CHECKING:
    from ui.people.room import PeopleRoom

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class NewRows(QObject):
    """Goes to rows that were just added. While one is awaited whose name ended with Tab, the table's keys are kept."""

    given_up = Signal()  # the awaited row does not come

    def __init__(self, room: PeopleRoom) -> None:
        super().__init__(room)
        self._room, self._table = room, room.table
        self._asked = 0  # rows so far
        self._awaited: int | None = None  # who was just added, to be chosen when they come
        self._is_asked = False  # since the last editor ended
        self._next: int | None = None  # which of those asked for is gone on with by Tab
        self._entered: int | None = None  # the row whose cells are typed one after the other
        self._kept: list[QKeyEvent | QInputMethodEvent] = []
        self._come = QTimer(self, interval=0, singleShot=True)
        self._come.timeout.connect(self._go_on)
        self._table.installEventFilter(self)
        self._delegate = self._table.itemDelegate()
        if isinstance(self._delegate, CellDelegate):
            self._delegate.stepped.connect(self._stepped)

    def editor(self) -> QWidget | None:
        """What somebody types in now."""
        return self._delegate.editor if isinstance(self._delegate, CellDelegate) else None

    def ask(self) -> tuple[Callable[[Any], None], Callable[[Exception], None]]:
        """Somebody is asked for: what to call when they are stored, and when they are refused."""
        self._asked, self._is_asked = self._asked + 1, True
        number = self._asked
        return lambda row_id: self._stored(number, int(row_id)), lambda _error: self._refused(number)

    def await_row(self, row_id: int) -> None:
        """Choose a row when it comes."""
        if self._next is None:
            self._awaited = row_id

    def forget(self) -> None:
        """Another meeting: nobody is awaited."""
        self._awaited = self._next = self._entered = None
        self._kept = []

    def show(self) -> None:
        """Rows have come: go to the one that is awaited."""
        room, row_id = self._room, self._awaited
        if row_id is None:
            return
        if room.model.place_of(row_id) is None and any(row.id == row_id for row in room.bar.filter.rows):
            room.bar.show_all()
        if room.model.place_of(row_id) is None:
            return
        if self._next is not None:
            self._come.start()  # behind all else that follows new rows
            return
        self._awaited = None
        if not self._table.is_editing:  # the next name may be under way
            self._table.choose_cell(row_id, "name_en" if room.language == "en" else "name_zh")

    def leave(self) -> None:
        """Another row is chosen: the new one is done."""
        if self._next is None and not self._is_entered():
            self._entered = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: keys for a row that is on its way wait; Enter in a new row goes to the next name."""
        if isinstance(event, QInputMethodEvent) and self._next is not None:
            self._keep_words(event)
            return True
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if self._next is not None:
            self._keep_key(event)
            return True
        composing = isinstance(self._delegate, CellDelegate) and self._delegate.composing.under_way
        if event.key() in _ENTER and not event.modifiers() & _HELD and self._is_entered() and not composing:
            self._begin_next()
            return True
        return False

    def _keep_key(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
        else:
            held, text = event.modifiers(), event.text()
            self._kept.append(QKeyEvent(event.type(), event.key(), held, text, event.isAutoRepeat(), event.count()))

    def _keep_words(self, event: QInputMethodEvent) -> None:
        """What is under way in an input method is shown by it; its words come when they are done."""
        if event.commitString():
            words = QInputMethodEvent("", [])
            words.setCommitString(event.commitString())
            # A table hands the keyboard to the editor only behind words that were under way before.
            self._kept += [QInputMethodEvent(event.commitString(), []), words]

    def _stepped(self, key: int, held: Any) -> None:
        """An editor ended with a key: that of a new name, or of a cell in a new row."""
        ended = self._delegate.cell[0] if isinstance(self._delegate, CellDelegate) else None
        if ended is None:
            self._entered = None
            if key == Qt.Key.Key_Tab and not held & _HELD and self._is_asked:
                self._next, self._awaited = self._asked, None
        elif ended == self._entered and key in _ENTER and not held & _HELD:
            self._begin_next()
        elif ended != self._entered:
            self._entered = None
        self._is_asked = False

    def _stored(self, number: int, row_id: int) -> None:
        self._is_asked = self._is_asked and number < self._asked
        if self._next is None or self._next == number:
            self._awaited = row_id
            self.show()

    def _refused(self, number: int) -> None:
        self._is_asked = self._is_asked and number < self._asked
        if self._next == number:
            self._give_up()

    def _give_up(self) -> None:
        typed = "".join(each.text() if isinstance(each, QKeyEvent) else each.commitString() for each in self._kept)
        self.forget()
        self._room.tell_not_stored(" ".join(typed.split()))
        self.given_up.emit()

    def _go_on(self) -> None:
        """The row is here: its cell behind the name, and what was typed meanwhile, key by key."""
        row_id, self._awaited, self._next = self._awaited, None, None
        if row_id is None:
            return
        if not self._table.isVisible() or (self._table.is_editing and not self._kept):
            self._give_up()
            return
        self._table.keep_typed()
        if not self._table.choose_cell(row_id, self._second_column()):
            self._give_up()
            return
        self._entered = row_id
        while self._kept and self._next is None:  # one of them may begin another row
            QCoreApplication.sendEvent(self._keyboard(), self._kept.pop(0))

    def _keyboard(self) -> QWidget:
        """Who would get a key of the table now: an editor in it, or the table."""
        focused = self._table.window().focusWidget()
        return focused if focused is not None and self._table.isAncestorOf(focused) else self._table

    def _second_column(self) -> str:
        """The column behind that of new names."""
        shown, model = self._table.shown_columns(), self._room.model
        at = shown.index(model.adding_column()) if model.adding_column() in shown else 0
        return model.columns[shown[min(at + 1, len(shown) - 1)]].key

    def _is_entered(self) -> bool:
        row = self._room.model.row_at(self._table.currentIndex().row())
        return row is not None and row.id == self._entered

    def _begin_next(self) -> None:
        self._entered = None
        self._table.begin_row()
