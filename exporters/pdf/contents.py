"""The table of contents: each entry with dots and the page its section begins on, known when it is drawn."""

from __future__ import annotations

from exporters.blocks import Contents, Span
from exporters.pdf.boxes import Box, baseline
from exporters.pdf.ink import Ink
from exporters.typeset.lines import Line
from exporters.typeset.paragraphs import Setting, set_lines
from exporters.typeset.safe_text import clean_line
from exporters.typeset.styles import StyleSet

_NUMBER_CELLS = 3  # kept free for the page number
_APART = 4.0  # points between an entry, its dots and its number


def contents_boxes(block: Contents, style: StyleSet, width: float) -> list[Box]:
    """A box an entry."""
    return [_entry(clean_line(entry), style, width) for entry in block.entries]


def _entry(entry: str, style: StyleSet, width: float) -> Box:
    """The entry's lines; the page number stands at the end of the last."""
    body = style.body
    setting = Setting(body, style.language)
    lines = set_lines((Span(entry),), setting, width - _NUMBER_CELLS * body.cell)

    def draw(ink: Ink, left: float, top: float) -> None:
        for number, line in enumerate(lines):
            base = top + number * body.leading + baseline(body)
            ink.line(line, left, base)
        page = _one(str(ink.first_pages.get(entry, "")), setting, width)
        dots = _dots(width - lines[-1].width - page.width - 2 * _APART, setting)
        ink.line(dots, left + width - page.width - _APART - dots.width, base)
        ink.line(page, left + width - page.width, base)

    return Box(len(lines) * body.leading, draw)


def _dots(room: float, setting: Setting) -> Line:
    one = _one(".", setting, room).width
    return _one("." * max(int(room / one), 0), setting, room + one)


def _one(text: str, setting: Setting, width: float) -> Line:
    return set_lines((Span(text),), setting, width)[0]
