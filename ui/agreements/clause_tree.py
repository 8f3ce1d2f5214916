"""The contents of an agreement: its facts, its parties, its clauses with their numbers; clauses are moved here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QBrush, QDropEvent, QFont, QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QToolTip, QTreeWidget, QTreeWidgetItem, QWidget

from ui.theme import Theme, load_theme
from ui.widgets.tips import as_tip

FACTS, PARTIES = "facts", "parties"
KEY = Qt.ItemDataRole.UserRole
COUNT_WIDTH = 30


@dataclass(frozen=True)
class TreeLine:
    """A line: `key` is "facts", "parties" or a clause's id."""

    key: str | int
    number: str
    words: str
    count: int = 0  # what is missing or wrong there
    grave: bool = False
    stands: bool = True
    lines: tuple[TreeLine, ...] = ()

    @property
    def text(self) -> str:
        """Number and words."""
        return "  ".join(filter(None, (self.number, self.words)))


class ClauseTree(QTreeWidget):
    """Shows the lines. Moves are asked for, never made here: the stored order comes back as new lines."""

    line_chosen = Signal(object)  # "facts", "parties" or a clause's id
    move_requested = Signal(object, object, object)  # clause id, parent id or None, sibling id to stand before or None
    indent_requested = Signal(int)
    outdent_requested = Signal(int)
    delete_requested = Signal(int)
    edit_requested = Signal(object)
    add_requested = Signal()
    menu_requested = Signal(QPoint, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = load_theme("light")
        self._lines: tuple[TreeLine, ...] = ()
        self._items: dict[str | int, QTreeWidgetItem] = {}
        self._showing = False
        self.read_only = False
        self._calm()
        self.currentItemChanged.connect(self._current_changed)
        self.itemActivated.connect(lambda item, _column: self.edit_requested.emit(item.data(0, KEY)))
        self.customContextMenuRequested.connect(self._menu)

    def _calm(self) -> None:
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.header().setStretchLastSection(False)
        self.header().setMinimumSectionSize(COUNT_WIDTH)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Fixed)
        self.header().resizeSection(1, COUNT_WIDTH)
        self.setIndentation(14)
        self.setRootIsDecorated(False)
        self.setItemsExpandable(False)  # a double click enters a clause, it does not hide its items
        self.setUniformRowHeights(True)
        self.setProperty("role", "contents")
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    # what is shown

    def show_lines(self, lines: Sequence[TreeLine]) -> None:
        """Show these lines; what is chosen stays chosen."""
        chosen = self.chosen()
        shown, self._lines = self._lines, tuple(lines)
        self._showing = True
        if _shape(shown) == _shape(self._lines):
            for line in _each(self._lines):
                self._write(self._items[line.key], line)
        else:
            self._rebuild(chosen)
        self._showing = False

    def chosen(self) -> str | int | None:
        """The key of the chosen line."""
        item = self.currentItem()
        key: str | int | None = None if item is None else item.data(0, KEY)
        return key

    def choose(self, key: str | int) -> None:
        """Choose a line, if it is here."""
        item = self._items.get(key)
        if item is not None:
            self.setCurrentItem(item)
            self.scrollToItem(item)

    def line_keys(self) -> tuple[str | int, ...]:
        """All keys, in order."""
        return tuple(line.key for line in _each(self._lines))

    def item_of(self, key: str | int) -> QTreeWidgetItem:
        """The item that shows a line."""
        return self._items[key]

    def lines(self) -> tuple[TreeLine, ...]:
        """All lines, in order."""
        return tuple(_each(self._lines))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        for line in _each(self._lines):
            self._write(self._items[line.key], line)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be moved."""
        self.read_only = read_only
        mode = QAbstractItemView.DragDropMode
        self.setDragDropMode(mode.NoDragDrop if read_only else mode.InternalMove)

    # moving

    def step(self, lines: int) -> None:
        """Move the chosen clause up or down among its siblings."""
        item = self.currentItem()
        if item is None or not isinstance(item.data(0, KEY), int) or self.read_only:
            return
        siblings = self._siblings(item)
        place = siblings.index(item)
        target = place + lines
        if not 0 <= target < len(siblings):
            return
        before = siblings[target] if lines < 0 else next(iter(siblings[target + 1 : target + 2]), None)
        parent = item.parent()
        self.move_requested.emit(
            item.data(0, KEY), parent.data(0, KEY) if parent else None, before.data(0, KEY) if before else None
        )

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Alt+arrows move, Delete deletes, F2 edits, Insert adds."""
        key, chosen = event.key(), self.chosen()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if key == Qt.Key.Key_Up else 1)
        elif alt and key in (Qt.Key.Key_Right, Qt.Key.Key_Left) and isinstance(chosen, int) and not self.read_only:
            (self.indent_requested if key == Qt.Key.Key_Right else self.outdent_requested).emit(chosen)
        elif key == Qt.Key.Key_Delete and isinstance(chosen, int) and not self.read_only:
            self.delete_requested.emit(chosen)
        elif key == Qt.Key.Key_Insert and not self.read_only:
            self.add_requested.emit()
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.edit_requested.emit(chosen)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Qt: ask for the move; the lines themselves stay until it is stored."""
        place, moved = event.position().toPoint(), self.chosen()
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        if isinstance(moved, int):
            parent, before = self._drop_place(self.itemAt(place), place)
            if moved not in (parent, before):
                self.move_requested.emit(moved, parent, before)

    def viewportEvent(self, event: QEvent) -> bool:
        """Qt: a cut line tells its whole text."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self.itemAt(event.pos())
            text = item.text(0) if item is not None else ""
            room = self.visualItemRect(item).width() - COUNT_WIDTH - 12 if item is not None else 0
            cut = self.fontMetrics().horizontalAdvance(text) > room
            QToolTip.showText(event.globalPos(), as_tip(text if cut else ""), self.viewport())
            return True
        return super().viewportEvent(event)

    # within

    def _rebuild(self, chosen: str | int | None) -> None:
        before = list(self._items)
        bar = self.verticalScrollBar().value()
        self.clear()
        self._items = {}
        for line in self._lines:
            self._add(line, None)
        self.expandAll()
        self.verticalScrollBar().setValue(bar)
        if chosen is None:
            return
        if chosen not in self._items and chosen in before:  # the one that follows takes its place
            rest = [key for key in before[before.index(chosen) :] if key in self._items]
            chosen = rest[0] if rest else list(self._items)[-1]
        if chosen in self._items:
            self.setCurrentItem(self._items[chosen])

    def _add(self, line: TreeLine, parent: QTreeWidgetItem | None) -> None:
        item = QTreeWidgetItem(parent) if parent else QTreeWidgetItem(self)
        item.setData(0, KEY, line.key)
        if isinstance(line.key, str):
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsDragEnabled & ~Qt.ItemFlag.ItemIsDropEnabled)
        self._items[line.key] = item
        self._write(item, line)
        for below in line.lines:
            self._add(below, item)

    def _write(self, item: QTreeWidgetItem, line: TreeLine) -> None:
        item.setText(0, line.text)
        item.setText(1, str(line.count) if line.count else "")
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setForeground(1, QBrush(self._theme.color("bad" if line.grave else "warn")))
        item.setForeground(0, QBrush(self._theme.color("ink" if line.stands else "ink_faint")))
        font = QFont(item.font(0))
        font.setStrikeOut(not line.stands)
        item.setFont(0, font)

    def _siblings(self, item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
        """The clauses on the same level, in order."""
        above = item.parent() or self.invisibleRootItem()
        children = [above.child(number) for number in range(above.childCount())]
        return [child for child in children if isinstance(child.data(0, KEY), int)]

    def _edge(self, item: QTreeWidgetItem, place: QPoint) -> int:
        """-1 at the upper edge of a line, 1 at the lower, 0 on it: where Qt draws its mark."""
        row = self.visualItemRect(item)
        margin = min(max(round(row.height() / 5.5), 2), 12)
        return -1 if place.y() - row.top() < margin else int(row.bottom() - place.y() < margin)

    def _drop_place(self, item: QTreeWidgetItem | None, place: QPoint) -> tuple[int | None, int | None]:
        """The parent and the sibling before which a dropped clause comes to stand."""
        if item is None:
            return None, None
        key = item.data(0, KEY)
        if isinstance(key, str):  # above the first clause
            first = next((line.key for line in self._lines if isinstance(line.key, int)), None)
            return None, first if isinstance(first, int) else None
        edge = self._edge(item, place)
        if edge == 0:
            return key, None
        parent = item.parent()
        parent_key = parent.data(0, KEY) if parent else None
        if edge < 0:
            return parent_key, key
        siblings = self._siblings(item)
        after = siblings[siblings.index(item) + 1 : siblings.index(item) + 2]
        return parent_key, after[0].data(0, KEY) if after else None

    def _current_changed(self, item: QTreeWidgetItem | None, _before: QTreeWidgetItem | None) -> None:
        if item is not None and not self._showing:
            self.line_chosen.emit(item.data(0, KEY))

    def _menu(self, place: QPoint) -> None:
        item = self.itemAt(place)
        self.menu_requested.emit(self.viewport().mapToGlobal(place), item.data(0, KEY) if item else None)


def _each(lines: Sequence[TreeLine]) -> Iterator[TreeLine]:
    for line in lines:
        yield line
        yield from _each(line.lines)


def _shape(lines: Sequence[TreeLine]) -> tuple[object, ...]:
    return tuple((line.key, _shape(line.lines)) for line in lines)
