"""How the lines of a clause sheet are laid out: a clause at its depth, its number beside its text, its font."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from models.snapshots.shapes import Clause

SERIF = ("Noto Serif SC", "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", "SimSun", "Noto Sans SC")
SIZE = 15


@dataclass(frozen=True)
class SheetLine:
    """A clause at its depth."""

    clause: Clause
    depth: int


def sheet_lines(clause: Clause, depth: int = 0) -> Iterator[SheetLine]:
    """A clause and all below it, in order."""
    yield SheetLine(clause, depth)
    for child in clause.children:
        yield from sheet_lines(child, depth + 1)


def beside(number: QLabel | None, text: QWidget, depth: int) -> QHBoxLayout:
    """A number, if any, before a text, as far to the right as its level asks."""
    row = QHBoxLayout()
    row.setContentsMargins(depth * 20, 8 if depth == 0 and number is not None else 0, 0, 0)
    row.setSpacing(8)
    if number is not None:
        row.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(text, 1)
    return row


def sheet_font(language: str, *, bold: bool) -> QFont:
    """The font of texts and numbers in a language, whatever the window speaks: Chinese commas are never narrow."""
    font = QFont()
    font.setFamilies(list(SERIF))
    font.setPixelSize(SIZE)
    font.setBold(bold)
    font.clearFeatures()
    if language == "en":  # the quotation marks and apostrophes of a Chinese font are wide
        font.setFeature(QFont.Tag("pwid"), 1)
    return font
