"""A sheet as it was read, for looking at: its cells, what the columns mean, which rows are heads, people or words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from PySide6.QtGui import QBrush, QFont

from models.imports.book import CellMark, Sheet
from models.imports.tables import ColumnMatch, FoundTable, MatchedBy
from models.rules.masking import mask_id, mask_phone
from resources.languages import translator
from ui.slips.meanings import PRIVATE, family_of
from ui.slips.words import cell_text, column_letters, masked
from ui.theme import Theme, load_theme
from ui.widgets.row_model import _NO_PARENT, Index
from ui.widgets.tips import as_tip
from ui.wording.messages import N_
from ui.wording.slips import slip_field_word

_NUMBER_OF_A_PERSON = re.compile(r"(?<!\d)(?:\d{17}[\dXx]|\d{15})(?!\d)")
LEAST_COLUMNS = 4
HOW = {
    MatchedBy.REMEMBERED: N_("as you set it once"),
    MatchedBy.CHOSEN: N_("set by you"),
    MatchedBy.CONTENT: N_("told by its cells"),
}


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: what it means, its family, the letter and the words of the sheet; whether nobody knows."""

    words: str
    family: str
    below: str
    unknown: bool = False
    how: str = ""


def heads_of(sheet: Sheet, tables: Sequence[FoundTable], language: str) -> list[Head]:
    """The heads of all columns of a sheet."""
    matches: dict[int, ColumnMatch] = {}
    for table in tables:
        for match in table.columns:
            matches.setdefault(match.column, match)
    return [_head(column, matches.get(column), language) for column in range(width_of(sheet))]


def width_of(sheet: Sheet) -> int:
    """How many columns have anything in them; a few at least, so that an empty sheet looks like one."""
    return max(LEAST_COLUMNS, *(len(row) for row in sheet.rows)) if sheet.rows else LEAST_COLUMNS


def _head(column: int, match: ColumnMatch | None, language: str) -> Head:
    _ = translator(language).gettext
    letter = column_letters(column)
    if match is None:
        return Head("", "", letter)
    below = " · ".join(filter(None, (letter, " ".join(match.header.split()))))
    how = _(HOW[match.by]) if match.by in HOW else ""
    if match.field:
        return Head(slip_field_word(match.field, language), family_of(match.field), below, how=how)
    if match.by in (MatchedBy.CHOSEN, MatchedBy.REMEMBERED):
        return Head(_("Not imported"), "rest", below, how=how)
    return Head(_("Not recognized"), "", below, unknown=bool(match.header.strip()))


class SheetModel(QAbstractTableModel):
    """Cells with the color of what they mean. Numbers of people are masked unless they are revealed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet("", ())
        self.tables: tuple[FoundTable, ...] = ()
        self.heads: list[Head] = []
        self.revealed = False
        self._language, self._theme = "zh", load_theme("light")
        self._heading_rows: frozenset[int] = frozenset()
        self._footer_rows: frozenset[int] = frozenset()
        self._fields: list[dict[int, str]] = []  # of each table

    def show_sheet(self, sheet: Sheet, tables: Sequence[FoundTable]) -> None:
        """Show another sheet, or the same one understood otherwise."""
        self.beginResetModel()
        self.sheet, self.tables = sheet, tuple(tables)
        self.heads = heads_of(sheet, tables, self._language)
        self._heading_rows = frozenset(row for table in tables for row in table.header_rows)
        self._footer_rows = frozenset(row for table in tables for row, _words in table.footer)
        self._fields = [{match.column: match.field for match in table.columns} for table in tables]
        self.endResetModel()

    def reveal(self, revealed: bool) -> None:
        """Show numbers whole, or mask them again."""
        self.revealed = revealed
        self._everything_changed()

    def retranslate(self, language: str) -> None:
        """Say the heads in another language."""
        self._language = language
        self.heads = heads_of(self.sheet, self.tables, language)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, max(len(self.heads) - 1, 0))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self._everything_changed()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt: the number of rows."""
        return 0 if parent.isValid() else len(self.sheet.rows)

    def columnCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt: the number of columns."""
        return 0 if parent.isValid() else len(self.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: one cell."""
        row, column = index.row(), index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(row, column)
        if role == Qt.ItemDataRole.BackgroundRole:
            return self._ground(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return QBrush(self._theme.color(self._ink(row, column)))
        if role == Qt.ItemDataRole.FontRole:
            return self._font(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip(self._tip(row, column))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the head of a column, the number of a row."""
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        return self.heads[section].words or self.heads[section].below if section < len(self.heads) else ""

    def text(self, row: int, column: int) -> str:
        """What stands in a cell, as it may be seen."""
        cells = self.sheet.rows[row] if row < len(self.sheet.rows) else ()
        words = " ".join(cell_text(cells[column]).split()) if column < len(cells) else ""
        mark = self._mark(row, column)
        if mark.picture or mark.error:
            _ = translator(self._language).gettext
            return mark.error or _("[picture]")
        return words if self.revealed else self._masked(row, column, words)

    def lone_texts(self) -> list[tuple[int, int]]:
        """Titles above and notes below that stand alone in their row: they may run over the empty cells beside them."""
        merged = {merge.first_row for merge in self.sheet.merges}
        rows = {row for table in self.tables for row in table.skipped_above} | self._footer_rows
        found = []
        for row in sorted(rows - merged):
            filled = [column for column in range(len(self.sheet.rows[row])) if self.text(row, column)]
            if len(filled) == 1:
                found.append((row, filled[0]))
        return found

    def field_at(self, row: int, column: int) -> str | None:
        """What a cell of a table means; None outside of tables."""
        if row in self._footer_rows:
            return None
        for table, fields in zip(self.tables, self._fields, strict=True):
            if table.first_row <= row <= table.last_row and column in fields:
                return fields[column]
        return None

    def _masked(self, row: int, column: int, words: str) -> str:
        field = self.field_at(row, column)
        if field in PRIVATE:
            return masked(field or "", words)
        hidden = _NUMBER_OF_A_PERSON.sub(lambda found: mask_id(found.group()), words)
        return mask_phone(hidden) if hidden == words else hidden

    def _mark(self, row: int, column: int) -> CellMark:
        return self.sheet.marks.get((row, column), _UNMARKED)

    def _ground(self, row: int, column: int) -> QBrush | None:
        if row in self._heading_rows:
            return QBrush(self._theme.color("hover"))
        family = family_of(self.field_at(row, column) or "")
        return QBrush(self._theme.color(f"tint_{family}")) if family else None

    def _ink(self, row: int, column: int) -> str:
        mark = self._mark(row, column)
        if mark.error or mark.picture or mark.formula:
            return "warn"
        inside = row in self._heading_rows or self.field_at(row, column)
        return "ink" if inside and row not in self.sheet.hidden_rows else "ink_faint"

    def _font(self, row: int, column: int) -> QFont | None:
        struck = self._mark(row, column).struck
        if row not in self._heading_rows and not struck:
            return None
        font = QFont()
        font.setBold(row in self._heading_rows)
        font.setStrikeOut(struck)
        return font

    def _tip(self, row: int, column: int) -> str:
        """The whole text, the comment, and what is odd about the cell."""
        _ = translator(self._language).gettext
        mark = self._mark(row, column)
        comment = mark.comment if self.revealed else mask_phone(mark.comment)
        said = [self.text(row, column), _("Comment: {text}").format(text=comment) if comment else ""]
        if mark.struck:
            said.append(_("Struck through"))
        if row in self.sheet.hidden_rows:
            said.append(_("This row is hidden in the file"))
        return "\n".join(filter(None, said))

    def _everything_changed(self) -> None:
        if self.sheet.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.sheet.rows) - 1, len(self.heads) - 1))


_UNMARKED = CellMark()
