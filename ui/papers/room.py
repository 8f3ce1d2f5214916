"""The papers room: tick papers and export them, or export the whole pack."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.export_worker import Choice
from ui.papers.rows import COLUMNS, N_, PaperRow, PapersModel, paper_rows
from ui.theme import Theme
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.row_table import RowTable
from ui.widgets.table_room import TableRoom


class PapersRoom(TableRoom):
    """Every paper that can be made of this meeting."""

    columns = COLUMNS
    icon_name = "printer"
    title = N_("Papers")
    empty_title = N_("No paper can be made")
    empty_words = N_("Here stand all papers of the meeting. Choose a meeting first.")
    has_details = False

    def __init__(self, parent: QWidget | None = None) -> None:
        self.papers = PapersModel()
        self.all_button, self.export_button, self.pack_button = QPushButton(), QPushButton(), QPushButton()
        super().__init__(parent)
        self.pack_button.setProperty("role", "main")
        for button in (self.all_button, self.export_button, self.pack_button):
            self.action_row.addWidget(button)
        self.all_button.clicked.connect(self._tick_all_or_none)
        self.export_button.clicked.connect(self.export_chosen)
        self.pack_button.clicked.connect(lambda: self.export_requested.emit(()))
        self.papers.ticks_changed.connect(self._name_buttons)
        self._exporting = False

    def make_model(self) -> PapersModel:
        """The model with ticks."""
        return self.papers

    def make_table(self) -> RowTable:
        """A table whose space bar ticks."""
        return _TickTable(self.papers)

    def rows_of(self, snapshot: MeetingSnapshot) -> Sequence[PaperRow]:
        """Every paper."""
        return paper_rows(snapshot)

    def remark_on(self, snapshot: MeetingSnapshot) -> str:
        """How many are ticked, or what ticks are for."""
        _, ngettext = translator(self.language).gettext, translator(self.language).ngettext
        count = len(self.papers.ticked())
        if not count:
            return _("Tick what you need, or export the whole pack")
        return ngettext("{count} ticked", "{count} ticked", count).format(count=count)

    def export_chosen(self) -> None:
        """Ask for an export of the ticked papers, or of the one the cursor is on."""
        rows = self.papers.ticked() or tuple(filter(None, [self.table.chosen()]))
        if rows and not self._exporting:
            self.export_requested.emit(tuple(Choice(row.kind.key, row.format, row.language) for row in rows))

    def allow_export(self, allowed: bool) -> None:
        """Whether an export may be started now."""
        self._exporting = not allowed
        self.export_button.setEnabled(allowed)
        self.pack_button.setEnabled(allowed)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        self._name_buttons()

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        super().retheme(theme)
        self.export_button.setIcon(icon("file-down", theme))
        self.pack_button.setIcon(icon("package", theme, "on_accent"))

    def _name_buttons(self) -> None:
        _, ticked = translator(self.language).gettext, len(self.papers.ticked())
        export = _("Export the ticked ({count})…").format(count=ticked) if ticked else _("Export this paper…")
        all_or_none = _("Tick none") if ticked else _("Tick all")
        words = (
            (self.export_button, export),
            (self.pack_button, _("Export the whole pack…")),
            (self.all_button, all_or_none),
        )
        for button, text in words:
            button.setText(text if button is self.all_button else ICON_GAP + text)
            button.setAccessibleName(text)
        self.export_button.setToolTip(f"{export} (Ctrl+E)")
        self.pack_button.setToolTip(_("Every paper this meeting has something for, in both languages and every format"))
        self.remark.setText(self.remark_on(self.snapshot) if self.model.rows() else "")

    def _tick_all_or_none(self) -> None:
        on = not self.papers.ticked()
        ids = [row.id for row in self.papers.rows() if row.pieces != 0 or not on]
        self.papers.tick(ids, on=on)


class _WholeCell(QStyledItemDelegate):
    """A click anywhere in the cell ticks, not only one on the little box."""

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() != QEvent.Type.MouseButtonRelease:
            return event.type() == QEvent.Type.MouseButtonDblClick
        ticked = Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
        wanted = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        return model.setData(index, wanted, Qt.ItemDataRole.CheckStateRole)


class _TickTable(RowTable):
    """Space ticks the paper the cursor is on."""

    def __init__(self, model: PapersModel) -> None:
        super().__init__(model)
        self.setItemDelegateForColumn(0, _WholeCell(self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen()
        model = self.model()
        if event.key() == Qt.Key.Key_Space and row is not None and isinstance(model, PapersModel):
            model.tick([row.id], on=row not in model.ticked())
            return
        super().keyPressEvent(event)
