"""A short list of the meeting's page: a heading, a table edited in place, and a last line that adds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from resources.languages import translator
from ui.theme import Theme
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.row_model import Column

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ui.office import Office

Add = Callable[[str], "Callable[[Session], object] | None"]


class ShortList(QWidget):
    """Edits rows of one stored table (`kind`). `add(text)` gives the work that makes a row begun with a text."""

    def __init__(self, kind: str, heading: str, add_words: str, columns: Sequence[Column]) -> None:
        super().__init__()
        self.kind, self._heading = kind, heading
        self.add: Add | None = None
        self.office: Office | None = None
        self.model = EditModel(columns, self, add_words=add_words)
        self.table, self.label = EditTable(self.model), QLabel()
        self.label.setProperty("role", "section")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(self.table, 1)
        self.table.cells_edited.connect(self._edited)
        self.table.rows_moved.connect(self._moved)
        self.table.rows_deleted.connect(self._deleted)
        self.table.new_row_requested.connect(self._begun)
        self.table.create_requested.connect(self._create)

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        self.office = office
        self.model.set_read_only(office.read_only)
        self.table.remember(office.settings, f"meeting_{self.kind}")
        self.table.notice_requested.connect(office.notice)

    @property
    def is_adding(self) -> bool:
        """Whether the cursor is in the line that adds: it is to stay there."""
        return self.model.is_adding(self.table.currentIndex().row())

    def say(self, language: str, heading: str = "") -> None:
        """Say everything in a language; another heading where the list belongs to something chosen."""
        words = heading or translator(language).gettext(self._heading)
        self.label.setText(words)
        self.table.setAccessibleName(words)
        if self.model.language != language:
            self.model.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)
        self.table.retheme(theme)

    def _change(self, label: str, work: Callable[[Session], object], **more: Any) -> None:
        if self.office is not None:
            self.office.change(label, work, **more)

    def _edited(self, edits: tuple[CellEdit, ...]) -> None:
        from models.actions.meeting_lists import set_list_cells

        cells = tuple((edit.row_id, edit.column_key, edit.before, edit.after) for edit in edits)
        self._change(
            "edit_sides",
            lambda session: set_list_cells(session, self.kind, cells),
            done=lambda _result: self.model.settle(edits),
            failed=lambda _error: self.model.forget(edits),
        )

    def _moved(self, row_ids: tuple[int, ...], before_id: int | None) -> None:
        from models.actions.meeting_lists import move_list_rows

        self._change("edit_sides", lambda session: move_list_rows(session, self.kind, row_ids, before_id=before_id))

    def _deleted(self, row_ids: tuple[int, ...]) -> None:
        from models.actions.meeting_lists import delete_list_rows

        self._change("edit_sides", lambda session: delete_list_rows(session, self.kind, row_ids))

    def _begun(self, text: str) -> None:
        work = self.add(text) if self.add is not None else None
        if work is not None:
            self._change("edit_sides", work)

    def _create(self, row: int, column_key: str, text: str) -> None:
        """An organization that is not known yet was typed into a row."""
        from models.actions.edit_record import set_fields
        from models.actions.meeting_lists import organization_named

        shown = self.model.row_at(row)
        if shown is None:
            self._begun(text)
            return

        def make(session: Session) -> None:
            set_fields(session, self.kind, shown.id, {column_key: organization_named(session, text)})

        self._change("edit_sides", make)
