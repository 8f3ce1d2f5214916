"""Breaks measured text into lines and sets them to the edge.

Greedy, line by line: the furthest permitted break whose text fits. Punctuation rules, whole words, amounts, dates and
names come from `characters` and from the caller's name ranges; a stretch longer than a line is broken by the next
looser rule, in the end between any two characters, so that every text ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from exporters.typeset import characters
from exporters.typeset.metrics import Placed

_SLACK = 0.01  # points: sums of floats never decide a break
_JOINT_SPACE = 0.25  # of the em, between Han and Latin
_MOST_STRETCH = 1.0  # of the em: a line that would need more stays ragged
_MAY_YIELD = frozenset(characters.HALF_AT_END + " \u3000")


@dataclass(slots=True)
class Line:
    """A line to be drawn: `gaps[i]` is extra room before character i, `width` what the line takes in all.

    `stretch`: what justification adds where the line may stretch, with `by_spaces` only at its spaces. `cut`: the line
    ended where only length allowed it.
    """

    placed: Sequence[Placed]
    gaps: dict[int, float]
    width: float
    indent: float = 0.0
    stretch: float = 0.0
    last: bool = False
    cut: bool = False
    by_spaces: bool = False

    def stretches(self, place: int) -> bool:
        """Whether justification may widen the place before this character."""
        before, after = self.placed[place - 1], self.placed[place]
        if self.by_spaces:
            return before.character == " "
        if before.wide or after.wide:
            return not (before.character == after.character == "—")
        return before.character == " "

    @property
    def text(self) -> str:
        """The characters of the line."""
        return "".join(one.character for one in self.placed)


@dataclass(slots=True)
class _Level:
    """Permitted breaks by one rule: where the next line starts, and where the text before it visibly ends."""

    starts: list[int]
    ends: list[float] = field(default_factory=list)

    def furthest(self, start: int, limit: float) -> int:
        """The last break after `start` whose text ends within the limit; `start` itself if there is none."""
        place = bisect_right(self.ends, limit + _SLACK) - 1
        return max(start, self.starts[place]) if place >= 0 else start


class MeasuredText:
    """One paragraph's characters with their places on an endless line."""

    def __init__(self, placed: Sequence[Placed], language: str, names: Iterable[tuple[int, int]] = ()) -> None:
        self.placed = placed
        self._by_spaces = language != "zh"
        self.text = "".join([one.character for one in placed])
        self.gaps = self._joint_gaps() | self._squeezes(language)
        advances = [one.advance for one in placed]
        for place, gap in self.gaps.items():
            advances[place] += gap
        self.ends = list(accumulate(advances))
        self._names = list(names)
        self._loose = characters.breaks(self.text, language)
        self._strict = self._level(_outside(self._loose, [*characters.wholes(self.text), *self._names]))

    def _levels(self) -> Iterator[_Level]:
        """The rules from strict to loose; the looser ones are only worked out where a stretch is longer than a line."""
        yield self._strict
        yield self._level(_outside(self._loose, self._names))
        yield self._level(self._loose)

    def _joint_gaps(self) -> dict[int, float]:
        return {place: self.placed[place].size * _JOINT_SPACE for place in characters.joints(self.text)}

    def _squeezes(self, language: str) -> dict[int, float]:
        """Adjacent full-width marks share a cell: “》，” and “：（” lose half an em between them."""
        if language != "zh":
            return {}
        return {place: -self.placed[place].size / 2 for place in characters.adjacent_marks(self.text)}

    def _level(self, starts: list[int]) -> _Level:
        level = _Level([*starts, len(self.placed)])
        level.ends = [self._visible_end(start) for start in level.starts]
        return level

    def _visible_end(self, stop: int) -> float:
        """Where the text before `stop` ends once trailing spaces are gone and a last mark is squeezed to half."""
        if stop and self.text[stop - 1] not in _MAY_YIELD:
            return self.ends[stop - 1]
        last = self._last_visible(0, stop)
        return self.ends[last] - self._yield_at_end(last) if last >= 0 else 0.0

    def _last_visible(self, start: int, stop: int) -> int:
        last = stop - 1
        while last >= start and self.text[last] in " \u3000":
            last -= 1
        return last

    def _yield_at_end(self, last: int) -> float:
        """How much room a closing mark at the end of a line can give up."""
        one = self.placed[last]
        return one.advance / 2 if one.wide and one.character in characters.HALF_AT_END else 0.0

    def widest_whole(self) -> float:
        """The width of the longest stretch between two permitted breaks."""
        level = self._strict
        starts = [0, *level.starts[:-1]]
        stretches = zip(starts, level.ends, strict=True)
        return max((end - self._origin(start) for start, end in stretches if start < len(self.placed)), default=0.0)

    def lines(self, first: float, rest: float, *, first_indent: float = 0.0) -> list[Line]:
        """The text broken into lines: `first` points wide the first, `rest` the others."""
        if not self.placed:
            return [Line((), {}, 0.0, first_indent, last=True)]
        result: list[Line] = []
        start, room, indent = 0, first, first_indent
        while start < len(self.placed):
            stop, cut = self._next_break(start, room)
            result.append(self._line(start, stop, room, indent, cut=cut))
            start, room, indent = stop, rest, 0.0
        result[-1].last = True
        return result

    def _next_break(self, start: int, room: float) -> tuple[int, bool]:
        limit = self._origin(start) + room
        for level in self._levels():
            stop = level.furthest(start, limit)
            if stop > start:
                return stop, False
        stop = bisect_right(self.ends, limit + _SLACK, lo=start)
        return max(stop, start + 1), True

    def _origin(self, start: int) -> float:
        return self.ends[start] - self.placed[start].advance

    def _line(self, start: int, stop: int, room: float, indent: float, *, cut: bool) -> Line:
        gaps = {place - start: gap for place in range(start + 1, stop) if (gap := self.gaps.get(place))}
        last = self._last_visible(start, stop)
        width = self.ends[last] - self._origin(start) if last >= start else 0.0
        by_spaces = self._by_spaces and " " in self.text[start : last + 1]
        return Line(
            self.placed[start:stop], gaps, width if cut else min(width, room), indent, cut=cut, by_spaces=by_spaces
        )


def justify(line: Line, room: float) -> None:
    """Spread a line to the edge: at its spaces and beside full-width characters, never inside a word or a dash."""
    missing = room - line.width
    places = _stretchable(line)
    if missing < _SLACK or not places:
        return
    share = missing / places
    if share <= _MOST_STRETCH * line.placed[0].size:
        line.stretch, line.width = share, room


def _stretchable(line: Line) -> int:
    stop = len(line.placed)
    while stop and line.placed[stop - 1].character in " \u3000":
        stop -= 1
    return sum(map(line.stretches, range(1, stop)))


def _outside(places: list[int], kept: list[tuple[int, int]]) -> list[int]:
    """The places that lie inside none of the stretches kept together."""
    if not kept:
        return places
    inside = {place for begin, end in kept for place in range(begin + 1, end)}
    return [place for place in places if place not in inside]
