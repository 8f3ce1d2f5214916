"""The ledger room: cooperations above, the parts of the chosen one below, every field of the chosen row beside them.

Places: "cooperations/<id>/<field>"; "ledger" alone opens the room.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from resources.languages import translator
from ui.ledger.families import COOPERATIONS, PARTS, Directory
from ui.ledger.record_list import RecordList
from ui.room import Room
from ui.theme import Theme
from ui.widgets.field_panel import FieldPanel
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.message_page import MessagePage

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from models.store.ledger_records import RecordRow


class LedgerRoom(Room):
    """Cooperations of this meeting or of all, with their follow-ups, outcomes, bases and people."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading, self.here_chip, self.all_chip = QLabel(), QPushButton(), QPushButton()
        self.add_button = QPushButton()
        self.cooperations = RecordList(COOPERATIONS)
        self.parts = {family.kind: RecordList(family) for family in PARTS}
        self.tabs, self.part_pages, self.add_part_button = QButtonGroup(self), QStackedWidget(), QPushButton()
        self.panel, self.empty_page, self.pages = FieldPanel(), MessagePage("archive"), QStackedWidget()
        self.empty_button = self.empty_page.add_button(self.add_cooperation, main=True)
        self.directory = Directory()
        self.chosen: tuple[str, int] | None = None  # the row the panel is to show
        self._shown: tuple[str, int] | None = None  # the one it shows
        self._wanted: tuple[str, int, str] | None = None
        self._parts_of: int | None = None  # the cooperation whose parts are shown
        self._actions = (QAction(self), QAction(self))
        self._dress()
        self._lay_out()
        self._connect()

    def _dress(self) -> None:
        self.heading.setProperty("role", "title")
        self.heading.setMinimumHeight(30)
        scope = QButtonGroup(self)
        for chip in (self.here_chip, self.all_chip):
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            scope.addButton(chip)
        self.here_chip.setChecked(True)
        for number, family in enumerate(PARTS):
            tab = QPushButton()
            tab.setProperty("role", "chip")
            tab.setCheckable(True)
            tab.setChecked(number == 0)
            self.tabs.addButton(tab, number)
            self.part_pages.addWidget(self.parts[family.kind])

    def _lay_out(self) -> None:
        head, below_head = QHBoxLayout(), QHBoxLayout()
        for row, left, right in (
            (head, (self.heading, self.here_chip, self.all_chip), self.add_button),
            (below_head, tuple(self.tabs.buttons()), self.add_part_button),
        ):
            row.setSpacing(8)
            for part in (*left, None, right):
                row.addStretch(1) if part is None else row.addWidget(part)
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addLayout(below_head)
        column.addWidget(self.part_pages, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        for widget, stretch in ((self.cooperations, 3), (below, 2)):
            split.addWidget(widget)
            split.setStretchFactor(split.count() - 1, stretch)
        full = QWidget()
        body = QHBoxLayout(full)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(split, 1)
        body.addWidget(self.panel)
        for page in (full, self.empty_page):
            self.pages.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)

    def _connect(self) -> None:
        self.here_chip.clicked.connect(self._read_again)
        self.all_chip.clicked.connect(self._read_again)
        self.add_button.clicked.connect(self.add_cooperation)
        self.add_part_button.clicked.connect(self.add_part)
        for action, called in zip(self._actions, (self.add_cooperation, self.add_part), strict=True):
            action.triggered.connect(called)
        self.tabs.idClicked.connect(self._open_tab)
        self.panel.field_edited.connect(self._edit)
        self.cooperations.row_chosen.connect(self._cooperation_chosen)
        for record_list in (self.cooperations, *self.parts.values()):
            record_list.row_taken.connect(self._show_row)
            record_list.delete_requested.connect(self._delete)

    # --- what is shown

    def show_snapshot(self, snapshot: Any) -> None:
        """Read the ledger again; the chosen row stays."""
        super().show_snapshot(snapshot)
        self._read_again()

    def _read_again(self) -> None:
        if self.office is None or self.snapshot is None:
            return
        for part in (self.add_button, self.add_part_button, self.empty_button, *self._actions):
            part.setEnabled(not self.office.read_only)
        for record_list in (self.cooperations, *self.parts.values()):
            record_list.read_only = self.office.read_only
        self.panel.set_read_only(self.office.read_only)
        meeting_id = None if self.all_chip.isChecked() else self.snapshot.meeting.id
        self.office.read(partial(_read_ledger, meeting_id=meeting_id), self._show_ledger)

    def _show_ledger(self, found: tuple[Directory, Sequence[RecordRow]]) -> None:
        self.directory, rows = found
        if self._waits_elsewhere(rows):
            self.all_chip.setChecked(True)
            self._read_again()
            return
        self.cooperations.take_directory(self.directory)
        for part in self.parts.values():
            part.take_directory(self.directory)
        self.cooperations.show_rows(rows)
        self.pages.setCurrentIndex(0 if rows or self.all_chip.isChecked() else 1)
        if self._wanted is not None and self._wanted[0] == COOPERATIONS.kind:
            self.cooperations.choose(self._wanted[1])
        self._cooperation_chosen(self.cooperations.chosen_id())

    def _waits_elsewhere(self, rows: Sequence[RecordRow]) -> bool:
        """Whether the cooperation to go to may be one of another meeting."""
        kind, row_id = self._wanted[:2] if self._wanted is not None else ("", 0)
        return kind == COOPERATIONS.kind and not self.all_chip.isChecked() and row_id not in {row.id for row in rows}

    def _cooperation_chosen(self, cooperation_id: int | None) -> None:
        if cooperation_id != self._parts_of:
            self._parts_of = cooperation_id
            for part in self.parts.values():
                part.show_rows(())
        self.add_part_button.setEnabled(cooperation_id is not None and not self.cooperations.read_only)
        if cooperation_id is None or self.office is None:
            self.panel.clear()
            return
        self.office.read(partial(_read_parts, cooperation_id=cooperation_id), self._show_parts)
        waits_for_part = self._wanted is not None and self._wanted[0] in self.parts
        if not waits_for_part and (self.chosen is None or self.chosen[0] == COOPERATIONS.kind):
            self._show_row(COOPERATIONS.kind, cooperation_id)

    def _show_parts(self, found: Mapping[str, Sequence[RecordRow]]) -> None:
        for kind, rows in found.items():
            self.parts[kind].show_rows(rows)
        self._name_tabs()
        if self._wanted is not None and self._wanted[0] in self.parts:
            self.chosen = self._wanted[:2]
            self.parts[self._wanted[0]].choose(self._wanted[1])
        kind, row_id = self.chosen or (COOPERATIONS.kind, self.cooperations.chosen_id() or 0)
        if self._list(kind).row(row_id) is None:
            kind, row_id = COOPERATIONS.kind, self.cooperations.chosen_id() or 0
        self._show_row(kind, row_id)

    def _show_row(self, kind: str, row_id: int) -> None:
        """Show a row in the panel."""
        record_list = self._list(kind)
        row = record_list.row(row_id)
        if row is None:
            return
        if self._shown != (kind, row_id):
            self.panel.clear()  # what is typed is stored for the row it was typed for
        self.chosen = self._shown = (kind, row_id)
        title, subtitle = record_list.title_of(row)
        self.panel.show_record(row_id, title, subtitle, record_list.sections(), row.values)
        if self._wanted is not None and self._wanted[:2] == (kind, row_id):
            self.panel.focus_field(self._wanted[2] or _first_field(kind))
            self._wanted = None

    def _list(self, kind: str) -> RecordList:
        return self.parts.get(kind, self.cooperations)

    def _open_tab(self, number: int) -> None:
        self.part_pages.setCurrentIndex(number)
        self._name_tabs()

    # --- changes

    def add_cooperation(self) -> None:
        """Add a cooperation to this meeting and ask for its name."""
        from models.actions.edit_ledger import add_cooperation

        if self.office is not None and self.snapshot is not None:
            work = partial(add_cooperation, meeting_id=self.snapshot.meeting.id)
            self.office.change("add_cooperation", work, done=lambda made: self._await(COOPERATIONS.kind, made))

    def add_part(self) -> None:
        """Add a part of the kind that is open to the chosen cooperation."""
        from models.actions.edit_ledger import add_part

        owner, kind = self.cooperations.chosen_id(), PARTS[self.part_pages.currentIndex()].kind
        if self.office is not None and owner is not None:
            work = partial(add_part, kind=kind, cooperation_id=owner)
            self.office.change("add_to_ledger", work, done=lambda made: self._await(kind, made), record=kind)

    def _await(self, kind: str, row_id: int) -> None:
        """Choose a new row when it is shown, and put the cursor into its first field."""
        self._wanted = self.chosen = None
        self._wanted = (kind, row_id, "")
        self._read_again()

    def _edit(self, row_id: int, field: str, before: Any, after: Any) -> None:
        from models.actions.edit_record import set_fields

        if self.office is None or self._shown is None:
            return
        kind = self._shown[0]
        work = partial(set_fields, kind=kind, row_id=row_id, values={field: after}, expected={field: before})
        self.office.change(
            "edit_ledger",
            work,
            failed=lambda _error: self._refused(kind, row_id, field, after),
            record=kind,
            field=field,
        )

    def _refused(self, kind: str, row_id: int, field: str, typed: Any) -> None:
        if self._shown == (kind, row_id):
            self.panel.give_back(field, typed)

    def _delete(self, kind: str, row_id: int) -> None:
        from models.actions.edit_ledger import delete_row

        if self.office is not None:
            self.office.change("delete_from_ledger", partial(delete_row, kind=kind, row_id=row_id), record=kind)

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.panel.keep_typed()

    # --- words, looks, places

    def commands(self) -> tuple[QAction, ...]:
        """Adding a cooperation or a part of one."""
        return self._actions

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        words = (
            (self.here_chip, _("This meeting")),
            (self.all_chip, _("All meetings")),
            (self.add_button, _(COOPERATIONS.add)),
            (self.empty_button, _(COOPERATIONS.add)),
        )
        self.heading.setText(_("Ledger"))
        self.setAccessibleName(_("Ledger"))
        for button, text in words:
            button.setText(ICON_GAP + text if button is self.add_button else text)
            button.setAccessibleName(text)
        self.panel.name(_("About the chosen row"))
        self.empty_page.say(
            _("No cooperation recorded yet"),
            _("Here stand the matters that came of the meeting: who works with whom on what, and what became of it."),
        )
        for record_list in (self.cooperations, *self.parts.values()):
            record_list.retranslate(language)
        self.panel.retranslate(language)
        self._name_tabs()
        if self._shown is not None and self.panel.row_id is not None:
            self._show_row(*self._shown)

    def _name_tabs(self) -> None:
        _ = translator(self.language).gettext
        for number, family in enumerate(PARTS):
            count = len(self.parts[family.kind].model.rows())
            words = f"{_(family.title)} {count}" if count else _(family.title)
            tab = self.tabs.button(number)
            tab.setText(words)
            tab.setAccessibleName(words)
        self.add_part_button.setText(ICON_GAP + self._add_words())
        self.add_part_button.setAccessibleName(self._add_words())
        for action, words in zip(self._actions, (_(COOPERATIONS.add), self._add_words()), strict=True):
            action.setText(words)

    def _add_words(self) -> str:
        return translator(self.language).gettext(PARTS[self.part_pages.currentIndex()].add)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for button in (self.add_button, self.add_part_button):
            button.setIcon(icon("plus", theme))
        for record_list in (self.cooperations, *self.parts.values()):
            record_list.retheme(theme)
        self.panel.retheme(theme)
        self.empty_page.retheme(theme)

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        target: QWidget = self.empty_button if self.pages.currentIndex() else self.cooperations.table
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, place: str) -> None:
        """Go to a cooperation and one of its fields."""
        family, _, rest = place.partition("/")
        key, _, field = rest.partition("/")
        if family == "cooperations" and key.isdecimal():
            self.chosen, self._wanted = None, (COOPERATIONS.kind, int(key), field)
            self._read_again()


def _first_field(kind: str) -> str:
    """Where the cursor goes in a new row."""
    firsts = {"follow_up": "happened_on", "outcome": "metric", "base": "base_type_id"}
    return firsts.get(kind, "person_id" if kind == "cooperation_responsible" else "name")


def _read_ledger(session: Session, *, meeting_id: int | None) -> tuple[Directory, Sequence[RecordRow]]:
    """Runs in the reader's thread."""
    from models.store.directory import list_organizations, list_people
    from models.store.ledger_records import base_types, list_cooperations

    directory = Directory(list_organizations(session), list_people(session), base_types(session))
    return directory, list_cooperations(session, meeting_id)


def _read_parts(session: Session, *, cooperation_id: int) -> dict[str, Sequence[RecordRow]]:
    """Runs in the reader's thread."""
    from models.store.ledger_records import list_parts

    return {family.kind: list_parts(session, family.kind, cooperation_id) for family in PARTS}
