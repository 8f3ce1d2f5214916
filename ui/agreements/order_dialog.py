"""The signing order proposed for the agreements of a meeting: what would stand where, before anything is moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from exporters.documents.words import word
from models.rules.signing_order import signing_order
from models.snapshots.agreement_names import units_apart
from models.snapshots.shapes import Agreement, Bilingual
from resources.languages import translator
from ui.theme import Theme
from ui.widgets.row_model import Column, RowModel
from ui.widgets.row_table import RowTable
from ui.wording.messages import N_

SIZE = (760, 480)


@dataclass(frozen=True)
class OrderRow:
    """An agreement with its number in the order proposed, and in the one of now."""

    id: int
    agreement: Agreement
    number: int
    before: int
    apart: tuple[Bilingual, ...] = ()  # with whom, where several are called the same


def order_rows(agreements: Sequence[Agreement]) -> list[OrderRow]:
    """The agreements as they would be signed: framework, special, project."""
    before = {agreement.id: number for number, agreement in enumerate(agreements, 1)}
    apart, ordered = units_apart(agreements), enumerate(signing_order(agreements), 1)
    return [OrderRow(one.id, one, number, before[one.id], apart.get(one.id, ())) for number, one in ordered]


def _title(row: OrderRow, language: str) -> str:
    title = row.agreement.title.pick(language) or row.agreement.key
    return " · ".join((title, *(unit.pick(language) for unit in row.apart)))


def _before(row: OrderRow, _language: str) -> str:
    return "" if row.before == row.number else str(row.before)


COLUMNS = (
    Column("number", N_("No."), lambda row, _: str(row.number), right=True, strong=True),
    Column("before", N_("Until now"), _before, right=True, token=lambda _: "warn"),
    Column("title", N_("Agreement"), _title, flexible=True),
    Column("tier", N_("Kind"), lambda row, language: word(row.agreement.tier, language)),
)


class OrderDialog(QDialog):
    """Shows the order; `take(ids)` gets it when it is accepted. Opened with `open()`."""

    def __init__(
        self,
        parent: QWidget,
        language: str,
        theme: Theme,
        rows: Sequence[OrderRow],
        take: Callable[[list[int]], object],
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._take, self._ids = take, [row.id for row in rows]
        self.model = RowModel(COLUMNS, self)
        self.table = RowTable(self.model)
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # titles of a meeting begin alike
        self.heading, self.words = QLabel(), QLabel()
        self.heading.setProperty("role", "title")
        self.words.setProperty("role", "soft")
        for label in (self.heading, self.words):
            label.setWordWrap(True)
        self.take_button, self.back_button = QPushButton(), QPushButton()
        self.take_button.setProperty("role", "main")
        self.take_button.setDefault(True)
        self.take_button.clicked.connect(self._accept)
        self.back_button.clicked.connect(self.reject)
        self._lay_out()
        self._say(language, sum(row.number != row.before for row in rows))
        self.model.retheme(theme)
        self.model.show_rows(rows)
        self.take_button.setFocus(Qt.FocusReason.OtherFocusReason)  # Enter takes it, Esc leaves it

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.back_button)
        foot.addWidget(self.take_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        for part in (self.heading, self.words):
            layout.addWidget(part)
        layout.addWidget(self.table, 1)
        layout.addLayout(foot)
        self.resize(*SIZE)

    def _say(self, language: str, moved: int) -> None:
        said = translator(language)
        _ = said.gettext
        self.setWindowTitle(_("Signing order proposed"))
        self.heading.setText(_("Signing order proposed"))
        count = said.ngettext("{count} agreement changes its place.", "{count} agreements change places.", moved)
        rule = _("Framework agreements first, then special ones, then projects; the rounds of the ceremony stay.")
        self.words.setText(f"{count.format(count=moved)}{'' if language == 'zh' else ' '}{rule}")
        self.model.retranslate(language)
        self.table.setAccessibleName(_("Signing order proposed"))
        self.take_button.setText(_("Put into this order"))
        self.back_button.setText(_("Cancel"))

    def _accept(self) -> None:
        self.accept()
        self._take(self._ids)
