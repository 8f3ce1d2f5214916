"""How high text is in a sheet. Excel fits no row by itself in a file that it has not made."""

from __future__ import annotations

from math import ceil

from exporters.text_width import width, words

PADDING = 3.0  # digits a column gets beyond its text: what Excel keeps free at both sides, the indent, and some air
KEPT_FREE = 2.0  # digits of a column that its text cannot use
SAFETY = 1.07  # fonts that stand in for ours are up to this much wider
SLACK = 1.03  # a Han character of 宋体 is 15 pixels wide, the two digits it is counted as 16
TALLEST_ROW = 409.0  # points; Excel refuses more
LEAST_OF_SIZE = 0.8  # of its size a title may lose, no more
LINE = 1.36  # height of a line against the type size


def count_lines(text: str, room: float) -> int:
    """How many lines the text takes in `room` digits, broken as Excel breaks it."""
    return sum(_lines_of_paragraph(paragraph, max(room, 2.0)) for paragraph in text.split("\n"))


def row_height(text: str, room: float, size: float) -> float:
    """Height in points of wrapped text set in `size` points; `room` in digits of the sheet's own size (11)."""
    return lines_in(text, room, size) * size * LINE + 3


def lines_in(text: str, room: float, size: float) -> int:
    """How many lines wrapped text of that size takes in `room` digits."""
    return count_lines(text, (room - KEPT_FREE) * 11 / size * SLACK)


def fitting_size(text: str, room: float, size: float) -> float:
    """The size, or one a little smaller where that saves the text a line: a title ends in no single character."""
    smaller = round(size * LEAST_OF_SIZE * 2) / 2
    return smaller if lines_in(text, room, smaller) < lines_in(text, room, size) else size


def _lines_of_paragraph(text: str, room: float) -> int:
    if width(text) <= room:
        return 1
    lines, used = 1, 0.0
    for word in words(text):
        need = width(word)
        if used + need <= room:
            used += need
        elif need <= room:
            lines, used = lines + 1, (0.0 if word.isspace() else need)
        else:  # longer than a line: Excel cuts it wherever it must
            lines, used = lines + ceil((used + need) / room) - 1, (used + need) % room
    return lines
