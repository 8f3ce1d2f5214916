"""The list that drops from a picker: words on the left, a detail behind them; it never takes the keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QVBoxLayout, QWidget

from ui.widgets.picker_entries import Entry
from ui.widgets.row_model import Index
from ui.widgets.tips import as_tip

LINE_HEIGHT = 30
MOST_LINES = 9
MARGIN = 10
NARROWEST = 220
WIDEST = 560
EDGE = 2  # px: the border and the room inside it
_NO_PARENT = QModelIndex()


class EntryModel(QAbstractListModel):
    """The entries that match, and last, if wanted, the words that ask for a new one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries: tuple[Entry, ...] = ()
        self.create_words = ""

    def show_entries(self, entries: Sequence[Entry], create_words: str) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries, self.create_words = tuple(entries), create_words
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt: the number of lines."""
        return 0 if parent.isValid() else len(self.entries) + bool(self.create_words)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: one line; its detail is its user data."""
        if not index.isValid() or index.row() >= self.rowCount():
            return None
        entry = self.entry_at(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return entry.words if entry else self.create_words
        if role == Qt.ItemDataRole.ToolTipRole and entry:
            return as_tip(f"{entry.words}\n{entry.detail}".strip())
        return entry.detail if entry and role == Qt.ItemDataRole.UserRole else None

    def entry_at(self, line: int) -> Entry | None:
        """The entry of a line; none for the line that asks for a new one."""
        return self.entries[line] if 0 <= line < len(self.entries) else None


class _Line(QStyledItemDelegate):
    """Draws the detail faintly at the right, as far as there is room."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: lines of one height, as wide as their words."""
        plain: Any = option  # Any: the stubs leave out its fields
        return QSize(needed_width(plain.fontMetrics, index), LINE_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: one line."""
        plain: Any = option
        words, detail = str(index.data() or ""), str(index.data(Qt.ItemDataRole.UserRole) or "")
        room = plain.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        painter.save()
        if plain.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(plain.rect, plain.palette.brush(QPalette.ColorRole.Highlight))
        painter.setPen(plain.palette.color(QPalette.ColorRole.Text))
        needed = min(plain.fontMetrics.horizontalAdvance(words), room.width())
        _draw(painter, QRect(room.left(), room.top(), needed + 1, room.height()), words, right=False)
        left = room.left() + needed + 2 * MARGIN
        if detail and left < room.right():
            painter.setPen(plain.palette.color(QPalette.ColorRole.PlaceholderText))
            _draw(painter, QRect(left, room.top(), room.right() - left, room.height()), detail, right=True)
        painter.restore()


def needed_width(metrics: QFontMetrics, index: Index) -> int:
    """What a line needs to show words and detail whole."""
    words, detail = str(index.data() or ""), str(index.data(Qt.ItemDataRole.UserRole) or "")
    behind = metrics.horizontalAdvance(detail) + 2 * MARGIN if detail else 0
    return metrics.horizontalAdvance(words) + behind + 2 * MARGIN


def _draw(painter: QPainter, room: QRect, text: str, *, right: bool) -> None:
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, int(side | Qt.AlignmentFlag.AlignVCenter), shown)


class PickerList(QFrame):
    """A frame below a line of input. `entry_clicked` carries the line."""

    entry_clicked = Signal(int)

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner, Qt.WindowType.ToolTip)
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.model = EntryModel(self)
        self._may_ask = False  # the arrow was pressed at the last entry
        self._proposed = False  # the line that asks for a new one was marked by typing
        self.model.modelReset.connect(self._forget_press)
        self.view = QListView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(_Line(self.view))
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setFrameShape(QFrame.Shape.NoFrame)
        self.view.setMinimumHeight(LINE_HEIGHT)  # else Qt leaves room for three lines below a single one
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.entered.connect(self.view.setCurrentIndex)
        self.view.pressed.connect(lambda index: self.entry_clicked.emit(index.row()))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.view)

    @property
    def current(self) -> int:
        """The line that Enter would take, or -1."""
        return self.view.currentIndex().row()

    def choose(self, line: int) -> None:
        """Make a line the current one; -1: none."""
        self.view.setCurrentIndex(self.model.index(line, 0))

    def propose_new(self) -> None:
        """Mark the line that asks for a new one; the next step down begins at the top."""
        self.choose(len(self.model.entries))
        self._proposed = True

    def step(self, lines: int) -> None:
        """Move by so many lines, and stop at the ends, and once in front of the line that asks for a new one."""
        count, known = self.model.rowCount(), len(self.model.entries)
        if not count:
            return
        proposed, self._proposed = self._proposed, False
        if proposed and lines > 0:
            self.choose(0)
            return
        wanted, may_ask = max(0, min(count - 1, self.current + lines)), self._may_ask
        self._may_ask = wanted >= known > 0
        self.choose(known - 1 if self._may_ask and not may_ask else wanted)

    def _forget_press(self) -> None:
        self._may_ask = self._proposed = False

    def drop_below(self, line: QWidget) -> None:
        """Show the list below a line of input, or above it where there is no room below."""
        self.resize(self._wanted_size(line.width()))
        place = line.mapToGlobal(QPoint(0, line.height() + 1))
        screen = line.screen().availableGeometry()
        if place.y() + self.height() > screen.bottom():
            place.setY(line.mapToGlobal(QPoint(0, 0)).y() - self.height() - 1)
        place.setX(max(screen.left(), min(place.x(), screen.right() - self.width())))
        self.move(place)
        self.show()
        self.raise_()

    def _wanted_size(self, width: int) -> QSize:
        lines = [self.model.index(line, 0) for line in range(min(self.model.rowCount(), 60))]
        widest = max((needed_width(self.view.fontMetrics(), line) for line in lines), default=0)
        height = max(1, min(self.model.rowCount(), MOST_LINES)) * LINE_HEIGHT + 2 * EDGE
        return QSize(max(width, NARROWEST, min(widest + 16, WIDEST)), height)
