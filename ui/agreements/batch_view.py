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
        for button in self.of_all():
            self.head.addWidget(button)
        foot = QHBoxLayout()
        foot.addWidget(self.outlook, 1)
        for button in self.of_lines():
            foot.addWidget(button)
        full = QWidget()
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(table, 1)
        column.addLayout(foot)
        self.pages.addWidget(full)
        self.pages.addWidget(self.plan_page)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.panel)
        body.addWidget(self.pages, 1)
        self.body.addLayout(body, 1)

    def buttons(self) -> tuple[QPushButton, ...]:
        """Those above the table, then those below it."""
        return *self.of_all(), *self.of_lines()

    def of_all(self) -> tuple[QPushButton, ...]:
        """Those about the whole batch, in order."""
        return self.take_button, self.paste_button, self.draft_button

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
        words = {
            self.take_button: _("Units of the meeting"),
            self.paste_button: _("Paste from Excel or WPS"),
            self.clauses_button: _("Clauses"),
            self.remove_button: _("Remove"),
        }
        for button, said in words.items():
            button.setText(ICON_GAP + said)
            button.setAccessibleName(said)
        self.panel.retranslate(language)
        self.plan_page.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.panel, self.plan_page):
            part.retheme(theme)
        names = ("users", "file-spreadsheet", "copy", "list-ordered", "trash-2")
        for button, name in zip(self.buttons(), names, strict=True):
            button.setIcon(icon(name, theme, "on_accent" if button is self.draft_button else "ink_soft"))
