"""What a revision in the table can be compared with."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from models.final_texts import final_revision
from models.snapshots.shapes import Agreement
from resources.languages import translator


def compare_place(agreement: Agreement, number: int | None = None) -> str:
    """The page that compares this revision with the newest text."""
    place = f"agreements/{agreement.key}/compare"
    return place if number is None else f"{place}/{number}"


def compare_menu(
    parent: QWidget, agreement: Agreement, number: int, language: str, show_place: Callable[[str], None]
) -> QMenu:
    """With the newest text, with the revision before it, with the one behind it."""
    _ = translator(language).gettext
    menu = QMenu(parent)
    numbers = sorted(revision.number for revision in agreement.revisions)
    final = final_revision(agreement)
    if final is None or final.number != number:
        words = _("Compare with the final text") if final is not None else _("Compare with the text as it is now")
        _add(menu, words, partial(show_place, compare_place(agreement, number)))
    place = numbers.index(number)
    for other in (*numbers[max(place - 1, 0) : place], *numbers[place + 1 : place + 2]):
        pair = f"{min(other, number)}/{max(other, number)}"
        words = _("Compare with v{number}").format(number=other)
        _add(menu, words, partial(show_place, f"{compare_place(agreement)}/{pair}"))
    return menu


def _add(menu: QMenu, words: str, act: Callable[[], None]) -> None:
    action = QAction(words, menu)
    action.triggered.connect(lambda _on=False: act())
    menu.addAction(action)
