"""Texts on their way to and from the clipboard: plain, with expressions for ourselves and words for others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from models.rules.clause_text import TokenKind, tokens

if TYPE_CHECKING:
    from models.clause_reading import ShownToken

_UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufffc\u2028\u2029]")


def plain_text(text: str, *, one_line: bool) -> str:
    """A pasted text with our line ends and without control characters."""
    cleaned = _UNWANTED.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n"))
    return " ".join(cleaned.split()) if one_line else cleaned


def part_of(source: str, first: int, last: int) -> str:
    """The part of a text between two places, where an expression counts as one character."""
    at, parts = 0, []
    for token in tokens(source):
        width = len(token.text) if token.kind is TokenKind.WORDS else 1
        low, high = max(first - at, 0), min(last - at, width)
        if low < high:
            parts.append(token.text[low:high] if token.kind is TokenKind.WORDS else token.text)
        at += width
    return "".join(parts)


def words_of(token: ShownToken) -> str:
    """What a piece of a text says to others."""
    if token.kind is TokenKind.WORDS:
        return token.source
    return token.value if token.kind is TokenKind.FIELD else ""
