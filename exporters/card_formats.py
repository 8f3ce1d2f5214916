"""Formats of table cards and badges (resources/tables/cards.toml), and how many of them a sheet of A4 holds."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

import resources
from exporters.blocks import Cards
from models.errors import KnownError

A4 = (210.0, 297.0)  # millimeters
NARROWEST, LOWEST = 40.0, 25.0  # of a face: with less room nobody reads a name
_SLACK = 0.01
_SIZE = re.compile(r"\s*(\d{1,3}(?:\.\d)?)\s*[x×X*]\s*(\d{1,3}(?:\.\d)?)\s*")

Kind = Literal["table", "badge"]


@dataclass(frozen=True, slots=True)
class CardFormat:
    """A format in millimeters: one face, how many faces, a third panel to stand on, a strip to be glued."""

    key: str
    kind: Kind
    width: float
    height: float
    faces: int = 1
    base: float = 0.0
    flap: float = 0.0


@dataclass(frozen=True, slots=True)
class CardGrid:
    """How whole cards lie on a sheet: how many across and down, and where the first begins, in millimeters."""

    landscape: bool
    columns: int
    rows: int
    left: float
    top: float
    width: float
    height: float

    @property
    def count(self) -> int:
        """How many cards a sheet holds."""
        return self.columns * self.rows


def format_keys(kind: Kind) -> tuple[str, ...]:
    """The formats of a kind, the usual one first."""
    return tuple(key for key, one in _formats().items() if one.kind == kind)


def find_format(text: str, kind: Kind, *, faces: int = 2) -> CardFormat:
    """The format of this key, or of this size ("180x90"); the usual one for an empty text.

    KnownError: unknown_card_format (format, known).
    """
    known = format_keys(kind)
    if not text or text in known:
        return _formats()[text or known[0]]
    size = _SIZE.fullmatch(text)
    width, height = (float(size[1]), float(size[2])) if size else (0.0, 0.0)
    if width < NARROWEST or height < LOWEST:
        raise KnownError("unknown_card_format", format=text, known=", ".join(known))
    return CardFormat(text, kind, width, height, faces if kind == "table" else 1)


def grid_of(cards: Cards, *, landscape: bool | None = None) -> CardGrid:
    """The sheet that holds more of the cards, upright or not; or the one that lies as it does already.

    KnownError: card_too_large.
    """
    width, height = cards.width, cards.height * cards.faces + cards.base + cards.flap
    ways = (False, True) if landscape is None else (landscape,)
    grids = [_grid(width, height, landscape=way) for way in ways]
    best = max(grids, key=lambda grid: grid.count)
    if not best.count:
        raise KnownError("card_too_large", width=f"{width:g}", height=f"{height:g}", faces=cards.faces)
    return best


def _grid(width: float, height: float, *, landscape: bool) -> CardGrid:
    """In the middle of the sheet; cards as wide as it begin at its upper edge, so that one cut less is needed."""
    across, down = reversed(A4) if landscape else A4
    columns, rows = int((across + _SLACK) // width), int((down + _SLACK) // height)
    left = (across - columns * width) / 2
    top = 0.0 if left < _SLACK else (down - rows * height) / 2
    return CardGrid(landscape, columns, rows, left, top, width, height)


def sheet_order(count: int, places: int) -> list[list[int]]:
    """Which cards lie on each sheet, place by place, so that the piles of a cut are put on one another in order.

    With seven cards, two a sheet: 0 and 4, 1 and 5, 2 and 6, 3.
    """
    sheets = -(-count // places)
    return [list(range(sheet, count, sheets)) for sheet in range(sheets)]


@cache
def _formats() -> dict[str, CardFormat]:
    rows: dict[str, dict[str, Any]] = tomllib.loads(resources.path("tables/cards.toml").read_text(encoding="utf-8"))
    return {key: CardFormat(key, **row) for key, row in rows.items()}
