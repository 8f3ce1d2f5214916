"""A clause's text as an editor shows it: each field with its present value, or the fact that is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from models.errors import KnownError
from models.rules.clause_text import Token, TokenKind, names_in, tokens
from models.rules.template_text import holds, render

_LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class ShownToken:
    """A piece of a text. `value`: what it prints; `missing`: the fact it waits for; `stands`: its condition holds."""

    kind: TokenKind
    source: str
    value: str = ""
    missing: str = ""
    stands: bool = True
    repeated: bool = False  # within a loop, where it has a value for each round
    broken: bool = False


@dataclass(slots=True)
class _Level:
    """An open condition or loop."""

    loop: bool = False
    stands: bool = True  # this branch
    taken: bool = False  # a branch before it


@dataclass(slots=True)
class _Reading:
    values: Mapping[str, object]
    language: str
    levels: list[_Level] = field(default_factory=list)

    def stands(self) -> bool:
        return all(level.stands for level in self.levels)

    def in_loop(self) -> bool:
        return any(level.loop for level in self.levels)


def shown_tokens(source: str, values: Mapping[str, object], language: str) -> tuple[ShownToken, ...]:
    """The text in pieces with their values. Never an error: what cannot be read is marked broken."""
    reading = _Reading(values, language)
    return tuple(_shown(token, reading) for token in tokens(source))


def _shown(token: Token, reading: _Reading) -> ShownToken:
    if token.kind is TokenKind.FIELD:
        return _field(token, reading)
    if token.kind in (TokenKind.IF, TokenKind.FOR):
        stood = reading.stands()
        broken = _open(token, reading)
        return ShownToken(token.kind, token.text, stands=stood, broken=broken)
    if token.kind in (TokenKind.ELIF, TokenKind.ELSE) and reading.levels:
        broken = _turn(token, reading)
        return ShownToken(
            token.kind, token.text, stands=all(level.stands for level in reading.levels[:-1]), broken=broken
        )
    if token.kind is TokenKind.END and reading.levels:
        reading.levels.pop()
    return ShownToken(token.kind, token.text, stands=reading.stands(), repeated=reading.in_loop())


def _open(token: Token, reading: _Reading) -> bool:
    """Enter a condition or a loop; whether it cannot be read."""
    if token.kind is TokenKind.FOR:
        reading.levels.append(_Level(loop=True))
        return False
    met, broken = _met(token.inside, reading)
    reading.levels.append(_Level(stands=met, taken=met and not reading.in_loop()))
    return broken


def _turn(token: Token, reading: _Reading) -> bool:
    """Go on to the next branch of a condition; whether it cannot be read."""
    level = reading.levels[-1]
    met, broken = _met(token.inside, reading) if token.kind is TokenKind.ELIF else (True, False)
    level.stands = met and not level.taken
    level.taken = level.taken or (met and not reading.in_loop())
    return broken


def _met(condition: str, reading: _Reading) -> tuple[bool, bool]:
    """Whether a condition holds (in a loop it may in any round), and whether it cannot be read."""
    if not condition or reading.in_loop():
        return True, not condition
    try:
        return holds(condition, reading.values), False
    except KnownError:
        return True, True


def _field(token: Token, reading: _Reading) -> ShownToken:
    if reading.in_loop():
        return ShownToken(token.kind, token.text, stands=reading.stands(), repeated=True)
    try:
        told = render(token.text, reading.values)
    except KnownError:
        return ShownToken(token.kind, token.text, stands=reading.stands(), broken=True)
    missing = told.missing[0] if told.missing else ""
    value = _in_other_language(missing, reading) if missing else told.text
    return ShownToken(token.kind, token.text, value, missing, reading.stands())


def _in_other_language(missing: str, reading: _Reading) -> str:
    """What prints instead: the same fact in the other language."""
    if not missing.endswith(f"_{reading.language}"):
        return ""
    other = next(language for language in _LANGUAGES if language != reading.language)
    try:
        told = render("{{ " + missing.removesuffix(reading.language) + other + " }}", reading.values)
    except KnownError:
        return ""
    return "" if told.missing else told.text


def fact_of(token: ShownToken) -> str:
    """The dotted name of the fact that a field shows, as far as it is one fact."""
    return token.missing or next(iter(names_in(Token(token.kind, token.source).inside)), "")
