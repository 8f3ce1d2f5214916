"""The menu bar, built from tables: what an entry says, its keys, what it does, and when it may be done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from resources.languages import translator
from ui.theme import Theme


def always() -> bool:
    """An entry that can be used at any time."""
    return True


@dataclass(frozen=True)
class Entry:
    """One line of a menu. `words` is a message with its mnemonic; with `literal` it is shown as it stands.

    `keys` are the window's own; `shown_keys` belong to the part of the window that has the keyboard, and are only told.
    """

    words: str
    called: Callable[[], object]
    keys: str = ""
    shown_keys: str = ""
    allowed: Callable[[], bool] = always
    checked: Callable[[], bool] | None = None
    literal: bool = False


@dataclass(frozen=True)
class Ready:
    """An action made elsewhere, which says its own words."""

    action: QAction


@dataclass(frozen=True)
class Line:
    """A line between groups."""


@dataclass(frozen=True)
class Menu:
    """A menu with its entries; with `fresh` they are asked for each time it opens."""

    words: str
    entries: Sequence[Item] = ()
    fresh: Callable[[], Sequence[Item]] | None = None


Item = Entry | Ready | Line | Menu


class MenuBar(QMenuBar):
    """Shows the tables. `refresh` asks again what may be done now."""

    def __init__(self, menus: Sequence[Menu], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = "zh"
        self._actions: list[tuple[QAction, Entry]] = []
        self._menus: list[tuple[QMenu, Menu]] = []
        self._tops: list[QMenu] = []
        for told in menus:
            menu = self._add_menu(self, told)
            self._tops.append(menu)
            self._fill(menu, told.entries)

    def menus(self) -> Iterator[tuple[str, tuple[QMenu, ...]]]:
        """The menus of the bar with their titles, each with the menus in it."""
        for menu in self._tops:
            yield menu.title(), (menu, *(inner for inner, _told in self._menus if inner.parent() is menu))

    def refresh(self) -> None:
        """Which entries may be used now, and which are switched on."""
        for action, entry in self._actions:
            action.setEnabled(entry.allowed())
            if entry.checked is not None:
                action.setChecked(entry.checked())

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        self.setAccessibleName(_("Menus"))
        for menu, told in self._menus:
            menu.setTitle(_(told.words))
            menu.setAccessibleName(_(told.words).replace("&", ""))
        for action, entry in self._actions:
            self._say(action, entry)

    def retheme(self, theme: Theme) -> None:
        """The style sheet colors it."""

    def _add_menu(self, parent: QMenu | QMenuBar, told: Menu) -> QMenu:
        menu: QMenu = parent.addMenu(translator(self._language).gettext(told.words))
        self._menus.append((menu, told))
        if told.fresh is not None:
            menu.aboutToShow.connect(partial(self._fill_fresh, menu, told.fresh))
        menu.aboutToShow.connect(self.refresh)
        return menu

    def _fill(self, menu: QMenu, items: Sequence[Item]) -> None:
        for item in items:
            if isinstance(item, Menu):
                self._fill(self._add_menu(menu, item), item.entries)
            elif isinstance(item, Ready):
                menu.addAction(item.action)
            elif isinstance(item, Line):
                menu.addSeparator()
            else:
                self._add_entry(menu, item)

    def _fill_fresh(self, menu: QMenu, fresh: Callable[[], Sequence[Item]]) -> None:
        old = set(menu.actions())
        self._actions = [pair for pair in self._actions if pair[0] not in old]
        menu.clear()
        self._fill(menu, fresh())

    def _add_entry(self, menu: QMenu, entry: Entry) -> None:
        action = QAction(menu)
        if entry.keys:
            action.setShortcut(QKeySequence(entry.keys))
        action.setCheckable(entry.checked is not None)
        action.triggered.connect(lambda: entry.called())
        self._actions.append((action, entry))
        self._say(action, entry)
        menu.addAction(action)

    def _say(self, action: QAction, entry: Entry) -> None:
        words = entry.words.replace("&", "&&") if entry.literal else translator(self._language).gettext(entry.words)
        action.setText(f"{words}\t{entry.shown_keys}" if entry.shown_keys else words)
