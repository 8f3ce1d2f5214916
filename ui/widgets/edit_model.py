"""A table that can be edited: what was typed shows at once, and a reload changes only what has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal

from resources.languages import translator
from ui.widgets.edit_model_rows import gone_spans, new_spans, runs
from ui.widgets.edit_model_values import words_of
from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Column, Index, Row, RowModel

_NO_PARENT = QModelIndex()
_USUAL = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable  # made once: every cell that is painted asks
_EDITED = _USUAL | Qt.ItemFlag.ItemIsEditable


@dataclass(frozen=True, slots=True)
class CellEdit:
    """One cell that gets another value."""

    row_id: int
    column_key: str
    before: Any
    after: Any


class EditModel(RowModel):
    """Rows whose cells may be edited. It stores nothing: `cells_edited` asks the room to, one signal a step.

    Until the stored row comes back with another value, the cell shows what was typed. `settle` says that it is stored,
    `forget` that it was refused. With `add_words` (a message) there is a last line in which a new row is begun.
    """

    cells_edited = Signal(object)  # tuple[CellEdit, ...]
    new_row_requested = Signal(str)
    new_row_picked = Signal(object)  # Entry
    rows_leaving = Signal(object)  # frozenset of ids, before they are removed

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None, *, add_words: str = "") -> None:
        super().__init__(columns, parent)
        self.read_only = False
        self.adding_number: int | None = None  # the table says it, who knows what is shown
        self.filtering = False  # while other rows are shown because a filter wants it
        self.is_typed_in: Callable[[], bool] = lambda: False  # whether an editor is open: the table says it
        self.add_words = add_words
        self.adding_entries: Callable[[str], Sequence[Entry]] | None = None  # offered in the last line, by language
        self._pending: dict[tuple[int, str], CellEdit] = {}
        self._settled: dict[tuple[int, str], int] = {}  # how many times rows were shown since
        self._places: dict[int, int] = {}
        self._numbers = {column.key: number for number, column in enumerate(self.columns)}

    def show_columns(self, columns: Sequence[Column]) -> None:
        """Other columns; the rows stay."""
        self.beginResetModel()
        self.columns = tuple(columns)
        self._numbers = {column.key: number for number, column in enumerate(self.columns)}
        self.endResetModel()

    def number_of(self, column_key: str) -> int | None:
        """Which column has a key."""
        return self._numbers.get(column_key)

    def place_of(self, row_id: int) -> int | None:
        """Where the row with an id stands."""
        return self._places.get(row_id)

    @property
    def adds(self) -> bool:
        """Whether there is a last line in which a new row is begun."""
        return bool(self.add_words) and not self.read_only

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited."""
        if read_only != self.read_only:
            self.beginResetModel()
            self.read_only = read_only
            self.endResetModel()

    def is_adding(self, row: int) -> bool:
        """Whether a line is the one in which a new row is begun."""
        return self.adds and row == len(self._rows)

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt: the number of rows, with the one that adds."""
        return 0 if parent.isValid() else len(self._rows) + self.adds

    def show_rows(self, rows: Sequence[Row], alike: Mapping[int, Any] | None = None) -> None:
        """Show other rows. What did not change is not touched; rows of another kind altogether replace all.

        `alike`: a row before by id that is known to equal the one now; comparing ten thousand takes a while.
        """
        shown = tuple(rows)
        ids = [row.id for row in shown]
        known = set(ids)
        kept = [row for row in self._rows if row.id in known]
        begun = not self._rows and self.is_typed_in()  # the first row arrives while the second is being typed
        if len(known) != len(ids) or not (kept or begun):
            self._replace(shown)
            return
        self._let_go(known)
        self._reorder({row_id: place for place, row_id in enumerate(ids)})
        self._let_in(shown)
        self._renew(shown, alike or {})

    def replace_rows(self, rows: Sequence[Row]) -> None:
        """Show another choice of the rows, all at once: for filters, where nearly every line moves."""
        self.filtering = True
        self._replace(tuple(rows))
        self.filtering = False

    def raw(self, row: Any, column: Column) -> Any:
        """What a cell holds: what was just typed, or what is stored."""
        edit = self._pending.get((row.id, column.key))
        if edit is not None:
            return edit.after
        return column.value(row, self._language) if column.value else None

    def is_pending(self, row_id: int, column_key: str) -> bool:
        """Whether what the cell shows is not stored yet."""
        return (row_id, column_key) in self._pending

    def can_edit(self, row: Any, column: Column) -> bool:
        """Whether a cell may be edited."""
        if self.read_only or column.value is None:
            return False
        return column.editable is None or column.editable(row)

    def cell(self, row: Any, column: Column, role: int) -> Any:
        """What a cell is in one role."""
        if role == Qt.ItemDataRole.EditRole:
            return self.raw(row, column)
        edit = self._pending.get((row.id, column.key))
        if edit is not None and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return words_of(column, edit.after, self._language)
        return super().cell(row, column, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: what can be done with a cell."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if row is None:
            adding = self.is_adding(index.row()) and index.column() == self.adding_column()
            return _EDITED if adding else _USUAL
        return _EDITED if self.can_edit(row, column) else _USUAL

    def adding_column(self) -> int:
        """The column in which a new row is begun: the first shown that can be typed into."""
        if self.adding_number is not None and self.adding_number < len(self.columns):
            return self.adding_number
        return next((number for number, column in enumerate(self.columns) if column.value is not None), 0)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: one cell."""
        if role == Qt.ItemDataRole.AccessibleTextRole and self.is_adding(index.row()):
            return self.adding_words() if index.column() == self.adding_column() else ""
        return super().data(index, role)

    def adding_words(self) -> str:
        """What the line that adds says."""
        return translator(self._language).gettext(self.add_words) if self.adds else ""

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Qt: one cell was edited."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        row, column = self.row_at(index.row()), self.columns[index.column()]
        if row is None:
            return self._begin_row(value)
        if not self.can_edit(row, column):
            return False
        return self.edit_cells((CellEdit(row.id, column.key, self.raw(row, column), value),))

    def edit_cells(self, edits: Iterable[CellEdit]) -> bool:
        """Show values as typed and ask to store them as one step; those that change nothing are left out."""
        real = tuple(edit for edit in edits if edit.before != edit.after)
        if not real or self.read_only:
            return False
        for edit in real:
            self._settled.pop((edit.row_id, edit.column_key), None)
            self._pending[edit.row_id, edit.column_key] = edit
        self._repaint(real)
        self.cells_edited.emit(real)
        return True

    def settle(self, edits: Iterable[CellEdit]) -> None:
        """These are stored: the next rows tell what has become of them, unless they were read before."""
        for edit in edits:
            if self._pending.get((edit.row_id, edit.column_key)) == edit:
                self._settled[edit.row_id, edit.column_key] = 0

    def forget(self, edits: Iterable[CellEdit]) -> None:
        """These were refused: the cells show what is stored again."""
        dropped = tuple(edits)
        for edit in dropped:
            if self._pending.get((edit.row_id, edit.column_key)) == edit:
                del self._pending[edit.row_id, edit.column_key]
        self._repaint(dropped)

    def _begin_row(self, value: Any) -> bool:
        if isinstance(value, Entry):
            self.new_row_picked.emit(value)
            return True
        typed = str(value or "").strip()
        if typed:
            self.new_row_requested.emit(typed)
        return bool(typed)

    def _repaint(self, edits: Sequence[CellEdit]) -> None:
        """One signal for one cell; a single one for all where there are many."""
        if len(edits) > 1:
            self._everything_changed()
            return
        for edit in edits:
            place, number = self._places.get(edit.row_id), self._numbers.get(edit.column_key)
            if place is not None and number is not None:
                index = self.index(place, number)
                self.dataChanged.emit(index, index)

    def _set_rows(self, rows: tuple[Any, ...]) -> None:
        self._rows = rows
        self._places = {row.id: place for place, row in enumerate(rows)}

    def _replace(self, rows: tuple[Any, ...]) -> None:
        self.beginResetModel()
        self._drop_stored(rows)
        self._set_rows(rows)
        self.endResetModel()

    def _let_go(self, known: set[int]) -> None:
        """Remove the rows that are no longer there."""
        gone = frozenset(row.id for row in self._rows if row.id not in known)
        if gone:
            self.rows_leaving.emit(gone)
        for first, last in gone_spans([row.id for row in self._rows], known):
            self.beginRemoveRows(_NO_PARENT, first, last)
            self._set_rows((*self._rows[:first], *self._rows[last + 1 :]))
            self.endRemoveRows()

    def _reorder(self, wanted: dict[int, int]) -> None:
        """Bring the rows that stay into their new order."""
        ordered = tuple(sorted(self._rows, key=lambda row: wanted[row.id]))
        if ordered == self._rows:
            return
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        self._set_rows(ordered)
        for index in self.persistentIndexList():
            if index.row() < len(before):
                place = self._places[before[index.row()].id]
                self.changePersistentIndex(index, self.index(place, index.column()))
        self.layoutChanged.emit()

    def _let_in(self, shown: tuple[Any, ...]) -> None:
        """Insert the rows that are new."""
        for first, last in new_spans([row.id for row in shown], set(self._places)):
            self.beginInsertRows(_NO_PARENT, first, last)
            self._set_rows((*self._rows[:first], *shown[first : last + 1], *self._rows[first:]))
            self.endInsertRows()

    def _renew(self, shown: tuple[Any, ...], alike: Mapping[int, Any]) -> None:
        """Exchange the rows that changed, and those whose typed values are stored now."""
        waiting = {row_id for row_id, _key in self._pending}
        changed = [
            place
            for place, (row, now) in enumerate(zip(self._rows, shown, strict=True))
            if now.id in waiting or (row is not now and alike.get(now.id) is not row and row != now)
        ]
        self._drop_stored(shown)
        self._set_rows(shown)
        for first, last in runs(changed):
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def _drop_stored(self, rows: tuple[Any, ...]) -> None:
        """What was typed is shown no longer where it is stored, or where the cell holds something else by now."""
        if not self._pending:
            return
        by_id = {row.id: row for row in rows}
        for place, edit in tuple(self._pending.items()):
            row, number = by_id.get(edit.row_id), self._numbers.get(edit.column_key)
            value = self.columns[number].value if number is not None else None
            if row is None:
                continue  # hidden by a filter, perhaps
            if place in self._settled:
                same = isinstance(edit.after, str) and edit.after.strip() == edit.before
                self._settled[place] += 2 if same else 1
            if value is None or value(row, self._language) != edit.before or self._settled.get(place, 0) > 1:
                del self._pending[place]
                self._settled.pop(place, None)
