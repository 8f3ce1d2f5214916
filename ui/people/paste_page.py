"""What a paste would do, line by line, before it is done: one press applies it as one undo step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.new_people import NewPerson
from models.rules.masking import mask_phone
from resources.languages import translator
from ui.people.paste_plan import PastePlan, Refusal
from ui.people.rows import N_, PersonRow, called
from ui.theme import Theme
from ui.widgets.edit_model import CellEdit
from ui.widgets.edit_model_values import words_of
from ui.widgets.row_model import Column, RowModel
from ui.widgets.row_table import RowTable

ADDED, CHANGED, REFUSED = N_("Added"), N_("Changed"), N_("Left out")
_TOKENS = {ADDED: "good", CHANGED: "warn", REFUSED: "bad"}


@dataclass(frozen=True)
class PlanLine:
    """A line of the plan, in words."""

    id: int
    kind: str
    who: str
    column: str
    before: str
    after: str


COLUMNS = (
    Column(
        "kind",
        N_("What happens"),
        lambda row, language: translator(language).gettext(row.kind),
        token=lambda row: _TOKENS[row.kind],
    ),
    Column("who", N_("Name"), lambda row, _: row.who, yielding=True),
    Column("column", N_("Column"), lambda row, _: row.column, yielding=True),
    Column("before", N_("Before"), lambda row, _: row.before, flexible=True, token=lambda _: "ink_faint"),
    Column("after", N_("Afterwards, or why not"), lambda row, _: row.after, flexible=True),
)


class PastePage(QWidget):
    """Shows a plan. `accepted` and `declined` end it."""

    accepted = Signal()
    declined = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowModel(COLUMNS, self)
        self.table = RowTable(self.model)
        self.heading, self.remark = QLabel(), QLabel()
        self.heading.setProperty("role", "title")
        self.remark.setProperty("role", "soft")
        self.remark.setWordWrap(True)
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
        layout.addWidget(self.remark)
        layout.addWidget(self.table, 1)

    def show_plan(self, plan: PastePlan, lines: Sequence[PlanLine], language: str) -> None:
        """Show what a paste would do."""
        _, ngettext = translator(language).gettext, translator(language).ngettext
        added, changed, refused = len(plan.added), len(plan.changed), len(plan.refused)
        said = [
            ngettext("{count} person is added", "{count} people are added", added).format(count=added),
            ngettext("{count} cell is changed", "{count} cells are changed", changed).format(count=changed),
            ngettext("{count} cell is left out", "{count} cells are left out", refused).format(count=refused),
        ]
        self.heading.setText((" · " if language == "en" else "，").join(said))
        units = _("New organizations: {names}").format(names="、".join(plan.new_units)) if plan.new_units else ""
        nothing = "" if added or changed else _("Nothing in it is new: there is nothing to apply.")
        self.remark.setText(units or nothing)
        self.remark.setVisible(bool(units or nothing))
        self.apply_button.setEnabled(bool(added or changed))
        self.model.show_rows(lines)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape leaves everything as it is."""
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        self.model.retranslate(language)
        self.table.setAccessibleName(_("What the paste would do"))
        self.apply_button.setText(_("Apply"))
        self.cancel_button.setText(_("Leave everything as it is"))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)


def plan_lines(
    plan: PastePlan, columns: Sequence[Column], row_of: Callable[[int], PersonRow | None], language: str
) -> list[PlanLine]:
    """The plan in words, what is left out first."""
    words = _PlanWords(columns, language)
    lines = [words.refused(refusal) for refusal in plan.refused]
    lines += [words.changed(edit, row_of(edit.row_id)) for edit in plan.changed]
    lines += [words.added(person) for person in plan.added]
    return [replace(line, id=number) for number, line in enumerate(lines)]


class _PlanWords:
    """Says what becomes of each cell and person."""

    def __init__(self, columns: Sequence[Column], language: str) -> None:
        self._by_key = {column.key: column for column in columns}
        self._language, self._say = language, translator(language).gettext

    def refused(self, refusal: Refusal) -> PlanLine:
        """What is left out, and why."""
        _ = self._say
        why = f"{refusal.text}: {_(refusal.why)}" if refusal.text else _(refusal.why)
        line = _("line {number}").format(number=refusal.line)
        return PlanLine(0, REFUSED, line, self._heading(refusal.column_key), "", why)

    def changed(self, edit: CellEdit, row: PersonRow | None) -> PlanLine:
        """What stood in a cell, and what will."""
        key, who = edit.column_key, called(row, self._language) if row else ""
        return PlanLine(
            0, CHANGED, who, self._heading(key), self._value(key, edit.before), self._value(key, edit.after)
        )

    def added(self, person: NewPerson) -> PlanLine:
        """Who is new, with what is known."""
        values = [self._value(key, value) for key, value in person.values.items() if not key.startswith("name_")]
        name = str(person.values.get("name_zh") or person.values.get("name_en") or "")
        return PlanLine(0, ADDED, name, "", "", " · ".join(filter(None, (person.unit_name, *values))))

    def _heading(self, key: str) -> str:
        heading = self._by_key[key].heading if key in self._by_key else ""
        return self._say(heading) if heading else ""

    def _value(self, key: str, value: object) -> str:
        column = self._by_key[key]
        if column.private:
            return mask_phone(str(value or ""))
        if isinstance(value, str) and column.choices is None:
            return value
        return words_of(column, value, self._language)
