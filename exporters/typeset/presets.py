"""Presets of papers of text: page, line pitch and type sizes, read from resources/tables/presets.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import Any

import resources
from models.errors import KnownError

MM = 72 / 25.4

Type = tuple[float, float]  # size and line pitch


@dataclass(frozen=True, slots=True)
class Preset:
    """A page and its type, in points. `pitch` is the width of a full cell; 0: the size of the type.

    `locked`: running text stands on a grid of cells, not of lines only.
    """

    key: str
    language: str
    left: float
    top: float
    width: float
    height: float
    leading: float
    pitch: float
    body: float
    title: Type
    small: Type
    table: Type
    table_small: Type
    note: float
    number: Type
    locked: bool = False


def preset_keys() -> tuple[str, ...]:
    """The presets there are, in the order of the table."""
    return tuple(_presets())


def find_preset(key: str) -> Preset:
    """The preset with this key; KnownError("unknown_preset") names the known ones."""
    if key not in _presets():
        raise KnownError("unknown_preset", preset=key, known=", ".join(_presets()))
    return _presets()[key]


@cache
def _presets() -> dict[str, Preset]:
    rows = tomllib.loads(resources.path("tables/presets.toml").read_text(encoding="utf-8"))
    return {key: _preset(key, row) for key, row in rows.items()}


def _preset(key: str, row: dict[str, Any]) -> Preset:
    values: dict[str, Any] = {side: length * MM for side, length in row["page"].items()}
    values["leading"] = values["height"] / row["lines"] if "lines" in row else row["leading"]
    values["pitch"] = values["width"] / row["characters"] if "characters" in row else 0.0
    values |= {kind: tuple(row[kind]) for kind in ("title", "small", "table", "table_small", "number")}
    return Preset(
        key=key, language=row["language"], body=row["body"], note=row["note"], locked=row.get("locked", False), **values
    )
