"""Breaks measured text into lines and sets them to the edge.

Line by line: the furthest permitted break whose text fits. Where that would push something to the next line, the marks
on the line are squeezed first. Punctuation rules, whole words, amounts, dates and names come from `characters` and from
the caller's name ranges; a stretch longer than a line is broken by the next looser rule, in the end between any two
characters, so that every text ends. A paragraph's last line holds two characters at least.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate, pairwise
from math import inf

from exporters.typeset import characters
from exporters.typeset.evening import EVEN, evened
from exporters.typeset.lines import Line
from exporters.typeset.metrics import Placed
from exporters.typeset.seams import seams
from exporters.typeset.words import name_parts, word_places

__all__ = ["Line", "MeasuredText", "justify"]

_SLACK = 0.01  # points: sums of floats never decide a break
_JOINT_SPACE = 0.25  # of the em, between Han and Latin
_MOST_STRETCH = 1.0  # of the em: a line that only an unbreakable Latin string makes so loose stays ragged
_MOST_IN_COLUMN = 0.3  # of the em, in a column: a few characters beside a date that stays whole would stand apart
_COLUMN = 20.0  # em: a narrower measure is a column's
_MOST_SQUEEZE = 0.4  # of the em: what a mark inside a line gives up so that nothing is pushed to the next
_FILLED = 0.1  # of the em: a line stretched more has its blanks widened instead
_JOINT_GIVES = 0.15  # of the em: what the room between Han and Latin gives up so that no line gapes
_UNEVEN = 0.15  # of the em: a line stretched more is evened out
_LITTLE = 1.5  # em: what a line may lack in any case
_LINES_BACK = 4  # lines that share what one lacks
_LEAST_AT_END = 2  # characters on the last line, closing marks not counted
_LOOSE = 0.5  # of the em: a line stretched more breaks long names at a word rather than

_LONGEST_PERSON = {"zh": 8, "en": 28}  # characters: a longer name is a unit's, and may be broken at a word

Mask = bytearray
_Break = tuple[int, Mask, bool]  # where a line ends, by which rule, and whether only its length ended it


class MeasuredText:
    """One paragraph's characters with their places on an endless line; `names` are stretches kept whole."""

    def __init__(self, placed: Sequence[Placed], language: str, names: Iterable[tuple[int, int]] = ()) -> None:
        self.placed = placed
        self.text = "".join([one.character for one in placed])
        self.gaps = self._gaps(language)
        self._gap_places = [*self.gaps]
        self.ends = _ends(placed, self.gaps)
        self._by_spaces = language != "zh"
        self._longest_person = _LONGEST_PERSON["en" if self._by_spaces else "zh"]
        self._names = list(names)
        self._permits = characters.permits(language)
        self._masks: list[Mask] = []
        self._cuts, self._seams, self._steps = seams(placed, self.text, self.gaps)

    def _gaps(self, language: str) -> dict[int, float]:
        """Room before characters: more between Han and Latin, less where full-width marks share a cell (》， ：（)."""
        placed = self.placed
        gaps = {place: placed[place].size * _JOINT_SPACE for place in characters.joints(self.text)}
        if language == "zh":
            gaps |= {place: -placed[place].size / 2 for place in characters.adjacent_marks(self.text)}
        return dict(sorted(gaps.items()))

    # -- where lines may end

    def _mask(self, level: int) -> Mask:
        """The places no line may end at by rule `level`, from strict to loose; made when first needed."""
        while len(self._masks) <= level:
            self._masks.append(_covered(len(self.text), _KEPT[len(self._masks)](self)))
        return self._masks[level]

    def _permitted(self, place: int, mask: Mask) -> bool:
        if mask[place]:
            return False
        text = self.text
        return self._permits[text[place - 1 : place + 1]] or characters.joins_words(text, place)

    def _back(self, place: int, start: int, mask: Mask) -> int:
        """The last permitted place at or before this one; `start` if there is none."""
        while place > start and not self._permitted(place, mask):
            place -= 1
        return place

    def _ahead(self, place: int, mask: Mask) -> int:
        """The first permitted place after this one; the end of the text is one."""
        place += 1
        while place < len(self.text) and not self._permitted(place, mask):
            place += 1
        return min(place, len(self.text))

    def _reach(self, start: int, limit: float) -> int:
        """How far the text fits: trailing spaces may hang over, a last closing mark may lose its blank half."""
        place, end = bisect_right(self.ends, limit + _SLACK, lo=start), len(self.text)
        if place < end and self.ends[place] - self._yield_at_end(place) <= limit + _SLACK:
            place += 1
        while start < place < end and self.text[place] in characters.SPACED:
            place += 1
        return place

    def _last_visible(self, start: int, stop: int) -> int:
        last = stop - 1
        while last >= start and self.text[last] in characters.SPACED:
            last -= 1
        return last

    def _yield_at_end(self, last: int) -> float:
        """How much room a closing mark at the end of a line can give up."""
        one = self.placed[last]
        return one.advance / 2 if one.wide and one.character in characters.HALF_AT_END else 0.0

    def _origin(self, start: int) -> float:
        return self.ends[start] - self.placed[start].advance

    def width(self, start: int = 0, stop: int | None = None) -> float:
        """How wide the visible text between two places is; the whole text without them."""
        if not self.placed:
            return 0.0
        return self._width(start, len(self.text) if stop is None else stop)

    def whole_width(self) -> float:
        """How wide the text is with the spaces it ends with."""
        return self.ends[-1] if self.ends else 0.0

    def _width(self, start: int, stop: int) -> float:
        last = self._last_visible(start, stop)
        return self.ends[last] - self._origin(start) if last >= start else 0.0

    def _least_width(self, start: int, stop: int) -> float:
        """The same, with a last mark squeezed."""
        last = self._last_visible(start, stop)
        return self._width(start, stop) - (self._yield_at_end(last) if last >= start else 0.0)

    def places(self) -> list[int]:
        """Every place where a line may end by the strict rules."""
        mask = self._mask(0)
        return [place for place in range(1, len(self.text)) if self._permitted(place, mask)]

    def widest_whole(self) -> float:
        """The width of the longest stretch between two permitted breaks."""
        if not self.placed:
            return 0.0
        return max(self._least_width(start, stop) for start, stop in pairwise((0, *self.places(), len(self.text))))

    def _parts(self) -> Iterator[tuple[int, int]]:
        """The names, those of units cut where one unit's name ends and the next begins."""
        for kept in self._names:
            yield from [kept] if self._is_person(kept) else name_parts(self.text, *kept)

    def _is_person(self, name: tuple[int, int]) -> bool:
        """Whether a name is short enough for a person's, or written with the dot of one: never broken in a line."""
        begin, end = name
        return end - begin <= self._longest_person or "·" in self.text[begin:end]

    # -- breaking

    def lines(
        self, first: float, rest: float, *, first_indent: float = 0.0, squeeze: bool = True, full: bool = False
    ) -> list[Line]:
        """The text broken into lines: `first` points wide the first, `rest` the others.

        `squeeze`: marks may give way; `full`: lines are justified, and a long name is broken where one would gape.
        """
        if not self.placed:
            return [Line((), "", {}, 0.0, first_indent, last=True)]
        breaks: list[_Break] = []
        start, end = 0, len(self.text)
        while start < end:
            breaks.append(self._next_break(start, rest if breaks else first, squeeze=squeeze, full=full))
            if full and breaks[-1][0] < end:
                self._even_out(breaks, first, rest)
            start = breaks[-1][0]
        if len(breaks) > 1 and self._is_short(breaks[-2][0]):
            self._mend_end(breaks, first, rest)
        rooms = [first, *[rest] * (len(breaks) - 1)]
        lines = [
            self._line(start, stop, room, cut=cut)
            for start, (stop, _mask, cut), room in zip([0, *(one[0] for one in breaks)], breaks, rooms, strict=False)
        ]
        lines[0].indent, lines[-1].last = first_indent, True
        return lines

    def _even_out(self, breaks: list[_Break], first: float, rest: float) -> None:
        """Where the last line is loose, let lines before it share that, or squeeze it to take the next word up."""
        stop, _mask, cut = breaks[-1]
        start = breaks[-2][0] if len(breaks) > 1 else 0
        lacking = (rest if start else first) - (self.ends[stop - 1] - self._origin(start))
        if cut or self._by_spaces or lacking < self.placed[start].size * _LITTLE:
            return

        def stretch(begin: int, end: int) -> float | None:
            return self._stretch(begin, end, rest if begin else first)

        now = stretch(start, stop)
        if now is None or now <= _UNEVEN or any(one.ruled for one in self.placed[start:stop]):
            return
        strict = self._mask(0)
        starts = [0, *(one[0] for one in breaks[:-1])][-_LINES_BACK:]
        worst, better = evened(starts, stop, stretch, lambda place, least: self._back(place, least, strict))
        if worst > EVEN and (pulled := self._pulled(start, stop, rest if start else first)):
            breaks[-1] = (pulled, strict, False)
        else:
            changed = [(new, strict, False) if new != old else None for old, new in zip(starts, better, strict=True)]
            for back, one in enumerate(reversed(changed[1:]), start=2):
                breaks[-back] = one or breaks[-back]

    def _stretch(self, start: int, stop: int, room: float) -> float | None:
        """How far a line is stretched, of the em; None where it is too long, however its marks are squeezed."""
        last = self._last_visible(start, stop)
        missing = room - (self.ends[last] - self._origin(start))
        if missing < -self._yield_at_end(last) - _SLACK:
            return 0.0 if self._least_width(start, stop) - self._spare(start, stop) <= room + _SLACK else None
        places = self._steps[last] - self._steps[start]
        return max(missing, 0.0) / max(places, 1) / self.placed[start].size

    def _pulled(self, start: int, stop: int, room: float) -> int:
        """The next permitted place if marks and the room around Latin can give way that far, else 0."""
        ahead = self._ahead(stop, self._mask(0))
        joints = sum(spare for _place, spare in self._joints(start, ahead))
        fits = self._least_width(start, ahead) - self._spare(start, ahead) - joints <= room + _SLACK
        return ahead if fits else 0

    def lines_ending(self, stops: Sequence[int]) -> list[Line]:
        """The text as lines that end at these places, however wide."""
        lines = [self._line(start, stop, inf, cut=False) for start, stop in pairwise((0, *stops))]
        lines[-1].last = True
        return lines

    def _next_break(self, start: int, room: float, *, squeeze: bool, full: bool) -> _Break:
        """Where the line from `start` ends, by which rule, and whether only its length ended it."""
        limit = self._origin(start) + room
        reach = self._reach(start, limit)
        mask = self._mask(0)
        if reach >= len(self.text):
            return reach, mask, False
        stop = self._back(reach, start, mask)
        for level in range(1, len(_KEPT)):
            if stop > start and not (full and self._names and level <= _FIRST_FREE and self._gapes(start, stop, room)):
                break
            looser = self._mask(level)
            stop, mask = max((stop, mask), (self._back(reach, start, looser), looser), key=_place)
        if stop <= start:
            return max(reach, start + 1), mask, True
        squeezed = self._squeezed(start, reach, room, mask) if squeeze and stop < reach else 0
        return squeezed or stop, mask, False

    def _gapes(self, start: int, stop: int, room: float) -> bool:
        """Whether a long name is pushed and the line would gape: then the name is broken at a word."""
        if not self._tears_name(stop):
            return False
        missing, places = room - self._width(start, stop), self._steps[stop - 1] - self._steps[start]
        return missing > max(places, 1) * self.placed[start].size * _LOOSE

    def _tears_name(self, stop: int) -> bool:
        """Whether a unit's long name goes on here."""
        return any(begin <= stop < end and not self._is_person((begin, end)) for begin, end in self._names)

    def _squeezed(self, start: int, reach: int, room: float, mask: Mask) -> int:
        """The next permitted place if the marks of the line can give way that far, else 0."""
        stop = self._ahead(reach, mask)
        return stop if self._least_width(start, stop) - self._spare(start, stop) <= room + _SLACK else 0

    def _marks(self, start: int, stop: int) -> list[tuple[int, float]]:
        """The places of a line that can give room up and how much: behind closing marks, before opening ones."""
        places = characters.soft_places(self.text[start:stop])
        spare = self.placed[start].size * _MOST_SQUEEZE
        return [(place, spare) for place in places if start + place not in self.gaps]

    def _spare(self, start: int, stop: int) -> float:
        return 0.0 if self._by_spaces else sum(spare for _place, spare in self._marks(start, stop))

    def _joints(self, start: int, stop: int) -> list[tuple[int, float]]:
        """The places between Han and Latin of a line, and how much of their room they can give up."""
        return [
            (place, self.placed[start + place].size * _JOINT_GIVES)
            for place, gap in self._gaps_between(start, stop).items()
            if gap > 0
        ]

    def _is_short(self, start: int) -> bool:
        """Whether the text from here is a single character, closing marks not counted."""
        rest = self.text[start:].strip(characters.NO_START + characters.SPACED)
        return len(rest) < _LEAST_AT_END

    def _mend_end(self, breaks: list[_Break], first: float, rest: float) -> None:
        """Take a single last character up to the line before, by squeezing, or another down to it."""
        room = first if len(breaks) == 2 else rest
        start, end = (breaks[-3][0] if len(breaks) > 2 else 0), len(self.text)
        if self._least_width(start, end) - self._spare(start, end) <= room + _SLACK:
            breaks[-2:] = [breaks[-1]]
            return
        stop, mask, cut = breaks[-2]
        earlier = stop - 1 if cut else self._back(stop - 1, start, mask)
        while earlier > start and self._is_short(earlier):
            earlier = self._back(earlier - 1, start, mask)
        if earlier - start >= _LEAST_AT_END and self._least_width(earlier, end) <= rest:
            breaks[-2] = (earlier, mask, cut)

    # -- lines

    def _line(self, start: int, stop: int, room: float, *, cut: bool) -> Line:
        width = self._width(start, stop)
        gaps = self._gaps_between(start, stop)
        line = Line(self.placed[start:stop], self.text[start:stop], gaps, width, cut=cut)
        line.steps = self._steps[start:stop]
        line.origin, line.ends = self._origin(start), self.ends[start:stop]
        line.cuts = self._cuts_between(start, stop)
        if self._seams:
            line.seams = _between(self._seams, start, stop)
        if self._by_spaces and " " in line.text.rstrip():
            line.widen_spaces_only()
        if not cut and width > room:
            self._squeeze(line, start, stop, room)
        return line

    def _cuts_between(self, start: int, stop: int) -> list[int]:
        return _between(self._cuts, start, stop)

    def _gaps_between(self, start: int, stop: int) -> dict[int, float]:
        places = self._gap_places
        if not places:
            return {}
        between = places[bisect_right(places, start) : bisect_left(places, stop)]
        return {place - start: self.gaps[place] for place in between}

    def _squeeze(self, line: Line, start: int, stop: int, room: float) -> None:
        """Take from the marks inside the line, then from the room around Latin, what its last mark cannot give."""
        over = self._least_width(start, stop) - room
        for places in (self._marks, self._joints):
            spare = places(start, stop) if over > _SLACK else []
            if spare:
                share = min(1.0, over / sum(gives for _place, gives in spare))
                line.squeeze({place: -gives * share for place, gives in spare})
                over -= share * sum(gives for _place, gives in spare)
        line.width = room


_KEPT: tuple[Callable[[MeasuredText], list[tuple[int, int]]], ...] = (
    lambda one: [*characters.wholes(one.text), *one._names],
    lambda one: [*characters.wholes(one.text), *one._parts()],
    lambda one: [*characters.wholes(one.text), *word_places(one.text), *filter(one._is_person, one._names)],
    lambda one: one._names,
    lambda _one: [],
)
_FIRST_FREE = 3  # the rules from here on are for what is longer than a line


def _place(found: tuple[int, Mask]) -> int:
    return found[0]


def _ends(placed: Sequence[Placed], gaps: dict[int, float]) -> list[float]:
    advances = [one.advance for one in placed]
    for place, gap in gaps.items():
        advances[place] += gap
    return list(accumulate(advances))


def _between(places: list[int], start: int, stop: int) -> list[int]:
    return [place - start for place in places[bisect_right(places, start) : bisect_left(places, stop)]]


def _covered(length: int, kept: Iterable[tuple[int, int]]) -> Mask:
    """The places inside stretches kept together."""
    mask = bytearray(length + 1)
    for begin, end in kept:
        mask[begin + 1 : end] = b"\1" * (end - begin - 1)
    return mask


def justify(line: Line, room: float) -> None:
    """Spread a line to the edge: at its spaces and beside full-width characters, never inside a word or a dash."""
    missing = room - line.width
    if missing < _SLACK or not (places := line.stretchable()):
        return
    share, size = missing / places, line.placed[0].size
    if share > _FILLED * size and line.widen_blanks(missing):
        return
    most = _MOST_STRETCH if line.by_spaces or room > _COLUMN * size else _MOST_IN_COLUMN
    if share <= most * size:
        line.stretch, line.width = share, room
