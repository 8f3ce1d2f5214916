"""What a purge clears, shown before it is done: nothing takes it back, so it is asked for twice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.rules.dates import format_date
from resources.languages import translator
from ui.wording.purging import purge_lines

if TYPE_CHECKING:
    from models.purging import PurgePreview

WIDTH = 520


class PurgeDialog(QDialog):
    """`purge_requested` carries whether the younger backups go, too. Enter keeps everything."""

    purge_requested = Signal(bool)

    def __init__(self, preview: PurgePreview, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preview, self._language = preview, language
        self.title, self.words, self.lines, self.warning = QLabel(), QLabel(), QLabel(), QLabel()
        self.younger = QCheckBox()
        self.purge_button, self.keep_button = QPushButton(), QPushButton()
        self.title.setProperty("role", "title")
        self.warning.setProperty("role", "soft")
        self.keep_button.setProperty("role", "main")
        self.keep_button.setDefault(True)
        for label in (self.title, self.words, self.lines, self.warning):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFixedWidth(WIDTH - 48)
        self._lay_out()
        self._say()
        self.younger.toggled.connect(self._say_lines)
        self.purge_button.clicked.connect(self._purge)
        self.keep_button.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.purge_button)
        buttons.addStretch(1)
        buttons.addWidget(self.keep_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        for widget in (self.title, self.words, self.lines, self.younger, self.warning):
            layout.addWidget(widget)
        layout.addLayout(buttons)
        self.younger.setVisible(bool(self._preview.younger_backups))

    def _say(self) -> None:
        _ = translator(self._language).gettext
        counts, language = self._preview.counts, self._language
        self.setWindowTitle(_("Clear personal data"))
        self.setAccessibleName(_("Clear personal data"))
        self.title.setText(_("Clear the personal data of “{meeting}”?").format(meeting=counts.title))
        words = _("Their term of {days} days after the meeting ended on {day}. This would be cleared:")
        self.words.setText(words.format(days=self._preview.days, day=format_date(counts.kept_until, language)))
        self.warning.setText(_("Names, units, titles and who was there stay. What is cleared cannot be brought back."))
        said = (
            (self.younger, _("Also remove the younger backups, which still hold the data")),
            (self.purge_button, _("Clear for good")),
            (self.keep_button, _("Keep everything")),
        )
        for button, text in said:
            button.setText(text)
            button.setAccessibleName(text)
        self._say_lines()

    def _say_lines(self) -> None:
        lines = purge_lines(self._preview, self._language, with_younger=self.younger.isChecked())
        self.lines.setText("\n".join(f"• {line}" for line in lines))

    def _purge(self) -> None:
        self.purge_requested.emit(self.younger.isChecked())
        self.accept()
