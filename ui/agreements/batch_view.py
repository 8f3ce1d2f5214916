"""What the page of a batch is made of: buttons above, the common part beside the table or the plan of a paste."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from resources.languages import translator
from ui.agreements.batch_plan import BatchPlanPage
from ui.agreements.side_page import SidePage
from ui.widgets.field_panel import FieldPanel
from ui.widgets.icons import ICON_GAP, icon

if TYPE_CHECKING:
    from ui.theme import Theme
    from ui.widgets.edit_table import EditTable


class BatchView(SidePage):
    """The parts and where they stand; what they do is the page's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.panel, self.plan_page = FieldPanel(), BatchPlanPage()
        self.pages, self.outlook = QStackedWidget(), QLabel()
        self.draft_button, self.paste_button = QPushButton(), QPushButton()
        self.take_button, self.clauses_button, self.remove_button = QPushButton(), QPushButton(), QPushButton()

    def lay_out(self, table: EditTable) -> None:
        """The panel beside the table, the buttons above."""
        self.draft_button.setProperty("role", "main")
        self.outlook.setProperty("role", "soft")
        self.outlook.setWordWrap(True)
        for button in self.buttons():
            self.head.addWidget(button)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(table, 1)
        column.addWidget(self.outlook)
        self.pages.addWidget(full)
        self.pages.addWidget(self.plan_page)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.panel)
        body.addWidget(self.pages, 1)
        self.body.addLayout(body, 1)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Those above the table, in order."""
        return self.remove_button, self.clauses_button, self.take_button, self.paste_button, self.draft_button

    def of_lines(self) -> tuple[QPushButton, ...]:
        """Those about the chosen lines."""
        return self.clauses_button, self.remove_button

    def retranslate(self, language: str) -> None:
        """Name the page and its buttons."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.title.setText(_("Draft a batch"))
        self.setAccessibleName(_("Draft a batch"))
        self.panel.name(_("What all agreements have in common"))
        words = (_("Remove"), _("Clauses"), _("Units of the meeting"), _("Paste from Excel or WPS"))
        for button, said in zip(self.buttons(), words, strict=False):
            button.setText(ICON_GAP + said)
            button.setAccessibleName(said)
        self.panel.retranslate(language)
        self.plan_page.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.panel, self.plan_page):
            part.retheme(theme)
        names = ("trash-2", "list-ordered", "users", "file-spreadsheet", "copy")
        for button, name in zip(self.buttons(), names, strict=True):
            button.setIcon(icon(name, theme, "on_accent" if button is self.draft_button else "ink_soft"))
