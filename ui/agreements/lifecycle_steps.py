"""The way of an agreement in one line: where it stands, the mark it goes round under, the steps from here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QWidget

from exporters.documents.words import word
from models.codes import AgreementStatus
from models.final_texts import final_revision
from models.rules.agreement_steps import REVIEW_MARKS, Step, steps_from
from models.snapshots.shapes import Agreement
from resources.languages import translator
from ui.agreements.lifecycle_words import STEP_WORDS


class StepsLine(QWidget):
    """Draft › under review › final › signed › archived, with a button for each step that may be taken."""

    step_wanted = Signal(object)  # Step
    mark_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.states = {status: QLabel() for status in AgreementStatus}
        self.marks = {mark: QPushButton() for mark in REVIEW_MARKS}
        self.buttons = {step: QPushButton() for step in Step}
        self._arrows = [QLabel("›") for _ in range(len(self.states) - 1)]
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for place, label in enumerate(self.states.values()):
            layout.addWidget(label)
            if place < len(self._arrows):
                self._arrows[place].setProperty("role", "faint")
                layout.addWidget(self._arrows[place])
        layout.addSpacing(8)
        for mark, button in self.marks.items():
            button.setProperty("role", "chip")
            button.setCheckable(True)
            button.clicked.connect(lambda _on, mark=mark: self.mark_wanted.emit(mark.value))
            layout.addWidget(button)
        layout.addStretch(1)
        for step, button in self.buttons.items():
            button.clicked.connect(lambda _on, step=step: self.step_wanted.emit(step))
            layout.addWidget(button)

    def show_agreement(self, agreement: Agreement, language: str, *, read_only: bool) -> None:
        """Where it stands now."""
        for status, label in self.states.items():
            _dress(label, "badge" if status is agreement.status else "faint")
            label.setText(word(status, language))
        steps = steps_from(agreement.status, frozen=final_revision(agreement) is not None)
        say = translator(language).gettext
        for step, button in self.buttons.items():
            button.setText(say(STEP_WORDS[step]))
            button.setVisible(step in steps and not read_only)
            _dress(button, "main" if step is steps[0] and step is not Step.TAKE_BACK else "")
        for mark, button in self.marks.items():
            button.setText(word(mark, language))
            button.setVisible(agreement.status is AgreementStatus.UNDER_REVIEW)
            button.setChecked(mark is agreement.mark)
            button.setEnabled(not read_only)
        self.setAccessibleName(say("Way of the agreement: {state}").format(state=word(agreement.status, language)))

    def next_button(self) -> QPushButton | None:
        """The step that usually comes next."""
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        return next((button for button in shown if button.property("role") == "main"), shown[0] if shown else None)

    def allow(self, allowed: bool) -> None:
        """Whether a step may be begun now."""
        for button in self.buttons.values():
            button.setEnabled(allowed)


def _dress(widget: QWidget, role: str) -> None:
    if widget.property("role") != role:
        widget.setProperty("role", role)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))  # or it keeps the measures it had
