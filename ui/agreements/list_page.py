"""The list of agreements in signing order: open, new, duplicate, delete, drag to another place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from models.snapshots.shapes import Agreement, AgreementBatch, MeetingSnapshot
from resources.languages import translator
from ui.agreements.details import agreement_details
from ui.agreements.rows import COLUMNS, AgreementRow, agreement_rows
from ui.theme import Theme, load_theme
from ui.widgets.details_panel import DetailsPanel
from ui.widgets.edit_model import EditModel
from ui.widgets.edit_table import EditTable
from ui.widgets.icons import ICON_GAP, icon
from ui.widgets.message_page import MessagePage
from ui.widgets.tab_order import put_behind

if TYPE_CHECKING:
    from ui.office import Office

TITLE_SHARE = 0.4  # of the table


class AgreementTable(EditTable):
    """Nothing is typed in it: Enter and a double click open the agreement, Delete deletes it."""

    def __init__(self, model: EditModel, parent: QWidget | None = None) -> None:
        super().__init__(model, parent)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # agreements of one kind differ at the end of their titles

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter opens, Delete deletes."""
        chosen, ids = self.chosen(), self.chosen_ids()
        if event.key() == Qt.Key.Key_Delete and ids:
            self.rows_deleted.emit(ids)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and chosen is not None:
            self.row_opened.emit(chosen.id)
            return
        super().keyPressEvent(event)

    def _least_widths(self, numbers: list[int], wanted: list[int]) -> list[int]:
        """The title tells agreements apart: others give way before it does."""
        least, room = super()._least_widths(numbers, wanted), round(self.viewport().width() * TITLE_SHARE)
        keys, chosen = [COLUMNS[number].key for number in numbers], self.layout_of_columns.widths
        return [
            max(floor, min(width, room)) if key == "title" and key not in chosen else floor
            for key, floor, width in zip(keys, least, wanted, strict=True)
        ]

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Qt: a double click opens, whatever the cell."""
        model, row = self.model(), self.indexAt(event.position().toPoint()).row()
        found = model.row_at(row) if isinstance(model, EditModel) else None
        if found is not None:
            self.row_opened.emit(found.id)


class ListPage(QWidget):
    """Shows all agreements of the meeting; Enter or a double click opens one."""

    open_requested = Signal(int)
    new_requested = Signal()
    duplicate_requested = Signal(int)
    delete_requested = Signal(object)
    move_requested = Signal(object, object)
    export_requested = Signal()
    notice_requested = Signal(str)
    several_requested = Signal(object, object)  # a step, and the agreements that take it

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.language = "zh"
        self.model = EditModel(COLUMNS, self)
        self.table, self.details = AgreementTable(self.model), DetailsPanel()
        self.heading, self.remark = QLabel(), QLabel()
        self.empty_page, self.pages = MessagePage("file-pen-line"), QStackedWidget()
        self.first_button = self.empty_page.add_button(self.new_requested.emit, main=True)
        self.new_button, self.open_button = QPushButton(), QPushButton()
        self.duplicate_button, self.delete_button, self.export_button = QPushButton(), QPushButton(), QPushButton()
        self._snapshot: MeetingSnapshot | None = None
        self._counts: dict[int, int] = {}
        self._expected: int | None = None
        self._read_only = False
        self._of_one: tuple[QAction, ...] = ()
        self._last_page: QPushButton | None = None
        self._theme = load_theme("light")
        self._lay_out()
        self._connect()
        self._make_actions()

    def _lay_out(self) -> None:
        self.heading.setProperty("role", "title")
        self.remark.setProperty("role", "faint")
        self.new_button.setProperty("role", "main")
        head = self._head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.remark, 1)
        for button in self._buttons():
            head.addWidget(button)
        full = QWidget()
        body = QHBoxLayout(full)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(12)
        body.addWidget(self.table, 1)
        body.addWidget(self.details)
        self.pages.addWidget(full)
        self.pages.addWidget(self.empty_page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.pages, 1)

    def _buttons(self) -> tuple[QPushButton, ...]:
        return self.export_button, self.delete_button, self.duplicate_button, self.open_button, self.new_button

    def _connect(self) -> None:
        self.table.row_chosen.connect(self._row_chosen)
        self.table.row_opened.connect(self.open_requested)
        self.table.rows_moved.connect(self.move_requested)
        self.table.rows_deleted.connect(self.delete_requested)
        self.table.menu_requested.connect(self._open_menu)

    def _make_actions(self) -> None:
        self.new_action, self.open_action, self.duplicate_action, self.delete_action = (QAction(self) for _ in range(4))
        made = (
            (self.new_action, self.new_button, self.new_requested.emit),
            (self.open_action, self.open_button, self._open),
            (self.duplicate_action, self.duplicate_button, self._duplicate),
            (self.delete_action, self.delete_button, self._delete),
        )
        for action, button, called in made:
            action.triggered.connect(lambda _on=False, called=called: called())
            button.clicked.connect(lambda _on=False, called=called: called())
        self.duplicate_action.setShortcut(QKeySequence("Ctrl+D"))
        self.duplicate_action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.export_button.clicked.connect(self.export_requested)
        self.order_action = QAction(self)
        self.order_action.triggered.connect(lambda _on=False: self.propose_order())

    def add_pages(self, buttons: Iterable[QPushButton], of_one: Iterable[QAction]) -> None:
        """Buttons that lead to other pages, and what there is of the chosen agreement."""
        for place, button in enumerate(buttons, start=2):
            self._head.insertWidget(place, button)
            self._last_page = button
        self._of_one = tuple(of_one)

    def attach(self, office: Office) -> None:
        """Remember the columns in the user's settings; Tab goes through the buttons as they stand."""
        self.table.remember(office.settings, "agreements")
        if self._last_page is not None:
            put_behind(self._last_page, (*self._buttons(), self.table, self.details))

    # what is shown

    def show_snapshot(self, snapshot: MeetingSnapshot) -> None:
        """Show the agreements of a meeting."""
        self._snapshot = snapshot
        self._show()

    def show_counts(self, snapshot: MeetingSnapshot, counts: Mapping[int, int]) -> None:
        """How many facts each text lacks, unless the agreements changed meanwhile."""
        if snapshot is self._snapshot:
            self._counts = dict(counts)
            self._show()

    def expect(self, agreement_id: int) -> None:
        """An agreement was just made: choose it when it comes."""
        self._expected = agreement_id
        self._show()

    def chosen(self) -> Agreement | None:
        """The chosen agreement."""
        row: AgreementRow | None = self.table.chosen()
        return None if row is None else row.agreement

    def take_focus(self) -> None:
        """Put the keyboard where the work is."""
        target: QWidget = self.table if self.model.rows() else self.first_button
        target.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keep_typed(self) -> None:
        """Nothing is typed in the list that is not stored at once."""
        self.table.keep_typed()

    def set_read_only(self, read_only: bool) -> None:
        """Whether nothing can be changed."""
        self._read_only = read_only
        self.model.set_read_only(read_only)
        self.first_button.setVisible(not read_only)
        self._allow()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        self.heading.setText(_("Agreements"))
        self.table.setAccessibleName(_("Agreements"))
        self.details.name(_("About the chosen agreement"))
        self.empty_page.say(
            _("No agreement yet"),
            _("Here stand the texts to be signed, with their parties, signatories and copies. Begin with a template."),
        )
        self.first_button.setText(_("Draft an agreement"))
        words = (
            (self.export_button, None, _("Export…")),
            (self.delete_button, self.delete_action, _("Delete")),
            (self.duplicate_button, self.duplicate_action, _("Duplicate")),
            (self.open_button, self.open_action, _("Edit")),
            (self.new_button, self.new_action, _("New agreement")),
        )
        for button, action, said in words:
            button.setAccessibleName(said)
            button.setToolTip(said)
            if action is not None:
                action.setText(said)
        self.order_action.setText(_("Propose the signing order…"))
        self.model.retranslate(language)
        self._show()
        self.fit_head()

    def fit_head(self) -> None:
        """Where there is no room for all words, commands that stand in the menu of a line as well keep their icons."""
        self.remark.show()
        for button in self._buttons():
            button.setText(ICON_GAP + button.accessibleName())
        for spare in (self.remark, self.delete_button, self.duplicate_button, self.export_button, self.open_button):
            if self._head.sizeHint().width() <= self.width():
                return
            if isinstance(spare, QPushButton):
                spare.setText("")
            else:
                spare.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: there is another room for the buttons."""
        super().resizeEvent(event)
        self.fit_head()

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self._theme = theme
        self.model.retheme(theme)
        self.table.retheme(theme)
        self.empty_page.retheme(theme)
        names = ("file-down", "trash-2", "copy", "file-pen-line", "plus")
        for button, name in zip(self._buttons(), names, strict=True):
            button.setIcon(icon(name, theme, "on_accent" if button is self.new_button else "ink_soft"))

    # within

    def _show(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        rows = agreement_rows(snapshot, self._counts)
        self.model.show_rows(rows)
        self.pages.setCurrentIndex(0 if rows else 1)
        self.remark.setText(self._remark(snapshot) if rows else "")
        if self._expected is not None and self.model.place_of(self._expected) is not None:
            expected, self._expected = self._expected, None
            self.table.choose(expected)
        elif rows and self.table.chosen() is None:
            self.table.choose(rows[0].id)
        self._row_chosen(self.table.chosen())

    def _remark(self, snapshot: MeetingSnapshot) -> str:
        """How many, and where the source says that the list is not complete."""
        count = len(snapshot.agreements)
        said = translator(self.language).ngettext("{count} agreement", "{count} agreements", count).format(count=count)
        return " · ".join([said, *(self._incomplete(batch) for batch in snapshot.batches if not batch.list_complete)])

    def _incomplete(self, batch: AgreementBatch) -> str:
        _ = translator(self.language).gettext
        if batch.stated_count is None:
            return _("list not complete")
        return _("list not complete, {count} stated").format(count=batch.stated_count)

    def _row_chosen(self, row: AgreementRow | None) -> None:
        self.details.show_details(None if row is None else agreement_details(row.agreement, self.language))
        self._allow()

    def _allow(self) -> None:
        chosen = self.table.chosen() is not None
        self.open_button.setEnabled(chosen)
        for control in (self.duplicate_button, self.delete_button, self.duplicate_action, self.delete_action):
            control.setEnabled(chosen and not self._read_only)
        for control in (self.new_button, self.new_action):
            control.setEnabled(not self._read_only)
        self.order_action.setEnabled(not self._read_only and len(self.model.rows()) > 1)

    def propose_order(self) -> None:
        """Show what the usual order of signing would change; it is moved only when that is accepted."""
        from ui.agreements.order_dialog import OrderDialog, order_rows

        rows = order_rows(self._snapshot.agreements if self._snapshot is not None else ())
        if all(row.number == row.before for row in rows):
            _ = translator(self.language).gettext
            self.notice_requested.emit(_("The agreements stand in signing order already."))
            return
        OrderDialog(self, self.language, self._theme, rows, lambda ids: self.move_requested.emit(ids, None)).open()

    def _open(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.open_requested.emit(chosen.id)

    def _duplicate(self) -> None:
        chosen = self.chosen()
        if chosen is not None:
            self.duplicate_requested.emit(chosen.id)

    def _delete(self) -> None:
        if self.table.chosen_ids():
            self.delete_requested.emit(self.table.chosen_ids())

    def _open_menu(self, place: QPoint, _ids: object) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addActions([self.open_action, self.duplicate_action, self.delete_action])
        menu.addSeparator()
        menu.addActions(self._of_one)
        menu.addSeparator()
        menu.addActions(self.several_actions(menu))
        menu.addActions([self.new_action, self.order_action])
        menu.popup(place)

    def several_actions(self, parent: QObject) -> list[QAction]:
        """Steps that all chosen agreements that may take them take together."""
        from ui.agreements.several_steps import STEPS, may_take, step_words

        ids, made = self.table.chosen_ids(), []
        chosen = [one for one in self._snapshot.agreements if one.id in ids] if self._snapshot is not None else []
        for step in STEPS if len(chosen) > 1 and not self._read_only else ():
            able = may_take(step, chosen)
            if able:
                action = QAction(step_words(step, len(able), self.language) + "…", parent)
                action.triggered.connect(
                    lambda _on=False, step=step, able=able: self.several_requested.emit(step, able)
                )
                made.append(action)
        return made

    def actions(self) -> list[QAction]:
        """What can be done here."""
        return [self.new_action, self.open_action, self.duplicate_action, self.delete_action, self.order_action]
