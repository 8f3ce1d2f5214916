"""A set line: its characters, the room between them, and how it is cut into runs that one text operator shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate, pairwise

from exporters.typeset.metrics import Placed

_SPACES = " \u3000"
Run = tuple[float, Sequence[Placed]]


@dataclass(slots=True)
class Line:
    """A line to be drawn: `gaps[i]` is extra room before character i, `width` what the line takes in all.

    `stretch`: what justification adds where the line may stretch, with `by_spaces` only at its spaces. `cut`: the line
    ended where only length allowed it. `ends` are the right edges of the characters, counted from `origin`; `steps[i]`
    is the number of places before character i that may stretch. Manners change at `cuts`; at `seams` too once the line
    is stretched.
    """

    placed: Sequence[Placed]
    text: str
    gaps: dict[int, float]
    width: float
    indent: float = 0.0
    stretch: float = 0.0
    last: bool = False
    cut: bool = False
    by_spaces: bool = False
    origin: float = 0.0
    ends: list[float] = field(default_factory=list)
    steps: list[int] = field(default_factory=list)
    decorations: dict[int, str] = field(default_factory=dict)  # place of a character → "inserted", "deleted"
    cuts: list[int] = field(default_factory=list)
    seams: list[int] = field(default_factory=list)

    def stretchable(self) -> int:
        """How many places justification may widen."""
        last = len(self.text.rstrip(_SPACES)) - 1
        return self.steps[last] - self.steps[0] if last > 0 else 0

    def squeeze(self, gaps: dict[int, float]) -> None:
        """Take room away before these characters: negative gaps, added to those there are."""
        self.gaps = self.gaps | {place: gap + self.gaps.get(place, 0.0) for place, gap in gaps.items()}
        self.cuts = sorted({*self.cuts, *gaps})
        taken = accumulate([gaps.get(place, 0.0) for place in range(len(self.ends))])
        self.ends = [end + gap for end, gap in zip(self.ends, taken, strict=True)]

    def widen_blanks(self, room: float) -> bool:
        """Give this much more room to the places left to be filled in by hand; False where there are none."""
        blanks = [place for place, one in enumerate(self.placed) if one.ruled]
        if not blanks:
            return False
        share = room / len(blanks)
        self.placed = [replace(one, advance=one.advance + share) if one.ruled else one for one in self.placed]
        grown = accumulate([share if one.ruled else 0.0 for one in self.placed])
        self.ends = [end + more for end, more in zip(self.ends, grown, strict=True)]
        self.width += room
        return True

    def widen_spaces_only(self) -> None:
        """Let justification widen spaces only: lines of words."""
        self.by_spaces = True
        spaces = [0, *(one.character == " " for one in self.placed[:-1])]
        self.steps = list(accumulate(spaces))
        after_space = (place for place, space in enumerate(spaces) if space)
        self.seams = sorted({*after_space, *(place for place, one in enumerate(self.placed) if one.wide)} - {0})

    def decorated(self, left: float) -> list[tuple[str, float, float]]:
        """Stretches to be underlined or struck through: how, from where to where; `left` as for `runs`."""
        found: list[tuple[str, float, float]] = []
        for place, how in sorted(self.decorations.items()):
            end = self.ends[place] + left - self.origin + self.stretch * (self.steps[place] - self.steps[0])
            start = end - self.placed[place].advance
            if found and found[-1][0] == how and place - 1 in self.decorations:
                found[-1] = (how, found[-1][1], end)
            else:
                found.append((how, start, end))
        return found

    def runs(self, left: float) -> list[Run]:
        """The line cut into runs of one manner, each with the place of its first character; `left`: its first's."""
        placed, count = self.placed, len(self.placed)
        if not count:
            return []
        shift, ends, steps, stretch = left - self.origin, self.ends, self.steps, self.stretch
        inner = sorted({*self.cuts, *self.seams}) if stretch else self.cuts
        bounds = [0, *inner, count]
        first = steps[0]
        return [
            (ends[begin] - placed[begin].advance + shift + stretch * (steps[begin] - first), placed[begin:end])
            for begin, end in pairwise(bounds)
        ]
