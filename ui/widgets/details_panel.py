"""The quiet panel on the right: a name, a line below it, and sections of lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

WIDTH = 292


@dataclass(frozen=True)
class Section:
    """A heading with its lines; one without lines is not shown."""

    heading: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Details:
    """What the panel says about one row."""

    title: str
    subtitle: str = ""
    sections: tuple[Section, ...] = ()


class DetailsPanel(QFrame):
    """Shows the details of the chosen row; every text can be marked and copied."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.setFixedWidth(WIDTH)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 8, 1, 8)
        layout.addWidget(self._area)
        self.shown: Details | None = None

    def name(self, words: str) -> None:
        """Name the panel for those who hear it."""
        self.setAccessibleName(words)
        self._area.setAccessibleName(words)

    def show_details(self, details: Details | None) -> None:
        """Replace what is shown."""
        self.shown = details
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(15, 8, 15, 8)
        layout.setSpacing(4)
        for role, text in _lines(details):
            layout.addWidget(_label(role, text))
        layout.addStretch(1)
        self._area.setWidget(body)


def _lines(details: Details | None) -> Sequence[tuple[str, str]]:
    if details is None:
        return ()
    lines = [("name", details.title)]
    if details.subtitle:
        lines.append(("soft", details.subtitle))
    for section in details.sections:
        if section.lines:
            lines.append(("section", section.heading))
            lines += [("", line) for line in section.lines]
    return lines


def _label(role: str, text: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role == "section":
        label.setContentsMargins(0, 10, 0, 0)
    return label
