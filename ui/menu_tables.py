"""What stands in the menus, table by table."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from ui import text_edits
from ui.menu_bar import Entry, Item, Line, Menu, Ready
from ui.rooms import IMPORT_SLIPS, ROOMS
from ui.settings import THEME
from ui.wording.messages import N_

if TYPE_CHECKING:
    from ui.main_window import MainWindow


def menus_of(window: MainWindow) -> tuple[Menu, ...]:
    """All menus of the window, in order."""
    return (
        Menu(N_("&File"), _file(window)),
        Menu(N_("&Edit"), _edit(window)),
        Menu(N_("&Meeting"), _meeting(window)),
        Menu(N_("&View"), _view(window)),
        Menu(N_("&Help"), _help(window)),
    )


def _file(window: MainWindow) -> Sequence[Item]:
    files = window.files

    def is_open() -> bool:
        workspace = window.link.workspace
        return workspace is not None and "://" not in workspace.location

    return (
        Entry(N_("&New workspace…"), files.ask_new),
        Entry(N_("&Open…"), files.ask_open, "Ctrl+O"),
        Menu(N_("Recentl&y opened"), fresh=lambda: _recent(window)),
        Line(),
        Entry(N_("&Save a copy…"), files.ask_copy, allowed=is_open),
        Entry(N_("&Back up now"), window.safety.back_up_now, allowed=window.safety.may_back_up),
        Entry(N_("&Restore a backup…"), window.safety.ask_restore, allowed=window.safety.may_back_up),
        Line(),
        Entry(N_("&Export…"), window.export_chosen, "Ctrl+E", allowed=lambda: bool(window.meetings)),
        Entry(N_("Open the e&xport folder"), window.desk.show_export_folder),
        Line(),
        Entry(N_("Se&ttings…"), window.settings_desk.open, "Ctrl+,"),
        Entry(N_("&Quit"), window.close, "Ctrl+Q"),
    )


def _recent(window: MainWindow) -> Sequence[Item]:
    recent = window.files.recent()
    if not recent:
        return (Entry(N_("No other workspace yet"), bool, allowed=lambda: False),)
    return tuple(Entry(place, partial(window.files.open_file, place), literal=True) for place in recent)


def _edit(window: MainWindow) -> Sequence[Item]:
    undo_menu = window.top_bar.undo_menu
    return (
        Ready(undo_menu.undo_action),
        Ready(undo_menu.redo_action),
        Line(),
        _text_entry(N_("Cu&t"), "Ctrl+X"),
        _text_entry(N_("&Copy"), "Ctrl+C"),
        _text_entry(N_("&Paste"), "Ctrl+V"),
        _text_entry(N_("Select &all"), "Ctrl+A"),
        Line(),
        Entry(N_("&Search everywhere…"), window.search.open, "Ctrl+K"),
    )


def _text_entry(words: str, keys: str) -> Entry:
    """What the widget with the keyboard does by itself when it meets these keys."""
    press: Callable[[], None] = partial(text_edits.press, keys)
    return Entry(words, press, shown_keys=keys, allowed=partial(text_edits.takes, keys))


def _meeting(window: MainWindow) -> Sequence[Item]:
    desk = window.meeting_desk
    return (
        Entry(N_("&New meeting…"), desk.ask_new, "Ctrl+N", allowed=desk.may_change),
        Entry(N_("&Switch meeting…"), window.rail.card.click, "Ctrl+M", allowed=lambda: bool(window.meetings)),
        Line(),
        Entry(
            N_("&Import reply slips…"),
            partial(window.show_place, IMPORT_SLIPS),
            "Ctrl+Shift+I",
            allowed=desk.has_meeting,
        ),
        Entry(N_("&Details"), desk.show_details, "Ctrl+Shift+D", allowed=lambda: window.snapshot is not None),
        Entry(N_("&Copy…"), desk.ask_copy, allowed=desk.has_meeting),
        Entry(N_("&Archived"), desk.archive, allowed=desk.has_meeting, checked=desk.is_archived),
        Entry(N_("De&lete"), desk.delete, allowed=desk.has_meeting),
        Line(),
        Entry(N_("Clear &personal data…"), window.safety.purging.ask, allowed=window.safety.purging.may_purge),
    )


def _view(window: MainWindow) -> Sequence[Item]:
    def room(key: str, message: str, number: int) -> Entry:
        return Entry(
            message,
            partial(window.show_room, key),
            f"Ctrl+{number}",
            allowed=lambda: bool(window.meetings),
            checked=lambda: window.room == key,
        )

    def language(code: str, name: str) -> Entry:
        return Entry(name, partial(window.choose_language, code), checked=lambda: window.language == code, literal=True)

    def theme(choice: str, words: str) -> Entry:
        wear = partial(window.appearance.choose_theme, choice)
        return Entry(words, wear, checked=lambda: window.settings.get(THEME) == choice)

    themes = (("light", N_("&Light")), ("dark", N_("&Dark")), ("system", N_("As the &system")))
    return (
        *(room(key, message, number) for number, (key, message, _icon) in enumerate(ROOMS, 1)),
        Line(),
        Menu(N_("Lan&guage"), (language("zh", "中文"), language("en", "English"))),
        Menu(N_("&Theme"), [theme(choice, words) for choice, words in themes]),
        Entry(N_("Next &part of the window"), window.part_keys.next_part, "F6"),
        Entry(N_("P&revious part of the window"), window.part_keys.previous_part, "Shift+F6"),
        Entry(N_("&Full screen"), window.toggle_full_screen, "F11", checked=window.isFullScreen),
    )


def _help(window: MainWindow) -> Sequence[Item]:
    return (
        Entry(N_("Keyboard &shortcuts"), window.help_desk.show_shortcuts, "F1"),
        Entry(N_("Five-minute &tour"), window.beginning.begin_tour, allowed=lambda: bool(window.meetings)),
        Entry(N_("Save the &diagnostics file…"), window.safety.ask_diagnostics),
        Entry(N_("&About Signing Desk"), window.help_desk.show_about),
    )
