"""What a check says: a code and its values, where, and how grave. Sentences are made in `ui/wording`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol

Severity = Literal["error", "warning", "notice"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "notice")


class Spoken(Protocol):
    """A name or text in both languages."""

    def pick(self, language: str) -> str:
        """It in a language."""


class Said(str):
    """A value of a sentence: the Chinese text, which tells it from others, and what English sentences say instead."""

    en: str


def said(text: Spoken) -> Said:
    """A name or text of the records as a value of a finding."""
    value = Said(text.pick("zh"))
    value.en = text.pick("en")
    return value


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `place` is a stable path: "people/12", "agreements/strategic-framework/clauses/term"."""

    code: str
    severity: Severity
    place: str
    values: tuple[tuple[str, str], ...] = ()


def error(code: str, place: str, **values: object) -> Finding:
    """Wrong on paper: nothing final is made before it is mended."""
    return Finding(code, "error", place, _texts(values))


def warning(code: str, place: str, **values: object) -> Finding:
    """Probably wrong: look before printing."""
    return Finding(code, "warning", place, _texts(values))


def notice(code: str, place: str, **values: object) -> Finding:
    """Good to know."""
    return Finding(code, "notice", place, _texts(values))


def _texts(values: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple((name, value if isinstance(value, Said) else str(value)) for name, value in values.items())
