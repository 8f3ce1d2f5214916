"""A draft that came back, difference by difference; comments, and fixed lines that were touched, besides."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from models.rules.returned_changes import ReturnedChange
from resources.languages import translator
from ui.agreements.exchange_card import ExchangeCard
from ui.agreements.exchange_sitting import Sitting
from ui.agreements.exchange_words import beside_words, fixed_words, told_comment
from ui.theme import Theme, load_theme

_ABOVE = 3  # labels over the cards


class ExchangeResult(QWidget):
    """Shows a sitting. `wanted`: take over what was accepted; `put_away`: decide nothing and forget the file."""

    decided = Signal()
    wanted = Signal()
    put_away = Signal()
    fact_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language, self.theme = "zh", load_theme("light")
        self.sitting: Sitting | None = None
        self.cards: list[ExchangeCard] = []
        self.summary, self.warning, self.fixed, self.comments = QLabel(), QLabel(), QLabel(), QLabel()
        self.beside = QLabel()
        self.accept_all, self.refuse_all = QPushButton(), QPushButton()
        self.take_button, self.away_button, self.left_over = QPushButton(), QPushButton(), QLabel()
        self._column = QVBoxLayout()
        self._lay_out()
        self.accept_all.clicked.connect(lambda: self._decide_all(True))
        self.refuse_all.clicked.connect(lambda: self._decide_all(False))
        self.take_button.clicked.connect(self.wanted)
        self.away_button.clicked.connect(self.put_away)

    def _lay_out(self) -> None:
        self.summary.setProperty("role", "title")
        self.take_button.setProperty("role", "main")
        for label, role in (
            (self.warning, "note"),
            (self.fixed, "note"),
            (self.beside, "note"),
            (self.comments, "soft"),
        ):
            label.setProperty("role", role)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.left_over.setProperty("role", "soft")
        for label in (self.summary, self.warning, self.fixed, self.beside, self.comments):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        inside = QWidget()
        inside.setLayout(self._column)
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(10)
        for label in (self.warning, self.fixed, self.beside, self.comments):
            self._column.addWidget(label)
        self._column.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._head())
        layout.addWidget(_scrolled(inside), 1)
        layout.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self.summary, 1)
        for button in (self.refuse_all, self.accept_all):
            head.addWidget(button)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.away_button)
        foot.addStretch(1)
        foot.addWidget(self.left_over)
        foot.addWidget(self.take_button)
        return foot

    def show_sitting(self, sitting: Sitting) -> None:
        """Show a draft, or the same one looked at again."""
        self.sitting = sitting
        for card in self.cards:
            self._column.removeWidget(card)
            card.deleteLater()
        self.cards = [ExchangeCard(shown) for shown in sitting.draft.shown]
        for place, card in enumerate(self.cards):
            card.decided.connect(self._deciding(card))
            card.fact_wanted.connect(self.fact_wanted)
            self._column.insertWidget(_ABOVE + place, card)
        self._order_keys()
        self._say()

    def _order_keys(self) -> None:
        """Tab goes from above over the cards to the foot."""
        buttons = [one for card in self.cards for one in (card.fact_button, card.refuse_button, card.accept_button)]
        chain = (self.refuse_all, self.accept_all, *buttons, self.away_button, self.take_button)
        for before, after in pairwise(chain):
            QWidget.setTabOrder(before, after)

    def _deciding(self, card: ExchangeCard) -> Callable[[bool], None]:
        def decide(accepted: bool) -> None:
            if self.sitting is not None:
                self.sitting.decide(card.shown.change, accepted)
                self._show_decisions()
                self.decided.emit()

        return decide

    def _decide_all(self, accepted: bool) -> None:
        if self.sitting is not None:
            self.sitting.decide_all(accepted)
            self._show_decisions()
            self.decided.emit()

    def allow(self, allowed: bool) -> None:
        """Whether anything may be decided."""
        for part in (*self.cards, self.accept_all, self.refuse_all, self.away_button):
            part.setEnabled(allowed)
        self.take_button.setEnabled(allowed and self.sitting is not None and not self.sitting.open)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.theme = theme
        self._say()

    def take_focus(self) -> None:
        """To the first difference that is not decided."""
        open_cards = (card for card in self.cards if self._decision(card.shown.change) is None)
        first = next(open_cards, None)
        if first is None:
            self.away_button.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        told = first.shown.change.only_told or first.shown.change.gone
        (first.refuse_button if told else first.accept_button).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _decision(self, change: ReturnedChange) -> bool | None:
        return self.sitting.decided(change) if self.sitting is not None else None

    def _say(self) -> None:
        _ = translator(self.language).gettext
        self.accept_all.setText(_("Accept the rest"))
        self.refuse_all.setText(_("Refuse the rest"))
        self.away_button.setText(_("Not now"))
        self.away_button.setToolTip(_("Forget this file for now; nothing is changed"))
        for card in self.cards:
            card.say(self.language, self.theme)
        if self.sitting is not None:
            self._say_sitting(self.sitting)

    def _say_sitting(self, sitting: Sitting) -> None:
        _ = translator(self.language).gettext
        draft, returned = sitting.draft, sitting.draft.returned
        count = len(returned.changes)
        ngettext = translator(self.language).ngettext
        said = ngettext("{count} difference from v{number}", "{count} differences from v{number}", count)
        none = _("No differences from v{number}.") if returned.is_same else _("The clauses are those of v{number}.")
        words = said if count else none
        self.summary.setText(f"{draft.paper.name} — {words.format(count=count, number=draft.revision)}")
        warnings = self._warnings(sitting)
        self.warning.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))
        fixed = "\n".join(fixed_words(one, self.language) for one in returned.fixed)
        told = _("Outside the clauses, where nothing is taken over; change it where it is entered:")
        self.fixed.setText(f"{told}\n{fixed}")
        self.fixed.setVisible(bool(fixed))
        beside = [beside_words(clause, one, self.language) for clause, one in returned.beside]
        told = _("Also in the file, where nothing is taken over; look at it there, and enter here what you agree to:")
        self.beside.setText("\n".join((told, *beside)))
        self.beside.setVisible(bool(beside))
        lines = [told_comment(clause, one, self.language) for clause, one in returned.comments]
        self.comments.setText("\n".join((_("Comments:"), *lines)))
        self.comments.setVisible(bool(lines))
        for button in (self.accept_all, self.refuse_all):
            button.setVisible(bool(count))
        self._show_decisions()

    def _warnings(self, sitting: Sitting) -> list[str]:
        """What makes the file as a whole doubtful."""
        _, draft = translator(self.language).gettext, sitting.draft
        said = []
        if draft.newest > draft.revision:
            older = _("This is v{number}; v{newest} has been sent since. Ask whether that one was to be edited.")
            said.append(older.format(number=draft.revision, newest=draft.newest))
        if draft.returned.all_deleted:
            said.append(_("Every clause is deleted in this file. Ask whether the right one was sent."))
        return said

    def _show_decisions(self) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        for card in self.cards:
            card.show_decision(sitting.decided(card.shown.change))
        left, accepted = sitting.open, len(sitting.accepted)
        _, ngettext = translator(self.language).gettext, translator(self.language).ngettext
        self.left_over.setText(_("Still to decide: {count}").format(count=left) if left else "")
        take = ngettext("Take over {count} change", "Take over {count} changes", accepted)
        self.take_button.setText(take.format(count=accepted) if accepted else _("Keep the file, change nothing"))
        self.take_button.setEnabled(not left)


def _scrolled(widget: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(widget)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
