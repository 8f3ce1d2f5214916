"""Panels of a page below one another, and the headings in them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget


def titled(heading: QLabel, *buttons: QPushButton) -> QWidget:
    """A heading with its buttons."""
    holder, row = QWidget(), QHBoxLayout()
    holder.setLayout(row)
    row.setContentsMargins(0, 0, 0, 0)
    heading.setProperty("role", "title")
    row.addWidget(heading, 1)
    for button in buttons:
        row.addWidget(button)
    return holder


def stacked(*groups: tuple[QWidget, ...]) -> QWidget:
    """Panels below one another; what is a panel of its own already stays as it is."""
    holder, column = QWidget(), QVBoxLayout()
    holder.setLayout(column)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(10)
    for group in groups:
        column.addWidget(group[0] if isinstance(group[0], QFrame) else _panel(group))
    column.addStretch(1)
    return holder


def _panel(parts: tuple[QWidget, ...]) -> QFrame:
    panel, inside = QFrame(), QVBoxLayout()
    panel.setProperty("role", "panel")
    panel.setLayout(inside)
    inside.setContentsMargins(14, 10, 14, 12)
    for part in parts:
        inside.addWidget(part)
    return panel


class UprightArea(QScrollArea):
    """Moves up and down only: it is never narrower than what it shows, which would be cut at its right."""

    def minimumSizeHint(self) -> QSize:
        """Qt: with room for the bar."""
        hint, inside = super().minimumSizeHint(), self.widget()
        bar = self.verticalScrollBar().sizeHint().width()
        return hint if inside is None else QSize(inside.minimumSizeHint().width() + bar, hint.height())


def scrolled(widget: QWidget) -> QScrollArea:
    """The widget, moved up and down where it is too high."""
    area = UprightArea()
    area.setWidgetResizable(True)
    area.setWidget(widget)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area
