"""The table of every room: calm rows, widths that fit, the whole text of a cut cell as its tooltip."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QToolTip, QWidget

from ui.widgets.row_model import RowModel
from ui.widgets.tips import as_tip

ROW_HEIGHT = 30
PADDING = 24  # both sides of a cell, with the hairline
NARROWEST = 40
WIDEST = 420  # of a flexible column, before the room is shared
WIDEST_FIXED = 240  # of any other
LEAST_TEXT = 72  # of a column that gives way
FEW = 15  # one text in so many may be longer than its column: the others need the room
SAMPLE = 400  # rows measured; a longer table is judged by these


class RowTable(QTableView):
    """A read-only table of rows. `row_chosen` carries the chosen row's id, or None."""

    row_chosen = Signal(object)
    row_opened = Signal(int)

    def __init__(self, model: RowModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = model
        self._kept: int | None = None
        self.setModel(model)
        self._calm()
        model.modelAboutToBeReset.connect(self._remember_choice)
        model.modelReset.connect(self._restore_choice)
        model.headerDataChanged.connect(self.fit_columns)
        self.selectionModel().currentRowChanged.connect(self._current_changed)
        self.doubleClicked.connect(self._opened)

    def _calm(self) -> None:
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsMovable(False)
        header.setMinimumSectionSize(NARROWEST)
        header.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def chosen(self) -> Any | None:
        """The chosen row, or None."""
        return self._rows.row_at(self.currentIndex().row())

    def choose(self, row_id: int) -> None:
        """Choose the row with an id, if it is here."""
        place = self._rows.place_of(row_id)
        if place is not None:
            self.selectRow(place)

    def fit_columns(self) -> None:
        """Give each column what its texts need; where that is too much, the widest that may give way do."""
        numbers = self.shown_columns()
        wanted = [self._natural_width(number) for number in numbers]
        least, shares = self._least_widths(numbers, wanted), self._shares(numbers, wanted)
        longest, room = self._longest_widths(numbers, wanted), self.viewport().width()
        for number, width in zip(numbers, fitted(wanted, least, shares, longest, room), strict=True):
            self.setColumnWidth(number, width)

    def shown_columns(self) -> list[int]:
        """The columns that are not hidden, as they stand from left to right."""
        header = self.horizontalHeader()
        places = (header.logicalIndex(place) for place in range(min(header.count(), len(self._rows.columns))))
        return [number for number in places if not self.isColumnHidden(number)]

    def header_width(self, number: int) -> int:
        """What the head of a column needs."""
        heading = str(self._rows.headerData(number, Qt.Orientation.Horizontal) or "")
        return max(self.horizontalHeader().fontMetrics().horizontalAdvance(heading) + PADDING, NARROWEST)

    def cut_text(self, index: QModelIndex) -> str:
        """The text of a cell that does not fit, else nothing."""
        text = str(index.data() or "")
        metrics = self.fontMetrics()
        return text if metrics.horizontalAdvance(text) + PADDING > self.columnWidth(index.column()) else ""

    def tip_of(self, index: QModelIndex) -> str:
        """The text of a cell that does not fit, and what its column adds to it."""
        row = self._rows.row_at(index.row())
        tip = self._rows.columns[index.column()].tip if row is not None else None
        added = tip(row, self._rows.language) if tip is not None else ""
        return "\n".join(filter(None, (self.cut_text(index), added)))

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt: a cut cell tells its whole text, others what their column adds."""
        if event.type() == QEvent.Type.ToolTip:
            asked = cast(QHelpEvent, event)
            QToolTip.showText(asked.globalPos(), as_tip(self.tip_of(self.indexAt(asked.pos()))), self.viewport())
            return True
        return super().viewportEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit_columns()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter opens the row."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._opened(self.currentIndex())
            return
        super().keyPressEvent(event)

    def _natural_width(self, number: int) -> int:
        flexible = self._rows.columns[number].flexible
        return self._width_for(number, lambda widths: len(widths) if flexible else len(widths) - len(widths) // FEW)

    def longest_width(self, number: int) -> int:
        """What the longest text of a column needs."""
        return self._width_for(number, len)

    def _width_for(self, number: int, counted: Callable[[list[int]], int]) -> int:
        """What so many of the texts of a column need, the shortest first, and its head."""
        metrics, column = self.fontMetrics(), self._rows.columns[number]
        texts = set(self._rows.words_of_column(number, SAMPLE))
        widths = sorted(metrics.horizontalAdvance(text) for text in texts)
        widest = max(widths[: counted(widths)], default=0)
        widest = round(widest * 1.08) if column.strong else widest
        most = WIDEST if column.flexible else WIDEST_FIXED
        return max(min(widest + PADDING, most), self.header_width(number))

    def _least_widths(self, numbers: list[int], wanted: list[int]) -> list[int]:
        columns = [self._rows.columns[number] for number in numbers]
        return [
            min(width, max(self.header_width(number), LEAST_TEXT)) if column.flexible or column.yielding else width
            for number, column, width in zip(numbers, columns, wanted, strict=True)
        ]

    def _shares(self, numbers: list[int], wanted: list[int]) -> list[int]:
        return [width * self._rows.columns[number].flexible for number, width in zip(numbers, wanted, strict=True)]

    def _longest_widths(self, _numbers: list[int], wanted: list[int]) -> list[int]:
        return wanted

    def _remember_choice(self) -> None:
        row = self.chosen()
        self._kept = None if row is None else row.id

    def _restore_choice(self) -> None:
        self.fit_columns()
        place = None if self._kept is None else self._rows.place_of(self._kept)
        if self._rows.rowCount():
            self.selectRow(place or 0)
        self.row_chosen.emit(self.chosen())

    def _current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        self.row_chosen.emit(self._rows.row_at(current.row()))

    def _opened(self, index: QModelIndex) -> None:
        row = self._rows.row_at(index.row())
        if row is not None:
            self.row_opened.emit(row.id)


def fitted(wanted: list[int], least: list[int], shares: list[int], longest: list[int], room: int) -> list[int]:
    """Widths that fill `room`. What is missing is taken from the widest; what is left over goes to texts that are still
    cut, the shorter ones first, then out by `shares`.
    """
    if sum(wanted) > room:
        return _under_one_cap(wanted, least, room)
    widths = _under_one_cap(longest, wanted, room)
    spare, total = room - sum(widths), sum(shares)
    return [width + (spare * share // total if total else 0) for width, share in zip(widths, shares, strict=True)]


def _under_one_cap(wanted: list[int], least: list[int], room: int) -> list[int]:
    """The widths wanted, under the highest cap under which everything fits."""
    low, high = 0, max(wanted, default=0)
    while low < high:
        cap = (low + high + 1) // 2
        low, high = (cap, high) if sum(_capped(wanted, least, cap)) <= room else (low, cap - 1)
    return _capped(wanted, least, low)


def _capped(wanted: list[int], least: list[int], cap: int) -> list[int]:
    return [max(min(width, cap), floor) for width, floor in zip(wanted, least, strict=True)]
