"""The formats of table cards and badges to choose from, and a size of one's own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from resources.languages import translator
from ui.paper_options import PaperOptions
from ui.papers.rows import N_

if TYPE_CHECKING:
    from exporters.card_formats import Kind

FORMAT_WORDS = {
    "a4-folded": N_("A4, folded once"),
    "tri-fold": N_("A4, folded to a triangle"),
}
_Choose = Callable[[PaperOptions], None]


def fill_card_menu(menu: QMenu, options: PaperOptions, choose: _Choose, language: str) -> None:
    """Formats of table cards, what stands on them, formats of badges."""
    _ = translator(language).gettext
    menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    menu.addAction(_("Table cards")).setEnabled(False)
    _add_formats(menu, "table", options.table_card, lambda key: choose(replace(options, table_card=key)), language)
    menu.addSeparator()
    both, faces = options.card_faces == 2, 1 if options.card_faces == 2 else 2
    _add(menu, _("Name on both faces"), both, lambda: choose(replace(options, card_faces=faces)))
    units = not options.card_units
    _add(menu, _("Unit above the name"), options.card_units, lambda: choose(replace(options, card_units=units)))
    menu.addSeparator()
    menu.addAction(_("Badges")).setEnabled(False)
    _add_formats(menu, "badge", options.badge, lambda key: choose(replace(options, badge=key)), language)


def card_remarks(options: PaperOptions, language: str) -> list[str]:
    """What is unusual about the cards."""
    _ = translator(language).gettext
    told = []
    if options.table_card:
        told.append(_("table cards {format}").format(format=format_words(options.table_card, language)))
    if options.badge:
        told.append(_("badges {format}").format(format=format_words(options.badge, language)))
    if options.card_faces == 1:
        told.append(_("name on one face"))
    if options.as_notice:
        told.append(_("notice"))
    return told


def format_words(key: str, language: str) -> str:
    """A format in words: “A4, folded once”, “200 × 100 mm”."""
    if key in FORMAT_WORDS:
        return translator(language).gettext(FORMAT_WORDS[key])
    return f"{key.lower().replace('x', ' × ').replace('*', ' × ')} mm"


def _add_formats(menu: QMenu, kind: Kind, now: str, choose: Callable[[str], None], language: str) -> None:
    from exporters.card_formats import format_keys

    _ = translator(language).gettext
    group = QActionGroup(menu)
    usual, *others = format_keys(kind)
    own = [now] if now and now not in (usual, *others) else []
    for key in (usual, *others, *own):
        chosen = "" if key == usual else key
        action = _add(menu, format_words(key, language), now in (key, chosen), partial(choose, chosen))
        group.addAction(action)

    def ask() -> None:
        if size := ask_size(menu, kind, now, language):
            choose(size)

    menu.addAction(_("Own size…"), ask)


def _add(menu: QMenu, words: str, on: bool, chosen: Callable[[], None]) -> QAction:
    action = QAction(words, menu)
    action.setCheckable(True)
    action.setChecked(on)
    action.triggered.connect(lambda _on: chosen())
    menu.addAction(action)
    return action


def ask_size(parent: QWidget, kind: Kind, now: str, language: str) -> str:
    """A size of one's own, asked for until it is one; empty where nothing was chosen."""
    from exporters.card_formats import find_format
    from models.errors import KnownError
    from ui.wording import error_sentence

    _ = translator(language).gettext
    asked = QInputDialog(parent)
    asked.setWindowTitle(_("Table cards") if kind == "table" else _("Badges"))
    asked.setLabelText(_("Width x height of one face in millimeters, as 180x90"))
    asked.setTextValue(now)
    asked.setOkButtonText(_("Apply"))
    asked.setCancelButtonText(_("Cancel"))
    size = ""
    while not size and asked.exec():
        try:
            size = find_format(asked.textValue().strip(), kind).key
        except KnownError as error:
            asked.setLabelText(error_sentence(error, language))
    asked.deleteLater()
    return size
