"""The front of an agreement: number above, title in the upper third, parties below it, place and date at the foot."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from exporters.blocks import Cover, Span
from exporters.pdf.boxes import Box, line_box
from exporters.pdf.fields import field_lines
from exporters.pdf.panels import Panel
from exporters.typeset.lines import Line
from exporters.typeset.paragraphs import Setting
from exporters.typeset.styles import StyleSet, TextStyle
from exporters.typeset.titles import balanced_lines

_TITLE_TOP, _PARTIES_TOP = 0.2, 0.5  # of the text block, where there is room
_INSET = 2  # cells: the parties stand in from both edges
_BETWEEN = 0.5  # lines between parties


@dataclass(frozen=True, slots=True)
class _Group:
    """Lines that stand together, `left` points in; `top` is where they would best begin."""

    lines: tuple[Line, ...]
    style: TextStyle
    left: float
    top: float
    after: float = 0.0

    @property
    def height(self) -> float:
        return len(self.lines) * self.style.leading + self.after


def cover_boxes(cover: Cover, style: StyleSet, width: float, height: float, *, final: bool) -> list[Box]:
    """One box as high as the page; line after line where names are too long for one page."""
    groups = list(_groups(cover, style, width, height, final=final))
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
        below = panel.write(group.lines, group.style, group.left, top) + group.after
    return [Box(height, panel.draw, numbered=False)]


def _rooms(groups: Sequence[_Group]) -> list[float]:
    """How much room each group and those below it take."""
    return [sum(group.height for group in groups[number:]) for number in range(len(groups))]


def _groups(cover: Cover, style: StyleSet, width: float, height: float, *, final: bool) -> Iterator[_Group]:
    body, inset = style.body, _INSET * style.body.cell
    setting = Setting(body, style.language, final)
    number = field_lines(cover.number, style, setting, width)
    yield _Group(tuple(number), body, max(0.0, width - max(line.width for line in number)), 0.0, body.leading)
    title = balanced_lines((Span("\n".join(cover.lines)),), Setting(style.title, style.language, final), width)
    yield _Group(tuple(title), style.title, 0.0, height * _TITLE_TOP, body.leading)
    for party in cover.parties:
        lines = field_lines(party, style, setting, width - 2 * inset)
        yield _Group(tuple(lines), body, inset, height * _PARTIES_TOP, body.leading * _BETWEEN)
    for one in cover.signing:
        yield _Group(tuple(field_lines(one, style, setting, width - 2 * inset)), body, inset, height)
