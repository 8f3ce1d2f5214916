"""The view of a sheet: heads say and color what a column means; a press on one offers every other meaning."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from ui.slips.sheet_model import Head, SheetModel
from ui.theme import Theme, load_theme
from ui.widgets.row_model import Index
from ui.widgets.tips import as_tip

HEAD_HEIGHT, ROW_HEIGHT = 46, 26
NARROWEST, WIDEST, SAMPLE = 64, 220, 80
PADDING = 24
MOST_SPANS = 400  # merged ranges drawn as one cell; more would make scrolling slow
MARK = 3  # pixels of color above a head


class MeaningHeader(QHeaderView):
    """Two lines a column: what it means, and its letter with the words of the sheet."""

    meaning_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = load_theme("light")
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setFont(_font(self, 13, bold=False))
        self.setMinimumSectionSize(NARROWEST)
        self.sectionClicked.connect(self.meaning_requested)

    def retheme(self, theme: Theme) -> None:
        """Draw with other colors."""
        self._theme = theme
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Qt: room for two lines."""
        return QSize(super().sizeHint().width(), HEAD_HEIGHT)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """Qt: one head."""
        head = self._head(section)
        if head is None:
            return
        painter.save()
        ground = f"tint_{head.family}" if head.family else "surface"
        painter.fillRect(rect, self._theme.color(ground))
        mark = f"mark_{head.family}" if head.family else "warn" if head.unknown else "hairline"
        painter.fillRect(QRect(rect.left(), rect.top(), rect.width(), MARK), self._theme.color(mark))
        painter.setPen(self._theme.color("hairline"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._write(painter, rect, head)
        painter.restore()

    def head_words(self, head: Head) -> str:
        """The first line of a head."""
        if head.unknown:
            return f"▲ {head.words} ▾"
        return f"{head.words} ▾" if head.words else ""

    def event(self, event: QEvent) -> bool:
        """Qt: the whole head as a tooltip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            head = self._head(self.logicalIndexAt(event.pos()))
            words = "\n".join(filter(None, (head.words, head.below, head.how))) if head else ""
            QToolTip.showText(event.globalPos(), as_tip(words), self)
            return True
        return super().event(event)

    def _write(self, painter: QPainter, rect: QRect, head: Head) -> None:
        inner, font = rect.adjusted(8, MARK + 2, -6, -3), painter.font()
        font.setPixelSize(13)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self._theme.color("warn" if head.unknown else "ink"))
        upper = QRect(inner.left(), inner.top(), inner.width(), inner.height() // 2)
        lower = QRect(inner.left(), upper.bottom() + 1, inner.width(), inner.height() - upper.height())
        _draw(painter, upper, self.head_words(head))
        font.setPixelSize(11)
        font.setBold(False)
        painter.setFont(font)
        painter.setPen(self._theme.color("ink_faint"))
        _draw(painter, lower, head.below)

    def _head(self, section: int) -> Head | None:
        model = self.model()
        assert isinstance(model, SheetModel)
        return model.heads[section] if 0 <= section < len(model.heads) else None


def _draw(painter: QPainter, rect: QRect, words: str) -> None:
    shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, rect.width())
    painter.drawText(rect, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)


class SheetDelegate(QStyledItemDelegate):
    """Draws the ground that a cell's meaning gives it: the style sheet alone would leave it out."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: one cell."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if ground is not None and isinstance(index, QModelIndex):
            painter.fillRect(self._view.visualRect(index), ground)
        super().paint(painter, option, index)


class SheetView(QTableView):
    """A sheet to look at. `meaning_requested(column, where)`: another meaning is wished for a column;
    `row_menu_requested(row, where)`: something is wished of a row."""

    meaning_requested = Signal(int, QPoint)
    row_menu_requested = Signal(int, QPoint)

    def __init__(self, model: SheetModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = model
        self.header = MeaningHeader(self)
        self.setHorizontalHeader(self.header)
        self.setItemDelegate(SheetDelegate(self))
        self.setModel(model)
        self._calm()
        self.header.meaning_requested.connect(self._asked_by_mouse)
        model.modelReset.connect(self._fit)
        model.headerDataChanged.connect(self._fit)

    def _calm(self) -> None:
        rows = self.verticalHeader()
        rows.setDefaultSectionSize(ROW_HEIGHT)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        rows.setSectionsClickable(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def retheme(self, theme: Theme) -> None:
        """Draw with other colors."""
        self.header.retheme(theme)

    def go_to(self, row: int) -> None:
        """Show a row and put the cursor there, into the first column that names somebody."""
        names = (number for number, head in enumerate(self._sheet.heads) if head.family == "name")
        index = self._sheet.index(row, next(names, 0))
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter or F2 offers the meanings of the column."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the page writes, or takes the clipboard
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.currentIndex().isValid():
            self.meaning_requested.emit(self.currentIndex().column(), self._below_head(self.currentIndex().column()))
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Qt: what can be done with a row, at the mouse or at the cursor."""
        index, place = self.indexAt(event.pos()), event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            index = self.currentIndex()
            place = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft())
        if index.isValid():
            self.setCurrentIndex(index)
            self.row_menu_requested.emit(index.row(), place)

    def _asked_by_mouse(self, column: int) -> None:
        self.meaning_requested.emit(column, self._below_head(column))

    def _below_head(self, column: int) -> QPoint:
        return self.header.viewport().mapToGlobal(QPoint(self.header.sectionViewportPosition(column), HEAD_HEIGHT))

    def _fit(self) -> None:
        """Widths after what the first rows hold; merged ranges as one cell."""
        self.clearSpans()
        for merge in self._sheet.sheet.merges[:MOST_SPANS]:
            rows, columns = merge.last_row - merge.first_row + 1, merge.last_column - merge.first_column + 1
            if rows * columns > 1 and merge.first_row < len(self._sheet.sheet.rows):
                self.setSpan(merge.first_row, merge.first_column, rows, columns)
        for row, column in self._sheet.lone_texts()[:MOST_SPANS]:
            if column + 1 < self._sheet.columnCount():
                self.setSpan(row, column, 1, self._sheet.columnCount() - column)
        for column in range(self._sheet.columnCount()):
            self.setColumnWidth(column, self._width(column))

    def _width(self, column: int) -> int:
        """What the head and the first people need; measured as they are drawn, also before the view is seen."""
        plain, bold, small = (QFontMetrics(_font(self, size, bold=bold)) for size, bold in _FONTS)
        head = self._sheet.heads[column]
        covered = {merge.first_row for merge in self._sheet.sheet.merges if merge.last_column > merge.first_column}
        rows = (row for row in range(min(SAMPLE, self._sheet.rowCount())) if row not in covered)
        texts = {self._sheet.text(row, column) for row in rows if self._sheet.field_at(row, column) is not None}
        wanted = max((plain.horizontalAdvance(text) for text in texts), default=0)
        heads = (bold.horizontalAdvance(self.header.head_words(head)), small.horizontalAdvance(head.below))
        return max(NARROWEST, min(max(wanted, *heads) + PADDING, WIDEST))


_FONTS = ((13, False), (13, True), (11, False))  # pixels: cells, the first and the second line of a head


def _font(view: QWidget, size: int, *, bold: bool) -> QFont:
    font = QFont(view.font())
    font.setPixelSize(size)
    font.setBold(bold)
    return font
