"""Above the text: where the agreement stands, the next step, and for a final text why it cannot be edited."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.final_texts import clauses_differ, final_drift, final_revision
from models.rules.agreement_steps import Step, steps_from
from models.snapshots.shapes import Agreement, MeetingSnapshot
from resources.languages import translator
from ui.agreements.lifecycle_words import STEP_WORDS, drift_words, state_words
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.link_button import LinkButton
from ui.widgets.tips import as_tip


class LifecycleLine(QWidget):
    """One line, and a second one where the records have left a final text behind."""

    place_wanted = Signal(str)  # below the page of the agreement's way

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.state, self.told, self.next_button = QPushButton(), ElidedLabel(), QPushButton()
        self.drift = LinkButton(strong=True)
        self.state.setProperty("role", "chip")
        self.told.setProperty("role", "soft")
        self._step: Step | None = None
        row = self._row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.state)
        row.addWidget(self.told, 1)
        row.addWidget(self.next_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.drift)
        self.state.clicked.connect(lambda: self.place_wanted.emit(""))
        self.drift.clicked.connect(lambda: self.place_wanted.emit("drift/"))
        self.next_button.clicked.connect(self._take_step)

    def add_pages(self, buttons: Iterable[QPushButton]) -> None:
        """Buttons that lead to other pages of the agreement."""
        for place, button in enumerate(buttons, start=2):
            self._row.insertWidget(place, button)

    def retranslate(self, language: str) -> None:
        """Name everything, also before an agreement is shown."""
        _ = translator(language).gettext
        self.state.setAccessibleName(_("State and revisions"))
        self.next_button.setAccessibleName(_("Next step of the agreement"))
        self.drift.setAccessibleName(_("What has changed since the text was made final"))

    def show_agreement(
        self, snapshot: MeetingSnapshot, agreement: Agreement, language: str, *, read_only: bool
    ) -> None:
        """Say where it stands now."""
        _ = translator(language).gettext
        frozen = final_revision(agreement) is not None
        words = state_words(agreement, language)
        self.state.setText(words)
        self.state.setAccessibleName(_("State of the agreement: {state}").format(state=words))
        self.state.setToolTip(_("State and revisions"))
        self.told.setText(_("The text is final and read only.") if frozen else "")
        steps = steps_from(agreement.status, frozen=frozen)
        self._step = steps[0] if steps[0] is not Step.TAKE_BACK else None
        self.next_button.setText(_(STEP_WORDS[steps[0]]))
        self.next_button.setAccessibleName(_(STEP_WORDS[steps[0]]))
        self.next_button.setVisible(self._step is not None and not read_only)
        self.next_button.setEnabled(bool(agreement.clauses))
        said = [drift_words(agreement, drift, language) for drift in final_drift(snapshot, agreement)]
        if clauses_differ(agreement):
            said.append(_("The clauses were changed since; papers print the final text."))
        self.drift.say(_more(said, language))
        self.drift.setToolTip(as_tip("\n".join(said)))
        self.drift.setAccessibleName(self.drift.words or _("What has changed since the text was made final"))
        self.drift.setVisible(bool(said))

    def _take_step(self) -> None:
        if self._step is not None:
            self.place_wanted.emit(f"step/{self._step.value}")


def _more(said: list[str], language: str) -> str:
    """The first, and how many more there are."""
    if len(said) < 2:
        return "".join(said)
    count = len(said) - 1
    more = translator(language).ngettext("and {count} more", "and {count} more", count).format(count=count)
    return f"{said[0]} ({more})" if language == "en" else f"{said[0]}（{more}）"
