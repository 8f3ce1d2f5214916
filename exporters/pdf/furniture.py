"""What stands on a page besides its text: page number, corner mark, foot line, draft mark, staples."""

from __future__ import annotations

from dataclasses import dataclass, replace

from exporters.blocks import Document, Span
from exporters.draft_words import is_marked
from exporters.pdf.draft_mark import draw_draft_mark
from exporters.pdf.ink import GREY, Ink
from exporters.pdf.layers import STAPLES
from exporters.typeset.lines import Line
from exporters.typeset.paragraphs import Setting, set_lines
from exporters.typeset.safe_text import clean_line
from exporters.typeset.styles import MM, PageStyle, StyleSet, TextStyle

_FOOT_SHARE = 0.62  # of the text width, beside a page number
_APART = 2.0  # em of the page number, between it and the corner mark
_SMALLER = (1.0, 0.875, 0.75)  # what is too long is set smaller, then on more lines, and at last cut
_UNPRINTABLE = 7 * MM  # at the lower edge of the paper
_STAPLE = 70 * MM  # GB/T 9704-2012 §6.3: from the upper and the lower edge
_TICK = 5 * MM


@dataclass(frozen=True, slots=True)
class Place:
    """A page's number, from 1 or 0 for a page without one, and how many numbered pages there are."""

    number: int
    count: int

    @property
    def odd(self) -> bool:
        """Whether the page lies on the right: a page without number does."""
        return self.number % 2 == 1 or not self.number


def draw(ink: Ink, document: Document, style: StyleSet, shape: PageStyle, place: Place, *, final: bool) -> None:
    """Draw the furniture of a page, before its text."""
    if is_marked(document, final=final):
        draw_draft_mark(ink, document, shape)
    if document.style == "agreement":
        _staples(ink, shape, place)
    _NUMBERS[shape.number](ink, style, shape, place, document)


def _staples(ink: Ink, shape: PageStyle, place: Place) -> None:
    """Ticks on the inner edge where staples go, for the eye only."""
    inner = 0.0 if place.odd or shape.number != "dashes" else shape.width - _TICK
    with ink.on_layer(STAPLES) as shown:
        for y in (_STAPLE, shape.height - _STAPLE) if shown else ():
            ink.rule(inner, y, inner + _TICK, y, gray=GREY)


def _with_dashes(ink: Ink, style: StyleSet, shape: PageStyle, place: Place, document: Document) -> None:
    """GB/T 9704 §7.5: — 3 —, one character in from the outer edge; corner mark and foot line on the other side."""
    base = shape.top + shape.text_height + shape.number_drop
    taken = inset = style.number.size
    for line in _lines(f"— {place.number} —" if place.number else "", style, style.number, shape.text_width):
        taken = inset + line.width
        ink.line(line, shape.left + (shape.text_width - taken if place.odd else inset), base)
    beside = min(shape.text_width * _FOOT_SHARE, shape.text_width - taken - _APART * inset)
    corner, foot = _corner(document, place), clean_line(document.footer)
    if corner:
        base = _small(ink, corner, style, shape, base, beside, "left" if place.odd else "right")
        beside = shape.text_width
    _small(ink, foot, style, shape, base, beside, "left" if place.odd else "right")


def _as_fraction(ink: Ink, style: StyleSet, shape: PageStyle, place: Place, document: Document) -> None:
    """“3 / 6” in the middle, the corner mark on the left, the foot line below."""
    text = f"{place.number} / {place.count}" if place.number else ""
    base = shape.top + shape.text_height + shape.number_drop
    taken = 0.0
    for line in _lines(text, style, style.number, shape.text_width):
        taken = line.width
        ink.line(line, shape.left + (shape.text_width - taken) / 2, base)
    beside = (shape.text_width - taken) / 2 - _APART * style.number.size
    after = _small(ink, _corner(document, place), style, shape, base, beside, "left")
    first = max(after, base + 2 + style.footer.leading)
    _small(ink, clean_line(document.footer), style, shape, first, shape.text_width, "center")


def _corner(document: Document, place: Place) -> str:
    return clean_line(document.corner).replace("{pages}", str(place.count))


def _small(ink: Ink, text: str, style: StyleSet, shape: PageStyle, base: float, width: float, side: str) -> float:
    """Draw small gray lines from this baseline on, smaller where they are too many; the baseline after the last."""
    if not text:
        return base
    rows = max(1, int((shape.height - _UNPRINTABLE - base) / style.footer.leading) + 1)
    for line in _fitted(text, style, width, rows):
        room = shape.text_width - line.width
        ink.line(line, shape.left + {"left": 0.0, "center": room / 2, "right": room}[side], base, gray=GREY)
        base += style.footer.leading
    return base


def _fitted(text: str, style: StyleSet, width: float, rows: int) -> list[Line]:
    """On one line if a smaller size makes that possible, else on so many rows, else cut with a mark."""
    sizes = [replace(style.footer, size=style.footer.size * scale) for scale in _SMALLER]
    for allowed in (1, rows):
        for kind in sizes:
            lines = _lines(text, style, kind, width)
            if len(lines) <= allowed:
                return lines
    while len(lines) > rows:
        text = text[: len(text) * rows // len(lines)].rstrip(" …") + "…"
        lines = _lines(text, style, sizes[-1], width)
    return lines


def _lines(text: str, style: StyleSet, kind: TextStyle, width: float) -> list[Line]:
    return set_lines((Span(text),), Setting(kind, style.language, final=True), width) if text else []


_NUMBERS = {"dashes": _with_dashes, "fraction": _as_fraction}
