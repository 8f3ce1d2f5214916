"""The register of seals (用印登记) of a meeting, edited like a sheet.

Places: agreements/@seals/<id>/<column>.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget

from models.rules.agreement_steps import FINALIZED
from resources.languages import translator
from ui.agreements.archive_changes import SealChanges
from ui.agreements.archive_rows import agreement_entries, seal_columns, seal_rows
from ui.agreements.side_page import SidePage
from ui.widgets.edit_model import CellEdit, EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.icons import ICON_GAP, icon
from ui.wording.messages import N_

if TYPE_CHECKING:
    from models.snapshots.shapes import Agreement, MeetingSnapshot
    from ui.office import Office
    from ui.theme import Theme
    from ui.widgets.picker_entries import Entry

ADD_WORDS = N_("＋ Choose an agreement, or type another document")


class SealsPage(SidePage):
    """By document: whose seal, on how many pages and copies, approved by whom, sealed by whom."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = EditModel(seal_columns(lambda: self.snapshot), self, add_words=ADD_WORDS)
        self.model.adding_entries = lambda language: agreement_entries(self.snapshot, language)
        self.table, self.hint = EditTable(self.model), QLabel()
        self.usual_button, self.paper_button = QPushButton(), QPushButton()
        self._expected: int | None = None
        self._documents: dict[int, str] = {}  # typed where an agreement stood, not yet asked to be stored
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.hint.setProperty("role", "soft")
        self.hint.setWordWrap(True)
        for button in (self.usual_button, self.paper_button):
            self.head.addWidget(button)
        self.body.addWidget(self.hint)
        self.body.addWidget(self.table, 1)

    def _connect(self) -> None:
        table = self.table
        table.cells_edited.connect(self._cells_edited)
        table.new_row_requested.connect(lambda words: self._add(words, None))
        table.new_row_picked.connect(self._picked)
        table.create_requested.connect(lambda use_id, _column, words: self._name_document(use_id, words))
        table.rows_deleted.connect(self.remove)
        table.rows_moved.connect(self._move)
        table.menu_requested.connect(self._open_menu)
        table.notice_requested.connect(lambda words: self.office.notice(words) if self.office else None)
        self.usual_button.clicked.connect(self.add_usual)
        self.paper_button.clicked.connect(self._show_paper)

    # --- as the room is told

    def attach(self, office: Office) -> None:
        """Remember the columns in the user's settings."""
        super().attach(office)
        self.table.remember(office.settings, "seals")

    def show_snapshot(self, snapshot: MeetingSnapshot, agreement: Agreement | None) -> None:
        """Show the register as it is now; what is typed stays."""
        super().show_snapshot(snapshot, agreement)
        self.model.show_rows(seal_rows(snapshot))
        self.table.offer_anew()
        self._allow()
        if self._expected is not None and self.table.choose_cell(self._expected, "organization_id"):
            self._expected = None

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        super().set_read_only(read_only)
        self.model.set_read_only(read_only)
        self._allow()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        super().retranslate(language)
        _ = translator(language).gettext
        self.title.setText(_("Register of seals"))
        self.setAccessibleName(_("Register of seals"))
        self.table.setAccessibleName(_("Register of seals"))
        self.hint.setText(
            _(
                "One line for each seal put under a document. The usual lines are made from the final agreements: one "
                "a party."
            )
        )
        for button, words in (
            (self.usual_button, _("Add the usual lines")),
            (self.paper_button, _("Registers as a paper")),
        ):
            button.setText(ICON_GAP + words)
            button.setAccessibleName(words)
        self.model.retranslate(language)

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.model.retheme(theme)
        self.table.retheme(theme)
        self.usual_button.setIcon(icon("list-ordered", theme))
        self.paper_button.setIcon(icon("file-spreadsheet", theme))

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        if not self.table.currentIndex().isValid():
            self.table.go_to(self.model.index(0, self.model.adding_column()))
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def reveal(self, place: str) -> None:
        """“<id>/<column>”."""
        number, _, column = place.partition("/")
        if number.isdecimal() and self.table.choose_cell(int(number), column):
            self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_typed(self) -> None:
        """Store what is typed and not stored yet."""
        self.table.keep_typed()

    # --- changing

    def add_usual(self) -> None:
        """Make the usual lines, and tell how many there were."""
        if self._changes is not None:
            self._changes.add_usual(self._usual_added)

    def remove(self, ids: tuple[int, ...]) -> None:
        """Delete entries; undo brings them back."""
        if self._changes is not None and ids:
            self._changes.remove(ids)

    @property
    def _changes(self) -> SealChanges | None:
        if self.office is None or self.snapshot is None or self.read_only:
            return None
        return SealChanges(self.office, self.snapshot.meeting.id)

    def _usual_added(self, count: int) -> None:
        if self.office is not None:
            ngettext, _ = translator(self.language).ngettext, translator(self.language).gettext
            added = ngettext("{count} line added.", "{count} lines added.", count).format(count=count)
            self.office.notice(added if count else _("Every party of every final agreement has its line already."))

    def _picked(self, entry: Entry) -> None:
        self._add(entry.words, entry.value)

    def _add(self, words: str, agreement_id: int | None) -> None:
        if self._changes is not None:
            self._changes.add(words, agreement_id, self._expect)

    def _expect(self, use_id: int) -> None:
        self._expected = use_id
        if self.table.choose_cell(use_id, "organization_id"):
            self._expected = None

    def _cells_edited(self, edits: tuple[CellEdit, ...]) -> None:
        if self._changes is None:
            return
        settle, refused = lambda _none: self.model.settle(edits), partial(self._refused, edits)
        words = self._documents.pop(edits[0].row_id, "")
        if words:
            self._changes.name_document(edits[0].row_id, words, settle, refused)
        else:
            self._changes.edit(edits, settle, refused)

    def _name_document(self, use_id: int, words: str) -> None:
        """A paper that is no agreement of the meeting; what was picked there a moment ago is shown no longer."""
        place, number = self.model.place_of(use_id), self.model.number_of("agreement_id")
        if self._changes is None or place is None or number is None:
            return
        picked = self.model.raw(self.model.row_at(place), self.model.columns[number])
        self._documents[use_id] = words
        if not self.model.edit_cells((CellEdit(use_id, "agreement_id", picked, None),)):
            self._changes.name_document(use_id, self._documents.pop(use_id), _nothing, _nothing)

    def _refused(self, edits: tuple[CellEdit, ...], _error: Exception) -> None:
        self.model.forget(edits)
        if len(edits) == 1 and isinstance(edits[0].after, str):
            self.table.edit_again(edits[0], edits[0].after)

    def _move(self, ids: tuple[int, ...], before_id: int | None) -> None:
        if self._changes is not None:
            self._changes.move(ids, before_id)

    def _show_paper(self) -> None:
        if self.office is not None:
            self.office.show_place("papers/register")

    def _open_menu(self, at: QPoint, ids: tuple[int, ...]) -> None:
        if not ids or self.read_only:
            return
        _ = translator(self.language).gettext
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(_("Move up"), QKeySequence("Alt+Up"), lambda: self.table.move_chosen(-1))
        menu.addAction(_("Move down"), QKeySequence("Alt+Down"), lambda: self.table.move_chosen(1))
        menu.addSeparator()
        menu.addAction(_("Delete"), QKeySequence("Ctrl+-"), lambda: self.remove(ids))
        menu.popup(at)

    def _allow(self) -> None:
        snapshot = self.snapshot
        final = snapshot is not None and any(one.status in FINALIZED for one in snapshot.agreements)
        self.usual_button.setEnabled(final and not self.read_only)
        self.paper_button.setEnabled(snapshot is not None and bool(snapshot.agreements or snapshot.seal_uses))


def _nothing(_result: object) -> None:
    """The next snapshot shows it; a refusal is told by the window."""
