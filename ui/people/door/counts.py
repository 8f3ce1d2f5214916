"""How many are here: the whole meeting in large figures, then side by side."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from models.rules.presence import PresenceCounts, presence_by_side, presence_in_all
from models.snapshots.shapes import MeetingSnapshot
from resources.languages import translator
from ui.widgets.elided_label import ElidedLabel

WIDTH = 320


class CountsPanel(QFrame):
    """Follows the snapshot."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(WIDTH)
        self.here, self.words = QLabel(), QLabel()
        self.here.setProperty("role", "figure")
        self.words.setProperty("role", "soft")
        self.words.setWordWrap(True)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the keyboard belongs to the line
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 6, 14)
        layout.setSpacing(4)
        layout.addWidget(self.here)
        layout.addWidget(self.words)
        layout.addSpacing(10)
        layout.addWidget(self._area, 1)

    def show_counts(self, snapshot: MeetingSnapshot, language: str) -> None:
        """Count anew."""
        _ = translator(language).gettext
        total = presence_in_all(snapshot)
        self.here.setText(_("{here} here").format(here=total.here))
        self.words.setText(told(total, language))
        self.setAccessibleName(f"{self.here.text()}: {self.words.text()}")
        body = QWidget()
        grid = QGridLayout(body)
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setVerticalSpacing(3)
        for one in presence_by_side(snapshot):
            name = one.side.label.pick(language) if one.side else _("Without a side")
            _add_side(grid, name, _rows(one, language))
        grid.setRowStretch(grid.rowCount(), 1)
        self._area.setWidget(body)


def told(total: PresenceCounts, language: str) -> str:
    """60 expected · 19 absent, in one line."""
    _ = translator(language).gettext
    parts = [
        _("{count} expected").format(count=total.expected),
        _("{count} absent").format(count=total.absent),
        _("{count} substitutes").format(count=total.substitutes) if total.substitutes else "",
        _("{count} unannounced").format(count=total.walk_ins) if total.walk_ins else "",
        _("{count} without names").format(count=total.unnamed) if total.unnamed else "",
    ]
    return " · ".join(filter(None, parts))


def _rows(one: PresenceCounts, language: str) -> list[tuple[str, str]]:
    """The figures of a side that are worth a line."""
    _ = translator(language).gettext
    rows = [(_("Expected"), one.expected), (_("Here"), one.here), (_("Absent"), one.absent)]
    rows += [(_("Substitutes among them"), one.substitutes)] if one.substitutes else []
    rows += [(_("Unannounced"), one.walk_ins)] if one.walk_ins else []
    rows += [(_("Without names"), one.unnamed)] if one.unnamed else []
    return [(words, str(count)) for words, count in rows]


def _add_side(grid: QGridLayout, name: str, rows: Sequence[tuple[str, str]]) -> None:
    head = ElidedLabel()
    head.setProperty("role", "heading")
    head.setText(name)
    head.setContentsMargins(0, 10, 0, 0)
    grid.addWidget(head, grid.rowCount(), 0, 1, 2)
    for words, count in rows:
        label, figure = QLabel(words), QLabel(count)
        label.setProperty("role", "soft")
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = grid.rowCount()
        grid.addWidget(label, row, 0)
        grid.addWidget(figure, row, 1)
