"""A list of lines with boxes to tick, by keyboard or mouse, large enough to be read at arm's length."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QWidget

from ui.theme import Theme, load_theme
from ui.widgets.row_model import Index
from ui.widgets.tips import as_tip

MARGIN, GAP, BOX = 14, 12, 20  # px
HEAD_HEIGHT = 34
TALL, USUAL = 52, 36  # px of a line: read at arm's length, or at the desk
BIG, PLAIN = 19, 15  # px of the letters
_NO_PARENT = QModelIndex()
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class TickLine:
    """A line: its key, whether its box is ticked (None: it has none), words, what stands behind them and at the right.

    `shade` colors the note. A `heading` has no box and cannot be chosen; `apart` draws a hairline above.
    """

    key: str
    words: str
    detail: str = ""
    note: str = ""
    shade: str = "ink_soft"
    ticked: bool | None = False
    heading: bool = False
    apart: bool = True
    lead: str = ""  # small, in front of the words, in a column of its own


class TickModel(QAbstractListModel):
    """The lines; `said` gives the words for a ticked and an empty box to those who hear the list."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[TickLine, ...] = ()
        self.said = ("", "")

    def show_lines(self, lines: Sequence[TickLine]) -> None:
        """Other lines; where only their contents changed, the view keeps its place."""
        shown = tuple(lines)
        if [line.key for line in shown] == [line.key for line in self.lines]:
            changed = [place for place, line in enumerate(shown) if line != self.lines[place]]
            self.lines = shown
            for place in changed:
                self.dataChanged.emit(self.index(place, 0), self.index(place, 0))
            return
        self.beginResetModel()
        self.lines = shown
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt: the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: the words; the whole line for those who hear it or point at it."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole:
            box = "" if line.ticked is None else self.said[0 if line.ticked else 1]
            return ", ".join(filter(None, (line.lead, line.words, line.detail, line.note, box)))
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tip("\n".join(filter(None, (line.words, line.detail, line.note))))
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: headings cannot be chosen."""
        if index.isValid() and self.lines[index.row()].heading:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _LineDelegate(QStyledItemDelegate):
    """Draws a line: box, words, detail, and the note at the right; each gives way with three dots."""

    def __init__(self, view: TickList, *, big: bool) -> None:
        super().__init__(view)
        self.theme, self.big = load_theme("light"), big
        self.lead_width = 0

    def sizeHint(self, _option: Any, index: Index) -> QSize:
        """Qt: lines of one height, headings lower."""
        line = _line(index)
        return QSize(100, HEAD_HEIGHT if line.heading else TALL if self.big else USUAL)

    def paint(self, painter: QPainter, option: Any, index: Index) -> None:
        """Qt: one line."""
        line = _line(index)
        painter.save()
        painter.setClipRect(option.rect)
        if line.heading:
            self._draw_heading(painter, option, line)
        else:
            self._draw_line(painter, option, line)
        painter.restore()

    def _draw_heading(self, painter: QPainter, option: Any, line: TickLine) -> None:
        font = QFont(option.font)
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(self.theme.color("ink_soft"))
        room = option.rect.adjusted(MARGIN, 6, -MARGIN, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line.words)
        painter.setPen(self.theme.color("ink_faint"))
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, line.note)

    def _draw_line(self, painter: QPainter, option: Any, line: TickLine) -> None:
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, self.theme.color("accent_soft"))
            painter.fillRect(QRect(rect.left(), rect.top(), 3, rect.height()), self.theme.color("accent"))
        if line.apart:
            painter.setPen(self.theme.color("hairline"))
            painter.drawLine(rect.topLeft(), rect.topRight())
        left = rect.left() + MARGIN
        if line.ticked is not None:
            self._draw_box(painter, box_of(rect), line.ticked)
        left += BOX + GAP
        if self.lead_width:
            self._write(
                painter, option, QRect(left, rect.top(), self.lead_width, rect.height()), line.lead, "ink_faint"
            )
            left += self.lead_width + GAP
        self._draw_words(painter, option, line, left)

    def _draw_words(self, painter: QPainter, option: Any, line: TickLine, left: int) -> None:
        rect: QRect = option.rect
        plain = QFontMetrics(option.font)
        note = min(plain.horizontalAdvance(line.note), rect.width() // 2)
        right = rect.right() - MARGIN - note
        self._write(painter, option, QRect(right, rect.top(), note + 1, rect.height()), line.note, line.shade)
        font = QFont(option.font)
        font.setPixelSize(BIG if self.big else PLAIN)
        font.setBold(self.big)
        room = max(0, right - GAP - left)
        width = min(QFontMetrics(font).horizontalAdvance(line.words) + 1, room)
        shade = "ink_soft" if line.ticked and self.big else "ink"
        self._write(painter, option, QRect(left, rect.top(), width, rect.height()), line.words, shade, font)
        rest = QRect(left + width + GAP, rect.top(), max(0, room - width - GAP), rect.height())
        self._write(painter, option, rest, line.detail, "ink_soft")

    def _write(
        self, painter: QPainter, option: Any, room: QRect, text: str, token: str, font: QFont | None = None
    ) -> None:
        if not text or room.width() <= 0:
            return
        used = font or option.font
        painter.setFont(used)
        painter.setPen(self.theme.color(token))
        shown = QFontMetrics(used).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)

    def _draw_box(self, painter: QPainter, box: QRect, ticked: bool) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.color("good" if ticked else "ink_faint"), 1.5))
        painter.setBrush(self.theme.color("good" if ticked else "surface"))
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(self.theme.color("surface"), 2.4))
            x, y = box.left(), box.top()
            painter.drawPolyline([QPoint(x + 5, y + 10), QPoint(x + 9, y + 14), QPoint(x + 15, y + 6)])


class TickList(QListView):
    """`ticked(key)`: the box was clicked or Space pressed; `entered(key)`: Enter, or a double click on the words."""

    ticked = Signal(str)
    entered = Signal(str)
    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, big: bool = False) -> None:
        super().__init__(parent)
        self.lines = TickModel(self)
        self._delegate = _LineDelegate(self, big=big)
        self.setModel(self.lines)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(lambda now, _before: self.chosen.emit(_key(now)))
        self.doubleClicked.connect(lambda index: self.entered.emit(_key(index)))

    def show_lines(self, lines: Sequence[TickLine], *, lead_width: int = 0) -> None:
        """Show other lines; what is chosen stays, where it is still there."""
        self._delegate.lead_width = lead_width
        key = self.current_key()
        self.lines.show_lines(lines)
        if key != self.current_key():
            self.choose(key)
        self.viewport().update()

    def current_key(self) -> str:
        """The key of the line that is chosen, or nothing."""
        return _key(self.currentIndex())

    def choose(self, key: str) -> bool:
        """Choose the line with a key; whether it is here."""
        place = next((n for n, line in enumerate(self.lines.lines) if line.key == key and not line.heading), None)
        if place is not None:
            self.setCurrentIndex(self.lines.index(place, 0))
        return place is not None

    def choose_first(self) -> None:
        """Choose the first line that can be chosen."""
        first = next((line.key for line in self.lines.lines if not line.heading), "")
        if first:
            self.choose(first)
            self.scrollToTop()

    def step(self, lines: int) -> None:
        """Move by so many lines, over headings, and stop at the ends."""
        places = [place for place, line in enumerate(self.lines.lines) if not line.heading]
        if not places:
            return
        now = self.currentIndex().row()
        at = places.index(now) + lines if now in places else 0
        self.setCurrentIndex(self.lines.index(places[max(0, min(len(places) - 1, at))], 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Space ticks, Enter enters; arrows step over headings."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key, shown = Qt.Key(event.key()), self.current_key()
        if key == Qt.Key.Key_Space and shown:
            self.ticked.emit(shown)
        elif key in _ENTER and shown:
            self.entered.emit(shown)
        elif key in steps:
            self.step(steps[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on a box ticks it."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        on_box = index.isValid() and event.position().x() < MARGIN + BOX + GAP // 2
        if on_box and event.button() == Qt.MouseButton.LeftButton and _line(index).ticked is not None:
            self.ticked.emit(_key(index))

    def retheme(self, theme: Theme) -> None:
        """Draw in the colors of another theme."""
        self._delegate.theme = theme
        self.viewport().update()


def box_of(rect: QRect) -> QRect:
    """Where the box of a line is drawn."""
    return QRect(rect.left() + MARGIN, rect.center().y() - BOX // 2 + 1, BOX, BOX)


def _line(index: Index) -> TickLine:
    model: Any = index.model()
    found: TickLine = model.lines[index.row()]
    return found


def _key(index: Index) -> str:
    return _line(index).key if index.isValid() else ""
