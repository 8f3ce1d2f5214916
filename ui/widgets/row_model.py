"""The item model of every table: ids and frozen rows, one `Column` a column; knows no database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QBrush, QFont

from resources.languages import translator
from ui.theme import Theme, load_theme
from ui.widgets.picker_entries import Entry

Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class Row(Protocol):
    """Anything frozen with an id."""

    @property
    def id(self) -> int:
        """What the row is known by, across reloads."""


class EditorKind(StrEnum):
    """How a cell is edited."""

    LINE = "line"
    TEXT = "text"  # several lines
    NUMBER = "number"  # a count, or None
    DATE = "date"
    TIME = "time"
    CHOICE = "choice"  # one of a few values
    PICK = "pick"  # one of many, found by typing


@dataclass(frozen=True)
class Column:
    """One column. `heading` is a message; `text` makes the words of a row in a language; `token` its color.

    A column with `value` can be edited: `value` gives what is stored, `editable` says of which rows, `choices` and
    `entries` what there is to choose from in a language; a `create_words` message ("Create “{text}”") lets a PICK
    column ask for a new one; `blank_words` name a choice that has no words in the table. `suggestions` are offered
    while a LINE is typed, and may be overruled. A `private` column shows a mask, and copies carry the mask. Rows are
    dragged by their `handle`.
    """

    key: str
    heading: str
    text: Callable[[Any, str], str]
    right: bool = False
    flexible: bool = False  # takes the room that is left, and gives way
    yielding: bool = False  # gives way where the room is scarce
    strong: bool = False
    token: Callable[[Any], str] | None = None
    value: Callable[[Any, str], Any] | None = None
    editor: EditorKind = EditorKind.LINE
    choices: Callable[[str], Sequence[tuple[Any, str]]] | None = None
    hidden: bool = False  # at first; the column chooser shows it
    entries: Callable[[str], Sequence[Entry]] | None = None
    create_words: str = ""
    blank_words: str = ""
    suggestions: Callable[[Any, str], Sequence[str]] | None = None
    editable: Callable[[Any], bool] | None = None
    private: bool = False
    handle: bool = False
    tip: Callable[[Any, str], str] | None = None  # what the tooltip adds to the words


class RowModel(QAbstractTableModel):
    """Rows of one kind in columns of one table, in one language."""

    def __init__(self, columns: Sequence[Column], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._rows: tuple[Any, ...] = ()
        self._language = "zh"
        self._theme = load_theme("light")

    @property
    def language(self) -> str:
        """The language in which the cells speak."""
        return self._language

    def rows(self) -> tuple[Any, ...]:
        """The rows shown."""
        return self._rows

    def row_at(self, number: int) -> Any | None:
        """The row at a place, or None."""
        return self._rows[number] if 0 <= number < len(self._rows) else None

    def place_of(self, row_id: int) -> int | None:
        """Where the row with an id stands."""
        return next((place for place, row in enumerate(self._rows) if row.id == row_id), None)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)
        self._everything_changed()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self._everything_changed()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt: the number of rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt: the number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: one cell."""
        row = self.row_at(index.row()) if index.isValid() else None
        if row is None:
            return None
        return self.cell(row, self.columns[index.column()], role)

    def cell(self, row: Any, column: Column, role: int) -> Any:
        """What a cell is in one role."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return column.text(row, self._language)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_alignment(column))
        if role == Qt.ItemDataRole.ForegroundRole and column.token:
            return QBrush(self._theme.color(column.token(row)))
        if role == Qt.ItemDataRole.FontRole and column.strong:
            return _bold()
        return None

    def words_of_column(self, number: int, most: int) -> list[str]:
        """The words of the first cells of a column, without asking Qt for each."""
        column, role = self.columns[number], Qt.ItemDataRole.DisplayRole
        return [str(self.cell(row, column, role) or "") for row in self._rows[:most]]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the head of a column."""
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            heading = self.columns[section].heading
            return translator(self._language).gettext(heading) if heading else ""
        return int(_alignment(self.columns[section])) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def _everything_changed(self) -> None:
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self.columns) - 1))


def _alignment(column: Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _bold() -> QFont:
    font = QFont()
    font.setBold(True)
    return font
