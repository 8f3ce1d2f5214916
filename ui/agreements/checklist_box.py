"""The checklist of an agreement: tick, say a word about it, add lines of the office's own."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from models.snapshots.shapes import ChecklistItem
from resources.languages import translator
from ui.agreements.kept_line import KeptLine
from ui.theme import Theme
from ui.widgets.icons import icon


class _Line:
    """The widgets of an item."""

    def __init__(self, box: ChecklistBox, item: ChecklistItem) -> None:
        self.item = item
        self.tick, self.when, self.note = QCheckBox(), QLabel(), KeptLine(item.note)
        self.remove = QToolButton()
        self.when.setProperty("role", "small")
        self.remove.setProperty("role", "quiet")
        self.tick.clicked.connect(lambda on: box.ticked.emit(self.item.id, on))
        self.note.told.connect(lambda words: box.note_edited.emit(self.item.id, self.item.note, words))
        self.remove.clicked.connect(lambda: box.remove_requested.emit((self.item.id,)))

    def widgets(self) -> tuple[QWidget, ...]:
        """In the order of the line."""
        return self.tick, self.when, self.note, self.remove

    def show_item(self, item: ChecklistItem, language: str, *, read_only: bool) -> None:
        """What is stored."""
        _ = translator(language).gettext
        self.item = item
        words = item.label.pick(language)
        self.tick.setText(words.replace("&", "&&"))
        self.tick.setChecked(item.done)
        told = (item.done_on.isoformat() if item.done_on else "", item.done_by)
        self.when.setText(" · ".join(filter(None, told)))
        self.note.show_stored(item.note)
        self.note.setPlaceholderText(_("Note"))
        self.note.setAccessibleName(_("Note on “{item}”").format(item=words))
        self.remove.setAccessibleName(_("Remove “{item}”").format(item=words))
        self.remove.setToolTip(_("Remove"))
        self.note.setReadOnly(read_only)
        for widget in (self.tick, self.remove):
            widget.setEnabled(not read_only)


class ChecklistBox(QWidget):
    """Shows the items; stores nothing."""

    ticked = Signal(int, bool)
    note_edited = Signal(int, str, str)  # id, before, after
    add_requested = Signal(str)
    remove_requested = Signal(object)  # ids

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: dict[int, _Line] = {}
        self.add_line = QLineEdit()
        self._grid = QGridLayout()
        self._grid.setColumnStretch(2, 1)
        self._grid.setVerticalSpacing(4)
        self._language, self._read_only = "zh", False
        self._items: tuple[ChecklistItem, ...] = ()
        self._theme: Theme | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._grid)
        layout.addWidget(self.add_line)
        self.add_line.returnPressed.connect(self._add)

    def show_items(self, items: tuple[ChecklistItem, ...]) -> None:
        """Show them in order; notes being typed stay."""
        self._items = items
        if [item.id for item in items] != list(self.lines):
            self._lay_out(items)
        for item in items:
            self.lines[item.id].show_item(item, self._language, read_only=self._read_only)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self._read_only = read_only
        self.add_line.setVisible(not read_only)
        self.show_items(self._items)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("Checklist"))
        self.add_line.setPlaceholderText(_("＋ Type something else to be ticked off"))
        self.add_line.setAccessibleName(_("Something else to be ticked off"))
        self.show_items(self._items)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        for line in self.lines.values():
            line.remove.setIcon(icon("x", theme, "ink_faint"))

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        for line in self.lines.values():
            line.note.commit()

    def focus_item(self, item_id: int) -> None:
        """Go to an item."""
        line = self.lines.get(item_id) or next(iter(self.lines.values()), None)
        if line is not None:
            line.tick.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, items: tuple[ChecklistItem, ...]) -> None:
        before, self.lines = self.lines, {}
        for line in before.values():
            for widget in line.widgets():
                self._grid.removeWidget(widget)
        for row, item in enumerate(items):
            line = self.lines[item.id] = before.pop(item.id) if item.id in before else _Line(self, item)
            for column, widget in enumerate(line.widgets()):
                self._grid.addWidget(widget, row, column)
        for line in before.values():
            for widget in line.widgets():
                widget.deleteLater()
        if self._theme is not None:
            self.retheme(self._theme)

    def _add(self) -> None:
        words = self.add_line.text().strip()
        if words:
            self.add_line.clear()
            self.add_requested.emit(words)
