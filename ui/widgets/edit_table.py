"""The table that can be edited like a sheet: keys as in Excel, copy and paste, rows to drag, columns to choose."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QWidget

from ui.theme import Theme, load_theme
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_model_rows import runs
from ui.widgets.edit_table_cells import CellBlock
from ui.widgets.edit_table_columns import ColumnLayout, usual_width
from ui.widgets.edit_table_delegate import CellDelegate
from ui.widgets.edit_table_drag import RowDrag
from ui.widgets.edit_table_keys import Act, act_of
from ui.widgets.edit_table_typing import HeldTyping
from ui.widgets.row_model import Index
from ui.widgets.row_table import RowTable

_EDITED_BY = (
    QAbstractItemView.EditTrigger.AnyKeyPressed
    | QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
)


class EditTable(RowTable):
    """A table of an `EditModel`. It changes nothing itself: its signals say what is wished, one signal a step.

    `chosen_ids()` are the rows of the marked cells. Several pasted cells are told by `paste_requested` where
    `plans_paste` is set, and become one `cells_edited` where it is not.
    """

    cells_edited = Signal(object)  # tuple[CellEdit, ...]
    rows_moved = Signal(object, object)  # tuple of ids, and the id before which they go, or None: to the end
    rows_deleted = Signal(object)  # tuple of ids
    row_insert_requested = Signal(object)  # the id above which a new row goes, or None
    paste_requested = Signal(object, QModelIndex)  # list[list[str]], the cell at the top left
    menu_requested = Signal(QPoint, object)  # where on the screen, tuple of ids
    new_row_requested = Signal(str)
    new_row_picked = Signal(object)  # the Entry picked in the last line, of those that `model.adding_entries` offers
    create_requested = Signal(int, str, str)  # row, column, the text typed in a PICK cell
    notice_requested = Signal(str)  # a sentence for the line that goes away
    leave_requested = Signal()  # Ctrl+Enter: to the details of the row

    def __init__(self, model: EditModel, parent: QWidget | None = None) -> None:
        self._model = model
        self._kept_cell: tuple[int, int, str] | None = None
        self._natural: dict[str, int] = {}  # what each column needs, measured once for the rows and the language
        self._longest: dict[str, int] = {}  # and what its longest text needs
        self.fitting = self._going = False
        super().__init__(model, parent)
        self.plans_paste = False
        self._theme = load_theme("light")
        self._delegate = CellDelegate(self, model)
        self.setItemDelegate(self._delegate)
        self.block = CellBlock(self, model)
        self.layout_of_columns = ColumnLayout(self, model)
        self._drag, self._held = RowDrag(self, model), HeldTyping(self, model, self._delegate)
        self._behave()
        self._connect(model)

    def _behave(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(_EDITED_BY)
        self.setTabKeyNavigation(True)
        self.horizontalHeader().setSectionsMovable(True)
        self.horizontalHeader().setFirstSectionMovable(False)

    def _connect(self, model: EditModel) -> None:
        model.headerDataChanged.disconnect(self.fit_columns)  # once the widths in the old language are forgotten
        model.headerDataChanged.connect(self._forget_widths)
        model.headerDataChanged.connect(self.fit_columns)
        model.cells_edited.connect(self.cells_edited)
        model.new_row_requested.connect(self.new_row_requested)
        model.new_row_picked.connect(self.new_row_picked)
        self._delegate.stepped.connect(self._stepped)
        self._delegate.create_requested.connect(self.create_requested)
        self._delegate.rows_pasted.connect(self.block.paste)
        self.block.notice_requested.connect(self.notice_requested)
        self.block.paste_requested.connect(self.paste_requested)
        self._drag.rows_moved.connect(self.rows_moved)

    def remember(self, settings: Any, name: str) -> None:
        """Keep order, width and choice of the columns in the user's settings, under a name."""
        self.layout_of_columns.remember(settings, name)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self._delegate.retheme(theme)
        self.viewport().update()

    def fit_columns(self) -> None:
        """Give each column what its texts need, or the width that the user gave it."""
        self.fitting = True
        super().fit_columns()
        self.fitting = False

    @property
    def is_editing(self) -> bool:
        """Whether somebody types in a cell: the cursor is to stay there."""
        return self._delegate.editor is not None

    def keep_typed(self) -> None:
        """End the editing that is under way; what was typed is kept."""
        self._delegate.keep_typed()

    def offer_anew(self) -> None:
        """More can be offered in the line that adds."""
        self._delegate.offer_anew()

    def chosen_ids(self) -> tuple[int, ...]:
        """The rows of the marked cells, from the top."""
        parts: Any = self.selectionModel().selection()  # Any: the stubs do not know that it is a list
        rows = {part.top() + line for part in parts for line in range(part.height())} or {self.currentIndex().row()}
        found = (self._model.row_at(row) for row in sorted(rows))
        return tuple(row.id for row in found if row is not None)

    def choose(self, row_id: int) -> None:
        """Choose the row with an id, if it is here; the column stays."""
        self.choose_cell(row_id, self._column_key(self.currentIndex()))

    def choose_cell(self, row_id: int, column_key: str = "") -> bool:
        """Put the cursor into a cell; the first one that shows, without a column."""
        place, number = self._model.place_of(row_id), self._model.number_of(column_key)
        if place is None:
            return False
        index = self._model.index(place, number if number in self.shown_columns() else self._first_column())
        self.go_to(index)
        self.scrollTo(index)
        return True

    def go_to(self, index: QModelIndex) -> None:
        """Make a cell the current and the only marked one, whatever keys are held (Shift+Tab marks nothing)."""
        self._going = True
        self.setCurrentIndex(index)
        self._going = False

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> QItemSelectionModel.SelectionFlag:
        """Qt: what moving the cursor does to what is marked."""
        if self._going:
            return QItemSelectionModel.SelectionFlag.ClearAndSelect
        return super().selectionCommand(index, event)

    def choose_rows(self, row_ids: Iterable[int]) -> None:
        """Mark whole rows; the cursor goes to the first."""
        selection, places = self.selectionModel(), [self._model.place_of(row_id) for row_id in row_ids]
        first = next((place for place in places if place is not None), None)
        if first is None:
            return
        number = max(self.currentIndex().column(), 0)
        selection.setCurrentIndex(self._model.index(first, number), QItemSelectionModel.SelectionFlag.NoUpdate)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        chosen = QItemSelection()
        for top, bottom in runs(sorted(place for place in places if place is not None)):
            chosen.select(self._model.index(top, 0), self._model.index(bottom, 0))
        selection.select(chosen, flags)

    def edit_cell(self, row_id: int, column_key: str) -> bool:
        """Go to a cell and open its editor, showing the column if it is hidden. Whether that was possible."""
        number = self._model.number_of(column_key)
        if number is None:
            return False
        self.layout_of_columns.show_column(column_key)
        if not self.choose_cell(row_id, column_key):
            return False
        index = self.currentIndex()
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return False
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit(index)
        return True

    def edit_again(self, edit: CellEdit, typed: str) -> bool:
        """After a refusal: the cell shows what is stored, and an editor over it what was typed. Whether it is there."""
        found = self.edit_cell(edit.row_id, edit.column_key)
        if found:
            self._delegate.type_text(typed)
        return found

    def begin_row(self) -> None:
        """Go to the last line and type a new row."""
        if self._model.adds:
            index = self._model.index(self._model.rowCount() - 1, self._model.adding_column())
            self.go_to(index)
            self.scrollTo(index)
            self.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.edit(index)

    def set_cells(self, column_key: str, value: Any) -> bool:
        """Give the chosen rows one value in a column, as one step."""
        return self.block.set_cells(self.chosen_ids(), column_key, value)

    def move_chosen(self, lines: int) -> None:
        """Wish the chosen rows up or down by so many lines."""
        self._drag.move(self.chosen_ids(), lines)

    def delete_chosen(self) -> None:
        """Wish the chosen rows away."""
        if self.chosen_ids() and not self._model.read_only:
            self.rows_deleted.emit(self.chosen_ids())

    def keyboardSearch(self, _text: str) -> None:
        """Qt: typing over a cell that cannot be edited goes nowhere."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: keys as in Excel."""
        act = act_of(event)
        if act is None:
            QAbstractItemView.keyPressEvent(self, event)
        else:
            self._do(act)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Qt: words that were committed and never composed begin a cell, too; Qt would lose them."""
        if not self._held.begins_with(event):
            super().inputMethodEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: the number of a row marks it whole, and drags it."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if self._is_handle(index) and event.button() == Qt.MouseButton.LeftButton:
            flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            self.selectionModel().select(index, flags)
            self._drag.press(event.position().toPoint())
        elif self._model.is_adding(index.row()):
            self.begin_row()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Qt: a row under way."""
        if not self._drag.move_to(event.position().toPoint()):
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a row arrives."""
        if not self._drag.release():
            super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the menu of the chosen rows, at the cursor of the mouse or of the keyboard."""
        place = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        elif (under := self.indexAt(event.pos())).isValid() and not self.selectionModel().isSelected(under):
            self.go_to(under)
        self.menu_requested.emit(place, self.chosen_ids())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the rows, the words of the line that adds, the place to which rows are dragged."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        if self._model.adds and not (self._delegate.editor and self._model.is_adding(self.currentIndex().row())):
            self._delegate.paint_adding(painter)
        if (line := self._drag.line()) is not None:
            painter.setPen(QPen(self._theme.color("accent"), 2))
            painter.drawLine(0, line, self.viewport().width(), line)
        painter.end()

    def event(self, event: QEvent) -> bool:
        """Qt: Tab moves from cell to cell, Ctrl+Tab leaves the table."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._delegate.composing.takes(event):
                return True
            act = act_of(event)
            if act in (Act.LEFT, Act.RIGHT, Act.NEXT_PART, Act.PREVIOUS_PART):
                self._do(act)
                return True
        return super().event(event)

    def _do(self, act: Act) -> None:
        simple = {
            Act.EDIT: self._held.edit_at_end,
            Act.CLEAR: self.delete_chosen if self.block.whole_rows_marked() else self.block.clear,
            Act.FILL_DOWN: self.block.fill_down,
            Act.COPY: self.block.copy,
            Act.CUT: self.block.cut,
            Act.PASTE: self.block.paste,
            Act.DELETE_ROWS: self.delete_chosen,
            Act.LEAVE: self.leave_requested.emit,
        }
        if act in simple:
            simple[act]()
        elif act in (Act.NEXT_PART, Act.PREVIOUS_PART):
            self.setTabKeyNavigation(False)
            self.focusNextPrevChild(act is Act.NEXT_PART)
            self.setTabKeyNavigation(True)
        elif act in (Act.MOVE_UP, Act.MOVE_DOWN):
            self.move_chosen(-1 if act is Act.MOVE_UP else 1)
        elif act is Act.INSERT_ROW:
            if not self._model.read_only:
                self.row_insert_requested.emit(next(iter(self.chosen_ids()), None))
        elif act is Act.SELECT_ROWS:
            self.choose_rows(self.chosen_ids())
        else:
            self._go(act)

    def _go(self, act: Act) -> None:
        """One cell on: down and up as Enter goes, right and left as Tab goes, over the ends of the lines."""
        current, shown = self.currentIndex(), self.shown_columns()
        if not current.isValid() or not shown:
            return
        if act in (Act.DOWN, Act.UP):
            if self._model.is_adding(current.row()) and act is Act.DOWN:
                self.begin_row()
                return
            self._go_to(current.row() + (1 if act is Act.DOWN else -1), current.column())
            return
        at = shown.index(current.column()) if current.column() in shown else 0
        place = current.row() * len(shown) + at + (1 if act is Act.RIGHT else -1)
        self._go_to(place // len(shown), shown[place % len(shown)])

    def _go_to(self, row: int, number: int) -> None:
        if 0 <= row < self._model.rowCount():
            column = self._model.adding_column() if self._model.is_adding(row) else number
            self.go_to(self._model.index(row, column))

    def _stepped(self, key: int, held: Any) -> None:
        """The editor ended with a key: fill what is marked, or go on."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if held & Qt.KeyboardModifier.ControlModifier:
                self.block.fill_marked()
                return
            self._go(Act.UP if shift else Act.DOWN)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._go(Act.UP if key == Qt.Key.Key_Up else Act.DOWN)
        else:
            self._go(Act.LEFT if shift or key == Qt.Key.Key_Backtab else Act.RIGHT)

    def _is_handle(self, index: QModelIndex) -> bool:
        return index.isValid() and self._model.columns[index.column()].handle

    def _first_column(self) -> int:
        """The first column that is no handle."""
        return next((n for n in self.shown_columns() if not self._model.columns[n].handle), 0)

    def _column_key(self, index: QModelIndex) -> str:
        return self._model.columns[index.column()].key if index.isValid() else ""

    def _opened(self, index: QModelIndex) -> None:
        if not index.flags() & Qt.ItemFlag.ItemIsEditable:
            super()._opened(index)

    def _natural_width(self, number: int) -> int:
        key = self._model.columns[number].key
        if key in self.layout_of_columns.widths:
            self._longest.pop(key, None)
            return self.layout_of_columns.widths[key]
        if key not in self._natural:
            self._longest[key] = self.longest_width(number)
            self._natural[key] = usual_width(self, number, super()._natural_width(number))
        return self._natural[key]

    def widen(self, usual: dict[str, int], longest: dict[str, int]) -> None:
        """Give columns at least these widths, the longest where there is room, unless somebody types in a row."""
        wider = {key: width for key, width in usual.items() if width > self._natural.get(key, width)}
        longer = {key: width for key, width in longest.items() if width > self._longest.get(key, width)}
        if (wider or longer) and (self._delegate.editor is None or self._delegate.cell[0] is None):
            self._natural, self._longest = self._natural | wider, self._longest | longer
            self.fit_columns()

    def _least_widths(self, numbers: list[int], wanted: list[int]) -> list[int]:
        keys = [self._model.columns[number].key for number in numbers]
        usual, chosen = super()._least_widths(numbers, wanted), self.layout_of_columns.widths
        return [chosen.get(key, width) for key, width in zip(keys, usual, strict=True)]

    def _longest_widths(self, numbers: list[int], wanted: list[int]) -> list[int]:
        longest = [self._longest.get(self._model.columns[number].key, 0) for number in numbers]
        return [max(pair) for pair in zip(longest, wanted, strict=True)]

    def _forget_widths(self) -> None:
        self._natural, self._longest = {}, {}

    def _remember_choice(self) -> None:
        row, index = self.chosen(), self.currentIndex()
        self._kept_cell = None if row is None else (row.id, index.row(), self._column_key(index))

    def _restore_choice(self) -> None:
        """The same cell, or the one that stands where it stood."""
        if not self._model.filtering:
            self._forget_widths()
            self.layout_of_columns.apply()
            self.fit_columns()
        row_id, at, key = self._kept_cell or (0, 0, "")
        if self._model.rows() and not self.choose_cell(row_id, key):
            self.choose_cell(self._model.rows()[min(at, len(self._model.rows()) - 1)].id, key)
        if not self._model.rows() and self._model.adds and self.hasFocus():
            self.go_to(self._model.index(0, self._model.adding_column()))
        self.row_chosen.emit(self.chosen())
