"""The people room: everybody in order, edited like a sheet; a filter above, the chosen ones beside it.

Places: "people/12" (an attendance), "people/12/title_zh" (a cell, or a field of the panel: every column of attendance
and person, "unit", "department_zh", "own-3"), "people/group-5/label_zh", and, as checks name them, "groups/5" and
"groups/5/stated_count". "people/import" begins an import of slips, "people/door" and "people/proof" open those pages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.people.columns import columns_for
from ui.people.commands import PeopleCommands
from ui.people.desk import PeopleDesk
from ui.people.empty_typing import EmptyTyping
from ui.people.filter_bar import FilterBar
from ui.people.import_place import ImportPlace
from ui.people.known import KnownReader
from ui.people.model import PeopleModel
from ui.people.new_rows import NewRows
from ui.people.offers import Known
from ui.people.panel import SEVERAL, PeoplePanel
from ui.people.places import read_place
from ui.people.rows import N_, PersonRow, person_rows
from ui.people.side_pages import SidePages
from ui.room import Room
from ui.rooms import DOOR, IMPORT_SLIPS, PROOF
from ui.theme import Theme
from ui.widgets.edit_model import CellEdit
from ui.widgets.edit_model_values import words_of
from ui.widgets.edit_table import EditTable
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.message_page import MessagePage

if TYPE_CHECKING:
    from ui.office import Office


class PeopleRoom(Room):
    """The people of the meeting."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.known = Known()
        self.model = PeopleModel(self.known, self)
        self.model.adding_entries = self.known.people_entries
        self.table = EditTable(self.model)
        self.table.plans_paste = True
        self.panel, self.bar = PeoplePanel(self.known), FilterBar()
        self.empty_page = MessagePage("users")
        self.desk: PeopleDesk | None = None
        self._reader: KnownReader | None = None
        self._begun = 0  # the meeting whose empty list somebody has begun to fill
        self.heading, self.remark = QLabel(), ElidedLabel()
        self._pages = QStackedWidget()
        self.imports = ImportPlace(self, self._pages)
        self.side_pages = SidePages(self)
        self.new_rows = NewRows(self)
        self.acts = PeopleCommands(self)
        self.first_button = self.empty_page.add_button(self.begin, main=True)
        self.paste_button = self.empty_page.add_button(self.begin_with_paste)
        self.import_button = self.empty_page.add_button(self.imports.begin)
        buttons = (self.first_button, self.paste_button, self.import_button)
        self.empty_typing = EmptyTyping(buttons, self.begin, self.new_rows.editor)
        self._choice_soon = QTimer(self, interval=0, singleShot=True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.heading.setProperty("role", "title")
        self.remark.setProperty("role", "faint")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.heading)
        head.addWidget(self.remark, 1)
        head.addWidget(self.bar.line)
        for button in self.acts.buttons:
            head.addWidget(button)
        full = QWidget()
        body = QHBoxLayout()
        body.setSpacing(12)
        self.side_pages.stack.insertWidget(0, self.table)
        body.addWidget(self.side_pages.stack, 1)
        body.addWidget(self.panel)
        column = QVBoxLayout(full)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.imports.bar)
        column.addWidget(self.bar)
        column.addLayout(body, 1)
        self._pages.addWidget(full)
        self._pages.addWidget(self.empty_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 14)
        layout.addWidget(self._pages)

    def _connect(self) -> None:
        self.bar.changed.connect(self._filter_changed)
        self.bar.left.connect(self.table.setFocus)
        self.table.row_chosen.connect(self._choice_soon.start)
        self.table.selectionModel().selectionChanged.connect(self._choice_soon.start)
        self._choice_soon.timeout.connect(self._show_choice)
        self.table.menu_requested.connect(self.acts.show_menu)
        self.table.paste_requested.connect(self.side_pages.plan_paste)
        self.table.leave_requested.connect(lambda: self.panel.fields.focus_field("name"))
        self.panel.field_edited.connect(self._field_edited)
        self.panel.place_requested.connect(self._go_to)

    def attach(self, office: Office) -> None:
        """Take the services of the window."""
        super().attach(office)
        desk = self.desk = PeopleDesk(office, self.model, self.known)
        desk.refused = self._refused
        self._reader = KnownReader(office, self.known, self._known_read)
        self.table.remember(office.settings, "people")
        table, panel = self.table, self.panel
        table.cells_edited.connect(desk.set_cells)
        table.create_requested.connect(lambda row, _key, text: desk.create_unit(row, text))
        table.rows_moved.connect(self._move)
        table.rows_deleted.connect(self.remove)
        table.row_insert_requested.connect(lambda row: desk.add_person("", self.added, before_id=row))
        table.new_row_requested.connect(self._add_named)
        table.new_row_picked.connect(
            lambda entry: desk.add_known_person(entry.value, entry.words, *self.new_rows.ask())
        )
        table.notice_requested.connect(office.notice)
        panel.create_requested.connect(self._create_requested)
        panel.add_post_requested.connect(desk.add_post)
        panel.remove_post_requested.connect(desk.remove_post)

    # what is shown
    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show another meeting, or the same one after a change: choice, editors and half-typed text stay."""
        another = self.is_another(snapshot)
        super().show_snapshot(snapshot)
        if another:
            self._another_meeting()
        if self.desk is not None:
            self.desk.meeting_id = snapshot.meeting.id
        self.known.sides = snapshot.sides
        self._take_columns(snapshot)
        self.model.set_read_only(self.office is not None and self.office.read_only)
        self.panel.set_read_only(self.model.read_only)
        self.bar.show_rows(tuple(person_rows(snapshot)))
        self.model.show_rows(self.bar.filter.shown(), self.bar.filter.take_alike())
        self.new_rows.show()
        self._say_remark()
        self.imports.follow(snapshot, another=another)
        self.show_page()
        if self._reader is not None:
            self._reader.read(snapshot, self.language, whole=another)
        self.side_pages.follow(snapshot)
        self._show_choice()

    def _another_meeting(self) -> None:
        self.model.revealed = set()
        self.new_rows.forget()
        self.bar.filter.chosen = {}
        self.bar.line.clear()
        self.side_pages.close()

    def _take_columns(self, snapshot: MeetingSnapshot) -> None:
        if self.known.own != snapshot.own_columns:
            self.known.own = snapshot.own_columns
            self.model.show_columns(columns_for(self.known, self.language))

    def show_page(self) -> None:
        """The table, or the page that says what belongs here."""
        somebody = bool(self.bar.filter.rows) or self._begun == (self.snapshot.meeting.id if self.snapshot else 0)
        if not self.imports.page_shown():
            self._pages.setCurrentIndex(0 if somebody or self.side_pages.is_open else 1)
        for button in (self.first_button, self.paste_button, self.import_button):
            button.setVisible(not self.model.read_only)
        self.acts.say_import()

    def chosen_rows(self) -> tuple[PersonRow, ...]:
        """The rows of the marked cells."""
        places = (self.model.place_of(row_id) for row_id in self.table.chosen_ids())
        return tuple(self.model.rows()[place] for place in places if place is not None)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.table.keep_typed()  # its column may be hidden where the window speaks otherwise
        if self.desk is not None:
            self.desk.language = language
        self.heading.setText(_("People"))
        self.setAccessibleName(_("People"))
        self.table.setAccessibleName(_("People"))
        self.empty_page.say(_("Nobody is on the list yet"), _(_EMPTY))
        self.first_button.setText(_("Add the first person"))
        self.paste_button.setText(_("Paste from Excel or WPS"))
        self.import_button.setText(_("Import reply slips…"))
        self.model.retranslate(language)
        self.model.show_columns(columns_for(self.known, language))
        for part in (self.bar, self.panel, self.acts, self.side_pages, self.imports):
            part.retranslate(language)
        self._say_remark()
        self._show_choice()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for part in (self.model, self.table, self.panel, self.empty_page, self.acts, self.side_pages, self.imports):
            part.retheme(theme)

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        if self.imports.is_open and self.imports.desk is not None:
            self.imports.desk.page.take_focus()
        elif not self.side_pages.take_focus():
            target = self.first_button if self._pages.currentIndex() else self.table
            target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def commands(self) -> tuple[QAction, ...]:
        """What can be done here."""
        return self.acts.commands()

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.table.keep_typed()
        self.panel.fields.keep_typed()

    def reveal(self, place: str) -> None:
        """Go to a person or group, and into a field."""
        if place == IMPORT_SLIPS:
            self.imports.begin()
        elif place in (DOOR, PROOF):
            self.side_pages.open_place(place)
        row_id, column = read_place(place)
        if row_id is None:
            return
        self.imports.leave()
        self.side_pages.close()
        if self.model.place_of(row_id) is None:
            self.bar.show_all()
        if column and self.table.edit_cell(row_id, column):
            return
        if self.table.choose_cell(row_id):
            self._show_choice()
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
            if column:
                self.panel.fields.focus_field(column)

    def take_files(self, paths: Sequence[str]) -> bool:
        """Files or folders were dropped: slips."""
        return self.imports.add_paths(paths)

    def may_close(self, close: Callable[[], object]) -> bool:
        """Whether no import would be forgotten."""
        return self.imports.may_close(close)

    def end_work(self) -> None:
        """The window is going."""
        self.imports.end()

    # wishes
    def begin(self) -> None:
        """Begin an empty list: the line that adds is open."""
        self._begun = self.snapshot.meeting.id if self.snapshot else 0
        self.show_page()
        self.table.begin_row()

    def begin_with_paste(self) -> None:
        """Begin an empty list with what the clipboard holds."""
        self.table.block.paste_rows()

    def _add_named(self, name: str) -> None:
        """A name in the last line: somebody new, or one who could not be picked yet."""
        if self.desk is not None:
            add = self.desk.add_person if self.known.people_read else self.desk.add_named
            add(name, *self.new_rows.ask())

    def _move(self, row_ids: Sequence[int], before_id: int | None) -> None:
        """To another place; behind the last row that a filter shows, not behind all that it hides."""
        shown, everybody = self.model.rows(), self.bar.filter.rows
        if before_id is None and self.bar.filter.narrows and shown:
            place = everybody.index(shown[-1]) + 1
            before_id = next((row.id for row in everybody[place:] if row.id not in row_ids), None)
        if self.desk is not None:
            self.desk.move(row_ids, before_id)

    def remove(self, row_ids: Sequence[int]) -> None:
        """Take rows off the list, and say so."""
        if self.desk is not None and row_ids:
            ngettext = translator(self.language).ngettext
            words = ngettext(
                "{count} row removed. Undo brings it back.",
                "{count} rows removed. Undo brings them back.",
                len(row_ids),
            )
            said = words.format(count=len(row_ids))
            self.desk.remove(row_ids, lambda _result: self._tell(said))

    def _tell(self, words: str) -> None:
        if self.office is not None:
            self.office.notice(words)

    def _go_to(self, place: str) -> None:
        if self.office is not None:
            self.office.show_place(place)

    def added(self, row_id: int) -> None:
        """Somebody was added: choose them when they come."""
        self.new_rows.await_row(int(row_id))

    def _filter_changed(self) -> None:
        show = self.model.show_rows if self.table.is_editing else self.model.replace_rows
        show(self.bar.filter.shown())
        self._say_remark()

    def _field_edited(self, row_id: int, column: str, before: Any, after: Any) -> None:
        """A field of the panel was edited: of one row, of one of its posts, or of all that are chosen."""
        if self.desk is None:
            return
        if row_id == SEVERAL:
            self.table.block.set_or_tell(self.table.chosen_ids(), column, after, self._hidden_edits)
            return

        def failed(_error: Exception) -> None:
            self.panel.fields.give_back(column, after)

        if column.startswith("post-"):
            _post, number, field = column.split("-", 2)
            self.desk.set_post_field(row_id, int(number), field, before, after, failed)
        else:
            self.desk.set_field(row_id, column, before, after, failed)

    def _hidden_edits(self, column: str, after: Any) -> None:
        """A field that is no column of the table, for several people."""
        from ui.people.panel_fields import person_values

        rows = [row for row in self.chosen_rows() if row.attendee is not None]
        edits = [
            CellEdit(row.id, column, person_values(row.attendee).get(column), after) for row in rows if row.attendee
        ]
        if self.desk is not None and edits:
            self.desk.set_cells([edit for edit in edits if edit.before != after])

    def _create_requested(self, row_id: int, _field: str, text: str) -> None:
        if self.desk is not None:
            for each in self.table.chosen_ids() if row_id == SEVERAL else (row_id,):
                self.desk.create_unit(each, text)

    def _refused(self, edit: CellEdit) -> None:
        """A cell was refused: what was typed is offered again over what is stored, or said where the row is gone."""
        number = self.model.number_of(edit.column_key)
        if isinstance(edit.after, str) and number is not None:
            typed = words_of(self.model.columns[number], edit.after, self.language)
            if not self.table.edit_again(edit, typed):
                self.tell_not_stored(typed)

    def tell_not_stored(self, typed: str) -> None:
        """Say that what was typed is nowhere, if it is anything."""
        if typed:
            _ = translator(self.language).gettext
            self._tell(_("“{text}” was not stored.").format(text=typed))

    def _known_read(self) -> None:
        """Units, people or titles were read: the editors offer them from now on."""
        self.table.offer_anew()
        self.side_pages.offer_anew()
        self._show_choice()

    def _show_choice(self) -> None:
        self.new_rows.leave()
        self.panel.show_rows(self.snapshot, self.chosen_rows())
        self.acts.follow_choice()

    def _say_remark(self) -> None:
        if self.snapshot is None:
            return
        _, ngettext = translator(self.language).gettext, translator(self.language).ngettext
        people, groups = len(self.snapshot.attendees), len(self.snapshot.groups)
        said = [ngettext("{count} person", "{count} people", people).format(count=people)]
        if groups:
            said.append(
                ngettext("{count} group without names", "{count} groups without names", groups).format(count=groups)
            )
        if self.bar.filter.narrows:
            said.append(_("{count} shown").format(count=len(self.model.rows())))
        self.remark.setText(" · ".join(said))

    def show_menu(self, place: QPoint) -> None:
        """The menu of the chosen rows."""
        self.acts.show_menu(place, self.table.chosen_ids())


_EMPTY = N_(
    "Here stand the guests and hosts in the order of their rank, with unit, title, mobile number and reply. "
    "Type the first name, or copy the rows of a table in Excel or WPS and paste them."
)
