"""A table of a few rows that is as high as they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.edit_model import EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.row_model import Column
from ui.widgets.row_table import ROW_HEIGHT

MOST_ROWS = 12


class ShortTable(QWidget):
    """An EditTable that does not scroll by itself until it is long."""

    def __init__(self, columns: Sequence[Column], add_words: str = "") -> None:
        super().__init__()
        self.model = EditModel(columns, self, add_words=add_words)
        self.table = EditTable(self.model)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)
        self._fit()

    def show_rows(self, rows: Sequence[Any]) -> None:
        """Show these rows; what did not change is not touched."""
        self.model.show_rows(rows)
        self._fit()

    def begin(self) -> None:
        """Begin a new row, or go to the first."""
        if self.model.adds:
            self.table.begin_row()
        elif self.model.rows():
            self.table.choose_cell(self.model.rows()[0].id)
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def retranslate(self, language: str, name: str) -> None:
        """Say everything in another language."""
        self.model.retranslate(language)
        self.table.setAccessibleName(name)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)
        self.table.retheme(theme)

    def _fit(self) -> None:
        rows = min(max(self.model.rowCount(), 1), MOST_ROWS)
        self.table.setFixedHeight(rows * ROW_HEIGHT + self.table.horizontalHeader().sizeHint().height() + 6)
