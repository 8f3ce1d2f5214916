"""The mark of a draft: the word across the page under the text, and above the text what it means."""

from __future__ import annotations

from dataclasses import replace
from math import atan2, cos, hypot, sin

from exporters.blocks import Document, Span
from exporters.draft_words import draft_band, draft_words, languages_of
from exporters.pdf.ink import Ink, Look
from exporters.typeset.fonts import Role
from exporters.typeset.lines import Line
from exporters.typeset.paragraphs import Setting, set_lines
from exporters.typeset.styles import MM, PageStyle, TextStyle

_MARK = Look(gray=0.92, edge=0.8, weight=0.7)  # the edge shows where a printer loses the gray
_SIZES = (116.0, 84.0)  # of one word, and of two below one another
_ROOM = 0.8  # of the diagonal of the text, for long words
_APART = 1.1  # of the size, from one word to the next
_BAND_SIZE, _BAND_GAP = 14.0, 18.0
_BAND_TOP = 14 * MM  # from the edge of the paper


def draw_draft_mark(ink: Ink, document: Document, shape: PageStyle) -> None:
    """Draw it in every language of the paper; all as shapes, not as text."""
    languages = languages_of(document)
    size = _SIZES[min(len(languages), len(_SIZES)) - 1]
    words = [_line(draft_words(document, language), language, size) for language in languages]
    fitting = size * min(1.0, _ROOM * hypot(shape.text_width, shape.text_height) / max(word.width for word in words))
    if fitting < size:
        size = fitting
        words = [_line(draft_words(document, language), language, size) for language in languages]
    angle = atan2(shape.text_height, shape.text_width)
    for number, word in enumerate(words):
        below = (number - (len(words) - 1) / 2) * size * _APART + size * 0.36
        x = shape.width / 2 - word.width / 2 * cos(angle) + below * sin(angle)
        y = shape.height / 2 + word.width / 2 * sin(angle) + below * cos(angle)
        ink.mark(word, x, y, replace(_MARK, angle=angle))
    _draw_band(ink, document, shape)


def _draw_band(ink: Ink, document: Document, shape: PageStyle) -> None:
    said = zip(draft_band(document), languages_of(document), strict=True)
    band = [_line(text, language, _BAND_SIZE) for text, language in said]
    x = (shape.width - sum(line.width for line in band) - _BAND_GAP * (len(band) - 1)) / 2
    for line in band:
        ink.mark(line, x, _BAND_TOP, Look())
        x += line.width + _BAND_GAP


def _line(text: str, language: str, size: float) -> Line:
    role = Role.HEI_BOLD if language == "zh" else Role.LATIN_BOLD
    setting = Setting(TextStyle(role, size, size), language, final=True)
    (line,) = set_lines((Span(text),), setting, size * len(text) * 2)
    return line
