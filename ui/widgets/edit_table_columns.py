"""Which columns of a table are shown, in which order and how wide: chosen by the user, remembered by name."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from resources.languages import translator
from ui.widgets.edit_model import EditModel
from ui.widgets.row_model import RowModel
from ui.widgets.row_table import PADDING, SAMPLE, WIDEST, WIDEST_FIXED, RowTable

if TYPE_CHECKING:
    from ui.settings import Settings
    from ui.widgets.edit_table import EditTable

USUAL = 0.88  # of the texts of a column are shown whole where the room allows
SAVED_AFTER = 400  # ms: a drag of an edge tells every pixel


class ColumnLayout(QObject):
    """The columns of one table. `changed` tells that others are shown, or in another order."""

    changed = Signal()

    def __init__(self, table: EditTable, model: EditModel) -> None:
        super().__init__(table)
        self._table, self._model = table, model
        self._settings: Settings | None = None
        self._name = ""
        self._hidden: dict[str, bool] = {}  # what the user chose; other columns are as they are declared
        self._english = True  # whether columns of English words are shown where nobody has chosen
        self._order: list[str] = []
        self.widths: dict[str, int] = {}
        self._applying = False
        self._save_soon = QTimer(self, interval=SAVED_AFTER, singleShot=True)
        self._save_soon.timeout.connect(self.save)
        self._widen_soon = QTimer(self, interval=SAVED_AFTER, singleShot=True)
        self._widen_soon.timeout.connect(self._widen)
        model.dataChanged.connect(self._widen_soon.start)
        model.rowsInserted.connect(self._widen_soon.start)
        header = table.horizontalHeader()
        header.sectionMoved.connect(self._moved)
        header.sectionResized.connect(self._resized)
        header.sectionHandleDoubleClicked.connect(self._fit_again)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._show_menu)
        self.apply()

    def remember(self, settings: Settings, name: str) -> None:
        """Take what was chosen before, and keep what will be."""
        self._settings, self._name = settings, name
        kept = _stored(settings).get(name, {})
        self._hidden = {str(key): bool(hidden) for key, hidden in kept.get("hidden", {}).items()}
        self._order = [str(key) for key in kept.get("order", [])]
        self.widths = {str(key): int(width) for key, width in kept.get("widths", {}).items()}
        self.apply()

    def is_shown(self, key: str) -> bool:
        """Whether a column is shown."""
        number = self._model.number_of(key)
        if number is None:
            return False
        left_out = not self._english and key.endswith("_en")
        return not self._hidden.get(key, left_out or self._model.columns[number].hidden)

    def show_english(self, shown: bool) -> None:
        """Whether columns of English words are shown, where nobody has chosen otherwise."""
        if shown != self._english:
            self._english = shown
            self.apply()
            self._table.fit_columns()
            self.changed.emit()

    def show_column(self, key: str, shown: bool = True) -> None:
        """Show or hide a column, and remember it."""
        if self._model.number_of(key) is None or self.is_shown(key) == shown:
            return
        self._hidden[key] = not shown
        self.apply()
        self._table.fit_columns()
        self.save()
        self.changed.emit()

    def reset(self) -> None:
        """The columns as they are declared."""
        self._hidden, self._order, self.widths = {}, [], {}
        self.apply()
        self._table.fit_columns()
        self.save()
        self.changed.emit()

    def apply(self) -> None:
        """Hide, order and widen the columns as chosen."""
        header, self._applying = self._table.horizontalHeader(), True
        for number, column in enumerate(self._model.columns):
            self._table.setColumnHidden(number, not self.is_shown(column.key))
        for place, key in enumerate(self.ordered_keys()):
            at = self._model.number_of(key)
            if at is not None and at < header.count():
                header.moveSection(header.visualIndex(at), place)
        typed = (number for number in self._table.shown_columns() if self._model.columns[number].value is not None)
        self._model.adding_number = next(typed, None)
        self._applying = False

    def ordered_keys(self) -> list[str]:
        """All columns from left to right; one that is new stands behind the one that it was declared behind."""
        known = [key for key in self._order if self._model.number_of(key) is not None]
        before = ""
        for column in self._model.columns:
            if column.key not in known:
                known.insert(known.index(before) + 1 if before else 0, column.key)
            before = column.key
        return known

    def actions(self, owner: QObject) -> list[tuple[str, QAction]]:
        """One action a column that can be hidden, with the key of the column; ticked where it is shown."""
        _ = translator(self._model.language).gettext
        made = []
        for key in self.ordered_keys():
            column = self._model.columns[self._model.number_of(key) or 0]
            if column.heading and not column.handle:
                action = QAction(_(column.heading), owner, checkable=True, checked=self.is_shown(key))
                action.toggled.connect(lambda shown, key=key: self.show_column(key, shown))
                made.append((key, action))
        return made

    def save(self) -> None:
        """Keep what was chosen."""
        self._save_soon.stop()
        if self._settings is None:
            return
        from ui.settings import TABLE_LAYOUTS

        mine = {"hidden": self._hidden, "order": self._order, "widths": self.widths}
        kept = {**_stored(self._settings), self._name: mine}
        self._settings.set(TABLE_LAYOUTS, json.dumps(kept, sort_keys=True))

    def _show_menu(self, place: QPoint) -> None:
        _ = translator(self._model.language).gettext
        menu = QMenu(self._table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([action for _key, action in self.actions(menu)])
        menu.addSeparator()
        menu.addAction(_("Columns as at first"), self.reset)
        menu.popup(self._table.horizontalHeader().mapToGlobal(place))

    def _widen(self) -> None:
        """Give room to what was typed since: phones and replies are never cut for long."""
        if self._table.is_editing:
            self._widen_soon.start()  # once more, when nobody types
        shown = ((number, self._model.columns[number]) for number in self._table.shown_columns())
        fixed = [(number, column) for number, column in shown if not (column.flexible or column.yielding)]
        usual = {column.key: RowTable._natural_width(self._table, number) for number, column in fixed}
        self._table.widen(usual, {column.key: self._table.longest_width(number) for number, column in fixed})

    def _moved(self, _number: int, _old: int, _new: int) -> None:
        if self._applying:
            return
        header = self._table.horizontalHeader()
        numbers = [header.logicalIndex(place) for place in range(header.count())]
        self._order = [self._model.columns[number].key for number in numbers]
        self._save_soon.start()
        self.changed.emit()

    def _resized(self, number: int, _old: int, width: int) -> None:
        """Only what the user drags counts; fitting is not a choice."""
        if width and not self._applying and not self._table.fitting:
            self.widths[self._model.columns[number].key] = width
            self._save_soon.start()

    def _fit_again(self, number: int) -> None:
        self.widths.pop(self._model.columns[number].key, None)
        self._table.fit_columns()
        self.save()


def usual_width(table: RowTable, number: int, longest: int) -> int:
    """What most texts of a column need: one long title does not take the room of all units."""
    model = cast(RowModel, table.model())
    column, metrics = model.columns[number], table.fontMetrics()
    if not (column.flexible or column.yielding):
        return longest
    texts = model.words_of_column(number, SAMPLE)
    each = {text: metrics.horizontalAdvance(text) for text in set(texts) - {""}}
    widths = sorted(each[text] for text in texts if text)
    usual = widths[min(len(widths) - 1, round(len(widths) * USUAL))] if widths else 0
    return max(min(usual + PADDING, WIDEST if column.flexible else WIDEST_FIXED), table.header_width(number))


def _stored(settings: Settings) -> dict[str, Any]:
    from ui.settings import TABLE_LAYOUTS

    try:
        kept = json.loads(settings.get(TABLE_LAYOUTS) or "{}")
    except ValueError:
        return {}
    return {name: layout for name, layout in kept.items() if isinstance(layout, dict)} if isinstance(kept, dict) else {}
