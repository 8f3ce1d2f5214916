"""What of a meeting comes along into its copy."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.rules.scripts import by_script
from models.snapshots.shapes import Bilingual
from resources.languages import translator
from ui.meetings.day_line import DayLine
from ui.wording.messages import N_

WIDTH = 460
PARTS = (
    ("sides", N_("Sides, units and roles of organizations")),
    ("people", N_("People, without replies, travel and sign-in")),
    ("agenda", N_("Agenda")),
    ("visits", N_("Visits")),
    ("vehicles", N_("Vehicles and their passengers")),
    ("agreements", N_("Agreements, as drafts without dates and signatures")),
)


@dataclass(frozen=True)
class WantedCopy:
    """What was chosen; `parts` by the names of `TakeAlong`."""

    title: Bilingual
    starts_on: date | None
    parts: dict[str, bool]


class CopyDialog(QDialog):
    """Asks for the title and the day of the copy, and what comes along."""

    def __init__(self, title: Bilingual, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language, self._old = language, title
        self.title_line, self.day_line = QLineEdit(title.pick(language)), DayLine(language)
        self.boxes = {key: QCheckBox() for key, _message in PARTS}
        for box in self.boxes.values():
            box.setChecked(True)
        self.boxes["visits"].toggled.connect(self.boxes["vehicles"].setEnabled)
        self.copy_button, self.back_button = QPushButton(), QPushButton()
        self.copy_button.setProperty("role", "main")
        self.copy_button.setDefault(True)
        self.copy_button.clicked.connect(self.accept)
        self.back_button.clicked.connect(self.reject)
        self.title_line.textChanged.connect(self._allow)
        self._labels = [QLabel() for _number in range(3)]
        self._lay_out()
        self._say()

    def _lay_out(self) -> None:
        self.setMinimumWidth(WIDTH)
        layout, buttons = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(6)
        for label in self._labels:
            label.setProperty("role", "section")
            label.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self._labels[0])
        layout.addWidget(self.title_line)
        layout.addWidget(self._labels[1])
        layout.addWidget(self.day_line)
        layout.addWidget(self._labels[2])
        for box in self.boxes.values():
            layout.addWidget(box)
        layout.addSpacing(12)
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.copy_button)
        layout.addLayout(buttons)

    def accept(self) -> None:
        """Qt: not before the day can be read."""
        if self.day_line.settled():
            super().accept()

    def wanted(self) -> WantedCopy:
        """What was chosen; a title left as it is keeps both languages."""
        typed = self.title_line.text().strip()
        title = self._old if typed == self._old.pick(self._language) else Bilingual(*by_script(typed))
        return WantedCopy(title, self.day_line.day(), {key: box.isChecked() for key, box in self.boxes.items()})

    def _say(self) -> None:
        _ = translator(self._language).gettext
        self.setWindowTitle(_("Copy the meeting"))
        self.setAccessibleName(_("Copy the meeting"))
        for label, words in zip(self._labels, (_("Name of the meeting"), _("Day"), _("What comes along")), strict=True):
            label.setText(words)
        self.title_line.setAccessibleName(_("Name of the meeting"))
        for key, message in PARTS:
            self.boxes[key].setText(_(message))
            self.boxes[key].setAccessibleName(_(message))
        for button, text in ((self.copy_button, _("Copy")), (self.back_button, _("Cancel"))):
            button.setText(text)
            button.setAccessibleName(text)

    def _allow(self) -> None:
        self.copy_button.setEnabled(bool(self.title_line.text().strip()))
