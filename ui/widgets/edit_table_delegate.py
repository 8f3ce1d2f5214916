"""The editors of cells: a line, several lines, a picker. They end as in Excel: Enter goes down, Tab right."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QEvent, QModelIndex, QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QLineEdit,
    QPlainTextEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from resources.languages import translator
from ui.theme import Theme, load_theme
from ui.widgets import clipboard
from ui.widgets.composing import Composing
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_model_values import value_of, words_of
from ui.widgets.picker import Entry, Picker
from ui.widgets.row_model import Column, EditorKind, Index

TEXT_HEIGHT = 96
MARGIN = 11  # on both sides of the words
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Up, Qt.Key.Key_Down)
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_ARROWS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
# The keyboard goes to another window or a menu and comes back: what is half typed waits.
_PASSING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class CellDelegate(QStyledItemDelegate):
    """Makes, fills and reads the editors of an `EditTable`, and draws the frame of the current cell."""

    stepped = Signal(int, object)  # the key that ended the editing, and the modifiers held with it
    create_requested = Signal(int, str, str)
    refused = Signal(str)  # what was typed and cannot be a value
    rows_pasted = Signal()  # rows of cells are pasted into the line that adds

    def __init__(self, view: QTableView, model: EditModel) -> None:
        super().__init__(view)
        self._view, self._model = view, model
        self._theme = load_theme("light")
        self._colors: dict[str, QColor] = {}
        self._ending = False
        self.composing = Composing()
        self._opened = 0  # editors so far
        self.editor: QWidget | None = None  # that is open
        self.cell: tuple[int | None, str] = (None, "")  # its row (None: the line that adds) and column
        view.selectionModel().currentRowChanged.connect(self._repaint_rows)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme, self._colors = theme, {}

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: the editor of a cell; it remembers what the cell held."""
        column, row = self._model.columns[index.column()], self._model.row_at(index.row())
        editor = self._editor_for(parent, column, row)
        editor.setAccessibleName(self._name(index, column))
        editor.setProperty("before", None if row is None else _Kept(self._model.raw(row, column)))
        self.editor, self.cell = editor, (None if row is None else row.id, column.key)
        self._opened += 1
        self.composing.forget()
        editor.destroyed.connect(partial(self._gone, self._opened))
        return editor

    def keep_typed(self) -> None:
        """End the editing that is under way; what was typed is kept."""
        if self.editor is not None:
            self._end(self.editor)

    def cancel(self) -> None:
        """End the editing that is under way; nothing of it is kept."""
        if self.editor is not None:
            self._cancel(self.editor)

    def compose(self, event: QInputMethodEvent) -> None:
        """Hand the open editor what an input method told the table."""
        if self.editor is not None:
            QCoreApplication.sendEvent(self.editor.focusProxy() or self.editor, event)

    def type_text(self, text: str) -> None:
        """Put a text into the open editor, as if it had been typed."""
        if isinstance(self.editor, Picker):
            self.editor.type_text(text)
        elif isinstance(self.editor, QPlainTextEdit):
            self.editor.setPlainText(text)
            self.editor.document().setModified(True)
        elif isinstance(self.editor, QLineEdit):
            self.editor.setText(text)
            self.editor.setModified(True)

    def offer_anew(self) -> None:
        """More can be offered in the line that adds: an editor that is open there offers it as well."""
        if isinstance(self.editor, Picker) and self.cell[0] is None and self._model.adding_entries is not None:
            self.editor.offer(self._model.adding_entries(self._model.language))

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: fill an editor, once: a reload of the row never touches what is being typed."""
        if editor.property("filled"):
            return
        editor.setProperty("filled", True)
        column, row = self._model.columns[index.column()], self._model.row_at(index.row())
        value = "" if row is None else self._model.raw(row, column)
        if isinstance(editor, Picker):
            editor.set_value(value)
            return
        words = words_of(column, value, self._model.language)
        if isinstance(editor, QPlainTextEdit):
            editor.setPlainText(words)
            editor.selectAll()
        elif isinstance(editor, QLineEdit):
            editor.setText(words)

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Qt: what was typed becomes the value of the cell. What cannot be one is refused, and the cell stays."""
        edit = self.edit_in(editor, index)
        row = self._model.row_at(index.row())
        if row is None:
            if isinstance(editor, Picker):
                editor.take()
            picked = editor.entry if isinstance(editor, Picker) else None
            self._model.setData(index, picked or self._text(editor))
        elif edit is not None:
            self._model.edit_cells((edit,))

    def edit_in(self, editor: QWidget, index: Index) -> CellEdit | None:
        """What an editor would change."""
        row, column = self._model.row_at(index.row()), self._model.columns[index.column()]
        kept = editor.property("before")
        if row is None or not isinstance(kept, _Kept):
            return None
        if isinstance(editor, Picker):
            editor.take()
            return CellEdit(row.id, column.key, kept.value, editor.value())
        typed = self._text(editor)
        if typed == words_of(column, kept.value, self._model.language):
            return None
        try:
            return CellEdit(row.id, column.key, kept.value, value_of(column, typed, self._model.language))
        except ValueError:
            self.refused.emit(typed)
            return None

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: over its cell; several lines drop below it."""
        plain: Any = option  # Any: the stubs leave out its fields
        room: QRect = plain.rect
        if self._model.is_adding(index.row()):
            room = QRect(room.left(), room.top(), max(room.width(), 240), room.height())
        elif isinstance(editor, QPlainTextEdit):
            top = max(0, min(room.top(), self._view.viewport().height() - TEXT_HEIGHT))
            room = QRect(room.left(), top, max(room.width(), 280), TEXT_HEIGHT)
        editor.setGeometry(room)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: the keys that end the editing, and the loss of the keyboard."""
        editor = self._editor_of(watched)
        if editor is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
            return event.isAccepted()
        if isinstance(event, QInputMethodEvent):
            self.composing.hear(event)
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self.composing.takes(event) or self._key_pressed(editor, event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in _PASSING and not self._ending:
                self._end(editor)
            return False
        return False

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: a cell, its row tinted and its frame drawn where it is the current one.

        Drawn by hand, as the style sheet says: Qt would ask for ten roles of every cell, four times as long.
        """
        plain: Any = option  # Any: the stubs leave out its fields
        room: QRect = plain.rect
        current, selected = self._view.currentIndex(), bool(plain.state & QStyle.StateFlag.State_Selected)
        is_current = current.row() == index.row()
        if selected or is_current:
            painter.fillRect(room, self._color("accent_soft" if selected else "hover"))
        painter.fillRect(room.left(), room.bottom(), room.width(), 1, self._color("hairline"))
        row, column = self._model.row_at(index.row()), self._model.columns[index.column()]
        words = "" if row is None else str(self._model.cell(row, column, Qt.ItemDataRole.DisplayRole) or "")
        if words:
            painter.setPen(self._color(column.token(row) if column.token and not selected else "ink"))
            self._write(painter, room.adjusted(MARGIN, 0, -MARGIN, -1), words, column)
        if is_current and current.column() == index.column() and row is not None:
            self._frame(painter, room)

    def _repaint_rows(self, current: QModelIndex, previous: QModelIndex) -> None:
        """The current row is tinted from end to end; Qt would paint only the cell left and the cell entered."""
        room = self._view.viewport()
        for row in (current.row(), previous.row()):
            room.update(0, self._view.rowViewportPosition(row), room.width(), self._view.rowHeight(row))

    def _write(self, painter: QPainter, room: QRect, words: str, column: Column) -> None:
        """The words of a cell in one line, cut where they do not fit."""
        if column.strong:
            font = self._view.font()
            font.setBold(True)
            painter.setFont(font)
        line = words.replace("\n", " ")
        if len(line) * room.height() > room.width():  # no character is wider than a line is high
            mode = self._view.textElideMode() if column.strong else Qt.TextElideMode.ElideRight
            line = painter.fontMetrics().elidedText(line, mode, room.width())
        painter.drawText(room, _RIGHT if column.right else _LEFT, line)
        if column.strong:
            painter.setFont(self._view.font())

    def _color(self, token: str) -> QColor:
        """A color of the theme, read once."""
        if token not in self._colors:
            self._colors[token] = self._theme.color(token)
        return self._colors[token]

    def paint_adding(self, painter: QPainter) -> None:
        """Draw the words of the line that adds, over all columns, and its frame around them."""
        index = self._model.index(self._model.rowCount() - 1, self._model.adding_column())
        room, words = self._view.visualRect(index), self._model.adding_words()
        if not room.isValid():
            return
        if self._view.currentIndex() == index:
            width = self._view.fontMetrics().horizontalAdvance(words) + 2 * MARGIN
            self._frame(painter, room.adjusted(0, 0, max(width - room.width(), 0), 0))
        painter.setPen(self._theme.color("ink_faint"))
        room.setRight(self._view.viewport().width())
        painter.drawText(room.adjusted(MARGIN, 0, 0, 0), _LEFT, words)

    def _frame(self, painter: QPainter, room: QRect) -> None:
        painter.save()
        strong = self._view.hasFocus() or self._view.state() == QTableView.State.EditingState
        painter.setPen(QPen(self._theme.color("accent" if strong else "accent_line"), 2 if strong else 1))
        painter.drawRect(room.adjusted(1, 1, -1, -2))
        painter.restore()

    def _editor_for(self, parent: QWidget, column: Column, row: Any) -> QWidget:
        if row is None and self._model.adding_entries is not None:
            return self._adding_picker(parent)
        if row is not None and column.editor in (EditorKind.CHOICE, EditorKind.PICK):
            return self._picker(parent, column, row.id)
        if row is not None and column.suggestions is not None:
            return self._free_picker(parent, column.suggestions(row, self._model.language))
        if row is not None and column.editor is EditorKind.TEXT:
            text = QPlainTextEdit(parent)
            text.setProperty("role", "cell")
            return text
        line = QLineEdit(parent)
        line.setProperty("role", "cell")
        return line

    def _picker(self, parent: QWidget, column: Column, row_id: int) -> Picker:
        language = self._model.language
        picker = Picker(parent)
        if column.choices is not None:
            picker.takes_first = True
            blank = translator(language).gettext(column.blank_words) if column.blank_words else ""
            picker.offer([Entry(value, words or blank) for value, words in column.choices(language)])
            QTimer.singleShot(0, picker, partial(_drop, picker))
        elif column.entries is not None:
            picker.offer(column.entries(language))
        if column.create_words:
            picker.create_words = translator(language).gettext(column.create_words)
            picker.create_requested.connect(partial(self.create_requested.emit, row_id, column.key))
        return self._in_cell(picker)

    def _adding_picker(self, parent: QWidget) -> Picker:
        """Offers what is known already; any other text begins a new row, and so does a name asked for once more."""
        _ = translator(self._model.language).gettext
        picker = Picker(parent, free=True)
        picker.create_words = _("Create “{text}”")
        if self._model.adding_entries is not None:
            picker.offer(self._model.adding_entries(self._model.language))
        return self._in_cell(picker)

    def _free_picker(self, parent: QWidget, suggestions: Sequence[str]) -> Picker:
        picker = Picker(parent, free=True)
        picker.offer([Entry(text, text) for text in suggestions])
        return self._in_cell(picker)

    def _in_cell(self, picker: Picker) -> Picker:
        picker.line.setProperty("role", "cell")
        picker.line.installEventFilter(self)  # the last one installed sees the keys first
        picker.picked.connect(lambda _value: self._picked(picker))
        picker.given_back.connect(self.refused)
        return picker

    def _picked(self, picker: Picker) -> None:
        """A click in the list ends the editing; the keyboard ends it itself."""
        if not self._ending:
            self._end(picker)
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _key_pressed(self, editor: QWidget, event: QKeyEvent) -> bool:
        key, held = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self._cancel(editor)
            return True
        if self._pastes_rows(event):
            self._cancel(editor)
            self.rows_pasted.emit()
            return True
        if key not in _ENDS or (key in _ARROWS and not isinstance(editor, QLineEdit)):
            return False
        if key in _TAKES and isinstance(editor, Picker) and editor.hesitates():
            return True
        if isinstance(editor, QPlainTextEdit) and held & Qt.KeyboardModifier.AltModifier:
            editor.insertPlainText("\n")
            return True
        self._end(editor)
        self.stepped.emit(event.key(), held)
        return True

    def _pastes_rows(self, event: QKeyEvent) -> bool:
        """Whether several cells are pasted where a name is expected: no line could hold them."""
        if not event.matches(QKeySequence.StandardKey.Paste) or not self._model.is_adding(
            self._view.currentIndex().row()
        ):
            return False
        mime = QGuiApplication.clipboard().mimeData()
        rows = clipboard.read_cells(mime) if clipboard.content_of(mime) is clipboard.Content.TEXT else []
        return len(rows) > 1 or any(len(row) > 1 for row in rows)

    def _gone(self, number: int) -> None:
        if number == self._opened:  # an editor goes after the next one has come
            self.editor = None

    def _end(self, editor: QWidget) -> None:
        self._ending, self.editor = True, None
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
        self._ending = False

    def _cancel(self, editor: QWidget) -> None:
        self._ending, self.editor = True, None
        if isinstance(editor, Picker):
            editor.restore()
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
        self._ending = False

    def _editor_of(self, watched: QObject) -> QWidget | None:
        above = watched.parent()
        if isinstance(above, Picker):
            return above
        return watched if isinstance(watched, Picker | QLineEdit | QPlainTextEdit) else None

    def _text(self, editor: QWidget) -> str:
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText()
        return editor.text() if isinstance(editor, QLineEdit | Picker) else ""

    def _name(self, index: Index, column: Column) -> str:
        if self._model.is_adding(index.row()):
            return self._model.adding_words()
        return str(self._model.headerData(index.column(), Qt.Orientation.Horizontal) or column.key)


def _drop(picker: Picker) -> None:
    """Show the few choices there are, where nobody types yet."""
    if picker.line.hasFocus() and not picker.half_typed and not picker.list_shown:
        picker.open_list()


class _Kept:
    """A value in a property of a widget: Qt would turn enumerations and tuples into something else."""

    def __init__(self, value: Any) -> None:
        self.value = value
