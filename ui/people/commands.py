"""What can be done in the people room: its buttons, its menus, its keys."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton

from resources.languages import translator
from ui.people.columns import MORE, STAY, STAY_TOO
from ui.people.messages import message_menu
from ui.people.rows import N_
from ui.rooms import DOOR, PROOF
from ui.theme import Theme, load_theme
from ui.widgets.icons import ICON_GAP, icon

if TYPE_CHECKING:
    from ui.people.room import PeopleRoom

_ORDERS = (
    ("rank", N_("Sort by rank of title")),
    ("strokes", N_("Sort by strokes of the surname")),
    ("pinyin", N_("Sort by pinyin")),
    ("unit", N_("Sort by organization")),
)


class PeopleCommands(QObject):
    """Actions with words in the language of the window. Sorting is always a command, never a state."""

    def __init__(self, room: PeopleRoom) -> None:
        super().__init__(room)
        self._room = room
        self._theme = load_theme("light")
        self._actions: dict[str, tuple[QAction, str]] = {}
        self.sort_button, self.columns_button, self.add_button = QPushButton(), QPushButton(), QPushButton()
        self.merge_button, self.import_button, self.more_button = QPushButton(), QPushButton(), QPushButton()
        arranging = (self.merge_button, self.sort_button, self.columns_button, self.more_button)
        self.buttons = (*arranging, self.add_button, self.import_button)
        self._make()
        self.sort_button.clicked.connect(lambda: self._drop(self.sort_button, self.sort_menu()))
        self.columns_button.clicked.connect(lambda: self._drop(self.columns_button, self.columns_menu()))
        self.more_button.clicked.connect(lambda: self._drop(self.more_button, self.more_menu()))
        self.add_button.clicked.connect(self.add)
        self.merge_button.clicked.connect(self._room_merge)
        self.import_button.clicked.connect(self._import)
        self.import_button.setProperty("role", "main")

    def _make(self) -> None:
        table, room = self._room.table, self._room
        self._add("add", N_("Add a person"), self.add, "Ctrl+Shift+N")
        self._add("add_group", N_("Add a group without names"), self.add_group)
        self._add("import", N_("Import reply slips…"), self._import)
        self._add("filter", N_("Filter the people"), self.filter, "Ctrl+F")
        for key, words in _ORDERS:
            self._add(f"sort_{key}", words, partial(self.sort, key))
        self._add("insert", N_("Insert a person above"), self.insert)
        self._add("up", N_("Move up"), lambda: table.move_chosen(-1))
        self._add("down", N_("Move down"), lambda: table.move_chosen(1))
        self._add("reveal", N_("Show the phone numbers of the chosen"), self.toggle_phones, "Ctrl+Shift+H")
        self._add("merge", N_("Find people listed twice"), self._room_merge)
        self._add("door", N_("Sign people in at the door"), partial(room.side_pages.open_place, DOOR))
        self._add("proof", N_("Proofread names, titles and organizations"), partial(room.side_pages.open_place, PROOF))
        self._add("ranks", N_("Table of ranks…"), self.edit_ranks)
        self._add("paste", N_("Paste people from Excel or WPS"), lambda: table.block.paste_rows())
        self._add("add_column", N_("Add a column of this meeting's own"), self.add_column)
        self._add("remove", N_("Remove from the list"), lambda: room.remove(table.chosen_ids()))

    def _add(self, key: str, words: str, work: Callable[[], Any], keys: str = "") -> None:
        action = QAction(self._room)
        action.triggered.connect(lambda _checked=False: work())
        if keys:
            action.setShortcut(QKeySequence(keys))
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._room.addAction(action)
        self._actions[key] = (action, words)

    def action(self, key: str) -> QAction:
        """An action by its key."""
        return self._actions[key][0]

    def commands(self) -> tuple[QAction, ...]:
        """All of them."""
        return tuple(action for action, _words in self._actions.values())

    def follow_choice(self) -> None:
        """Enable what can be done with what is chosen."""
        chosen, writable = bool(self._room.table.chosen_ids()), not self._room.model.read_only
        for key in ("up", "down", "remove", "insert"):
            self.action(key).setEnabled(chosen and writable)
        for key in (
            "add",
            "add_group",
            "merge",
            "paste",
            "import",
            "door",
            "ranks",
            "add_column",
            *(f"sort_{key}" for key, _words in _ORDERS),
        ):
            self.action(key).setEnabled(writable)
        self.action("reveal").setEnabled(chosen)
        self.add_button.setEnabled(writable)
        self.sort_button.setEnabled(writable)
        self.merge_button.setEnabled(writable)
        self.import_button.setEnabled(writable)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        for action, words in self._actions.values():
            action.setText(_(words))
        self.sort_button.setText(_("Sort") + " ▾")
        self.merge_button.setText(_("Find doubles"))
        self.columns_button.setText(_("Columns") + " ▾")
        self.more_button.setText(_("More") + " ▾")
        self.add_button.setText(ICON_GAP + _("Add"))
        self.say_import()
        self.merge_button.setAccessibleName(_("Find people listed twice"))
        self.merge_button.setToolTip(_("Find people listed twice"))
        named = (
            (self.sort_button, _("Sort")),
            (self.columns_button, _("Columns")),
            (self.more_button, _("More")),
            (self.add_button, _("Add a person")),
        )
        for button, words in named:
            button.setAccessibleName(words)

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self._theme = theme
        self.add_button.setIcon(icon("plus", theme))

    def say_import(self) -> None:
        """Begin an import, or go on with the one that waits."""
        _ = translator(self._room.language).gettext
        words = _("Go on with the import") if self._room.imports.is_begun else _("Import slips…")
        self.import_button.setText(words)
        self.import_button.setAccessibleName(words)

    # menus
    def sort_menu(self) -> QMenu:
        """The orders; those of the chosen people alone, where several are chosen."""
        menu = QMenu(self._room)
        for key, _words in _ORDERS:
            menu.addAction(self.action(f"sort_{key}"))
        menu.addSeparator()
        menu.addAction(self.action("ranks"))
        return menu

    def more_menu(self) -> QMenu:
        """What is done before and at the meeting."""
        menu = QMenu(self._room)
        for key in ("proof", "door"):
            menu.addAction(self.action(key))
        return menu

    def columns_menu(self) -> QMenu:
        """Every column to tick, and the meeting's own to add, rename and remove."""
        _ = translator(self._room.language).gettext
        menu = QMenu(self._room)
        stay, more = QMenu(_("Travel and stay"), menu), QMenu(_("About the person"), menu)
        for key, action in self._room.table.layout_of_columns.actions(menu):
            (stay if key in (*STAY, *STAY_TOO) else more if key in MORE else menu).addAction(action)
        menu.addMenu(stay)
        menu.addMenu(more)
        menu.addSeparator()
        menu.addAction(self.action("add_column"))
        for column in self._room.known.own:
            label = column.label.pick(self._room.language)
            own = QMenu(label.replace("&", "&&"), menu)
            menu.addMenu(own)
            own.setEnabled(not self._room.model.read_only)
            own.addAction(_("Rename"), lambda column=column: self.rename_column(column.id, column.label))
            own.addAction(_("Remove, with what stands in it"), lambda column=column: self.remove_column(column))
        menu.addSeparator()
        menu.addAction(_("Columns as at first"), self._room.table.layout_of_columns.reset)
        return menu

    def row_menu(self) -> QMenu:
        """What can be done with the chosen rows."""
        _ = translator(self._room.language).gettext
        menu, table = QMenu(self._room), self._room.table
        for key in ("replies", "sides", "categories"):
            self._choices(menu, key)
        menu.addSeparator()
        menu.addAction(_("Copy"), table.block.copy)
        menu.addAction(_("Paste"), table.block.paste)
        menu.addAction(_("Fill down"), table.block.fill_down)
        menu.addSeparator()
        for key in ("insert", "up", "down", "reveal"):
            menu.addAction(self.action(key))
        menu.addMenu(message_menu(self._room, menu))
        if len(table.chosen_ids()) > 1:
            menu.addMenu(self._sort_chosen(menu))
        menu.addSeparator()
        menu.addAction(self.action("remove"))
        return menu

    def show_menu(self, place: QPoint, _ids: object = ()) -> None:
        """The menu of the chosen rows."""
        menu = self.row_menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _choices(self, menu: QMenu, what: str) -> None:
        """A submenu that gives all chosen people one value."""
        from ui.people.offers import category_choices, reply_choices

        language, known = self._room.language, self._room.known
        _ = translator(language).gettext
        key, heading, choices = {
            "replies": ("reply", _("Reply"), reply_choices),
            "sides": ("side_id", _("Side"), known.side_choices),
            "categories": ("category", _("Capacity"), category_choices),
        }[what]
        below = QMenu(heading, menu)
        menu.addMenu(below)
        below.setEnabled(not self._room.model.read_only)
        for value, words in choices(language):
            said = words or _("Not stated")
            below.addAction(said.replace("&", "&&"), lambda value=value: self._room.table.set_cells(key, value))

    def _sort_chosen(self, menu: QMenu) -> QMenu:
        _ = translator(self._room.language).gettext
        below = QMenu(_("Sort the chosen among themselves"), menu)
        for key, words in _ORDERS:
            below.addAction(_(words), lambda key=key: self.sort(key, chosen=True))
        return below

    def _drop(self, button: QPushButton, menu: QMenu) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(button.mapToGlobal(QPoint(0, button.height() + 2)))

    # wishes
    def add(self) -> None:
        """Open the line that adds."""
        self._room.begin()

    def add_group(self) -> None:
        """A group without names, to be named in the panel."""
        room = self._room
        if room.desk is not None:
            _ = translator(room.language).gettext
            room.desk.add_group(_("New group"), room.added)

    def insert(self) -> None:
        """A person above the first chosen one."""
        self._room.table.row_insert_requested.emit(next(iter(self._room.table.chosen_ids()), None))

    def filter(self) -> None:
        """To the filter line."""
        self._room.bar.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._room.bar.line.selectAll()

    def sort(self, by: str, *, chosen: bool = False) -> None:
        """Put everybody in order, or those chosen among themselves."""
        from models.actions.sort_people import Order

        room = self._room
        if room.desk is None or room.office is None:
            return
        office, ngettext = room.office, translator(room.language).ngettext

        def done(moved: int) -> None:
            words = ngettext(
                "{count} person stands elsewhere now. Undo brings the old order back.",
                "{count} people stand elsewhere now. Undo brings the old order back.",
                moved,
            )
            office.notice(words.format(count=moved))

        room.desk.sort(Order(by), room.table.chosen_ids() if chosen else (), done)

    def edit_ranks(self) -> None:
        """Show the table by which people are sorted."""
        from ui.dialogs.ranks_desk import edit_ranks

        if self._room.office is not None:
            edit_ranks(self._room.office.link, self._room.language, self._theme, self._room.window())

    def toggle_phones(self) -> None:
        """Show the phones of the chosen rows whole, or mask them again."""
        ids = self._room.table.chosen_ids()
        self._room.model.reveal(ids, not set(ids) <= self._room.model.revealed)

    def _import(self) -> None:
        self._room.imports.begin()

    def _room_merge(self) -> None:
        self._room.side_pages.open_merge()

    def add_column(self) -> None:
        """Ask for a heading, then add the column."""
        label = self._ask_heading("")
        if label and self._room.desk is not None:
            self._room.desk.add_column(label, lambda _id: None)

    def rename_column(self, column_id: int, label: Any) -> None:
        """Ask for another heading."""
        now = label.pick(self._room.language)
        wanted = self._ask_heading(now)
        if wanted not in ("", now) and self._room.desk is not None:
            self._room.desk.rename_column(column_id, wanted)

    def remove_column(self, column: Any) -> None:
        """Remove a column; Undo brings it back with what stood in it."""
        if self._room.desk is not None:
            self._room.desk.remove_column(column.id, column.label.pick(self._room.language))

    def _ask_heading(self, now: str) -> str:
        _ = translator(self._room.language).gettext
        asked = QInputDialog(self._room)
        asked.setWindowTitle(_("Column of this meeting's own"))
        asked.setLabelText(_("Heading of the column"))
        asked.setTextValue(now)
        asked.setOkButtonText(_("Apply"))
        asked.setCancelButtonText(_("Cancel"))
        said = asked.textValue().strip() if asked.exec() else ""
        asked.deleteLater()
        return said
