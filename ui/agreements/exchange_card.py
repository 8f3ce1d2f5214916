"""A difference of a draft that came back: what stood there, what stands there now, accepted or refused."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from resources.languages import translator
from ui.agreements.exchange_errands import ShownChange
from ui.agreements.exchange_words import clause_name, comment_words, kind_words, remarks, runs_html, who_words
from ui.theme import Theme


class ExchangeCard(QFrame):
    """One change. `decided` tells whether it was accepted."""

    decided = Signal(bool)
    fact_wanted = Signal(str)  # a dotted name

    def __init__(self, shown: ShownChange, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.shown = shown
        self.name, self.kind, self.who, self.words = QLabel(), QLabel(), QLabel(), QLabel()
        self.remark, self.comments = QLabel(), QLabel()
        self.accept_button, self.refuse_button, self.fact_button = QPushButton(), QPushButton(), QPushButton()
        self._lay_out()
        self.accept_button.clicked.connect(lambda: self.decided.emit(True))
        self.refuse_button.clicked.connect(lambda: self.decided.emit(False))
        self.fact_button.clicked.connect(self._want_fact)

    def _lay_out(self) -> None:
        self.name.setProperty("role", "title")
        self.kind.setProperty("role", "badge")
        self.who.setProperty("role", "small")
        self.remark.setProperty("role", "note")
        self.comments.setProperty("role", "soft")
        self.fact_button.setProperty("role", "link_strong")
        self.words.setTextFormat(Qt.TextFormat.RichText)
        for label in (self.name, self.who, self.remark, self.comments):
            label.setTextFormat(Qt.TextFormat.PlainText)
        for label in (self.name, self.words, self.remark, self.comments):
            label.setWordWrap(True)
        for label in (self.words, self.remark, self.comments):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(8)
        layout.addLayout(self._head())
        for label in (self.words, self.remark, self.comments):
            layout.addWidget(label)
        layout.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        for label in (self.who, self.kind):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
            head.addWidget(label)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.fact_button)
        foot.addStretch(1)
        for button in (self.refuse_button, self.accept_button):
            button.setCheckable(True)
            button.setProperty("role", "chip")
            foot.addWidget(button)
        return foot

    def say(self, language: str, theme: Theme) -> None:
        """Say everything in a language, in the colors of a theme."""
        _ = translator(language).gettext
        change = self.shown.change
        self.name.setText(clause_name(change, language))
        self.kind.setText(kind_words(change, language))
        self.who.setText(who_words(change.tracked))
        self.words.setText(runs_html(self.shown.runs, theme))
        self.words.setVisible(bool(self.shown.runs))
        for label, lines in (
            (self.remark, remarks(change, language)),
            (self.comments, [comment_words(one, language) for one in change.comments]),
        ):
            label.setText("\n".join(lines))
            label.setVisible(bool(lines))
        self.accept_button.setText(_("Accept"))
        self.refuse_button.setText(_("Noted") if change.only_told else _("Refuse"))
        self.accept_button.setVisible(not change.only_told)
        self.fact_button.setText(_("Go to where it is entered"))
        self.fact_button.setVisible(bool(self._fact()))
        self.accept_button.setEnabled(not change.gone)
        about = f"{self.name.text()}: {self.kind.text()}"
        self.setAccessibleName(about)
        for button in (self.accept_button, self.refuse_button):
            button.setAccessibleName(f"{button.text()}: {about}")

    def show_decision(self, accepted: bool | None) -> None:
        """Show what was decided; None for nothing yet."""
        self.accept_button.setChecked(accepted is True)
        self.refuse_button.setChecked(accepted is False)

    def _fact(self) -> str:
        """The first fact that was touched, as far as it has a name."""
        named = (one.fact for one in self.shown.change.fields if one.fact and "{" not in one.fact)
        return next(named, "")

    def _want_fact(self) -> None:
        self.fact_wanted.emit(self._fact())
