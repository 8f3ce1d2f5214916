"""The table of the plan: keys decide; several rows can be decided at once."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from models.imports.plan import Action
from ui.slips.plan_lines import PlanLine
from ui.widgets.row_model import RowModel
from ui.widgets.row_table import RowTable

_DECIDED_BY = {
    Qt.Key.Key_A: Action.ADD,
    Qt.Key.Key_S: Action.UPDATE,
    Qt.Key.Key_X: Action.REFUSE,
    Qt.Key.Key_Delete: Action.REFUSE,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DIGITS = tuple(Qt.Key(Qt.Key.Key_1.value + place) for place in range(9))


class PlanTable(RowTable):
    """`decided` carries an Action; `candidate_chosen` the place of a candidate; `next_requested`: the next doubt."""

    decided = Signal(object)
    candidate_chosen = Signal(int)
    next_requested = Signal()

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self._lines = model
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_lines(self) -> list[PlanLine]:
        """The marked lines, from the top."""
        places = sorted({index.row() for index in self.selectionModel().selectedRows()})
        return [self._lines.rows()[place] for place in places if place < len(self._lines.rows())]

    def selectRow(self, row: int) -> None:
        """Qt: mark this row alone, whatever keys are held."""
        flags = QItemSelectionModel.SelectionFlag
        index = self._lines.index(row, 0)
        self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.scrollTo(index)

    def keyboardSearch(self, _text: str) -> None:
        """Qt: letters decide; they do not search."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: A adds, S takes for the same person, X leaves out, a digit chooses who is meant, N the next doubt."""
        key = Qt.Key(event.key())
        if key in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the page writes
        elif event.modifiers() not in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            super().keyPressEvent(event)
        elif key in _DECIDED_BY:
            self.decided.emit(_DECIDED_BY[key])
        elif key == Qt.Key.Key_N:
            self.next_requested.emit()
        elif key in _DIGITS:
            self.candidate_chosen.emit(_DIGITS.index(key))
        else:
            super().keyPressEvent(event)
