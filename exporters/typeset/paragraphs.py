"""From spans to lines: roles, names kept whole, ruled blanks, and what a draft leaves open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache
from math import inf

from exporters.blocks import Align, Span, SpanKind, Spans
from exporters.typeset import fonts
from exporters.typeset.breaking import Line, MeasuredText, justify
from exporters.typeset.fonts import Role
from exporters.typeset.grid import LockedText
from exporters.typeset.installed import found_in
from exporters.typeset.metrics import BLANK, BLANK_CHARACTER, Placed, metrics
from exporters.typeset.safe_text import clean_line, clean_text
from exporters.typeset.styles import TextStyle
from exporters.typeset.words import unit_places, word_places
from models.errors import KnownError

_CONTEXT = 12  # characters shown before and after one that cannot be drawn
_SHORTEST_BLANK = 4
_KNOWN_PARAGRAPHS = 2048  # some 15 MB


@dataclass(frozen=True, slots=True)
class Setting:
    """How a paragraph is set: its style, language, whether the paper is final, and how narrow its type is drawn."""

    style: TextStyle
    language: str
    final: bool = False
    narrow: float = 1.0

    def narrowed(self, narrow: float) -> Setting:
        """The same with narrower type."""
        return replace(self, narrow=narrow)


def measure(
    spans: Iterable[Span],
    setting: Setting,
    *,
    by_words: bool = False,
    longest_blank: float = inf,
    together: int = 0,
) -> list[MeasuredText]:
    """The spans as measured text, one for each hard line.

    `by_words`: the words of the field and the names of units stay whole too; `together`: so many first characters do.
    """
    hard_lines = [_Run(longest_blank)]
    for span in spans:
        for number, piece in enumerate(clean_text(span.text).split("\n") if _is_text(span, setting) else [span.text]):
            if number:
                hard_lines.append(_Run(longest_blank))
            hard_lines[-1].add(Span(piece, span.kind, span.width), setting)
    hard_lines[0].keep_first(together)
    return [_measured(run, setting, by_words=by_words) for run in hard_lines]


def _measured(run: _Run, setting: Setting, *, by_words: bool) -> MeasuredText:
    names = run.kept(by_words=by_words)
    if setting.style.locked:
        return LockedText(run.placed, setting.language, names, cell=setting.style.cell)
    return MeasuredText(run.placed, setting.language, names)


def set_lines(
    spans: Iterable[Span],
    setting: Setting,
    width: float,
    *,
    align: Align = "left",
    indent: float = 0.0,
    hang: float = 0.0,
    together: int = 0,
) -> list[Line]:
    """The spans broken into lines: `indent` points in on the first line, `hang` points in on the others.

    The first `together` characters stay on one line: a clause's number with the words after it.
    """
    return [*_set(tuple(spans), setting, width, align, indent, hang, together)]


@lru_cache(maxsize=_KNOWN_PARAGRAPHS)
def _set(
    spans: Spans, setting: Setting, width: float, align: Align, indent: float, hang: float, together: int
) -> tuple[Line, ...]:
    """Papers of one batch share clauses, and a paper that is made again most of its own: each is set once."""
    lines: list[Line] = []
    for measured in measure(spans, setting, longest_blank=width - max(indent, hang), together=together):
        broken = measured.lines(width - indent, width - hang, first_indent=indent, full=align == "justify")
        for number, line in enumerate(broken):
            line.indent = line.indent if number == 0 else hang
            _align(line, align, width, setting.style.cell if setting.style.locked else 0.0)
        lines += broken
    if any(span.kind in DECORATED for span in spans):
        for line in lines:
            decorated = ((place, one.decoration) for place, one in enumerate(line.placed))
            line.decorations = {place: how for place, how in decorated if how}
    return tuple(lines)


def forget_fonts() -> None:
    """Look for fonts anew: those that may be used have changed."""
    for known in (_set, metrics, fonts.choose, fonts.installed_faces, found_in):
        known.cache_clear()


def _align(line: Line, align: Align, width: float, cell: float) -> None:
    """Let a line stand where it belongs; centered lines of cells begin on a cell."""
    room = width - line.indent
    if align == "justify" and not line.last:
        justify(line, room)
    elif align == "center":
        center(line, room)
        line.indent -= line.indent % cell if cell else 0.0
    elif align == "right":
        line.indent += max(0.0, room - line.width)


def center(line: Line, room: float) -> None:
    """Let a line stand in the middle of the room from its indent on."""
    line.indent += max(0.0, (room - line.width) / 2)


def width_of(text: str, setting: Setting) -> float:
    """How wide the text is on one line."""
    return sum(measured.whole_width() for measured in measure((Span(text),), setting))


def widest_whole(spans: Iterable[Span], setting: Setting) -> float:
    """How wide the longest stretch is that should not be broken."""
    return max((measured.widest_whole() for measured in measure(spans, setting)), default=0.0)


DECORATED = (SpanKind.INSERTED, SpanKind.DELETED)


class _Run:
    """The characters of one hard line, and which stretches of them are names."""

    def __init__(self, longest_blank: float) -> None:
        self._longest_blank = longest_blank
        self.placed: list[Placed] = []
        self.names: list[tuple[int, int]] = []

    def kept(self, *, by_words: bool) -> list[tuple[int, int]]:
        """The stretches kept whole: names, and on demand words."""
        if not by_words:
            return self.names
        text = "".join(one.character for one in self.placed)
        return self.names + word_places(text) + unit_places(text)

    def keep_first(self, count: int) -> None:
        """Keep so many first characters on one line, with all of a name that they reach into."""
        if 0 < count < len(self.placed):
            self.names.insert(0, (0, max([count, *(end for begin, end in self.names if begin < count)])))

    def add(self, span: Span, setting: Setting) -> None:
        """Append a span."""
        if span.kind is SpanKind.BLANK:
            width = max(span.width, _SHORTEST_BLANK) * setting.style.cell
            self.placed.append(_blank(min(width, self._longest_blank), setting.style))
        elif span.kind is SpanKind.ON_FINAL and not setting.final:
            self.placed += _left_open(span, setting, self._longest_blank)
        else:
            start = len(self.placed)
            set_text = place(span.text, _role(span.kind, setting.style), setting)
            if span.kind in DECORATED:
                set_text = [replace(one, decoration=span.kind.value) for one in set_text]
            self.placed += set_text
            if span.kind is SpanKind.NAME:
                self.names.append((start, len(self.placed)))


def place(text: str, role: Role, setting: Setting) -> list[Placed]:
    """The characters of a text in a role; KnownError("undrawable_character") tells where one is that no font has."""
    style = setting.style
    table = metrics(role, style.size, style.cell, setting.language, setting.narrow, locked=style.locked)
    try:
        return [table[character] for character in text]
    except KnownError as error:
        character = str(error.values["character"])
        at = text.index(character)
        raise fonts.undrawable(character, text[max(0, at - _CONTEXT) : at + _CONTEXT]) from None


def _role(kind: SpanKind, style: TextStyle) -> Role:
    if kind is SpanKind.STRONG:
        return style.strong
    return style.emphasis if kind is SpanKind.EMPHASIS else style.role


def _is_text(span: Span, setting: Setting) -> bool:
    return span.kind is not SpanKind.BLANK and (setting.final or span.kind is not SpanKind.ON_FINAL)


def _blank(width: float, style: TextStyle, *, ruled: bool = True) -> Placed:
    return Placed(BLANK_CHARACTER, None, 0, style.size, width, 0.0, 0.0, wide=True, ruled=ruled, kind=BLANK)


def _left_open(span: Span, setting: Setting, longest: float) -> list[Placed]:
    """A date keeps its 年月日 around empty places; anything else becomes a ruled blank of its length."""
    style, text = setting.style, clean_line(span.text)
    if not re.search(r"\d+[年月日]", text):
        width = sum(one.advance for one in place(text, style.role, setting))
        return [_blank(min(max(width, span.width * style.cell, _SHORTEST_BLANK * style.cell), longest), style)]
    placed: list[Placed] = []
    for part in re.findall(r"\d+|\D+", text):
        if part[0].isdigit():
            placed.append(_blank((3 if len(part) > 2 else 2) * style.cell, style, ruled=False))
        else:
            placed += place(part, style.role, setting)
    return placed
