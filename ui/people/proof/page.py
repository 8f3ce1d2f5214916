"""The proof sheet in the window: a second person goes from fact to fact; Enter ticks and goes on, Space ticks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from models.snapshots.shapes import MeetingSnapshot, ProofTick
from resources.languages import translator
from ui.people.proof.lines import FIELDS, ProofState, next_open, proof_lines, proof_state
from ui.people.proof.places import entered_at
from ui.people.rows import N_
from ui.settings import PROOF_READER
from ui.theme import Theme
from ui.widgets.tick_list import TickList

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from ui.office import Office

_HOW = N_(
    "Compare each line with the source, character by character. Enter: right, and on to the next. Space: tick, or take "
    "the tick away. A tick goes when what it stands for is changed."
)
MOST_NAMED = 40  # characters of a fact in the name of a step


class ProofPage(QWidget):
    """`closed`: back to the list of people; `place_requested(place)`: to where a fact is entered."""

    closed = Signal()
    place_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.snapshot: MeetingSnapshot | None = None
        self.state: ProofState | None = None
        self.language, self._read_only = "zh", False
        self._office: Office | None = None
        self.heading, self.how, self.done_words = QLabel(), QLabel(), QLabel()
        self.bar = QProgressBar()
        self.name_label, self.name = QLabel(), QLineEdit()
        self.open_only, self.go_button, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self.list = TickList()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.heading.setProperty("role", "title")
        self.list.setProperty("role", "panel")
        self.how.setProperty("role", "soft")
        self.how.setWordWrap(True)
        self.open_only.setProperty("role", "chip")
        self.open_only.setCheckable(True)
        self.name.setFixedWidth(140)
        self.name_label.setBuddy(self.name)
        self.bar.setTextVisible(False)
        self.bar.setFixedSize(160, 8)
        head = QHBoxLayout()
        head.setSpacing(8)
        told: tuple[QWidget, ...] = (self.heading, self.bar, self.done_words)
        asked: tuple[QWidget, ...] = (self.name_label, self.name, self.open_only, self.go_button, self.close_button)
        for place, part in enumerate((*told, *asked)):
            if place == len(told):
                head.addStretch(1)
            head.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.how)
        layout.addWidget(self.list, 1)

    def _connect(self) -> None:
        self.list.installEventFilter(self)
        self.list.ticked.connect(self._toggle)
        self.list.entered.connect(self._tick_and_go_on)
        self.list.chosen.connect(lambda key: self.go_button.setEnabled(bool(key)))
        self.open_only.toggled.connect(lambda _on: self._show())
        self.go_button.clicked.connect(self.go)
        self.close_button.clicked.connect(self.closed)
        self.name.editingFinished.connect(self._keep_name)
        self.name.returnPressed.connect(self.take_focus)

    def attach(self, office: Office) -> None:
        """Take the services of the window; the name is that of whoever checked last here."""
        self._office, self._read_only = office, office.read_only
        self.name.setText(office.settings.get(PROOF_READER))
        self.name.setEnabled(not office.read_only)

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show another meeting, or the same one after a change."""
        another = self.snapshot is None or self.snapshot.meeting.id != snapshot.meeting.id
        self.snapshot, self.state = snapshot, proof_state(snapshot)
        self._show()
        if another:
            self.list.choose_first()

    def take_focus(self) -> None:
        """To the first fact that waits, or to the name where nobody has said who checks."""
        if not self.name.text().strip() and not self._read_only:
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if not self.list.current_key() and self.state is not None:
            self.list.choose(next_open(self.state, self.list.lines.lines, ""))
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def go(self) -> None:
        """To where the chosen fact is entered."""
        key = self.list.current_key()
        if key and self.snapshot is not None:
            self.place_requested.emit(entered_at(key, self.snapshot))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Ctrl+Enter goes to where the fact is entered."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if entered and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self.go()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the list of people."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.heading.setText(_("Proofread"))
        self.how.setText(_(_HOW))
        self.name_label.setText(_("Checked by"))
        self.name.setAccessibleName(_("Checked by"))
        self.name.setPlaceholderText(_("Your name"))
        self.list.setAccessibleName(_("Names, titles and organizations to be checked"))
        self.list.lines.said = (_("ticked"), _("not ticked"))
        for button, words in (
            (self.open_only, _("Open ones only")),
            (self.go_button, _("Where it is entered")),
            (self.close_button, _("Back to the list")),
        ):
            button.setText(words)
            button.setAccessibleName(words)
        self.go_button.setToolTip("Ctrl+Enter")
        self._show()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.list.retheme(theme)

    def _show(self) -> None:
        if self.state is None:
            return
        _ = translator(self.language).gettext
        total, done = len(self.state.facts), self.state.done
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        words = _("{done} of {total} ticked").format(done=done, total=total)
        if self.state.void:
            words += " · " + _("{count} changed since").format(count=len(self.state.void))
        self.done_words.setText(words)
        self.bar.setAccessibleName(words)
        kept = self.list.current_key()
        lines = proof_lines(self.state, self.language, open_only=self.open_only.isChecked(), kept=kept)
        self.list.show_lines(lines, lead_width=self._lead_width())
        self.go_button.setEnabled(bool(self.list.current_key()))

    def _lead_width(self) -> int:
        _ = translator(self.language).gettext
        named = (*FIELDS.values(), "Text of the plaque", "Title")
        return max(self.fontMetrics().horizontalAdvance(_(words)) for words in named) + 4

    def _may_tick(self) -> bool:
        """Whether somebody has said who checks; else they are asked."""
        if self._read_only or self._office is None or self.snapshot is None:
            return False
        if not self.name.text().strip():
            _ = translator(self.language).gettext
            self._office.notice(_("Say first who checks: type your name."))
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            return False
        return True

    def _toggle(self, key: str) -> None:
        if self.state is not None and self._may_tick():
            if key in self.state.ticked:
                self._untick(key)
            else:
                self._tick(key)

    def _tick_and_go_on(self, key: str) -> None:
        """What is ticked already stays so."""
        if self.state is None or not self._may_tick():
            return
        following = next_open(self.state, self.list.lines.lines, key)
        if key not in self.state.ticked:
            self._tick(key)
        if following:
            self.list.choose(following)

    def _tick(self, key: str) -> None:
        """The hash is that of the words shown: what has changed meanwhile is not ticked unseen."""
        if self._office is None or self.state is None or self.snapshot is None:
            return
        fact, meeting_id, who = self.state.facts[key], self.snapshot.meeting.id, self.name.text().strip()
        now = datetime.now(UTC)

        def work(session: Session) -> int:
            from models.actions.proofread import tick_facts

            return tick_facts(session, meeting_id, {key: fact.value_hash}, by=who, at=now)

        self._show_at_once(key, ProofTick(key, fact.value_hash, who, now))
        self._office.change("tick_facts", work, failed=self._not_done, count=1, words=_short(fact.words))

    def _untick(self, key: str) -> None:
        if self._office is None or self.state is None or self.snapshot is None:
            return
        fact, meeting_id = self.state.facts[key], self.snapshot.meeting.id

        def work(session: Session) -> int:
            from models.actions.proofread import untick_facts

            return untick_facts(session, meeting_id, (key,))

        self._show_at_once(key, None)
        self._office.change("untick_facts", work, failed=self._not_done, count=1, words=_short(fact.words))

    def _show_at_once(self, key: str, tick: ProofTick | None) -> None:
        """A tick that is being written, or taken away; the next snapshot tells what has become of it."""
        if self.state is not None:
            others = {place: one for place, one in self.state.ticked.items() if place != key}
            void = {place: one for place, one in self.state.void.items() if place != key}
            self.state = replace(self.state, ticked=others | ({key: tick} if tick else {}), void=void)
            self._show()

    def _not_done(self, _error: Exception) -> None:
        if self.snapshot is not None:
            self.show_snapshot(self.snapshot)

    def _keep_name(self) -> None:
        if self._office is not None:
            self._office.settings.set(PROOF_READER, self.name.text().strip())


def _short(words: str) -> str:
    plain = " ".join(words.split())
    return plain if len(plain) <= MOST_NAMED else plain[: MOST_NAMED - 1] + "…"
