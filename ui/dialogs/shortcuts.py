"""The list of all shortcuts, in two columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from resources.languages import translator

Group = tuple[str, Sequence[tuple[str, str]]]
SIZE = (760, 560)


class ShortcutsDialog(QDialog):
    """What each key does; opened with `open()`."""

    def __init__(self, groups: Sequence[Group], language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        _ = translator(language).gettext
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.setAccessibleName(_("Keyboard shortcuts"))
        self.resize(*SIZE)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setAccessibleName(_("Keyboard shortcuts"))
        area.setWidget(_columns(groups))
        self.close_button = QPushButton(_("Close"))
        self.close_button.setAccessibleName(_("Close"))
        self.close_button.setProperty("role", "main")
        self.close_button.setDefault(True)
        self.close_button.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(area, 1)
        layout.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)


def _columns(groups: Sequence[Group]) -> QWidget:
    """The groups, each in the column that is shorter so far."""
    body = QWidget()
    row = QHBoxLayout(body)
    row.setContentsMargins(0, 0, 8, 0)
    row.setSpacing(32)
    columns, heights = [QVBoxLayout(), QVBoxLayout()], [0, 0]
    for title, lines in groups:
        shorter = heights.index(min(heights))
        columns[shorter].addWidget(_group(title, lines))
        heights[shorter] += len(lines) + 2
    for column in columns:
        column.setSpacing(14)
        column.addStretch(1)
        row.addLayout(column, 1)
    return body


def _group(title: str, lines: Sequence[tuple[str, str]]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(6)
    heading = QLabel(title)
    heading.setProperty("role", "section")
    grid.addWidget(heading, 0, 0, 1, 2)
    for number, (words, keys) in enumerate(lines, 1):
        label, told = QLabel(words), QLabel(keys)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        told.setProperty("role", "keys")
        grid.addWidget(label, number, 0)
        grid.addWidget(told, number, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(0, 1)
    return group
