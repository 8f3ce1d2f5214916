"""Above the texts: how much differs, how it is shown, and from change to change."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QCheckBox, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from resources.languages import LANGUAGES, translator
from ui.agreements.compare_words import LANGUAGE_WORDS
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.icons import icon

SHAPES = ("one", "beside")


class CompareBar(QWidget):
    """`language` of the texts, `beside`, `only_changes`: as chosen here."""

    changed = Signal()  # another language: the texts are to be read anew
    looked = Signal()  # the same texts, shown in another way
    stepped = Signal(bool)  # forward

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary, self.where, self.only_box = ElidedLabel(), QLabel(), QCheckBox()
        self.summary.setProperty("role", "heading")
        self.where.setProperty("role", "soft")
        self.previous, self.next = QToolButton(), QToolButton()
        self.only_box.setChecked(True)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.summary, 1)
        self.languages = self._chips(LANGUAGES)
        row.addSpacing(8)
        self.shapes = self._chips(SHAPES)
        row.addSpacing(8)
        row.addWidget(self.only_box)
        row.addSpacing(8)
        for part in (self.previous, self.where, self.next):
            row.addWidget(part)
        self.where.setMinimumWidth(48)
        self.where.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for button, forward in ((self.previous, False), (self.next, True)):
            button.setProperty("role", "quiet")
            button.clicked.connect(lambda _on=False, forward=forward: self.stepped.emit(forward))
        for chip in self.languages.values():
            chip.clicked.connect(self.changed)
        for chip in self.shapes.values():
            chip.clicked.connect(self.looked)
        self.only_box.toggled.connect(self.looked)

    def _chips(self, keys: tuple[str, ...]) -> dict[str, QPushButton]:
        group, made = QButtonGroup(self), {}
        for key in keys:
            chip = made[key] = QPushButton()
            chip.setCheckable(True)
            chip.setProperty("role", "chip")
            group.addButton(chip)
            self._row.addWidget(chip)
        made[keys[0]].setChecked(True)
        return made

    @property
    def language(self) -> str:
        """Of the texts."""
        return next(key for key, chip in self.languages.items() if chip.isChecked())

    @property
    def beside(self) -> bool:
        """Whether the texts stand side by side."""
        return self.shapes["beside"].isChecked()

    @property
    def only_changes(self) -> bool:
        """Whether what is the same is not shown."""
        return self.only_box.isChecked()

    def choose_language(self, language: str, there: Collection[str]) -> None:
        """Show the texts in a language, of those in which both are there."""
        for key, chip in self.languages.items():
            chip.setVisible(len(there) > 1)
            chip.setEnabled(key in there)
        wanted = language if language in there else next(iter(there), language)
        self.languages[wanted].setChecked(True)

    def show_steps(self, current: int | None, count: int, *, back: bool, forward: bool) -> None:
        """Where one is among the changes."""
        self.where.setText(f"{current + 1 if current is not None else '–'} / {count}" if count else "")
        self.previous.setEnabled(back)
        self.next.setEnabled(forward)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        for key, chip in self.languages.items():
            chip.setText(_(LANGUAGE_WORDS[key]))
        self.shapes["one"].setText(_("In one text"))
        self.shapes["beside"].setText(_("Side by side"))
        self.only_box.setText(_("Only changes"))
        self.where.setAccessibleName(_("Which change is looked at"))
        for button, words, keys in (
            (self.previous, _("Previous change"), "Shift+F7"),
            (self.next, _("Next change"), "F7"),
        ):
            button.setAccessibleName(words)
            button.setToolTip(f"{words} ({keys})" if language == "en" else f"{words}（{keys}）")

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        self.previous.setIcon(icon("chevron-left", theme))
        self.next.setIcon(icon("chevron-right", theme))
