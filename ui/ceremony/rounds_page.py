"""The signing rounds: all of them above, what belongs to the chosen one below."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from models.snapshots.shapes import MeetingSnapshot, SigningRound
from resources.languages import translator
from ui.ceremony.record_table import RecordTable
from ui.ceremony.rows import (
    N_,
    Offers,
    round_columns,
    round_rows,
    signed_columns,
    signed_rows,
    stage_columns,
    stage_rows,
)
from ui.theme import Theme
from ui.widgets.picker import Picker

if TYPE_CHECKING:
    from ui.ceremony.desk import CeremonyDesk


class RoundsPage(QWidget):
    """Three tables. What is wished for the parts of a round goes to the desk."""

    agreement_opened = Signal(int)

    def __init__(self, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: CeremonyDesk | None = None
        self.language = "zh"
        self._offers = offers
        self._snapshot: MeetingSnapshot | None = None
        self._shown: int | None = None
        self.rounds = RecordTable(
            "signing_round", N_("Signing rounds"), round_columns(offers), add_words=N_("＋ Type a title to add a round")
        )
        self.signed = RecordTable("agreement", N_("Agreements of the round"), signed_columns(offers))
        self.stage = RecordTable("round_person", N_("People on stage"), stage_columns(offers))
        self.agreement_line, self.person_line, self.call_button = Picker(), Picker(), QPushButton()
        self.agreement_line.takes_first = True  # titles are long; any part of one will do
        self.signed_title, self.stage_title = QLabel(), QLabel()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        below = QWidget()
        line = QHBoxLayout(below)
        line.setContentsMargins(0, 6, 0, 0)
        line.setSpacing(12)
        for title, table, picker, button in (
            (self.signed_title, self.signed, self.agreement_line, None),
            (self.stage_title, self.stage, self.person_line, self.call_button),
        ):
            column, head = QVBoxLayout(), QHBoxLayout()
            column.setSpacing(6)
            title.setProperty("role", "heading")
            title.setMinimumHeight(30)
            head.addWidget(title, 1)
            if button is not None:
                head.addWidget(button)
            column.addLayout(head)
            column.addWidget(table, 1)
            column.addWidget(picker)
            line.addLayout(column, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        for widget in (self.rounds, below):
            split.addWidget(widget)
        split.setSizes([260, 300])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(split)

    def _connect(self) -> None:
        self.rounds.row_chosen.connect(self._choose)
        self.agreement_line.picked.connect(self._add_agreement)
        self.person_line.picked.connect(self._add_person)
        self.call_button.clicked.connect(self.call_signatories)
        self.signed.row_opened.connect(self.agreement_opened)
        for part, table in (("agreement", self.signed), ("round_person", self.stage)):
            table.rows_deleted.connect(lambda ids, part=part: self._remove(part, ids))
            table.rows_moved.connect(lambda ids, before, part=part: self._move(part, ids, before))

    @property
    def tables(self) -> tuple[RecordTable, ...]:
        """All its tables."""
        return (self.rounds, self.signed, self.stage)

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show the rounds of a meeting; the chosen one stays."""
        self._snapshot = snapshot
        self.rounds.model_of_rows.show_rows(round_rows(snapshot))
        if self.rounds.current_id() is None and snapshot.rounds and not self.rounds.is_adding:
            self.rounds.choose(snapshot.rounds[0].id)
        self.agreement_line.offer(self._offers.agreements(self.language))
        self.person_line.offer(self._offers.people(self.language))
        self._show_parts()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        for table in self.tables:
            table.model_of_rows.set_read_only(read_only)
        for widget in (self.agreement_line, self.person_line, self.call_button):
            widget.setVisible(not read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        for table in self.tables:
            table.retranslate(language)
        self.signed_title.setText(_("Agreements, from the left as the audience sees them"))
        self.stage_title.setText(_("People on stage"))
        for line, words, name in (
            (self.agreement_line, _("＋ Add an agreement"), _("Add an agreement to the round")),
            (self.person_line, _("＋ Add a person"), _("Add a person to the round")),
        ):
            line.line.setPlaceholderText(words)
            line.line.setAccessibleName(name)
        self.call_button.setText(_("Call the signatories"))
        self.call_button.setAccessibleName(_("Call the signatories"))
        self.call_button.setToolTip(_("Puts those who sign these agreements on stage, where they attend."))
        if self._snapshot is not None:
            self.agreement_line.offer(self._offers.agreements(language))
            self.person_line.offer(self._offers.people(language))

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for table in self.tables:
            table.retheme(theme)

    def call_signatories(self) -> None:
        """Put those who sign on stage."""
        signing = self._round()
        if signing is not None and self.desk is not None:
            self.desk.call_signatories(signing.id)

    def show_again(self, _error: Exception | None = None) -> None:
        """Show what is stored, after a wish was refused."""
        if self._snapshot is not None:
            self.show_snapshot(self._snapshot)

    def _round(self) -> SigningRound | None:
        row = self.rounds.row(self.rounds.current_id())
        return row.record if row is not None else None

    def _choose(self, row: Any) -> None:
        if (row.id if row is not None else None) != self._shown:
            self._show_parts()

    def _show_parts(self) -> None:
        signing = self._round()
        self._shown = signing.id if signing is not None else None
        known = self._snapshot if signing is not None else None
        self.signed.model_of_rows.show_rows(signed_rows(known, signing) if known and signing else ())
        self.stage.model_of_rows.show_rows(stage_rows(signing) if signing else ())
        for widget in (self.agreement_line, self.person_line, self.call_button):
            widget.setEnabled(signing is not None)

    def _add_agreement(self, agreement_id: int | None) -> None:
        signing = self._round()
        if agreement_id is not None and signing is not None and self.desk is not None:
            self.agreement_line.set_value(None)
            self.desk.add_agreement(signing.id, agreement_id)

    def _add_person(self, attendance_id: int | None) -> None:
        signing = self._round()
        if attendance_id is not None and signing is not None and self.desk is not None:
            self.person_line.set_value(None)
            self.desk.add_person(signing.id, attendance_id, lambda _made: None)

    def _remove(self, part: str, ids: tuple[int, ...]) -> None:
        signing = self._round()
        if signing is not None and self.desk is not None:
            self.desk.remove(part, signing.id, ids)

    def _move(self, part: str, ids: tuple[int, ...], before_id: int | None) -> None:
        signing = self._round()
        if signing is not None and self.desk is not None:
            self.desk.move_in_round(part, signing.id, ids, before_id, self.show_again)
