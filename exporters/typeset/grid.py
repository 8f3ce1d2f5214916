"""Text locked to cells: every Han character and full-width mark on a cell of its own, as on squared paper.

Latin words, numbers and blanks take whole cells: a run of them stands in the middle of its cells, at the edge where a
line begins or ends with it. Marks are not squeezed; where a line would be a cell too long, two adjacent marks share a
cell, or a closing mark at its end hangs in the margin. Where a word that stays whole leaves cells empty, numbers and
blanks of the line take one cell more each if that fills it, and else the line ends early, on the grid.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from math import ceil

from exporters.typeset import characters
from exporters.typeset.breaking import MeasuredText
from exporters.typeset.lines import Line
from exporters.typeset.metrics import BLANK, IGNORED, Placed

_NEARLY = 0.02  # of a cell: a run that is longer by less takes no further cell
_GAPING = 3  # cells: a line that lacks more breaks a unit's long name at a word
_FREE = re.compile(f"[{IGNORED}\u0100-\uffff]+|{BLANK}")


class LockedText(MeasuredText):
    """One paragraph's characters, to be set in cells of this width."""

    def __init__(
        self, placed: Sequence[Placed], language: str, names: Iterable[tuple[int, int]] = (), *, cell: float
    ) -> None:
        super().__init__(placed, language, names)
        self._cell = cell
        kinds = "".join([one.kind for one in placed])
        self._free = [found.span() for found in _FREE.finditer(kinds)]
        self._free_ends = [end for _begin, end in self._free]
        within = {place for begin, end in self._free for place in range(begin, end)}
        self._filled = [0, *accumulate(place not in within for place in range(len(placed)))]
        self._taken = [0.0, *accumulate(one.advance if n in within else 0.0 for n, one in enumerate(placed))]
        self._pairs = characters.adjacent_marks(self.text)
        self._full = False

    def _gaps(self, _language: str) -> dict[int, float]:
        return {}

    # -- counting cells

    def whole_width(self) -> float:
        """How wide the text is with the spaces it ends with."""
        return self._cells(0, len(self.text)) * self._cell

    def _runs(self, start: int, stop: int) -> Iterator[tuple[int, int, int]]:
        """The free runs of a stretch, cut at its ends, with the cells each takes."""
        for begin, end in self._free[bisect_right(self._free_ends, start) :]:
            if begin >= stop:
                return
            begin, end = max(begin, start), min(end, stop)
            yield begin, end, max(0, ceil((self._taken[end] - self._taken[begin]) / self._cell - _NEARLY))

    def _cells(self, start: int, stop: int) -> int:
        return self._filled[stop] - self._filled[start] + sum(cells for _b, _e, cells in self._runs(start, stop))

    def _in(self, room: float) -> int:
        """How many cells the room holds."""
        return int(room / self._cell + _NEARLY)

    def _width(self, start: int, stop: int) -> float:
        return self._cells(start, max(start, self._last_visible(start, stop) + 1)) * self._cell

    def _least_width(self, start: int, stop: int) -> float:
        return self._width(start, stop) - self._hangs(start, stop) * self._cell

    def _hangs(self, start: int, stop: int) -> bool:
        """Whether the last mark may hang in the margin."""
        last = self._last_visible(start, stop)
        return last > start and self.placed[last].wide and self.text[last] in characters.HALF_AT_END

    def _spare(self, start: int, stop: int) -> float:
        return self._cell if self._pair(start, stop) else 0.0

    def _pair(self, start: int, stop: int) -> int:
        """The second of the last two marks of a line that can share a cell, else 0."""
        place = bisect_left(self._pairs, stop) - 1
        return self._pairs[place] if place >= 0 and self._pairs[place] - 1 > start else 0

    def _reach(self, start: int, limit: float) -> int:
        cells, end = self._in(limit - self._origin(start)), len(self.text)
        within = range(start, end + 1)
        place = start + bisect_right(within, cells, key=lambda stop: self._cells(start, stop)) - 1
        while start < place < end and self.text[place] in characters.SPACED:
            place += 1
        return place + 1 if start < place < end and self._hangs(start, place + 1) else place

    def _gapes(self, start: int, stop: int, room: float) -> bool:
        return self._tears_name(stop) and room - self._width(start, stop) > _GAPING * self._cell

    # -- lines

    def lines(
        self, first: float, rest: float, *, first_indent: float = 0.0, squeeze: bool = True, full: bool = False
    ) -> list[Line]:
        """The text broken into lines, all of whole cells."""
        self._full = full
        return super().lines(first, rest, first_indent=first_indent, squeeze=squeeze, full=full)

    def _even_out(self, *_given: object) -> None:
        """Cells do not stretch."""

    def _line(self, start: int, stop: int, room: float, *, cut: bool) -> Line:
        shown, cells = max(start, self._last_visible(start, stop) + 1), 0
        gaps: dict[int, float] = {}
        runs, cells = list(self._runs(start, shown)), self._cells(start, shown)
        most = self._in(room) if room < float("inf") else cells
        more = self._more(runs, start, most - cells if self._full and stop < len(self.text) else 0)
        for (begin, end, taken), added in zip(runs, more, strict=True):
            spare = (taken + added) * self._cell - (self._taken[end] - self._taken[begin])
            before = 0.0 if begin == start else spare if end == shown < len(self.text) else spare / 2
            _add(gaps, begin - start, before)
            _add(gaps, end - start, spare - before)
        if cells > most and (pair := self._pair(start, shown)):
            for place, share in _shared(self.text[pair - 1 : pair + 1]):
                _add(gaps, pair + place - start, share * self._cell)
        return self._placed_line(start, stop, gaps, min(cells + sum(more), most) * self._cell, cut=cut)

    def _more(self, runs: Sequence[tuple[int, int, int]], start: int, lacking: int) -> list[int]:
        """How many cells each free run takes besides its own, so that the line is full: one, or none fill it."""
        inner = [number for number, (begin, _end, _cells) in enumerate(runs) if begin > start]
        widened = inner[:lacking] if 0 < lacking <= len(inner) else []
        return [int(number in widened) for number in range(len(runs))]

    def _placed_line(self, start: int, stop: int, gaps: dict[int, float], width: float, *, cut: bool) -> Line:
        placed = self.placed[start:stop]
        inside = {place: gap for place, gap in gaps.items() if place < len(placed)}
        line = Line(placed, self.text[start:stop], inside, width, cut=cut)
        line.ends = list(accumulate([one.advance + inside.get(place, 0.0) for place, one in enumerate(placed)]))
        line.steps = [0] * len(placed)
        line.cuts = sorted({*self._cuts_between(start, stop), *inside} - {0})
        return line


def _add(gaps: dict[int, float], place: int, gap: float) -> None:
    if gap:
        gaps[place] = gaps.get(place, 0.0) + gap


def _shared(marks: str) -> list[tuple[int, float]]:
    """How two marks come into one cell: places counted from the second, and what room is taken away there."""
    first_opens, second_opens = (one in characters.OPENERS + "“‘" for one in marks)
    if first_opens:
        return [(-1, -0.5), (0, -0.5)]
    return [(0, -1.0)] if second_opens else [(0, -0.5), (1, -0.5)]
