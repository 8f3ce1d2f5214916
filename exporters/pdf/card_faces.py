"""One face of a card: the name as large as it fits, in as few lines as keep it large; small words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise

from exporters.blocks import Card, Span
from exporters.pdf.boxes import baseline
from exporters.pdf.ink import BLACK, GREY, Ink
from exporters.typeset.breaking import Line
from exporters.typeset.fonts import Role, choose
from exporters.typeset.paragraphs import Setting, set_lines, width_of
from exporters.typeset.safe_text import clean_line
from exporters.typeset.styles import MM, TextStyle
from exporters.typeset.titles import balanced_lines
from models.rules.person_names import is_han

WHITE = 1.0
NAME_SIZE = 90.0  # points, the most on cards up to 15 cm high
_NAME_OF_HEIGHT, _NAME_OF_WIDTH, _NAME_OF_TALL = 0.34, 0.17, 0.22
_NAME_WITH_HEAD, _WIDE_WITH_HEAD = 0.2, 0.22  # where there is much besides the name
_SECOND = 0.42  # of the name's most: the name in another language
_SMALL_OF_HEIGHT, _SMALL_OF_WIDTH = 0.065, 0.062
_SMALLEST, _LARGEST_SMALL = 7.5, 24.0
_SHARES = (1.0, 0.85, 0.7, 0.6)  # of the small size, where many words leave the name too little room
_LEAST_FOR_NAME = 0.9  # of the name's most, in height
_LARGE_ENOUGH = 2 / 3  # of the most: smaller names are better set in one line more
_MOST_LINES = 3
_LEADING, _SMALL_LEADING = 1.2, 1.4
_STEP = 0.5
_INSET = 0.05  # of the width, left and right
_GAP = 0.035  # of the height, between the parts
_MEASURED = 100.0
_ROLES = (Role.HEI_BOLD, Role.TITLE, Role.BODY)  # the first that draws the whole name itself
_BREAKS = re.compile(r"(?<=[·\-‐– ])(?=\S)")
_LONG_WITHOUT_BREAK = 8
_LONGEST_NAME, _MOST_PARTS = 160, 40  # what is longer is no name: it is cut, visibly
_MOST_SMALL_LINES = 5


@dataclass(slots=True)
class Face:
    """What is drawn: lines with the place of their left edge and baseline, dark strips, thin rules."""

    lines: list[tuple[float, float, Line, float]] = field(default_factory=list)
    strips: list[tuple[float, float, float, float]] = field(default_factory=list)
    rules: list[tuple[float, float, float]] = field(default_factory=list)

    def draw(self, ink: Ink, left: float, top: float) -> None:
        """Draw it with its corner at this place."""
        for x, y, width, height in self.strips:
            ink.area(left + x, top + y, width, height, gray=BLACK)
        for x1, x2, y in self.rules:
            ink.rule(left + x1, top + y, left + x2, top + y, gray=GREY)
        for x, y, line, gray in self.lines:
            ink.line(line, left + x, top + y, gray=gray)


@dataclass(frozen=True, slots=True)
class _Part:
    """Lines of one kind, and the room after them."""

    lines: Sequence[Line]
    style: TextStyle
    after: float = 0.0

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading + self.after


def make_face(card: Card, width: float, height: float) -> Face:
    """The face of a card of this size in points."""
    return _Layout(card, width, height).face()


class _Layout:
    """Measures and places the parts of one face."""

    def __init__(self, card: Card, width: float, height: float) -> None:
        self._card, self._width, self._height = card, width, height
        self._inset, self._gap = width * _INSET, height * _GAP
        self._room = width - 2 * self._inset
        self._small = _between(_SMALLEST, min(height * _SMALL_OF_HEIGHT, width * _SMALL_OF_WIDTH), _LARGEST_SMALL)
        self._face = Face()

    def face(self) -> Face:
        top, foot = self._head(), self._band()
        self._corner(foot)
        for small in [self._small * share for share in _SHARES]:
            around = self._smalls(self._card.above, small), self._smalls(self._card.below, small)
            free = foot - top - sum(part.height for parts in around for part in parts) - 4 * self._gap
            if free >= self._most() * _LEAST_FOR_NAME:
                break
        parts = [*around[0], *self._names(free), *around[1]]
        total = sum(part.height for part in parts) - (parts[-1].after if parts else 0.0)
        y = top + max(0.0, (foot - top - total) / 2)
        for part in parts:
            self._put(part.lines, part.style, y)
            y += part.height
        return self._face

    def _put(self, lines: Sequence[Line], style: TextStyle, top: float, gray: float = BLACK) -> None:
        for number, line in enumerate(lines):
            self._face.lines.append((self._inset, top + number * style.leading + baseline(style), line, gray))

    def _names(self, free: float) -> Iterator[_Part]:
        """The name, and the name in another language under it."""
        most = self._most()
        share = 1 - _SECOND / (1 + _SECOND) if self._card.second else 1.0
        name = clean_line(self._card.name)
        lines, style = fitted_name(name, self._room, most, max(free, self._small) * share)
        if not self._card.second:
            yield _Part(lines, style, self._gap)
            return
        yield _Part(lines, style, self._gap / 2)
        second = clean_line(self._card.second)
        yield _Part(*fitted_name(second, self._room, most * _SECOND, max(free, self._small) * (1 - share)), self._gap)

    def _most(self) -> float:
        """The size a name has where nothing makes it smaller."""
        if self._card.head or self._card.band:
            return min(self._height * _NAME_WITH_HEAD, self._width * _WIDE_WITH_HEAD)
        tall = max(NAME_SIZE, self._height * _NAME_OF_TALL)
        return min(self._height * _NAME_OF_HEIGHT, self._width * _NAME_OF_WIDTH, tall)

    def _smalls(self, texts: Sequence[str], size: float) -> list[_Part]:
        told = [text for text in map(clean_line, texts) if text]
        return [_Part(*small_lines(text, self._room, size), self._gap / 2) for text in told]

    def _head(self) -> float:
        """The meeting above a thin rule; where the rest begins."""
        text = clean_line(self._card.head)
        if not text:
            return 0.0
        lines, style = small_lines(text, self._room, self._small, Role.HEI_BOLD)
        top = self._gap
        self._put(lines, style, top)
        end = top + len(lines) * style.leading + self._gap / 2
        self._face.rules.append((self._inset, self._width - self._inset, end))
        return end

    def _band(self) -> float:
        """The dark strip at the foot; where the rest ends."""
        text = clean_line(self._card.band)
        if not text:
            return self._height
        size = self._small * 1.3
        lines, style = small_lines(text, self._room, size, Role.HEI_BOLD)
        height = len(lines) * style.leading + size * 0.5
        self._face.strips.append((0.0, self._height - height, self._width, height))
        self._put(lines, style, self._height - height + size * 0.25, WHITE)
        return self._height - height

    def _corner(self, foot: float) -> None:
        text = clean_line(self._card.corner)
        if text:
            style = TextStyle(Role.HEI, 9, 12)
            (line, *_rest) = set_lines((Span(text),), Setting(style, language_of(text), final=True), self._room)
            self._face.lines.append((self._width - 4 * MM - line.width, foot - 3.5 * MM, line, GREY))


def fitted_name(name: str, width: float, most: float, height: float) -> tuple[list[Line], TextStyle]:
    """The name as centered lines, as large as `most` points, in as few lines as keep it two thirds of that."""
    parts, role = _parts(name), _role(name)
    measured = [_width(part, role) for part in parts]
    found = []
    for count in range(1, min(_MOST_LINES, len(parts)) + 1):
        stops = min(_cuts(len(parts), count), key=lambda stops: _widest(measured, stops))
        size = min(most, width / _widest(measured, stops) * _MEASURED, height / count / _LEADING)
        found.append((size, stops))
        if size >= most * _LARGE_ENOUGH:
            break
    size, stops = max(found, key=lambda one: one[0]) if found[-1][0] < most * _LARGE_ENOUGH else found[-1]
    size = max(1.0, int(size / _STEP) * _STEP)
    style = TextStyle(role, size, size * _LEADING)
    setting = Setting(style, language_of(name), final=True)
    texts = ["".join(parts[start:stop]).strip() for start, stop in pairwise(stops)]
    return [line for text in texts for line in _centered(text, setting, width)], style


def _centered(text: str, setting: Setting, width: float) -> list[Line]:
    """One line, a hair wider than the room if sums of floats want it so."""
    return set_lines((Span(text),), setting, max(width, width_of(text, setting)), align="center")


def small_lines(text: str, width: float, size: float, role: Role = Role.HEI) -> tuple[list[Line], TextStyle]:
    """Centered small words: on one line down to three quarters of the size, else on several of about equal length."""
    smaller = max(size * 0.75, min(size, _SMALLEST))
    language = language_of(text)
    for points in (size, (size + smaller) / 2, smaller):
        style = TextStyle(role, points, points * _SMALL_LEADING)
        setting = Setting(style, language, final=True)
        if width_of(text, setting) <= width:
            return set_lines((Span(text),), setting, width, align="center"), style
    lines = balanced_lines((Span(text),), setting, width)
    while len(lines) > _MOST_SMALL_LINES:  # no name or unit, but something pasted by mistake
        text = text[: len(text) * _MOST_SMALL_LINES // len(lines)].rstrip(" …")[:-1] + "…"
        lines = balanced_lines((Span(text),), setting, width)
    return lines, style


def language_of(text: str) -> str:
    """By whose rules a text is set: Chinese where it has Han characters."""
    return "zh" if any(map(is_han, text)) else "en"


def _role(name: str) -> Role:
    """The first of the fonts that draws the whole name: no rare character stands out in another."""
    wide = language_of(name) == "zh"
    drawn = [one for one in dict.fromkeys(name) if not one.isspace()]
    return next((role for role in _ROLES if not any(choose(one, role, wide=wide).fallback for one in drawn)), _ROLES[0])


def _parts(name: str) -> list[str]:
    """Where a name may be broken: behind a dot, a space, a hyphen; a very long one without them anywhere."""
    if len(name) > _LONGEST_NAME:
        name = f"{name[: _LONGEST_NAME - 1]}…"
    parts = _BREAKS.split(name)
    if len(parts) == 1 and len(name) > _LONG_WITHOUT_BREAK:
        parts = list(name)
    step = -(-len(parts) // _MOST_PARTS)
    return ["".join(parts[start : start + step]) for start in range(0, len(parts), step)] or [""]


def _width(text: str, role: Role) -> float:
    return width_of(text, Setting(TextStyle(role, _MEASURED, _MEASURED), language_of(text), final=True))


def _cuts(parts: int, lines: int) -> Iterator[tuple[int, ...]]:
    return ((0, *cut, parts) for cut in combinations(range(1, parts), lines - 1))


def _widest(measured: Sequence[float], stops: Sequence[int]) -> float:
    return max(max(sum(measured[start:stop]) for start, stop in pairwise(stops)), 1.0)


def _between(least: float, value: float, most: float) -> float:
    return max(least, min(value, most))
