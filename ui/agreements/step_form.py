"""Asks what a step needs, in the page itself: a reason, a name, a day; Enter goes on, Escape gives up."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.rules.typed_values import read_day
from resources.languages import translator

Answers = dict[str, str]


@dataclass(frozen=True)
class Asked:
    """One line to be filled in. `day`: a date; `needed`: the step waits for it. `choices` are buttons instead."""

    key: str
    label: str
    value: str = ""
    day: bool = False
    needed: bool = False
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Form:
    """What is asked, in the words of the window."""

    heading: str
    explanation: str
    go_on: str
    asked: tuple[Asked, ...] = ()
    notes: tuple[str, ...] = field(default=())  # what should be looked at before
    remarks: Callable[[Answers], tuple[str, ...]] = lambda _answers: ()  # on what is filled in


class StepForm(QFrame):
    """Hidden until it asks. `ask` shows a form and calls what is to be done with the answers."""

    left = Signal()  # it asks no more and had the keyboard, which belongs to the page now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.heading, self.explanation, self.note = QLabel(), QLabel(), QLabel()
        self.heading.setProperty("role", "title")
        self.explanation.setProperty("role", "soft")
        self.note.setProperty("role", "note")
        self.lines: dict[str, QLineEdit] = {}
        self.choices: dict[str, list[QPushButton]] = {}
        self.go_button, self.cancel_button = QPushButton(), QPushButton()
        self.go_button.setProperty("role", "main")
        self._grid = QWidget()
        self._called: Callable[[Answers], object] | None = None
        self._form: Form | None = None
        self._notes: tuple[str, ...] = ()
        self._language = "zh"
        self._lay_out()
        self.go_button.clicked.connect(self._go_on)
        self.cancel_button.clicked.connect(self.give_up)
        self.hide()

    def _lay_out(self) -> None:
        for label in (self.explanation, self.note):
            label.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.go_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 10)
        layout.setSpacing(8)
        for part in (self.heading, self.explanation, self.note, self._grid):
            layout.addWidget(part)
        layout.addLayout(buttons)

    def ask(self, form: Form, called: Callable[[Answers], object], language: str) -> None:
        """Ask; `called` gets the answers, dates as YYYY-MM-DD."""
        self._form, self._called, self._language = form, called, language
        self.heading.setText(form.heading)
        self.explanation.setText(form.explanation)
        self.explanation.setVisible(bool(form.explanation))
        self._notes = form.notes
        self.go_button.setText(form.go_on)
        self.cancel_button.setText(translator(language).gettext("Cancel"))
        self.setAccessibleName(form.heading)
        self._show_lines(form.asked)
        self.show()
        self._check()
        first = next(iter(self.lines.values()), None)
        (first or self.go_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def show_notes(self, notes: Sequence[str]) -> None:
        """What should be looked at before; it may change while the form asks."""
        self._notes = tuple(notes)
        self._check()

    def give_up(self) -> None:
        """Ask no more."""
        now = QApplication.focusWidget()
        had_keyboard = now is not None and self.isAncestorOf(now)
        self._form = self._called = None
        if had_keyboard:
            self.left.emit()  # before it goes, or the keyboard falls to whatever comes next in the window
        self.hide()

    @property
    def form(self) -> Form | None:
        """What is asked now."""
        return self._form

    def asking(self) -> bool:
        """Whether an answer is awaited."""
        return self._form is not None

    def answers(self) -> Answers | None:
        """What is filled in; None where a day cannot be read or something is missing."""
        found: Answers = {}
        for one in self._form.asked if self._form else ():
            words = self._chosen(one) if one.choices else self.lines[one.key].text().strip()
            if one.day and words:
                words = _day(words)
                if not words:
                    return None
            if one.needed and not words:
                return None
            found[one.key] = words
        return found

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape gives up."""
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        else:
            super().keyPressEvent(event)

    # within

    def _show_lines(self, asked: Sequence[Asked]) -> None:
        self.lines, self.choices = {}, {}
        fresh, grid = QWidget(), QGridLayout()
        fresh.setLayout(grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(asked):
            label = QLabel(one.label)
            label.setProperty("role", "soft")
            grid.addWidget(label, row, 0)
            if one.choices:
                grid.addWidget(self._choice_row(one), row, 1)
            else:
                line = self.lines[one.key] = self._line(one)
                label.setBuddy(line)
                grid.addWidget(line, row, 1)
        layout = self.layout()
        assert layout is not None
        layout.replaceWidget(self._grid, fresh)
        self._grid.deleteLater()
        self._grid = fresh
        fresh.setVisible(bool(asked))

    def _line(self, one: Asked) -> QLineEdit:
        line = QLineEdit(one.value)
        line.setAccessibleName(one.label)
        line.textChanged.connect(self._check)
        line.returnPressed.connect(self._go_on)
        return line

    def _choice_row(self, one: Asked) -> QWidget:
        holder, row = QWidget(), QHBoxLayout()
        holder.setLayout(row)
        row.setContentsMargins(0, 0, 0, 0)
        for value, words in one.choices:
            button = QPushButton(words)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setChecked(value == one.value)
            button.setProperty("value", value)
            row.addWidget(button)
            self.choices.setdefault(one.key, []).append(button)
        row.addStretch(1)
        return holder

    def _chosen(self, one: Asked) -> str:
        return next((str(button.property("value")) for button in self.choices[one.key] if button.isChecked()), "")

    def _check(self) -> None:
        answers = self.answers()
        self.go_button.setEnabled(answers is not None)
        remarks = self._form.remarks(answers) if self._form is not None and answers is not None else ()
        self.note.setText("\n".join((*self._notes, *remarks)))
        self.note.setVisible(bool(self.note.text()))

    def _go_on(self) -> None:
        answers, called = self.answers(), self._called
        if answers is not None and called is not None:
            self.give_up()
            called(answers)


def _day(words: str) -> str:
    """A day as YYYY-MM-DD; empty for what is none."""
    try:
        day = read_day(words, near=date.today())
    except ValueError:
        return ""
    return "" if day is None else day.isoformat()
