"""The search box opened: a line to type in, and what was found below it. Enter goes there, Esc leaves."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from resources.languages import translator
from ui.search.index import Command, SearchIndex, matching_commands
from ui.theme import Theme, load_theme
from ui.widgets.icons import pixmap

if TYPE_CHECKING:
    from models.store.search_entries import SearchEntry

WIDTH, LINE_HEIGHT, MOST_LINES = 560, 34, 12
MOST_COMMANDS = 8
ICONS = {
    "meeting": "calendar-days",
    "person": "users",
    "organization": "building-2",
    "agreement": "file-pen-line",
    "agenda_item": "list-ordered",
    "command": "chevron-right",
}
_NO_PARENT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Line:
    """A line of the list: its icon, words, what stands faint on the right, and what choosing it does."""

    kind: str
    words: str
    detail: str
    go: Callable[[], None]


class LineModel(QAbstractListModel):
    """The lines found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Replace the list."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        """Qt: the number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Qt: one line."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{line.words} {line.detail}".strip()
        return QSize(WIDTH - 20, LINE_HEIGHT) if role == Qt.ItemDataRole.SizeHintRole else None


class LineDelegate(QStyledItemDelegate):
    """Draws icon, words, and the detail faint on the right."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.theme = load_theme("light")

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw one line."""
        model = index.model()
        line = model.lines[index.row()] if isinstance(model, LineModel) else None
        plain: Any = QStyleOptionViewItem(option)  # Any: the stubs leave out its fields
        self.initStyleOption(plain, index)
        plain.text = ""
        plain.widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, plain, painter, plain.widget)
        if line is None:
            return
        room = plain.rect.adjusted(12, 0, -12, 0)
        self._draw(painter, plain, room, line)

    def _draw(self, painter: QPainter, plain: Any, room: Any, line: Line) -> None:
        painter.save()
        ratio = plain.widget.devicePixelRatioF()
        image = pixmap(ICONS[line.kind], self.theme.tokens["ink_faint"], size=16, scale=ratio)
        painter.drawPixmap(QPoint(room.left(), room.center().y() - 7), image)
        room.setLeft(room.left() + 26)
        metrics, middle = plain.fontMetrics, Qt.AlignmentFlag.AlignVCenter
        detail = metrics.elidedText(line.detail, Qt.TextElideMode.ElideRight, room.width() // 2)
        words_room = room.adjusted(0, 0, -(metrics.horizontalAdvance(detail) + 16), 0)
        painter.setPen(plain.palette.color(QPalette.ColorRole.Text))
        words = metrics.elidedText(line.words, Qt.TextElideMode.ElideRight, words_room.width())
        painter.drawText(words_room, middle, words)
        painter.setPen(QColor(self.theme.tokens["ink_faint"]))
        painter.drawText(room, middle | Qt.AlignmentFlag.AlignRight, detail)
        painter.restore()


class SearchPalette(QFrame):
    """Opened by Ctrl+K. `open_entry(entry)` and the commands' own functions do what is chosen."""

    def __init__(self, index: SearchIndex, open_entry: Callable[[SearchEntry], None], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self.index, self._open_entry = index, open_entry
        self.language, self.meeting_id = "zh", 0
        self.commands: tuple[Command, ...] = ()
        self.titles: dict[int, str] = {}
        self.line, self.list, self.nothing = QLineEdit(), QListView(), QLabel()
        self.model, self.drawn = LineModel(self), LineDelegate(self)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self.drawn)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing.setProperty("role", "soft")
        self.nothing.setContentsMargins(12, 8, 12, 8)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        for widget in (self.line, self.list, self.nothing):
            layout.addWidget(widget)
        self.line.textChanged.connect(self.search)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._choose)
        index.ready.connect(self.search)

    def open_at(
        self, place: QPoint, meeting_id: int | None, commands: Sequence[Command], titles: dict[int, str]
    ) -> None:
        """Show the line, empty, with its right upper corner at a place of the screen."""
        self.meeting_id, self.commands, self.titles = meeting_id or 0, tuple(commands), titles
        self.line.clear()
        self.search()
        self.move(place.x() - WIDTH, place.y())
        self.show()
        self.line.setFocus()

    def search(self) -> None:
        """Show what matches what is typed; for nothing typed the commands, so that one sees what there is."""
        typed = self.line.text()
        entries = [self._line(entry) for entry in self.index.find(typed, self.meeting_id)]
        commands = matching_commands(self.commands, typed)[: MOST_COMMANDS if typed else MOST_LINES]
        lines = [*entries, *(Line("command", words, keys, go) for words, keys, go in commands)]
        self.model.show_lines(lines)
        self.list.setCurrentIndex(self.model.index(0))
        self.list.setVisible(bool(lines))
        self.nothing.setVisible(not lines)
        self.list.setFixedHeight(min(len(lines), MOST_LINES) * LINE_HEIGHT + 4)
        self.setFixedWidth(WIDTH)
        self.adjustSize()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        words = _("Search people, units, agreements, agenda, commands")
        self.line.setPlaceholderText(words)
        self.line.setAccessibleName(words)
        self.list.setAccessibleName(_("What was found"))
        self.nothing.setText(_("Nothing found. Try fewer characters, pinyin or initials."))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.drawn.theme = theme

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: arrows move in the list, Enter chooses, while the cursor stays in the line."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                self._move(step)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._choose(self.list.currentIndex())
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        last = self.model.rowCount() - 1
        row = self.list.currentIndex().row()
        wrapped = 0 if row == last and step == 1 else last if row == 0 and step == -1 else row + step
        self.list.setCurrentIndex(self.model.index(min(max(wrapped, 0), last)))

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid():
            self.hide()
            self.model.lines[index.row()].go()

    def _line(self, entry: SearchEntry) -> Line:
        other = entry.meeting_id not in (0, self.meeting_id) and entry.kind != "meeting"
        detail = (entry.detail.pick(self.language), self.titles.get(entry.meeting_id, "") if other else "")
        return Line(
            entry.kind,
            entry.words.pick(self.language),
            " · ".join(filter(None, detail)),
            lambda: self._open_entry(entry),
        )
