"""One list of the ledger: rows of one kind, chosen by mouse or keys, deleted by Del or the menu."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from resources.languages import translator
from ui.ledger.families import Directory, Family
from ui.theme import Theme
from ui.widgets.field_shapes import FieldSection
from ui.widgets.message_page import MessagePage
from ui.widgets.row_model import RowModel
from ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from models.store.ledger_records import RecordRow


class LedgerTable(RowTable):
    """Tells when the keyboard comes to it, and asks for deletion at Del."""

    entered = Signal()
    delete_pressed = Signal()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard is here."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Del deletes the row."""
        if event.key() == Qt.Key.Key_Delete:
            self.delete_pressed.emit()
        else:
            super().keyPressEvent(event)


class RecordList(QStackedWidget):
    """`row_chosen(id | None)` when another row is chosen; `row_taken(kind, id)` when the panel should show it."""

    row_chosen = Signal(object)
    row_taken = Signal(str, int)
    delete_requested = Signal(str, int)

    def __init__(self, family: Family, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.family, self.language, self.directory = family, "zh", Directory()
        self.read_only = False
        self.model = RowModel(family.columns(self.directory), self)
        self.table, self.nothing = LedgerTable(self.model), MessagePage("list-ordered")
        for page in (self.table, self.nothing):
            self.addWidget(page)
        self.table.row_chosen.connect(self._chosen)
        self.table.entered.connect(self._take)
        self.table.clicked.connect(lambda _index: self._take())
        self.table.delete_pressed.connect(self._delete)
        self.table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.table.customContextMenuRequested.connect(self._open_menu)

    def take_directory(self, directory: Directory) -> None:
        """What links point at has been read again."""
        self.directory = directory
        self.model.columns = self.family.columns(directory)

    def show_rows(self, rows: Sequence[RecordRow]) -> None:
        """Replace the rows; the chosen one stays chosen."""
        before = self.chosen_id()
        self.table.blockSignals(True)
        self.model.show_rows(rows)
        if rows:
            self.table.choose(before if before and self.row(before) else rows[0].id)
        self.table.blockSignals(False)
        self.setCurrentWidget(self.table if rows else self.nothing)
        self.table.fit_columns()

    def row(self, row_id: int) -> RecordRow | None:
        """The row with an id."""
        return next((row for row in self.model.rows() if row.id == row_id), None)

    def chosen_id(self) -> int | None:
        """The id of the chosen row."""
        row = self.table.chosen()
        return None if row is None else row.id

    def choose(self, row_id: int) -> None:
        """Choose a row."""
        self.table.choose(row_id)

    def title_of(self, row: RecordRow) -> tuple[str, str]:
        """What the panel calls a row: its first column, and what kind of row it is."""
        _ = translator(self.language).gettext
        texts = [column.text(row, self.language) for column in self.model.columns]
        return next(filter(None, texts), _(self.family.title)), _(self.family.title)

    def sections(self) -> tuple[FieldSection, ...]:
        """The fields of a row."""
        return self.family.sections(self.directory)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.table.setAccessibleName(_(self.family.title))
        self.nothing.say(_(self.family.title), _("Nothing is recorded here yet."))
        self.model.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)
        self.nothing.retheme(theme)

    def _chosen(self, row: RecordRow | None) -> None:
        self.row_chosen.emit(None if row is None else row.id)
        if row is not None and self.table.hasFocus():
            self.row_taken.emit(self.family.kind, row.id)

    def _take(self) -> None:
        row_id = self.chosen_id()
        if row_id is not None:
            self.row_taken.emit(self.family.kind, row_id)

    def _delete(self) -> None:
        row_id = self.chosen_id()
        if row_id is not None and not self.read_only:
            self.delete_requested.emit(self.family.kind, row_id)

    def _open_menu(self, place: QPoint) -> None:
        if self.chosen_id() is None or self.read_only:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(translator(self.language).gettext("Delete"), self._delete)
        menu.popup(self.table.viewport().mapToGlobal(place))
