"""Somebody whom a row of a slip may mean: who, why, and field by field what differs and which of both is kept."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from models.imports.plan import Candidate, Difference
from resources.languages import translator
from ui.slips.words import candidate_words, value_words
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.tips import as_tip
from ui.wording.slips import likeness_words, slip_field_word

PADDING = 28  # of a value on its button, both sides


@dataclass(frozen=True, slots=True)
class CardState:
    """How a card stands: whether this one is meant, which fields keep what is stored, whether numbers are seen."""

    language: str
    number: int  # the key that chooses it
    meant: bool = False
    keeps: frozenset[str] = frozenset()
    revealed: bool = False


class CandidateCard(QFrame):
    """`chosen`: this is who is meant; `kept(field, keep)`: what is stored stays, or the slip is taken."""

    chosen = Signal()
    kept = Signal(str, bool)

    def __init__(self, candidate: Candidate, state: CardState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.candidate, self._state = candidate, state
        self.setProperty("role", "panel")
        self.setProperty("chosen", "true" if state.meant else "false")
        self.choose_button = QPushButton()
        self.groups: dict[str, QButtonGroup] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 10)
        layout.setSpacing(4)
        layout.addLayout(self._head())
        layout.addWidget(_label("soft", candidate_words(candidate, state.language, revealed=state.revealed)))
        for reason in candidate.reasons:
            layout.addWidget(_label("small", f"· {likeness_words(reason, state.language)}"))
        if candidate.differences:
            layout.addLayout(self._differences())

    def _head(self) -> QHBoxLayout:
        _ = translator(self._state.language).gettext
        name, candidate = ElidedLabel(), self.candidate
        name.setProperty("role", "heading")
        where = _("In this import") if candidate.row_key is not None else _("Known from another meeting")
        where = _("On the list") if candidate.attendance_id is not None else where
        name.setText(f"{candidate.name}  ·  {where}")
        words = _("This person") + f"  {self._state.number}"
        self.choose_button.setText(f"✓ {words}" if self._state.meant else words)
        self.choose_button.setAccessibleName(f"{words}: {candidate.name}")
        self.choose_button.setProperty("role", "chip")
        self.choose_button.setCheckable(True)
        self.choose_button.setChecked(self._state.meant)
        self.choose_button.clicked.connect(self.chosen)
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(name, 1)
        line.addWidget(self.choose_button)
        return line

    def _differences(self) -> QGridLayout:
        _ = translator(self._state.language).gettext
        grid = QGridLayout()
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        before = _("Row above") if self.candidate.row_key is not None else _("As stored")
        for column, words in ((1, before), (2, _("On the slip"))):
            grid.addWidget(_label("section", words), 0, column)
        for row, difference in enumerate(self.candidate.differences, 1):
            self._add_difference(grid, row, difference)
        if any(map(self._is_hidden, self.candidate.differences)):
            words = _("Both differ in what is covered; show the phone numbers to compare them.")
            grid.addWidget(_label("small", words), grid.rowCount(), 0, 1, 3)
        return grid

    def _is_hidden(self, difference: Difference) -> bool:
        """Whether both values look alike as long as they are masked."""
        one, other = (self._said(difference, value) for value in (difference.stored, difference.slip))
        return one == other != ""

    def _said(self, difference: Difference, value: str) -> str:
        return value_words(difference.field, value, self._state.language, revealed=self._state.revealed)

    def _add_difference(self, grid: QGridLayout, row: int, difference: Difference) -> None:
        """Both values; a press says which one stays. What only the slip knows is simply taken."""
        state, words = self._state, slip_field_word(difference.field, self._state.language)
        label = _label("section", words)
        label.setWordWrap(False)
        grid.addWidget(label, row, 0)
        group = QButtonGroup(self)
        for side, value in enumerate((difference.stored, difference.slip)):
            said = self._said(difference, value)
            button = ValueButton(said or "—", f"{words}: {said}")
            button.setEnabled(bool(value) or side == 1)
            group.addButton(button, side)
            grid.addWidget(button, row, side + 1)
        group.button(0 if difference.field in state.keeps else 1).setChecked(True)
        group.idClicked.connect(lambda side, field=difference.field: self.kept.emit(field, side == 0))
        self.groups[difference.field] = group


class ValueButton(QPushButton):
    """A value to take, as much of it as there is room for; the tooltip has the rest."""

    def __init__(self, words: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = " ".join(words.split())
        self.setProperty("role", "chip")
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: cut anew."""
        super().resizeEvent(event)
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - PADDING)
        self.setText(shown.replace("&", "&&"))
        self.setToolTip(as_tip(self._words) if shown != self._words else "")


def _label(role: str, words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
