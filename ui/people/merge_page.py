"""Two people who may be one, side by side: choose field by field, then merge them as one undo step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from models.rules.masking import mask_id, mask_phone
from models.rules.name_likeness import Likeness
from resources.languages import translator
from ui.people.offers import GENDERS
from ui.people.rows import N_
from ui.theme import Theme
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.tips import as_tip

if TYPE_CHECKING:
    from models.store.look_alikes import Candidate, Pair

MOST_SHOWN = 40  # characters of a value on its button
_GENDERS = dict(GENDERS)
REASONS = {
    Likeness.SAME_NAME: N_("the same name"),
    Likeness.LOOKS_ALIKE: N_("names that look alike"),
    Likeness.SOUNDS_ALIKE: N_("names that sound alike"),
    Likeness.SAME_PHONE: N_("the same phone number"),
}
_FIELDS = {
    "name_zh": N_("Name"),
    "name_en": N_("Name in English"),
    "gender": N_("Gender"),
    "phone": N_("Mobile"),
    "phone_2": N_("Second phone"),
    "email": N_("E-mail"),
    "ethnicity": N_("Ethnic group"),
    "diet": N_("Diet"),
    "academic_rank_zh": N_("Academic rank"),
    "academic_rank_en": N_("Academic rank in English"),
    "expertise_zh": N_("Expertise"),
    "expertise_en": N_("Expertise in English"),
    "identity_number": N_("Identity number"),
    "notes": N_("Notes"),
}


class MergePage(QWidget):
    """The pairs on the left, the chosen pair on the right."""

    merge_requested = Signal(int, int, object)  # who stays, who goes, the values of who stays
    separate_requested = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pairs: tuple[Pair, ...] = ()
        self.language = "zh"
        self._apart: set[tuple[int, int]] = set()  # said to be two people, for now
        self._groups: dict[str, QButtonGroup] = {}
        self.heading, self.words, self.list = QLabel(), QLabel(), QListWidget()
        self.merge_button, self.apart_button, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self._area = QScrollArea()
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _row: self._show_pair())
        self.merge_button.clicked.connect(self._merge)
        self.apart_button.clicked.connect(self._keep_apart)
        self.close_button.clicked.connect(self.closed)

    def _lay_out(self) -> None:
        self.heading.setProperty("role", "title")
        self.words.setProperty("role", "soft")
        self.words.setWordWrap(True)
        self.merge_button.setProperty("role", "main")
        self.list.setFixedWidth(260)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        for button in (self.close_button, self.apart_button, self.merge_button):
            head.addWidget(button)
        body = QHBoxLayout()
        body.setSpacing(12)
        body.addWidget(self.list)
        body.addWidget(self._area, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.words)
        layout.addLayout(body, 1)

    def show_pairs(self, pairs: Sequence[Pair]) -> None:
        """Show the pairs, without those that were said to be two people."""
        self.pairs = tuple(pair for pair in pairs if _ids(pair) not in self._apart)
        _ = translator(self.language).gettext
        self.list.clear()
        for pair in self.pairs:
            self.list.addItem(f"{_called(pair.first)} / {_called(pair.second)}\n{_(REASONS[pair.reason])}")
        self.list.setCurrentRow(0 if self.pairs else -1)
        self._say()
        self._show_pair()

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def chosen_values(self) -> dict[str, str]:
        """The values of the fields, as chosen."""
        pair = self._pair()
        if pair is None:
            return {}
        values = {}
        for key in _FIELDS:
            one, other = pair.first.values[key], pair.second.values[key]
            group = self._groups.get(key)
            values[key] = (one, other)[group.checkedId()] if group else one or other
        return values

    def choose(self, key: str, side: int) -> None:
        """Take a field of the first (0) or the second (1)."""
        self._groups[key].button(side).setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Escape goes back to the table."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def retranslate(self, language: str) -> None:
        """Say everything in another language."""
        self.language = language
        _ = translator(language).gettext
        buttons = (
            (self.merge_button, _("Merge these two")),
            (self.apart_button, _("They are two people")),
            (self.close_button, _("Back to the list")),
        )
        for button, words in buttons:
            button.setText(words)
            button.setAccessibleName(words)
        self.list.setAccessibleName(_("People who may be listed twice"))
        self.show_pairs(self.pairs)

    def retheme(self, theme: Theme) -> None:
        """Nothing here is drawn by hand."""

    def _say(self) -> None:
        _, ngettext = translator(self.language).gettext, translator(self.language).ngettext
        count = len(self.pairs)
        said = ngettext("{count} pair may be one person", "{count} pairs may be one person each", count)
        self.heading.setText(said.format(count=count))
        self.words.setText(
            _("Choose what is right, field by field. Posts, replies, agenda and agreements of both are joined.")
            if count
            else _("Nobody seems to be listed twice.")
        )
        self.list.setVisible(bool(count))
        self.merge_button.setEnabled(bool(count))
        self.apart_button.setEnabled(bool(count))

    def _pair(self) -> Pair | None:
        row = self.list.currentRow()
        return self.pairs[row] if 0 <= row < len(self.pairs) else None

    def _show_pair(self) -> None:
        body, pair = QWidget(), self._pair()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        self._groups = {}
        if pair is not None:
            self._fill(grid, pair)
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(body)

    def _fill(self, grid: QGridLayout, pair: Pair) -> None:
        """The posts above, to recognize both; then each field in which they differ."""
        _ = translator(self.language).gettext
        for column, candidate in enumerate((pair.first, pair.second), 1):
            post = ElidedLabel()
            post.setProperty("role", "soft")
            post.setText(f"{_called(candidate)} · {candidate.post or _('No post known')}")
            grid.addWidget(post, 0, column)
        for key, words in _FIELDS.items():
            one, other = pair.first.values[key], pair.second.values[key]
            if one != other:
                self._add_field(grid, key, _(words), (one, other))

    def _add_field(self, grid: QGridLayout, key: str, words: str, values: tuple[str, str]) -> None:
        _ = translator(self.language).gettext
        row, group = grid.rowCount(), QButtonGroup(grid.parentWidget())
        label = QLabel(words)
        label.setProperty("role", "section")
        grid.addWidget(label, row, 0)
        for side, value in enumerate(values):
            said = _masked(key, value) or _("nothing")
            said = _(_GENDERS.get(value, said)) if key == "gender" and value else said
            chip = QPushButton(said.replace("&", "&&").replace("\n", " ")[:MOST_SHOWN])
            chip.setToolTip(as_tip(said) if len(said) > MOST_SHOWN else "")
            chip.setProperty("role", "chip")
            chip.setCheckable(True)
            chip.setAccessibleName(f"{words}: {said}")
            group.addButton(chip, side)
            grid.addWidget(chip, row, side + 1)
        group.button(0 if values[0] else 1).setChecked(True)
        self._groups[key] = group

    def _merge(self) -> None:
        pair = self._pair()
        if pair is not None:
            self.merge_requested.emit(pair.first.person_id, pair.second.person_id, self.chosen_values())

    def _keep_apart(self) -> None:
        pair = self._pair()
        if pair is not None:
            self._apart.add(_ids(pair))
            self.show_pairs(self.pairs)
            self.separate_requested.emit()


def _ids(pair: Pair) -> tuple[int, int]:
    return (pair.first.person_id, pair.second.person_id)


def _called(candidate: Candidate) -> str:
    return candidate.values["name_zh"] or candidate.values["name_en"]


def _masked(key: str, value: Any) -> str:
    if key in ("phone", "phone_2"):
        return mask_phone(str(value))
    return mask_id(str(value)) if key == "identity_number" and value else str(value)
