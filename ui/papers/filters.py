"""The chips above the papers: which of them are shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QWidget

from resources.languages import translator
from ui.papers.rows import LANGUAGE_NAMES, N_, PaperRow

ALL, SIGNED, MEETING, LACKING, TICKED = "all", "signed", "meeting", "lacking", "ticked"
CHIPS = {
    ALL: N_("All"),
    SIGNED: N_("For signing"),
    MEETING: N_("For the meeting"),
    LACKING: N_("Not ready"),
    TICKED: N_("Ticked"),
}


class PaperFilter(QWidget):
    """One chip of the kinds is always pressed, of the languages one or none; a few letters narrow further."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips: dict[str, QPushButton] = {}
        self.languages: dict[str, QPushButton] = {}
        self.search = QLineEdit()
        self.search.setMaximumWidth(180)
        self.search.textChanged.connect(self.changed)
        self._language = "zh"
        self._counts: Mapping[str, int] = {}
        self._keys: dict[str, str] = {}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        group = QButtonGroup(self)
        group.setExclusive(True)
        for key in CHIPS:
            self.chips[key] = self._chip()
            group.addButton(self.chips[key])
            layout.addWidget(self.chips[key])
        layout.addSpacing(12)
        for key in LANGUAGE_NAMES:
            self.languages[key] = self._chip()
            self.languages[key].clicked.connect(partial(self._only, key))
            layout.addWidget(self.languages[key])
        layout.addStretch(1)
        layout.addWidget(self.search)
        self.chips[ALL].setChecked(True)

    def _chip(self) -> QPushButton:
        chip = QPushButton()
        chip.setCheckable(True)
        chip.setProperty("role", "chip")
        chip.toggled.connect(self.changed)
        return chip

    def _only(self, key: str) -> None:
        for other, chip in self.languages.items():
            if other != key:
                chip.setChecked(False)

    def show_all(self) -> None:
        """Filter nothing."""
        self.chips[ALL].setChecked(True)
        for chip in self.languages.values():
            chip.setChecked(False)
        self.search.clear()

    def chosen(self, rows: Sequence[PaperRow], ticked: Collection[int]) -> list[PaperRow]:
        """The papers that pass."""
        kind = next(key for key, chip in self.chips.items() if chip.isChecked())
        languages = {key for key, chip in self.languages.items() if chip.isChecked()}
        passes = _tests(ticked)[kind]
        found = [row for row in rows if passes(row) and (not languages or row.language in languages)]
        typed = self.search.text().strip()
        return [row for row in found if self._matches(row, typed)] if typed else found

    def _matches(self, row: PaperRow, typed: str) -> bool:
        from models.rules.search_text import matches, search_keys

        title = " ".join((row.title("zh"), row.title("en")))
        if title not in self._keys:
            self._keys[title] = search_keys(title)
        return matches(self._keys[title], typed)

    def count(self, rows: Sequence[PaperRow], ticked: Collection[int]) -> None:
        """Say how many there are of each."""
        self._counts = {key: sum(map(passes, rows)) for key, passes in _tests(ticked).items()}
        self._say()

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self._language = language
        _ = translator(language).gettext
        for key, chip in self.languages.items():
            chip.setText(_(LANGUAGE_NAMES[key]))
            chip.setAccessibleName(chip.text())
        self.search.setPlaceholderText(_("Find a paper"))
        self.search.setAccessibleName(_("Find a paper"))
        self._say()

    def _say(self) -> None:
        _ = translator(self._language).gettext
        for key, chip in self.chips.items():
            chip.setText(f"{_(CHIPS[key])} {self._counts.get(key, 0)}")
            chip.setAccessibleName(chip.text())


def _tests(ticked: Collection[int]) -> dict[str, Callable[[PaperRow], bool]]:
    return {
        ALL: lambda _row: True,
        SIGNED: lambda row: row.signed,
        MEETING: lambda row: not row.signed,
        LACKING: lambda row: row.lack != "none",
        TICKED: lambda row: row.id in ticked,
    }
