"""Which two texts are compared: each chosen from a list, with its content hash beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from models.final_texts import final_revision
from models.snapshots.shapes import Agreement
from resources.languages import translator
from ui.agreements.compare_words import current_words, hash_words, revision_words
from ui.theme import Theme
from ui.widgets.choice_editors import ChoiceBox

BOX_LETTERS = 22


class CompareChoice(QWidget):
    """`older` is the number of a revision, `newer` too, or None: the text as it is now."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.older: int | None = None
        self.newer: int | None = None
        self.labels, self.boxes, self.hashes = [], [], []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for place in range(2):
            label, box, digits = QLabel(), ChoiceBox(), QLabel()
            box.setMinimumContentsLength(BOX_LETTERS)
            label.setBuddy(box)
            digits.setProperty("role", "small")
            digits.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            digits.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            box.activated.connect(self._chosen)
            for part, stretch in ((label, 0), (box, 1), (digits, 0)):
                row.addWidget(part, stretch)
            if not place:
                row.addSpacing(18)
            self.labels.append(label)
            self.boxes.append(box)
            self.hashes.append(digits)

    def offer(self, agreement: Agreement, language: str) -> None:
        """Offer the texts of the agreement; what was chosen stays where it still is there."""
        revisions = sorted(agreement.revisions, key=lambda one: one.number, reverse=True)
        kept: list[tuple[str, int | None]] = [
            (revision_words(agreement, one, language), one.number) for one in revisions
        ]
        offered: tuple[list[tuple[str, int | None]], ...] = (kept, [(current_words(agreement, language), None), *kept])
        for box, entries in zip(self.boxes, offered, strict=True):
            if entries != [(box.itemText(place), box.itemData(place)) for place in range(box.count())]:
                box.clear()
                for words, number in entries:
                    box.addItem(words, number)
        numbers = {one.number for one in revisions}
        if self.older not in numbers or (self.newer is not None and self.newer not in numbers):
            self.begin(agreement)
        self._show()

    def begin(self, agreement: Agreement, older: int | None = None) -> None:
        """The final text, else the text as it is now, against an older one: this, else the newest before it."""
        numbers = sorted(revision.number for revision in agreement.revisions)
        final = final_revision(agreement)
        newer = final.number if final is not None and (len(numbers) > 1 and older != final.number) else None
        before = [number for number in numbers if newer is None or number < newer]
        if not before:  # the final text is the oldest
            newer, before = None, numbers
        self.older = older if older in numbers else max(before, default=None)
        self.newer = newer
        self._show()

    def choose(self, older: int, newer: int | None) -> None:
        """Choose two of those offered."""
        self.older, self.newer = older, newer
        self._show()

    def show_hashes(self, hashes: tuple[str, str], language: str) -> None:
        """The content hash of either text, as its paper prints it."""
        for label, digits in zip(self.hashes, hashes, strict=True):
            label.setText(hash_words(digits, language))
            label.setToolTip(digits)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        _ = translator(language).gettext
        for label, box, digits, words in zip(
            self.labels, self.boxes, self.hashes, (_("Older text"), _("Newer text")), strict=True
        ):
            label.setText(words)
            box.setAccessibleName(words)
            digits.setAccessibleName(f"{words}: {_('Hash')}")

    def retheme(self, theme: Theme) -> None:
        """Use the colors of another theme."""
        for box in self.boxes:
            box.retheme(theme)

    def _chosen(self) -> None:
        older, newer = (box.currentData() for box in self.boxes)
        if (older, newer) != (self.older, self.newer):
            self.older, self.newer = older, newer
            self._show()
            self.changed.emit()

    def _show(self) -> None:
        for box, number in zip(self.boxes, (self.older, self.newer), strict=True):
            box.setCurrentIndex(box.findData(number) if number is not None or box is self.boxes[1] else -1)
            box.setToolTip(box.currentText())
