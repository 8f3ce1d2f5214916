"""Undo and redo: two buttons that name the step they take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from resources.languages import translator
from ui.theme import Theme
from ui.undo_keys import UndoKeys
from ui.widgets.icons import icon
from ui.widgets.tips import as_tip
from ui.wording.staying import what_stays

if TYPE_CHECKING:
    from models.snapshots.shapes import Bilingual
    from models.store.changes import ChangeSet
    from models.store.next_steps import StepName
    from ui.own_undo import OwnUndo

UNDO_KEYS = (QKeySequence("Ctrl+Z"),)
REDO_KEYS = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))
LONGEST = 26  # columns of a step's name on the button, two for a Han character; the tooltip has it whole


class UndoMenu(QWidget):
    """Undo and redo with their shortcuts. `show_steps` says what they would do."""

    undo_requested = Signal()
    redo_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._undo: StepName | None = None
        self._redo: StepName | None = None
        self._titles: dict[str, Bilingual] = {}  # of meetings by key, also of those that redo would bring back
        self._own: OwnUndo | None = None  # of the page in view
        self._allowed = True
        self._language = "zh"
        self._keys = UndoKeys(self)
        self.undo_action, self.redo_action = QAction(self), QAction(self)
        self.undo_action.setShortcuts(UNDO_KEYS)
        self.redo_action.setShortcuts(REDO_KEYS)
        self.undo_action.triggered.connect(self._undo_wanted)
        self.redo_action.triggered.connect(self._redo_wanted)
        self.undo_button, self.redo_button = QToolButton(), QToolButton()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for button, action in ((self.undo_button, self.undo_action), (self.redo_button, self.redo_action)):
            button.setProperty("role", "quiet")
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setIconSize(QSize(16, 16))
            layout.addWidget(button)
        self._say()

    def show_steps(
        self, undo: StepName | None, redo: StepName | None, titles: Mapping[str, Bilingual] | None = None
    ) -> None:
        """Name the steps; None where there is none. `titles` of meetings by key read better than the keys."""
        self._undo, self._redo = undo, redo
        self._titles |= titles or {}
        self._say()

    def lend(self, steps: OwnUndo | None) -> None:
        """Undo and redo are those of a page until it gives them back."""
        if self._own is not None:
            self._own.changed.disconnect(self._say)
        self._own = steps
        if steps is not None:
            steps.changed.connect(self._say)
        self._say()

    def replayed(self, change: ChangeSet) -> str:
        """What was just undone or redone, in a sentence, and what stays all the same."""
        _ = translator(self._language).gettext
        undone = change.action == "undo"
        words = _("Undone: {step}") if undone else _("Redone: {step}")
        stays = what_stays(change.label, self._language) if undone else ""
        if not stays:
            return words.format(step=self._said(change))
        told = words.format(step=_shortened(self._said(change)))
        return _("{told}. {more}").format(told=told, more=stays)

    def allow(self, allowed: bool) -> None:
        """Whether a step may be taken now."""
        self._allowed = allowed
        self._say()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Draw the icons in another theme."""
        self.undo_action.setIcon(icon("undo-2", theme))
        self.redo_action.setIcon(icon("redo-2", theme))

    def _undo_wanted(self) -> None:
        if self._own is not None:
            self._own.undo()
        else:
            self.undo_requested.emit()

    def _redo_wanted(self) -> None:
        if self._own is not None:
            self._own.redo()
        else:
            self.redo_requested.emit()

    def _say(self) -> None:
        _ = translator(self._language).gettext
        undo, redo = self._steps()
        self._name(self.undo_action, self.undo_button, undo, _("Undo"), _("Undo “{step}”"), "Ctrl+Z")
        self._name(self.redo_action, self.redo_button, redo, _("Redo"), _("Redo “{step}”"), "Ctrl+Y")

    def _steps(self) -> tuple[str, str]:
        """What would be undone and redone, in words; empty where nothing is."""
        own = self._own
        if own is not None:
            name = translator(self._language).gettext(own.name)
            return name if own.can_undo() else "", name if own.can_redo() else ""
        undo, redo = (self._said(step) if step is not None else "" for step in (self._undo, self._redo))
        return undo, redo

    def _name(self, action: QAction, button: QToolButton, step: str, plain: str, named: str, keys: str) -> None:
        said = _quoted(step)
        whole = named.format(step=said) if step else plain
        short = named.format(step=_shortened(said)) if step else plain
        action.setText(short.replace("&", "&&"))  # one alone would underline the next letter
        action.setToolTip(as_tip(f"{whole} ({keys})"))
        action.setEnabled(bool(step) and self._allowed)
        button.setAccessibleName(whole)
        style = Qt.ToolButtonStyle.ToolButtonTextBesideIcon if step else Qt.ToolButtonStyle.ToolButtonIconOnly
        button.setToolButtonStyle(style)

    def _said(self, step: StepName | ChangeSet) -> str:
        """The name of a step, with the title of its meeting where that is known."""
        from ui.wording import change_label

        title = self._titles.get(str(step.values.get("meeting", "")))
        values = {**step.values, "meeting": title.pick(self._language)} if title else step.values
        return change_label(replace(step, values=values), self._language)


def _quoted(text: str) -> str:
    """A step's name as it stands within quotation marks: those inside it are single."""
    return text.replace("“", "‘").replace("”", "’")


def _shortened(text: str) -> str:
    """As many characters as fit."""
    taken, width = 0, 0
    while taken < len(text) and width <= LONGEST:
        width += 2 if east_asian_width(text[taken]) in "WF" else 1
        taken += 1
    return text if width <= LONGEST else text[: taken - 1].rstrip() + "…"
