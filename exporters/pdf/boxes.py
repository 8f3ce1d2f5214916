"""What stands on pages: boxes of known height, and how they are put on pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from exporters.pdf.ink import Ink, LineReader
from exporters.typeset.breaking import Line
from exporters.typeset.styles import TextStyle

Draw = Callable[[Ink, float, float], None]  # pen, left edge and top of the box
Split = Callable[[float], tuple["Box", "Box"]]  # at a height
_SLACK = 0.05  # points
_LEAST_PART = 1 / 3  # of a page, or of a box taller than one: with less room it begins a page
_BASELINE = 0.36  # of the size below the middle of a line box: Han characters then stand in its middle


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of the outline."""

    title: str
    level: int


@dataclass(slots=True, eq=False)
class Box:
    """Something of a fixed height that is drawn in one piece.

    `keep`: so many boxes after this one, empty room not counted, stand on its page. `lead`: so many of them do even
    where all that are kept would be taller than a page (a head never stands alone above its row). `repeat`: drawn first
    where this box starts a page (table heads). `split(height)`: cuts a box that is taller than a page. `space`: dropped
    at the top of a page. `to_grid`: empty room up to the next multiple of this height. `at_top`: drawn instead where
    the box starts a page. `numbered`: False on a page that has no number. `least`: a box with a split is cut at the
    foot of a page that has room for so much of it. `reader`: says what its lines are; without one they are artifacts.
    """

    height: float
    draw: Draw
    keep: int = 0
    lead: int = 0
    repeat: Box | None = None
    split: Split | None = None
    space: bool = False
    new_page: bool = False
    bookmarks: tuple[Bookmark, ...] = ()
    to_grid: float = 0.0
    at_top: Box | None = None
    numbered: bool = True
    least: float = 0.0
    reader: LineReader | None = None


@dataclass(slots=True)
class PageOfBoxes:
    """One page: each box with the distance of its top from the top of the text block."""

    placed: list[tuple[float, Box]] = field(default_factory=list)
    used: float = 0.0

    @property
    def numbered(self) -> bool:
        """Whether the page has a number: a cover has none."""
        return all(box.numbered for _top, box in self.placed)

    def add(self, box: Box) -> None:
        """Put a box below the others."""
        self.placed.append((self.used, box))
        self.used += box.height


def nothing(_ink: Ink, _left: float, _top: float) -> None:
    """Draw nothing."""


def space(height: float) -> Box:
    """Empty room, dropped at the top of a page."""
    return Box(height, nothing, space=True)


def to_grid(line: float) -> Box:
    """Empty room, so that what follows stands on the grid of lines of this height."""
    return Box(0.0, nothing, space=True, to_grid=line)


def page_break() -> Box:
    """What follows starts a page."""
    return Box(0.0, nothing, new_page=True, space=True)


def line_box(line: Line, style: TextStyle, *, left: float = 0.0, gray: float = 0.0, keep: int = 0) -> Box:
    """One line of text."""

    def draw(ink: Ink, edge: float, top: float) -> None:
        ink.line(line, edge + left, top + baseline(style), gray=gray)

    return Box(style.leading, draw, keep)


def baseline(style: TextStyle) -> float:
    """From the top of a line to its baseline."""
    return style.leading / 2 + style.size * _BASELINE


def paginate(boxes: Sequence[Box], height: float) -> list[PageOfBoxes]:
    """The boxes on pages of this height. Never loops: a box taller than a page is split, or else overlaps its foot."""
    pages = [PageOfBoxes()]
    waiting = list(reversed(boxes))
    while waiting:
        box = waiting.pop()
        page = pages[-1]
        if box.space and not page.placed:
            continue
        if box.new_page:
            pages.append(PageOfBoxes())
            continue
        if box.to_grid:
            box = replace(box, height=_up_to(page.used, box.to_grid), to_grid=0.0)
        if page.placed and not _fits(box, waiting, page, height):
            if box.space:
                page.used = height
                continue
            page = _next_page(pages, box)
        if box.at_top is not None and not page.placed:
            box = replace(box.at_top, bookmarks=box.bookmarks)
        _place(box, page, height, waiting)
    return _without_trailing(pages)


def _up_to(used: float, line: float) -> float:
    """The room to the next line of the grid; none where one begins, whatever sums of floats say."""
    rest = -used % line
    return 0.0 if min(rest, line - rest) < _SLACK else rest


def _next_page(pages: list[PageOfBoxes], box: Box) -> PageOfBoxes:
    page = PageOfBoxes()
    pages.append(page)
    if box.repeat is not None:
        page.add(box.repeat)
    return page


def _place(box: Box, page: PageOfBoxes, height: float, waiting: list[Box]) -> None:
    room = height - page.used
    if box.height <= room + _SLACK or box.split is None:
        page.add(box)
        return
    above, below = box.split(room)
    later = [id(one) for one in below.bookmarks]  # two entries may say the same
    page.add(replace(above, bookmarks=tuple(one for one in box.bookmarks if id(one) not in later)))
    if below.height > 0:
        waiting.append(below)


def _fits(box: Box, waiting: list[Box], page: PageOfBoxes, height: float) -> bool:
    """Whether the box and those kept with it still fit; a group taller than a whole page need not stay together."""
    if box.least and not box.keep:
        return min(box.least, box.height) <= height - page.used + _SLACK
    group = _group_height(box, waiting)
    head = box.repeat.height if box.repeat is not None else 0.0
    if group + head > height + _SLACK:
        group = _led_height(box, waiting, height)
    if group + head > height + _SLACK:
        group = box.height
    if box.split is not None and group + head > height + _SLACK:
        return height - page.used > min(box.height, height) * _LEAST_PART
    return group <= height - page.used + _SLACK


def _group_height(box: Box, waiting: list[Box]) -> float:
    total, reach = box.height, box.keep
    for following in reversed(waiting):
        if not reach or following.new_page:
            break
        total += following.height
        if not following.space:
            reach = max(reach - 1, following.keep)
    return total


def _led_height(box: Box, waiting: list[Box], height: float) -> float:
    """The box, those it leads, and of one that is cut so much that it begins below them."""
    total, reach = box.height, box.lead
    for following in reversed(waiting):
        if not reach or following.new_page:
            break
        head = following.repeat.height if following.repeat is not None else 0.0
        if following.split is not None and following.height + head > height + _SLACK:
            return total + min(following.height, height) * _LEAST_PART + 2 * _SLACK
        total += following.height
        if not following.space:
            reach = max(reach - 1, following.lead)
    return total


def _without_trailing(pages: list[PageOfBoxes]) -> list[PageOfBoxes]:
    while len(pages) > 1 and not pages[-1].placed:
        pages.pop()
    return pages
