"""How wide each character is: one shared entry per character, role and size, looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from exporters.typeset import fonts
from exporters.typeset.characters import is_wide
from exporters.typeset.fonts import Face, Role

BLANK_CHARACTER = "\ufffc"  # stands for a blank where lines are broken; never drawn
_MOST_WIDENED = 1.5
IGNORED, BLANK = "\0", "\1"  # the kinds of what is not drawn; each such character stands for itself
_FIRST_NARROW, _FIRST_WIDE = 0x100, 0x10000


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A character as it will be printed. Lengths in points.

    `advance` is the room it takes on the line, `shift` how far from the left of that room its glyph starts, `drawn` the
    advance of the glyph itself, `widened` how much wider it is drawn than its font made it. `face` is None for a blank
    and for characters that only steer display. Characters of one `kind`, a character that stands for it, can be shown
    one after the other: same font and size, same room beside the glyph.
    """

    character: str
    face: Face | None
    glyph: int
    size: float
    advance: float
    shift: float
    drawn: float
    wide: bool
    fallback: bool = False
    ruled: bool = False
    widened: float = 1.0
    kind: str = IGNORED
    decoration: str = ""  # "inserted", "deleted": a line below or through it

    @property
    def spare(self) -> float:
        """The room beside the glyph's own advance; negative where the cell is narrower than the type."""
        return self.advance - self.drawn


_kinds: dict[tuple[object, ...], str] = {}


def _kind(wide: bool, *traits: object) -> str:
    """The kind of characters with these traits: one of the basic plane for narrow ones, one beyond it for wide ones."""
    found = _kinds.get((wide, *traits))
    if found is None:
        found = _kinds[wide, *traits] = chr((_FIRST_WIDE if wide else _FIRST_NARROW) + len(_kinds))
    return found


class Metrics(dict[str, Placed]):
    """Characters of one role, size and language; `pitch` is the width of a full cell, `narrow` squeezes it all.

    `locked`: letters and digits are as much narrower as a cell is than the type, so that two digits take one cell.
    """

    def __init__(
        self, role: Role, size: float, pitch: float, language: str, narrow: float = 1.0, *, locked: bool = False
    ) -> None:
        super().__init__()
        self.role, self.size, self.pitch, self.language, self.narrow = role, size, pitch, language, narrow
        self.letters = narrow * pitch / size if locked else narrow

    def __missing__(self, character: str) -> Placed:
        placed = self[character] = self._measure(character)
        return placed

    def _measure(self, character: str) -> Placed:
        wide = is_wide(character, self.language)
        if fonts.is_ignorable(character):
            return Placed(character, None, 0, self.size, 0.0, 0.0, 0.0, wide)
        choice = fonts.choose(character, self.role, wide=wide)
        widened = self.narrow * _widening(character, choice.glyph) if wide else self.letters
        drawn = choice.glyph.advance * self.size / 1000 * widened
        advance = self.pitch * self.narrow if wide else drawn
        shift = self._shift(character, choice.glyph, drawn, widened) if wide else 0.0
        kind = _kind(wide, choice.face.name, self.size, round(advance - drawn if wide else 0.0, 3), shift, widened)
        return Placed(
            character, choice.face, choice.glyph.number, self.size, advance, shift, drawn, wide,
            fallback=choice.fallback, widened=widened, kind=kind,
        )  # fmt: skip

    def _shift(self, character: str, glyph: fonts.Glyph, drawn: float, widened: float) -> float:
        """Where a glyph stands in its cell: a dash fills it, opening quotes right, closing left, others centered."""
        if character in "—…" and glyph.ink is not None:
            return (self.size * self.narrow - (glyph.ink[0] + glyph.ink[2]) * self.size / 1000 * widened) / 2
        room = self.size * self.narrow - drawn
        if room < self.size * 0.02:
            return 0.0
        if character in "“‘":
            return room
        return 0.0 if character in "”’" else room / 2


def _widening(character: str, glyph: fonts.Glyph) -> float:
    """How much wider a mark is drawn so that two dashes join and the dots of two …… stand at even distances."""
    if glyph.ink is None or character not in "—…":
        return 1.0
    left, bottom, right, top = glyph.ink
    if character == "—":
        return 1000 / (right - left)
    apart = (right - left - (top - bottom)) / 2  # from dot to dot: a dot is as wide as it is high
    widened = 1000 / 3 / apart if apart > 0 else 1.0
    return widened if 1 / _MOST_WIDENED <= widened <= _MOST_WIDENED else 1.0


@lru_cache(maxsize=256)
def metrics(
    role: Role, size: float, pitch: float, language: str, narrow: float = 1.0, *, locked: bool = False
) -> Metrics:
    """The shared table of this role, size, cell width, language and narrowness."""
    return Metrics(role, size, pitch, language, narrow, locked=locked)
