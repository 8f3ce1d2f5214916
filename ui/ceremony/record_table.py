"""A table of one kind of record of the ceremony, edited like a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from resources.languages import translator
from ui.ceremony.rows import RecordRow
from ui.theme import Theme
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.row_model import Column

if TYPE_CHECKING:
    from ui.ceremony.desk import CeremonyDesk


class RecordTable(EditTable):
    """Hands its edits to the desk; `row_taken` tells which row the panel is to show."""

    row_taken = Signal(str, object)  # kind, id or None

    def __init__(
        self, kind: str, name: str, columns: Sequence[Column], *, add_words: str = "", parent: QWidget | None = None
    ) -> None:
        self.model_of_rows = EditModel(columns, add_words=add_words)
        super().__init__(self.model_of_rows, parent)
        self.model_of_rows.setParent(self)
        self.kind, self._name = kind, name
        self.desk: CeremonyDesk | None = None
        self.cells_edited.connect(self._store)
        self.row_chosen.connect(self._taken)
        self.menu_requested.connect(self._open_menu)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.setAccessibleName(translator(language).gettext(self._name))
        self.model_of_rows.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        super().retheme(theme)
        self.model_of_rows.retheme(theme)

    def row(self, row_id: int | None) -> RecordRow | None:
        """The row with an id."""
        place = self.model_of_rows.place_of(row_id) if row_id is not None else None
        found = self.model_of_rows.row_at(place) if place is not None else None
        return found if isinstance(found, RecordRow) else None

    def current_id(self) -> int | None:
        """The row of the cursor."""
        row = self.chosen()
        return row.id if row is not None else None

    @property
    def is_adding(self) -> bool:
        """Whether the cursor is in the line that adds: it is to stay there."""
        return self.model_of_rows.is_adding(self.currentIndex().row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the panel follows the keyboard."""
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.row_taken.emit(self.kind, self.current_id())

    def _taken(self, row: Any) -> None:
        keyboard = self.window().focusWidget()
        if keyboard is self or (keyboard is not None and self.isAncestorOf(keyboard)):
            self.row_taken.emit(self.kind, row.id if row is not None else None)

    def _store(self, edits: tuple[CellEdit, ...]) -> None:
        if self.desk is not None:
            self.desk.edit_cells(self.kind, edits, partial(self._settle, edits), partial(self._refused, edits))

    def _settle(self, edits: tuple[CellEdit, ...], _result: Any) -> None:
        self.model_of_rows.settle(edits)

    def _refused(self, edits: tuple[CellEdit, ...], _error: Exception) -> None:
        self.model_of_rows.forget(edits)
        if len(edits) == 1 and isinstance(edits[0].after, str):
            self.edit_again(edits[0], edits[0].after)

    def _open_menu(self, at: QPoint, ids: tuple[int, ...]) -> None:
        """What can be done with the chosen rows."""
        if not ids or self.model_of_rows.read_only:
            return
        _ = translator(self.model_of_rows.language).gettext
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Move up"), QKeySequence("Alt+Up"), lambda: self.move_chosen(-1))
        menu.addAction(_("Move down"), QKeySequence("Alt+Down"), lambda: self.move_chosen(1))
        menu.addSeparator()
        menu.addAction(_("Delete"), QKeySequence("Ctrl+-"), lambda: self.rows_deleted.emit(ids))
        menu.popup(at)
