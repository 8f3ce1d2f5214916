"""Beside the plan: one row as the slip gives it, why it is in doubt, whom it may mean, and what shall become of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.imports.plan import Action
from models.imports.tables import PERSON_FIELDS
from resources.languages import translator
from ui.slips.candidate_card import CandidateCard, CardState
from ui.slips.meanings import family_of
from ui.slips.plan_lines import PlanLine
from ui.slips.sitting import Sitting, candidates_of, may_decide
from ui.slips.words import TOKENS, action_words, called, note_lines, place_words, title_words, unit_words, value_words
from ui.theme import Theme, load_theme
from ui.widgets.link_button import LinkButton
from ui.wording.slips import slip_field_word

WIDTH = 388
SHOWN_ABOVE = frozenset(("name_zh", "organization", "department", "title_zh"))


class DecisionPanel(QFrame):
    """Wishes as signals; `shown_in_sheet` asks for the sheet the row comes from."""

    decided = Signal(object)  # an Action
    candidate_chosen = Signal(int)
    field_kept = Signal(str, bool)
    sheet_requested = Signal()
    together_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(WIDTH)
        self._theme, self._language = load_theme("light"), "zh"
        self.sitting: Sitting | None = None
        self.line: PlanLine | None = None
        self.cards: list[CandidateCard] = []
        self.buttons: dict[Action, QPushButton] = {}
        self.sheet_link, self.together_link = LinkButton(strong=True), LinkButton(strong=True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._foot = QHBoxLayout()
        self._foot.setContentsMargins(14, 6, 14, 4)
        self._foot.setSpacing(6)
        for action in (Action.UPDATE, Action.ADD, Action.REFUSE):
            self._foot.addWidget(self._action_button(action))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 1, 6)
        layout.setSpacing(0)
        layout.addWidget(self._area, 1)
        layout.addLayout(self._foot)

    def _action_button(self, action: Action) -> QPushButton:
        button = self.buttons[action] = QPushButton()
        button.setCheckable(True)
        button.setProperty("role", "chip")
        button.clicked.connect(lambda: self.decided.emit(action))
        return button

    def show_line(self, sitting: Sitting | None, line: PlanLine | None, several: int = 1) -> None:
        """Show a row of the plan; `several`: so many are marked and decided at once."""
        self.sitting, self.line = sitting, line
        top = self._area.verticalScrollBar().value()
        self.cards = []
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(15, 6, 15, 8)
        layout.setSpacing(4)
        if sitting is not None and line is not None:
            self._fill(layout, sitting, line, several)
        layout.addStretch(1)
        self._area.setWidget(body)
        self._area.verticalScrollBar().setValue(top)
        self._say_buttons()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("About the chosen row"))
        self._area.setAccessibleName(_("About the chosen row"))
        words = (
            (Action.UPDATE, _("Same person") + "  S"),
            (Action.ADD, _("Add as new") + "  A"),
            (Action.REFUSE, _("Leave out") + "  X"),
        )
        for action, said in words:
            self.buttons[action].setText(said)
            self.buttons[action].setAccessibleName(said)
        self.show_line(self.sitting, self.line)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self.show_line(self.sitting, self.line)

    # ---

    def _fill(self, layout: QVBoxLayout, sitting: Sitting, line: PlanLine, several: int) -> None:
        language, slip = self._language, line.row.slip
        ngettext = translator(language).ngettext
        if several > 1:
            words = ngettext("{count} row is marked", "{count} rows are marked and decided together", several)
            layout.addWidget(_label("note", words.format(count=several)))
        layout.addWidget(_label("name", called(slip, language) or "—"))
        post = "  ".join(filter(None, (unit_words(slip), title_words(slip, language))))
        if post:
            layout.addWidget(_label("soft", post))
        role = {"good": "good", "warn": "warn"}.get(_state_token(line), "small")
        layout.addWidget(_label(role, action_words(line.action, language)))
        self._add_reasons(layout, line)
        self._add_candidates(layout, sitting, line)
        self._add_original(layout, sitting, line)

    def _add_reasons(self, layout: QVBoxLayout, line: PlanLine) -> None:
        lines = note_lines(line.row, self._language, revealed=line.revealed)
        if lines:
            layout.addSpacing(4)
            note = _label("note" if line.action is Action.DOUBT else "soft", "\n".join(lines))
            layout.addWidget(note)

    def _add_candidates(self, layout: QVBoxLayout, sitting: Sitting, line: PlanLine) -> None:
        _ = translator(self._language).gettext
        candidates = candidates_of(line.row)
        if not candidates:
            return
        layout.addWidget(_section(_("Who this may be")))
        meant = sitting.candidate_of(line.row) if line.action not in (Action.DOUBT, Action.REFUSE) else None
        for place, candidate in enumerate(candidates):
            keeps = sitting.kept_fields(line.row) if candidate == meant else frozenset()
            state = CardState(self._language, place + 1, candidate == meant, keeps, line.revealed)
            card = CandidateCard(candidate, state)
            card.chosen.connect(lambda place=place: self.candidate_chosen.emit(place))
            card.kept.connect(lambda field, keep, place=place: self._keep(place, field, keep))
            self.cards.append(card)
            layout.addWidget(card)

    def _keep(self, place: int, field: str, keep: bool) -> None:
        """A field of somebody is chosen: that one is meant, then."""
        if not self.cards[place].choose_button.isChecked():
            self.candidate_chosen.emit(place)
        self.field_kept.emit(field, keep)

    def _add_original(self, layout: QVBoxLayout, sitting: Sitting, line: PlanLine) -> None:
        """What else the slip says, and where it stands."""
        _ = translator(self._language).gettext
        layout.addWidget(_section(_("On the slip")))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(3)
        grid.setColumnStretch(1, 1)
        values = line.row.slip.values
        for row, field in enumerate(name for name in PERSON_FIELDS if name in values and name not in SHOWN_ABOVE):
            grid.addWidget(self._field_label(field), row, 0, Qt.AlignmentFlag.AlignTop)
            words = value_words(field, values[field], self._language, revealed=line.revealed)
            grid.addWidget(_label("", words), row, 1)
        layout.addLayout(grid)
        layout.addWidget(_label("small", place_words(line.row, self._language)))
        links = QHBoxLayout()
        self.sheet_link, self.together_link = LinkButton(strong=True), LinkButton(strong=True)
        self.sheet_link.say(_("Show in the sheet"))
        self.sheet_link.clicked.connect(self.sheet_requested)
        links.addWidget(self.sheet_link)
        together = sitting.is_together(line.row)
        if together or sitting.is_split(line.row):
            self.together_link.say(_("Split these people") if together else _("Keep this cell together"))
            self.together_link.clicked.connect(lambda: self.together_changed.emit(not together))
            links.addWidget(self.together_link)
        layout.addLayout(links)

    def _is_done(self, line: PlanLine, action: Action) -> bool:
        """Whether that is what the row becomes: with somebody who is known already, as a new person, or not at all."""
        known = self.sitting is not None and self.sitting.candidate_of(line.row) is not None
        if line.action in (Action.DOUBT, Action.REFUSE):
            return line.action is action
        return action is (Action.UPDATE if known else Action.ADD)

    def _field_label(self, field: str) -> QLabel:
        label = _label("section", slip_field_word(field, self._language))
        color = self._theme.tokens[f"mark_{family_of(field) or 'rest'}"]
        label.setStyleSheet(f"border-left: 3px solid {color}; padding-left: 6px;")
        return label

    def _say_buttons(self) -> None:
        line = self.line
        decidable = line is not None and may_decide(line.row)
        for action, button in self.buttons.items():
            button.setVisible(decidable)
            button.setChecked(line is not None and self._is_done(line, action))
        self.buttons[Action.UPDATE].setEnabled(line is not None and bool(candidates_of(line.row)))


def _state_token(line: PlanLine) -> str:
    return TOKENS[line.action]


def _section(words: str) -> QLabel:
    label = _label("section", words)
    label.setContentsMargins(0, 10, 0, 0)
    return label


def _label(role: str, words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
