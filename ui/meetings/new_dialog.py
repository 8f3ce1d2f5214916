"""Title, day, city and kind: all that a new meeting needs to begin with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.codes import MeetingKind
from models.rules.scripts import by_script
from models.snapshots.shapes import Bilingual
from resources.languages import translator
from ui.meetings.day_line import DayLine
from ui.meetings.words import code_word

WIDTH = 590


@dataclass(frozen=True)
class NewMeeting:
    """What was entered."""

    title: Bilingual
    starts_on: date | None
    ends_on: date | None
    city: Bilingual
    kinds: tuple[MeetingKind, ...]
    needs_english: bool = True


class NewMeetingDialog(QDialog):
    """Asks for as little as can be; the rest is entered on the page of the meeting's details."""

    def __init__(self, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        self.title_line, self.city_line = QLineEdit(), QLineEdit()
        self.day_line = DayLine(language)
        self.kind_boxes = {kind: QCheckBox() for kind in MeetingKind}
        self.english_box = QCheckBox()
        self.english_box.setChecked(True)
        self.create_button, self.back_button = QPushButton(), QPushButton()
        self.create_button.setProperty("role", "main")
        self.create_button.setDefault(True)
        self.create_button.clicked.connect(self.accept)
        self.back_button.clicked.connect(self.reject)
        self.title_line.textChanged.connect(self._allow)
        self._labels = [QLabel() for _number in range(4)]
        self._lay_out()
        self._say()
        self._allow()

    def _lay_out(self) -> None:
        kinds, buttons = QGridLayout(), QHBoxLayout()
        for number, box in enumerate(self.kind_boxes.values()):
            kinds.addWidget(box, number // 2, number % 2, Qt.AlignmentFlag.AlignLeft)  # where it answers, no wider
        buttons.addStretch(1)
        buttons.addWidget(self.back_button)
        buttons.addWidget(self.create_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 18)
        layout.setSpacing(4)
        self.setMinimumWidth(WIDTH)
        parts: tuple[QWidget | QGridLayout, ...] = (self.title_line, self.day_line, self.city_line, kinds)
        for label, part in zip(self._labels, parts, strict=True):
            label.setProperty("role", "section")
            label.setContentsMargins(0, 8, 0, 0)
            layout.addWidget(label)
            if isinstance(part, QWidget):
                layout.addWidget(part)
            else:
                layout.addLayout(part)
        layout.addSpacing(10)
        layout.addWidget(self.english_box, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(14)
        layout.addLayout(buttons)

    def accept(self) -> None:
        """Qt: not before the day can be read."""
        if self.day_line.settled():
            super().accept()

    def wanted(self) -> NewMeeting:
        """What was entered; Chinese words are Chinese, others English."""
        kinds = tuple(kind for kind, box in self.kind_boxes.items() if box.isChecked())
        title, city = Bilingual(*by_script(self.title_line.text())), Bilingual(*by_script(self.city_line.text()))
        return NewMeeting(title, self.day_line.day(), None, city, kinds, self.english_box.isChecked())

    def _say(self) -> None:
        _ = translator(self._language).gettext
        self.setWindowTitle(_("New meeting"))
        self.setAccessibleName(_("New meeting"))
        words = (_("Name of the meeting"), _("Day"), _("City"), _("What happens there"))
        fields = (self.title_line, self.day_line, self.city_line)
        for label, text in zip(self._labels, words, strict=True):
            label.setText(text)
        for field, text in zip(fields, words, strict=False):
            field.setAccessibleName(text)
        self.title_line.setPlaceholderText(_("For example: Symposium of Shangdang District and Wuhan University"))
        for kind, box in self.kind_boxes.items():
            box.setText(code_word(kind, self._language))
            box.setAccessibleName(box.text())
        self.english_box.setText(_("This meeting needs English papers"))
        self.english_box.setAccessibleName(self.english_box.text())
        for button, text in ((self.create_button, _("Create")), (self.back_button, _("Cancel"))):
            button.setText(text)
            button.setAccessibleName(text)

    def _allow(self) -> None:
        self.create_button.setEnabled(bool(self.title_line.text().strip()))
