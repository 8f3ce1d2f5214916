"""Columns to choose from: a tick for each, dragged or moved with Alt+Up and Alt+Down into the order wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from resources.languages import translator

_KEY = Qt.ItemDataRole.UserRole


class _Columns(QListWidget):
    """The list itself."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: move the current column with Alt and an arrow."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        row = self.currentRow()
        if not step or event.modifiers() != Qt.KeyboardModifier.AltModifier:
            super().keyPressEvent(event)
        elif 0 <= row + step < self.count():
            parent = QModelIndex()
            self.model().moveRow(parent, row, parent, row + step + (1 if step > 0 else 0))


class ColumnList(QWidget):
    """`columns` are the keys ticked, in order; none where they are the usual ones. `changed` follows each change."""

    changed = Signal()

    def __init__(self, headings: Mapping[str, str], usual: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings, self._usual = headings, tuple(usual)
        self._filling = False
        self.heading, self.usual_button, self.list = QLabel(), QPushButton(), _Columns()
        self.heading.setProperty("role", "section")
        self.heading.setBuddy(self.list)
        self.usual_button.setProperty("role", "link")
        self.usual_button.setAutoDefault(False)
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.usual_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.list, 1)
        self.list.itemChanged.connect(lambda _item: self._tell())
        self.list.model().rowsMoved.connect(lambda *_moved: self._tell())
        self.usual_button.clicked.connect(lambda: self._show_usual())

    @property
    def columns(self) -> tuple[str, ...]:
        """The keys ticked, in order; none where they are the usual ones."""
        items = (self.list.item(row) for row in range(self.list.count()))
        ticked = tuple(item.data(_KEY) for item in items if item.checkState() is Qt.CheckState.Checked)
        return () if ticked == self._usual else ticked

    def show_columns(self, columns: Sequence[str], name: str, language: str) -> None:
        """Tick these columns, or the usual ones; `name` heads the list."""
        _ = translator(language).gettext
        self.heading.setText(name)
        self.list.setAccessibleName(name)
        self.list.setToolTip(_("Tick what is wanted; drag, or Alt+Up and Alt+Down, puts it in order"))
        self.usual_button.setText(_("As usual"))
        self.usual_button.setAccessibleName(_("{name}: as usual").format(name=name))
        chosen = tuple(key for key in columns or self._usual if key in self._headings)
        self._filling = True
        self.list.clear()
        for key in (*chosen, *(key for key in self._headings if key not in chosen)):
            item = QListWidgetItem(_(self._headings[key]).replace("\n", ""))
            item.setData(_KEY, key)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self._filling = False
        self._named = (name, language)

    def _show_usual(self) -> None:
        self.show_columns((), *self._named)
        self.changed.emit()

    def _tell(self) -> None:
        if not self._filling:
            self.changed.emit()
