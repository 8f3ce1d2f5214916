"""The one line that takes what a tick does not say: who came instead, or who came unannounced, from where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from resources.languages import translator
from ui.people.offers import Known
from ui.theme import Theme
from ui.widgets.choice_editors import ChoiceBox
from ui.widgets.picker import Picker

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Came:
    """Who came: known, or only called so; of which unit, known or new; at which side, None: that of the unit."""

    name: str
    person_id: int | None = None
    unit_id: int | None = None
    unit_name: str = ""
    side_id: int | None = None


class CameForm(QFrame):
    """For a walk-in, or with `for_name` for a substitute. `accepted(Came)`; `declined()` by Escape or the button."""

    accepted = Signal(object)
    declined = Signal()

    def __init__(self, known: Known, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.for_name = ""
        self._known, self._language = known, "zh"
        self.heading = QLabel()
        self.heading.setProperty("role", "heading")
        self.who, self.unit, self.side = Picker(free=True), Picker(free=True), ChoiceBox()
        self.accept_button, self.decline_button = QPushButton(), QPushButton()
        self.side.setMinimumContentsLength(14)
        self.accept_button.setProperty("role", "main")
        self._lay_out()
        self.who.turned_to.connect(self._offer_people)
        for picker in (self.who, self.unit):
            picker.line.installEventFilter(self)  # before the picker's own: Enter takes what is marked and goes on
        self.side.installEventFilter(self)
        self.accept_button.clicked.connect(self.accept)
        self.decline_button.clicked.connect(self.declined)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.who, 3)
        line.addWidget(self.unit, 4)
        line.addWidget(self.side, 2)
        line.addWidget(self.accept_button)
        line.addWidget(self.decline_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 10, 14, 12)
        layout.setSpacing(6)
        layout.addWidget(self.heading)
        layout.addLayout(line)

    def ask_walk_in(self, typed: str) -> None:
        """Ask who somebody is whose name was typed: one whom the workspace knows, or somebody new; and from where."""
        self._open("")
        self.unit.set_value("")
        self.unit.offer(self._known.unit_entries(self._language))
        self.who.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.who.type_text(typed.strip())

    def ask_substitute(self, name: str) -> None:
        """Ask who came in the place of somebody."""
        self._open(name)
        self.who.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_anew(self) -> None:
        """The people or units of the workspace were read."""
        if self.isVisible():
            self._offer_people()
            self.unit.offer(self._known.unit_entries(self._language))

    def accept(self) -> None:
        """Hand on who came, if anybody is named."""
        self.who.take()
        self.unit.take()
        name = str(self.who.value() or "").strip()
        if not name:
            self.who.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        person, unit = self.who.entry, self.unit.entry
        unit_name = str(self.unit.value() or "").strip()
        person_id = person.value if person is not None and person.words == name else None
        if self.for_name:
            self.accepted.emit(Came(name, person_id))
            return
        unit_id = unit.value if unit is not None and unit.words == unit_name else None
        self.accepted.emit(Came(name, person_id, unit_id, "" if unit_id else unit_name, self.side.currentData()))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: Enter in a line goes on."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            if watched is self.who.line:
                self._who_entered()
                return True
            if watched in (self.unit.line, self.side):
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.declined.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        self.who.create_words = _("New: “{text}”")
        self.unit.create_words = _("New organization “{text}”")
        self.who.line.setPlaceholderText(_("Name"))
        self.unit.line.setPlaceholderText(_("Organization"))
        self.who.setAccessibleName(_("Name"))
        self.unit.setAccessibleName(_("Organization"))
        self.side.setAccessibleName(_("Side"))
        self.decline_button.setText(_("Cancel"))
        self._say()

    def retheme(self, theme: Theme) -> None:
        """Draw in the colors of another theme."""
        self.side.retheme(theme)

    def _open(self, for_name: str) -> None:
        self.for_name = for_name
        self.who.set_value("")
        self.who.entry = self.unit.entry = None
        self.unit.setVisible(not for_name)
        self.side.setVisible(not for_name)
        self._say()
        self.setVisible(True)

    def _say(self) -> None:
        _ = translator(self._language).gettext
        heading = _("Who came in place of {name}?").format(name=self.for_name)
        self.heading.setText(heading if self.for_name else _("Came unannounced: who, and from where?"))
        self.accept_button.setText(_("Came instead") if self.for_name else _("Is here"))
        now = self.side.currentData()
        self.side.clear()
        for value, words in self._sides():
            self.side.addItem(words, value)
        self.side.setCurrentIndex(max(0, self.side.findData(now)))

    def _sides(self) -> Sequence[tuple[Any, str]]:
        _ = translator(self._language).gettext
        choices = self._known.side_choices(self._language)
        return [(None, _("Side of the unit")), *((value, words) for value, words in choices if value)]

    def _offer_people(self) -> None:
        self.who.offer(self._known.people_entries(self._language))

    def _who_entered(self) -> None:
        self.who.take()
        if self.for_name or not str(self.who.value() or ""):
            self.accept()
        else:
            self.unit.line.setFocus(Qt.FocusReason.OtherFocusReason)
