"""The page of findings: what is ready and what is not, each line a way to the very field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.overview.cards import Card, agreements_card, ending_card, people_card, times_card
from ui.overview.rows import COLUMNS, N_, ROOM_WORDS, count_by_group, finding_rows, group_of
from ui.overview.summary import filled_rooms
from ui.theme import Theme
from ui.widgets.message_page import MessagePage
from ui.widgets.row_model import RowModel
from ui.widgets.row_table import RowTable

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from models.store.expiring import Expiring

CARDS_WIDTH = 360
ALL = ""
SHOWN_ALWAYS = (ALL, "overview", "people", "agenda", "visits", "agreements")


class FindingTable(RowTable):
    """Enter or a double click goes to the place."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter opens the row."""
        row = self.chosen()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.row_opened.emit(row.id)
        else:
            super().keyPressEvent(event)


class Readiness(QWidget):
    """Findings with chips for the rooms, and the cards beside them."""

    place_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.snapshot: MeetingSnapshot | None = None
        self.findings: tuple[Finding, ...] = ()
        self.room = ALL
        self.model = RowModel(COLUMNS, self)
        self.table = FindingTable(self.model)
        self.table.row_opened.connect(self._go)
        self.chips: dict[str, QPushButton] = {}
        self._chip_row = QHBoxLayout()
        self._chip_row.setSpacing(8)
        self.good_page, self.waiting_page = MessagePage("circle-check"), MessagePage("list-ordered")
        self.cards, self.ending = (Card(), Card(), Card()), Card()
        self.ending.hide()
        self._ending: tuple[Expiring, ...] = ()
        self._pages = QStackedWidget()
        self._checked = False
        self._lay_out()

    def _lay_out(self) -> None:
        for page in (self.table, self.good_page, self.waiting_page):
            self._pages.addWidget(page)
        left, right = QVBoxLayout(), QVBoxLayout()
        left.setSpacing(8)
        left.addLayout(self._chip_row)
        left.addWidget(self._pages, 1)
        side = QWidget()
        side.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(8)
        for card in (*self.cards, self.ending):
            right.addWidget(card)
        right.addStretch(1)
        area = QScrollArea()
        area.setWidget(side)
        area.setWidgetResizable(True)
        area.setFixedWidth(CARDS_WIDTH)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(left, 1)
        layout.addWidget(area)
        group = QButtonGroup(self)
        for key in (ALL, *ROOM_WORDS):
            chip = QPushButton()
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setChecked(key == ALL)
            chip.clicked.connect(lambda _checked, key=key: self.choose_room(key))
            group.addButton(chip)
            self.chips[key] = chip
            self._chip_row.addWidget(chip)
        self._chip_row.addStretch(1)

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show another meeting, or the same one after a change; the findings of another are not shown for this."""
        other = self.snapshot is None or self.snapshot.meeting.id != snapshot.meeting.id
        self.snapshot = snapshot
        if other:
            self._checked, self.findings, self.room = False, (), ALL
            self.chips[ALL].setChecked(True)
        self._show_findings()
        self._show_cards()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the checks found."""
        self.findings, self._checked = tuple(findings), True
        self._show_findings()

    def show_ending(self, found: Sequence[Expiring]) -> None:
        """Show which agreements, of all meetings, are to be brought to mind."""
        if tuple(found) != self._ending:
            self._ending = tuple(found)
            self._show_cards()

    def choose_room(self, key: str) -> None:
        """Show the findings of one room, or all."""
        self.room = key
        self.chips[key].setChecked(True)
        self._show_findings()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.table.setAccessibleName(_("Findings"))
        self._say_good()
        self.waiting_page.say(_("Checking…"), _("The findings stand here in a moment."))
        self.model.retranslate(language)
        self._name_chips()
        if self.snapshot is not None:
            self._show_cards()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)
        for page in (self.good_page, self.waiting_page):
            page.retheme(theme)

    def _show_findings(self) -> None:
        shown = [one for one in self.findings if self.room in (ALL, group_of(one.place))]
        self.model.show_rows(finding_rows(shown))
        page = (self.table if shown else self.good_page) if self._checked else self.waiting_page
        self._pages.setCurrentWidget(page)
        self._say_good()
        self._name_chips()

    def _say_good(self) -> None:
        """What the page says where no finding stands: all is well, or nothing is entered yet."""
        _ = translator(self.language).gettext
        if self.room and self.snapshot and self.room not in filled_rooms(self.snapshot):
            self.good_page.say(
                _("Nothing entered yet"),
                _("This meeting has nothing in “{room}” yet.").format(room=_(ROOM_WORDS[self.room])),
            )
            return
        self.good_page.say(
            _("Nothing left to mend"),
            _("Every check is passed: times, seats, names, copies, English texts. The papers can be made."),
        )

    def _name_chips(self) -> None:
        """Each room with how many findings wait; a tick where none does, a ring where nothing is entered yet."""
        _ = translator(self.language).gettext
        counts = count_by_group(self.findings)
        filled = filled_rooms(self.snapshot) if self.snapshot else frozenset()
        for key, chip in self.chips.items():
            count = counts.get(key, 0) if key else len(self.findings)
            sign, state = (f"▲ {count}", "") if count else ("✓", _("ready")) if key in filled else ("○", _("empty"))
            words = _(ROOM_WORDS[key]) if key else _(N_("All"))
            chip.setText(f"{words} {sign}" if key else f"{words} {count}")
            chip.setAccessibleName(f"{words} {state or count}")
            chip.setToolTip(f"{words}: {state}" if key and state else "")
            chip.setVisible(self._checked and (bool(count) or (bool(key) and key in SHOWN_ALWAYS)))

    def _show_cards(self) -> None:
        if self.snapshot is None:
            return
        for fill, card in zip((times_card, people_card, agreements_card), self.cards, strict=True):
            fill(card, self.snapshot, self.language, self.place_requested.emit)
        go = self.place_requested.emit
        ending_card(self.ending, self._ending, self.snapshot.meeting.id, self.language, go)

    def _go(self, row_id: int) -> None:
        row = next((row for row in self.model.rows() if row.id == row_id), None)
        if row is not None:
            self.place_requested.emit(row.finding.place)
