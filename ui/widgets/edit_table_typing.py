"""What is half typed in a table whose rows or columns are exchanged: the editor comes back with it, or it is said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from resources.languages import translator
from ui.widgets.edit_model import EditModel
from ui.widgets.edit_table_delegate import CellDelegate
from ui.widgets.picker import Picker

if TYPE_CHECKING:
    from ui.widgets.edit_table import EditTable


@dataclass(frozen=True)
class _Held:
    """An editor that was open: its row (None: the line that adds), its column, its text, and the value it replaces."""

    row_id: int | None
    column_key: str
    text: str
    typed: bool
    before: Any


class HeldTyping(QObject):
    """Takes what is typed out of the way of a reset, and puts it back behind it."""

    def __init__(self, table: EditTable, model: EditModel, delegate: CellDelegate) -> None:
        super().__init__(table)
        self._table, self._model, self._delegate = table, model, delegate
        self._held: _Held | None = None
        model.is_typed_in = lambda: delegate.editor is not None
        model.rows_leaving.connect(self._rows_leaving)
        model.modelAboutToBeReset.connect(self._hold)
        model.modelReset.connect(self._give_back)
        model.rowsInserted.connect(self._keep_in_sight)
        delegate.refused.connect(self._tell_refused)

    def edit_at_end(self) -> None:
        """Open the current cell with the cursor behind its text."""
        index = self._table.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._table.edit(index)
            line = self._delegate.editor
            if isinstance(line, QLineEdit):
                line.deselect()
                line.end(False)

    def begins_with(self, event: QInputMethodEvent) -> bool:
        """Whether words come at once where nothing was composed: they begin the current cell, if it can be edited."""
        if self._delegate.editor is not None or event.preeditString() or not event.commitString():
            return False
        index = self._table.currentIndex()
        if index.flags() & Qt.ItemFlag.ItemIsEditable:
            self._table.edit(index)
            self._delegate.compose(event)
        return True

    def _rows_leaving(self, row_ids: frozenset[int]) -> None:
        """A row goes in which somebody types: it may only be filtered out, so what is typed is sent off."""
        if self._delegate.editor is not None and self._delegate.cell[0] in row_ids:
            self._delegate.keep_typed()

    def _keep_in_sight(self) -> None:
        """Rows have come above the line that adds while somebody types there."""
        if self._delegate.editor is not None and self._delegate.cell[0] is None:
            self._table.scrollTo(self._table.currentIndex())

    def _hold(self) -> None:
        editor = self._delegate.editor
        if editor is not None:
            row_id, key = self._delegate.cell
            self._held = _Held(row_id, key, _text(editor), _is_typed(editor), editor.property("before"))
            self._delegate.cancel()

    def _give_back(self) -> None:
        held, self._held = self._held, None
        if held is None:
            return
        if not self._reopened(held):
            if held.typed:
                _ = translator(self._model.language).gettext
                self._table.notice_requested.emit(_("“{text}” was not stored.").format(text=held.text))
            return
        editor = self._delegate.editor
        if editor is not None:
            editor.setProperty("before", held.before)
            if held.typed:
                self._delegate.type_text(held.text)

    def _tell_refused(self, typed: str) -> None:
        _ = translator(self._model.language).gettext
        words = _("“{text}” does not fit here; the cell keeps its value.").format(text=typed)
        self._table.notice_requested.emit(words)

    def _reopened(self, held: _Held) -> bool:
        if held.row_id is None:
            self._table.begin_row()
            return self._delegate.editor is not None
        shown = self._table.layout_of_columns.is_shown(held.column_key)
        return shown and self._table.edit_cell(held.row_id, held.column_key)


def _text(editor: QWidget) -> str:
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    return editor.text() if isinstance(editor, QLineEdit | Picker) else ""


def _is_typed(editor: QWidget) -> bool:
    if isinstance(editor, QPlainTextEdit):
        return editor.document().isModified()
    return editor.half_typed if isinstance(editor, Picker) else isinstance(editor, QLineEdit) and editor.isModified()
