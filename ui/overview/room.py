"""The overview room: three first steps, and pages for what is ready, the meeting, and its units.

Places: "meeting/<field>", "sides/<id>" and "roles/<number>" lead to the meeting's page, "organizations/<id>/<field>" to
that of the units.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from resources.languages import translator
from ui.overview.readiness import Readiness
from ui.room import Room
from ui.rooms import IMPORT_SLIPS
from ui.theme import Theme
from ui.units.page import UnitsPage
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import ICON_GAP, icon

if TYPE_CHECKING:
    from models.checks.finding import Finding
    from models.looking import Looking
    from models.store.expiring import Expiring
    from ui.office import Office


class OverviewRoom(Room):
    """What is ready and what is not."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.remark = QLabel(), ElidedLabel()
        self.heading.setProperty("role", "title")
        self.heading.setMinimumHeight(30)
        self.remark.setProperty("role", "faint")
        self.people_button, self.draft_button, self.pack_button = QPushButton(), QPushButton(), QPushButton()
        self.pack_button.setProperty("role", "main")
        self.readiness, self.units = Readiness(), UnitsPage()
        self.pages, self.tabs = QStackedWidget(), QButtonGroup(self)
        for page in (self.readiness, self.units):
            self._add_page(page)
        self._lay_out()
        self.people_button.clicked.connect(lambda: self._go(IMPORT_SLIPS))
        self.draft_button.clicked.connect(lambda: self._go("agreements/new"))
        self.pack_button.clicked.connect(lambda: self.export_requested.emit(()))
        self.readiness.place_requested.connect(self._go)

    def _add_page(self, page: QWidget) -> None:
        tab = QPushButton()
        tab.setProperty("role", "chip")
        tab.setCheckable(True)
        self.tabs.addButton(tab, self.pages.addWidget(page))
        tab.clicked.connect(lambda: self.open_page(page))
        tab.setChecked(page is self.readiness)

    def open_page(self, page: QWidget) -> None:
        """Show one of the pages."""
        self.pages.setCurrentWidget(page)
        self.tabs.button(self.pages.currentIndex()).setChecked(True)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.heading)
        for tab in self.tabs.buttons():
            head.addWidget(tab)
        head.addWidget(self.remark, 1)
        for button in (self.people_button, self.draft_button, self.pack_button):
            head.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        self.units.attach(office)
        self._allow()

    def show_snapshot(self, snapshot: Any) -> None:
        """Show another meeting, or the same one after a change."""
        super().show_snapshot(snapshot)
        self.readiness.show_snapshot(snapshot)
        self.units.show_snapshot(snapshot)
        if self.office is not None:
            self.office.look(partial(_ending, today=snapshot.taken_at.date()), self.readiness.show_ending)
        self._say_remark()
        self._allow()

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show what the checks found."""
        self.readiness.show_findings(findings)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.heading.setText(_("Overview"))
        self.setAccessibleName(_("Overview"))
        words = (
            (self.people_button, _("Import reply slips")),
            (self.draft_button, _("Draft an agreement")),
            (self.pack_button, _("Export the whole pack…")),
        )
        for button, text in words:
            button.setText(ICON_GAP + text)
            button.setAccessibleName(text)
        for tab, text in zip(self.tabs.buttons(), (_("Readiness"), _("Units")), strict=True):
            tab.setText(text)
            tab.setAccessibleName(text)
        self.readiness.retranslate(language)
        self.units.retranslate(language)
        self._say_remark()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.readiness.retheme(theme)
        self.units.retheme(theme)
        self.people_button.setIcon(icon("file-spreadsheet", theme))
        self.draft_button.setIcon(icon("file-pen-line", theme))
        self.pack_button.setIcon(icon("package", theme, "on_accent"))

    def allow_export(self, allowed: bool) -> None:
        """Whether an export may be started now."""
        self.pack_button.setEnabled(allowed)

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        page = self.pages.currentWidget()
        (self.units.table if page is self.units else self.readiness.table).setFocus()

    def reveal(self, place: str) -> None:
        """Go to a unit, or to the findings."""
        family, _, rest = place.partition("/")
        key, _, field = rest.partition("/")
        if family == "organizations" and key.isdecimal():
            self.open_page(self.units)
            self.units.reveal(int(key), field)
        else:
            self.open_page(self.readiness)

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.units.keep_typed()

    def _allow(self) -> None:
        writable = self.office is not None and not self.office.read_only
        for button in (self.people_button, self.draft_button):
            button.setEnabled(writable)

    def _say_remark(self) -> None:
        from models.rules.dates import format_day_range

        if self.snapshot is None:
            return
        meeting, language = self.snapshot.meeting, self.language
        when = format_day_range(meeting.starts_on, meeting.ends_on, language, meeting.date_precision)
        said = (when, meeting.city.pick(language), meeting.venue.pick(language), meeting.theme.pick(language))
        self.remark.setText(" · ".join(filter(None, said)))

    def _go(self, place: str) -> None:
        if self.office is not None:
            self.office.show_place(place)


def _ending(looking: Looking, *, today: date) -> tuple[Expiring, ...]:
    """Runs in the reader's thread."""
    from models.store.expiring import list_expiring

    return list_expiring(looking, today=today)
