"""What the rooms share: a head line, a table, the details beside it, and a page for when there is nothing yet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from resources.languages import translator
from ui.room import Room
from ui.theme import Theme
from ui.widgets.details_panel import Details, DetailsPanel
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.message_page import MessagePage
from ui.widgets.row_model import Column, Row, RowModel
from ui.widgets.row_table import RowTable


class TableRoom(Room):
    """A room with one table. What is particular is said by the class attributes and the methods to override."""

    columns: tuple[Column, ...] = ()
    icon_name = "info"
    title = ""  # a message, as the three below
    details_name = ""
    empty_title = ""
    empty_words = ""
    has_details = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = self.make_model()
        self.table = self.make_table()
        self.details = DetailsPanel()
        self.empty_page = MessagePage(self.icon_name)
        self.heading, self.remark = QLabel(), ElidedLabel()
        self.heading.setProperty("role", "title")
        self.remark.setProperty("role", "faint")
        self.action_row = QHBoxLayout()
        self._pages = QStackedWidget(self)
        self._lay_out()
        self.table.row_chosen.connect(self._row_chosen)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.heading)
        head.addWidget(self.remark, 1)
        head.addLayout(self.action_row)
        self.heading.setMinimumHeight(30)
        full = QWidget()
        body = QHBoxLayout(full)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.table, 1)
        if self.has_details:
            body.addWidget(self.details)
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._pages, 1)

    def make_model(self) -> RowModel:
        """The item model of this room."""
        return RowModel(self.columns, self)

    def make_table(self) -> RowTable:
        """The table of this room."""
        return RowTable(self.model)

    def rows_of(self, snapshot: Any) -> Sequence[Row]:
        """The rows of this room. To override."""
        raise NotImplementedError

    def remark_on(self, snapshot: Any) -> str:
        """The few words beside the title. To override."""
        return ""

    def details_of(self, row: Any) -> Details | None:
        """What the panel says about a row. To override."""
        return None

    def show_snapshot(self, snapshot: Any) -> None:
        """Show another meeting, or the same one after a change."""
        super().show_snapshot(snapshot)
        rows = self.rows_of(snapshot)
        self.model.show_rows(rows)
        self._pages.setCurrentIndex(0 if rows else 1)
        self.remark.setText(self.remark_on(snapshot) if rows else "")

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.heading.setText(_(self.title))
        self.setAccessibleName(_(self.title))
        self.table.setAccessibleName(_(self.title))
        self.details.name(_(self.details_name) if self.details_name else _(self.title))
        self.empty_page.say(_(self.empty_title), _(self.empty_words))
        self.model.retranslate(language)
        self.remark.setText(self.remark_on(self.snapshot) if self.model.rows() else "")
        self._row_chosen(self.table.chosen())

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)
        self.empty_page.retheme(theme)

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        target = self.table if self.model.rows() else self
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _row_chosen(self, row: Any) -> None:
        if self.has_details:
            self.details.show_details(None if row is None else self.details_of(row))
