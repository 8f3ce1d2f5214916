"""What a paste into the table of a batch would do, before it is taken over: who is new, what is taken for what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.imports.party_table import Doubt, PartyTable, Remark
from models.rules.numerals import format_amount
from resources.languages import translator
from ui.agreements.batch_lines import Offers
from ui.agreements.rows import N_
from ui.theme import Theme
from ui.widgets.row_model import Column, RowModel
from ui.widgets.row_table import RowTable

SENTENCES = {
    Doubt.NEW_UNIT: N_("“{text}” is a new unit: it will be added"),
    Doubt.NEW_PERSON: N_("“{text}” is a new person: they will be added"),
    Doubt.LIKE_UNIT: N_("“{text}” is taken for {meant}"),
    Doubt.SEVERAL_PEOPLE: N_("several people are called “{text}”: left open, choose in the table"),
    Doubt.NO_UNIT: N_("no unit in this line: left out ({text})"),
    Doubt.SAME_UNIT: N_("“{text}” stands in an earlier line, too"),
    Doubt.NO_AMOUNT: N_("“{text}” is no amount: left open"),
    Doubt.OWN_BASE: N_("“{text}” is no kind of base: a base of this name"),
    Doubt.TOO_MANY: N_("only {text} lines are read at once: the others are left out"),
}
_SERIOUS = (Doubt.NO_UNIT, Doubt.NO_AMOUNT, Doubt.SEVERAL_PEOPLE, Doubt.TOO_MANY)


@dataclass(frozen=True)
class PlanRow:
    """A pasted line in words."""

    id: int
    unit: str
    details: str
    remarks: tuple[Remark, ...]


def _said(row: PlanRow, language: str) -> str:
    _ = translator(language).gettext
    said = [_(SENTENCES[one.doubt]).format(text=one.text, meant=one.meant) for one in row.remarks]
    return ("; " if language == "en" else "；").join(said)


def _token(row: PlanRow) -> str:
    if any(one.doubt in _SERIOUS for one in row.remarks):
        return "bad"
    return "warn" if row.remarks else "good"


COLUMNS = (
    Column("line", N_("Line"), lambda row, _: str(row.id), right=True, token=lambda _: "ink_faint"),
    Column("unit", N_("Unit"), lambda row, _: row.unit, yielding=True, strong=True),
    Column("details", N_("Read as"), lambda row, _: row.details, yielding=True),
    Column("remarks", N_("What to know"), _said, flexible=True, token=_token),
)


def plan_rows(plan: PartyTable, offers: Offers) -> list[PlanRow]:
    """Each line with what is to be said of it; those that are left out too."""
    by_line: dict[int, list[Remark]] = {}
    for remark in plan.remarks:
        by_line.setdefault(remark.line, []).append(remark)
    rows = {
        line.line: PlanRow(
            line.line,
            offers.name_of(line.unit),
            " · ".join(
                filter(
                    None,
                    (
                        offers.person_of(line.signatory),
                        line.capacity_zh or line.capacity_en,
                        offers.name_of(line.third),
                        line.areas_zh or line.areas_en,
                        line.bases,
                        "" if line.amount is None else f"¥{format_amount(line.amount)}",
                    ),
                )
            ),
            tuple(by_line.get(line.line, ())),
        )
        for line in plan.lines
    }
    for number, remarks in by_line.items():
        rows.setdefault(number, PlanRow(number, "", "", tuple(remarks)))
    return [rows[number] for number in sorted(rows)]


class BatchPlanPage(QWidget):
    """Shows the plan. `accepted` and `declined` end it."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowModel(COLUMNS, self)
        self.table = RowTable(self.model)
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.apply_button, self.cancel_button = QPushButton(), QPushButton()
        self.apply_button.setProperty("role", "main")
        self.apply_button.clicked.connect(self.accepted)
        self.cancel_button.clicked.connect(self.declined)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        head.addWidget(self.cancel_button)
        head.addWidget(self.apply_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.table, 1)

    def show_plan(self, plan: PartyTable, rows: Sequence[PlanRow], language: str) -> None:
        """Show what a paste would do."""
        ngettext = translator(language).ngettext
        lines, units, people = len(plan.lines), len(plan.new_units()), len(plan.new_people())
        left = len({one.line for one in plan.remarks if one.doubt is Doubt.NO_UNIT})
        said = [
            ngettext("{count} line is read", "{count} lines are read", lines).format(count=lines),
            *([ngettext("{count} new unit", "{count} new units", units).format(count=units)] if units else []),
            *([ngettext("{count} new person", "{count} new people", people).format(count=people)] if people else []),
            *(
                [ngettext("{count} line is left out", "{count} lines are left out", left).format(count=left)]
                if left
                else []
            ),
        ]
        self.heading.setText((" · " if language == "en" else "，").join(said))
        self.apply_button.setEnabled(bool(plan.lines))
        self.model.show_rows(rows)

    def take_focus(self) -> None:
        """Enter takes the plan over."""
        target = self.apply_button if self.apply_button.isEnabled() else self.cancel_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape leaves the table as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self.model.retranslate(language)
        self.table.setAccessibleName(_("What the paste would do"))
        self.apply_button.setText(_("Take over"))
        self.cancel_button.setText(_("Leave everything as it is"))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)
