"""The model of the people table: phones are masked unless their row is revealed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Qt

from ui.people.columns import columns_for
from ui.people.offers import Known
from ui.people.rows import N_, PersonRow
from ui.widgets.edit_model import EditModel
from ui.widgets.edit_model_values import words_of
from ui.widgets.row_model import Column

ADD_WORDS = N_("＋ Type a name to add somebody, or paste from Excel or WPS")


class PeopleModel(EditModel):
    """Attendees and groups. `revealed` are the rows whose phones are shown whole, on this screen and for now."""

    def __init__(self, known: Known, parent: QObject | None = None) -> None:
        super().__init__(columns_for(known, "zh"), parent, add_words=ADD_WORDS)
        self.revealed: set[int] = set()

    def reveal(self, row_ids: tuple[int, ...], shown: bool) -> None:
        """Show or mask the phones of rows."""
        self.revealed = self.revealed | set(row_ids) if shown else self.revealed - set(row_ids)
        number = self.number_of("phone")
        if self.rows() and number is not None:
            self.dataChanged.emit(self.index(0, number), self.index(len(self.rows()) - 1, number))

    def cell(self, row: PersonRow, column: Column, role: int) -> Any:
        """What a cell is in one role."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole) and column.private:
            return self._private(row, column)
        return super().cell(row, column, role)

    def _private(self, row: PersonRow, column: Column) -> str:
        """A phone; one that was just typed is masked as well."""
        if row.attendee is None:
            return ""
        whole = words_of(column, self.raw(row, column), self._language)
        if row.id in self.revealed:
            return whole
        from models.rules.masking import mask_phone

        return mask_phone(whole)
