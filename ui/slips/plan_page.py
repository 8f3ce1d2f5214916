"""The plan row by row: chips count what happens, the table decides by keys, the panel shows both sides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.imports.plan import Action, Candidate, PlanRow
from resources.languages import translator
from ui.slips.decision_panel import DecisionPanel
from ui.slips.plan_lines import COLUMNS, NOTED, PlanLine, Shown, next_doubt, plan_lines, shown_lines
from ui.slips.plan_table import PlanTable
from ui.slips.sitting import Sitting, action_with, candidates_of
from ui.slips.words import action_words
from ui.theme import Theme
from ui.widgets.message_page import MessagePage
from ui.widgets.row_model import RowModel

_CHIPS: tuple[Shown, ...] = (None, Action.DOUBT, Action.ADD, Action.UPDATE, Action.SAME, Action.REFUSE, NOTED)


class PlanPage(QWidget):
    """`changed`: something was decided; `sheet_requested` leads to where a row stands."""

    changed = Signal()
    sheet_requested = Signal(str, str, int)
    together_changed = Signal(object, bool)  # PlanRow

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self.revealed = "zh", False
        self.sitting: Sitting | None = None
        self.lines: list[PlanLine] = []
        self.shown: Shown = None
        self.model = RowModel(COLUMNS, self)
        self.table, self.panel = PlanTable(self.model), DecisionPanel()
        self.nothing = MessagePage("file-spreadsheet")
        self.chips: dict[Shown, QPushButton] = {}
        self.next_button = QPushButton()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        chips = QHBoxLayout()
        chips.setSpacing(6)
        for action in _CHIPS:
            chip = self.chips[action] = QPushButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.clicked.connect(lambda _on, action=action: self.show_only(action))
            chips.addWidget(chip)
        chips.addStretch(1)
        chips.addWidget(self.next_button)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.table, 1)
        body.addWidget(self.nothing, 1)
        body.addWidget(self.panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(chips)
        layout.addLayout(body, 1)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(lambda *_marked: self._show_chosen())
        self.table.row_chosen.connect(lambda _row: self._show_chosen())
        self.table.row_opened.connect(lambda _id: self._ask_sheet())
        for part in (self.table, self.panel):
            part.decided.connect(self.decide)
            part.candidate_chosen.connect(self.choose_candidate)
        self.table.next_requested.connect(self.go_to_next)
        self.next_button.clicked.connect(self.go_to_next)
        self.panel.field_kept.connect(self._keep)
        self.panel.sheet_requested.connect(self._ask_sheet)
        self.panel.together_changed.connect(self._together)

    def begin(self) -> None:
        """Nothing is shown yet."""
        self.sitting, self.shown, self.lines = None, None, []
        self.model.show_rows(())
        self.panel.show_line(None, None)

    def show_sitting(self, sitting: Sitting) -> None:
        """Show a plan; what is chosen and which rows are shown stays."""
        self.sitting = sitting
        self.refresh()

    def refresh(self) -> None:
        """Show the plan as it is decided now."""
        if self.sitting is None:
            return
        self.lines = plan_lines(self.sitting, revealed=self.revealed)
        self._say_chips()
        if self.shown is not None and not shown_lines(self.lines, self.shown):
            self.shown = None
        for action, chip in self.chips.items():
            chip.setChecked(action is self.shown)
        chosen = [line.id for line in self.table.chosen_lines()]
        self.model.show_rows(shown_lines(self.lines, self.shown))
        self._mark_again(chosen)
        self.table.setVisible(bool(self.lines))
        self.panel.setVisible(bool(self.lines))
        self.nothing.setVisible(not self.lines)
        self._show_chosen()

    def show_only(self, action: Shown) -> None:
        """Show the rows with one action; all, without one."""
        self.shown = action
        self.refresh()
        self.table.setFocus()

    def take_focus(self) -> None:
        """Put the keyboard into the table."""
        self.table.setFocus()

    def reveal(self, revealed: bool) -> None:
        """Show numbers whole, or mask them again."""
        self.revealed = revealed
        self.refresh()

    # decisions
    def decide(self, action: Action) -> None:
        """Decide all marked rows; on to the next doubt where it was one."""
        lines = self.table.chosen_lines()
        if self.sitting is None or not lines:
            return
        for line in lines:
            candidates = candidates_of(line.row)
            if action is not Action.UPDATE:
                self.sitting.decide(line.row, action)
            elif candidates:
                self._mean(line.row, self.sitting.candidate_of(line.row) or candidates[0])
        self._decided(lines)

    def choose_candidate(self, place: int) -> None:
        """The row means this one of its candidates."""
        lines = self.table.chosen_lines()[:1]
        if self.sitting is not None and lines and place < len(candidates_of(lines[0].row)):
            self._mean(lines[0].row, candidates_of(lines[0].row)[place])
            self._decided(())

    def _mean(self, row: PlanRow, candidate: Candidate) -> None:
        """Take a row for somebody; as it was proposed, where that is the one who was proposed."""
        proposed = candidate == row.candidate
        if self.sitting is not None:
            self.sitting.decide(row, row.action if proposed else action_with(candidate), candidate)

    def go_to_next(self) -> None:
        """To the next row that waits for a decision, whatever is shown."""
        current = self.table.chosen()
        found = next_doubt(self.lines, current.id if current else None)
        if found is None:
            return
        if self.model.place_of(found.id) is None:
            self.shown = None
            self.refresh()
        self.table.choose(found.id)
        self.table.setFocus()

    # what is shown
    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.model.retranslate(language)
        self.table.setAccessibleName(_("What the import would do"))
        self.next_button.setText(_("Next to decide") + "  N")
        self.next_button.setAccessibleName(_("Next to decide"))
        self.nothing.say(
            _("Nobody was found on these sheets"),
            _("Look at the sheets: perhaps the header was not recognized, or a file needs its password."),
        )
        self.panel.retranslate(language)
        self.refresh()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.model, self.panel, self.nothing):
            part.retheme(theme)

    def _say_chips(self) -> None:
        _ = translator(self.language).gettext
        counts: Mapping[Action, int] = self.sitting.counts() if self.sitting else {}
        for action, chip in self.chips.items():
            if isinstance(action, Action):
                words, count = action_words(action, self.language), counts.get(action, 0)
            else:
                words = _("With a remark") if action else _("All")
                count = len(shown_lines(self.lines, action))
            chip.setText(f"{words} {count}")
            chip.setAccessibleName(f"{words} {count}")
            chip.setVisible(action is None or count > 0 or bool(shown_lines(self.lines, action)))
        self.next_button.setVisible(counts.get(Action.DOUBT, 0) > 0)

    def _mark_again(self, ids: list[int]) -> None:
        if len(ids) > 1:
            selection, flags = self.table.selectionModel(), self.table.selectionModel().SelectionFlag
            for row_id in ids:
                place = self.model.place_of(row_id)
                if place is not None:
                    selection.select(self.model.index(place, 0), flags.Select | flags.Rows)

    def _show_chosen(self) -> None:
        lines = self.table.chosen_lines()
        current = self.table.chosen()
        line = current if current in lines else next(iter(lines), None)
        self.panel.show_line(self.sitting, line, len(lines))

    def _decided(self, lines: Sequence[PlanLine]) -> None:
        """Show what was decided, then go on to the next doubt if one was."""
        self.refresh()
        self.changed.emit()
        if any(line.action is Action.DOUBT for line in lines):
            self.go_to_next()

    def _keep(self, field: str, keep: bool) -> None:
        lines = self.table.chosen_lines()[:1]
        if self.sitting is not None and lines:
            self.sitting.keep_stored(lines[0].row, field, keep=keep)
            self._decided(())

    def _ask_sheet(self) -> None:
        line = self.table.chosen()
        if line is not None:
            self.sheet_requested.emit(line.row.file, line.row.slip.sheet, line.row.slip.row)

    def _together(self, together: bool) -> None:
        line = self.table.chosen()
        if line is not None:
            self.together_changed.emit(line.row, together)
