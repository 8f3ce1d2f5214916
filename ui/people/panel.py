"""The panel beside the people table: one person, a group, or what several people have in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.people.appearances import Appearance, appearances
from ui.people.offers import Known
from ui.people.panel_fields import (
    APPEARS,
    POSTS,
    group_sections,
    group_values,
    person_sections,
    person_values,
    several_sections,
    several_values,
)
from ui.people.rows import PersonRow, called, name
from ui.widgets.field_panel import FieldPanel
from ui.widgets.link_button import LinkButton

if TYPE_CHECKING:
    from ui.theme import Theme

SEVERAL = 0  # the row id that stands for all chosen people


class PeoplePanel(QWidget):
    """Wishes as signals: `field_edited(row, column, before, after)`, where row 0 means all that are chosen."""

    field_edited = Signal(int, str, object, object)
    create_requested = Signal(int, str, str)
    add_post_requested = Signal(int)
    remove_post_requested = Signal(int, int)
    place_requested = Signal(str)

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known, self.language = known, "zh"
        self.row: PersonRow | None = None
        self.fields = FieldPanel()
        self.places = AppearanceList()
        self.add_post, self.remove_post = QPushButton(), QPushButton()
        self._posts = QWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.fields)
        buttons = QHBoxLayout(self._posts)
        buttons.setContentsMargins(0, 0, 0, 6)
        for button in (self.add_post, self.remove_post):
            buttons.addWidget(button)
        self._head = QVBoxLayout()
        self.fields.add_widget(self.places, after=APPEARS)
        self.fields.add_widget(self._posts, after=POSTS)
        self._connect()

    def _connect(self) -> None:
        self.fields.field_edited.connect(self.field_edited)
        self.fields.create_requested.connect(self.create_requested)
        self.places.place_requested.connect(self.place_requested)
        self.add_post.clicked.connect(self._add_post)
        self.remove_post.clicked.connect(self._remove_last_post)

    def show_rows(self, snapshot: MeetingSnapshot | None, chosen: Sequence[PersonRow]) -> None:
        """Show what is chosen: nothing, one, or what several have in common."""
        people = [row.attendee for row in chosen if row.attendee is not None]
        self.row = chosen[0] if len(chosen) == 1 else None
        self.fields.english = snapshot is None or snapshot.meeting.needs_english
        if len(people) > 1:
            _ = translator(self.language).gettext
            words = _("What you set here is set for all of them.")
            values = several_values(people)
            self.fields.show_record(SEVERAL, self._count(len(people)), words, several_sections(self.known), values)
        elif self.row is not None and snapshot is not None:
            self._show_one(snapshot, self.row)
        else:
            self.fields.clear()
        self._posts.setVisible(self.row is not None and self.row.attendee is not None)
        self.remove_post.setVisible(bool(self.row and self.row.attendee and len(self.row.attendee.posts) > 1))

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.fields.retranslate(language)
        self.fields.name(_("About the chosen person"))
        for button, words in ((self.add_post, _("Add a post")), (self.remove_post, _("Remove the last post"))):
            button.setText(words)
            button.setAccessibleName(words)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.fields.retheme(theme)

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be edited."""
        self.fields.set_read_only(read_only)
        for button in (self.add_post, self.remove_post):
            button.setEnabled(not read_only)

    def _show_one(self, snapshot: MeetingSnapshot, row: PersonRow) -> None:
        side = row.side.pick(self.language)
        if row.attendee is None:
            self.places.show_lines(())
            title = called(row, self.language)
            self.fields.show_record(row.id, title, side, group_sections(self.known), group_values(row))
            return
        self.places.show_lines(appearances(snapshot, row.attendee, self.language))
        other = name(row, "en" if self.language == "zh" else "zh")
        subtitle = " · ".join(filter(None, (other, side)))
        sections, values = person_sections(self.known, row.attendee), person_values(row.attendee)
        self.fields.show_record(row.id, called(row, self.language), subtitle, sections, values)

    def _add_post(self) -> None:
        if self.row is not None:
            self.add_post_requested.emit(self.row.id)

    def _remove_last_post(self) -> None:
        if self.row is not None and self.row.attendee is not None and self.row.attendee.posts:
            self.remove_post_requested.emit(self.row.id, self.row.attendee.posts[-1].id)

    def _count(self, count: int) -> str:
        ngettext = translator(self.language).ngettext
        return ngettext("{count} person chosen", "{count} people chosen", count).format(count=count)


class AppearanceList(QWidget):
    """Where somebody appears; each line leads there."""

    place_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Appearance, ...] = ()
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_lines(self, lines: Sequence[Appearance]) -> None:
        """Other lines."""
        if tuple(lines) == self.lines and self._layout.count():
            return
        self.lines = tuple(lines)
        for place in reversed(range(self._layout.count())):
            shown: Any = self._layout.takeAt(place)
            shown.widget().deleteLater()
        for line in lines:
            button = LinkButton(line.words)
            button.clicked.connect(lambda _checked=False, place=line.place: self.place_requested.emit(place))
            self._layout.addWidget(button)
