"""Blocks of cells of a table: clear, fill, copy, cut, paste. Each is one step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QGuiApplication

from resources.languages import translator
from ui.widgets import clipboard
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_model_values import emptied, is_masked, value_of, words_of
from ui.widgets.row_model import Column

if TYPE_CHECKING:
    from ui.widgets.edit_table import EditTable

Value = Callable[[Any, Column], Any]


class CellBlock(QObject):
    """What is done with the marked cells of a table."""

    notice_requested = Signal(str)
    paste_requested = Signal(object, QModelIndex)

    def __init__(self, table: EditTable, model: EditModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model

    def clear(self) -> None:
        """Empty the marked cells, as far as they may be empty."""
        self._edit(self._marked(), lambda _row, column: emptied(column, self._model.language))

    def whole_rows_marked(self) -> bool:
        """Whether rows were marked by their numbers: Delete removes those."""
        shown = self._table.shown_columns()
        handles = [number for number in shown if self._model.columns[number].handle]
        marked = {(index.row(), index.column()) for index in self._table.selectedIndexes()}
        rows = {row for row, _number in marked}
        return bool(handles and rows) and all((row, number) in marked for row in rows for number in shown)

    def fill_down(self) -> None:
        """Give each marked column the value of its first marked cell; from the row above where one row is marked."""
        rows = sorted({index.row() for index in self._marked()})
        if not rows:
            return
        source = rows[0] if len(rows) > 1 else rows[0] - 1
        first = self._model.row_at(source)
        if first is not None:
            cells = [index for index in self._marked() if index.row() != source]
            self._edit(cells, lambda _row, column: self._model.raw(first, column))

    def fill_marked(self) -> None:
        """Give every marked cell of the current column the value of the current cell."""
        current = self._table.currentIndex()
        row = self._model.row_at(current.row())
        if row is not None:
            column = self._model.columns[current.column()]
            self.set_cells(self._table.chosen_ids(), column.key, self._model.raw(row, column))

    def set_cells(self, row_ids: Iterable[int], column_key: str, value: Any) -> bool:
        """Give rows one value in a column."""
        number = self._model.number_of(column_key)
        places = [self._model.place_of(row_id) for row_id in row_ids]
        if number is None:
            return False
        cells = [self._model.index(place, number) for place in places if place is not None]
        return self._edit(cells, lambda _row, _column: value)

    def set_or_tell(
        self, row_ids: tuple[int, ...], column_key: str, value: Any, tell: Callable[[str, Any], None]
    ) -> None:
        """Give rows one value in a column, or tell that the table has no such column."""
        if self._model.number_of(column_key) is None:
            tell(column_key, value)
        else:
            self.set_cells(row_ids, column_key, value)

    def copy(self) -> None:
        """Copy the marked cells for Excel and WPS, as a rectangle."""
        rows = self.texts()
        if rows:
            QGuiApplication.clipboard().setMimeData(clipboard.as_mime(rows))

    def cut(self) -> None:
        """Copy the marked cells and empty them; a masked number is not on the clipboard, so it stays."""
        self.copy()
        cells = [index for index in self._marked() if not is_masked(self._text(index))]
        self._edit(cells, lambda _row, column: emptied(column, self._model.language))

    def texts(self) -> list[list[str]]:
        """The rectangle around the marked cells; what is not marked in it stays empty."""
        marked = {(index.row(), index.column()): index for index in self._marked()}
        numbers = [number for number in self._table.shown_columns() if any(at[1] == number for at in marked)]
        rows = sorted({row for row, _number in marked})
        return [[self._text(marked.get((row, number))) for number in numbers] for row in rows]

    def paste(self) -> None:
        """Paste what the clipboard holds: one cell into all that are marked, several from the current cell on."""
        if self._model.read_only:
            return
        mime = QGuiApplication.clipboard().mimeData()
        content = clipboard.content_of(mime)
        if content is not clipboard.Content.TEXT:
            self.notice_requested.emit(self._nothing_to_paste(content))
            return
        self.paste_cells(clipboard.read_cells(mime))

    def paste_rows(self) -> None:
        """Paste whole rows, whatever cell is the current one."""
        mime = QGuiApplication.clipboard().mimeData()
        content = clipboard.content_of(mime)
        if content is clipboard.Content.TEXT:
            self.paste_requested.emit(clipboard.read_cells(mime), QModelIndex())
        else:
            self.notice_requested.emit(self._nothing_to_paste(content))

    def paste_cells(self, cells: Sequence[Sequence[str]]) -> None:
        """Paste rows of texts from the current cell on."""
        current = self._table.currentIndex()
        if not cells or not current.isValid():
            return
        one = len(cells) == 1 and len(cells[0]) == 1
        if one and not self._model.is_adding(current.row()):
            self._edit_texts([(index, cells[0][0]) for index in self._marked()])
        elif self._table.plans_paste or self._model.is_adding(current.row()):
            self.paste_requested.emit([list(row) for row in cells], current)
        else:
            self._edit_texts(list(self._laid_out(cells, current)))

    def _laid_out(self, cells: Sequence[Sequence[str]], at: QModelIndex) -> Iterator[tuple[QModelIndex, str]]:
        shown = self._table.shown_columns()
        first = shown.index(at.column()) if at.column() in shown else 0
        for line, texts in enumerate(cells):
            for number, text in zip(shown[first:], texts, strict=False):
                if self._model.row_at(at.row() + line) is not None:
                    yield self._model.index(at.row() + line, number), text

    def _edit_texts(self, pasted: Sequence[tuple[QModelIndex, str]]) -> None:
        pasted = [(index, text) for index, text in pasted if self._model.row_at(index.row()) is not None]
        texts = {(index.row(), index.column()): text for index, text in pasted}
        places = {self._model.rows()[row].id: row for row, _number in texts}

        def value(row: Any, column: Column) -> Any:
            text = texts[places[row.id], self._model.number_of(column.key) or 0]
            return value_of(column, text, self._model.language)

        self._edit([index for index, _text in pasted], value)

    def _edit(self, cells: Sequence[QModelIndex], value: Value) -> bool:
        """One step for all cells; says how many could not be changed."""
        edits: list[CellEdit] = []
        refused = 0
        for index in cells:
            row, column = self._model.row_at(index.row()), self._model.columns[index.column()]
            if row is None or not self._model.can_edit(row, column):
                refused += row is not None
                continue
            try:
                edits.append(CellEdit(row.id, column.key, self._model.raw(row, column), value(row, column)))
            except ValueError:
                refused += 1
        if refused:
            ngettext = translator(self._model.language).ngettext
            words = ngettext("{count} cell keeps its value.", "{count} cells keep their values.", refused)
            self.notice_requested.emit(words.format(count=refused))
        return self._model.edit_cells(edits)

    def _marked(self) -> list[QModelIndex]:
        """The marked cells that are shown, or the current one."""
        shown = set(self._table.shown_columns())
        marked = [index for index in self._table.selectedIndexes() if index.column() in shown]
        return marked or ([self._table.currentIndex()] if self._table.currentIndex().isValid() else [])

    def _text(self, index: QModelIndex | None) -> str:
        row = self._model.row_at(index.row()) if index is not None else None
        if index is None or row is None:
            return ""
        column = self._model.columns[index.column()]
        if column.value is None or column.private or (column.editable is not None and not column.editable(row)):
            return str(index.data() or "")
        return words_of(column, self._model.raw(row, column), self._model.language)

    def _nothing_to_paste(self, content: clipboard.Content) -> str:
        _ = translator(self._model.language).gettext
        if content is clipboard.Content.PICTURE:
            return _("The clipboard holds a picture. Copy the cells in Excel or WPS, then paste them here as text.")
        if content is clipboard.Content.FILES:
            return _("The clipboard holds files. Open the table, copy its cells, then paste them here.")
        return _("The clipboard holds no text to paste.")
