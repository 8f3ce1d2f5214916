"""Fills the texts of agreements: a small, bounded part of Jinja2, whose result keeps apart words, names and blanks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from models.rules.template_names import plain_expression, plain_names

BLANK = "________"


class NameText(str):
    """A value that is the name of a person or unit; it becomes a piece of its own."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text. `missing` is the dotted name of a variable nobody gave; `name`: a person's or unit's name."""

    text: str
    missing: str = ""
    name: bool = False


@dataclass(frozen=True, slots=True)
class RenderedText:
    """The filled text in pieces, and the names of all missing variables, each once, in order."""

    pieces: tuple[Piece, ...]
    missing: tuple[str, ...]

    @property
    def text(self) -> str:
        """The whole as plain text, blanks ruled."""
        return "".join(piece.text if not piece.missing else BLANK for piece in self.pieces)


def render(source: str, values: Mapping[str, object]) -> RenderedText:
    """Fill `source`. Values are inserted as text and never read as templates.

    KnownError: template_error(line, reason), template_not_allowed(line, what), template_too_large(line, limit).
    """
    if "{" not in source:  # nothing to fill, and no engine to load
        return RenderedText((Piece(source),) if source else (), ())
    from models.rules import template_engine

    return template_engine.render(plain_names(source), values)


def holds(condition: str, values: Mapping[str, object]) -> bool:
    """Whether an expression (`party_c and not bilingual`) is true; an empty one is. Missing variables are false."""
    if not condition.strip():
        return True
    from models.rules import template_engine

    return template_engine.holds(plain_expression(condition), values)
