"""“Insert field”: everything a clause may name, in groups, found by typing; each with its present value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from resources.languages import translator
from ui.theme import Theme, load_theme

WIDTH, HEIGHT = 380, 420
EXPRESSION = Qt.ItemDataRole.UserRole
_MOVES = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


@dataclass(frozen=True)
class Offered:
    """A field: heading of its group, its words, its present value, what is inserted."""

    group: str
    words: str
    value: str
    expression: str


class FieldMenu(QFrame):
    """A popup; `chosen(expression)`."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("role", "popup")
        self._theme = load_theme("light")
        self._offers: tuple[Offered, ...] = ()
        self._keys: tuple[str, ...] = ()
        self.line, self.list, self.none = QLineEdit(), QTreeWidget(), QLabel()
        self.none.setProperty("role", "soft")
        self.none.setWordWrap(True)
        self.none.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.line.setClearButtonEnabled(True)
        self.line.textChanged.connect(self._narrow)
        self.line.installEventFilter(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.setIndentation(10)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setProperty("role", "contents")
        self.list.itemClicked.connect(self._take)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self.line)
        layout.addWidget(self.list)
        layout.addWidget(self.none, 1)
        self.resize(WIDTH, HEIGHT)

    def offer(self, offers: Sequence[Offered]) -> None:
        """What there is."""
        from models.rules.search_text import search_keys

        self._offers = tuple(offers)
        self._keys = tuple(" ".join(search_keys(text) for text in (one.words, one.value, one.group)) for one in offers)

    def open_below(self, widget: QWidget) -> None:
        """Open below a button, on the screen."""
        self.line.clear()
        self._narrow("")
        corner = widget.mapToGlobal(QPoint(widget.width() - self.width(), widget.height() + 2))
        self.move(max(corner.x(), widget.screen().availableGeometry().left()), corner.y())
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self.line.setPlaceholderText(_("Find a field: name, pinyin, initials"))
        self.line.setAccessibleName(_("Find a field"))
        self.list.setAccessibleName(_("Fields"))
        self.none.setText(_("Nothing found. Fewer characters, pinyin or initials may help."))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme

    def shown(self) -> tuple[str, ...]:
        """The expressions listed now."""
        return tuple(item.data(0, EXPRESSION) for item in self._fields())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: arrows walk through the list while the line keeps the keyboard."""
        if watched is self.line and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _MOVES:
                self._step(event.key())
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fields(self) -> list[QTreeWidgetItem]:
        groups = [self.list.topLevelItem(number) for number in range(self.list.topLevelItemCount())]
        return [group.child(number) for group in groups if group for number in range(group.childCount())]

    def _narrow(self, typed: str) -> None:
        from models.rules.search_text import typed_words

        words = typed_words(typed)
        self.list.clear()
        groups: dict[str, QTreeWidgetItem] = {}
        for one, keys in zip(self._offers, self._keys, strict=True):
            if all(word in keys for word in words):
                self._add(one, groups)
        self.list.expandAll()
        self.list.resizeColumnToContents(0)
        if self.list.columnWidth(0) > WIDTH * 0.62:
            self.list.setColumnWidth(0, round(WIDTH * 0.62))
        fields = self._fields()
        if fields:
            self.list.setCurrentItem(fields[0])
        self.none.setVisible(not fields)
        self.list.setVisible(bool(fields))

    def _add(self, one: Offered, groups: dict[str, QTreeWidgetItem]) -> None:
        if one.group not in groups:
            groups[one.group] = QTreeWidgetItem(self.list, [one.group])
            groups[one.group].setFlags(Qt.ItemFlag.ItemIsEnabled)
            groups[one.group].setForeground(0, self._theme.color("ink_faint"))
            groups[one.group].setFirstColumnSpanned(True)
            font = QFont(self.font())
            font.setPixelSize(12)
            groups[one.group].setFont(0, font)
        item = QTreeWidgetItem(groups[one.group], [one.words, one.value])
        item.setData(0, EXPRESSION, one.expression)
        item.setForeground(1, self._theme.color("ink_faint"))
        item.setToolTip(0, f"{one.words}\n{one.value}".strip())

    def _step(self, key: int) -> None:
        fields = self._fields()
        if not fields:
            return
        current = self.list.currentItem()
        place = fields.index(current) if current in fields else 0
        lines = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}[Qt.Key(key)]
        target = fields[min(max(place + lines, 0), len(fields) - 1)]
        self.list.setCurrentItem(target)
        self.list.scrollToItem(target)

    def _take(self, item: QTreeWidgetItem | None) -> None:
        expression = item.data(0, EXPRESSION) if item is not None else None
        if expression:
            self.hide()
            self.chosen.emit(expression)
