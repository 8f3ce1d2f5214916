"""The panel of the agenda room: every field of an item, who presents it, and what is to be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from models.rules.agenda_times import Slot
from models.rules.dates import format_date
from models.snapshots.shapes import AgendaItem, MeetingSnapshot
from ui.agenda.cards import Card, times_of
from ui.agenda.fields import PRESENTERS, item_fields, item_values, people_entries, presenter_entries
from ui.agenda.notes import ItemNotes
from ui.agenda.presenters import PresentersList
from ui.theme import Theme
from ui.widgets.field_panel import FieldPanel
from ui.widgets.picker_entries import Entry


class ItemPanel(FieldPanel):
    """A field panel with the presenters among its fields."""

    close_gap_requested = Signal()
    presenters_changed = Signal(int, object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenters, self.notes = PresentersList(), ItemNotes()
        self.add_widget(self.presenters, after=PRESENTERS)
        self.add_widget(self.notes, after="")
        self.presenters.changed.connect(self.presenters_changed)
        self.notes.close_gap_requested.connect(self.close_gap_requested)
        self._snapshot: MeetingSnapshot | None = None
        self._people: dict[str, Sequence[Entry]] = {}
        self._presenting: dict[str, Sequence[Entry]] = {}

    def take(self, snapshot: MeetingSnapshot) -> None:
        """Take the people of a snapshot, to pick from."""
        self._snapshot, self.english = snapshot, snapshot.meeting.needs_english
        self._people, self._presenting = {}, {}

    def show_item(self, item: AgendaItem, slot: Slot, card: Card, gap: int) -> None:
        """Show an item of the snapshot that was taken."""
        if self._snapshot is None:
            return
        day = format_date(slot.day, self.language) if slot.day else ""
        times = " ".join(filter(None, (day, times_of(slot, self.language))))
        sections = item_fields(item, self._snapshot, self.people_entries)
        self.show_record(item.id, card.title, times, sections, item_values(item))
        self.presenters.show_item(item, self._presenter_entries())
        self.notes.show_marks(card.marks, gap)

    def focus_field(self, column: str) -> None:
        """Put the cursor into a field, or among the presenters."""
        if column == "presenters":
            self.presenters.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            super().focus_field(column)

    def keep_typed(self) -> None:
        """Tell what is typed and not told yet."""
        super().keep_typed()
        self.presenters.keep_typed()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited."""
        super().set_read_only(read_only)
        self.presenters.set_read_only(read_only)
        self.notes.set_read_only(read_only)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        self.presenters.retranslate(language)
        self.notes.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        super().retheme(theme)
        self.presenters.retheme(theme)

    def people_entries(self, language: str) -> Sequence[Entry]:
        """The attendees, made once a snapshot."""
        if self._snapshot is not None and language not in self._people:
            self._people[language] = people_entries(self._snapshot, language)
        return self._people.get(language, ())

    def _presenter_entries(self) -> Sequence[Entry]:
        if self._snapshot is not None and self.language not in self._presenting:
            self._presenting[self.language] = presenter_entries(self._snapshot, self.language)
        return self._presenting.get(self.language, ())
