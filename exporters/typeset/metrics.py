"""How wide each character is: one shared entry per character, role and size, looked up once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from exporters.typeset import fonts
from exporters.typeset.characters import is_wide
from exporters.typeset.fonts import Face, Role


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A character as it will be printed. Lengths in points.

    `advance` is the room it takes on the line, `shift` how far from the left of that room its glyph starts, `drawn` the
    advance of the glyph itself, `widened` how much wider it is drawn than its font made it. `face` is None for a blank
    and for characters that only steer display. Characters of one `manner` can be shown one after the other: same font
    and size, same room beside the glyph.
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
    manner: int = -1

    @property
    def spare(self) -> float:
        """The room beside the glyph's own advance; negative where the cell is narrower than the type."""
        return self.advance - self.drawn


_manners: dict[tuple[object, ...], int] = {}


def _manner(*traits: object) -> int:
    return _manners.setdefault(traits, len(_manners))


class Metrics(dict[str, Placed]):
    """Characters of one role, size and language; `pitch` is the width of a full cell."""

    def __init__(self, role: Role, size: float, pitch: float, language: str) -> None:
        super().__init__()
        self.role, self.size, self.pitch, self.language = role, size, pitch, language

    def __missing__(self, character: str) -> Placed:
        placed = self[character] = self._measure(character)
        return placed

    def _measure(self, character: str) -> Placed:
        wide = is_wide(character, self.language)
        if fonts.is_ignorable(character):
            return Placed(character, None, 0, self.size, 0.0, 0.0, 0.0, wide)
        choice = fonts.choose(character, self.role, wide=wide)
        widened = _widening(choice.glyph) if wide and character == "—" else 1.0
        drawn = choice.glyph.advance * self.size / 1000 * widened
        advance = self.pitch if wide else drawn
        shift = self._shift(character, choice.glyph, drawn, widened) if wide else 0.0
        manner = _manner(choice.face.name, self.size, round(advance - drawn if wide else 0.0, 3), shift, wide, widened)
        return Placed(
            character, choice.face, choice.glyph.number, self.size, advance, shift, drawn, wide,
            fallback=choice.fallback, widened=widened, manner=manner,
        )  # fmt: skip

    def _shift(self, character: str, glyph: fonts.Glyph, drawn: float, widened: float) -> float:
        """Where a glyph stands in its cell: a dash fills it, opening quotes right, closing left, others centered."""
        if character == "—" and glyph.ink is not None:
            return -glyph.ink[0] * self.size / 1000 * widened
        room = self.size - drawn
        if room < self.size * 0.02:
            return 0.0
        if character in "“‘":
            return room
        return 0.0 if character in "”’" else room / 2


def _widening(dash: fonts.Glyph) -> float:
    """How much wider a dash is drawn so that its ink fills the cell and two of them join."""
    return 1000 / (dash.ink[2] - dash.ink[0]) if dash.ink is not None else 1.0


@lru_cache(maxsize=256)
def metrics(role: Role, size: float, pitch: float, language: str) -> Metrics:
    """The shared table of this role, size, cell width and language."""
    return Metrics(role, size, pitch, language)
