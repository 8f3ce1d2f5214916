"""What stands on a page besides its text: page number, foot line, draft mark."""

from __future__ import annotations

from dataclasses import dataclass
from math import atan2, cos, sin

from exporters.blocks import Document, Span
from exporters.pdf.ink import GREY, Ink
from exporters.typeset.breaking import Line
from exporters.typeset.fonts import Role
from exporters.typeset.paragraphs import Setting, set_lines
from exporters.typeset.safe_text import clean_line
from exporters.typeset.styles import PageStyle, StyleSet, TextStyle
from resources.languages import translator

_MARK_GRAY = 0.93
_MARK_SIZE = 110.0
_FOOT_SHARE = 0.62  # of the text width, beside a page number


@dataclass(frozen=True, slots=True)
class Place:
    """A page's number, from 1, and how many there are."""

    number: int
    count: int


def draw(ink: Ink, document: Document, style: StyleSet, shape: PageStyle, place: Place, *, final: bool) -> None:
    """Draw the furniture of a page, before its text."""
    ink.artifact()
    if document.style == "agreement" and not final:
        _draft_mark(ink, style, shape)
    _NUMBERS[shape.number](ink, style, shape, place, clean_line(document.footer))
    ink.end()


def _draft_mark(ink: Ink, style: StyleSet, shape: PageStyle) -> None:
    """The word across the page, light, under the text."""
    _ = translator(style.language).gettext
    text = _("DRAFT")
    role = Role.TITLE if style.language == "zh" else Role.LATIN_BOLD
    mark = TextStyle(role, _MARK_SIZE, _MARK_SIZE)
    (line,) = set_lines((Span(text),), Setting(mark, style.language, final=True), shape.height * 2)
    angle = atan2(shape.text_height, shape.text_width)
    x = shape.width / 2 - line.width / 2 * cos(angle) + mark.size * 0.36 * sin(angle)
    y = shape.height / 2 + line.width / 2 * sin(angle) + mark.size * 0.36 * cos(angle)
    ink.slanted_mark(line, x, y, gray=_MARK_GRAY, angle=angle)


def _with_dashes(ink: Ink, style: StyleSet, shape: PageStyle, place: Place, foot: str) -> None:
    """GB/T 9704 §7.5: — 3 —, one character in from the outer edge; the foot line in the other corner."""
    (line,) = _lines(f"— {place.number} —", style, style.number, shape.text_width)
    base = shape.top + shape.text_height + shape.number_drop
    odd = place.number % 2 == 1
    inset = style.number.size
    ink.line(line, shape.left + (shape.text_width - inset - line.width if odd else inset), base)
    width = shape.text_width * _FOOT_SHARE
    for number, one in enumerate(_lines(foot, style, style.footer, width)):
        left = shape.left if odd else shape.left + shape.text_width - one.width
        ink.line(one, left, base + number * style.footer.leading, gray=GREY)


def _as_fraction(ink: Ink, style: StyleSet, shape: PageStyle, place: Place, foot: str) -> None:
    """“3 / 6” in the middle, the foot line below it."""
    (line,) = _lines(f"{place.number} / {place.count}", style, style.number, shape.text_width)
    base = shape.top + shape.text_height + shape.number_drop
    ink.line(line, shape.left + (shape.text_width - line.width) / 2, base)
    for number, one in enumerate(_lines(foot, style, style.footer, shape.text_width), start=1):
        left = shape.left + (shape.text_width - one.width) / 2
        ink.line(one, left, base + 2 + number * style.footer.leading, gray=GREY)


def _lines(text: str, style: StyleSet, kind: TextStyle, width: float) -> list[Line]:
    return set_lines((Span(text),), Setting(kind, style.language, final=True), width) if text else []


_NUMBERS = {"dashes": _with_dashes, "fraction": _as_fraction}
