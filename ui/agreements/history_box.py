"""What happened to an agreement, the newest first: when, what, by whom, and below it why."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from exporters.documents.words import word
from models.agreement_history import AgreementEvent, Happening, events_of, reasons_given
from models.codes import AgreementStatus
from models.snapshots.shapes import Agreement
from resources.languages import translator
from ui.agreements.lifecycle_words import revision_kind
from ui.wording.messages import N_

if TYPE_CHECKING:
    from ui.office import Office

_STEPS_BACK = {Happening.OPENED_AGAIN: N_("Opened again"), Happening.TAKEN_BACK: N_("Step taken back")}
_STATES = {Happening.SIGNED: AgreementStatus.SIGNED, Happening.ARCHIVED: AgreementStatus.ARCHIVED}


def event_words(agreement: Agreement, event: AgreementEvent, language: str) -> str:
    """“v2 Final, in force”, “Opened again”."""
    if event.revision is not None:
        return f"v{event.revision.number} {revision_kind(agreement, event.revision, language)}"
    if event.happening in _STEPS_BACK:
        return translator(language).gettext(_STEPS_BACK[event.happening])
    return word(_STATES[event.happening], language)


def event_moment(event: AgreementEvent) -> str:
    """Day and clock; the day alone where no more is known."""
    if event.at is not None:
        return f"{event.at.astimezone():%Y-%m-%d %H:%M}"
    return event.day.isoformat() if event.day else "—"


class HistoryBox(QWidget):
    """A list to read; reasons are shown whole."""

    def __init__(self) -> None:
        super().__init__()
        self.language = "zh"
        self.lines: list[tuple[str, str, str, str]] = []  # as shown: when, what, by whom, why
        self._events: tuple[AgreementEvent, ...] = ()
        self._agreement: Agreement | None = None
        self._body = QWidget()
        self._holder = QVBoxLayout(self)
        self._holder.setContentsMargins(0, 0, 0, 0)
        self._holder.addWidget(self._body)

    def show_agreement(self, office: Office, agreement: Agreement) -> None:
        """Show the history of an agreement as it is now: the reasons are read, the rest it holds itself."""
        self._agreement = agreement
        office.read(lambda session: reasons_given(session, agreement.id), partial(self._show, agreement))

    def retranslate(self, language: str, name: str) -> None:
        """Say everything in another language."""
        self.language = language
        self.setAccessibleName(name)
        self._say()

    def _show(self, agreement: Agreement, reasons: tuple[AgreementEvent, ...]) -> None:
        if agreement is self._agreement:
            self._events = events_of(agreement, reasons)
            self._say()

    def _say(self) -> None:
        agreement = self._agreement
        if agreement is None:
            return
        lines = [
            (event_moment(one), event_words(agreement, one, self.language), one.author, one.words)
            for one in self._events
        ]
        if lines == self.lines:
            return
        self.lines = lines
        old, self._body = self._body, QWidget()
        self._lay_out()
        self._holder.replaceWidget(old, self._body)
        old.deleteLater()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._body)
        grid.setContentsMargins(0, 2, 0, 0)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for number, (when, what, who, why) in enumerate(self.lines):
            for column, (words, role) in enumerate(((when, "soft"), (what, "heading"), (who, "faint"))):
                grid.addWidget(_label(words, role), 2 * number, column, Qt.AlignmentFlag.AlignBaseline)
            if why:
                reason = _label(why, "")
                reason.setWordWrap(True)
                grid.addWidget(reason, 2 * number + 1, 1, 1, 2)


def _label(words: str, role: str) -> QLabel:
    """A name or reason is never read as markup; it can be copied."""
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setProperty("role", role)
    return label
