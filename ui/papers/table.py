"""The table of papers: Space or a click ticks, the menu key or a right click asks what can be done."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from ui.papers.rows import PapersModel
from ui.widgets.row_table import RowTable


class WholeCell(QStyledItemDelegate):
    """A click anywhere in the cell ticks, not only one on the little box."""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Qt: a press that ends in the cell."""
        if event.type() != QEvent.Type.MouseButtonRelease:
            return event.type() == QEvent.Type.MouseButtonDblClick
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)


class PaperTable(RowTable):
    """Papers to tick."""

    menu_requested = Signal(QPoint)  # on the screen

    def __init__(self, papers: PapersModel) -> None:
        super().__init__(papers)
        self._papers = papers
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # agreements of one kind differ at the end of their titles
        self.setItemDelegateForColumn(0, WholeCell(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space ticks the paper the cursor is on."""
        row = self.chosen()
        if event.key() == Qt.Key.Key_Space and row is not None:
            self._papers.tick([row.id], on=row not in self._papers.ticked())
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: the row under the mouse, or the one the cursor is on."""
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.selectRow(self.indexAt(event.pos()).row())
            self.menu_requested.emit(event.globalPos())
            return
        corner = self.visualRect(self.currentIndex()).bottomLeft()
        self.menu_requested.emit(self.viewport().mapToGlobal(corner))
