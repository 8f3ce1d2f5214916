"""How the papers are made: draft or final in one press, the rest in a menu; what is unusual is said beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QMenu, QPushButton, QWidget

from resources.languages import LANGUAGES, translator
from ui.paper_options import USUAL, PaperOptions
from ui.papers.card_menu import card_remarks, fill_card_menu
from ui.papers.list_remarks import list_remarks, remember, remembered
from ui.papers.rows import N_
from ui.theme import Theme
from ui.widgets.icons import icon

if TYPE_CHECKING:
    from models.snapshots.shapes import MeetingSnapshot
    from ui.settings import Settings

PRESET_NAMES = {
    "": N_("Each paper's own"),
    "gbt9704": N_("Official document (GB/T 9704)"),
    "common28": N_("Common, 28 pt lines"),
    "compact": N_("Compact"),
    "english": N_("English letter style"),
}
FLAGS = {
    "unmasked": N_("Print phone numbers in full (this is logged)"),
    "archive": N_("For the archive (PDF/A)"),
    "duplex": N_("Copies to be signed on both sides of the sheet"),
    "swap_labels": N_("Call each party Party A on the copies it keeps"),
    "as_notice": N_("The invitation is a notice to our own units"),
}
PACKS = {
    LANGUAGES: N_("Whole pack in Chinese and English"),
    ("zh",): N_("Whole pack in Chinese only"),
    ("en",): N_("Whole pack in English only"),
}
FLIPS: dict[str, Callable[[PaperOptions], PaperOptions]] = {
    "unmasked": lambda one: replace(one, unmasked=not one.unmasked),
    "archive": lambda one: replace(one, archive=not one.archive),
    "duplex": lambda one: replace(one, duplex=not one.duplex),
    "swap_labels": lambda one: replace(one, swap_labels=not one.swap_labels),
    "as_notice": lambda one: replace(one, as_notice=not one.as_notice),
}
REMARKS = {"unmasked": N_("phone numbers in full"), "archive": "PDF/A", "swap_labels": N_("labels swapped")}


class OptionsBar(QWidget):
    """`options` are the choices; `changed` follows each press."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.options = USUAL
        self._language = "zh"
        self._may_log = True
        self._snapshot: MeetingSnapshot | None = None
        self._theme: Theme | None = None
        self._settings: Settings | None = None
        self.draft_button, self.final_button, self.menu_button = QPushButton(), QPushButton(), QPushButton()
        group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for button in (self.draft_button, self.final_button):
            button.setCheckable(True)
            button.setProperty("role", "chip")
            group.addButton(button)
            layout.addWidget(button)
        layout.addWidget(self.menu_button)
        self.draft_button.setChecked(True)
        self.final_button.toggled.connect(lambda on: self._choose(replace(self.options, final=on)))
        self.menu = QMenu(self.menu_button)
        self.menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.menu.aboutToShow.connect(self._fill)
        self.menu_button.setMenu(self.menu)
        self.menu_button.setProperty("role", "menu")
        self.menu_button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow stands behind the word
        self._fill()

    def use(self, settings: Settings, *, may_log: bool) -> None:
        """Begin with what was chosen on this computer some day, and remember what is chosen from now on."""
        self._settings = settings
        self.allow_unmasked(may_log)
        self._choose(remembered(settings))

    def allow_unmasked(self, allowed: bool) -> None:
        """Whether full phone numbers may be printed: only where that can be logged."""
        self._may_log = allowed
        if not allowed and self.options.unmasked:
            self._choose(replace(self.options, unmasked=False))

    def take_snapshot(self, snapshot: MeetingSnapshot, *, other: bool) -> None:
        """The meeting whose papers are made; `other`: not the one before."""
        self._snapshot = snapshot
        if other:
            self._choose(self.options.for_other_meeting())

    def open_lists(self) -> None:
        """Ask how lists and reply slips are made."""
        from ui.papers.lists_dialog import ListsDialog

        if self._theme is not None:
            dialog = ListsDialog(self.options, self._snapshot, self._language, self._theme, self.window())
            dialog.changed.connect(lambda: self._choose(dialog.options))
            dialog.open()

    def remark(self, language: str) -> str:
        """What is unusual about the papers."""
        _ = translator(language).gettext
        words = [_(message) for name, message in REMARKS.items() if getattr(self.options, name)]
        if not self.options.duplex:
            words.append(_("one-sided"))
        words += card_remarks(self.options, language)
        words += list_remarks(self.options, language)
        if self.options.preset:
            words.append(_(PRESET_NAMES.get(self.options.preset, self.options.preset)))
        return " · ".join(words)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        words = (
            (self.draft_button, _("Draft"), _("Marked as a draft; number and date are left blank")),
            (self.final_button, _("Final"), _("The paper to be signed: no draft mark, number and date printed")),
            (self.menu_button, _("Options"), _("Page, phone numbers, archive, sides, languages of the pack")),
        )
        for button, text, tip in words:
            button.setText(text)
            button.setAccessibleName(text)
            button.setToolTip(tip)
        self._fill()

    def retheme(self, theme: Theme) -> None:
        """Draw the arrow in another theme."""
        self._theme = theme
        self.menu_button.setIcon(icon("chevron-down", theme, size=14))

    def _choose(self, changed: PaperOptions) -> None:
        if changed != self.options:
            self.options = changed
            if self._settings is not None:
                remember(self._settings, changed)
            self.changed.emit()

    def _fill(self) -> None:
        _ = translator(self._language).gettext
        self.menu.clear()
        for old in cast("list[QMenu]", self.menu.findChildren(QMenu)):  # `clear` leaves the menus within it
            old.setParent(None)
            old.deleteLater()
        for name, message in FLAGS.items():
            action = self._add(self.menu, _(message), getattr(self.options, name), partial(self._flip, name))
            action.setEnabled(name != "unmasked" or self._may_log)
        self.menu.addSeparator()
        pages = self.menu.addMenu(_("Page of papers of text"))
        pages.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        group = QActionGroup(pages)
        for preset, message in PRESET_NAMES.items():
            choose = partial(self._take_preset, preset)
            group.addAction(self._add(pages, _(message), self.options.preset == preset, choose))
        self.menu.addAction(_("Lists and reply slips…"), self.open_lists)
        fill_card_menu(self.menu.addMenu(_("Table cards and badges")), self.options, self._choose, self._language)
        self.menu.addSeparator()
        english = self._snapshot is None or self._snapshot.meeting.needs_english
        packs, chosen = QActionGroup(self.menu), self.options.languages_of_pack(needs_english=english)
        for languages, message in PACKS.items():
            action = self._add(self.menu, _(message), chosen == languages, partial(self._take_pack, languages))
            action.setEnabled(english or languages != LANGUAGES)
            packs.addAction(action)

    def _flip(self, name: str) -> None:
        self._choose(FLIPS[name](self.options))

    def _take_preset(self, preset: str) -> None:
        self._choose(replace(self.options, preset=preset))

    def _take_pack(self, languages: tuple[str, ...]) -> None:
        self._choose(replace(self.options, pack_languages=languages))

    def _add(self, menu: QMenu, words: str, on: bool, chosen: Callable[[], None]) -> QAction:
        action = QAction(words, menu)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(lambda _on: chosen())
        menu.addAction(action)
        return action
