"""The front of an agreement: number above, title in the upper third, parties below it, place and date at the foot.

On a paper in two languages each line is set by the rules of its own, the English one below the Chinese.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from exporters.blocks import Cover, Field, Span, SpanKind, Spans
from exporters.pdf.boxes import Box, line_box
from exporters.pdf.fields import field_lines, with_colon
from exporters.pdf.panels import Panel
from exporters.typeset.fonts import Role
from exporters.typeset.lines import Line
from exporters.typeset.paragraphs import Setting, set_lines, width_of
from exporters.typeset.parallel_styles import column_style
from exporters.typeset.styles import StyleSet, TextStyle, style_set
from exporters.typeset.titles import balanced_lines

_TITLE_TOP, _PARTIES_TOP = 0.2, 0.5  # of the text block, where there is room
_INSET = 2  # cells: the parties stand in from both edges
_BETWEEN = 0.5  # lines between parties
_APART = 1  # cells between a mark and the number beside it
_SECOND_TITLE = TextStyle(Role.LATIN_BOLD, 16, 22)  # of a title in two languages


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines that stand together, `left` points in; `top` is where they would best begin."""

    lines: tuple[Line, ...]
    style: TextStyle
    left: float
    top: float
    after: float = 0.0
    beside: bool = False  # the next group begins at the same height

    @property
    def height(self) -> float:
        return 0.0 if self.beside else len(self.lines) * self.style.leading + self.after


def cover_boxes(cover: Cover, style: StyleSet, width: float, height: float, *, final: bool) -> list[Box]:
    """One box as high as the page; line after line where names are too long for one page."""
    groups = [*_Layout(cover, style, width, height, final=final).groups()]
    if sum(group.height for group in groups) > height:
        return [
            replace(line_box(line, group.style, left=group.left), numbered=False)
            for group in groups
            for line in group.lines
        ]
    panel = Panel()
    below = 0.0
    for group, room in zip(groups, _rooms(groups), strict=True):
        top = max(below, min(group.top, height - room))
        foot = panel.write(group.lines, group.style, group.left, top) + group.after
        below = top if group.beside else foot
    return [Box(height, panel.draw, numbered=False)]


def _rooms(groups: Sequence[_Group]) -> list[float]:
    """How much room each group and those below it take."""
    return [sum(group.height for group in groups[number:]) for number in range(len(groups))]


class _Layout:
    """The groups of one cover."""

    def __init__(self, cover: Cover, style: StyleSet, width: float, height: float, *, final: bool) -> None:
        self._cover, self._style, self._width, self._height = cover, style, width, height
        self._second = style_set("agreement", "en") if style.on_grid else column_style("en")
        self._setting = Setting(style.body, style.language, final)
        self._english = Setting(self._second.body, "en", final)

    def groups(self) -> Iterator[_Group]:
        """From top to bottom."""
        cover, other = self._cover, self._cover.english
        number = self._number(cover.number, other.number if other else None)
        if cover.mark:
            yield self._mark(cover.mark, number.left)
        yield number
        yield from self._title(cover, other)
        for party, second in zip_longest(cover.parties, other.parties if other else ()):
            yield from self._field(party, second, self._height * _PARTIES_TOP, _BETWEEN)
        for one, second in zip_longest(cover.signing, other.signing if other else ()):
            yield from self._field(one, second, self._height, 0.0)

    def _mark(self, text: str, room: float) -> _Group:
        """In the upper left: beside the number, or above it where that leaves too little room."""
        label = replace(self._style.body, role=self._style.body.strong)
        lines = set_lines((Span(text),), replace(self._setting, style=label), self._width)
        beside = max(line.width for line in lines) + _APART * label.cell <= room
        return _Group(tuple(lines), label, 0.0, 0.0, beside=beside)

    def _number(self, number: Field, other: Field | None) -> _Group:
        lines = self._lines(number, other, self._width)
        left = max(0.0, self._width - max(line.width for line in lines))
        return _Group(tuple(lines), self._style.body, left, 0.0, self._style.body.leading)

    def _title(self, cover: Cover, other: Cover | None) -> Iterator[_Group]:
        """The title, its names whole; the lines of both languages stand together."""
        after = self._style.body.leading
        kinds = [(cover, replace(self._setting, style=self._style.title))]
        if other is not None:
            kinds.append((other, replace(self._english, style=_SECOND_TITLE)))
        for number, (one, setting) in enumerate(kinds, 1):
            lines = balanced_lines(_with_names(one, setting, self._width), setting, self._width)
            last = number == len(kinds)
            room = after if last else after / 4
            yield _Group(tuple(lines), setting.style, 0.0, self._height * _TITLE_TOP, room)

    def _field(self, one: Field, other: Field | None, top: float, between: float) -> Iterator[_Group]:
        """A labelled line; below it the same in English, unless it is filled in once."""
        inset, style = _INSET * self._style.body.cell, self._style.body
        width = self._width - 2 * inset
        after = style.leading * between
        if other is None or not other.spans:
            yield _Group(tuple(self._lines(one, other, width)), style, inset, top, after)
            return
        yield _Group(tuple(self._lines(one, None, width)), style, inset, top)
        lines = field_lines(other, self._second, self._english, width)
        yield _Group(tuple(lines), self._english.style, inset, top, after)

    def _lines(self, one: Field, other: Field | None, width: float) -> list[Line]:
        """The lines of a field, behind its labels in both languages where it stands for both."""
        if other is None or not one.label or not other.label:
            return field_lines(one, self._style, self._setting, width)
        labels = (Span(one.label, SpanKind.STRONG), Span(with_colon(other.label, "en")))
        return set_lines((*labels, *one.spans), self._setting, width, align="justify")


def _with_names(cover: Cover, setting: Setting, width: float) -> Spans:
    """The lines of the title, in which the names of the parties are names, as far as each fits on a line."""
    told = {span.text for field in cover.parties for span in field.spans if span.kind is SpanKind.NAME and span.text}
    names = {name for name in told if width_of(name, setting) <= width}
    title = "\n".join(cover.lines)
    if not names:
        return (Span(title),)
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    parts = re.split(f"({pattern})", title)
    return tuple(Span(part, SpanKind.NAME if part in names else SpanKind.TEXT) for part in parts if part)
